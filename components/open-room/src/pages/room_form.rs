//! `/apply/room`: the application to open a room, to fill in, to add people to, and to correct.

use super::rules;
use domain::named_person::RoomPersonInput;
use domain::room_application::{MAX_PARTICIPANTS, RoomApplicationInput};
use domain::words::RoomVisibility;
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

const FORM_ID: &str = "room-application";

/// About the room, besides its theme.
const ROOM: &[Question<RoomApplicationInput>] = &[
    Question {
        key: "name",
        label: "部屋の名前",
        hint: "何のための部屋かが、名前だけで分かるようにしてください。例：褥瘡ケア研修（令和8年度）の連絡",
        need: Need::Always,
        control: Control::Text { inputmode: "text", autocomplete: "off" },
        read: |input| &input.name,
    },
    Question {
        key: "purpose",
        label: "目的",
        hint: "何のために、何を知らせ合い、相談するのかを書いてください。500文字まで。",
        need: Need::Always,
        control: Control::Lines { autocomplete: "off" },
        read: |input| &input.purpose,
    },
    Question {
        key: "scope",
        label: "参加する人の範囲",
        hint: "目的に必要な人に限ってください。例：研修に参加する訪問看護師と、講師の薬剤師。300文字まで。",
        need: Need::Always,
        control: Control::Lines { autocomplete: "off" },
        read: |input| &input.scope,
    },
    Question {
        key: "visibility",
        label: "部屋の一覧",
        hint: "一覧に載せると、アカウントのある方が名前と目的を見て、参加を申請できます。中の書き込みは見えません。",
        need: Need::Always,
        control: Control::Choice(|| {
            RoomVisibility::ALL.iter().map(|visibility| (visibility.as_str(), visibility.label_ja())).collect()
        }),
        read: |input| &input.visibility,
    },
];

const THEME: &str = "テーマ";
const PARTICIPANTS: &str = "はじめから参加する人";
const RULES: &str = "ルールへの同意";

/// The form with what was typed, and every error at its place. `themes` are those that the city offers.
pub(crate) fn room_form(sheet: &Sheet<'_, RoomApplicationInput>, themes: &[(i64, String)]) -> Html {
    let input = sheet.input;
    let shown: Cow<'_, [RoomPersonInput]> = if input.participants.is_empty() {
        Cow::Owned(vec![RoomPersonInput::default()])
    } else {
        (&input.participants).into()
    };
    let places = rooms::applicant_places(Places::default())
        .questions_at_top(ROOM)
        .with("theme_id", THEME)
        .with("participants", PARTICIPANTS)
        .with("rules_accepted", RULES)
        .rows("participants", (shown.len(), "人目"), rooms::person_keys());
    let errors = Errors::place(FORM_ID, sheet.errors, |path| places.has(path), |path| places.label(path));
    let settled = sheet.correcting.is_some();
    let questions = html! {
        @if sheet.by_desk { (frame::channel(input.channel.as_deref(), &errors)) }
        (rooms::applicant("1 申請する人", &input.applicant, sheet.known, settled, &errors))
        fieldset.group {
            legend { "2 部屋" }
            @for question in ROOM {
                (question.field("", input, &errors))
                @if question.key == "purpose" { (theme(input.theme_id, themes, &errors)) }
            }
        }
        (participants().show(shown.len(), &sheet.action, &errors, |record, at| html! {
            @if let Some(person) = shown.get(at) { (rooms::person(record, person, Need::Sometimes, &errors)) }
        }))
        (accepted(input.rules_accepted, &errors))
    };
    frame::page(&frame(), sheet, &errors, &questions)
}

fn frame() -> Frame {
    Frame {
        title: "職種連携の部屋を開く",
        id: FORM_ID,
        introduction: html! {
            p {
                "研修の連絡や地域の課題の相談など、多職種が連携するための部屋を開く申請です。"
                "市が目的とルールを確かめてから開きます。"
            }
            p {
                "患者・利用者のことを相談する部屋は「登録者支援の部屋」です。この申請では開けません。"
            }
            p.hint { "ログインできる方は、" a href="/rooms/new" { "ログイン後の画面" } "から申請すると、参加する人を一覧から選べます。" }
        },
        submit: "この内容で申請する",
    }
}

fn theme(chosen: Option<i64>, themes: &[(i64, String)], errors: &Errors<'_>) -> Markup {
    let messages = errors.at("theme_id");
    html! {
        div.field."field--invalid"[!messages.is_empty()] {
            label for="theme_id" { (THEME) span.required { "必須" } }
            (field::error("theme_id", &messages))
            select id="theme_id" name="theme_id"
                aria-describedby=[field::described_by("theme_id", false, !messages.is_empty())]
                aria-invalid=[(!messages.is_empty()).then_some("true")] {
                option value="" { "選んでください" }
                @for (id, name) in themes { option value=(id) selected[chosen == Some(*id)] { (name) } }
            }
        }
    }
}

fn participants() -> Rows<'static> {
    Rows {
        section: "participants",
        legend: "3 はじめから参加する人",
        hint: html! {
            p { "申請する人のほかに、部屋を開いたときから参加する人です。" (MAX_PARTICIPANTS) "人まで。空けたままでもかまいません。" }
            p { "ログインIDが分からない方は、部屋が開いた後に参加を申請してください。" }
        },
        // Not `person`: the script that adds rows in place knows the lists of people, not this one.
        class: "device",
        counter: "人目",
        add: ("add_participant", "もう一人追加する"),
        remove: "remove_participant",
        max: MAX_PARTICIPANTS,
    }
}

fn accepted(taken: bool, errors: &Errors<'_>) -> Markup {
    let messages = errors.at("rules_accepted");
    let invalid = (!messages.is_empty()).then_some("true");
    html! {
        fieldset.group {
            legend { "4 ルール" }
            ul id="rules_accepted-hint" { @for line in rules::LINES { li { (line) } } }
            div.field."field--invalid"[invalid.is_some()] {
                (field::error("rules_accepted", &messages))
                label.check for="rules_accepted" {
                    input type="checkbox" id="rules_accepted" name="rules_accepted" value="true" checked[taken]
                        aria-describedby=[field::described_by("rules_accepted", true, invalid.is_some())]
                        aria-invalid=[invalid];
                    span { "上のルールをすべて守ります" span.required { "必須" } }
                }
            }
        }
    }
}

/// The answers as a copy to read and to print.
pub(crate) fn copy(content: &RoomApplicationInput) -> Markup {
    html! {
        (rooms::applicant_copy(&content.applicant))
        h3 { "部屋" }
        dl.facts {
            @for question in ROOM {
                @let answer = (question.read)(content);
                @if !answer.is_empty() { (fact(question.label, question.control.read_out(answer))) }
            }
        }
        (rooms::people_copy(PARTICIPANTS, &content.participants))
        h3 { "ルール" }
        p { @if content.rules_accepted { "守ることに同意しました。" } @else { "同意していません。" } }
        (channel(content.channel.as_deref()))
    }
}
