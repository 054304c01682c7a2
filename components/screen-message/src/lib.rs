//! The screening engine behind the interface of `wit/screening.wit` (R27).
//!
//! No use case and no HTTP: `spin.toml` puts it into the components that name it as a dependency. All it does is to
//! translate between the types of the interface and those of `crates/screening`.

// A native build has nobody to export to.
#![cfg(target_arch = "wasm32")]

#[expect(clippy::same_length_and_capacity, reason = "generated: a list arrives without spare room")]
mod bindings {
    wit_bindgen::generate!({
        path: "../../wit",
        world: "engine",
    });
}

#[expect(unsafe_code, reason = "generated: functions by the names of the component model take pointers to arguments")]
mod exported {
    use crate::{Engine, bindings};

    bindings::export!(Engine with_types_in bindings);
}

use bindings::exports::tasuki::screening::screen as wit;
use screening::{Directory, Person};

struct Engine;

impl wit::Guest for Engine {
    type Screener = Screener;
}

struct Screener(Directory);

impl wit::GuestScreener for Screener {
    fn new(directory: wit::Directory) -> Self {
        let people = |people: Vec<wit::Person>| -> Vec<Person> {
            people.into_iter().map(|wit::Person { name, kana }| Person { name, kana }).collect()
        };
        Self(Directory::new(&people(directory.registrants), &people(directory.users)))
    }

    fn screen(&self, text: String) -> wit::Verdict {
        screening::screen(&text, &self.0).into()
    }
}

impl From<screening::Verdict> for wit::Verdict {
    fn from(verdict: screening::Verdict) -> Self {
        let screening::Verdict { findings, is_cut } = verdict;
        Self { findings: findings.into_iter().map(Into::into).collect(), is_cut }
    }
}

impl From<screening::Finding> for wit::Finding {
    fn from(finding: screening::Finding) -> Self {
        let screening::Finding { kind, start, end, text, reason, suggestion } = finding;
        Self { kind: kind.into(), start: place(start), end: place(end), text, reason, suggestion }
    }
}

/// The engine reads far less than 2³² letters.
fn place(scalars: usize) -> u32 {
    u32::try_from(scalars).unwrap_or(u32::MAX)
}

impl From<screening::Kind> for wit::Kind {
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
