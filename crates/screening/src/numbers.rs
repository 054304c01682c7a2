//! Numbers that stand for a person: individual numbers, insurance numbers, numbers of patients' files.

mod check_digits;
mod digits;
mod insurance;

pub(crate) use digits::{Group, Number, groups, is_hyphen, windows};

use crate::finding::{Found, Kind};
use crate::folded::{Folded, is_kanji, is_katakana};
use crate::message::Message;

/// How far before or after a number its label may stand.
const LABEL_BEFORE: usize = 40;
const LABEL_AFTER: usize = 16;

const MY_NUMBER_LABELS: [&str; 8] =
    ["個人番号", "マイナンバ", "マイナ番号", "マイナカード", "マイナ保険証", "通知カード", "my number", "mynumber"];
/// What has numbers of twelve digits, too; beside everything whose number is a word, such as 受講番号.
const OTHER_LABELS: [&str; 16] = [
    "荷物",
    "伝票",
    "送り状",
    "追跡",
    "配送",
    "宅配",
    "注文",
    "口座",
    "型番",
    "シリアル",
    "ロット",
    "jan",
    "id",
    "zoom",
    "ミーティング",
    "会議",
];

/// Every such number.
pub(crate) fn find(message: &Message<'_>) -> Vec<Found> {
    let groups = groups(&message.text);
    let mut found = my_numbers(message, &groups);
    for one in insurance::find(message, &groups) {
        if !found.iter().any(|other| other.overlaps(one.start, one.end)) {
            found.push(one);
        }
    }
    found
}

/// One number in ten has the right check digit by chance: one is an individual number when a label says so, or when
/// nothing says that it is another, as when somebody passes on digits alone.
fn my_numbers(message: &Message<'_>, groups: &[Group]) -> Vec<Found> {
    let numbers = windows(&message.text, groups, 12..=12);
    let is_one = |number: &Number| {
        check_digits::is_my_number(&number.digits)
            && number.stands_alone
            && (has_label(message, number, &MY_NUMBER_LABELS) || is_unexplained(message, number))
    };
    let found = numbers.iter().filter(|number| is_one(number));
    found.map(|number| Found::new(Kind::MyNumber, number.start, number.end, MY_NUMBER_REASON)).collect()
}

const MY_NUMBER_REASON: &str =
    "個人番号(マイナンバー)と思われる番号です。法律で決められた手続のほかでは、書くことも集めることもできません。";

/// Whether a label stands near: before it, if need be on the line above, or soon after it.
fn has_label(message: &Message<'_>, number: &Number, labels: &[&str]) -> bool {
    let text = &message.text;
    let before = number.start.saturating_sub(LABEL_BEFORE);
    let lines_from = message.previous_line(number.start).map_or(0, |line| line.start);
    let after = (number.end + LABEL_AFTER).min(message.line(number.start).end);
    text.contains(before.max(lines_from), number.start, labels) || text.contains(number.end, after, labels)
}

/// Whether twelve digits are written as on the card, and nothing around them says what else they are.
fn is_unexplained(message: &Message<'_>, number: &Number) -> bool {
    let text = &message.text;
    let line = message.line(number.start);
    let is_written_so = matches!(number.lengths.as_slice(), [12] | [4, 4, 4]);
    let touches = |c: char| c.is_ascii_alphanumeric() || matches!(c, '#' | '/' | '_' | '=' | '.');
    let is_part = touches(text.before(number.start)) || touches(text.at(number.end));
    let from = line.start.max(number.start.saturating_sub(LABEL_BEFORE));
    let to = line.end.min(number.end + LABEL_AFTER);
    is_written_so && !is_part && !text.contains(from, to, &OTHER_LABELS) && !is_numbered(text, from, number.start)
}

/// Whether 番号 ends a longer word: 受講番号, 整理番号.
fn is_numbered(text: &Folded<'_>, from: usize, to: usize) -> bool {
    let is_word = |place: &(usize, usize)| {
        let before = text.before(place.0);
        from < place.0 && place.1 <= to && (is_kanji(before) || is_katakana(before) || before.is_ascii_alphabetic())
    };
    text.places(&["番号"]).iter().any(is_word)
}

#[cfg(test)]
mod tests {
    use crate::{Directory, Kind, screen};

    fn found(text: &str) -> Vec<(Kind, String)> {
        screen(text, &Directory::default()).findings.into_iter().map(|one| (one.kind, one.text)).collect()
    }

    #[test]
    fn an_individual_number_needs_label_and_check_digit() {
        for text in ["マイナンバー:1234 5678 9018", "個人番号 １２３４−５６７８−９０１８", "123456789018(個人番号)"]
        {
            assert_eq!(found(text).first().map(|one| one.0), Some(Kind::MyNumber), "{text}");
        }
        assert_eq!(found("123456789018 って何の番号でしょう").len(), 1);
        for text in [
            "マイナンバー:1234 5678 9012",
            "https://example.jp/123456789018",
            "荷物の番号 123456789018",
            "個人番号 1234567890189",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn a_number_in_brackets_is_one() {
        assert_eq!(found("マイナンバー(8246 2819 4826)を").len(), 1);
    }

    #[test]
    fn insurance_numbers_need_a_label() {
        for (text, number) in [
            ("被保険者番号は0001234567です", "0001234567"),
            ("介護保険証の番号 ０００１２３４５６７", "０００１２３４５６７"),
            ("保険者番号06120018", "06120018"),
            ("基礎年金番号:1234-567890", "1234-567890"),
            ("保険証の記号12 番号3456", "12 番号3456"),
            ("診察券番号 0012345", "0012345"),
            ("受給者番号1234567", "1234567"),
        ] {
            assert_eq!(found(text), [(Kind::InsuranceNumber, number.to_owned())], "{text}");
        }
        for text in
            ["保険者番号06120019", "介護保険の保険者番号は122036です", "受付番号 0001234567", "被保険者番号の欄を確認"]
        {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
