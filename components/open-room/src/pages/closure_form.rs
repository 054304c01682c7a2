//! `/apply/room-closure`: the request to close a room.

use domain::room_closure::RoomClosureInput;
use maud::{Markup, html};
use public_pages::Sheet;
use public_pages::copy::{channel, fact};
use public_pages::field::{Control, Errors, Need, Question};
use public_pages::frame::{self, Frame};
use public_pages::places::Places;
use public_pages::rooms;
use web::Html;

const FORM_ID: &str = "room-closure";

const REASON: &[Question<RoomClosureInput>] = &[Question {
    key: "reason",
    label: "閉じる理由",
    hint: "例：研修がすべて終わったため。参加している方にも伝わります。空けたままでもかまいません。500文字まで。",
    need: Need::Sometimes,
    control: Control::Lines { autocomplete: "off" },
    read: |input| &input.reason,
}];

/// The form with what was typed, and every error at its place.
pub(crate) fn closure_form(sheet: &Sheet<'_, RoomClosureInput>) -> Html {
    let input = sheet.input;
    let places = rooms::room_places(rooms::applicant_places(Places::default())).questions_at_top(REASON);
    let errors = Errors::place(FORM_ID, sheet.errors, |path| places.has(path), |path| places.label(path));
    let settled = sheet.correcting.is_some();
    let questions = html! {
        @if sheet.by_desk { (frame::channel(input.channel.as_deref(), &errors)) }
        (rooms::applicant("1 申し出る人", &input.applicant, sheet.known, settled, &errors))
        (rooms::room("2 閉じる部屋", input.room_id, &input.room_name, &errors))
        fieldset.group {
            legend { "3 理由" }
            @for question in REASON { (question.field("", input, &errors)) }
        }
    };
    frame::page(&frame(), sheet, &errors, &questions)
}

fn frame() -> Frame {
    Frame {
        title: "職種連携の部屋を閉じる",
        id: FORM_ID,
        introduction: html! {
            p { "いらなくなった部屋を閉じるよう、市へ申し出るページです。部屋に" strong { "参加している方" } "が申し出てください。" }
            p { "閉じた部屋には書き込めなくなり、一覧からも消えます。書かれた内容は、決められた期間保存します。" }
        },
        submit: "この内容で申し出る",
    }
}

/// The answers as a copy to read and to print.
pub(crate) fn copy(content: &RoomClosureInput) -> Markup {
    html! {
        (rooms::applicant_copy(&content.applicant))
        (rooms::room_copy(content.room_id, &content.room_name))
        @if !content.reason.is_empty() {
            h3 { "理由" }
            dl.facts { (fact("閉じる理由", &content.reason)) }
        }
        (channel(content.channel.as_deref()))
    }
}
