//! `/apply/account`: Form 4 to fill in, to add people to, and to correct.

use super::{form4, people, sections};
use domain::account::{AccountApplicationInput, OrganizationInput};
use maud::{Markup, html};
use public_pages::Sheet;
use public_pages::field::{self, Errors};
use public_pages::frame::{self, Frame};
use web::Html;

/// The form with what was typed, and every error at its place. `registered` is the name that belongs to the number of
/// the organization.
pub(crate) fn account_form(sheet: &Sheet<'_, AccountApplicationInput>, registered: Option<&str>) -> Html {
    let input = sheet.input;
    let shown = people::shown(&input.people);
    let has = |path: &str| form4::has(path, shown.len());
    let errors = Errors::place(form4::FORM_ID, sheet.errors, has, form4::label);
    let frame = Frame {
        title: "アカウントを申請する",
        id: form4::FORM_ID,
        introduction: html! {
            p {
                "アカウントの発行を市に申し込むページです（様式第4号）。"
                "利用団体（事業所など。以下「団体」）の" strong { "システム管理担当者" } "が、使う人の分をまとめて申請してください。"
                "一人ひとりが個別に申請することはできません。"
            }
        },
        submit: "この内容で申請する",
    };
    let applicant = (
        "applicant",
        "2 申請する人（システム管理担当者）",
        "団体のアカウントと端末をまとめて管理し、市への手続きを受け持つ人です。自分も使うときは、「3 利用者」にも入力してください。",
    );
    let questions = html! {
        @if sheet.by_desk { (frame::channel(input.channel.as_deref(), &errors)) }
        (organization(&input.organization, registered, &errors))
        (sections::manager(applicant, &input.applicant, &errors))
        (people::people(&shown, &sheet.action, &errors))
        (sections::pledge("4 誓約", input.pledge, &errors))
    };
    frame::page(&frame, sheet, &errors, &questions)
}

fn organization(organization: &OrganizationInput, registered: Option<&str>, errors: &Errors<'_>) -> Markup {
    let messages = errors.at("organization");
    let described_by = field::described_by("organization", false, !messages.is_empty());
    let hint = "登録済みの団体（すでにアカウントがある団体）は、この番号を入れれば、団体のほかの欄は空けたままでかまいません。\
        はじめて申請する団体は、この欄を空けて、ほかの欄をすべて入力してください。";
    html! {
        fieldset.group id="organization" aria-describedby=[described_by] {
            legend { "1 団体" }
            (field::error("organization", &messages))
            @if let Some(name) = registered {
                p { "登録済みの「" strong { (name) } "」として申請します。別の団体のときは、利用団体番号を直してください。" }
            }
            (form4::ORGANIZATION_NAME.field("organization", organization, errors))
            // A script that finds the organization by its name fills the number in.
            (sections::organization_number("organization.id", organization.id, hint, false, errors))
            // A script hides these when a registered organization is chosen by its name.
            div.group data-new-organization {
                @for question in form4::ORGANIZATION {
                    (question.field("organization", organization, errors))
                }
            }
        }
    }
}
