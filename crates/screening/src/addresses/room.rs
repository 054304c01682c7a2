//! A room in a named building without any lot: ハイツ富浜の305号室, 県営住宅4号棟402.

use crate::folded::{Folded, is_hiragana, is_kanji, is_katakana};

/// A room, and whether it says so itself.
pub(super) struct Room {
    pub(super) start: usize,
    pub(super) end: usize,
    /// 号室 follows the number, or it follows that of a block; otherwise only what is said of it tells a room from a quantity.
    pub(super) is_named: bool,
}

/// What people live in. A ward or a home for the elderly is none: its rooms are its own affair.
const BUILDINGS: [&str; 18] = [
    "コーポ",
    "ハイツ",
    "メゾン",
    "マンション",
    "アパート",
    "ハイム",
    "レジデンス",
    "パレス",
    "ビラ",
    "ヴィラ",
    "荘",
    "団地",
    "県営住宅",
    "市営住宅",
    "都営住宅",
    "公団住宅",
    "ハイタウン",
    "社宅",
];

/// A building's name is not longer.
const NAME_LIMIT: usize = 12;

/// Every room.
pub(super) fn find(text: &Folded<'_>) -> Vec<Room> {
    let mut found: Vec<Room> = Vec::new();
    for (start, end) in text.places(&BUILDINGS) {
        let begin = text.skip_back(start, is_name).max(start.saturating_sub(NAME_LIMIT));
        let is_new = found.last().is_none_or(|last| last.end <= begin);
        found.extend(room(text, begin, end).filter(|_| is_new));
    }
    found
}

fn is_name(c: char) -> bool {
    is_kanji(c) || is_katakana(c) || c.is_ascii_alphabetic()
}

fn room(text: &Folded<'_>, start: usize, building: usize) -> Option<Room> {
    let name =
        text.skip(building, |c| is_name(c) || c == ' ' || is_hiragana(c) && c != 'の').min(building + NAME_LIMIT);
    let joined = text.skip(name, |c| matches!(c, ' ' | 'の' | '、' | '-')).min(name + 1);
    let first = digits(text, joined)?;
    let (end, is_named) = match text.any_at(first, &["号室", "号棟", "棟", "号"]) {
        Some(length) if text.has(first, "号室") => (first + length, true),
        // A block alone is where many live.
        Some(length) => {
            let rest = text.skip(first + length, |c| matches!(c, ' ' | 'の' | '-')).min(first + length + 1);
            let last = digits(text, rest)?;
            (last + text.any_at(last, &["号室", "号"]).unwrap_or_default(), true)
        }
        None => (first, false),
    };
    // アパート2階 counts what there is; a room has three digits.
    let is_room = is_named || first - joined >= 3;
    (is_room && !text.at(end).is_ascii_alphanumeric()).then_some(Room { start, end, is_named })
}

fn digits(text: &Folded<'_>, start: usize) -> Option<usize> {
    let end = text.skip(start, |c| c.is_ascii_digit());
    (end > start && end - start <= 4).then_some(end)
}
