//! Names that さん, 様, 氏, 宅 … follow.

use super::candidate::{Candidate, Form, Source, ending_at};
use crate::folded::{is_kanji, is_space};
use crate::message::Message;

/// How people are addressed or spoken of, and what must not follow.
const HONORIFICS: [(&str, &[&str]); 21] = [
    ("さん", &["ざん", "かく", "ぽ"]),
    ("サン", &["ダ", "プ", "タ", "ト", "グ", "ク"]),
    ("さま", &["ざま"]),
    ("様", &["子", "式", "々", "態", "相", "な", "変", "似", "に変", "用"]),
    ("氏", &["名", "族", "神"]),
    ("ちゃん", &["と"]),
    ("チャン", &["ス", "ネ"]),
    ("くん", &["で", "だ", "じゃ", "な"]),
    ("君", &["主", "臨"]),
    ("殿", &["下", "堂", "町", "方"]),
    ("宅", &["配", "急", "地", "建", "食", "老", "医"]),
    ("邸", &[]),
    ("-san", &[]),
    ("pt", &[]),
    ("家", &["族", "庭", "事", "具", "計", "屋", "賃", "主", "政", "業", "電", "柄", "内", "系", "人"]),
    ("のおばあ", &[]),
    ("のおじい", &[]),
    ("のばあちゃん", &[]),
    ("のじいちゃん", &[]),
    ("ばあちゃん", &[]),
    ("じいちゃん", &[]),
];

/// Every place before an honorific that may be a name.
pub(super) fn find(message: &Message<'_>) -> Vec<Candidate> {
    let text = &message.text;
    let mut found: Vec<Candidate> = Vec::new();
    let words = HONORIFICS.map(|(word, _)| word);
    for (start, _) in text.places(&words) {
        let Some((word, length)) = honorific_at(message, start).filter(|_| start > 0) else { continue };
        let end = text.skip_back(start, is_space).max(start - 1);
        let is_apart = end < start;
        let Some(candidate) = ending_at(message, end, is_polite(word) && !is_apart) else { continue };
        if is_enough(message, &candidate, word, is_apart) && found.last().is_none_or(|last| last.end <= candidate.start)
        {
            // 伊藤Pt is a patient; 伊藤PT a physical therapist.
            let source = if word == "pt" { Source::Role } else { Source::Honorific(start, start + length) };
            found.push(Candidate { source, ..candidate });
        }
    }
    found
}

fn honorific_at(message: &Message<'_>, start: usize) -> Option<(&'static str, usize)> {
    let text = &message.text;
    let (word, not_after) = HONORIFICS.iter().find(|(word, _)| text.has(start, word))?;
    let length = word.chars().count();
    let is_other = not_after.iter().any(|after| text.has(start + length, after));
    // 君島, 殿村, 氏家: the same kanji begin names and other words.
    let goes_on = matches!(*word, "君" | "殿" | "氏") && is_kanji(text.at(start + length));
    let is_therapist = *word == "pt"
        && text.place(start, start + length).is_none_or(|(_, _, written)| written.to_uppercase() == written);
    (!is_other && !goes_on && !is_therapist).then_some((*word, length))
}

/// Whether the word is said of people only, so that an unknown word before it is a name.
fn is_polite(word: &str) -> bool {
    matches!(word, "さん" | "さま" | "様" | "氏" | "ちゃん")
}

/// Whether the form of the name is sure enough for what follows it.
fn is_enough(message: &Message<'_>, candidate: &Candidate, word: &str, is_apart: bool) -> bool {
    let length = candidate.end - candidate.start;
    match word {
        // 在宅 and 住宅 are known as words; a given name has no house.
        "宅" | "邸" | "家" | "pt" => candidate.form >= Form::Surname && length >= 2,
        // 行くんです, 王君; ミツエばあちゃん, but not the ending of おばあちゃん.
        "くん" | "君" | "殿" | "サン" | "チャン" | "ばあちゃん" | "じいちゃん" => {
            candidate.form >= Form::Given && length >= 2
        }
        "のおばあ" | "のおじい" | "のばあちゃん" | "のじいちゃん" => {
            candidate.form >= Form::Surname && !is_town(message, candidate)
        }
        _ if is_apart => candidate.form == Form::Full || candidate.form == Form::Surname && length >= 2,
        _ => true,
    }
}

/// Whether the name is that of a quarter of the city: 若宮のおじいさん lives there.
fn is_town(message: &Message<'_>, candidate: &Candidate) -> bool {
    message.hits.has_ending_at(candidate.end, crate::lexicon::Tag::Area)
}
