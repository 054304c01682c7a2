//! Support rooms of the demo city: typed in from paper and decided by a clerk of the association whom this program plays,
//! so that the codes of the demo's people stay unused.

use super::api::{Api, at, text};
use super::seed::{find_organization, first_login, items, percent_encoded, put};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

const SUPPORT_ROOMS: &str = include_str!("support-rooms.json");
const PATH: &str = "/api/support-room-applications";
/// When the originals came: the first day on which anybody could apply (R13).
const RECEIVED_ON: &str = "2026-04-01";

/// Opens the rooms; `city` is signed in as a clerk of the city.
pub(crate) fn open(city: &Api) -> Result<()> {
    let plan: Value = serde_json::from_str(SUPPORT_ROOMS)?;
    let association = association_clerk(city, at(&plan, "/clerk"))?;
    for planned in items(at(&plan, "/rooms"))? {
        file_and_decide(&association, planned)?;
    }
    Ok(())
}

/// A clerk of the association, registered by the city and signed in for the first time.
fn association_clerk(city: &Api, clerk: &Value) -> Result<Api> {
    let made = city.post_once("/api/desk-accounts", clerk)?;
    let asked = json!({ "notice_ids": [at(&made, "/notice_id")] });
    let issued = city.post_once("/api/notices/issue", &asked)?;
    let mut association = Api::new(city.base_url());
    first_login(&mut association, at(&issued, "/items/0"))?;
    Ok(association)
}

fn file_and_decide(association: &Api, planned: &Value) -> Result<()> {
    let filed = association.post_once(PATH, &form(association, planned)?)?;
    match at(planned, "/outcome").as_str() {
        Some("opened") => {}
        Some("incomplete") => return Ok(()),
        other => bail!("support-rooms.json has the unknown outcome {other:?}"),
    }
    let path = format!("{PATH}/{}", text(&filed, "receipt_number")?);
    let original = json!({ "received_by": "in_person", "received_on": RECEIVED_ON });
    let checked = association.put_once(&format!("{path}/original"), &original)?;
    let decision = json!({ "decision": "accept", "version": at(&checked, "/version") });
    let opened = association.post_once(&format!("{path}/decision"), &decision)?;
    let notice = at(planned, "/notice");
    if notice.is_null() { Ok(()) } else { file_notice(association, &opened, notice) }
}

/// Form 8 alone: one member in place of another. It waits for whoever tries the association's desk.
fn file_notice(association: &Api, opened: &Value, planned: &Value) -> Result<()> {
    // The server's day: this program has no calendar. A change may lie back a month.
    let today = text(opened, "received_at")?.chars().take(10).collect::<String>();
    let change = |change: &str, name: &str| -> Result<Value> {
        Ok(json!({ "change": change, "on": today, "user_id": member(association, &text(planned, name)?)? }))
    };
    let notice = json!({
        "channel": "in_person",
        "organization_id": at(opened, "/content/organization_id"),
        "applicant": at(opened, "/content/applicant"),
        "room_id": at(opened, "/accounts/0/room_id"),
        "changes": [change("remove", "leave")?, change("add", "join")?],
        "reason": at(planned, "/reason"),
    });
    association.post_once("/api/care-team-notices", &notice)?;
    Ok(())
}

/// The form as the API takes it: the plan names organization and members, the form their numbers.
fn form(association: &Api, planned: &Value) -> Result<Value> {
    let mut members = Vec::new();
    for name in items(at(planned, "/members"))? {
        members.push(json!({ "user_id": member(association, name.as_str().context("a name was expected")?)? }));
    }
    // Whoever has no account yet is named in words.
    members.extend(at(planned, "/awaited").as_array().into_iter().flatten().cloned());
    let mut form = at(planned, "/form").clone();
    let organization = find_organization(association, &text(planned, "organization")?)?;
    put(&mut form, "organization_id", organization)?;
    put(&mut form, "team", json!({ "members": members }))?;
    Ok(form)
}

/// The account of the person with this name.
pub(super) fn member(clerk: &Api, name: &str) -> Result<Value> {
    let found = clerk.get(&format!("/api/directory?query={}", percent_encoded(name)))?;
    let person = items(at(&found, "/items"))?.first().with_context(|| format!("{name} is not in the directory"))?;
    Ok(at(person, "/user_id").clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_room_of_the_demo_has_a_doctor_or_visiting_nurse() {
        let plan: Value = serde_json::from_str(SUPPORT_ROOMS).expect("JSON");
        for planned in items(at(&plan, "/rooms")).expect("a list") {
            let roles: Vec<String> = items(at(planned, "/members"))
                .expect("a list")
                .iter()
                .map(|name| super::super::seed::role_of(name.as_str().expect("a name")).expect("a role"))
                .collect();
            assert!(roles.iter().all(|role| !role.is_empty()), "somebody is not of the demo: {planned}");
            let clinician = |role: &String| role.starts_with("医師") || role.starts_with("訪問看護師");
            assert!(roles.iter().any(clinician), "{planned}");
        }
    }
}
