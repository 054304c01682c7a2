//! The engine as a component that this one is composed with.

use crate::{Finding, Kind, Person, Verdict};

#[expect(clippy::same_length_and_capacity, reason = "generated: a list arrives without spare room")]
mod bindings {
    wit_bindgen::generate!({
        path: "../../wit",
        world: "author",
        // Names are lent to the call, not copied for it; the other world of the package owns them.
        ownership: Borrowing { duplicate_if_necessary: true },
    });
}

use bindings::tasuki::screening::screen as wit;

pub(crate) struct Engine(wit::Screener);

impl Engine {
    pub(crate) fn new(registrants: &[Person], users: &[Person]) -> Self {
        let (registrants, users) = (lent(registrants), lent(users));
        Self(wit::Screener::new(wit::DirectoryParam { registrants: &registrants, users: &users }))
    }

    pub(crate) fn screen(&self, text: &str) -> Verdict {
        let wit::Verdict { findings, is_cut } = self.0.screen(text);
        Verdict { findings: findings.into_iter().map(Into::into).collect(), is_cut }
    }
}

fn lent(people: &[Person]) -> Vec<wit::PersonParam<'_>> {
    people.iter().map(|Person { name, kana }| wit::PersonParam { name, kana }).collect()
}

impl From<wit::Finding> for Finding {
    fn from(finding: wit::Finding) -> Self {
        let wit::Finding { kind, start, end, text, reason, suggestion } = finding;
        Self { kind: kind.into(), start, end, text, reason, suggestion }
    }
}

impl From<wit::Kind> for Kind {
    fn from(kind: wit::Kind) -> Self {
        match kind {
            wit::Kind::Name => Self::Name,
            wit::Kind::RegistrantName => Self::RegistrantName,
            wit::Kind::Phone => Self::Phone,
            wit::Kind::Email => Self::Email,
            wit::Kind::PostalCode => Self::PostalCode,
            wit::Kind::Address => Self::Address,
            wit::Kind::BirthDate => Self::BirthDate,
            wit::Kind::InsuranceNumber => Self::InsuranceNumber,
            wit::Kind::MyNumber => Self::MyNumber,
            wit::Kind::Combination => Self::Combination,
        }
    }
}
