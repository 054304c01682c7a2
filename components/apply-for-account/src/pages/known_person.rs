//! A person who has an account: chosen by the signed-in manager, or named by login ID and name.

use crate::known_organization::OwnPerson;
use domain::LoginId;
use maud::{Markup, html};
use public_pages::field::{self, Errors, Need};
use public_pages::named::{self, LOGIN_ID, NAME, Named};

/// The places for errors in a row about such a person.
pub(super) fn keys(people: &[OwnPerson]) -> Vec<(&'static str, &'static str)> {
    if people.is_empty() { vec![("login_id", LOGIN_ID), ("name", NAME)] } else { vec![("login_id", NAME)] }
}

/// The questions: a choice when the people are known, else two fields.
pub(super) fn questions(record: &str, person: &Named, people: &[OwnPerson], need: Need, errors: &Errors<'_>) -> Markup {
    if !people.is_empty() {
        return choice(record, person.login_id(), people, need, errors);
    }
    named::questions(record, person, need, errors)
}

fn choice(record: &str, typed: &str, people: &[OwnPerson], need: Need, errors: &Errors<'_>) -> Markup {
    let path = field::join(record, "login_id");
    let (id, messages) = (field::id(&path), errors.at(&path));
    let chosen = typed.parse::<LoginId>().map_or_else(|_| typed.to_owned(), LoginId::digits);
    let known = people.iter().any(|person| person.login_id == chosen);
    html! {
        div.field."field--invalid"[!messages.is_empty()] {
            label for=(id) {
                (NAME)
                @if need == Need::Always { span.required { "必須" } }
            }
            (field::error(&id, &messages))
            select id=(id) name=(field::name(&path)) aria-describedby=[field::described_by(&id, false, !messages.is_empty())]
                aria-invalid=[(!messages.is_empty()).then_some("true")] {
                option value="" { "選んでください" }
                // What was typed before is not lost because it is nobody's.
                @if !known && !typed.trim().is_empty() { option value=(typed) selected { (typed) } }
                @for person in people {
                    option value=(person.login_id) selected[person.login_id == chosen] {
                        (person.name) "（" (shown(&person.login_id)) "）"
                    }
                }
            }
        }
    }
}

fn shown(login_id: &str) -> String {
    login_id.parse::<LoginId>().map_or_else(|_| login_id.to_owned(), |id| id.to_string())
}
