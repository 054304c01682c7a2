//! Whether a number or an address is that of an office.

use crate::lexicon::Tag;
use crate::message::{Message, Span};

/// How far words about a contact may stand from it.
const BEFORE: usize = 45;
const AFTER: usize = 25;

/// Whether the words around a contact speak of an office and not of a person.
pub(crate) fn is_office(message: &Message<'_>, start: usize, end: usize) -> bool {
    let (sentence, line) = (message.sentence(start), message.line(start));
    let until = sentence.end.max(end).min(end + AFTER);
    let near = Span { start: sentence.start.max(start.saturating_sub(BEFORE)), end: until };
    if speaks_of_person(message, near) {
        return false;
    }
    let on_line = Span { start: line.start.max(start.saturating_sub(BEFORE)), end: until };
    if message.says(on_line, Tag::Office) && !speaks_of_person(message, on_line) || is_announcement(message) {
        return true;
    }
    // An address below the name of an office, as at the end of a letter.
    let is_bare = line.end - line.start <= end - start + 24;
    let above = message.previous_line(start);
    let higher = above.and_then(|line| message.previous_line(line.start));
    let lines: Vec<Span> = [above, higher].into_iter().flatten().collect();
    is_bare
        && lines.iter().any(|line| names_office(message, *line))
        && !lines.iter().any(|line| speaks_of_person(message, *line))
}

/// Whether an office or a post in one is named; 市 alone is the beginning of an address.
fn names_office(message: &Message<'_>, line: Span) -> bool {
    let mut hits = message.hits.within(line.start, line.end);
    hits.any(|hit| hit.tag == Tag::Office || hit.tag == Tag::Colleague && hit.end - hit.start >= 2)
}

fn speaks_of_person(message: &Message<'_>, span: Span) -> bool {
    let text = &message.text;
    let is_person = |hit: &crate::lexicon::Hit| matches!(hit.tag, Tag::Private | Tag::Kin | Tag::Patient);
    message.hits.within(span.start, span.end).any(is_person) || text.contains(span.start, span.end, &["様宅", "さん宅"])
}

/// Whether a message invites people to something, whose place and contact are public.
pub(crate) fn is_announcement(message: &Message<'_>) -> bool {
    *message.is_announcement.get_or_init(|| invites(message))
}

fn invites(message: &Message<'_>) -> bool {
    let text = &message.text;
    let whole = text.len();
    let has_time =
        message.mentions(&["日時", "日程:", "開催日", "開始時間", "日 時", "とき:", "■日", "期日:", "〆切", "締切"]);
    let has_place =
        message.mentions(&["会場", "場所", "開催方法", "オンライン", "ところ:", "申込", "申し込み", "zoom", "定員"]);
    let has_head = text.contains(
        0,
        whole.min(60),
        &["お知らせ", "ご案内", "案内", "募集", "開催", "講座", "研修", "セミナー", "勉強会", "講演"],
    );
    usize::from(has_time) + usize::from(has_place) + usize::from(has_head) >= 2
        && message.hits.count(0, whole, Tag::Announcement) >= 3
}
