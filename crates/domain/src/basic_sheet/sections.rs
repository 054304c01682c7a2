//! Which parts of two sheets differ.

use super::{BasicSheet, SheetSection};

/// The parts in which `after` says something else than `before`, in the order of the page.
pub fn changed_sections(before: &BasicSheet, after: &BasicSheet) -> Vec<SheetSection> {
    let differs = |section: &SheetSection| match section {
        SheetSection::Allergies => before.allergies != after.allergies,
        SheetSection::Wishes => before.wishes != after.wishes,
        SheetSection::Care => before.care != after.care,
        SheetSection::Diagnoses => before.diagnoses != after.diagnoses,
        SheetSection::Medicines => before.medicines != after.medicines,
        SheetSection::Treatments => before.treatments != after.treatments,
        SheetSection::Doctors => before.doctors != after.doctors,
        SheetSection::Contacts => before.contacts != after.contacts,
        SheetSection::Living => before.living != after.living,
        SheetSection::Caution => before.caution != after.caution,
    };
    SheetSection::ALL.iter().copied().filter(differs).collect()
}
