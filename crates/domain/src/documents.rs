//! Documents of a registrant: what they are, in which folders they lie, what may be written about them.

use crate::ids::FolderId;
use crate::message::text_within;
use crate::text::{day, fold_key};
use crate::validation::{FieldError, Violations};
use crate::words::words;
use crate::{ShortText, tidy};
use chrono::{Days, NaiveDate};
use serde::Deserialize;
use utoipa::ToSchema;

/// The longest title, in characters.
pub const TITLE_CHARACTERS_MAX: usize = 100;
/// The longest note on a document or on a version of it, in characters.
pub const NOTE_CHARACTERS_MAX: usize = 1_000;
/// The longest reason for putting a document away, in characters.
pub const REASON_CHARACTERS_MAX: usize = 300;
/// The longest name of a folder, in characters.
pub const FOLDER_CHARACTERS_MAX: usize = 30;
/// The most folders of a room.
pub const FOLDERS_MAX: i64 = 50;
/// The most documents of a room, with those put away.
pub const DOCUMENTS_MAX: i64 = 5_000;
/// The most versions of a document.
pub const VERSIONS_MAX: i64 = 100;
/// How far ahead a paper may be dated: instructions count from a day to come.
const DAYS_AHEAD_MAX: u64 = 400;

/// Folders that a room is offered as long as it has none of that name. A team may have others instead.
pub const FIRST_FOLDERS: [&str; 5] = ["指示書", "計画書", "報告書", "検査・画像", "その他"];

words! {
    /// What a document is.
    DocumentKind {
        Instruction = "instruction" "指示書",
        Plan = "plan" "計画書",
        Report = "report" "報告書",
        Referral = "referral" "診療情報提供書・サマリー",
        TestResult = "test_result" "検査結果",
        Image = "image" "写真・画像",
        Prescription = "prescription" "処方・お薬",
        Certificate = "certificate" "保険証・受給者証",
        Agreement = "agreement" "契約書・同意書",
        Other = "other" "その他",
    }
}

words! {
    /// What was done with a document or a folder.
    DocumentStep {
        Filed = "filed" "登録した",
        VersionAdded = "version_added" "新しい版を加えた",
        Changed = "changed" "題名などを直した",
        Withdrawn = "withdrawn" "しまった",
        Restored = "restored" "元に戻した",
        FolderAdded = "folder_added" "フォルダを作った",
        FolderRenamed = "folder_renamed" "フォルダの名前を変えた",
        FolderRemoved = "folder_removed" "空のフォルダを消した",
    }
}

words! {
    /// In which order documents are listed.
    DocumentOrder {
        Newest = "newest" "新しい順",
        Title = "title" "題名の順",
        Day = "day" "書類の日付の順",
    }
}

/// What is said of a document, as it is typed.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AboutInput {
    /// At most 100 characters.
    pub title: String,
    /// A word of [`DocumentKind`].
    #[schema(value_type = DocumentKind)]
    pub kind: String,
    /// Null: in no folder.
    #[serde(default)]
    pub folder_id: Option<FolderId>,
    /// The day on the paper.
    #[schema(value_type = String, format = Date)]
    pub dated_on: String,
    /// May be empty; at most 1,000 characters.
    #[serde(default)]
    pub note: String,
}

/// What is said of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    pub title: String,
    pub kind: DocumentKind,
    pub folder: Option<FolderId>,
    pub dated_on: NaiveDate,
    pub note: String,
}

impl About {
    /// What it is sorted and searched by.
    pub fn title_key(&self) -> String {
        fold_key(&self.title)
    }
}

impl AboutInput {
    /// What is said, or everything that is wrong with it; what is found goes to `found` as well.
    pub fn check(&self, today: NaiveDate, found: &mut Violations) -> Option<About> {
        let title = found.field("title", title(&self.title));
        let kind = found.field("kind", kind(&self.kind));
        let dated_on = found.field("dated_on", day(&self.dated_on));
        let last = today.checked_add_days(Days::new(DAYS_AHEAD_MAX)).unwrap_or(today);
        if dated_on.is_some_and(|day| day > last) {
            found.push("dated_on", "too_far", "日付を確かめてください。1年より先の日は入れられません。");
        }
        let note = found.field("note", note(&self.note));
        Some(About { title: title?, kind: kind?, folder: self.folder_id, dated_on: dated_on?, note: note? })
    }
}

fn kind(raw: &str) -> Result<DocumentKind, FieldError> {
    let code = if raw.trim().is_empty() { "required" } else { "unknown_value" };
    DocumentKind::parse(raw.trim()).ok_or_else(|| FieldError::new(code, "書類の種類を選んでください。"))
}

/// A title of one line.
fn title(raw: &str) -> Result<String, FieldError> {
    let text = tidy(raw);
    if text.is_empty() || fold_key(&text).is_empty() {
        return Err(FieldError::new("required", "題名を入力してください。"));
    }
    if text.chars().count() > TITLE_CHARACTERS_MAX {
        return Err(FieldError::new("too_long", format!("題名は{TITLE_CHARACTERS_MAX}文字以内にしてください。")));
    }
    Ok(text)
}

/// A note of several lines, or none.
pub fn note(raw: &str) -> Result<String, FieldError> {
    text_within(NOTE_CHARACTERS_MAX, raw, true)
}

/// Why a document is put away.
pub fn reason(raw: &str) -> Result<String, FieldError> {
    text_within(REASON_CHARACTERS_MAX, raw, false)
}

/// The name of a folder.
pub fn folder_name(raw: &str) -> Result<String, FieldError> {
    let name = ShortText::parse(raw)?;
    if name.as_str().chars().count() > FOLDER_CHARACTERS_MAX {
        return Err(FieldError::too_long(FOLDER_CHARACTERS_MAX));
    }
    if fold_key(name.as_str()).is_empty() {
        return Err(FieldError::required());
    }
    Ok(name.into())
}

/// What has to stand in the key of a title that somebody looks for: each word, in any spelling.
pub fn search_keys(asked: &str) -> Vec<String> {
    const WORDS_MAX: usize = 10;
    tidy(asked).split(' ').map(fold_key).filter(|key| !key.is_empty()).take(WORDS_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();

    fn typed(title: &str, dated_on: &str) -> AboutInput {
        AboutInput {
            title: title.to_owned(),
            kind: "report".to_owned(),
            folder_id: None,
            dated_on: dated_on.to_owned(),
            note: String::new(),
        }
    }

    #[test]
    fn what_is_typed_becomes_uniform_or_every_mistake_is_named() {
        let mut found = Violations::new();
        let about = typed(" 訪問看護 報告書\t(11月分)", "2026/11/27").check(TODAY, &mut found).unwrap();
        assert_eq!((about.title.as_str(), about.dated_on), ("訪問看護 報告書 (11月分)", TODAY));
        assert!(found.is_empty());
        let wrong =
            AboutInput { kind: "letter".to_owned(), note: "長".repeat(1_001), ..typed("\u{200b} ・", "2029-01-01") };
        assert_eq!(wrong.check(TODAY, &mut found), None);
        let fields: Vec<&str> = found.iter().map(|one| one.field.as_str()).collect();
        assert_eq!(fields, ["title", "kind", "dated_on", "note"]);
    }

    #[test]
    fn a_title_is_found_in_any_spelling() {
        let about = typed("ケアプラン（第２表）", "2026-11-27").check(TODAY, &mut Violations::new()).unwrap();
        let fits = |asked: &str| search_keys(asked).iter().all(|key| about.title_key().contains(key));
        assert!(fits("けあぷらん") && fits("第2表 プラン") && fits("") && !fits("第3表"));
        assert_eq!(search_keys(&"あ ".repeat(50)).len(), 10);
    }

    #[test]
    fn folders_have_short_names() {
        assert!(FIRST_FOLDERS.iter().all(|name| folder_name(name).as_deref() == Ok(*name)));
        assert_eq!(folder_name("・").unwrap_err().code, "required");
        assert_eq!(folder_name(&"長".repeat(31)).unwrap_err().code, "too_long");
    }

    #[test]
    fn words_are_the_same_everywhere() {
        for kind in DocumentKind::ALL {
            assert_eq!(DocumentKind::parse(kind.as_str()), Some(*kind));
        }
        for step in DocumentStep::ALL {
            assert_eq!(DocumentStep::parse(step.as_str()), Some(*step));
        }
    }
}
