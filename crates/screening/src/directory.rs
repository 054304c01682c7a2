//! The system's own names: whom it is about, and who works with it.

use crate::folded::{Folded, is_hiragana, is_kanji, is_katakana, is_space};
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
    /// Whole names and readings, without spaces, in hiragana.
    full: Vec<Vec<char>>,
    /// Family and given names and their readings, in hiragana.
    parts: HashSet<String>,
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
        let names = self.group(owner).full.iter();
        let mut places: Vec<(usize, usize)> = names.flat_map(|name| letters.places_of(name)).collect();
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
        for text in people.into_iter().flat_map(|person| [&person.name, &person.kana]) {
            let folded = Folded::new(text);
            let whole: Vec<char> =
                folded.hiragana(0, folded.len()).chars().filter(|c| !is_between_parts(*c) && *c != '\n').collect();
            if whole.len() >= FULL_CHARS_MIN {
                group.full.push(whole);
            }
            group.parts.extend(parts_of(&folded));
        }
        group.full.sort_unstable();
        group.full.dedup();
        group
    }
}

/// Family and given name, apart by a space or by what is known of family names.
fn parts_of(name: &Folded<'_>) -> Vec<String> {
    let length = name.len();
    let gap = (0..length).find(|index| is_between_parts(name.at(*index)) || name.at(*index) == '\n');
    let parts = match gap {
        Some(gap) => vec![name.hiragana(0, gap), name.hiragana(gap + 1, length)],
        None => {
            let hits = Hits::find(name);
            let surname = hits.starting_at(0).filter(|hit| hit.tag == Tag::Surname).map(|hit| hit.end).max();
            surname.map_or_else(Vec::new, |end| vec![name.hiragana(0, end), name.hiragana(end, length)])
        }
    };
    parts.into_iter().filter(|part| !part.trim().is_empty()).map(|part| part.trim().to_owned()).collect()
}

fn is_between_parts(c: char) -> bool {
    is_space(c) || matches!(c, '・' | '=' | '·')
}

/// A message without what may stand between the parts of a name, ready to look for many names.
pub(crate) struct Letters {
    /// Each in hiragana, with its glyph.
    letters: Vec<(char, usize)>,
    /// The places of every two neighbours, sorted by what they are.
    pairs: Vec<(char, char, usize)>,
}

impl Letters {
    pub(crate) fn new(text: &Folded<'_>) -> Self {
        let letters: Vec<(char, usize)> = (0..text.len())
            .filter(|index| !is_between_parts(text.at(*index)))
            .map(|index| (crate::folded::hiragana(text.at(index)), index))
            .collect();
        let neighbours = letters.iter().zip(letters.iter().skip(1)).enumerate();
        let mut pairs: Vec<(char, char, usize)> =
            neighbours.map(|(place, (first, second))| (first.0, second.0, place)).collect();
        pairs.sort_unstable();
        Self { letters, pairs }
    }

    /// Where a whole name stands, found by its first two letters.
    fn places_of(&self, name: &[char]) -> Vec<(usize, usize)> {
        let (Some(&first), Some(&second)) = (name.first(), name.get(1)) else { return Vec::new() };
        let from = self.pairs.partition_point(|pair| (pair.0, pair.1) < (first, second));
        let candidates = self.pairs.get(from..).unwrap_or_default().iter();
        candidates
            .take_while(|pair| (pair.0, pair.1) == (first, second))
            .filter_map(|pair| {
                let found = self.letters.get(pair.2..pair.2 + name.len())?;
                let same = found.iter().map(|letter| letter.0).eq(name.iter().copied());
                let (start, end) = (found.first()?.1, found.last()?.1 + 1);
                // Spaces within a name are few; a column of letters is none.
                (same && end - start <= name.len() + 3).then_some((start, end))
            })
            .collect()
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
