//! The request to close a room on its public pages.

use super::RoomClosures;
use crate::pages;
use applications::{Receipt, applies_as, signed_in_user};
use domain::room_closure::RoomClosureInput;
use maud::Markup;
use public_pages::show::StartFrom;
use public_pages::{PublicForm, ReceiptPage, Sheet};
use web::{Caller, Db, FormControls, Html, Problem, Visitor};

const NEXT: &[&str] =
    &["受理されると、部屋は閉じて一覧から消えます。参加している方にお知らせします。書かれた内容は保存します。"];

impl PublicForm for RoomClosures {
    const PAGE: &'static str = "/apply/room-closure";
    const GUARDED: bool = true;

    fn knows(visitor: &Visitor) -> Option<&Caller> {
        signed_in_user(visitor)
    }

    fn change_rows(_: &mut RoomClosureInput, _: &FormControls) -> bool {
        false
    }

    async fn page(_: &Db, sheet: &Sheet<'_, RoomClosureInput>) -> Result<Html, Problem> {
        Ok(pages::closure_form(sheet))
    }

    async fn receipt_page(_: &Db, receipt: Receipt, _: &RoomClosureInput) -> Result<Html, Problem> {
        Ok(public_pages::receipt::receipt(&ReceiptPage {
            organization_name: String::new(),
            people_are: "",
            people: Vec::new(),
            next: NEXT,
            receipt,
        }))
    }

    fn renew(input: &mut RoomClosureInput) {
        input.channel = None;
    }

    async fn start(_: &Db, known: Option<&Caller>) -> Result<RoomClosureInput, Problem> {
        let mut input = RoomClosureInput::default();
        applies_as(known, &mut input.applicant);
        Ok(input)
    }

    fn prefill(input: &mut RoomClosureInput, start: &StartFrom) {
        input.room_id = start.room_number();
        input.room_name.clone_from(&start.room_name);
    }

    async fn fill_in(_: &Db, known: &Caller, input: &mut RoomClosureInput) -> Result<(), Problem> {
        applies_as(Some(known), &mut input.applicant);
        Ok(())
    }

    fn copy(content: &RoomClosureInput) -> Markup {
        pages::closure_copy(content)
    }
}
