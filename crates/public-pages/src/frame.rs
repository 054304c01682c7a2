//! What every form to fill in has around its questions: title, introduction, errors, what stopped it, channel.

use crate::field::{self, Errors};
use crate::form::Sheet;
use crate::guard;
use crate::{CorrectionNote, layout};
use domain::words::Channel;
use maud::{Markup, html};
use web::Html;

/// What one form says of itself.
pub struct Frame {
    /// The heading of a new form.
    pub title: &'static str,
    /// The id of the form, and of its draft.
    pub id: &'static str,
    /// What it is for.
    pub introduction: Markup,
    /// What the last button says.
    pub submit: &'static str,
}

/// The whole page around the questions.
pub fn page<I>(frame: &Frame, sheet: &Sheet<'_, I>, errors: &Errors<'_>, questions: &Markup) -> Html {
    let title = if sheet.correcting.is_some() { "申請を直して再提出する" } else { frame.title };
    let draft = match (sheet.correcting, sheet.mailed_form) {
        (Some(correcting), _) => format!("{}-{}", frame.id, correcting.receipt_number),
        (None, Some(mailed_form)) => format!("{}-{mailed_form}", frame.id),
        (None, None) => frame.id.to_owned(),
    };
    let content = html! {
        h1 { (title) }
        (errors.summary())
        @if let Some(notice) = sheet.notice { (notice.show(errors.is_empty())) }
        @match sheet.correcting {
            Some(correcting) => (why_it_came_back(correcting)),
            None => (frame.introduction),
        }
        form.sheet id=(frame.id) method="post" action=(sheet.action) accept-charset="utf-8" data-draft=(draft) {
            // The first button of a form is pressed by the Enter key. A disabled one keeps a key press that ends
            // the conversion of a Japanese word from sending the form or removing a person.
            button type="submit" disabled hidden { "入力中" }
            input type="hidden" name="idempotency_key" value=(sheet.idempotency_key);
            @if let Some(stamp) = &sheet.stamp { (guard::fields(stamp)) }
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
pub fn lines(text: &str) -> Markup {
    html! {
        p {
            @for (at, line) in text.lines().enumerate() {
                @if at > 0 { br; }
                (line)
            }
        }
    }
}

/// The label of how a form on paper came.
pub const CHANNEL: &str = "受け取り方";

/// R12: how a form on paper came to the desk, which a clerk records with it.
pub fn channel(chosen: Option<&str>, errors: &Errors<'_>) -> Markup {
    let messages = errors.at("channel");
    let described_by = field::described_by("channel", true, !messages.is_empty());
    let by_mail = chosen == Some(Channel::InternalMail.as_str());
    let offered: &[Channel] =
        if by_mail { &[Channel::InternalMail] } else { &[Channel::InPerson, Channel::Post, Channel::Electronic] };
    html! {
        fieldset.group {
            legend { "受付方法（窓口の職員が入力します）" }
            div.field."field--short"."field--invalid"[!messages.is_empty()] {
                label for="channel" { (CHANNEL) }
                p.hint id="channel-hint" {
                    @if by_mail { "利用者間メールで届いた内容を入力します。登録すると、送った人にメールで知らせます。" }
                    @else { "紙で受け取った申請を、申請者に代わって入力するときに選びます。" }
                }
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
