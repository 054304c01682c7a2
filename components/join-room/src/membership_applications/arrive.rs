//! What the arrival of an application brings about: it says for whom it asks what, and asks for something that is not the
//! case yet (R25).

use applications::{RoomRequest, standing};
use domain::collaboration_room::asks_for_something;
use domain::ids::{ApplicationId, UserId};
use domain::membership_application::MembershipApplication;
use domain::validation::Violations;
use web::{Problem, Transaction};

/// Refuses what is so already or asked for already, at the person; else notes what is asked.
pub(super) async fn arrive(
    transaction: &Transaction<'_>,
    application: ApplicationId,
    form: &MembershipApplication,
) -> Result<(), Problem> {
    let mut v = Violations::new();
    for person in &form.people {
        let user = person.person.user_id;
        let standing = standing(transaction, form.room, user, application).await?;
        if let Err(error) = asks_for_something(form.change, standing) {
            v.push_rule("R25", person.field("people"), error.code, error.message);
        }
    }
    if !v.is_empty() {
        return Err(Problem::invalid(v));
    }
    let users: Vec<UserId> = form.people.iter().map(|person| person.person.user_id).collect();
    let request = RoomRequest { application, room: form.room, asks: form.change.as_str(), users: &users };
    Ok(request.note(transaction).await?)
}
