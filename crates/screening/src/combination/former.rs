//! What somebody once was: 元 and whatever profession or post follows.

use super::elements::{Category, Element};
use crate::folded::{Folded, is_hiragana, is_kanji, is_katakana};
use crate::message::Message;

/// How words for a post that few hold, or for a profession, end.
const FEW: [&str; 30] = [
    "選手",
    "監督",
    "長",
    "議員",
    "教授",
    "住職",
    "家",
    "横綱",
    "力士",
    "俳優",
    "女優",
    "歌手",
    "大臣",
    "総裁",
    "名人",
    "騎手",
    "コーチ",
    "パイロット",
    "アナウンサー",
    "頭取",
    "レスラー",
    "ボクサー",
    "ランナー",
    "プレーヤー",
    "ミュージシャン",
    "アーティスト",
    "ダンサー",
    "モデル",
    "ピアニスト",
    "棋士",
];
const MANY: [&str; 22] = [
    "師",
    "士",
    "員",
    "官",
    "者",
    "手",
    "職人",
    "大工",
    "屋",
    "人",
    "生",
    "先生",
    "工",
    "マン",
    "ドライバー",
    "デザイナー",
    "エンジニア",
    "プログラマー",
    "シェフ",
    "さん",
    "マネージャー",
    "医",
];
/// The longest such word.
const WORD_LIMIT: usize = 12;

/// Every 元….
pub(super) fn find(message: &Message<'_>) -> Vec<Element> {
    let text = &message.text;
    let starts = (0..text.len()).filter(|index| text.at(*index) == '元' && !is_kanji(text.before(*index)));
    let mut found: Vec<Element> = starts.filter_map(|start| former(message, start)).collect();
    found.extend(text.places(&ONCE).into_iter().filter_map(|(end, _)| once_was(message, end)));
    found.extend((0..text.len()).filter_map(|index| held(message, index)));
    found
}

const ONCE: [&str; 10] = [
    "だった方",
    "だった人",
    "だった男",
    "だった女",
    "でした。今",
    "でいらした",
    "だったそう",
    "だったので",
    "だったとのこと",
    "だったお",
];

/// 監督だった, 大工でした: a post before だった.
fn once_was(message: &Message<'_>, end: usize) -> Option<Element> {
    let text = &message.text;
    let start = word_start(text, end);
    let ends_in = |ends: &[&str]| ends.iter().any(|word| text.has_before(end, word));
    let points = if ends_in(&FEW) { 6 } else { 4 };
    let is_post = ends_in(&FEW) || ends_in(&WORK) || text.has_before(end, "候補");
    (end - start >= 2 && is_post).then(|| Element::new(start, end, Category::Affiliation, points, true))
}

/// Where the word that ends at a place begins: たばこ屋 begins in hiragana.
fn word_start(text: &Folded<'_>, end: usize) -> usize {
    let start = text.skip_back(end, |c| is_kanji(c) || is_katakana(c)).max(end.saturating_sub(WORD_LIMIT));
    let hiragana = text.skip_back(start, is_hiragana);
    let is_word = end - start == 1 && (2..=4).contains(&(start - hiragana));
    if is_word { hiragana } else { start }
}

/// What somebody does or did with a post or a firm, after を, and whether few do.
const HELD: [(&str, bool); 14] = [
    ("務め", true),
    ("主宰", true),
    ("率い", true),
    ("創業", true),
    ("創設", true),
    ("歴任", true),
    ("営ん", false),
    ("営み", false),
    ("営まれ", false),
    ("経営し", false),
    ("経営され", false),
    ("開業し", false),
    ("生業", false),
    ("切り盛り", false),
];

/// How a word ends that is somebody's work when he did it: 徘徊 is none.
const WORK: [&str; 20] = [
    "科", "業", "店", "屋", "院", "塾", "教室", "商", "会社", "工場", "園", "師", "士", "家", "長", "員", "手", "役",
    "職人", "大工",
];

/// 監督を長く務めた, 鍼灸院を営んでいた: the word before を.
fn held(message: &Message<'_>, particle: usize) -> Option<Element> {
    let text = &message.text;
    if text.at(particle) != 'を' {
        return None;
    }
    let after = text.string(particle + 1, particle + 10);
    let clause = after.split(['、', '。', '\n', 'を']).next().unwrap_or_default();
    let start = word_start(text, particle);
    let word = text.string(start, particle);
    let done = ["されて", "して", "やって", "なさって", "されてた"].iter().any(|verb| clause.starts_with(verb));
    let is_work = done && WORK.iter().any(|end| word.ends_with(end));
    let is_few =
        HELD.iter().find(|(verb, _)| clause.contains(verb)).map(|held| &held.1).or(is_work.then_some(&false))?;
    let is_role = ["役割", "役目", "司会", "講師", "事務局", "座長", "進行", "当番", "担当", "主任", "窓口"]
        .iter()
        .any(|role| word.ends_with(role));
    let points = if *is_few { 6 } else { 4 };
    (particle - start >= 2 && !is_role).then(|| Element::new(start, particle, Category::Affiliation, points, true))
}

fn former(message: &Message<'_>, start: usize) -> Option<Element> {
    let text = &message.text;
    let run = text
        .skip(start + 1, |c| is_kanji(c) || is_katakana(c) || matches!(c, 'ー' | '・' | 'j' | 'c' | 'a'))
        .min(start + WORD_LIMIT);
    let other = [
        "元気",
        "元々",
        "元日",
        "元旦",
        "元号",
        "元利",
        "元凶",
        "元栓",
        "元通り",
        "元夫",
        "元妻",
        "元職員",
        "元利用者",
        "元患者",
        "元の",
        "元本",
        "元素",
        "元首",
        "元請",
    ];
    if text.any_at(start, &other).is_some() || run < start + 3 {
        return None;
    }
    let points = if FEW.iter().any(|end| text.has_before(run, end)) {
        6
    } else if MANY.iter().any(|end| text.has_before(run, end)) {
        4
    } else {
        return None;
    };
    Some(Element::new(start, run, Category::Affiliation, points, true))
}
