//! The engine called as it is: tests of routers run natively, where nothing is composed.

use crate::{Finding, Kind, Person, Verdict};
use screening::Directory;

pub(crate) struct Engine(Directory);

impl Engine {
    pub(crate) fn new(registrants: &[Person], users: &[Person]) -> Self {
        let people = |people: &[Person]| -> Vec<screening::Person> {
            people
                .iter()
                .map(|Person { name, kana }| screening::Person { name: name.clone(), kana: kana.clone() })
                .collect()
        };
        Self(Directory::new(&people(registrants), &people(users)))
    }

    pub(crate) fn screen(&self, text: &str) -> Verdict {
        let screening::Verdict { findings, is_cut } = screening::screen(text, &self.0);
        Verdict { findings: findings.into_iter().map(Into::into).collect(), is_cut }
    }
}

impl From<screening::Finding> for Finding {
    fn from(finding: screening::Finding) -> Self {
        let screening::Finding { kind, start, end, text, reason, suggestion } = finding;
        let place = |scalars: usize| u32::try_from(scalars).unwrap_or(u32::MAX);
        Self { kind: kind.into(), start: place(start), end: place(end), text, reason, suggestion }
    }
}

impl From<screening::Kind> for Kind {
    fn from(kind: screening::Kind) -> Self {
        match kind {
            screening::Kind::Name => Self::Name,
            screening::Kind::RegistrantName => Self::RegistrantName,
            screening::Kind::Phone => Self::Phone,
            screening::Kind::Email => Self::Email,
            screening::Kind::PostalCode => Self::PostalCode,
            screening::Kind::Address => Self::Address,
            screening::Kind::BirthDate => Self::BirthDate,
            screening::Kind::InsuranceNumber => Self::InsuranceNumber,
            screening::Kind::MyNumber => Self::MyNumber,
            screening::Kind::Combination => Self::Combination,
        }
    }
}
