//! What each list of a desk says of a row, for spreadsheets. A statement gives a row as a JSON array, in the order of the
//! columns here.

use domain::application::Status;
use domain::words::{
    Channel, Desk, OrganizationKind, OriginalReceivedBy, Profession, RepresentativeRelation, RoomVisibility, SignedBy,
};
use serde_json::Value;
use web::csv;

/// One list.
pub(crate) struct DeskList {
    /// In the file's name and the audit trail.
    pub(crate) name: &'static str,
    /// `?1` the last row of the page before, `?2` how many, `?3` now where `is_of_now`.
    pub(crate) sql: &'static str,
    pub(crate) columns: &'static [Column],
    pub(crate) is_of_now: bool,
    /// So many rows, or rooms with all who are in them, are read at a time.
    pub(crate) page: i64,
    /// So many lines are given out; more of people whose every view is on record would be more than one looks at.
    pub(crate) rows_max: usize,
}

/// One column: its head, and how its values read.
pub(crate) struct Column(pub(crate) &'static str, Reads);

#[derive(Clone, Copy)]
enum Reads {
    /// As it is stored.
    Plain,
    /// Milliseconds UTC, read in Japan.
    Time,
    /// A word of a vocabulary.
    Word(fn(&str) -> Option<&'static str>),
}

impl Column {
    /// A stored value in words; empty where there is none.
    pub(crate) fn read(&self, value: &Value) -> String {
        match (self.1, value) {
            (_, Value::Null) => String::new(),
            (Reads::Time, Value::Number(at)) => at.as_i64().map(csv::in_japan).unwrap_or_default(),
            (Reads::Word(label), Value::String(word)) => label(word).map_or_else(|| word.clone(), str::to_owned),
            (_, Value::String(text)) => text.clone(),
            (_, other) => other.to_string(),
        }
    }
}

const fn plain(head: &'static str) -> Column {
    Column(head, Reads::Plain)
}

const fn time(head: &'static str) -> Column {
    Column(head, Reads::Time)
}

const fn word(head: &'static str, label: fn(&str) -> Option<&'static str>) -> Column {
    Column(head, Reads::Word(label))
}

const ROWS_MAX: usize = 50_000;
const ROWS: i64 = 2_000;
const NAMED_ROWS_MAX: usize = 5_000;
const ROOMS: i64 = 100;

fn profession(word: &str) -> Option<&'static str> {
    Profession::parse(word).map(Profession::label_ja)
}

fn room_state(word: &str) -> Option<&'static str> {
    match word {
        "open" => Some("開いている"),
        "closed" => Some("閉じた"),
        "none" => Some("なし"),
        _ => None,
    }
}

fn visibility(word: &str) -> Option<&'static str> {
    RoomVisibility::parse(word).map(RoomVisibility::label_ja)
}

/// Organizations with who manages them.
pub(crate) const ORGANIZATIONS: DeskList = DeskList {
    name: "organizations",
    sql: include_str!("../sql/export-organizations.sql"),
    columns: &[
        plain("利用団体"),
        word("種別", |word| OrganizationKind::parse(word).map(OrganizationKind::label_ja)),
        plain("郵便番号"),
        plain("所在地"),
        plain("電話番号"),
        plain("システム管理担当者"),
        plain("使えるアカウント"),
        time("登録日時"),
    ],
    is_of_now: false,
    page: ROWS,
    rows_max: ROWS_MAX,
};

/// Accounts, stopped ones as well.
pub(crate) const ACCOUNTS: DeskList = DeskList {
    name: "accounts",
    sql: include_str!("../sql/export-accounts.sql"),
    columns: &[
        plain("ログインID"),
        plain("氏名"),
        plain("フリガナ"),
        plain("利用団体"),
        word("職種", profession),
        plain("職種(その他)"),
        plain("メールアドレス"),
        word("窓口", |word| Desk::parse(word).map(Desk::label_ja)),
        time("作成日時"),
        time("初回ログイン"),
        time("利用中止"),
    ],
    is_of_now: false,
    page: ROWS,
    rows_max: ROWS_MAX,
};

/// Collaboration rooms.
pub(crate) const ROOMS_OF_CITY: DeskList = DeskList {
    name: "rooms",
    sql: include_str!("../sql/export-rooms.sql"),
    columns: &[
        plain("部屋"),
        plain("目的"),
        plain("テーマ"),
        plain("参加する人"),
        word("公開", visibility),
        plain("参加者の数"),
        time("開設日時"),
        time("最後の書き込み"),
        time("閉鎖日時"),
        plain("閉じた理由"),
    ],
    is_of_now: false,
    page: ROWS,
    rows_max: ROWS_MAX,
};

/// The common tags (R28).
pub(crate) const TAGS: DeskList = DeskList {
    name: "tags",
    sql: include_str!("../sql/export-tags.sql"),
    columns: &[plain("タグ"), plain("順番"), time("作成日時"), time("使うのをやめた日時")],
    is_of_now: false,
    page: ROWS,
    rows_max: ROWS_MAX,
};

/// Registrants.
pub(crate) const REGISTRANTS: DeskList = DeskList {
    name: "registrants",
    sql: include_str!("../sql/export-registrants.sql"),
    columns: &[
        plain("登録者番号"),
        plain("氏名"),
        plain("フリガナ"),
        plain("生年月日"),
        plain("郵便番号"),
        plain("住所"),
        plain("電話番号"),
        word("部屋", room_state),
        time("登録日時"),
        time("部屋を閉じた日時"),
    ],
    is_of_now: false,
    page: ROWS,
    rows_max: NAMED_ROWS_MAX,
};

/// Open support rooms with who is in them.
pub(crate) const TEAMS: DeskList = DeskList {
    name: "support_rooms",
    sql: include_str!("../sql/export-teams.sql"),
    columns: &[
        plain("登録者番号"),
        plain("氏名"),
        plain("フリガナ"),
        time("部屋の開設日時"),
        plain("担当者"),
        plain("担当者のフリガナ"),
        word("職種", profession),
        plain("所属"),
        time("担当の始まり"),
        time("担当の終わり"),
    ],
    is_of_now: true,
    page: ROOMS,
    rows_max: NAMED_ROWS_MAX,
};

/// Consents (Form 7) as they were accepted.
pub(crate) const CONSENTS: DeskList = DeskList {
    name: "consents",
    sql: include_str!("../sql/export-consents.sql"),
    columns: &[
        plain("登録者番号"),
        plain("氏名"),
        plain("フリガナ"),
        plain("受付番号"),
        word("署名した人", |word| SignedBy::parse(word).map(SignedBy::label_ja)),
        plain("代理人"),
        word("代理人の続柄", |word| RepresentativeRelation::parse(word).map(RepresentativeRelation::label_ja)),
        plain("署名日"),
        plain("写しを原本とする同意の日"),
        word("原本の受け取り方", |word| OriginalReceivedBy::parse(word).map(OriginalReceivedBy::label_ja)),
        plain("原本の受領日"),
        time("撤回日時"),
    ],
    is_of_now: false,
    page: ROWS,
    rows_max: NAMED_ROWS_MAX,
};

/// Forms 8.
pub(crate) const CARE_TEAM_NOTICES: DeskList = DeskList {
    name: "care_team_notices",
    sql: include_str!("../sql/export-care-team-notices.sql"),
    columns: &[
        plain("受付番号"),
        word("状態", |word| Status::parse(word).map(Status::label_ja)),
        plain("利用団体"),
        plain("申請者"),
        word("届いた方法", |word| Channel::parse(word).map(Channel::label_ja)),
        time("受付日時"),
        time("受理日時"),
        plain("期限"),
        plain("登録者番号"),
        plain("登録者"),
    ],
    is_of_now: false,
    page: ROWS,
    rows_max: NAMED_ROWS_MAX,
};

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn stored_values_read_as_people_read_them() {
        assert_eq!(time("").read(&json!(1_767_193_199_000_i64)), "2025-12-31 23:59:59");
        assert_eq!(word("", profession).read(&json!("visiting_nurse")), Profession::VisitingNurse.label_ja());
        assert_eq!(word("", profession).read(&json!("no such word")), "no such word");
        assert_eq!((plain("").read(&json!(null)), plain("").read(&json!(12))), (String::new(), "12".to_owned()));
    }
}
