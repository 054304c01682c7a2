//! The content of a closed room is deleted when its years are over (R38), by two clerks: one asks, another confirms. What
//! proves that the room was there, who was in it and who looked stays.

pub(crate) mod confirm;
pub(crate) mod due;
pub(crate) mod records;
pub(crate) mod request;

mod contents;

use crate::desk_room::DeskRoom;
use domain::retention::may_be_deleted;
use web::{Clock, Problem};

/// Refuses a room whose content may not be deleted now.
fn check_due(room: &DeskRoom, clock: Clock) -> Result<(), Problem> {
    if room.content_deleted_at.is_some() {
        return Err(Problem::conflict("content_deleted", "この部屋の内容は、すでに削除されています。"));
    }
    let Some(retain_until) = room.retain_until.filter(|_| room.closed_at.is_some()) else {
        let message = "この部屋は閉じていません。内容を削除できるのは、閉じて保存期限を過ぎた部屋だけです。";
        return Err(Problem::conflict("not_closed", message).rule("R38"));
    };
    if may_be_deleted(retain_until, clock.today()) {
        return Ok(());
    }
    let message = format!("この部屋の内容は{retain_until}まで保存します。削除できるのは、その翌日からです。");
    Err(Problem::conflict("not_yet", message).rule("R38"))
}

fn not_requested() -> Problem {
    Problem::conflict("not_requested", "この部屋の内容の削除は、依頼されていません。")
}
