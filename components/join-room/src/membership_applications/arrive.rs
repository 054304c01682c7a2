//! What the arrival of an application brings about: it says for whom it asks what, and asks for something that is not the
//! case yet (R25).

use applications::standing;
use domain::collaboration_room::asks_for_something;
use domain::ids::ApplicationId;
use domain::membership_application::MembershipApplication;
use domain::validation::Violations;
use web::{Problem, Transaction, params};

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
    transaction.run(include_str!("../../sql/forget-requests.sql"), params![application]).await?;
    for person in &form.people {
        let row = params![application, form.room, form.change.as_str(), person.person.user_id];
        transaction.run(include_str!("../../sql/add-request.sql"), row).await?;
    }
    Ok(transaction.run(include_str!("../../sql/link-room.sql"), params![form.room, application]).await?)
}
