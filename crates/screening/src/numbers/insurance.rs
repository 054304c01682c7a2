//! Numbers of health, care and pension insurance, and of a patient's file.

use super::check_digits::is_insurer;
use super::digits::{Group, Number, windows};
use crate::finding::{Found, Kind};
use crate::folded::is_kanji;
use crate::message::Message;

/// A number that a label before it explains.
struct Shape {
    labels: &'static [&'static str],
    /// How far before the number the label may end.
    gap_max: usize,
    digits: std::ops::RangeInclusive<usize>,
    /// How the author knows it.
    name: &'static str,
    is_valid: fn(&Number) -> bool,
}

const SHAPES: [Shape; 8] = [
    Shape {
        labels: &["被保険者番号", "被保険者no", "被保番", "被保no", "被保険者証番号"],
        gap_max: 8,
        digits: 7..=10,
        name: "被保険者番号",
        is_valid: any,
    },
    Shape {
        labels: &["介護保険", "介保", "介護保険証", "介護被保険者"],
        gap_max: 18,
        digits: 10..=10,
        name: "介護保険の被保険者番号",
        is_valid: any,
    },
    Shape {
        labels: &["保険者番号", "公費負担者番号", "公費番号"],
        gap_max: 8,
        digits: 8..=8,
        name: "保険者番号",
        is_valid: |number| is_insurer(&number.digits),
    },
    Shape {
        labels: &["後期高齢", "後期", "資格確認書", "医療保険", "健康保険", "保険証"],
        gap_max: 18,
        digits: 8..=8,
        name: "医療保険の番号",
        is_valid: any,
    },
    Shape {
        labels: &["受給者番号", "受給番号"], gap_max: 6, digits: 7..=8, name: "受給者番号", is_valid: any
    },
    Shape {
        labels: &["年金番号", "年金手帳", "基礎年金"],
        gap_max: 12,
        digits: 10..=10,
        name: "基礎年金番号",
        is_valid: any,
    },
    Shape {
        labels: &[
            "患者id",
            "患者番号",
            "患者no",
            "カルテ番号",
            "カルテno",
            "カルテid",
            "診察券番号",
            "診察券",
            "診察番号",
        ],
        gap_max: 8,
        digits: 4..=10,
        name: "患者番号",
        is_valid: any,
    },
    Shape {
        labels: &[
            "手帳番号",
            "手帳の番号",
            "受給者証番号",
            "医療券番号",
            "ケース番号",
            "保険証番号",
            "保険証の番号",
            "保険番号",
        ],
        gap_max: 6,
        digits: 4..=11,
        name: "手帳や受給者証の番号",
        is_valid: any,
    },
];

fn any(_: &Number) -> bool {
    true
}

pub(super) fn find(message: &Message<'_>, groups: &[Group]) -> Vec<Found> {
    let mut found = symbols(message, groups);
    for shape in SHAPES {
        if !message.mentions(shape.labels) {
            continue;
        }
        for number in windows(&message.text, groups, shape.digits.clone()) {
            let is_new = !found.iter().any(|one: &Found| one.overlaps(number.start, number.end));
            if is_new && number.stands_alone && (shape.is_valid)(&number) && is_labelled(message, &number, &shape) {
                found.push(Found::new(Kind::InsuranceNumber, number.start, number.end, reason(shape.name)));
            }
        }
    }
    let others = of_papers(message, groups);
    let new: Vec<Found> =
        others.into_iter().filter(|one| !found.iter().any(|known| known.overlaps(one.start, one.end))).collect();
    found.extend(new);
    found
}

/// Papers that have a number of their own.
const PAPERS: [&str; 16] = [
    "被保険者証",
    "保険証",
    "受給者証",
    "受給証",
    "医療証",
    "医療券",
    "認定証",
    "割合証",
    "確認書",
    "手帳",
    "カルテ",
    "診察券",
    "年金",
    "介護保険",
    "患者",
    "被保",
];
/// How far before its number a paper may be named.
const PAPER_GAP: usize = 24;

/// A number after a paper and a word for number, in whatever words: 難病の受給者証、番号は5543210です; 手帳 千葉県第218834号.
fn of_papers(message: &Message<'_>, groups: &[Group]) -> Vec<Found> {
    if !message.mentions(&PAPERS) {
        return Vec::new();
    }
    let numbers = windows(&message.text, groups, 6..=11).into_iter();
    let found = numbers.filter(|number| number.stands_alone && is_of_paper(message, number));
    found
        .map(|number| Found::new(Kind::InsuranceNumber, number.start, number.end, reason("保険証や手帳の番号")))
        .collect()
}

fn is_of_paper(message: &Message<'_>, number: &Number) -> bool {
    let text = &message.text;
    let before = text.string(number.start.saturating_sub(PAPER_GAP), number.start);
    let is_phone = matches!(number.digits.as_slice(), [0, second, ..] if *second != 0) && number.digits.len() >= 10;
    let paper = PAPERS.iter().filter_map(|paper| before.rfind(paper).map(|at| at + paper.len())).max();
    let Some(between) = paper.and_then(|end| before.get(end..)) else {
        // ID 00918273(電子カルテ): the paper is told after its number.
        let after = text.string(number.end, number.end + 10);
        let is_id = ["id", "no", "no.", "番号"].iter().any(|word| before.trim_end_matches([' ', ':']).ends_with(word));
        return is_id && !is_phone && ["カルテ", "患者", "診察券"].iter().any(|paper| after.contains(paper));
    };
    let between = between.replace("10桁", "").replace("8桁", "");
    let has_word = ["番", "no", "id", "№"].iter().any(|word| between.contains(word)) || has_ordinal(&between);
    let is_other = between.contains(|c: char| c.is_ascii_digit()) || OTHERS.iter().any(|word| between.contains(word));
    has_word && !is_other && !is_phone
}

/// What has a number of its own, also beside a paper.
const OTHERS: [&str; 10] =
    ["電話", "tel", "保険者番号", "様式", "窓口", "問い合わせ", "事業所", "事業者", "通知", "法人"];

/// 手帳 千葉県第 218834号, but not 通知第 3号: a paper's number follows it or who gave it.
fn has_ordinal(between: &str) -> bool {
    between.rsplit_once('第').is_some_and(|(head, _)| !head.ends_with(|c| is_kanji(c) && !"県都府道市区".contains(c)))
}

fn reason(name: &str) -> String {
    format!("{name}と思われる番号です。番号からその人が分かるため、この部屋には書きません。")
}

/// Whether a label of the shape ends shortly before the number, with nothing between them that has digits of its own.
fn is_labelled(message: &Message<'_>, number: &Number, shape: &Shape) -> bool {
    let text = &message.text;
    let from = number.start.saturating_sub(shape.gap_max + 12);
    let before = text.string(from, number.start).replace("10桁", "").replace("8桁", "");
    shape.labels.iter().any(|label| {
        let Some((head, gap)) = before.rsplit_once(label) else { return false };
        // 保険者番号 is also the end of 被保険者番号, which is another number.
        let is_other = label.starts_with("保険者") && head.ends_with('被');
        // 介護保険の事業所番号 is that of an office.
        let is_other = is_other || gap.contains("事業所") || gap.contains("事業者");
        let is_near = gap.chars().count() <= shape.gap_max && !gap.contains(|c: char| c.is_ascii_digit() || c == '。');
        is_near && !is_other
    })
}

/// 記号 and 番号 of a health insurance: short, and told by both words.
fn symbols(message: &Message<'_>, groups: &[Group]) -> Vec<Found> {
    let text = &message.text;
    let mut found: Vec<Found> = Vec::new();
    for (start, label_end) in text.places(&["記号・番号", "記号番号", "記号", "記番"]) {
        let label = label_end - start;
        let line_end = message.line(start).end.min(start + 40);
        let is_both = text.contains(start, line_end, &["番号", "記番", "no"]);
        let after = groups.iter().filter(|group| group.start >= start + label && group.end <= line_end);
        let near: Vec<&Group> = after.take_while(|group| group.start <= start + 30).collect();
        let (Some(first), Some(last)) = (near.first(), last_of_number(message, &near)) else { continue };
        let is_new = !found.iter().any(|one| one.overlaps(first.start, last));
        if is_both && is_new && first.start - start <= label + 8 {
            found.push(Found::new(Kind::InsuranceNumber, first.start, last, reason("保険証の記号・番号")));
        }
    }
    found
}

/// Where 記号 and 番号 end: what lies between their digits is short.
fn last_of_number(message: &Message<'_>, near: &[&Group]) -> Option<usize> {
    let mut end = near.first()?.end;
    for group in near.iter().skip(1) {
        let between = message.text.string(end, group.start);
        let is_joined = between.chars().count() <= 5
            && between
                .chars()
                .all(|c| matches!(c, ' ' | '-' | 'ー' | '・' | ':' | '/' | '、' | '番' | '号' | 'の' | 'は'));
        if !is_joined {
            break;
        }
        end = group.end;
    }
    Some(end)
}
