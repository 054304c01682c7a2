//! The steps that fill the demo city: setup, desks, applications, decisions, notices.

use super::api::{Api, Refusal, at, text};
use super::device_key::{self, DeviceKey};
use super::messages;
use super::notes::{Clerk, Notes, Person};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;

const CITY: &str = include_str!("city.json");
const APPLICATIONS: &str = include_str!("applications.json");
const CHANGES: &str = include_str!("changes.json");

/// Fills an empty database, or notes that a city is there already.
pub(crate) fn fill(base_url: &str, notes: &mut Notes, state_dir: &Path) -> Result<()> {
    let city: Value = serde_json::from_str(CITY)?;
    let mut api = Api::new(base_url);
    let Some(first) = set_up_city(&mut api, &city, &notes.setup_token)? else {
        notes.filled = true;
        return notes.save(state_dir);
    };
    // Saved at once: from here on a second try could not set up the city again.
    notes.clerk = Some(first_login(&mut api, &first)?);
    notes.save(state_dir)?;
    for clerk in items(at(&city, "/clerks"))? {
        api.post("/api/desk-accounts", clerk)?;
    }
    let applications: Value = serde_json::from_str(APPLICATIONS)?;
    for planned in items(&applications)? {
        file_and_decide(&api, base_url, planned)?;
    }
    let waiting = api.all("/api/notices?state=to_print")?;
    let ids: Vec<Value> = waiting.iter().map(|notice| at(notice, "/notice_id").clone()).collect();
    super::issue_notices(&api, &ids, &mut notes.people)?;
    // Whom this program plays, nobody else can log in as.
    let writers = messages::writers()?;
    let (played, people) =
        std::mem::take(&mut notes.people).into_iter().partition(|person| writers.contains(&person.name));
    notes.people = people;
    mark_posted(&api, &waiting, items(&applications)?, &played)?;
    // Before the stop of one of their members is filed: it then waits with the rooms that it is about.
    super::support_rooms::open(&api)?;
    super::rooms::open(&api)?;
    messages::write(&api, &text(at(&city, "/player"), "name")?, &played)?;
    let changes: Value = serde_json::from_str(CHANGES)?;
    for planned in items(&changes)? {
        file_change(base_url, planned, &notes.people)?;
    }
    notes.filled = true;
    notes.save(state_dir)
}

/// The answer of the setup, or nothing when this database has a city.
fn set_up_city(api: &mut Api, city: &Value, setup_token: &str) -> Result<Option<Value>> {
    let setup = json!({
        "setup_token": setup_token, "organization": at(city, "/organization"), "person": at(city, "/player"),
    });
    match api.post("/api/setup", &setup) {
        Ok(answer) => Ok(Some(answer)),
        Err(error) if error.downcast_ref::<Refusal>().is_some_and(|refusal| refusal.status == 404) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The first login of a person whose device is this program; `first` holds login ID and code.
pub(crate) fn first_login(api: &mut Api, first: &Value) -> Result<Clerk> {
    let key = DeviceKey::generate();
    let login_id = text(first, "login_id")?;
    // The word is random enough; the ending makes sure of a letter and a digit (R34).
    let password = format!("{}a1", device_key::random_word()?);
    let answer = api.post(
        "/api/session/first-login",
        &json!({
            "login_id": login_id, "code": at(first, "/code"), "password": password, "public_key": key.public()?,
        }),
    )?;
    Ok(Clerk { login_id, password, key: key.to_saved(), certificate: text(&answer, "certificate")? })
}

/// Files one application as its applicant, without login, and decides it as the clerk.
fn file_and_decide(clerk: &Api, base_url: &str, planned: &Value) -> Result<()> {
    let filed = Api::new(base_url).post("/api/account-applications", at(planned, "/application"))?;
    let decision = match at(planned, "/outcome").as_str() {
        Some("posted" | "printed") => "accept",
        Some("returned") => "return",
        Some("undecided") => return Ok(()),
        other => bail!("applications.json has the unknown outcome {other:?}"),
    };
    let path = format!("/api/account-applications/{}", text(&filed, "receipt_number")?);
    let version = at(&clerk.get(&path)?, "/version").clone();
    let body = json!({ "decision": decision, "version": version, "note": at(planned, "/note") });
    clerk.post_once(&format!("{path}/decision"), &body)?;
    Ok(())
}

/// Files a Form 5 or 6 as the manager, without login; it waits at the city's desk. The plan names organization and
/// people, the form their numbers.
fn file_change(base_url: &str, planned: &Value, people: &[Person]) -> Result<()> {
    let mut api = Api::new(base_url);
    let mut form = at(planned, "/form").clone();
    let organization = find_organization(&api, &text(planned, "organization")?)?;
    put(&mut form, "organization_id", organization)?;
    for list in ["people", "devices"] {
        for person in form.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
            let name = text(person, "name")?;
            let known = people.iter().find(|known| known.name == name).with_context(|| format!("{name} is nobody"))?;
            put(person, "login_id", known.login_id.as_str().into())?;
        }
    }
    api.post(&text(planned, "path")?, &form)?;
    Ok(())
}

/// The number of the organization that is found by this name.
pub(crate) fn find_organization(api: &Api, name: &str) -> Result<Value> {
    let found = api.get(&format!("/api/organizations?query={}", percent_encoded(name)))?;
    Ok(at(&found, "/items/0/id").clone())
}

pub(crate) fn put(object: &mut Value, key: &str, value: Value) -> Result<()> {
    object.as_object_mut().context("an object was expected")?.insert(key.to_owned(), value);
    Ok(())
}

pub(crate) fn percent_encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        // Writing to a String cannot fail.
        let _ = write!(encoded, "%{byte:02X}");
        encoded
    })
}

/// Some notices have gone to the post, those of whoever has written by now for certain; the others stay for whoever tries
/// the desk.
fn mark_posted(api: &Api, notices: &[Value], applications: &[Value], played: &[Person]) -> Result<()> {
    let posted = |notice: &&Value| {
        let is_played = played.iter().any(|person| at(notice, "/login_id") == person.login_id.as_str());
        is_played
            || applications.iter().any(|planned| {
                at(planned, "/outcome") == "posted"
                    && at(planned, "/application/organization/name") == at(notice, "/organization_name")
            })
    };
    let ids: Vec<_> = notices.iter().filter(posted).map(|notice| at(notice, "/notice_id")).collect();
    api.post_once("/api/notices/posted", &json!({ "notice_ids": ids }))?;
    Ok(())
}

/// What a person of the demo is, in the words of its people; the lists here are the only place that says it.
pub(crate) fn role_of(name: &str) -> Result<String> {
    let city: Value = serde_json::from_str(CITY)?;
    for clerk in items(at(&city, "/clerks"))? {
        if at(clerk, "/person/name") == name {
            return Ok(if at(clerk, "/desk") == "city" { "市の窓口" } else { "医師会の窓口" }.to_owned());
        }
    }
    let applications: Value = serde_json::from_str(APPLICATIONS)?;
    for planned in items(&applications)? {
        let application = at(planned, "/application");
        for person in items(at(application, "/people"))? {
            if at(person, "/name") == name {
                let manager =
                    if at(application, "/applicant/name") == name { "・システム管理担当者" } else { "" };
                return Ok(format!("{}{manager}", profession_ja(at(person, "/profession"))));
            }
        }
    }
    Ok(String::new())
}

fn profession_ja(word: &Value) -> &str {
    match word.as_str().unwrap_or_default() {
        "doctor" => "医師",
        "dentist" => "歯科医師",
        "pharmacist" => "薬剤師",
        "visiting_nurse" => "訪問看護師",
        "nurse" => "看護師",
        "care_manager" => "ケアマネジャー",
        "care_worker" => "介護職員",
        "physical_therapist" => "理学療法士",
        "occupational_therapist" => "作業療法士",
        "speech_therapist" => "言語聴覚士",
        "dental_hygienist" => "歯科衛生士",
        "dietitian" => "管理栄養士",
        "social_worker" => "社会福祉士",
        other => other,
    }
}

pub(crate) fn items(value: &Value) -> Result<&[Value]> {
    value.as_array().map(Vec::as_slice).context("a list was expected")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyone_of_the_demo_has_a_role_in_japanese_and_a_name_of_their_own() {
        let applications: Value = serde_json::from_str(APPLICATIONS).expect("JSON");
        let mut names = std::collections::BTreeSet::new();
        for planned in items(&applications).expect("a list") {
            for person in items(&planned["application"]["people"]).expect("a list") {
                let name = person["name"].as_str().expect("a name");
                assert!(names.insert(name), "{name} is there twice");
                let role = role_of(name).expect("a role");
                assert!(!role.is_empty() && !role.is_ascii(), "{name} is {role}");
            }
        }
        assert!(names.len() >= 12, "a demo needs people to try");
    }
}
