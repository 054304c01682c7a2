//! `GET /api/manuals/search`: where the manuals say something about some words.

use crate::document::Section;
use crate::manuals::{in_the_app, manuals_for};
use domain::text::marks;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use utoipa::{IntoParams, ToSchema};
use web::{AnyUser, Json, Problem, Query, Session};

/// More than anybody reads; who gets so many adds a word.
const FOUND_MAX: usize = 50;
/// How much of the text stands before the first word that was found.
const BEFORE_CHARACTERS: usize = 20;
const EXCERPT_CHARACTERS: usize = 120;

/// What is looked for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ManualSearch {
    /// Words of any length, in either width and kana; each of them stands in every section that is found.
    #[serde(default)]
    q: String,
}

/// What was found: first those whose heading says it, then those that say it as it was typed.
#[derive(Serialize, ToSchema)]
pub(crate) struct FoundSections {
    items: Vec<FoundSection>,
    #[schema(required = true)]
    next: Option<String>,
}

/// A section that holds each of the words.
#[derive(Serialize, ToSchema)]
pub(crate) struct FoundSection {
    slug: &'static str,
    /// The manual's title.
    title: String,
    id: String,
    heading: String,
    /// The text around the first of the words.
    excerpt: String,
    /// Where the words stand in the excerpt: `[start, end)` in Unicode scalar values.
    marks: Vec<[usize; 2]>,
}

/// Searches the manuals that the caller may read.
#[utoipa::path(get, path = "/api/manuals/search", tag = "show-help", operation_id = "search_manuals",
    params(ManualSearch), responses((status = 200, body = FoundSections), (status = 401, body = Problem)))]
pub(crate) async fn search(session: Session<AnyUser>, Query(asked): Query<ManualSearch>) -> Json<FoundSections> {
    let mut found: Vec<((bool, bool), FoundSection)> = Vec::new();
    for manual in manuals_for(session.caller()) {
        let document = manual.document(in_the_app);
        let sections = document.sections.into_iter().filter(|section| holds(section, &asked.q));
        found.extend(sections.map(|section| {
            let rank = (!marks(&section.heading, &asked.q).is_empty(), says(&section.text, &asked.q));
            let (excerpt, marks) = excerpt(&section.text, &asked.q);
            let (id, heading) = (section.id, section.heading);
            (rank, FoundSection { slug: manual.slug, title: document.title.clone(), id, heading, excerpt, marks })
        }));
    }
    found.sort_by_key(|(rank, _)| Reverse(*rank));
    let items = found.into_iter().map(|(_, section)| section).take(FOUND_MAX).collect();
    Json(FoundSections { items, next: None })
}

/// Whether each of the words stands in the section; nothing is found by nothing.
pub(crate) fn holds(section: &Section, words: &str) -> bool {
    let whole = format!("{} {}", section.heading, section.text);
    words.split_whitespace().next().is_some() && words.split_whitespace().all(|word| !marks(&whole, word).is_empty())
}

/// Whether the words stand there as they were typed: カメラ is found in 確かめられます, too, which nobody means.
fn says(text: &str, words: &str) -> bool {
    words.split_whitespace().all(|word| text.contains(word))
}

/// The text from shortly before the first of the words, as it was typed where it can be.
fn excerpt(text: &str, words: &str) -> (String, Vec<[usize; 2]>) {
    let typed =
        words.split_whitespace().find_map(|word| text.split_once(word)).map(|(before, _)| before.chars().count());
    let first = typed.or_else(|| marks(text, words).first().map(|(start, _)| *start)).unwrap_or_default();
    let from = first.saturating_sub(BEFORE_CHARACTERS);
    let excerpt: String = text.chars().skip(from).take(EXCERPT_CHARACTERS).collect();
    let marks = marks(&excerpt, words).into_iter().map(|(start, end)| [start, end]).collect();
    (excerpt, marks)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section() -> Section {
        let text = "体温やSpO2を入力します。".to_owned();
        Section { id: "vitals".to_owned(), level: 2, heading: "測定値".to_owned(), html: String::new(), text }
    }

    #[test]
    fn every_word_stands_somewhere_however_it_is_written() {
        for words in ["体", "ｓｐｏ２", "測定値 体温", "入力 ソクテイ 測定値"] {
            assert_eq!(holds(&section(), words), !words.contains("ソクテイ"), "{words}");
        }
        assert!(!holds(&section(), " ") && !holds(&section(), "？"));
    }

    #[test]
    fn an_excerpt_begins_shortly_before_the_word() {
        let text = format!("{}褥瘡の写真", "あ".repeat(300));
        let (excerpt, marks) = excerpt(&text, "褥瘡");
        assert_eq!(excerpt, format!("{}褥瘡の写真", "あ".repeat(20)));
        assert_eq!(marks, [[20, 22]]);
    }
}
