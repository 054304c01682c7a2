//! All words of `data/`, found in one pass.

mod romaji;
mod trie;

use crate::folded::Folded;
use std::collections::HashSet;
use std::sync::LazyLock;
use trie::Trie;

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
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "given" => Self::Given,
            "not-a-name" => Self::NotAName,
            "colleague" => Self::Colleague,
            "heading" => Self::Heading,
            "patient" => Self::Patient,
            "kin" => Self::Kin,
            "nothing" => Self::Nothing,
            "care" => Self::Care,
            "work" => Self::Work,
            "courtesy" => Self::Courtesy,
            "office" => Self::Office,
            "private" => Self::Private,
            "area" => Self::Area,
            "illness" => Self::Illness,
            "course" => Self::Course,
            "family" => Self::Family,
            "post" => Self::Post,
            "facility" => Self::Facility,
            "feature" => Self::Feature,
            "general" => Self::General,
            "fiction" => Self::Fiction,
            "announcement" => Self::Announcement,
            "individual" => Self::Individual,
            _ => return None,
        })
    }

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
            WORDS.find_at(text, start, &mut hits);
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
    pub(crate) surnames: HashSet<String>,
    pub(crate) given: HashSet<String>,
    /// The same in Latin letters.
    pub(crate) latin_surnames: HashSet<String>,
    pub(crate) latin_given: HashSet<String>,
    /// The last kanji of given names.
    pub(crate) endings: HashSet<char>,
}

pub(crate) static READINGS: LazyLock<Readings> = LazyLock::new(|| {
    let surnames: HashSet<String> = surname_pairs().map(|(_, reading)| reading.to_owned()).collect();
    let (mut given, mut endings) = (HashSet::new(), HashSet::new());
    for (section, word) in sections(GIVEN_NAMES) {
        match section {
            "kana" => drop(given.insert(word.to_owned())),
            "ending" => endings.extend(word.chars()),
            _ => {}
        }
    }
    let (latin_surnames, latin_given) = (latin(&surnames), latin(&given));
    Readings { surnames, given, latin_surnames, latin_given, endings }
});

/// Readings in Latin letters; shorter ones are too often other words.
fn latin(readings: &HashSet<String>) -> HashSet<String> {
    let long = readings.iter().filter_map(|reading| romaji::romaji(reading));
    let both = long.flat_map(|written| [romaji::short(&written), written]);
    both.filter(|written| written.len() >= 3).collect()
}

const SURNAMES: &str = include_str!("../data/surnames.txt");
const GIVEN_NAMES: &str = include_str!("../data/given_names.txt");
const FILES: [&str; 8] = [
    GIVEN_NAMES,
    include_str!("../data/not_names.txt"),
    include_str!("../data/people.txt"),
    include_str!("../data/talk.txt"),
    include_str!("../data/contact.txt"),
    include_str!("../data/areas.txt"),
    include_str!("../data/combination.txt"),
    include_str!("../data/generality.txt"),
];

static WORDS: LazyLock<Trie> = LazyLock::new(|| {
    let mut trie = Trie::default();
    for (kanji, _) in surname_pairs() {
        trie.insert(kanji, Tag::Surname, Weight::default());
    }
    for file in FILES {
        for (section, word) in sections(file) {
            let mut heading = section.split(' ');
            let tag = heading.next().and_then(Tag::named);
            let weight = heading.next().unwrap_or_default();
            let points = weight.trim_end_matches('!').parse().unwrap_or_default();
            if let Some(tag) = tag {
                trie.insert(word, tag, Weight { points, is_anchor: weight.ends_with('!') });
            }
        }
    }
    trie.finish();
    trie
});

/// Kanji and reading of each family name.
fn surname_pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    lines(SURNAMES).flat_map(str::split_whitespace).filter_map(|pair| pair.split_once('/'))
}

fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#'))
}

/// Each word of a file with the heading above it.
fn sections(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut section = "";
    lines(file).flat_map(move |line| {
        let heading = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
        if let Some(heading) = heading {
            section = heading;
        }
        let words = if heading.is_some() { "" } else { line };
        let here = section;
        words.split_whitespace().map(move |word| (here, word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_of_the_data_is_known() {
        for file in FILES {
            for (section, word) in sections(file) {
                let heading = section.split(' ').next().unwrap_or_default();
                let known = Tag::named(heading).is_some() || ["kana", "ending"].contains(&heading);
                assert!(known, "{section}: {word}");
            }
        }
    }

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
