//! The answers of a Form 4 as a copy to read and to print.

use super::{form4, pledge};
use domain::account::AccountApplicationInput;
use maud::{Markup, html};
use public_pages::copy::{channel, fact, facts};

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
