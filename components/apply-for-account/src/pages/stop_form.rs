//! `/apply/account-stop`: Form 6 to fill in, to add people to, and to correct.

use super::known_person;
use super::{form4, sections};
use crate::known_organization::OwnPerson;
use domain::account_stop::{AccountStopInput, MAX_PEOPLE, StoppingPersonInput};
use domain::words::StopReason;
use maud::{Markup, html};
use public_pages::Sheet;
use public_pages::copy::{self as copied, fact, facts};
use public_pages::field::{Control, Errors, Need, Question};
use public_pages::frame::{self, Frame};
use public_pages::named::Named;
use public_pages::places::Places;
use public_pages::rows::Rows;
use std::borrow::Cow;
use web::Html;

const FORM_ID: &str = "form6";

/// About each person who stops, besides who it is.
const PERSON: &[Question<StoppingPersonInput>] = &[
    Question {
        key: "reason",
        label: "中止する理由",
        hint: "",
        need: Need::Always,
        control: Control::Choice(|| {
            StopReason::ALL.iter().map(|reason| (reason.as_str(), reason.label_ja())).collect()
        }),
        read: |person| &person.reason,
    },
    Question {
        key: "last_day",
        label: "最後に使う日",
        hint: "決まっているときだけ入力してください。市が受理した時点で使えなくなります。",
        need: Need::Sometimes,
        control: Control::Day,
        read: |person| person.last_day.as_deref().unwrap_or_default(),
    },
];

/// The form with what was typed, and every error at its place. `people` are the signed-in manager's, to choose from.
pub(crate) fn stop_form(sheet: &Sheet<'_, AccountStopInput>, people: &[OwnPerson]) -> Html {
    let input = sheet.input;
    let shown: Cow<'_, [StoppingPersonInput]> =
        if input.people.is_empty() { Cow::Owned(vec![StoppingPersonInput::default()]) } else { (&input.people).into() };
    let mut keys = known_person::keys(people);
    keys.extend(PERSON.iter().map(|question| (question.key, question.label)));
    let places = Places::default()
        .with("organization_id", form4::ORGANIZATION_NUMBER)
        .with("applicant", "届け出る人")
        .questions("applicant", "届け出る人の", form4::APPLICANT)
        .with("people", "利用を中止する人")
        .rows("people", (shown.len(), "人目"), keys);
    let errors = Errors::place(FORM_ID, sheet.errors, |path| places.has(path), |path| places.label(path));
    let applicant = (
        "applicant",
        "2 届け出る人（システム管理担当者）",
        "市に登録されているシステム管理担当者の方が届け出てください。",
    );
    let questions = html! {
        @if sheet.by_desk { (frame::channel(input.channel.as_deref(), &errors)) }
        fieldset.group {
            legend { "1 団体" }
            (sections::organization_number("organization_id", input.organization_id, ORGANIZATION_HINT, true, &errors))
        }
        (sections::manager(applicant, &input.applicant, &errors))
        (rows().show(shown.len(), &sheet.action, &errors, |record, at| html! {
            @if let Some(person) = shown.get(at) {
                (known_person::questions(record, &Named::new(&person.login_id, &person.name), people, Need::Always, &errors))
                @for question in PERSON { (question.field(record, person, &errors)) }
            }
        }))
    };
    frame::page(&frame(), sheet, &errors, &questions)
}

/// Where the number of the organization is found.
pub(super) const ORGANIZATION_HINT: &str = "ログインした後の画面や、市からの通知で確かめられます。";

fn frame() -> Frame {
    Frame {
        title: "アカウントの利用をやめる",
        id: FORM_ID,
        introduction: html! {
            p {
                "退職や異動などで使わなくなった人のアカウントを止める届出です（様式第6号）。"
                "団体の" strong { "システム管理担当者" } "が届け出てください。"
            }
            p {
                "市が受理すると、その人はすぐにログインできなくなり、端末の登録と、入っていた部屋もすべて終わります。"
                "書いた記録は残ります。職場を移った人は、新しい団体で改めて申請してください（様式第4号）。"
            }
        },
        submit: "この内容で届け出る",
    }
}

fn rows() -> Rows<'static> {
    Rows {
        section: "people",
        legend: "3 利用を中止する人",
        hint: html! { p { "一度に" (MAX_PEOPLE) "人まで届け出られます。" } },
        class: "person",
        counter: "人目",
        add: ("add_person", "もう一人追加する"),
        remove: "remove_person",
        max: MAX_PEOPLE,
    }
}

/// The answers as a copy to read and to print.
pub(crate) fn copy(content: &AccountStopInput) -> Markup {
    html! {
        h3 { "団体" }
        dl.facts { @if let Some(id) = content.organization_id { (fact(form4::ORGANIZATION_NUMBER, &id.to_string())) } }
        h3 { "届け出た人（システム管理担当者）" }
        dl.facts { (facts(form4::APPLICANT, &content.applicant)) }
        @for (at, person) in content.people.iter().enumerate() {
            h3 { "利用を中止する人 " (at + 1) "人目" }
            dl.facts {
                (fact("氏名", &person.name))
                (fact("ログインID", &person.login_id))
                (facts(PERSON, person))
            }
        }
        (copied::channel(content.channel.as_deref()))
    }
}
