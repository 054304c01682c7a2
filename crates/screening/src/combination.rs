//! Facts that together let one person be guessed (FAQ 7.3), none of which is an identifier by itself.

mod ages;
mod elements;
mod former;
mod generality;
mod generalize;
mod places;
mod score;

use crate::finding::{Found, Kind};
use crate::message::Message;
use elements::{Category, Element};

/// Elements further apart than this many glyphs are about different people.
const GAP_MAX: usize = 160;

/// Every passage in which the facts about one person point to him. `known` are the identifiers found in the message.
pub(crate) fn find(message: &Message<'_>, known: &[Found]) -> Vec<Found> {
    if generality::is_about_nobody(message) {
        return Vec::new();
    }
    let mut elements = elements::find(message);
    elements.retain(|element| {
        !known.iter().any(|one| one.overlaps(element.start, element.end) && one.kind != Kind::Combination)
    });
    generality::leave_out(message, &mut elements);
    clusters(elements).iter().filter_map(|cluster| judged(message, cluster)).collect()
}

/// Elements that stand near each other.
fn clusters(elements: Vec<Element>) -> Vec<Vec<Element>> {
    let mut clusters: Vec<Vec<Element>> = Vec::new();
    let mut end = 0;
    for element in elements {
        let is_near = element.start <= end + GAP_MAX;
        end = end.max(element.end);
        match clusters.last_mut() {
            Some(cluster) if is_near => cluster.push(element),
            _ => clusters.push(vec![element]),
        }
    }
    clusters
}

fn judged(message: &Message<'_>, cluster: &[Element]) -> Option<Found> {
    if !score::is_guessable(cluster) {
        return None;
    }
    let first = cluster.iter().map(|element| element.start).min()?;
    let last = cluster.iter().map(|element| element.end).max()?;
    // Whole sentences: what stands between and around the facts tells more of the same person.
    let text = &message.text;
    let is_gap = |c: char| matches!(c, ' ' | '\n' | '。');
    let start = text.skip(message.sentence(first).start, is_gap).min(first);
    let end = text.skip_back(message.sentence(last.saturating_sub(1)).end, is_gap).max(last);
    let suggestion = generalize::suggestion(message, start, end, cluster);
    Some(Found { suggestion, ..Found::new(Kind::Combination, start, end, reason(message, cluster)) })
}

/// Names what was found, one of each category, so that the author sees what to leave out.
fn reason(message: &Message<'_>, cluster: &[Element]) -> String {
    let named = Category::ALL.iter().filter_map(|category| {
        let of_category = cluster.iter().filter(|element| element.category == *category);
        let heaviest = of_category.max_by_key(|element| (element.weight.is_anchor, element.weight.points))?;
        let (_, _, text) = message.text.place(heaviest.start, heaviest.end)?;
        Some(format!("{}「{}」", category.name(), text.trim()))
    });
    let named: Vec<String> = named.collect();
    format!(
        "{}が一緒に書かれています。名前がなくても、組み合わせると誰のことか分かるおそれがあります。",
        named.join("、")
    )
}

#[cfg(test)]
mod tests;
