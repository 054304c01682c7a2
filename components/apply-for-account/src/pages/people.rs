//! The people of Form 4.

use super::form4;
use domain::account::{MAX_PEOPLE, PersonInput};
use maud::{Markup, html};
use public_pages::field::Errors;
use public_pages::rows::Rows;
use std::borrow::Cow;

/// Those to show: an application for nobody yet shows the fields of a first person.
pub(super) fn shown(people: &[PersonInput]) -> Cow<'_, [PersonInput]> {
    if people.is_empty() { Cow::Owned(vec![PersonInput::default()]) } else { Cow::Borrowed(people) }
}

/// The section.
pub(super) fn people(people: &[PersonInput], action: &str, errors: &Errors<'_>) -> Markup {
    let rows = Rows {
        section: "people",
        legend: "3 利用者（アカウントを使う人）",
        hint: html! {
            p {
                "アカウントは一人に一つです。「受付」や「看護師一同」のような、何人かで使うアカウントは作れません。"
                "だれが読み、だれが書いたかを、いつでも確かめられるようにするためです。"
            }
            p { "一度に" (MAX_PEOPLE) "人まで申請できます。" }
        },
        class: "person",
        counter: "人目",
        add: ("add_person", "利用者をもう一人追加する"),
        remove: "remove_person",
        max: MAX_PEOPLE,
    };
    rows.show(people.len(), action, errors, |record, at| {
        html! {
            @if let Some(person) = people.get(at) {
                @for question in form4::PERSON { (question.field(record, person, errors)) }
            }
        }
    })
}
