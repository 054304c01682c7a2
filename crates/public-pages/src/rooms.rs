//! What the forms about collaboration rooms have in common: who applies, which room.

use crate::copy::fact;
use crate::field::{Control, Errors, Need, Question};
use crate::named::{self, LOGIN_ID, NAME, Named};
use crate::places::Places;
use domain::named_person::{AccountHolderInput, RoomPersonInput};
use maud::{Markup, html};
use web::Caller;

const PHONE: Question<AccountHolderInput> = Question {
    key: "phone",
    label: "昼間に連絡がつく電話番号",
    hint: "市から確かめたいことがあるときに使います。空けたままでもかまいません。",
    need: Need::Sometimes,
    control: Control::Text { inputmode: "tel", autocomplete: "tel" },
    read: |applicant| &applicant.phone,
};

/// The places for errors about who applies.
pub fn applicant_places(places: Places) -> Places {
    places
        .with("applicant", "申請する人")
        .with("applicant.login_id", "申請する人のログインID")
        .with("applicant.name", "申請する人の氏名")
        .with("applicant.phone", "申請する人の電話番号")
}

/// Who applies: typed, or who is signed in; of a correction it is settled.
pub fn applicant(
    legend: &str,
    input: &AccountHolderInput,
    known: Option<&Caller>,
    settled: bool,
    errors: &Errors<'_>,
) -> Markup {
    html! {
        fieldset.group id="applicant" {
            legend { (legend) }
            @if let Some(caller) = known {
                p { "ログイン中の " strong { (caller.name) } " さん（" (caller.organization_name) "）として申請します。" }
            } @else if settled {
                p { strong { (input.name) } " さん（ログインID " span.code { (input.login_id) } "）の申請です。" }
            } @else {
                p.hint { "アカウントを持っている方なら、どなたでも申請できます。" }
                (named::questions("applicant", &Named::from(input), Need::Always, errors))
            }
            (PHONE.field("applicant", input, errors))
        }
    }
}

/// The answers about who applied.
pub fn applicant_copy(input: &AccountHolderInput) -> Markup {
    html! {
        h3 { "申請した人" }
        dl.facts {
            (fact(NAME, &input.name))
            (fact(LOGIN_ID, &input.login_id))
            @if !input.phone.is_empty() { (fact(PHONE.label, &input.phone)) }
        }
    }
}

/// The fields of a room: its name, and its number when that is known.
#[derive(Debug)]
pub struct RoomField {
    /// What the room is called.
    name: String,
    /// Its number, as text.
    number: String,
}

const ROOM_NAME: Question<RoomField> = Question {
    key: "room_name",
    label: "部屋の名前",
    hint: "部屋の番号が分かるときは、空けたままでもかまいません。",
    need: Need::Sometimes,
    control: Control::Text { inputmode: "text", autocomplete: "off" },
    read: |room| &room.name,
};

const ROOM_NUMBER: Question<RoomField> = Question {
    key: "room_id",
    label: "部屋の番号",
    hint: "案内やリンクに書かれている番号です。分からないときは、名前だけ入力してください。",
    need: Need::Sometimes,
    control: Control::Code { inputmode: "numeric" },
    read: |room| &room.number,
};

/// The places for errors about the room.
pub fn room_places(places: Places) -> Places {
    places.with("room_name", ROOM_NAME.label).with("room_id", ROOM_NUMBER.label)
}

/// Which room.
pub fn room(legend: &str, id: Option<i64>, name: &str, errors: &Errors<'_>) -> Markup {
    // What was no number was read as 0, which no room has.
    let number = id.filter(|id| *id != 0).map(|id| id.to_string()).unwrap_or_default();
    let room = RoomField { name: name.to_owned(), number };
    html! {
        fieldset.group {
            legend { (legend) }
            (ROOM_NAME.field("", &room, errors))
            (ROOM_NUMBER.field("", &room, errors))
        }
    }
}

/// The answers about the room.
pub fn room_copy(id: Option<i64>, name: &str) -> Markup {
    html! {
        h3 { "部屋" }
        dl.facts {
            (fact(ROOM_NAME.label, name))
            @if let Some(id) = id { (fact(ROOM_NUMBER.label, &id.to_string())) }
        }
    }
}

/// The keys of a row about a person.
pub fn person_keys() -> Vec<(&'static str, &'static str)> {
    vec![("login_id", LOGIN_ID), ("name", NAME), ("user_id", NAME)]
}

/// One person of a list. Whoever was chosen from the directory keeps the account, which the page does not ask for.
pub fn person(record: &str, person: &RoomPersonInput, need: Need, errors: &Errors<'_>) -> Markup {
    let chosen = person.user_id.filter(|_| person.login_id.trim().is_empty());
    html! {
        @if let Some(id) = chosen {
            input type="hidden" name=(crate::field::name(&format!("{record}.user_id"))) value=(id);
            input type="hidden" name=(crate::field::name(&format!("{record}.name"))) value=(person.name);
            @let path = format!("{record}.user_id");
            p id=(crate::field::id(&path)) { strong { (person.name) } " さん（一覧から選んだ方）" }
            (crate::field::error(&crate::field::id(&path), &errors.at(&path)))
        } @else {
            (named::questions(record, &Named::from(person), need, errors))
        }
    }
}

/// The people of a list, as answers.
pub fn people_copy(heading: &str, people: &[RoomPersonInput]) -> Markup {
    html! {
        h3 { (heading) }
        @if people.is_empty() { p { "なし" } }
        dl.facts {
            @for person in people {
                div { dt { (person.name) } dd { @if !person.login_id.is_empty() { (LOGIN_ID) " " (person.login_id) } } }
            }
        }
    }
}
