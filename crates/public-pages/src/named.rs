//! A person who has an account, named by login ID and name, as typed.

use crate::field::{Control, Errors, Need, Question};
use domain::named_person::{AccountHolderInput, RoomPersonInput};
use maud::{Markup, html};

/// Login ID and name, as typed.
pub struct Named {
    login_id: String,
    name: String,
}

impl Named {
    /// As typed.
    pub fn new(login_id: &str, name: &str) -> Self {
        Self { login_id: login_id.to_owned(), name: name.to_owned() }
    }

    /// The login ID.
    pub fn login_id(&self) -> &str {
        &self.login_id
    }
}

impl From<&RoomPersonInput> for Named {
    fn from(person: &RoomPersonInput) -> Self {
        Self::new(&person.login_id, &person.name)
    }
}

impl From<&AccountHolderInput> for Named {
    fn from(holder: &AccountHolderInput) -> Self {
        Self::new(&holder.login_id, &holder.name)
    }
}

/// The label of the login ID.
pub const LOGIN_ID: &str = "ログインID";
/// The label of the name.
pub const NAME: &str = "氏名";

/// The two questions about such a person.
pub fn questions(record: &str, person: &Named, need: Need, errors: &Errors<'_>) -> Markup {
    let login_id = Question {
        key: "login_id",
        label: LOGIN_ID,
        hint: "通知書に書かれた8けたの数字です。例：4827-1935",
        need,
        control: Control::Code { inputmode: "numeric" },
        read: |person: &Named| &person.login_id,
    };
    let name = Question {
        key: "name",
        label: NAME,
        hint: "",
        need,
        control: Control::Text { inputmode: "text", autocomplete: "off" },
        read: |person: &Named| &person.name,
    };
    html! { (login_id.field(record, person, errors)) (name.field(record, person, errors)) }
}
