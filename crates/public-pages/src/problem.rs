//! A page for whatever went wrong, with a way on: without a script there is no button that goes back.

use crate::layout;
use maud::html;
use web::{Html, Problem};

/// What happened, what to mend, and where to go.
pub fn problem(problem: &Problem) -> Html {
    let content = html! {
        h1 { "手続きを進められませんでした" }
        div.notice-box."notice-box--danger" role="alert" {
            p { strong { (problem.title()) } }
            @if let Some(detail) = problem.detail_text() { p { (detail) } }
            @if !problem.errors().is_empty() {
                ul { @for error in problem.errors() { li { (error.message) } } }
            }
        }
        p { "入力の途中だったときは、ブラウザーの「戻る」で前の画面に戻れます。" }
        ul {
            li { a href="/apply" { "申請の入口へ" } }
            li { a href="/apply/status" { "出した申請の状況を見る（受付番号とパスコードが必要です）" } }
        }
        p.hint {
            "解決しないときは、" (layout::CITY_DESK) "へお問い合わせください。問い合わせ用の記号：" (problem.code())
        }
    };
    layout::page("お知らせ", &content)
}
