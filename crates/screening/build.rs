//! Writes the words of `data/` down as tables that the engine looks words up in as they are: an instance of the component
//! lives for a hundred messages, and sorting ten thousand words first would cost it as much as half of these.

#[expect(dead_code, reason = "of the comparable form of a text only the form is needed here")]
#[path = "src/folded.rs"]
mod folded;
#[path = "src/lexicon/romaji.rs"]
mod romaji;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

/// Those with words under headings, in the order in which they are asked: what one says of a word first stays.
const FILES: [&str; 8] =
    ["given_names", "not_names", "people", "talk", "contact", "areas", "combination", "generality"];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/folded.rs");
    println!("cargo::rerun-if-changed=src/lexicon/romaji.rs");
    let mut words = Words::default();
    let mut readings = Readings::default();
    for (kanji, reading) in
        lines(&data("surnames")?).flat_map(str::split_whitespace).filter_map(|pair| pair.split_once('/'))
    {
        words.insert(kanji, "surname");
        readings.surnames.insert(reading.to_owned());
    }
    for file in FILES {
        for (section, word) in sections(&data(file)?) {
            match section {
                "kana" => drop(readings.given.insert(word.to_owned())),
                "ending" => readings.endings.extend(word.chars()),
                _ => words.insert(word, section),
            }
        }
    }
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("tables.rs"), words.tables() + &readings.tables())
}

fn data(name: &str) -> io::Result<String> {
    fs::read_to_string(format!("data/{name}.txt"))
}

fn lines(file: &str) -> impl Iterator<Item = &str> {
    file.lines().filter(|line| !line.starts_with('#'))
}

/// Each word of a file with the heading above it.
fn sections(file: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut section = "";
    lines(file).flat_map(move |line| {
        let heading = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
        section = heading.unwrap_or(section);
        let words = if heading.is_some() { "" } else { line };
        let here = section;
        words.split_whitespace().map(move |word| (here, word))
    })
}

/// Words by their letters.
#[derive(Default)]
struct Words {
    children: BTreeMap<char, Words>,
    /// Each heading's word, points and whether it is an anchor.
    tags: Vec<(String, String, bool)>,
}

impl Words {
    /// `heading` is a tag and, in a combination, its weight: `illness 3!`.
    fn insert(&mut self, word: &str, heading: &str) {
        let mut node = self;
        let letters = folded::Folded::new(word);
        for c in letters.chars(0, letters.len()) {
            node = node.children.entry(c).or_default();
        }
        let (tag, weight) = heading.split_once(' ').unwrap_or((heading, ""));
        let tag = variant(tag);
        if !node.tags.iter().any(|known| known.0 == tag) {
            let points = weight.trim_end_matches('!');
            let points = if points.is_empty() { "0" } else { points };
            node.tags.push((tag, points.to_owned(), weight.ends_with('!')));
        }
    }

    /// The nodes by their depth, so that the children of one stand together: child `n` of all is node `n + 1`.
    fn tables(&self) -> String {
        let (mut nodes, mut letters, mut tags) = (String::new(), String::new(), String::new());
        let (mut letters_count, mut tags_count) = (0, 0);
        let mut waiting = VecDeque::from([self]);
        while let Some(node) = waiting.pop_front() {
            let _ = write!(nodes, "({letters_count},{tags_count}),");
            for (letter, child) in &node.children {
                let _ = write!(letters, "{letter:?},");
                waiting.push_back(child);
            }
            for (tag, points, is_anchor) in &node.tags {
                let _ = write!(tags, "(Tag::{tag},Weight{{points:{points},is_anchor:{is_anchor}}}),");
            }
            letters_count += node.children.len();
            tags_count += node.tags.len();
        }
        // What would be the next one's beginning is the last one's end.
        let _ = write!(nodes, "({letters_count},{tags_count})");
        format!(
            "static NODES: &[(u32, u32)] = &[{nodes}];\nstatic LETTERS: &[char] = &[{letters}];\n\
             static TAGS: &[(Tag, Weight)] = &[{tags}];\n"
        )
    }
}

/// `not-a-name` as the engine's type has it. A heading that it does not know does not compile.
fn variant(tag: &str) -> String {
    let capital = |word: &str| word.get(..1).unwrap_or_default().to_uppercase() + word.get(1..).unwrap_or_default();
    tag.split('-').map(capital).collect()
}

/// The readings of names, in hiragana.
#[derive(Default)]
struct Readings {
    surnames: BTreeSet<String>,
    given: BTreeSet<String>,
    /// The last kanji of given names.
    endings: BTreeSet<char>,
}

impl Readings {
    fn tables(&self) -> String {
        format!(
            "pub(crate) static READINGS: Readings = Readings {{ surnames: Sorted(&{:?}), given: Sorted(&{:?}), \
             latin_surnames: Sorted(&{:?}), latin_given: Sorted(&{:?}), endings: &{:?} }};\n",
            list(&self.surnames),
            list(&self.given),
            list(&latin(&self.surnames)),
            list(&latin(&self.given)),
            self.endings.iter().collect::<Vec<_>>(),
        )
    }
}

fn list(words: &BTreeSet<String>) -> Vec<&String> {
    words.iter().collect()
}

/// Readings in Latin letters; shorter ones are too often other words.
fn latin(readings: &BTreeSet<String>) -> BTreeSet<String> {
    let long = readings.iter().filter_map(|reading| romaji::romaji(reading));
    let both = long.flat_map(|written| [romaji::short(&written), written]);
    both.filter(|written| written.len() >= 3).collect()
}
