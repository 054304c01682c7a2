//! `/apply/room-membership`: the shared form to join or to leave a room. Its first question is which of the two (R25).

use domain::membership_application::{MAX_PEOPLE, MembershipApplicationInput};
use domain::named_person::RoomPersonInput;
use domain::words::MembershipChange;
use maud::{Markup, html};
use public_pages::Sheet;
use public_pages::copy::{channel, fact};
use public_pages::field::{self, Control, Errors, Need, Question};
use public_pages::frame::{self, Frame};
use public_pages::places::Places;
use public_pages::rooms;
use public_pages::rows::Rows;
use std::borrow::Cow;
use web::Html;

const FORM_ID: &str = "room-membership";
const CHANGE: &str = "どちらを申請しますか";
const PEOPLE: &str = "参加又は退出する人";

const REASON: &[Question<MembershipApplicationInput>] = &[Question {
    key: "reason",
    label: "理由",
    hint: "参加のときは必ず書いてください。部屋の目的にどう関わる人かが分かるように。500文字まで。",
    need: Need::Sometimes,
    control: Control::Lines { autocomplete: "off" },
    read: |input| &input.reason,
}];

/// The form with what was typed, and every error at its place.
pub(crate) fn membership_form(sheet: &Sheet<'_, MembershipApplicationInput>) -> Html {
    let input = sheet.input;
    let shown: Cow<'_, [RoomPersonInput]> =
        if input.people.is_empty() { Cow::Owned(vec![RoomPersonInput::default()]) } else { (&input.people).into() };
    let places = rooms::room_places(rooms::applicant_places(Places::default()))
        .with("change", CHANGE)
        .with("people", PEOPLE)
        .questions_at_top(REASON)
        .rows("people", (shown.len(), "人目"), rooms::person_keys());
    let errors = Errors::place(FORM_ID, sheet.errors, |path| places.has(path), |path| places.label(path));
    let settled = sheet.correcting.is_some();
    let questions = html! {
        @if sheet.by_desk { (frame::channel(input.channel.as_deref(), &errors)) }
        (change(&input.change, &errors))
        (rooms::applicant("2 申請する人", &input.applicant, sheet.known, settled, &errors))
        (rooms::room("3 部屋", input.room_id, &input.room_name, &errors))
        (rows().show(shown.len(), &sheet.action, &errors, |record, at| html! {
            @if let Some(person) = shown.get(at) { (rooms::person(record, person, Need::Always, &errors)) }
        }))
        fieldset.group {
            legend { "5 理由" }
            @for question in REASON { (question.field("", input, &errors)) }
        }
    };
    frame::page(&frame(), sheet, &errors, &questions)
}

fn frame() -> Frame {
    Frame {
        title: "職種連携の部屋に参加する、退出する",
        id: FORM_ID,
        introduction: html! {
            p { "開いている部屋に参加する申請と、退出する申請は、同じ用紙です。市が確かめてから、参加者を変えます。" }
            p {
                "退出は、本人か、その人の団体の" strong { "システム管理担当者" } "が申請してください。"
            }
            p.hint {
                "ログインできる方は、" a href="/rooms/find" { "ログイン後の画面" } "から申請すると、部屋と人を一覧から選べます。"
            }
        },
        submit: "この内容で申請する",
    }
}

fn change(chosen: &str, errors: &Errors<'_>) -> Markup {
    let messages = errors.at("change");
    let invalid = (!messages.is_empty()).then_some("true");
    let explained = |change: MembershipChange| match change {
        MembershipChange::Join => "既存の部屋に参加する",
        MembershipChange::Leave => "既存の部屋から退出する",
    };
    html! {
        fieldset.group id="change" aria-describedby=[field::described_by("change", false, invalid.is_some())] {
            legend { "1 " (CHANGE) span.required { "必須" } }
            (field::error("change", &messages))
            @for word in MembershipChange::ALL {
                div.field {
                    label.check for={ "change-" (word.as_str()) } {
                        input type="radio" id={ "change-" (word.as_str()) } name="change" value=(word.as_str())
                            checked[chosen == word.as_str()] aria-invalid=[invalid];
                        span { (explained(*word)) }
                    }
                }
            }
        }
    }
}

fn rows() -> Rows<'static> {
    Rows {
        section: "people",
        legend: "4 参加又は退出する人",
        hint: html! { p { "一度に" (MAX_PEOPLE) "人まで申請できます。自分のことを申請するときも、ここに入力してください。" } },
        class: "person",
        counter: "人目",
        add: ("add_person", "もう一人追加する"),
        remove: "remove_person",
        max: MAX_PEOPLE,
    }
}

/// The answers as a copy to read and to print.
pub(crate) fn copy(content: &MembershipApplicationInput) -> Markup {
    let change = MembershipChange::parse(&content.change).map_or("", MembershipChange::label_ja);
    html! {
        h3 { "申請" }
        dl.facts { (fact("参加か退出か", change)) }
        (rooms::applicant_copy(&content.applicant))
        (rooms::room_copy(content.room_id, &content.room_name))
        (rooms::people_copy(PEOPLE, &content.people))
        @if !content.reason.is_empty() {
            h3 { "理由" }
            dl.facts { (fact("理由", &content.reason)) }
        }
        (channel(content.channel.as_deref()))
    }
}
