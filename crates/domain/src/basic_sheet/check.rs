//! What may stand in a basic sheet: bounded everywhere, and all mistakes told at once.

use super::BasicSheet;
use crate::message::text_within;
use crate::text::{PhoneNumber, tidy};
use crate::validation::{FieldError, Violations};

/// The most entries of one list: medicines, contacts …
pub const ENTRIES_MAX: usize = 60;

/// The longest text of one line, in characters.
pub const LINE_CHARACTERS_MAX: usize = 200;

/// The longest text of several lines, in characters.
pub const TEXT_CHARACTERS_MAX: usize = 4_000;

impl BasicSheet {
    /// The sheet as it is kept, or everything that is wrong with it.
    pub fn check(mut self) -> Result<Self, Violations> {
        let mut found = Violations::new();
        self.check_wishes_and_care(&mut found);
        self.check_illness(&mut found);
        self.check_people(&mut found);
        self.living = paragraph(&mut found, "living", &self.living);
        self.caution = paragraph(&mut found, "caution", &self.caution);
        found.finish(|| Some(self))
    }

    fn check_wishes_and_care(&mut self, found: &mut Violations) {
        let Self { wishes, care, .. } = self;
        wishes.matters = paragraph(found, "wishes.matters", &wishes.matters);
        wishes.resuscitation = paragraph(found, "wishes.resuscitation", &wishes.resuscitation);
        wishes.said_by = line(found, "wishes.said_by", &wishes.said_by);
        let said = !wishes.matters.is_empty() || !wishes.resuscitation.is_empty();
        if !wishes.resuscitation.is_empty() && (wishes.said_on.is_none() || wishes.said_by.is_empty()) {
            let message = "いつ、だれが話したことかを書いてください。";
            let field = if wishes.said_on.is_none() { "wishes.said_on" } else { "wishes.said_by" };
            found.push(field, "required", message);
        } else if !said && !wishes.said_by.is_empty() {
            found.push("wishes.matters", "required", "話したことを書いてください。");
        }
        care.insured_number = line(found, "care.insured_number", &care.insured_number);
        let number = &care.insured_number;
        let is_whole = number.len() == 10 && number.chars().all(|c| c.is_ascii_alphanumeric());
        if !number.is_empty() && !is_whole {
            found.push("care.insured_number", "insured_number", "介護保険の被保険者番号は10桁です。");
        }
        if matches!((care.valid_from, care.valid_until), (Some(from), Some(until)) if until < from) {
            found.push("care.valid_until", "ends_before_it_begins", "終わりの日は、始まりの日より後にしてください。");
        }
    }

    fn check_illness(&mut self, found: &mut Violations) {
        let allergies = &mut self.allergies;
        if allergies.none_known && !allergies.items.is_empty() {
            let message = "「なし」と、アレルギーの記入の両方があります。どちらかにしてください。";
            found.push("allergies.none_known", "contradiction", message);
        }
        bounded(found, "allergies.items", &mut allergies.items);
        for (place, allergy) in allergies.items.iter_mut().enumerate() {
            allergy.substance = required(found, &format!("allergies.items[{place}].substance"), &allergy.substance);
            allergy.reaction = line(found, &format!("allergies.items[{place}].reaction"), &allergy.reaction);
        }
        bounded(found, "diagnoses", &mut self.diagnoses);
        for (place, diagnosis) in self.diagnoses.iter_mut().enumerate() {
            diagnosis.name = required(found, &format!("diagnoses[{place}].name"), &diagnosis.name);
            diagnosis.since = line(found, &format!("diagnoses[{place}].since"), &diagnosis.since);
        }
        bounded(found, "medicines", &mut self.medicines);
        for (place, medicine) in self.medicines.iter_mut().enumerate() {
            medicine.name = required(found, &format!("medicines[{place}].name"), &medicine.name);
            medicine.usage = line(found, &format!("medicines[{place}].usage"), &medicine.usage);
            medicine.prescriber = line(found, &format!("medicines[{place}].prescriber"), &medicine.prescriber);
        }
        bounded(found, "treatments", &mut self.treatments);
        for (place, treatment) in self.treatments.iter_mut().enumerate() {
            treatment.name = required(found, &format!("treatments[{place}].name"), &treatment.name);
            treatment.detail = line(found, &format!("treatments[{place}].detail"), &treatment.detail);
        }
    }

    fn check_people(&mut self, found: &mut Violations) {
        bounded(found, "doctors", &mut self.doctors);
        for (place, doctor) in self.doctors.iter_mut().enumerate() {
            doctor.organization_name =
                required(found, &format!("doctors[{place}].organization_name"), &doctor.organization_name);
            doctor.name = line(found, &format!("doctors[{place}].name"), &doctor.name);
            doctor.phone = phone(found, &format!("doctors[{place}].phone"), &doctor.phone);
            doctor.note = line(found, &format!("doctors[{place}].note"), &doctor.note);
        }
        bounded(found, "contacts", &mut self.contacts);
        for (place, contact) in self.contacts.iter_mut().enumerate() {
            contact.name = required(found, &format!("contacts[{place}].name"), &contact.name);
            contact.relation = line(found, &format!("contacts[{place}].relation"), &contact.relation);
            contact.phone = phone(found, &format!("contacts[{place}].phone"), &contact.phone);
            contact.note = line(found, &format!("contacts[{place}].note"), &contact.note);
        }
    }
}

/// Too many are named, and not looked at one by one.
fn bounded<T>(found: &mut Violations, field: &str, entries: &mut Vec<T>) {
    if entries.len() > ENTRIES_MAX {
        found.push(field, "too_many", format!("{ENTRIES_MAX}件までです。"));
        entries.truncate(0);
    }
}

fn line(found: &mut Violations, field: &str, raw: &str) -> String {
    let text = tidy(raw);
    if text.chars().count() > LINE_CHARACTERS_MAX {
        let error = FieldError::too_long(LINE_CHARACTERS_MAX);
        found.push(field, error.code, error.message);
    }
    text
}

fn required(found: &mut Violations, field: &str, raw: &str) -> String {
    let text = line(found, field, raw);
    if text.is_empty() {
        let error = FieldError::required();
        found.push(field, error.code, error.message);
    }
    text
}

fn paragraph(found: &mut Violations, field: &str, raw: &str) -> String {
    found.field(field, text_within(TEXT_CHARACTERS_MAX, raw, true)).unwrap_or_default().trim().to_owned()
}

fn phone(found: &mut Violations, field: &str, raw: &str) -> String {
    if raw.trim().is_empty() {
        return String::new();
    }
    found.field(field, PhoneNumber::parse(raw)).map(String::from).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::basic_sheet::{
        Allergies, Allergy, Contact, Medicine, SheetSection, Wishes, changed_sections, is_confirmation_due,
    };
    use proptest::prelude::*;

    fn fields(sheet: BasicSheet) -> Vec<String> {
        sheet.check().err().into_iter().flatten().map(|violation| violation.field).collect()
    }

    #[test]
    fn an_empty_sheet_is_a_sheet() {
        assert_eq!(BasicSheet::default().check(), Ok(BasicSheet::default()));
    }

    #[test]
    fn a_wish_about_resuscitation_names_its_day_and_who_said_it() {
        let wishes = Wishes { resuscitation: "心臓マッサージは望まない".to_owned(), ..Wishes::default() };
        assert_eq!(fields(BasicSheet { wishes, ..BasicSheet::default() }), ["wishes.said_on"]);
    }

    #[test]
    fn none_known_and_an_allergy_contradict_each_other() {
        let penicillin = Allergy { substance: "ペニシリン".to_owned(), reaction: "発疹".to_owned() };
        let allergies = Allergies { none_known: true, items: vec![penicillin] };
        assert_eq!(fields(BasicSheet { allergies, ..BasicSheet::default() }), ["allergies.none_known"]);
    }

    #[test]
    fn all_mistakes_are_told_at_once() {
        let sheet = BasicSheet {
            medicines: vec![Medicine::default(), Medicine { name: "薬".repeat(201), ..Medicine::default() }],
            contacts: vec![Contact { name: "長男".to_owned(), phone: "12".to_owned(), ..Contact::default() }],
            caution: "あ\u{7}".to_owned(),
            ..BasicSheet::default()
        };
        assert_eq!(fields(sheet), ["medicines[0].name", "medicines[1].name", "contacts[0].phone", "caution"]);
        let many = BasicSheet { medicines: vec![Medicine::default(); 10_000], ..BasicSheet::default() };
        assert_eq!(fields(many), ["medicines"]);
    }

    #[test]
    fn ninety_days_later_it_is_due() {
        let day = 86_400_000;
        assert!(!is_confirmation_due(5, 5 + 90 * day - 1) && is_confirmation_due(5, 5 + 90 * day));
    }

    proptest! {
        #[test]
        fn what_is_kept_is_kept_again_unchanged(
            names in proptest::collection::vec("[ァ-ヶa-z 　０-９錠]{1,20}", 0..5), caution in any::<String>(), said in ".{0,30}",
        ) {
            let sheet = BasicSheet {
                medicines: names.into_iter().map(|name| Medicine { name, ..Medicine::default() }).collect(),
                caution,
                living: said,
                ..BasicSheet::default()
            };
            if let Ok(kept) = sheet.check() {
                prop_assert_eq!(kept.clone().check(), Ok(kept.clone()));
                let stored = serde_json::to_string(&kept).unwrap();
                prop_assert_eq!(serde_json::from_str::<BasicSheet>(&stored).unwrap(), kept);
            }
        }

        #[test]
        fn a_part_that_was_changed_and_no_other_is_named(living in "[a-z]{1,9}", other in "[a-z]{1,9}") {
            let before = BasicSheet { living: living.clone(), ..BasicSheet::default() };
            let after = BasicSheet { living: other.clone(), ..BasicSheet::default() };
            let expected = if living == other { vec![] } else { vec![SheetSection::Living] };
            prop_assert_eq!(changed_sections(&before, &after), expected);
        }
    }
}
