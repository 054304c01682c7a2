//! What somebody once was: 元 and whatever profession or post follows.

use super::elements::{Category, Element};
use crate::folded::{is_kanji, is_katakana};
use crate::message::Message;

/// How words for a post that few hold, or for a profession, end.
const FEW: [&str; 20] = [
    "選手", "監督", "長", "議員", "教授", "住職", "家", "横綱", "力士", "俳優", "女優", "歌手", "大臣", "総裁", "名人", "騎手", "コーチ", "パイロット", "アナウンサー", "頭取",
];
const MANY: [&str; 22] = [
    "師", "士", "員", "官", "者", "手", "職人", "大工", "屋", "人", "生", "先生", "工", "マン", "ドライバー", "デザイナー", "エンジニア", "プログラマー", "シェフ", "さん", "マネージャー", "医",
];
/// The longest such word.
const WORD_LIMIT: usize = 12;

/// Every 元….
pub(super) fn find(message: &Message<'_>) -> Vec<Element> {
    let text = &message.text;
    let starts = (0..text.len()).filter(|index| text.at(*index) == '元' && !is_kanji(text.before(*index)));
    starts.filter_map(|start| former(message, start)).collect()
}

fn former(message: &Message<'_>, start: usize) -> Option<Element> {
    let text = &message.text;
    let run = text.skip(start + 1, |c| is_kanji(c) || is_katakana(c) || matches!(c, 'ー' | '・' | 'j' | 'c' | 'a')).min(start + WORD_LIMIT);
    let other = ["元気", "元々", "元日", "元旦", "元号", "元利", "元凶", "元栓", "元通り", "元夫", "元妻", "元職員", "元利用者", "元患者", "元の", "元本", "元素", "元首", "元請"];
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
