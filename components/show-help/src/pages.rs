//! The pages for everybody, complete without JavaScript; `/assets/apply.js` filters the questions while one types.

use crate::document::{Document, Section};
use crate::manuals::{FAQ, START_UP, in_public};
use crate::search::holds;
use maud::{Markup, PreEscaped, html};
use public_pages::layout;
use serde::Deserialize;
use web::{Html, Query};

/// `GET /help`: where to read what.
pub(crate) async fn entry() -> Html {
    let content = html! {
        h1 { "使い方" }
        p.page__lead { "利用を始めるまでの手順と、よくある質問です。ログインしなくても読めます。" }
        (search_line(""))
        ul.choice-list {
            li {
                a href="/help/start-up" {
                    strong { "利用開始の手引き" }
                    small { "申込みから、通知書が届いて初めてログインするまで。端末をなくしたとき。" }
                }
            }
            li {
                a href="/help/faq" {
                    strong { "よくある質問" }
                    small { "申請、アカウント、部屋、個人情報、お知らせなど。" }
                }
            }
            li {
                a href="/apply/forms" {
                    strong { "申請書の用紙" }
                    small { "様式第4号から第8号までを印刷できます。" }
                }
            }
            li {
                a href="/manuals" {
                    strong { "利用者の手引き" }
                    small { "部屋、測定値、メールなど、画面ごとの使い方。ログインして読みます。" }
                }
            }
        }
    };
    layout::shell("使い方", &content)
}

/// `GET /help/start-up`: from the application to the first login (R31).
pub(crate) async fn start_up() -> Html {
    let document = START_UP.document(in_public);
    let content = html! {
        (trail(&document.title))
        h1 { (document.title) }
        (PreEscaped(&document.introduction))
        (print_button())
        (contents(&document))
        article.manual {
            @for section in &document.sections { (heading(section)) (PreEscaped(&section.html)) }
        }
        p.no-print { "ほかのことは " a href="/help/faq" { "よくある質問" } " をご覧ください。" }
    };
    layout::shell(&document.title, &content)
}

/// What is looked for in the questions.
#[derive(Deserialize)]
pub(crate) struct FaqQuery {
    #[serde(default)]
    q: String,
}

/// `GET /help/faq`: all questions and answers; with `?q=` those that hold each of the words (R31).
pub(crate) async fn faq(Query(FaqQuery { q }): Query<FaqQuery>) -> Html {
    let document = FAQ.document(in_public);
    let words = q.trim();
    let is_shown = |section: &Section| words.is_empty() || holds(section, words);
    let shown = document.sections.iter().filter(|section| section.level > 2 && is_shown(section)).count();
    let content = html! {
        (trail(&document.title))
        h1 { (document.title) }
        (PreEscaped(&document.introduction))
        (search_line(words))
        p.faq__count role="status" data-faq-count {
            @if !words.is_empty() { "「" (words) "」が含まれる質問は" (shown) "件です。" }
        }
        @if !words.is_empty() { p.no-print { a href="/help/faq" { "すべての質問を表示する" } } }
        (print_button())
        (contents(&document))
        article.manual data-faq {
            @for (area, questions) in areas(&document.sections) {
                section data-faq-area aria-labelledby=(area.id) hidden[!questions.iter().any(is_shown)] {
                    (heading(area))
                    @for question in questions {
                        div.faq__question data-faq-question hidden[!is_shown(question)] {
                            (heading(question))
                            (PreEscaped(&question.html))
                        }
                    }
                }
            }
        }
    };
    layout::shell(&document.title, &content)
}

/// Each section of the second level with those of the third below it.
fn areas(sections: &[Section]) -> Vec<(&Section, &[Section])> {
    let parts = sections.chunk_by(|_, next| next.level > 2);
    parts.filter_map(<[Section]>::split_first).collect()
}

/// A heading, whose own link can be copied and given to others.
fn heading(section: &Section) -> Markup {
    let link = html! {
        " " a.manual__link.no-print href=(format!("#{}", section.id))
            aria-label=(format!("「{}」へのリンク", section.heading)) { "#" }
    };
    if section.level == 2 {
        html! { h2 id=(section.id) { (section.heading) (link) } }
    } else {
        html! { h3 id=(section.id) { (section.heading) (link) } }
    }
}

fn contents(document: &Document) -> Markup {
    html! {
        nav.contents.no-print aria-labelledby="contents" {
            h2 id="contents" { "目次" }
            ol {
                @for section in document.sections.iter().filter(|section| section.level == 2) {
                    li { a href=(format!("#{}", section.id)) { (section.heading) } }
                }
            }
        }
    }
}

fn search_line(words: &str) -> Markup {
    html! {
        search.no-print {
            form.faq__search method="get" action="/help/faq" data-faq-search {
                label for="q" { "よくある質問を探す" }
                div.faq__line {
                    input id="q" name="q" type="search" maxlength="100" autocomplete="off" value=(words);
                    button.button."button--secondary" type="submit" { "探す" }
                }
            }
        }
    }
}

/// Shown by the script, which alone can print.
fn print_button() -> Markup {
    html! { div.no-print { button.button."button--secondary" type="button" data-print hidden { "印刷する" } } }
}

fn trail(title: &str) -> Markup {
    html! {
        nav.hint.no-print aria-label="現在の位置" {
            a href="/help" { "使い方" } " › " span aria-current="page" { (title) }
        }
    }
}
