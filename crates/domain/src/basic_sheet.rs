//! The basic sheet: what everybody who cares for a registrant has to know, on one page, and who last found it true.

mod check;
mod sections;

pub use check::{ENTRIES_MAX, LINE_CHARACTERS_MAX, TEXT_CHARACTERS_MAX};
pub use sections::changed_sections;

use crate::words::words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// After so many days without a confirmation the team is reminded to look whether the sheet is still true.
pub const CONFIRM_AFTER_DAYS: i64 = 90;

words! {
    /// The need of care as the insurer has certified it (要介護認定).
    CareLevel {
        Support1 = "support_1" "要支援1",
        Support2 = "support_2" "要支援2",
        Care1 = "care_1" "要介護1",
        Care2 = "care_2" "要介護2",
        Care3 = "care_3" "要介護3",
        Care4 = "care_4" "要介護4",
        Care5 = "care_5" "要介護5",
        None = "none" "認定なし",
        Applying = "applying" "申請中",
    }
}

words! {
    /// The parts of the sheet, in the order of the page.
    SheetSection {
        Allergies = "allergies" "アレルギー",
        Wishes = "wishes" "本人の意思・希望",
        Care = "care" "要介護度",
        Diagnoses = "diagnoses" "病名",
        Medicines = "medicines" "薬",
        Treatments = "treatments" "医療機器・処置",
        Doctors = "doctors" "主治医・病院",
        Contacts = "contacts" "連絡先",
        Living = "living" "暮らし",
        Caution = "caution" "気をつけること",
    }
}

/// The whole sheet, as it is typed, stored and shown. A part about which nothing is known is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BasicSheet {
    pub allergies: Allergies,
    pub wishes: Wishes,
    pub care: Care,
    /// The main diagnosis, and further ones.
    pub diagnoses: Vec<Diagnosis>,
    pub medicines: Vec<Medicine>,
    pub treatments: Vec<Treatment>,
    pub doctors: Vec<DoctorInCharge>,
    /// In the order in which they are called.
    pub contacts: Vec<Contact>,
    /// How the person lives.
    pub living: String,
    /// What whoever comes has to look out for.
    pub caution: String,
}

/// What the person does not tolerate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Allergies {
    /// Somebody asked, and there are none: an empty list alone says that nobody asked.
    pub none_known: bool,
    pub items: Vec<Allergy>,
}

/// One thing that the person does not tolerate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Allergy {
    pub substance: String,
    /// What happened.
    pub reaction: String,
}

/// What the person wants (advance care planning), and who said so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Wishes {
    /// What matters to the person.
    pub matters: String,
    /// What the person wants when the heart or the breath stops, in the person's words.
    pub resuscitation: String,
    #[schema(value_type = Option<String>, format = Date, required = true)]
    pub said_on: Option<NaiveDate>,
    /// The person, or who spoke for him or her.
    pub said_by: String,
}

/// The certified need of care.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Care {
    /// Null: not known.
    #[schema(required = true)]
    pub level: Option<CareLevel>,
    #[schema(value_type = Option<String>, format = Date, required = true)]
    pub valid_from: Option<NaiveDate>,
    #[schema(value_type = Option<String>, format = Date, required = true)]
    pub valid_until: Option<NaiveDate>,
    /// Only when the team needs it here.
    pub insured_number: String,
}

/// One diagnosis.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Diagnosis {
    pub name: String,
    /// As people say it: a year, a month, an age.
    pub since: String,
    pub is_main: bool,
}

/// One medicine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Medicine {
    pub name: String,
    /// Dose and usage.
    pub usage: String,
    /// Who prescribes it.
    pub prescriber: String,
}

/// A device, or a treatment that goes on: oxygen, stoma, catheter …
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Treatment {
    pub name: String,
    pub detail: String,
}

/// A doctor in charge, or the hospital that takes the person in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DoctorInCharge {
    pub organization_name: String,
    pub name: String,
    pub phone: String,
    /// Specialty, or when to call.
    pub note: String,
}

/// Somebody to call.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    pub name: String,
    pub relation: String,
    pub phone: String,
    pub lives_together: bool,
    pub note: String,
}

/// Whether the team is reminded to confirm the sheet: `last` is when it was last written or confirmed.
pub const fn is_confirmation_due(last_ms: i64, now_ms: i64) -> bool {
    now_ms.saturating_sub(last_ms) >= CONFIRM_AFTER_DAYS * 24 * 60 * 60 * 1000
}
