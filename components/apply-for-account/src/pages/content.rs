//! The answers of a Form 4 as a copy to read and to print.

use super::field::Question;
use super::{form4, pledge};
use domain::account::AccountApplicationInput;
use domain::words::Channel;
use maud::{Markup, html};

/// Every answer, under the words that asked for it.
pub(crate) fn copy(content: &AccountApplicationInput) -> Markup {
    html! {
        h3 { "団体" }
        dl.facts {
            @if let Some(id) = content.organization.id { (fact(form4::ORGANIZATION_NUMBER, &id.to_string())) }
            (facts(&[form4::ORGANIZATION_NAME], &content.organization))
            (facts(form4::ORGANIZATION, &content.organization))
        }
        h3 { "申請する人（システム管理担当者）" }
        dl.facts { (facts(form4::APPLICANT, &content.applicant)) }
        @for (at, person) in content.people.iter().enumerate() {
            h3 { "利用者 " (at + 1) "人目" }
            dl.facts { (facts(form4::PERSON, person)) }
        }
        h3 { "誓約" }
        (pledge::copy(content.pledge))
        (channel(content.channel.as_deref()))
    }
}

/// How it came.
pub(super) fn channel(word: Option<&str>) -> Markup {
    html! {
        @if let Some(channel) = word.and_then(Channel::parse) {
            h3 { "提出方法" }
            p { (channel.label_ja()) }
        }
    }
}

/// What was answered; a question left open is left out.
pub(super) fn facts<T>(questions: &[Question<T>], answers: &T) -> Markup {
    html! {
        @for question in questions {
            @let answer = (question.read)(answers);
            @if !answer.is_empty() { (fact(question.label, question.control.read_out(answer))) }
        }
    }
}

/// One line of the copy.
pub(super) fn fact(label: &str, value: &str) -> Markup {
    html! { div { dt { (label) } dd { (value) } } }
}
