//! Form 4 on its public pages.

use super::{AccountApplications, organization_name};
use crate::filing::{PublicForm, Sheet};
use crate::pages::{self, ReceiptPage};
use applications::Receipt;
use domain::account::{AccountApplicationInput, PersonInput};
use web::{Db, FormControls, Html, Problem};

impl PublicForm for AccountApplications {
    fn change_rows(input: &mut AccountApplicationInput, controls: &FormControls) -> bool {
        let action = controls.action.as_deref().unwrap_or_default();
        if action == "add_person" {
            input.people.push(PersonInput::default());
            return true;
        }
        let Some(index) = action.strip_prefix("remove_person:") else { return false };
        if let Ok(index) = index.parse::<usize>()
            && index < input.people.len()
        {
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
        Ok(pages::receipt(&ReceiptPage {
            organization_name: registered.unwrap_or_else(|| input.organization.name.clone()),
            people: input.people.iter().map(|person| person.name.clone()).collect(),
            receipt,
        }))
    }

    fn renew(input: &mut AccountApplicationInput) {
        // The pledge is taken anew each time (R1).
        input.pledge = false;
        input.channel = None;
    }
}
