//! Counts from which nobody can be guessed: a small one is hidden, and so is what would give it away.
//!
//! Of five people or more one says how many they are, of fewer only that they are few. Where the total of a breakdown is
//! shown as well, one hidden count is the total less all the others, and several that are all the same may be read off
//! their sum. Then more is hidden: the next smallest, with everything that is as small, until among the hidden ones two
//! differ. From then on every hidden count could stand at another hidden place.

use serde::Serialize;
use utoipa::ToSchema;

/// The smallest number that is shown.
pub const LEAST_SHOWN: u64 = 5;

/// One number as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Cell {
    /// The number; none where it is hidden.
    #[schema(required = true)]
    pub value: Option<u64>,
    /// Whether it is hidden, because it is small or because it would give a small one away.
    pub hidden: bool,
}

/// Whether people also see what the cells of a breakdown add up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// They do, or can find it out.
    Shown,
    /// They do not.
    Hidden,
}

impl Cell {
    /// This number, shown.
    pub const fn shown(value: u64) -> Self {
        Self { value: Some(value), hidden: false }
    }

    /// A number that is not shown.
    pub const HIDDEN: Self = Self { value: None, hidden: true };
}

/// A number that stands alone.
pub const fn cell(count: u64) -> Cell {
    if count < LEAST_SHOWN { Cell::HIDDEN } else { Cell::shown(count) }
}

/// A number of which a part is shown beside it: hidden also where it would tell how few are not of that part.
pub const fn whole(count: u64, part: u64) -> Cell {
    if cell(count.saturating_sub(part)).hidden { Cell::HIDDEN } else { cell(count) }
}

/// The cells of a breakdown, in the order of the counts. With a total that is small itself, all of them are small, and
/// the total is to be hidden as well: [`cell`].
pub fn breakdown(counts: &[u64], total: Total) -> Vec<Cell> {
    let limit = match total {
        Total::Shown => hidden_up_to(counts),
        Total::Hidden => LEAST_SHOWN - 1,
    };
    counts.iter().map(|count| if *count <= limit { Cell::HIDDEN } else { Cell::shown(*count) }).collect()
}

/// Every count up to this one is hidden.
fn hidden_up_to(counts: &[u64]) -> u64 {
    let small = LEAST_SHOWN - 1;
    let mut hidden = counts.iter().filter(|count| **count <= small);
    let Some(first) = hidden.next() else { return small };
    if hidden.any(|count| count != first) {
        return small;
    }
    // All that is small is the same: the next smallest joins it.
    counts.iter().copied().filter(|count| *count > small).min().unwrap_or(small)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    const NONE: Option<u64> = None;

    fn values(counts: &[u64], total: Total) -> Vec<Option<u64>> {
        breakdown(counts, total).into_iter().map(|cell| cell.value).collect()
    }

    #[test]
    fn fewer_than_five_are_hidden() {
        assert_eq!((cell(0), cell(4), cell(5)), (Cell::HIDDEN, Cell::HIDDEN, Cell::shown(5)));
        assert_eq!(values(&[12, 4, 0, 5], Total::Hidden), [Some(12), NONE, NONE, Some(5)]);
        assert_eq!(values(&[12, 7], Total::Shown), [Some(12), Some(7)]);
        assert_eq!(values(&[], Total::Shown), []);
    }

    #[test]
    fn those_who_are_not_of_the_part_are_not_computed_from_the_whole() {
        assert_eq!((whole(22, 20), whole(20, 20), whole(3, 0)), (Cell::HIDDEN, Cell::HIDDEN, Cell::HIDDEN));
        assert_eq!(whole(25, 20), Cell::shown(25));
    }

    #[test]
    fn a_single_hidden_cell_takes_the_next_smallest_with_it() {
        assert_eq!(values(&[12, 3, 30, 9], Total::Shown), [Some(12), NONE, Some(30), NONE]);
        // Both that are next smallest: which of them went would say where the small one is not.
        assert_eq!(values(&[9, 3, 30, 9], Total::Shown), [NONE, NONE, Some(30), NONE]);
    }

    #[test]
    fn two_small_cells_hide_each_other_unless_they_are_the_same() {
        assert_eq!(values(&[3, 12, 2], Total::Shown), [NONE, Some(12), NONE]);
        // Nothing and nothing: their sum says so.
        assert_eq!(values(&[0, 12, 0, 30], Total::Shown), [NONE, NONE, NONE, Some(30)]);
    }

    /// Every list of so many counts that adds up to `total`.
    fn tables(cells: usize, total: u64) -> Vec<Vec<u64>> {
        if cells == 1 {
            return vec![vec![total]];
        }
        let first =
            |first: u64| tables(cells - 1, total - first).into_iter().map(move |rest| [vec![first], rest].concat());
        (0..=total).flat_map(first).collect()
    }

    /// Someone knows the total and how this module hides, and goes through every breakdown that would look the same.
    #[test]
    fn no_hidden_cell_can_be_computed_by_someone_who_knows_the_total_and_the_method() {
        for cells in 2..=4 {
            for total in LEAST_SHOWN..=24 {
                let mut alike: BTreeMap<Vec<Option<u64>>, Vec<Vec<u64>>> = BTreeMap::new();
                for table in tables(cells, total) {
                    alike.entry(values(&table, Total::Shown)).or_default().push(table);
                }
                for (shown, tables) in alike {
                    for place in (0..cells).filter(|place| shown[*place].is_none()) {
                        let possible: BTreeSet<u64> = tables.iter().map(|table| table[place]).collect();
                        assert!(possible.len() > 1, "{shown:?} of {total} gives away {possible:?} at {place}");
                    }
                }
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_hidden_could_stand_in_another_order(counts in prop::collection::vec(0_u64..12, 2..16)) {
            prop_assume!(counts.iter().sum::<u64>() >= LEAST_SHOWN);
            let shown = values(&counts, Total::Shown);
            let hidden: Vec<usize> = (0..counts.len()).filter(|place| shown[*place].is_none()).collect();
            prop_assert!(hidden.len() != 1);
            // Exchanged, any two look the same from outside, and where all are hidden only the total is known.
            for pair in hidden.windows(2) {
                let mut other = counts.clone();
                other.swap(pair[0], pair[1]);
                prop_assert_eq!(values(&other, Total::Shown), shown.clone());
            }
            let different: BTreeSet<u64> = hidden.iter().map(|place| counts[*place]).collect();
            prop_assert!(different.len() != 1 || hidden.len() == counts.len());
        }

        #[test]
        fn nothing_small_is_shown_and_nothing_shown_is_changed(counts in prop::collection::vec(any::<u64>(), 0..16)) {
            for total in [Total::Shown, Total::Hidden] {
                let cells = breakdown(&counts, total);
                prop_assert_eq!(cells.len(), counts.len());
                for (cell, count) in cells.iter().zip(&counts) {
                    prop_assert_eq!(cell.hidden, cell.value.is_none());
                    prop_assert!(cell.value.is_none_or(|value| value == *count && value >= LEAST_SHOWN));
                }
            }
        }
    }
}
