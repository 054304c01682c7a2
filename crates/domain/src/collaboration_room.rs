//! Collaboration rooms (職種連携の部屋): a theme, those whom its purpose needs, no patient data (R23–R27).

use crate::text::{RoomName, ShortText};
use crate::words::{MembershipChange, RoomVisibility};
use crate::{FieldError, NoteText, ThemeId, Violations, fold_key};

/// After so many days in which nobody posted, a room is a candidate to close (R26).
pub const QUIET_DAYS: i64 = 90;

/// The longest purpose, in characters.
pub const MAX_PURPOSE: usize = 500;

/// The longest answer to who takes part, in characters.
pub const MAX_SCOPE: usize = 300;

/// The longest reason, in characters.
pub const MAX_REASON: usize = 500;

const QUIET_MS: i64 = QUIET_DAYS * 24 * 60 * 60 * 1000;

/// The last moment, in milliseconds UTC, since which a room may have been silent to be a candidate at `now`.
pub const fn quiet_before(now: i64) -> i64 {
    now.saturating_sub(QUIET_MS)
}

/// Since when a room is silent, if that is long enough for a candidate.
pub const fn quiet_since(silent_since: i64, now: i64) -> Option<i64> {
    if silent_since <= quiet_before(now) { Some(silent_since) } else { None }
}

/// What says of itself that it is a room and nothing else.
const SAYS_NOTHING: [&str; 16] = [
    "職種連携",
    "多職種",
    "連携",
    "部屋",
    "へや",
    "るーむ",
    "ぐるーぷ",
    "ちゃっと",
    "ちーむ",
    "てすと",
    "みんな",
    "room",
    "group",
    "chat",
    "team",
    "test",
];

/// The name of a room (R24): what is left of it without 部屋 and the like has to say something of a purpose. Whether it
/// says enough is for the city to judge.
pub fn name(raw: &str) -> Result<RoomName, FieldError> {
    let name = RoomName::parse(raw)?;
    let mut rest = fold_key(name.as_str());
    for word in SAYS_NOTHING {
        rest = rest.replace(word, "");
    }
    if rest.chars().filter(|c| c.is_alphabetic() && *c != 'の').count() < 2 {
        let message = "何のための部屋かが分かる名前にしてください。例：褥瘡ケア研修（令和8年度）の連絡";
        return Err(FieldError::new("says_no_purpose", message));
    }
    Ok(name)
}

/// What a room is, apart from who is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomDetails {
    /// What it is called.
    pub name: RoomName,
    /// What it is for.
    pub purpose: NoteText,
    /// Its theme.
    pub theme: ThemeId,
    /// Who takes part, in words (R24).
    pub scope: NoteText,
    /// Whether others find it.
    pub visibility: RoomVisibility,
}

/// What a room is, as sent.
#[derive(Clone, Copy, Debug)]
pub struct DetailsInput<'a> {
    /// What it is called.
    pub name: &'a str,
    /// What it is for.
    pub purpose: &'a str,
    /// The number of its theme.
    pub theme_id: Option<i64>,
    /// Who takes part, in words.
    pub scope: &'a str,
    /// Whether others find it.
    pub visibility: &'a str,
}

/// What the database says about details that were sent.
#[derive(Clone, Debug, Default)]
pub struct DetailsFacts {
    /// The theme with the number that was sent, while it is offered.
    pub theme: Option<ThemeId>,
    /// Whether another open room has this name.
    pub name_in_use: bool,
}

/// The details, when each can be read and the name is free.
pub fn details(v: &mut Violations, input: DetailsInput<'_>, facts: &DetailsFacts) -> Option<RoomDetails> {
    let name = match name(input.name) {
        Err(error) if error.code == "says_no_purpose" => {
            v.push_rule("R24", "name", error.code, error.message);
            None
        }
        other => v.field("name", other),
    };
    if name.is_some() && facts.name_in_use {
        let message = "同じ名前の部屋がすでにあります。目的が同じなら、その部屋への参加を申請してください。";
        v.push_rule("R24", "name", "name_in_use", message);
    }
    let purpose = v.field("purpose", NoteText::within(MAX_PURPOSE, input.purpose));
    let theme = theme(v, input.theme_id, facts.theme);
    let scope = v.field("scope", NoteText::within(MAX_SCOPE, input.scope));
    let visibility = v.word("visibility", input.visibility, RoomVisibility::parse);
    Some(RoomDetails { name: name?, purpose: purpose?, theme: theme?, scope: scope?, visibility: visibility? })
}

fn theme(v: &mut Violations, sent: Option<i64>, known: Option<ThemeId>) -> Option<ThemeId> {
    if sent.is_none() {
        v.push("theme_id", "required", "テーマを選んでください。");
    } else if known.is_none() {
        v.push("theme_id", "unknown_theme", "このテーマは今は選べません。選び直してください。");
    }
    known
}

/// The name of a theme: one line of at most 60 characters.
pub fn theme_name(raw: &str) -> Result<ShortText, FieldError> {
    ShortText::parse(raw)
}

/// How somebody stands to a room when an application about him arrives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Takes part now.
    pub is_member: bool,
    /// An open application asks to join.
    pub joining: bool,
    /// An open application asks to leave.
    pub leaving: bool,
}

/// Whether an application that just arrives asks for something (R25). What is the case already, or asked for already,
/// need not be asked for; against a change that is still open the opposite may be. At the decision nothing of this is
/// asked again: then the last decision counts.
pub fn asks_for_something(change: MembershipChange, standing: Standing) -> Result<(), FieldError> {
    let (already, same, opposite, refusal) = match change {
        MembershipChange::Join => (
            standing.is_member,
            standing.joining,
            standing.leaving,
            FieldError::new("already_member", "この方は、すでにこの部屋に参加しています。"),
        ),
        MembershipChange::Leave => (
            !standing.is_member,
            standing.leaving,
            standing.joining,
            FieldError::new("not_member", "この方は、この部屋に参加していません。"),
        ),
    };
    if same {
        let label = change.label_ja();
        let message = format!("この方の{label}は、すでに申請されています。市の窓口の判断をお待ちください。");
        return Err(FieldError::new("already_asked", message));
    }
    if already && !opposite { Err(refusal) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn r24_a_name_says_the_purpose() {
        for good in ["褥瘡ケア研修の連絡", "退院調整の部屋", "ACP勉強会", "災害時の安否確認", "薬局と訪問看護の連絡会"]
        {
            assert!(name(good).is_ok(), "{good}");
        }
        for bad in ["部屋", "部屋１", "Room 2", "テストの部屋", "グループチャット", "職種連携の部屋", "Aチーム", "123"]
        {
            assert_eq!(name(bad).unwrap_err().code, "says_no_purpose", "{bad}");
        }
        assert_eq!(name(" ").unwrap_err().code, "required");
        assert_eq!(name(&"あ".repeat(61)).unwrap_err().code, "too_long");
    }

    #[test]
    fn r26_a_room_is_quiet_after_ninety_days() {
        let now = 1_800_000_000_000;
        let days_ago = |days: i64| now - days * 24 * 60 * 60 * 1000;
        assert_eq!(quiet_since(days_ago(90), now), Some(days_ago(90)));
        assert_eq!(quiet_since(days_ago(90) + 1, now), None);
    }

    #[test]
    fn r25_what_is_so_already_is_not_asked_for_but_against_an_open_change() {
        use MembershipChange::{Join, Leave};
        let code = |change, standing| asks_for_something(change, standing).map_err(|error| error.code);
        let nobody = Standing::default();
        let member = Standing { is_member: true, ..nobody };
        assert_eq!((code(Join, nobody), code(Leave, member)), (Ok(()), Ok(())));
        assert_eq!((code(Join, member), code(Leave, nobody)), (Err("already_member"), Err("not_member")));
        assert_eq!(code(Join, Standing { leaving: true, ..member }), Ok(()));
        assert_eq!(code(Leave, Standing { joining: true, ..nobody }), Ok(()));
        assert_eq!(code(Join, Standing { joining: true, ..nobody }), Err("already_asked"));
        assert_eq!(code(Leave, Standing { leaving: true, ..member }), Err("already_asked"));
    }

    #[test]
    fn every_detail_is_asked_for_at_once() {
        let empty = DetailsInput { name: "", purpose: "", theme_id: None, scope: "", visibility: "" };
        let mut v = Violations::new();
        assert_eq!(details(&mut v, empty, &DetailsFacts::default()), None);
        for field in ["name", "purpose", "theme_id", "scope", "visibility"] {
            assert!(v.has(field, "required"), "{field}");
        }
        let full = DetailsInput {
            name: "褥瘡ケア研修",
            purpose: "日程",
            theme_id: Some(7),
            scope: "看護師",
            visibility: "listed",
        };
        let mut v = Violations::new();
        assert_eq!(details(&mut v, full, &DetailsFacts { theme: None, name_in_use: true }), None);
        assert!(v.has("name", "name_in_use") && v.has("theme_id", "unknown_theme"));
    }

    proptest! {
        #[test]
        fn any_text_is_a_name_or_refused(raw in any::<String>()) {
            if let Ok(name) = name(&raw) {
                prop_assert!(super::name(name.as_str()).is_ok());
            }
        }
    }
}
