//! How facts add up. Weights are half points of `data/combination.txt`: 2 is what thousands share (認知症, 独居), 4 what
//! hundreds share (an exact age, a quarter of the city), 5 and 6 what a handful does (ALS, 町会長).

use super::elements::{Category, Element};

/// Reached by three facts of which one points to few people: 87歳, 認知症, 独居.
const WITH_ONE_ANCHOR: u32 = 9;
/// Reached by two that point to few, and something that is told of them.
const WITH_TWO_ANCHORS: u32 = 9;
/// Reached by a post that a handful hold, and an illness or an event.
const WITH_POST: u32 = 8;
/// Facts that thousands share become telling only when there are very many.
const WITHOUT_ANCHOR: u32 = 15;
/// What the second fact of a category adds at most.
const SECOND_MAX: u32 = 2;

/// Whether the facts about somebody let him be guessed.
pub(super) fn is_guessable(cluster: &[Element]) -> bool {
    let categories: Vec<Category> =
        Category::ALL.into_iter().filter(|category| weight_of(cluster, *category) > 0).collect();
    let total: u32 = categories.iter().map(|category| weight_of(cluster, *category)).sum();
    let anchored = |category: &&Category| cluster.iter().any(|one| one.category == **category && one.weight.is_anchor);
    let anchors = categories.iter().filter(anchored).count();
    let has = |wanted: Category| categories.contains(&wanted);
    let is_told = has(Category::Illness) || has(Category::Course) || has(Category::Family) || has(Category::Feature);
    let has_post = cluster.iter().any(|one| one.category == Category::Affiliation && one.weight.points >= 6);
    let kinds = categories.iter().filter(|category| !matches!(category, Category::Sex | Category::Date)).count();
    match anchors {
        0 => total >= WITHOUT_ANCHOR && kinds >= 5,
        1 if has_post => is_told && total >= WITH_POST,
        1 => is_told && kinds >= 3 && total >= WITH_ONE_ANCHOR,
        2 => is_told && kinds >= 2 && total >= WITH_TWO_ANCHORS,
        // Age, quarter and former work are enough by themselves.
        _ => kinds >= 3 && total >= WITH_TWO_ANCHORS,
    }
}

/// The heaviest fact of a category, and a little for another one.
fn weight_of(cluster: &[Element], category: Category) -> u32 {
    let mut weights: Vec<u32> =
        cluster.iter().filter(|one| one.category == category).map(|one| u32::from(one.weight.points)).collect();
    weights.sort_unstable_by(|one, other| other.cmp(one));
    let first = weights.first().copied().unwrap_or_default();
    let second = weights.get(1).copied().unwrap_or_default();
    let more = matches!(category, Category::Family | Category::Affiliation | Category::Illness | Category::Course);
    first + if more { second.min(SECOND_MAX) / 2 } else { 0 }
}
