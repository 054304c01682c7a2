//! What is said of people in general, of figures, of a course, of a case that was made up.

use super::elements::{Category, Element};
use crate::contacts::is_announcement;
use crate::lexicon::Tag;
use crate::message::{Message, Span};

/// Whether the whole message is about an invented case.
pub(super) fn is_about_nobody(message: &Message<'_>) -> bool {
    message.hits.has(0, message.text.len(), Tag::Fiction)
}

/// Leaves out the facts of sentences that are about nobody in particular.
pub(super) fn leave_out(message: &Message<'_>, elements: &mut Vec<Element>) {
    let is_invitation = is_announcement(message);
    let mut general: Vec<Span> = Vec::new();
    for sentence in &message.sentences {
        let of_sentence: Vec<&Element> = elements.iter().filter(|element| sentence.contains(element.start)).collect();
        if !of_sentence.is_empty() && is_general(message, *sentence, &of_sentence, is_invitation) {
            general.push(*sentence);
        }
    }
    elements.retain(|element| {
        let place = general.partition_point(|sentence| sentence.end <= element.start);
        !general.get(place).is_some_and(|sentence| sentence.contains(element.start))
    });
}

/// Whether a sentence speaks of groups, figures, rules or an event, and no fact in it is one of a single person.
fn is_general(message: &Message<'_>, sentence: Span, elements: &[&Element], is_invitation: bool) -> bool {
    let general = message.hits.count(sentence.start, sentence.end, Tag::General) + counts_of_people(message, sentence);
    let is_event = is_invitation && message.says(sentence, Tag::Announcement);
    let is_offer = offers_capacity(message, sentence);
    let individual = message.hits.count(sentence.start, sentence.end, Tag::Individual).min(3);
    let personal = elements.iter().filter(|element| is_personal(element)).count();
    if is_event || is_offer {
        return personal == 0 || is_invitation;
    }
    let only_area = elements.iter().all(|element| element.category == Category::Area);
    let against = individual + 2 * personal;
    general > against || general > 0 && only_area && individual == 0
}

/// Whether a fact is one of a single person, whatever is said around it.
fn is_personal(element: &Element) -> bool {
    let weighs = element.weight.is_anchor;
    match element.category {
        Category::Affiliation => element.weight.points >= 6,
        Category::Age | Category::Feature | Category::Course | Category::Family => weighs,
        _ => false,
    }
}

/// 87名, 386件, 42%: figures. 娘さん2人 and 二人暮らし are a family.
fn counts_of_people(message: &Message<'_>, sentence: Span) -> usize {
    let text = &message.text;
    let mut count = 0;
    for index in sentence.start..sentence.end {
        let is_number = text.before(index).is_ascii_digit();
        if !is_number {
            continue;
        }
        let digits = text.skip_back(index, |c| c.is_ascii_digit());
        let is_family = message.hits.ending_at(digits).any(|hit| matches!(hit.tag, Tag::Kin | Tag::Family));
        let unit =
            text.any_at(index, &["名", "人", "件", "%", "割", "例", "世帯", "か所", "箇所", "ヶ所", "施設", "事業所"]);
        let is_living = text
            .any_at(index, &["人暮らし", "人家族", "人兄弟", "人目", "人姉妹", "人世帯", "人の子", "人介助", "割負担"])
            .is_some();
        count += usize::from(unit.is_some() && !is_family && !is_living);
    }
    count
}

/// An office that tells where it works or has room: エリアは行徳・南行徳・妙典です.
fn offers_capacity(message: &Message<'_>, sentence: Span) -> bool {
    let text = &message.text;
    let words = [
        "エリア",
        "空き情報",
        "枠あり",
        "枠が",
        "枠空",
        "対応地域",
        "対応可能です",
        "空いています",
        "空いてます",
        "通行止",
        "工事",
        "停電",
        "渋滞",
        "地区の事業所",
        "地区で開",
        "で開催",
        "サロン",
        "カフェ",
        "体操",
        "見守り活動",
        "不審",
        "詐欺の電話",
        "注意喚起",
    ];
    text.contains(sentence.start, sentence.end, &words)
}
