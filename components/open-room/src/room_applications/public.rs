//! The application to open a room on its public pages.

use super::RoomApplications;
use crate::pages;
use applications::{Receipt, applies_as, signed_in_user};
use domain::named_person::RoomPersonInput;
use domain::room_application::RoomApplicationInput;
use domain::words::RoomVisibility;
use maud::Markup;
use public_pages::{PublicForm, ReceiptPage, Sheet, rows};
use serde::Deserialize;
use web::{Caller, Db, FormControls, Html, Problem, Visitor, params};

const NEXT: &[&str] = &[
    "市が、目的と参加する人の範囲、ルールを確かめます。開けないときは、その理由をお知らせします。",
    "部屋が開くと、参加する方の「部屋」の画面に加わります。",
];

impl PublicForm for RoomApplications {
    const PAGE: &'static str = "/apply/room";
    const GUARDED: bool = true;

    fn knows(visitor: &Visitor) -> Option<&Caller> {
        signed_in_user(visitor)
    }

    fn change_rows(input: &mut RoomApplicationInput, controls: &FormControls) -> bool {
        let action = controls.action.as_deref().unwrap_or_default();
        rows::change(&mut input.participants, action, ("add_participant", "remove_participant"))
    }

    async fn page(db: &Db, sheet: &Sheet<'_, RoomApplicationInput>) -> Result<Html, Problem> {
        #[derive(Deserialize)]
        struct Theme {
            theme_id: i64,
            name: String,
        }
        let themes: Vec<Theme> = db.all(include_str!("../../sql/themes.sql"), params![false]).await?;
        let themes: Vec<(i64, String)> = themes.into_iter().map(|theme| (theme.theme_id, theme.name)).collect();
        Ok(pages::room_form(sheet, &themes))
    }

    async fn receipt_page(_: &Db, receipt: Receipt, input: &RoomApplicationInput) -> Result<Html, Problem> {
        let people = input.participants.iter().filter(|person| !person.is_blank());
        Ok(public_pages::receipt::receipt(&ReceiptPage {
            organization_name: String::new(),
            people_are: "申請する人のほかに参加する人",
            people: people.map(|person| person.name.clone()).collect(),
            next: NEXT,
            receipt,
        }))
    }

    fn renew(input: &mut RoomApplicationInput) {
        input.channel = None;
        input.rules_accepted = false;
    }

    async fn start(_: &Db, known: Option<&Caller>) -> Result<RoomApplicationInput, Problem> {
        let mut input = RoomApplicationInput {
            visibility: RoomVisibility::Listed.as_str().to_owned(),
            participants: vec![RoomPersonInput::default()],
            ..RoomApplicationInput::default()
        };
        applies_as(known, &mut input.applicant);
        Ok(input)
    }

    async fn fill_in(_: &Db, known: &Caller, input: &mut RoomApplicationInput) -> Result<(), Problem> {
        applies_as(Some(known), &mut input.applicant);
        Ok(())
    }

    fn copy(content: &RoomApplicationInput) -> Markup {
        pages::room_copy(content)
    }
}
