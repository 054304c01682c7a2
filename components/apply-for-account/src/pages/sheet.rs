//! What every form to fill in has around its questions: title, introduction, errors, channel, applicant, pledge.

use super::field::{self, Errors};
use super::{CorrectionNote, form4, layout, pledge};
use crate::filing::Sheet;
use domain::account::ApplicantInput;
use domain::words::Channel;
use maud::{Markup, html};
use web::Html;

/// What one form says of itself.
pub(super) struct Frame {
    /// The heading of a new form.
    pub(super) title: &'static str,
    /// The id of the form, and of its draft.
    pub(super) id: &'static str,
    /// What it is for.
    pub(super) introduction: Markup,
    /// What the last button says.
    pub(super) submit: &'static str,
}

/// The whole page around the questions.
pub(super) fn page<I>(frame: &Frame, sheet: &Sheet<'_, I>, errors: &Errors<'_>, questions: &Markup) -> Html {
    let title = if sheet.correcting.is_some() { "申請を直して再提出する" } else { frame.title };
    let draft = match sheet.correcting {
        Some(correcting) => format!("{}-{}", frame.id, correcting.receipt_number),
        None => frame.id.to_owned(),
    };
    let content = html! {
        h1 { (title) }
        (errors.summary())
        @match sheet.correcting {
            Some(correcting) => (why_it_came_back(correcting)),
            None => (frame.introduction),
        }
        form.sheet id=(frame.id) method="post" action=(sheet.action) accept-charset="utf-8" data-draft=(draft) {
            // The first button of a form is pressed by the Enter key. A disabled one keeps a key press that ends
            // the conversion of a Japanese word from sending the form or removing a person.
            button type="submit" disabled hidden { "入力中" }
            input type="hidden" name="idempotency_key" value=(sheet.idempotency_key);
            (questions)
            div.actions {
                button.button."button--primary" type="submit" name="action" value="submit" {
                    @if sheet.correcting.is_some() { "直した内容で再提出する" } @else { (frame.submit) }
                }
            }
        }
    };
    if errors.is_empty() { layout::page(title, &content) } else { layout::page_with_errors(title, &content) }
}

fn why_it_came_back(correcting: CorrectionNote<'_>) -> Markup {
    html! {
        div.notice-box."notice-box--warning" {
            h2 { (correcting.desk.label_ja()) "からの連絡" }
            p { "受付番号 " span.code { (correcting.receipt_number) } }
            @if let Some(note) = correcting.note { (lines(note)) }
            p { "前に送った内容が入っています。必要なところだけ直して、再提出してください。" }
        }
    }
}

/// A text with its line breaks.
pub(super) fn lines(text: &str) -> Markup {
    html! {
        p {
            @for (at, line) in text.lines().enumerate() {
                @if at > 0 { br; }
                (line)
            }
        }
    }
}

/// R12: how a form on paper came to the desk, which a clerk records with it.
pub(super) fn channel(chosen: Option<&str>, errors: &Errors<'_>) -> Markup {
    let messages = errors.at("channel");
    let described_by = field::described_by("channel", true, !messages.is_empty());
    let offered = [Channel::InPerson, Channel::Post, Channel::Electronic];
    html! {
        fieldset.group {
            legend { "受付方法（窓口の職員が入力します）" }
            div.field."field--short"."field--invalid"[!messages.is_empty()] {
                label for="channel" { (form4::CHANNEL) }
                p.hint id="channel-hint" { "紙で受け取った申請を、申請者に代わって入力するときに選びます。" }
                (field::error("channel", &messages))
                select id="channel" name="channel" aria-describedby=[described_by]
                    aria-invalid=[(!messages.is_empty()).then_some("true")] {
                    @for channel in offered {
                        option value=(channel.as_str()) selected[chosen == Some(channel.as_str())] { (channel.label_ja()) }
                    }
                }
            }
        }
    }
}

/// The number of a registered organization.
pub(super) fn organization_number(
    path: &str,
    number: Option<i64>,
    hint: &str,
    required: bool,
    errors: &Errors<'_>,
) -> Markup {
    let (id, name) = (field::id(path), field::name(path));
    let messages = errors.at(path);
    let described_by = field::described_by(&id, true, !messages.is_empty());
    // What was no number was read as 0, which no organization has.
    let number = number.filter(|id| *id != 0).map(|id| id.to_string()).unwrap_or_default();
    html! {
        div.field."field--short"."field--invalid"[!messages.is_empty()] {
            label for=(id) {
                (form4::ORGANIZATION_NUMBER)
                @if required { span.required { "必須" } }
            }
            p.hint id={ (id) "-hint" } { (hint) }
            (field::error(&id, &messages))
            input type="text" id=(id) name=(name) value=(number) inputmode="numeric"
                autocomplete="off" aria-describedby=[described_by] aria-invalid=[(!messages.is_empty()).then_some("true")];
        }
    }
}

/// A section about a manager: who files the form, or who comes.
pub(super) fn manager(
    (section, legend, hint): (&str, &str, &str),
    manager: &ApplicantInput,
    errors: &Errors<'_>,
) -> Markup {
    let messages = errors.at(section);
    let id = field::id(section);
    let described_by = field::described_by(&id, true, !messages.is_empty());
    html! {
        fieldset.group id=(id) aria-describedby=[described_by] {
            legend { (legend) }
            p.hint id={ (id) "-hint" } { (hint) }
            (field::error(&id, &messages))
            @for question in if section == "applicant" { form4::APPLICANT } else { form4::NEW_MANAGER } {
                (question.field(section, manager, errors))
            }
        }
    }
}

/// What is promised, and the tick that promises it.
pub(super) fn pledge(legend: &str, taken: bool, errors: &Errors<'_>) -> Markup {
    let messages = errors.at("pledge");
    let invalid = (!messages.is_empty()).then_some("true");
    html! {
        fieldset.group {
            legend { (legend) }
            p { "利用者全員に次のことを守らせると約束してください。" }
            ul id="pledge-hint" { @for line in pledge::LINES { li { (line) } } }
            div.field."field--invalid"[invalid.is_some()] {
                (field::error("pledge", &messages))
                label.check for="pledge" {
                    input type="checkbox" id="pledge" name="pledge" value="true" checked[taken]
                        aria-describedby=[field::described_by("pledge", true, invalid.is_some())] aria-invalid=[invalid];
                    span { "上のすべてを守ることを誓約します" span.required { "必須" } }
                }
            }
        }
    }
}
