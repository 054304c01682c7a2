//! Sections that Forms 4 to 6 have in common: the organization's number, its manager, the pledge.

use super::{form4, pledge};
use domain::account::ApplicantInput;
use maud::{Markup, html};
use public_pages::field::{self, Errors};

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
