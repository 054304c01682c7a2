//! The shell around every page.

use domain::words::Desk;
use maud::{DOCTYPE, Markup, html};
use web::Html;

/// The desk that owns accounts and rooms.
pub const CITY_DESK: &str = "市川市 地域包括支援課";
/// The desk that owns patients and care teams.
pub const ASSOCIATION_DESK: &str = "市川市医師会";

/// A desk by the name people know.
pub fn desk_name(desk: Desk) -> &'static str {
    match desk {
        Desk::City => CITY_DESK,
        Desk::Association => ASSOCIATION_DESK,
    }
}

/// A page below the entry page.
pub fn page(title: &str, content: &Markup) -> Html {
    shell(title, &html! { (trail(title)) (content) })
}

/// As [`page`], for a form that came back with errors: the title says so first, as it is what is read out first.
pub fn page_with_errors(title: &str, content: &Markup) -> Html {
    shell(&format!("エラー：{title}"), &html! { (trail(title)) (content) })
}

/// The shell alone; only the entry page has no trail back to the entry page.
pub fn shell(title: &str, content: &Markup) -> Html {
    let markup = html! {
        (DOCTYPE)
        html lang="ja" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                // Phones would offer to call a receipt number.
                meta name="format-detection" content="telephone=no";
                meta name="theme-color" content="#0017c1";
                title { (title) " | Tasuki(襷)" }
                link rel="icon" href="/icons/icon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/assets/public.css";
                script type="module" defer src="/assets/apply.js" {}
            }
            body.public {
                a.skip-link href="#main" { "本文へ移動" }
                (header())
                main.page id="main" tabindex="-1" {
                    (content)
                }
                (footer())
            }
        }
    };
    Html(markup.into_string())
}

fn trail(title: &str) -> Markup {
    html! {
        nav.hint.no-print aria-label="現在の位置" {
            a href="/apply" { "申請の入口" } " › " span aria-current="page" { (title) }
        }
    }
}

fn header() -> Markup {
    html! {
        header.site-header {
            a.site-name href="/" { "Tasuki(襷)" }
            nav aria-label="ページ" {
                ul {
                    li { a href="/apply" { "申請する" } }
                    li { a href="/apply/status" { "申請の状況" } }
                    li { a href="/help" { "使い方" } }
                    li { a href="/sign-in" { "ログイン" } }
                }
            }
        }
    }
}

/// R22: what is written here is not read at once.
fn footer() -> Markup {
    html! {
        footer.site-footer {
            p {
                strong { "緊急の連絡には使えません。" }
                "容体の急変など急ぐときは、必ず電話で連絡してください。"
            }
            p { "申請についての問い合わせ先：" (CITY_DESK) }
        }
    }
}
