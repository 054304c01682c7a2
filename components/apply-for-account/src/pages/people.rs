//! The people of Form 4: one group of fields each, and the buttons that add and remove one without a script.

use super::field::{self, Errors};
use super::form4;
use domain::account::{MAX_PEOPLE, PersonInput};
use maud::{Markup, html};
use std::borrow::Cow;

/// Those to show: an application for nobody yet shows the fields of a first person.
pub(super) fn shown(people: &[PersonInput]) -> Cow<'_, [PersonInput]> {
    if people.is_empty() { Cow::Owned(vec![PersonInput::default()]) } else { Cow::Borrowed(people) }
}

/// The section. The buttons post to `action` and come back to the people, not to the top of the page.
pub(super) fn people(people: &[PersonInput], action: &str, errors: &Errors<'_>) -> Markup {
    let messages = errors.at("people");
    let described_by = field::described_by("people", true, !messages.is_empty());
    html! {
        fieldset.group id="people" aria-describedby=[described_by] {
            legend { "3 利用者（アカウントを使う人）" }
            div.hint.stack id="people-hint" {
                p {
                    "アカウントは一人に一つです。「受付」や「看護師一同」のような、何人かで使うアカウントは作れません。"
                    "だれが読み、だれが書いたかを、いつでも確かめられるようにするためです。"
                }
                p { "一度に" (MAX_PEOPLE) "人まで申請できます。" }
            }
            (field::error("people", &messages))
            @for (at, person) in people.iter().enumerate() {
                (one(at, person, people.len() > 1, action, errors))
            }
            @if people.len() < MAX_PEOPLE {
                div.actions {
                    button.button."button--secondary" type="submit" name="action" value="add_person" formnovalidate
                        formaction={ (action) "#people-" (people.len()) } { "利用者をもう一人追加する" }
                }
            }
        }
    }
}

fn one(at: usize, person: &PersonInput, removable: bool, action: &str, errors: &Errors<'_>) -> Markup {
    let record = format!("people[{at}]");
    let id = field::id(&record);
    let messages = errors.at(&record);
    let described_by = field::described_by(&id, false, !messages.is_empty());
    html! {
        fieldset.person id=(id) data-index=(at) tabindex="-1" aria-describedby=[described_by] {
            legend { (at + 1) "人目" }
            (field::error(&id, &messages))
            @for question in form4::PERSON {
                (question.field(&record, person, errors))
            }
            @if removable {
                div.actions {
                    button.button."button--danger"."button--small" type="submit" name="action"
                        value={ "remove_person:" (at) } formnovalidate formaction={ (action) "#people" } {
                        (at + 1) "人目を取り消す"
                    }
                }
            }
        }
    }
}
