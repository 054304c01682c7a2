//! `/apply/status`: receipt number and passcode open the follow-up page (R13b).

use super::StatusForm;
use maud::{Markup, html};
use public_pages::field::{self, Control, Errors, Need, Question};
use public_pages::layout;
use web::Html;

const FORM_ID: &str = "status";

/// About the receipt number typed so far, or nothing for the passcode: it is never given back, not even a wrong one.
const QUESTIONS: &[Question<String>] = &[
    Question {
        key: "receipt_number",
        label: "受付番号",
        hint: "11けたの数字です。例：4-26-000123-48（ハイフンは省けます）",
        need: Need::Always,
        control: Control::Code { inputmode: "numeric" },
        read: |receipt_number| receipt_number,
    },
    Question {
        key: "passcode",
        label: "パスコード",
        hint: "申請したときのページに表示された、英字と数字の組み合わせです。例：ABCD-EFGH-JKMN",
        need: Need::Always,
        control: Control::Code { inputmode: "text" },
        read: |_| "",
    },
];

/// Asks for both.
pub(crate) fn status_form(form: &StatusForm<'_>) -> Html {
    const TITLE: &str = "申請の状況を見る";
    let found = form.error.map(web::Problem::errors).unwrap_or_default();
    let label = |path: &str| label(path).unwrap_or_default().to_owned();
    let errors = Errors::place(FORM_ID, found, |path| self::label(path).is_some(), label);
    let content = html! {
        h1 { (TITLE) }
        @if errors.is_empty() { (refusal(form)) } @else { (errors.summary()) }
        p { "申請したときに受け取った、受付番号とパスコードを入力してください。" }
        form.sheet id=(FORM_ID) method="post" action="/apply/status" accept-charset="utf-8" {
            @for question in QUESTIONS { (question.field("", &form.receipt_number, &errors)) }
            div.actions { button.button."button--primary" type="submit" { "状況を見る" } }
        }
        p.hint {
            "控えをなくしたときは、" (layout::CITY_DESK) "へお問い合わせください。"
            "使い終わるか30分たつと、もう一度入力が必要になります。"
        }
    };
    if form.error.is_some() { layout::page_with_errors(TITLE, &content) } else { layout::page(TITLE, &content) }
}

/// A problem of neither field alone: which of the two is wrong is not told.
fn refusal(form: &StatusForm<'_>) -> Markup {
    html! {
        @if let Some(problem) = form.error {
            (field::summary_box("表示できませんでした", &html! { p { (problem.title()) } }))
        }
    }
}

fn label(path: &str) -> Option<&'static str> {
    QUESTIONS.iter().find(|question| question.key == path).map(|question| question.label)
}
