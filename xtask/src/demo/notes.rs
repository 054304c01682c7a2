//! `demo.json`: what this program has to remember about the demo city.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::path::Path;

pub(crate) const NOTES_FILE: &str = "demo.json";

/// The content of the file. Fields are read one by one: derive macros would be the slowest
/// thing to compile here.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    pub(crate) setup_token: String,
    /// The clerk that this program plays.
    pub(crate) clerk: Option<Clerk>,
    pub(crate) people: Vec<Person>,
    /// The demo city is complete, or there was a city already.
    pub(crate) filled: bool,
}

/// A city clerk whose device is this program.
#[derive(Debug)]
pub(crate) struct Clerk {
    pub(crate) login_id: String,
    pub(crate) password: String,
    pub(crate) key: String,
    pub(crate) certificate: String,
}

/// A person for whom someone at this machine may log in.
#[derive(Debug)]
pub(crate) struct Person {
    pub(crate) name: String,
    pub(crate) role: String,
    pub(crate) organization: String,
    pub(crate) login_id: String,
    pub(crate) code: String,
}

impl Notes {
    pub(crate) fn load(state_dir: &Path) -> Result<Self> {
        let path = state_dir.join(NOTES_FILE);
        if !path.exists() {
            return Ok(Self::default());
        }
        let value: Value = serde_json::from_slice(&std::fs::read(&path)?)
            .with_context(|| format!("{} is not what was written", path.display()))?;
        let people = value.get("people").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        Ok(Self {
            setup_token: field(&value, "setup_token"),
            clerk: value.get("clerk").filter(|clerk| clerk.is_object()).map(Clerk::from_json),
            people: people.iter().map(Person::from_json).collect(),
            filled: value.get("filled") == Some(&Value::Bool(true)),
        })
    }

    pub(crate) fn save(&self, state_dir: &Path) -> Result<()> {
        let value = json!({
            "setup_token": self.setup_token,
            "clerk": self.clerk.as_ref().map(Clerk::to_json),
            "people": self.people.iter().map(Person::to_json).collect::<Vec<_>>(),
            "filled": self.filled,
        });
        std::fs::create_dir_all(state_dir)?;
        let path = state_dir.join(NOTES_FILE);
        std::fs::write(&path, serde_json::to_vec_pretty(&value)?)?;
        keep_from_others(&path)
    }
}

/// The file holds a password and a private key.
#[cfg(unix)]
fn keep_from_others(path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    Ok(std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600))?)
}

#[cfg(not(unix))]
fn keep_from_others(_: &Path) -> Result<()> {
    Ok(())
}

fn field(value: &Value, name: &str) -> String {
    value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

impl Clerk {
    fn from_json(value: &Value) -> Self {
        Self {
            login_id: field(value, "login_id"),
            password: field(value, "password"),
            key: field(value, "key"),
            certificate: field(value, "certificate"),
        }
    }

    fn to_json(&self) -> Value {
        json!({
            "login_id": self.login_id, "password": self.password,
            "key": self.key, "certificate": self.certificate,
        })
    }
}

impl Person {
    fn from_json(value: &Value) -> Self {
        Self {
            name: field(value, "name"),
            role: field(value, "role"),
            organization: field(value, "organization"),
            login_id: field(value, "login_id"),
            code: field(value, "code"),
        }
    }

    fn to_json(&self) -> Value {
        json!({
            "name": self.name, "role": self.role, "organization": self.organization,
            "login_id": self.login_id, "code": self.code,
        })
    }
}
