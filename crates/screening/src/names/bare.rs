//! Whole names without any word around that says so: 山田花子、87歳.

use super::candidate::{Candidate, Form, ending_at};
use crate::folded::{is_hiragana, is_kanji, is_katakana};
use crate::lexicon::{READINGS, Tag};
use crate::message::{Message, Span};

/// Every whole name whose family name the list knows.
pub(super) fn find(message: &Message<'_>) -> Vec<Candidate> {
    let text = &message.text;
    let mut found: Vec<Candidate> = Vec::new();
    let surnames = message.hits.within(0, text.len()).filter(|hit| hit.tag == Tag::Surname && hit.end - hit.start >= 2);
    for surname in surnames {
        let is_inside = is_kanji(text.before(surname.start)) || is_katakana(text.before(surname.start));
        let is_new = found.last().is_none_or(|last| last.end <= surname.start);
        if is_new && (!is_inside || follows_role(message, surname.start)) {
            found.extend(whole(message, surname.start, surname.end));
        }
    }
    found.extend(reports(message));
    found.extend(kana_pairs(message));
    found.extend(latin_pairs(message));
    found
}

/// 向井、昨日から水分摂れず: a family name that a report of somebody's care begins with, as colleagues write in haste.
fn reports(message: &Message<'_>) -> Vec<Candidate> {
    let text = &message.text;
    let begins = message.sentences.iter().filter_map(|sentence| {
        let start = text.skip(sentence.start, |c| matches!(c, ' ' | '・' | '●' | '■'));
        let surname = message.hits.starting_at(start).filter(|hit| hit.tag == Tag::Surname).map(|hit| hit.end).max()?;
        let is_stop = matches!(text.at(surname), '、' | ' ' | ':');
        let is_place = message.hits.ending_at(surname).any(|hit| matches!(hit.tag, Tag::Area | Tag::NotAName))
            || PREFECTURES.iter().any(|name| text.has_before(surname, name));
        let rest = Span { start: surname, end: sentence.end };
        let is_about_work = [Tag::Work, Tag::Colleague, Tag::Courtesy, Tag::General, Tag::Announcement]
            .iter()
            .any(|tag| message.says(rest, *tag));
        // What is wrong may be told in the next sentence.
        let near = Span { end: sentence.end.max(surname + REPORT_LIMIT).min(text.len()), ..rest };
        let is_report = message.says(near, Tag::Care) && !is_about_work;
        (surname - start >= 2 && is_stop && !is_place && is_report).then(|| Candidate {
            given: surname,
            form: Form::Surname,
            ..Candidate::whole(start, surname)
        })
    });
    begins.collect()
}

/// How far a report is looked at.
const REPORT_LIMIT: usize = 50;

/// Prefectures that are family names as well.
const PREFECTURES: [&str; 14] =
    ["千葉", "石川", "山口", "福島", "宮崎", "長崎", "岡山", "福井", "香川", "徳島", "福岡", "秋田", "富山", "山梨"];

fn follows_role(message: &Message<'_>, start: usize) -> bool {
    message
        .hits
        .ending_at(start)
        .any(|hit| matches!(hit.tag, Tag::Kin | Tag::Patient | Tag::Colleague) && hit.end - hit.start >= 2)
}

fn whole(message: &Message<'_>, start: usize, surname_end: usize) -> Option<Candidate> {
    let text = &message.text;
    let gap = if text.at(surname_end) == ' ' { surname_end + 1 } else { surname_end };
    let is_apart = gap > surname_end;
    let next = text.at(gap);
    let goes_on = is_kanji(next) || is_katakana(next) || is_hiragana(next);
    if !goes_on || text.any_at(surname_end, &["さん", "様", "さま", "氏", "先生"]).is_some() {
        return None;
    }
    (1..=4).rev().map(|length| gap + length).find_map(|end| {
        let candidate = ending_at(message, end, false)?;
        let is_whole = candidate.form == Form::Full && candidate.start == start && candidate.given == gap;
        let ends = !is_kanji(text.at(end)) || follows_title(message, end);
        // 中野 一 and 大野三 are more often something else.
        let given: String = text.string(gap, end);
        let is_number = given.chars().all(|c| "一二三四五六七八九十".contains(c));
        let is_kana = given.chars().all(|c| is_katakana(c) || is_hiragana(c));
        let kana_ends = !is_kana || !(is_katakana(text.at(end)) || is_hiragana_word(message, gap, end));
        let is_short = end - gap == 1 && !is_apart && !is_listed(message, gap, end);
        // 行方不明 is a word.
        let is_word = message.hits.starting_at(start).any(|hit| hit.end >= end && hit.tag != Tag::Surname);
        (is_whole && ends && !is_number && kana_ends && !is_short && !is_word).then_some(candidate)
    })
}

fn is_listed(message: &Message<'_>, start: usize, end: usize) -> bool {
    message.hits.ending_at(end).any(|hit| hit.tag == Tag::Given && hit.start == start)
}

/// 石川はな…: hiragana after a family name is grammar, unless the name is at least three letters and stops.
fn is_hiragana_word(message: &Message<'_>, start: usize, end: usize) -> bool {
    let text = &message.text;
    let is_soft = is_hiragana(text.at(start)) && end - start < 3;
    let particle = matches!(text.at(end), 'の' | 'は' | 'が' | 'を' | 'に' | 'も' | 'と' | 'へ' | 'さ' | 'で');
    is_soft || is_hiragana(text.at(start)) && is_hiragana(text.at(end)) && !particle
}

/// Kanji that may follow a whole name without a gap.
fn follows_title(message: &Message<'_>, end: usize) -> bool {
    message.text.any_at(end, &["様", "氏", "殿", "君", "先生", "医師", "宅", "歳"]).is_some()
        || message.hits.starting_at(end).any(|hit| hit.tag == Tag::Colleague && hit.end - hit.start >= 2)
}

/// Tanaka Hanako without anything around.
fn latin_pairs(message: &Message<'_>) -> Vec<Candidate> {
    let text = &message.text;
    let is_letter = |c: char| c.is_ascii_alphabetic();
    let ends = (1..=text.len()).filter(|end| is_letter(text.before(*end)) && !is_letter(text.at(*end)));
    ends.filter_map(|end| ending_at(message, end, false)).filter(|found| found.form == Form::Full).collect()
}

/// ハシモト トミ: reading of a family name, a space, reading of a given name.
fn kana_pairs(message: &Message<'_>) -> Vec<Candidate> {
    let text = &message.text;
    let gaps = (0..text.len()).filter(|index| matches!(text.at(*index), ' ' | '・'));
    let pairs = gaps.filter_map(|gap| {
        let start = text.skip_back(gap, is_katakana);
        let end = text.skip(gap + 1, is_katakana);
        let is_pair = gap - start >= 2
            && end > gap + 2
            && READINGS.surnames.contains(&text.hiragana(start, gap))
            && READINGS.given.contains(&text.hiragana(gap + 1, end));
        is_pair.then(|| Candidate { given: gap + 1, ..Candidate::whole(start, end) })
    });
    pairs.collect()
}
