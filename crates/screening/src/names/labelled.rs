//! Names that 氏名: or a role such as 患者 stand before.

use super::candidate::{Candidate, Form, Source, ending_at, is_kana_given, is_listed_given};
use crate::folded::{is_hiragana, is_kanji, is_katakana};
use crate::lexicon::Tag;
use crate::message::Message;

const LABELS: [&str; 20] = [
    "氏名",
    "お名前",
    "名前",
    "利用者名",
    "患者名",
    "対象者名",
    "入居者名",
    "本人氏名",
    "本人名",
    "患者氏名",
    "利用者氏名",
    "フリガナ",
    "ふりがな",
    "カナ",
    "対象者",
    "利用者",
    "患者",
    "本人",
    "ご本人",
    "対象",
];

/// A name on a form is not longer.
const NAME_LIMIT: usize = 14;

/// Every name after a label or a role.
pub(super) fn find(message: &Message<'_>) -> Vec<Candidate> {
    let text = &message.text;
    let mut found = Vec::new();
    for start in 0..text.len() {
        let colon = text.before(start);
        let is_value = matches!(colon, ':' | '】' | '」' | ']' | '=' | '>' | '|') && is_labelled(message, start - 1);
        if is_value {
            found.extend(value(message, start));
        }
    }
    found.extend(message.hits.within(0, text.len()).filter_map(|hit| match hit.tag {
        Tag::Patient if hit.end - hit.start >= 2 => after_role(message, hit.end),
        Tag::Kin => after_kin(message, hit.end),
        _ => None,
    }));
    found
}

fn is_labelled(message: &Message<'_>, colon: usize) -> bool {
    let text = &message.text;
    let line = message.line(colon);
    // 氏 名: letters of a form stand apart.
    let head: String = text.chars(line.start.max(colon.saturating_sub(12)), colon).filter(|c| *c != ' ').collect();
    let label = LABELS.iter().find_map(|label| head.strip_suffix(label));
    // 講師氏名: is that of a colleague.
    let staff = [
        "講師",
        "申請者",
        "参加者",
        "担当者",
        "申込者",
        "受講者",
        "届出者",
        "管理者",
        "代表者",
        "職員",
        "医師",
        "発表者",
    ];
    label.is_some_and(|before| !staff.iter().any(|word| before.ends_with(word)))
}

/// What a form's field holds, when it is a name.
fn value(message: &Message<'_>, from: usize) -> Option<Candidate> {
    let text = &message.text;
    let start = text.skip(from, |c| c == ' ');
    let is_name = |c: char| is_kanji(c) || is_katakana(c) || is_hiragana(c) || c == '・';
    let word = text.skip(start, is_name);
    let next = text.skip(word, |c| c == ' ');
    let second = text.skip(next, is_name);
    let is_end =
        |end: usize| matches!(text.at(end), '\n' | '\0' | '(' | '、' | ',' | '/' | ' ' | '。' | '[' | '<' | '・');
    // 片山 昭: two words, or one that ends with the field.
    let pair = (second > next && next == word + 1 && second - start <= NAME_LIMIT && is_end(second)).then_some(second);
    let ends = [pair, (word > start && word - start <= NAME_LIMIT && is_end(word)).then_some(word)];
    let found = ends.into_iter().flatten().find_map(|end| {
        let end = without_honorific(message, end);
        ending_at(message, end, false).filter(|found| found.start == start)
    });
    found.map(|found| Candidate { source: Source::Label, ..found })
}

fn without_honorific(message: &Message<'_>, end: usize) -> usize {
    let honorific = ["さん", "さま", "様", "氏", "殿"].iter().find(|word| message.text.has_before(end, word));
    end - honorific.map_or(0, |word| word.chars().count())
}

/// 娘の恵子が, 長男(達也)に: a given name after a relative, which stops there.
fn after_kin(message: &Message<'_>, kin: usize) -> Option<Candidate> {
    let text = &message.text;
    let start = text.skip(kin, |c| matches!(c, ' ' | '(' | ':' | '・' | '「' | 'の' | '、')).min(kin + 1);
    let ends = |end: usize| {
        let after = text.at(end);
        matches!(
            after,
            'が' | 'は' | 'を' | 'に' | 'も' | 'へ' | 'と' | '、' | '。' | ')' | '(' | '」' | '\n' | '\0' | ' ' | ','
        ) || text.any_at(end, &["から", "より", "の携帯", "の連絡", "の電話", "です", "だそう", "宛"]).is_some()
    };
    let found = (2..=4).rev().map(|length| start + length).filter(|end| ends(*end)).find_map(|end| {
        let found = ending_at(message, end, false)?;
        let is_whole = found.start == start && found.form == Form::Given;
        (is_whole && is_sure_given(message, start, end)).then_some(found)
    });
    found.filter(|_| start > kin).map(|found| Candidate { source: Source::Role, ..found })
}

/// Whether a word after a relative is a given name and not something of his: 娘の様子 and 母の世代 end like names.
fn is_sure_given(message: &Message<'_>, start: usize, end: usize) -> bool {
    let text = &message.text;
    let is_listed = is_listed_given(message, start, end);
    let is_reading = end - start >= 3 && is_kana_given(text, start, end);
    let ends_like_one = SURE_ENDINGS.contains(text.before(end)) && (2..=3).contains(&(end - start));
    let is_built = ends_like_one && text.chars(start, end).all(is_kanji);
    let says_more = message
        .hits
        .within(start, end)
        .any(|hit| hit.end - hit.start >= 2 && hit.tag != Tag::Given && hit.tag != Tag::Surname);
    is_listed || is_reading || is_built && !says_more
}

/// In which few words of two kanji end that are no names; those are in the data.
const SURE_ENDINGS: &str = "子江枝恵美香穂紗織乃奈莉華介輔彦哉太斗翔郎雄樹也弥吾吉之志";

/// 患者 岩崎, 利用者の石田, ご本人(西村 幸雄): a known family name after a role and little between.
fn after_role(message: &Message<'_>, role: usize) -> Option<Candidate> {
    let text = &message.text;
    let start = text.skip(role, |c| matches!(c, ' ' | '(' | ':' | '・' | '「')).min(role + 2);
    let surname = message.hits.starting_at(start).filter(|hit| hit.tag == Tag::Surname).map(|hit| hit.end).max()?;
    let is_long = surname - start >= 2;
    let next = text.at(surname);
    let gap = if next == ' ' { surname + 1 } else { surname };
    let given = (1..=4).rev().map(|length| gap + length).find_map(|end| {
        let found = ending_at(message, end, false)?;
        (found.start == start && found.form == Form::Full && !is_kanji(text.at(end))).then_some(found)
    });
    let source = Source::Role;
    if let Some(found) = given {
        return Some(Candidate { source, ..found });
    }
    // 患者市川市: a town or a compound goes on.
    let ends = !is_kanji(next) && !is_katakana(next) || text.has(surname, "様") || text.has(surname, "氏");
    let is_apart = start > role;
    let is_area = message.hits.ending_at(surname).any(|hit| hit.tag == Tag::Area);
    (is_long && ends && is_apart && !is_area && !text.has(surname, "さん")).then_some(Candidate {
        start,
        end: surname,
        given: surname,
        form: Form::Surname,
        source,
    })
}
