//! The demo city: filled through the HTTP API alone, as its own people would do it.
//!
//! What has to be remembered (the setup token, the key of the clerk this program plays, who got
//! which code) stands in `demo.json` beside the database, and is gone with it.

mod api;
mod device_key;
mod messages;
mod notes;
mod rooms;
mod seed;
mod support_rooms;

use anyhow::{Context, Result, bail};
use api::{Api, at};
use device_key::DeviceKey;
use notes::{Notes, Person};
use serde_json::{Value, json};
use std::path::Path;

pub(crate) use notes::NOTES_FILE;

/// The token that lets the first caller set up the city; made at the first start.
pub(crate) fn setup_token(state_dir: &Path) -> Result<String> {
    let mut notes = Notes::load(state_dir)?;
    if notes.setup_token.is_empty() {
        notes.setup_token = device_key::random_word()?;
        notes.save(state_dir)?;
    }
    Ok(notes.setup_token)
}

/// Whether the demo city is there.
pub(crate) fn is_filled(state_dir: &Path) -> Result<bool> {
    Ok(Notes::load(state_dir)?.filled)
}

/// Fills the demo city, unless that was done.
pub(crate) fn fill_once(base_url: &str, state_dir: &Path) -> Result<()> {
    let mut notes = Notes::load(state_dir)?;
    if notes.filled {
        return Ok(());
    }
    if notes.clerk.is_some() {
        bail!("the demo city was left half filled: `cargo xtask up --fresh` begins again");
    }
    crate::shell::step("fill the demo city", || seed::fill(base_url, &mut notes, state_dir))
}

/// Prints who can log in, and with what.
pub(crate) fn print_people(base_url: &str, state_dir: &Path) -> Result<()> {
    let notes = Notes::load(state_dir)?;
    if notes.people.is_empty() {
        println!("This database has a city of its own: nobody of the demo is in it.");
        return Ok(());
    }
    let waiting = sign_in(base_url, state_dir).and_then(|api| notices(&api));
    if let Err(error) = &waiting {
        println!("(who has logged in before is not known: {error:#})");
    }
    let waiting = waiting.unwrap_or_default();
    println!("\nWho can log in: open {base_url}/first-login with a login ID and its code (it works once).");
    for person in &notes.people {
        let done = waiting.iter().any(|notice| is_for(notice, person) && !at(notice, "/first_login_at").is_null());
        let code = if done { "has logged in" } else { &person.code };
        println!("  {:<10}  {code:<16}  {}({}、{})", person.login_id, person.name, person.role, person.organization);
    }
    println!("Codes end after 14 days: `cargo xtask demo codes` makes new ones.");
    Ok(())
}

/// Fills the city that runs at a port, and says who is in it.
pub(crate) fn fill(state_dir: &Path, port: u16) -> Result<()> {
    if Notes::load(state_dir)?.setup_token.is_empty() {
        bail!("there is no setup token yet: start `cargo xtask up` first");
    }
    let base_url = local(port);
    fill_once(&base_url, state_dir)?;
    print_people(&base_url, state_dir)
}

fn local(port: u16) -> String {
    format!("http://127.0.0.1:{port}")
}

/// New codes for everyone who has not logged in yet; the old ones are void.
pub(crate) fn reissue_codes(state_dir: &Path, port: u16) -> Result<()> {
    let base_url = local(port);
    let mut notes = Notes::load(state_dir)?;
    let api = sign_in(&base_url, state_dir)?;
    let waits = |notice: &&Value| at(notice, "/first_login_at").is_null();
    let all = notices(&api)?;
    let ids: Vec<Value> = all
        .iter()
        .filter(waits)
        .filter(|notice| notes.people.iter().any(|person| is_for(notice, person)))
        .map(|notice| at(notice, "/notice_id").clone())
        .collect();
    issue_notices(&api, &ids, &mut notes.people)?;
    notes.save(state_dir)?;
    print_people(&base_url, state_dir)
}

/// Logs in as the clerk this program plays; the value's cookie is a session of the city desk.
pub(crate) fn sign_in(base_url: &str, state_dir: &Path) -> Result<Api> {
    let clerk = Notes::load(state_dir)?.clerk.context("there is no demo city: `cargo xtask up` fills one")?;
    let mut api = Api::new(base_url);
    let login = login_input(&api, &clerk)?;
    api.post("/api/session", &login)?;
    Ok(api)
}

/// The body of a login: password, certificate, and a fresh signature over the server's challenge.
pub(crate) fn login_input(api: &Api, clerk: &notes::Clerk) -> Result<Value> {
    let challenge = Api::new(api.base_url()).post("/api/session/challenge", &json!({}))?;
    let nonce = at(&challenge, "/challenge").as_str().context("no challenge came")?;
    let proof = DeviceKey::from_saved(&clerk.key)?.proof(nonce)?;
    Ok(json!({
        "login_id": clerk.login_id, "password": clerk.password,
        "certificate": clerk.certificate, "proof": proof,
    }))
}

fn notices(api: &Api) -> Result<Vec<Value>> {
    api.all("/api/notices?state=all")
}

fn is_for(notice: &Value, person: &Person) -> bool {
    at(notice, "/login_id").as_str() == Some(person.login_id.as_str())
}

/// Issues notices, at most a hundred a call, and notes each person's new code.
fn issue_notices(api: &Api, ids: &[Value], people: &mut Vec<Person>) -> Result<()> {
    for part in ids.chunks(100) {
        let issued = api.post_once("/api/notices/issue", &json!({ "notice_ids": part }))?;
        let items = at(&issued, "/items").as_array().context("no notices came")?;
        for item in items {
            let login_id = api::text(item, "login_id")?;
            let code = api::text(item, "code")?;
            match people.iter_mut().find(|person| person.login_id == login_id) {
                Some(known) => known.code = code,
                None => people.push(Person {
                    name: api::text(item, "addressee_name")?,
                    role: seed::role_of(&api::text(item, "addressee_name")?)?,
                    organization: api::text(item, "organization_name")?,
                    login_id,
                    code,
                }),
            }
        }
    }
    Ok(())
}
