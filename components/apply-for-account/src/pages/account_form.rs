//! `/apply/account`: Form 4 to fill in, to add people to, and to correct.

use super::field::{self, Errors};
use super::{CorrectionNote, form4, layout, people, pledge};
use crate::filing::Sheet;
use domain::account::{AccountApplicationInput, OrganizationInput};
use domain::words::Channel;
use maud::{Markup, html};
use web::Html;

/// The form with what was typed, and every error at its place. `registered` is the name that belongs to the number of
/// the organization.
pub(crate) fn account_form(sheet: &Sheet<'_, AccountApplicationInput>, registered: Option<&str>) -> Html {
    let title =
        if sheet.correcting.is_some() { "申請を直して再提出する" } else { "アカウントを申請する" };
    let shown = people::shown(&sheet.input.people);
    let has = |path: &str| form4::has(path, shown.len());
    let errors = Errors::place(form4::FORM_ID, sheet.errors, has, form4::label);
    let draft = match sheet.correcting {
        Some(correcting) => format!("form4-{}", correcting.receipt_number),
        None => "form4".to_owned(),
    };
    let content = html! {
        h1 { (title) }
        (errors.summary())
        (introduction(sheet.correcting))
        form.sheet id=(form4::FORM_ID) method="post" action=(sheet.action) accept-charset="utf-8" data-draft=(draft) {
            // The first button of a form is pressed by the Enter key. A disabled one keeps a key press that ends
            // the conversion of a Japanese word from sending the form or removing a person.
            button type="submit" disabled hidden { "入力中" }
            input type="hidden" name="idempotency_key" value=(sheet.idempotency_key);
            @if sheet.by_desk { (channel(sheet.input.channel.as_deref(), &errors)) }
            (organization(sheet.input, registered, &errors))
            (applicant(sheet.input, &errors))
            (people::people(&shown, &sheet.action, &errors))
            (pledge(sheet.input.pledge, &errors))
            div.actions {
                button.button."button--primary" type="submit" name="action" value="submit" {
                    @if sheet.correcting.is_some() { "直した内容で再提出する" } @else { "この内容で申請する" }
                }
            }
        }
    };
    if errors.is_empty() { layout::page(title, &content) } else { layout::page_with_errors(title, &content) }
}

fn introduction(correcting: Option<CorrectionNote<'_>>) -> Markup {
    let Some(correcting) = correcting else {
        return html! {
            p {
                "アカウントの発行を市に申し込むページです（様式第4号）。"
                "利用団体（事業所など。以下「団体」）の" strong { "システム管理担当者" } "が、使う人の分をまとめて申請してください。"
                "一人ひとりが個別に申請することはできません。"
            }
        };
    };
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

fn organization(input: &AccountApplicationInput, registered_name: Option<&str>, errors: &Errors<'_>) -> Markup {
    let organization = &input.organization;
    let messages = errors.at("organization");
    let described_by = field::described_by("organization", false, !messages.is_empty());
    html! {
        fieldset.group id="organization" aria-describedby=[described_by] {
            legend { "1 団体" }
            (field::error("organization", &messages))
            @if let Some(name) = registered_name {
                p { "登録済みの「" strong { (name) } "」として申請します。別の団体のときは、利用団体番号を直してください。" }
            }
            (form4::ORGANIZATION_NAME.field("organization", organization, errors))
            (registered(organization, errors))
            // A script hides these when a registered organization is chosen by its name.
            div.group data-new-organization {
                @for question in form4::ORGANIZATION {
                    (question.field("organization", organization, errors))
                }
            }
        }
    }
}

/// The number of a registered organization. A script that finds the organization by its name fills it in.
fn registered(organization: &OrganizationInput, errors: &Errors<'_>) -> Markup {
    let messages = errors.at("organization.id");
    let described_by = field::described_by("organization-id", true, !messages.is_empty());
    // What was no number was read as 0, which no organization has.
    let number = organization.id.filter(|id| *id != 0).map(|id| id.to_string()).unwrap_or_default();
    html! {
        div.field."field--short"."field--invalid"[!messages.is_empty()] {
            label for="organization-id" { (form4::ORGANIZATION_NUMBER) }
            p.hint id="organization-id-hint" {
                "登録済みの団体（すでにアカウントがある団体）は、この番号を入れれば、団体のほかの欄は空けたままでかまいません。"
                "はじめて申請する団体は、この欄を空けて、ほかの欄をすべて入力してください。"
            }
            (field::error("organization-id", &messages))
            input type="text" id="organization-id" name="organization[id]" value=(number) inputmode="numeric"
                autocomplete="off" aria-describedby=[described_by] aria-invalid=[(!messages.is_empty()).then_some("true")];
        }
    }
}

/// R12: how a form on paper came to the desk, which a clerk records with it.
fn channel(chosen: Option<&str>, errors: &Errors<'_>) -> Markup {
    let messages = errors.at("channel");
    let described_by = field::described_by("channel", true, !messages.is_empty());
    let offered = [Channel::InPerson, Channel::Post, Channel::Electronic];
    html! {
        fieldset.group {
            legend { "受付方法（市の職員が入力します）" }
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

fn applicant(input: &AccountApplicationInput, errors: &Errors<'_>) -> Markup {
    let messages = errors.at("applicant");
    let described_by = field::described_by("applicant", true, !messages.is_empty());
    html! {
        fieldset.group id="applicant" aria-describedby=[described_by] {
            legend { "2 申請する人（システム管理担当者）" }
            p.hint id="applicant-hint" {
                "団体のアカウントと端末をまとめて管理し、市への手続きを受け持つ人です。"
                "自分も使うときは、「3 利用者」にも入力してください。"
            }
            (field::error("applicant", &messages))
            @for question in form4::APPLICANT {
                (question.field("applicant", &input.applicant, errors))
            }
        }
    }
}

fn pledge(taken: bool, errors: &Errors<'_>) -> Markup {
    let messages = errors.at("pledge");
    let invalid = (!messages.is_empty()).then_some("true");
    html! {
        fieldset.group {
            legend { "4 誓約" }
            p { "利用者全員に次のことを守らせると約束してください。" }
            ul id="pledge-hint" {
                @for line in pledge::LINES { li { (line) } }
            }
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
