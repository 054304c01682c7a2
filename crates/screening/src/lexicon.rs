//! All words of `data/`, found in one pass.

// Needed when the tables are written; here it is tested.
#[cfg(test)]
mod romaji;
mod tables;

use crate::folded::Folded;
pub(crate) use tables::READINGS;

/// What a word of the data says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    Surname,
    Given,
    NotAName,
    Colleague,
    Heading,
    Patient,
    Kin,
    Nothing,
    Care,
    Work,
    Courtesy,
    Office,
    Private,
    Area,
    Illness,
    Course,
    Family,
    Post,
    Facility,
    Feature,
    General,
    Fiction,
    Announcement,
    Individual,
}

impl Tag {
    /// Whether a word that lies within a longer one says nothing by itself. Names do not hide words nor are hidden.
    fn is_hidden_in_longer(self) -> bool {
        !matches!(self, Self::Surname | Self::Given | Self::NotAName)
    }
}

/// What a word weighs in a combination.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Weight {
    /// Half points.
    pub(crate) points: u8,
    /// Whether it points to few people by itself.
    pub(crate) is_anchor: bool,
}

/// A word of the data in a message, in glyphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) tag: Tag,
    pub(crate) weight: Weight,
}

/// The words of a message, by their beginning.
#[derive(Debug)]
pub(crate) struct Hits {
    by_start: Vec<Hit>,
    by_end: Vec<Hit>,
}

impl Hits {
    pub(crate) fn find(text: &Folded<'_>) -> Self {
        let mut hits = Vec::new();
        for start in 0..text.len() {
            tables::find_at(text, start, &mut hits);
        }
        hide_in_longer(&mut hits);
        let mut by_end = hits.clone();
        by_end.sort_by_key(|hit| (hit.end, hit.start));
        Self { by_start: hits, by_end }
    }

    /// The words that lie within a place.
    pub(crate) fn within(&self, start: usize, end: usize) -> impl Iterator<Item = &Hit> {
        let first = self.by_start.partition_point(|hit| hit.start < start);
        let hits = self.by_start.get(first..).unwrap_or_default();
        hits.iter().take_while(move |hit| hit.start < end).filter(move |hit| hit.end <= end)
    }

    /// The words that end at a place, the longest first.
    pub(crate) fn ending_at(&self, end: usize) -> impl Iterator<Item = &Hit> {
        let first = self.by_end.partition_point(|hit| hit.end < end);
        self.by_end.get(first..).unwrap_or_default().iter().take_while(move |hit| hit.end == end)
    }

    /// The words that begin at a place.
    pub(crate) fn starting_at(&self, start: usize) -> impl Iterator<Item = &Hit> {
        let first = self.by_start.partition_point(|hit| hit.start < start);
        self.by_start.get(first..).unwrap_or_default().iter().take_while(move |hit| hit.start == start)
    }

    pub(crate) fn has(&self, start: usize, end: usize, tag: Tag) -> bool {
        self.within(start, end).any(|hit| hit.tag == tag)
    }

    pub(crate) fn count(&self, start: usize, end: usize, tag: Tag) -> usize {
        self.within(start, end).filter(|hit| hit.tag == tag).count()
    }

    pub(crate) fn has_ending_at(&self, end: usize, tag: Tag) -> bool {
        self.ending_at(end).any(|hit| hit.tag == tag)
    }
}

/// Leaves out words that lie within a longer one, and sorts by place.
fn hide_in_longer(hits: &mut Vec<Hit>) {
    hits.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
    let (mut longest_start, mut longest_end) = (0, 0);
    hits.retain(|hit| {
        if !hit.tag.is_hidden_in_longer() {
            return true;
        }
        if hit.end > longest_end {
            (longest_start, longest_end) = (hit.start, hit.end);
            return true;
        }
        // The same word may say two things.
        (hit.start, hit.end) == (longest_start, longest_end)
    });
}

/// The readings of names, in hiragana.
pub(crate) struct Readings {
    pub(crate) surnames: Sorted,
    pub(crate) given: Sorted,
    /// The same in Latin letters.
    pub(crate) latin_surnames: Sorted,
    pub(crate) latin_given: Sorted,
    /// The last kanji of given names.
    pub(crate) endings: &'static [char],
}

/// Words in order.
pub(crate) struct Sorted(&'static [&'static str]);

impl Sorted {
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.0.binary_search(&word).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_within_a_longer_one_is_none() {
        let hits = Hits::find(&Folded::new("大丈夫です。夫が入院"));
        let kin: Vec<usize> = hits.within(0, 99).filter(|hit| hit.tag == Tag::Kin).map(|hit| hit.start).collect();
        assert_eq!(kin, [6]);
    }

    #[test]
    fn an_abbreviation_stands_by_itself() {
        let illness = |text: &str| Hits::find(&Folded::new(text)).has(0, 99, Tag::Illness);
        assert!(illness("ＡＬＳの方"));
        assert!(!illness("signals"));
    }
}
