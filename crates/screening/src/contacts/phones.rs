//! Telephone numbers.

use super::office::is_office;
use crate::finding::{Found, Kind};
use crate::folded::is_kanji;
use crate::message::Message;
use crate::numbers::{Group, Number, windows};

const REASON: &str = "電話番号です。個人の連絡先は、その人の支援の部屋か電話で伝えてください。";

const LABELS: [&str; 10] = ["電話", "tel", "℡", "☎", "携帯", "ケータイ", "連絡先", "スマホ", "番号は", "phone"];
/// What stands between a label and a number without an area code.
const LABEL_GAP: usize = 6;

pub(super) fn find(message: &Message<'_>, groups: &[Group]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut numbers = windows(&message.text, groups, 10..=13);
    numbers.retain(|number| is_national(message, number) || is_international(message, number));
    let local = windows(&message.text, groups, 6..=8);
    numbers.extend(local.into_iter().filter(|number| is_local(message, number)));
    for number in numbers {
        let (start, end) = with_brackets(message, &number);
        let is_new = !found.iter().any(|one| one.overlaps(start, end));
        if is_new && !is_office(message, start, end) {
            found.push(Found::new(Kind::Phone, start, end, REASON));
        }
    }
    found
}

/// Ten digits of a fixed line, eleven of a mobile or IP telephone, as one group or ending in four digits.
fn is_national(message: &Message<'_>, number: &Number) -> bool {
    let prefix: String = number.digits.iter().take(4).filter_map(|digit| char::from_digit(*digit, 10)).collect();
    let is_free = ["0120", "0570", "0800", "0990", "0180"].contains(&prefix.as_str());
    let is_mobile = ["050", "060", "070", "080", "090"].iter().any(|mobile| prefix.starts_with(mobile));
    let is_long_enough = number.digits.len() == if is_mobile { 11 } else { 10 };
    let starts = prefix.starts_with('0') && !prefix.starts_with("00");
    let is_grouped = match number.lengths.as_slice() {
        [_] => true,
        [first, .., last] => (2..=5).contains(first) && (*last == 4 || *last == 3 || *last == 8),
        [] => false,
    };
    let follows_plus = message.text.before(number.start) == '+';
    starts && is_long_enough && !is_free && is_grouped && number.stands_alone && !follows_plus
}

fn is_international(message: &Message<'_>, number: &Number) -> bool {
    let is_japan = number.digits.starts_with(&[8, 1]) && message.text.before(number.start) == '+';
    is_japan && (11..=13).contains(&number.digits.len())
}

/// A number within the city, which only a label tells from other digits.
fn is_local(message: &Message<'_>, number: &Number) -> bool {
    let text = &message.text;
    let [first, 4] = number.lengths.as_slice() else { return false };
    let before = text.string(number.start.saturating_sub(LABEL_GAP + 4), number.start);
    let is_labelled = LABELS.iter().any(|label| {
        before.rsplit_once(label).is_some_and(|(head, gap)| {
            // 請求書番号は: the number of something else.
            let is_other = *label == "番号は" && head.ends_with(is_kanji);
            gap.chars().count() <= LABEL_GAP && !gap.contains('。') && !is_other
        })
    });
    (2..=4).contains(first) && !number.digits.starts_with(&[0]) && is_labelled && number.stands_alone
}

/// With the bracket around an area code and the plus before a country's.
fn with_brackets(message: &Message<'_>, number: &Number) -> (usize, usize) {
    let text = &message.text;
    let opens = matches!(text.before(number.start), '(' | '+');
    let closes_within = text.chars(number.start, number.end).any(|c| c == ')');
    let opens_within = text.chars(number.start, number.end).any(|c| c == '(');
    let is_plus = text.before(number.start) == '+';
    let start = if opens && (is_plus || closes_within && !opens_within) { number.start - 1 } else { number.start };
    (start, number.end)
}

#[cfg(test)]
mod tests {
    use crate::{Directory, Kind, screen};

    fn phones(text: &str) -> Vec<String> {
        let findings = screen(text, &Directory::default()).findings;
        findings.into_iter().filter(|one| one.kind == Kind::Phone).map(|one| one.text).collect()
    }

    #[test]
    fn a_number_is_found_in_any_spelling() {
        for number in [
            "090-1234-5678",
            "０９０−１２３４−５６７８",
            "09012345678",
            "090 1234 5678",
            "090ー1234ー5678",
            "047-312-3456",
            "(047)312-3456",
            "047(312)3456",
            "0473123456",
            "+81 90-1234-5678",
            "03-1234-5678",
            "090.1234.5678",
            "〇四七の三一二の三四五六",
            "0 9 0 - 1 2 3 4 - 5 6 7 8",
            "〇九〇-一二三四-五六七八",
        ] {
            assert_eq!(phones(&format!("長女様は{number}です")), [number], "{number}");
        }
        assert_eq!(phones("自宅の電話は312-3456"), ["312-3456"]);
        assert_eq!(phones("長男 090-1234-5678 次男 080-1234-5678").len(), 2);
    }

    #[test]
    fn other_numbers_and_those_of_offices_are_none() {
        for text in [
            "0120-123-456",
            "2024-04-01",
            "血圧は120-80",
            "受付番号 4-26-000001-24",
            "0001234567",
            "お問い合わせは事務局(047-312-3456)へ",
            "FAX 047-312-3456",
            "110番",
            "請求書番号は2026-0458です",
            "090-〇〇〇〇-1234",
            "相談は#7119へ",
            "研修のお知らせ 日時 5月2日 会場 公民館 047-312-3456 申込",
        ] {
            assert!(phones(text).is_empty(), "{text}: {:?}", phones(text));
        }
    }
}
