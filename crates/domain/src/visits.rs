//! Visits to a registrant: who comes when, once or again and again, and what is different this time.
//!
//! Days and minutes are those of Japan, which has no summer time: a visit at nine is at nine in every week.

mod calendar;
mod plan;
mod repeat;

pub use calendar::{Exception, Moved, Occurrence, Series, WINDOW_DAYS_MAX};
pub use plan::{MovedInput, NOTE_CHARACTERS_MAX, OccurrenceInput, Plan, PlanInput, Visitor, VisitorInput};
pub use repeat::{Repeat, WEEKS_MAX};

use crate::words::words;
use chrono::NaiveDate;

/// The last day of a series without end.
pub const WITHOUT_END: NaiveDate = match NaiveDate::from_ymd_opt(9999, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

words! {
    /// What somebody comes for.
    VisitKind {
        HomeMedicalCare = "home_medical_care" "訪問診療",
        HouseCall = "house_call" "往診",
        HomeNursing = "home_nursing" "訪問看護",
        HomeRehabilitation = "home_rehabilitation" "訪問リハビリ",
        HomeDentistry = "home_dentistry" "訪問歯科",
        HomePharmacy = "home_pharmacy" "薬剤師の訪問",
        HomeNutrition = "home_nutrition" "栄養指導",
        HomeHelp = "home_help" "訪問介護",
        HomeBathing = "home_bathing" "訪問入浴",
        DayService = "day_service" "通所",
        ShortStay = "short_stay" "ショートステイ",
        CareManagement = "care_management" "ケアマネジャーの訪問",
        Conference = "conference" "担当者会議",
        HospitalVisit = "hospital_visit" "通院",
        Other = "other" "その他",
    }
}

words! {
    /// What was done with a visit.
    VisitStep {
        Planned = "planned" "予定を入れた",
        Changed = "changed" "この日を変えた",
        Following = "following" "この日から後を変えた",
        Ended = "ended" "この日から後をやめた",
        Done = "done" "済みにした",
        NotDone = "not_done" "済みを取り消した",
    }
}

words! {
    /// A day of the week.
    WeekDay {
        Monday = "mon" "月",
        Tuesday = "tue" "火",
        Wednesday = "wed" "水",
        Thursday = "thu" "木",
        Friday = "fri" "金",
        Saturday = "sat" "土",
        Sunday = "sun" "日",
    }
}

impl WeekDay {
    /// The day of the week of a day.
    pub const fn of(weekday: chrono::Weekday) -> Self {
        match weekday {
            chrono::Weekday::Mon => Self::Monday,
            chrono::Weekday::Tue => Self::Tuesday,
            chrono::Weekday::Wed => Self::Wednesday,
            chrono::Weekday::Thu => Self::Thursday,
            chrono::Weekday::Fri => Self::Friday,
            chrono::Weekday::Sat => Self::Saturday,
            chrono::Weekday::Sun => Self::Sunday,
        }
    }
}
