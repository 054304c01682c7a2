//! Which manuals there are, and who may read each (R31).

use crate::document::Document;
use domain::words::Desk;
use web::Caller;

/// One manual as it stands in `docs/manuals`.
pub(crate) struct Manual {
    /// Its name in addresses, and that of its file.
    pub(crate) slug: &'static str,
    readers: Readers,
    source: &'static str,
}

/// Who may read a manual.
#[derive(Clone, Copy)]
enum Readers {
    Everybody,
    SignedIn,
    AnyDesk,
    Desk(Desk),
}

/// What somebody does from Form 4 to the first login, for everybody.
pub(crate) const START_UP: Manual =
    Manual { slug: "start-up", readers: Readers::Everybody, source: include_str!("../../../docs/manuals/start-up.md") };

/// Questions and answers, for everybody.
pub(crate) const FAQ: Manual =
    Manual { slug: "faq", readers: Readers::Everybody, source: include_str!("../../../docs/manuals/faq.md") };

/// Every manual, in the order in which they are offered.
const MANUALS: [&Manual; 8] = [
    &Manual { slug: "web", readers: Readers::SignedIn, source: include_str!("../../../docs/manuals/web.md") },
    &Manual { slug: "phone", readers: Readers::SignedIn, source: include_str!("../../../docs/manuals/phone.md") },
    &Manual { slug: "managers", readers: Readers::SignedIn, source: include_str!("../../../docs/manuals/managers.md") },
    &Manual { slug: "desk", readers: Readers::AnyDesk, source: include_str!("../../../docs/manuals/desk.md") },
    &Manual { slug: "city", readers: Readers::Desk(Desk::City), source: include_str!("../../../docs/manuals/city.md") },
    &Manual {
        slug: "association",
        readers: Readers::Desk(Desk::Association),
        source: include_str!("../../../docs/manuals/association.md"),
    },
    &START_UP,
    &FAQ,
];

impl Manual {
    /// The manual, read; its links to other manuals lead where `address` says.
    pub(crate) fn document(&self, address: fn(&str) -> String) -> Document {
        Document::read(self.source, address)
    }

    fn is_for(&self, caller: &Caller) -> bool {
        match self.readers {
            Readers::Everybody | Readers::SignedIn => true,
            Readers::AnyDesk => caller.desk.is_some(),
            Readers::Desk(desk) => caller.desk == Some(desk),
        }
    }
}

/// The manuals that somebody may read, in their order.
pub(crate) fn manuals_for(caller: &Caller) -> impl Iterator<Item = &'static Manual> {
    MANUALS.into_iter().filter(|manual| manual.is_for(caller))
}

/// Where a manual is read by those who are signed in.
pub(crate) fn in_the_app(slug: &str) -> String {
    format!("/manuals/{slug}")
}

/// Where a manual is read from the public pages; those that need a login ask for it there.
pub(crate) fn in_public(slug: &str) -> String {
    let is_public = [START_UP.slug, FAQ.slug].contains(&slug);
    if is_public { format!("/help/{slug}") } else { in_the_app(slug) }
}
