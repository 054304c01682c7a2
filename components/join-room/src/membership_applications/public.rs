//! The application to join or to leave on its public pages.

use super::MembershipApplications;
use crate::pages;
use applications::{Receipt, applies_as, signed_in_user};
use domain::membership_application::MembershipApplicationInput;
use domain::named_person::RoomPersonInput;
use maud::Markup;
use public_pages::show::StartFrom;
use public_pages::{PublicForm, ReceiptPage, Sheet, rows};
use web::{Caller, Db, FormControls, Html, Problem, Visitor};

const NEXT: &[&str] = &["受理されると、すぐに部屋の参加者が変わります。部屋の画面で確かめられます。"];

impl PublicForm for MembershipApplications {
    const PAGE: &'static str = "/apply/room-membership";
    const GUARDED: bool = true;

    fn knows(visitor: &Visitor) -> Option<&Caller> {
        signed_in_user(visitor)
    }

    fn change_rows(input: &mut MembershipApplicationInput, controls: &FormControls) -> bool {
        rows::change(&mut input.people, controls.action.as_deref().unwrap_or_default(), ("add_person", "remove_person"))
    }

    async fn page(_: &Db, sheet: &Sheet<'_, MembershipApplicationInput>) -> Result<Html, Problem> {
        Ok(pages::membership_form(sheet))
    }

    async fn receipt_page(_: &Db, receipt: Receipt, input: &MembershipApplicationInput) -> Result<Html, Problem> {
        let people = input.people.iter().filter(|person| !person.is_blank());
        Ok(public_pages::receipt::receipt(&ReceiptPage {
            organization_name: String::new(),
            people_are: "参加又は退出する人",
            people: people.map(|person| person.name.clone()).collect(),
            next: NEXT,
            receipt,
        }))
    }

    fn renew(input: &mut MembershipApplicationInput) {
        input.channel = None;
    }

    async fn start(_: &Db, known: Option<&Caller>) -> Result<MembershipApplicationInput, Problem> {
        let mut input = MembershipApplicationInput::default();
        applies_as(known, &mut input.applicant);
        // Most people ask for themselves.
        let oneself = RoomPersonInput {
            user_id: None,
            login_id: input.applicant.login_id.clone(),
            name: input.applicant.name.clone(),
        };
        input.people.push(oneself);
        Ok(input)
    }

    fn prefill(input: &mut MembershipApplicationInput, start: &StartFrom) {
        input.change.clone_from(&start.change);
        input.room_id = start.room_number();
        input.room_name.clone_from(&start.room_name);
    }

    async fn fill_in(_: &Db, known: &Caller, input: &mut MembershipApplicationInput) -> Result<(), Problem> {
        applies_as(Some(known), &mut input.applicant);
        Ok(())
    }

    fn copy(content: &MembershipApplicationInput) -> Markup {
        pages::copy(content)
    }
}
