//! The answer to a filed form: what to keep, and what comes next.

use crate::layout::{self, CITY_DESK};
use crate::{ReceiptPage, dates};
use maud::{Markup, html};
use web::Html;

/// Receipt number and passcode, to print or to write down.
pub fn receipt(page: &ReceiptPage) -> Html {
    let content = html! {
        h1 { "申請を受け付けました" }
        div.notice-box."notice-box--success" data-receipt=(page.receipt.receipt_number) {
            h2 { "受付番号" }
            p.receipt-number { (page.receipt.receipt_number) }
            h2 { "パスコード" }
            p.receipt-number { (page.receipt.passcode) }
            p {
                strong { "パスコードが表示されるのは今回だけです。" }
                "このページを印刷するか、二つとも書き写して保管してください。申請の状況を見るときや、直すとき、取り下げるときに使います。"
            }
        }
        (print_button("印刷できないときは、画面の写真を撮るか書き写してください。"))
        (summary(page))
        (what_comes_next(page))
        p.no-print { a href="/apply/status" { "申請の状況を見る" } }
        p.print-only { "提出先：" (CITY_DESK) }
    };
    layout::page("申請の受付", &content)
}

/// A script shows the button; the keys work without one.
pub fn print_button(otherwise: &str) -> Markup {
    html! {
        div.stack.no-print {
            div.row {
                button.button."button--secondary" type="button" data-print hidden { "印刷する" }
                p.hint {
                    "パソコンでは、Ctrlキー（Macはcommandキー）を押しながらPを押しても印刷できます。" (otherwise)
                }
            }
            p { a href="/apply/forms" { "手書き用の用紙を印刷する" } }
        }
    }
}

fn summary(page: &ReceiptPage) -> Markup {
    html! {
        section.card aria-labelledby="summary" {
            h2 id="summary" { "受け付けた内容" }
            dl.facts {
                div { dt { "受付日時" } dd { (dates::day_and_time(page.receipt.received_at)) } }
                @if !page.organization_name.is_empty() {
                    div { dt { "団体" } dd { (page.organization_name) } }
                }
                @if !page.people.is_empty() {
                    div {
                        dt { (page.people_are) "（" (page.people.len()) "人）" }
                        dd { (page.people.join("、")) }
                    }
                }
            }
        }
    }
}

fn what_comes_next(page: &ReceiptPage) -> Markup {
    html! {
        section.card aria-labelledby="next" {
            h2 id="next" { "これからの流れ" }
            ol.steps {
                li {
                    "市の窓口が内容を確かめます。"
                    @if let Some(day) = page.receipt.due_on { "目安は" (dates::day(day)) "までです。" }
                    "直すところがあれば、申請の状況のページでお知らせします。"
                }
                @for step in page.next { li { (step) } }
            }
        }
    }
}
