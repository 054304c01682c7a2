//! Form 5 on its public pages.

use super::OrganizationChanges;
use crate::account_applications::organization_name;
use crate::known_organization::{as_applicant, fill_name, names_of, own_people};
use crate::pages;
use applications::Receipt;
use domain::LoginId;
use domain::organization_change::{FurtherDeviceInput, OrganizationChangeInput};
use maud::Markup;
use public_pages::ReceiptPage;
use public_pages::{PublicForm, Sheet};
use web::{Caller, Db, FormControls, Html, Problem};

const NEXT: &[&str] = &[
    "受理されると、届け出た内容に変わります。担当者の交代も、そのときからです。",
    "端末を追加したときは、端末ごとに認証コードの通知書を団体へ郵送します。メールではお送りしません。",
];

impl PublicForm for OrganizationChanges {
    const PAGE: &'static str = "/apply/organization-change";

    fn change_rows(input: &mut OrganizationChangeInput, controls: &FormControls) -> bool {
        let action = controls.action.as_deref().unwrap_or_default();
        if action == "add_device" {
            input.devices.push(FurtherDeviceInput::default());
            return true;
        }
        let Some(index) = public_pages::rows::removed(action, "remove_device") else {
            return action.starts_with("remove_device");
        };
        if index < input.devices.len() {
            input.devices.remove(index);
        }
        true
    }

    async fn page(db: &Db, sheet: &Sheet<'_, OrganizationChangeInput>) -> Result<Html, Problem> {
        let people = match sheet.known {
            Some(manager) => own_people(db, manager).await?,
            None => Vec::new(),
        };
        Ok(pages::change_form(sheet, &people))
    }

    async fn receipt_page(db: &Db, receipt: Receipt, input: &OrganizationChangeInput) -> Result<Html, Problem> {
        let devices = input.devices.iter().filter(|device| !device.is_blank());
        Ok(public_pages::receipt::receipt(&ReceiptPage {
            organization_name: organization_name(db, input.organization_id).await?.unwrap_or_default(),
            people_are: "端末を追加する人",
            people: devices.map(|device| device.name.clone()).collect(),
            next: NEXT,
            receipt,
        }))
    }

    fn renew(input: &mut OrganizationChangeInput) {
        input.pledge = false;
        input.channel = None;
    }

    async fn start(db: &Db, manager: Option<&Caller>) -> Result<OrganizationChangeInput, Problem> {
        let mut input = OrganizationChangeInput::default();
        if let Some(manager) = manager {
            input.organization_id = Some(manager.organization_id.0);
            input.applicant = as_applicant(db, manager).await?;
        }
        Ok(input)
    }

    fn choose(input: &mut OrganizationChangeInput, login_id: LoginId) {
        input.devices.push(FurtherDeviceInput { login_id: login_id.to_string(), ..FurtherDeviceInput::default() });
    }

    async fn fill_in(db: &Db, manager: &Caller, input: &mut OrganizationChangeInput) -> Result<(), Problem> {
        let names = names_of(db, manager, &input.login_ids()).await?;
        for device in &mut input.devices {
            fill_name(&names, &device.login_id, &mut device.name);
        }
        Ok(())
    }

    fn copy(content: &OrganizationChangeInput) -> Markup {
        pages::change_copy(content)
    }
}
