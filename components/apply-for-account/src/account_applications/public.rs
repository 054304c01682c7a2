//! Form 4 on its public pages.

use super::{AccountApplications, organization_name};
use crate::known_organization::as_applicant;
use crate::pages;
use applications::Receipt;
use domain::account::{AccountApplicationInput, OrganizationInput, PersonInput};
use maud::Markup;
use public_pages::ReceiptPage;
use public_pages::{PublicForm, Sheet};
use web::{Caller, Db, FormControls, Html, Problem};

const NEXT: &[&str] = &[
    "受理された日から数開庁日（土日・祝日・年末年始を除く）のうちに、利用者ごとの通知書を団体へ郵送します。メールではお送りしません。",
    "通知書に書かれたログインIDと認証コードで、使う端末を登録します。",
];

impl PublicForm for AccountApplications {
    const PAGE: &'static str = "/apply/account";

    fn change_rows(input: &mut AccountApplicationInput, controls: &FormControls) -> bool {
        let action = controls.action.as_deref().unwrap_or_default();
        if action == "add_person" {
            input.people.push(PersonInput::default());
            return true;
        }
        let Some(index) = public_pages::rows::removed(action, "remove_person") else {
            return action.starts_with("remove_person");
        };
        if index < input.people.len() {
            input.people.remove(index);
        }
        true
    }

    async fn page(db: &Db, sheet: &Sheet<'_, AccountApplicationInput>) -> Result<Html, Problem> {
        let organization = organization_name(db, sheet.input.organization.id).await?;
        Ok(pages::account_form(sheet, organization.as_deref()))
    }

    async fn receipt_page(db: &Db, receipt: Receipt, input: &AccountApplicationInput) -> Result<Html, Problem> {
        let registered = organization_name(db, input.organization.id).await?;
        Ok(public_pages::receipt::receipt(&ReceiptPage {
            organization_name: registered.unwrap_or_else(|| input.organization.name.clone()),
            people_are: "利用者",
            people: input.people.iter().map(|person| person.name.clone()).collect(),
            next: NEXT,
            receipt,
        }))
    }

    fn renew(input: &mut AccountApplicationInput) {
        // The pledge is taken anew each time (R1).
        input.pledge = false;
        input.channel = None;
    }

    async fn start(db: &Db, manager: Option<&Caller>) -> Result<AccountApplicationInput, Problem> {
        let mut input = AccountApplicationInput::default();
        if let Some(manager) = manager {
            input.organization = OrganizationInput { id: Some(manager.organization_id.0), ..input.organization };
            input.applicant = as_applicant(db, manager).await?;
        }
        Ok(input)
    }

    fn copy(content: &AccountApplicationInput) -> Markup {
        pages::account_copy(content)
    }
}
