//! What may be a name, read backwards from where it ends.

use crate::folded::{Folded, is_hiragana, is_kanji, is_katakana};
use crate::lexicon::{READINGS, Tag};
use crate::message::Message;

/// How sure the form of a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// Neither family nor given name is known.
    Unknown,
    /// A given name alone.
    Given,
    /// A family name alone.
    Surname,
    /// Family and given name.
    Full,
}

/// How it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// さん, 様 … follow from this place on, up to the second.
    Honorific(usize, usize),
    /// 氏名: and the like stand before.
    Label,
    /// A role such as 患者 or a relative stands before.
    Role,
    /// Its form alone.
    Bare,
}

/// A place that may be a name, in glyphs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the given name begins, or the end.
    pub(super) given: usize,
    pub(super) form: Form,
    pub(super) source: Source,
}

impl Candidate {
    /// A whole name that the directory knows.
    pub(super) fn whole(start: usize, end: usize) -> Self {
        Self { start, end, given: end, form: Form::Full, source: Source::Bare }
    }
}

/// A given name is not longer, nor are a reading or a foreign name.
const GIVEN_LIMIT: usize = 4;
const KANA_LIMIT: usize = 8;

/// The name that ends at a place. `is_addressed`: さん or 様 follow, so that an unknown word may be one.
pub(super) fn ending_at(message: &Message<'_>, end: usize, is_addressed: bool) -> Option<Candidate> {
    let names_nobody = word_for_somebody(message, end);
    if message.text.before(end).is_ascii_alphabetic() {
        return latin(&message.text, end);
    }
    let candidate = full(message, end, is_addressed).or_else(|| surname(message, end)).or_else(|| given(message, end));
    let candidate = match candidate {
        // 大家さん, お孫さん: the longer word wins, and a word of the same length is the more usual one.
        Some(found) if is_hidden(&found, names_nobody) => None,
        None if is_addressed && names_nobody.is_none() => unknown(message, end),
        other => other,
    };
    candidate.filter(|found| found.start < found.end)
}

/// Whether a word that names nobody says more: の + お子, but not みよ + 子.
fn is_hidden(found: &Candidate, names_nobody: Option<usize>) -> bool {
    names_nobody.is_some_and(|start| start <= found.start || found.form == Form::Given && found.end - start >= 2)
}

fn candidate(start: usize, given: usize, end: usize, form: Form) -> Candidate {
    Candidate { start, end, given, form, source: Source::Bare }
}

/// Where the longest word begins that ends here and is no name: a relative, a role, a profession.
fn word_for_somebody(message: &Message<'_>, end: usize) -> Option<usize> {
    let is_role = |tag| matches!(tag, Tag::Colleague | Tag::Heading | Tag::Patient | Tag::Kin | Tag::Post);
    let found = message
        .hits
        .ending_at(end)
        .find(|hit| hit.tag == Tag::NotAName || is_role(hit.tag) && hit.end - hit.start >= 2);
    found.map(|hit| hit.start)
}

/// Where the longest word of a kind that ends at a place begins.
fn longest(message: &Message<'_>, end: usize, tag: Tag) -> Option<usize> {
    message.hits.ending_at(end).find(|hit| hit.tag == tag).map(|hit| hit.start)
}

/// 竹内キヨ, 高田 ヨシ江, コマツバラ キヌ.
fn full(message: &Message<'_>, end: usize, is_addressed: bool) -> Option<Candidate> {
    let text = &message.text;
    let lengths = (1..=GIVEN_LIMIT.max(5)).filter(|length| *length <= end);
    let candidates = lengths.filter_map(|length| {
        let given = end - length;
        let gap = text.skip_back(given, |c| matches!(c, ' ' | '・')).max(given.saturating_sub(1));
        let start = surname_start(message, gap)?;
        let is_known = is_given(message, given, end);
        let is_rare = || {
            is_rare_given(message, given, end, is_addressed)
                || is_addressed && gap - start >= 2 && begins_word(message, start) && is_unlisted(message, given, end)
        };
        if !is_known && !is_rare() {
            return None;
        }
        let is_short = gap - start == 1 && is_kanji(text.before(start));
        let is_enough = is_known || gap - start >= 2 && is_kanji(text.before(gap));
        (!is_short && is_enough).then(|| candidate(start, given, end, Form::Full))
    });
    candidates.min_by_key(|found| found.start)
}

/// A family name with nothing after it.
fn surname(message: &Message<'_>, end: usize) -> Option<Candidate> {
    let text = &message.text;
    let start = surname_start(message, end)?;
    // 林 is also the end of many other words.
    let is_short = end - start == 1 && (is_kanji(text.before(start)) || is_katakana(text.before(start)));
    (!is_short || ends_role(message, start)).then(|| candidate(start, end, end, Form::Surname))
}

fn given(message: &Message<'_>, end: usize) -> Option<Candidate> {
    let starts = (1..=5).rev().filter(|length| *length <= end).map(|length| end - length);
    let mut whole = starts.filter(|start| is_given(message, *start, end) && begins_word(message, *start));
    let start = whole.next()?;
    let is_single = end - start == 1 && !is_listed_given(message, start, end);
    (!is_single).then(|| candidate(start, start, end, Form::Given))
}

/// Where a family name that ends at a place begins.
fn surname_start(message: &Message<'_>, end: usize) -> Option<usize> {
    if let Some(start) = longest(message, end, Tag::Surname) {
        return Some(start);
    }
    let text = &message.text;
    let starts = (2..=KANA_LIMIT).rev().filter(|length| *length <= end).map(|length| end - length);
    starts.filter(|start| is_kana_word(text, *start, end) && begins_word(message, *start)).find(|start| {
        READINGS.surnames.contains(&text.hiragana(*start, end)) && (end - start > 2 || is_katakana(text.at(*start)))
    })
}

fn is_kana_word(text: &Folded<'_>, start: usize, end: usize) -> bool {
    let all = |is: fn(char) -> bool| text.chars(start, end).all(is);
    all(is_katakana) || all(|c| is_hiragana(c) || c == 'ー')
}

/// Whether a word begins here and does not go on from before.
fn begins_word(message: &Message<'_>, start: usize) -> bool {
    let text = &message.text;
    let (before, first) = (text.before(start), text.at(start));
    let continues = is_kanji(before) && is_kanji(first)
        || is_katakana(before) && is_katakana(first)
        || is_hiragana(before)
            && is_hiragana(first)
            && !matches!(before, 'の' | 'は' | 'が' | 'も' | 'と' | 'で' | 'に' | 'や')
        || before.is_ascii_alphanumeric();
    !continues || ends_role(message, start)
}

/// Whether 長男, 患者, ケアマネ, 昨日 … end here, after which a name may follow without の.
fn ends_role(message: &Message<'_>, end: usize) -> bool {
    let is_role = |tag| matches!(tag, Tag::Kin | Tag::Patient | Tag::Colleague);
    message.hits.ending_at(end).any(|hit| is_role(hit.tag) && hit.end - hit.start > 1)
        || ["昨日", "本日", "今日", "先日", "今朝", "先週", "先月", "昨夜", "明日", "現在", "以前", "最近"]
            .iter()
            .any(|word| message.text.has_before(end, word))
}

/// Whether a place may be a given name: a known one, or built like one.
fn is_given(message: &Message<'_>, start: usize, end: usize) -> bool {
    let text = &message.text;
    if is_listed_given(message, start, end) || is_kana_given(text, start, end) {
        return true;
    }
    let length = end - start;
    let last = text.before(end);
    let ends_like_one = READINGS.endings.contains(&last);
    let head = |is: fn(char) -> bool| text.chars(start, end - 1).all(is);
    // 花子 and 健太郎; ヨシ江 and みよ子.
    let is_kanji_name = (2..=3).contains(&length) && head(is_kanji) && ends_like_one;
    let is_mixed = (2..=4).contains(&length)
        && "子江代枝恵美乃夫男雄郎治一二三".contains(last)
        && (head(is_katakana) || head(is_hiragana));
    is_kanji_name || is_mixed
}

/// A given name in kana that no list knows, which only a family name before it and さん or a line's end after it show.
fn is_rare_given(message: &Message<'_>, start: usize, end: usize, is_addressed: bool) -> bool {
    let text = &message.text;
    let is_kana = text.chars(start, end).all(is_katakana) || text.chars(start, end).all(is_hiragana);
    let is_length = (2..=4).contains(&(end - start));
    let is_particle = "のはがもとにをでやかさへ".contains(text.at(start)) && is_hiragana(text.at(start));
    let is_word = message.hits.ending_at(end).any(|hit| hit.start <= start.max(1) || hit.start == start)
        || message.hits.within(start, end).any(|hit| hit.start == start && hit.end - hit.start >= 2);
    let is_item =
        text.before(start) == ' ' && matches!(text.at(end), '\n' | '\0' | '(' | '、') && is_katakana(text.at(start));
    let is_whole = !is_katakana(text.at(start)) || !is_katakana(text.before(start));
    is_kana && is_length && !is_particle && !is_word && is_whole && (is_addressed || is_item)
}

/// A given name of two kanji that ends like none, which only a family name before it and さん after it show: 古谷勝利さん.
fn is_unlisted(message: &Message<'_>, start: usize, end: usize) -> bool {
    let text = &message.text;
    let is_word = word_for_somebody(message, end).is_some()
        || message.hits.within(start, end).any(|hit| hit.end - hit.start >= 2 && hit.tag != Tag::Surname);
    end - start == 2 && text.chars(start, end).all(is_kanji) && !is_word && !ends_like_role(text.before(end))
}

pub(super) fn is_listed_given(message: &Message<'_>, start: usize, end: usize) -> bool {
    message.hits.ending_at(end).any(|hit| hit.tag == Tag::Given && hit.start == start)
}

pub(super) fn is_kana_given(text: &Folded<'_>, start: usize, end: usize) -> bool {
    is_kana_word(text, start, end) && READINGS.given.contains(&text.hiragana(start, end))
}

/// Tanaka, Tanaka Hanako, Hanako Tanaka.
fn latin(text: &Folded<'_>, end: usize) -> Option<Candidate> {
    let is_letter = |c: char| c.is_ascii_alphabetic();
    let start = text.skip_back(end, is_letter);
    let word = text.string(start, end);
    let first = text.skip_back(start.saturating_sub(1), is_letter);
    let before = text.string(first, start.saturating_sub(1));
    let (surname, given) = (&READINGS.latin_surnames, &READINGS.latin_given);
    let is_pair = text.before(start) == ' '
        && (surname.contains(&before) && given.contains(&word) || given.contains(&before) && surname.contains(&word));
    if is_pair {
        return Some(candidate(first, start, end, Form::Full));
    }
    if surname.contains(&word) {
        return Some(candidate(start, end, end, Form::Surname));
    }
    given.contains(&word).then(|| candidate(start, start, end, Form::Given))
}

/// A word before さん that no list knows: a rare family name, or one of another country.
fn unknown(message: &Message<'_>, end: usize) -> Option<Candidate> {
    let text = &message.text;
    let run = text.skip_back(end, is_kanji);
    // 昨日甲田さん, 長女甲田さん.
    let after_word =
        (2..=3).map(|length| end.saturating_sub(length)).find(|start| *start > run && ends_role(message, *start));
    let kanji = after_word.unwrap_or(run);
    let hiragana = text.skip_back(end, is_hiragana);
    if text.has(end, "ちゃん") && (2..=4).contains(&(end - hiragana)) {
        return Some(candidate(hiragana, end, end, Form::Unknown));
    }
    let katakana = text.skip_back(end, |c| is_katakana(c) || matches!(c, '・'));
    let last = text.before(end);
    let found = if is_kanji(last) {
        (2..=3).contains(&(end - kanji)).then_some(kanji).filter(|_| !ends_like_role(last))
    } else {
        (2..=9).contains(&(end - katakana)).then_some(katakana).filter(|_| is_katakana(last))
    };
    let start = found?;
    let before = text.before(start);
    let is_inside = is_kanji(before) && after_word.is_none()
        || is_katakana(before)
        || before.is_ascii_alphanumeric()
        || before == '〇'
        || before == '○';
    // お + kanji is a polite word for somebody: お向かいさん.
    (!is_inside && before != 'お' && before != 'ご').then(|| candidate(start, end, end, Form::Unknown))
}

/// Kanji in which words for professions, posts, offices and relatives end.
fn ends_like_role(last: char) -> bool {
    "者師士員長屋生医官係課局署所院会店社隊団児母父婆爺嬢娘息婦夫妻孫嫁婿兄弟姉妹方達人手主職業校園館庁寺僧民族別様同種部科先軒組館班式目".contains(last)
}
