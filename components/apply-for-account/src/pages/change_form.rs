//! `/apply/organization-change`: Form 5 to fill in, to add devices to, and to correct.

use super::known_person;
use super::stop_form::ORGANIZATION_HINT;
use super::{form4, pledge, sections};
use crate::known_organization::OwnPerson;
use domain::account::ApplicantInput;
use domain::organization_change::{ChangesInput, FurtherDeviceInput, MAX_DEVICES, OrganizationChangeInput};
use domain::words::{DeviceKind, OrganizationKind};
use maud::{Markup, html};
use public_pages::Sheet;
use public_pages::copy::{self as copied, fact, facts};
use public_pages::field::{self, Control, Errors, Need, Question};
use public_pages::frame::{self, Frame};
use public_pages::named::Named;
use public_pages::places::Places;
use public_pages::rows::Rows;
use std::borrow::Cow;
use web::Html;

const FORM_ID: &str = "form5";

/// What may change of the organization's data.
const CHANGES: &[Question<ChangesInput>] = &[
    Question {
        key: "name",
        label: "新しい名称",
        hint: "",
        need: Need::Sometimes,
        control: Control::Text { inputmode: "text", autocomplete: "off" },
        read: |changes| &changes.name,
    },
    Question {
        key: "kind",
        label: "新しい種類",
        hint: "",
        need: Need::Sometimes,
        control: Control::Choice(|| {
            OrganizationKind::ALL.iter().map(|kind| (kind.as_str(), kind.label_ja())).collect()
        }),
        read: |changes| &changes.kind,
    },
    Question {
        key: "postal_code",
        label: "新しい郵便番号",
        hint: "例：272-0021",
        need: Need::Sometimes,
        control: Control::Text { inputmode: "numeric", autocomplete: "off" },
        read: |changes| &changes.postal_code,
    },
    Question {
        key: "address",
        label: "新しい所在地",
        hint: "通知書を郵送する宛先になります。建物名や部屋番号まで入力してください。",
        need: Need::Sometimes,
        control: Control::Lines { autocomplete: "off" },
        read: |changes| &changes.address,
    },
    Question {
        key: "phone",
        label: "新しい電話番号",
        hint: "例：047-300-0001",
        need: Need::Sometimes,
        control: Control::Text { inputmode: "tel", autocomplete: "off" },
        read: |changes| &changes.phone,
    },
];

/// About each further device, besides whose it is.
const DEVICE: &[Question<FurtherDeviceInput>] = &[
    Question {
        key: "asset_number",
        label: "使う端末の管理番号",
        hint: "団体の備品台帳などで端末につけている番号です。個人の持ち物の端末は登録できません。",
        need: Need::Sometimes,
        control: Control::Code { inputmode: "text" },
        read: |device| &device.asset_number,
    },
    Question {
        key: "kind",
        label: "使う端末の種類",
        hint: "",
        need: Need::Sometimes,
        control: Control::Choice(|| DeviceKind::ALL.iter().map(|kind| (kind.as_str(), kind.label_ja())).collect()),
        read: |device| &device.kind,
    },
];

/// The form with what was typed, and every error at its place. `people` are the signed-in manager's, to choose from.
pub(crate) fn change_form(sheet: &Sheet<'_, OrganizationChangeInput>, people: &[OwnPerson]) -> Html {
    let input = sheet.input;
    let shown: Cow<'_, [FurtherDeviceInput]> = if input.devices.is_empty() {
        Cow::Owned(vec![FurtherDeviceInput::default()])
    } else {
        (&input.devices).into()
    };
    let no_manager = ApplicantInput::default();
    let new_manager = input.new_manager.as_ref().unwrap_or(&no_manager);
    let places = places(shown.len(), people);
    let errors = Errors::place(FORM_ID, sheet.errors, |path| places.has(path), |path| places.label(path));
    let applicant = (
        "applicant",
        "2 届け出る人（システム管理担当者）",
        "市に登録されているシステム管理担当者の方が届け出てください。担当者がすでにいないときは、新しく担当者になる方が届け出てください。",
    );
    let comes = (
        "new_manager",
        "4 新しいシステム管理担当者",
        "担当者が替わるときだけ入力してください。市が受理したときに、今の担当者と交代します。連絡先だけを直すときは、今の担当者の氏名で入力してください。",
    );
    let questions = html! {
        @if sheet.by_desk { (frame::channel(input.channel.as_deref(), &errors)) }
        fieldset.group {
            legend { "1 団体" }
            (sections::organization_number("organization_id", input.organization_id, ORGANIZATION_HINT, true, &errors))
        }
        (sections::manager(applicant, &input.applicant, &errors))
        (changes(&input.changes, &errors))
        (sections::manager(comes, new_manager, &errors))
        (rows().show(shown.len(), &sheet.action, &errors, |record, at| html! {
            @if let Some(device) = shown.get(at) {
                (known_person::questions(record, &Named::new(&device.login_id, &device.name), people, Need::Sometimes, &errors))
                @for question in DEVICE { (question.field(record, device, &errors)) }
            }
        }))
        (sections::pledge("6 誓約", input.pledge, &errors))
    };
    frame::page(&frame(), sheet, &errors, &questions)
}

fn places(devices: usize, people: &[OwnPerson]) -> Places {
    let mut keys = known_person::keys(people);
    keys.extend(DEVICE.iter().map(|question| (question.key, question.label)));
    Places::default()
        .with("organization_id", form4::ORGANIZATION_NUMBER)
        .with("applicant", "届け出る人")
        .questions("applicant", "届け出る人の", form4::APPLICANT)
        .with("changes", "団体の情報の変更")
        .questions("changes", "", CHANGES)
        .with("new_manager", "新しい担当者")
        .questions("new_manager", "新しい担当者の", form4::NEW_MANAGER)
        .with("devices", "追加する端末")
        .with("pledge", "誓約")
        .rows("devices", (devices, "台目"), keys)
}

fn changes(input: &ChangesInput, errors: &Errors<'_>) -> Markup {
    let messages = errors.at("changes");
    html! {
        fieldset.group id="changes" aria-describedby=[field::described_by("changes", true, !messages.is_empty())] {
            legend { "3 団体の情報の変更" }
            p.hint id="changes-hint" { "変わるところだけ入力してください。空けた欄は、今のままです。" }
            (field::error("changes", &messages))
            @for question in CHANGES { (question.field("changes", input, errors)) }
        }
    }
}

fn frame() -> Frame {
    Frame {
        title: "団体の情報や担当者を変える",
        id: FORM_ID,
        introduction: html! {
            p {
                "団体の名称・所在地などやシステム管理担当者が変わるとき、また、アカウントのある人が使う端末を増やすときの届出です（様式第5号）。"
                "変わるところだけ入力してください。"
            }
        },
        submit: "この内容で届け出る",
    }
}

fn rows() -> Rows<'static> {
    Rows {
        section: "devices",
        legend: "5 追加する端末",
        hint: html! {
            p { "端末を増やすとき、または端末の登録をやり直すときだけ入力してください。端末ごとに認証コードの通知書を郵送します。" }
            p { "一度に" (MAX_DEVICES) "台まで届け出られます。" }
        },
        class: "person",
        counter: "台目",
        add: ("add_device", "端末をもう一台追加する"),
        remove: "remove_device",
        max: MAX_DEVICES,
    }
}

/// The answers as a copy to read and to print.
pub(crate) fn copy(content: &OrganizationChangeInput) -> Markup {
    html! {
        h3 { "団体" }
        dl.facts {
            @if let Some(id) = content.organization_id { (fact(form4::ORGANIZATION_NUMBER, &id.to_string())) }
            (facts(CHANGES, &content.changes))
        }
        h3 { "届け出た人" }
        dl.facts { (facts(form4::APPLICANT, &content.applicant)) }
        @if let Some(manager) = &content.new_manager {
            h3 { "新しいシステム管理担当者" }
            dl.facts { (facts(form4::NEW_MANAGER, manager)) }
        }
        @for (at, device) in content.devices.iter().enumerate() {
            h3 { "追加する端末 " (at + 1) "台目" }
            dl.facts {
                (fact("使う人", &device.name))
                (fact("ログインID", &device.login_id))
                (facts(DEVICE, device))
            }
        }
        h3 { "誓約" }
        (pledge::copy(content.pledge))
        (copied::channel(content.channel.as_deref()))
    }
}
