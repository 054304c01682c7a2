//! Form 6 on its public pages.

use super::AccountStops;
use crate::account_applications::organization_name;
use crate::known_organization::{as_applicant, fill_name, names_of, own_people};
use crate::pages;
use applications::Receipt;
use domain::LoginId;
use domain::account_stop::{AccountStopInput, StoppingPersonInput};
use maud::Markup;
use public_pages::ReceiptPage;
use public_pages::{PublicForm, Sheet};
use web::{Caller, Db, FormControls, Html, Problem};

const NEXT: &[&str] = &[
    "受理されると、届け出た方はすぐにログインできなくなります。端末の登録と、入っていた部屋も終わります。",
    "書いた記録は残ります。団体で使っていた端末は、別の人の端末として改めて申請できます。",
];

impl PublicForm for AccountStops {
    const PAGE: &'static str = "/apply/account-stop";

    fn change_rows(input: &mut AccountStopInput, controls: &FormControls) -> bool {
        let action = controls.action.as_deref().unwrap_or_default();
        if action == "add_person" {
            input.people.push(StoppingPersonInput::default());
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

    async fn page(db: &Db, sheet: &Sheet<'_, AccountStopInput>) -> Result<Html, Problem> {
        let people = match sheet.known {
            Some(manager) => own_people(db, manager).await?,
            None => Vec::new(),
        };
        Ok(pages::stop_form(sheet, &people))
    }

    async fn receipt_page(db: &Db, receipt: Receipt, input: &AccountStopInput) -> Result<Html, Problem> {
        Ok(public_pages::receipt::receipt(&ReceiptPage {
            organization_name: organization_name(db, input.organization_id).await?.unwrap_or_default(),
            people_are: "利用を中止する人",
            people: input.people.iter().map(|person| person.name.clone()).collect(),
            next: NEXT,
            receipt,
        }))
    }

    fn renew(input: &mut AccountStopInput) {
        input.channel = None;
    }

    async fn start(db: &Db, manager: Option<&Caller>) -> Result<AccountStopInput, Problem> {
        let mut input = AccountStopInput::default();
        if let Some(manager) = manager {
            input.organization_id = Some(manager.organization_id.0);
            input.applicant = as_applicant(db, manager).await?;
        }
        Ok(input)
    }

    fn choose(input: &mut AccountStopInput, login_id: LoginId) {
        input.people.push(StoppingPersonInput { login_id: login_id.to_string(), ..StoppingPersonInput::default() });
    }

    async fn fill_in(db: &Db, manager: &Caller, input: &mut AccountStopInput) -> Result<(), Problem> {
        let names = names_of(db, manager, &input.login_ids()).await?;
        for person in &mut input.people {
            fill_name(&names, &person.login_id, &mut person.name);
        }
        Ok(())
    }

    fn copy(content: &AccountStopInput) -> Markup {
        pages::stop_copy(content)
    }
}
