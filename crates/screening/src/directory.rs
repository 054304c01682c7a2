//! The system's own names: whom it is about, and who works with it.

use crate::folded::{Folded, hiragana, is_hiragana, is_kanji, is_katakana, is_space, letters_into};
use crate::lexicon::{Hits, Tag};
use std::collections::HashSet;

/// A person of the system, with family and given name apart by a space where that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The name.
    pub name: String,
    /// Its reading; may be empty.
    pub kana: String,
}

/// The system's own names, in the form in which they are compared.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    registrants: Group,
    users: Group,
}

/// Whose name a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    Registrant,
    User,
}

#[derive(Clone, Debug, Default)]
struct Group {
    /// Whole names and readings, without spaces, in hiragana, one after the other.
    letters: Vec<char>,
    /// Where each stands in `letters`, sorted by its first two, by which it is looked up.
    full: Vec<Whole>,
    /// Family and given names and their readings, in hiragana.
    parts: HashSet<String>,
}

/// A whole name. Thousands are read when an instance begins, so none has memory of its own.
#[derive(Clone, Copy, Debug)]
struct Whole {
    pair: (char, char),
    start: usize,
    end: usize,
}

/// A shorter whole name is too often a part of something else.
const FULL_CHARS_MIN: usize = 2;

impl Directory {
    /// Reads the names of registrants and of users.
    pub fn new<'a>(
        registrants: impl IntoIterator<Item = &'a Person>,
        users: impl IntoIterator<Item = &'a Person>,
    ) -> Self {
        Self { registrants: Group::new(registrants), users: Group::new(users) }
    }

    /// Whether it holds nobody.
    pub(crate) fn is_empty(&self) -> bool {
        self.registrants.full.is_empty() && self.users.full.is_empty()
    }

    /// Whether a part of a name, in hiragana, is one of somebody in the directory.
    pub(crate) fn has_part(&self, owner: Owner, part: &str) -> bool {
        self.group(owner).parts.contains(part)
    }

    /// Every place with a whole name, in glyphs.
    pub(crate) fn full_names(&self, letters: &Letters, text: &Folded<'_>, owner: Owner) -> Vec<(usize, usize)> {
        let group = self.group(owner);
        let mut places: Vec<(usize, usize)> = letters.places(group).collect();
        places.retain(|(start, end)| stands_alone(text, *start, *end));
        places.sort_unstable();
        places.dedup();
        places
    }

    fn group(&self, owner: Owner) -> &Group {
        match owner {
            Owner::Registrant => &self.registrants,
            Owner::User => &self.users,
        }
    }
}

impl Group {
    fn new<'a>(people: impl IntoIterator<Item = &'a Person>) -> Self {
        let mut group = Self::default();
        let mut letters = Vec::new();
        for text in people.into_iter().flat_map(|person| [&person.name, &person.kana]) {
            letters_into(text, &mut letters);
            let start = group.letters.len();
            group.letters.extend(letters.iter().filter(|c| !is_gap(**c)));
            let end = group.letters.len();
            if end - start >= FULL_CHARS_MIN
                && let Some(&[first, second]) = group.letters.get(start..start + 2)
            {
                group.full.push(Whole { pair: (first, second), start, end });
            }
            group.add_parts(text, &letters);
        }
        group.full.sort_unstable_by_key(|whole| whole.pair);
        group
    }

    /// Family and given name, apart by a space or by what is known of family names.
    fn add_parts(&mut self, text: &str, letters: &[char]) {
        match letters.iter().position(|c| is_gap(*c)) {
            Some(gap) => {
                self.add_part(letters.get(..gap));
                self.add_part(letters.get(gap + 1..));
            }
            None => {
                let hits = Hits::find(&Folded::new(text));
                let surname = hits.starting_at(0).filter(|hit| hit.tag == Tag::Surname).map(|hit| hit.end).max();
                if let Some(end) = surname {
                    self.add_part(letters.get(..end));
                    self.add_part(letters.get(end..));
                }
            }
        }
    }

    fn add_part(&mut self, letters: Option<&[char]>) {
        let part: String = letters.unwrap_or_default().iter().collect();
        let part = part.trim();
        // Most are somebody else's, too.
        if !part.is_empty() && !self.parts.contains(part) {
            self.parts.insert(part.to_owned());
        }
    }

    /// The names that begin with two letters.
    fn beginning_with(&self, pair: (char, char)) -> impl Iterator<Item = &[char]> {
        let from = self.full.partition_point(|whole| whole.pair < pair);
        let found = self.full.get(from..).unwrap_or_default().iter().take_while(move |whole| whole.pair == pair);
        found.filter_map(|whole| self.letters.get(whole.start..whole.end))
    }
}

fn is_gap(c: char) -> bool {
    is_between_parts(c) || c == '\n'
}

fn is_between_parts(c: char) -> bool {
    is_space(c) || matches!(c, '・' | '=' | '·')
}

/// A message without what may stand between the parts of a name: each letter in hiragana, with its glyph.
pub(crate) struct Letters(Vec<(char, usize)>);

impl Letters {
    pub(crate) fn new(text: &Folded<'_>) -> Self {
        let glyphs = (0..text.len()).map(|index| (hiragana(text.at(index)), index));
        Self(glyphs.filter(|(c, _)| !is_between_parts(*c)).collect())
    }

    /// Where whole names stand, found by their first two letters.
    fn places(&self, group: &Group) -> impl Iterator<Item = (usize, usize)> {
        let pairs = self.0.iter().zip(self.0.iter().skip(1)).enumerate();
        pairs.flat_map(move |(place, (first, second))| {
            group.beginning_with((first.0, second.0)).filter_map(move |name| self.place_of(name, place))
        })
    }

    fn place_of(&self, name: &[char], place: usize) -> Option<(usize, usize)> {
        let found = self.0.get(place..place + name.len())?;
        let same = found.iter().map(|letter| letter.0).eq(name.iter().copied());
        let (start, end) = (found.first()?.1, found.last()?.1 + 1);
        // Spaces within a name are few; a column of letters is none.
        (same && end - start <= name.len() + 3).then_some((start, end))
    }
}

/// Whether a place does not go on as the same word: a short name within a longer one is another.
fn stands_alone(text: &Folded<'_>, start: usize, end: usize) -> bool {
    let is_long = end - start >= 6;
    let (before, first, last, after) = (text.before(start), text.at(start), text.before(end), text.at(end));
    let goes_on = |one: char, other: char| {
        is_katakana(one) && is_katakana(other)
            || !is_long && is_hiragana(one) && is_hiragana(other) && !matches!(one, 'は' | 'の' | 'が' | 'も' | 'と')
    };
    let after_is_name =
        end - start <= 2 && is_kanji(after) && !matches!(after, '様' | '氏' | '殿' | '君' | '宅' | '邸');
    let honorific = ["さん", "さま", "ちゃん", "くん", "の", "は", "が", "を", "に", "も", "と", "へ", "で"];
    let ends_well = text.any_at(end, &honorific).is_some() || !goes_on(last, after);
    let short_within = end - start <= 3 && is_kanji(before) && is_kanji(first) && is_kanji(after) && after_is_name;
    !goes_on(before, first) && ends_well && !after_is_name && !short_within
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, kana: &str) -> Person {
        Person { name: name.to_owned(), kana: kana.to_owned() }
    }

    #[test]
    fn a_name_is_found_in_any_spelling() {
        let directory = Directory::new(&[person("山﨑 ヨシ江", "ヤマザキ ヨシエ")], &[]);
        for text in
            ["山崎ヨシ江", "山﨑　よし江様", "ﾔﾏｻﾞｷ ﾖｼｴ", "やまざきよしえさん", "ヤマザキ・ヨシエ", "本日山崎 ヨシ江が"]
        {
            let folded = Folded::new(text);
            assert_eq!(directory.full_names(&Letters::new(&folded), &folded, Owner::Registrant).len(), 1, "{text}");
            assert!(directory.full_names(&Letters::new(&folded), &folded, Owner::User).is_empty());
        }
        for text in ["山崎さん", "ヤマザキヨシエモン", "", "山崎"] {
            assert!(
                directory
                    .full_names(&Letters::new(&Folded::new(text)), &Folded::new(text), Owner::Registrant)
                    .is_empty(),
                "{text}"
            );
        }
    }

    #[test]
    fn parts_are_known_without_a_space_too() {
        let directory = Directory::new(&[person("小松原きぬ", "")], &[]);
        assert!(directory.has_part(Owner::Registrant, "小松原"));
        assert!(directory.has_part(Owner::Registrant, "きぬ"));
        assert!(!directory.has_part(Owner::User, "きぬ"));
    }
}
