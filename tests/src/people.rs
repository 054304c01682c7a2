//! People with a login: users, and the clerks of the desks.

use crate::{ClockHand, DeviceKey, Receipt, Reply, Visitor};
use serde_json::{Value, json};
use std::ops::Deref;

/// The password everybody in the scenarios chooses.
pub const PASSWORD: &str = "mado3-Yanagi7-shi";

/// What came by post.
#[derive(Debug, Clone)]
pub struct Notice {
    /// `4827-1935`.
    pub login_id: String,
    /// The one-time code.
    pub code: String,
}

impl Notice {
    /// The login ID and code of an answer that holds both.
    #[track_caller]
    pub fn from_issued(issued: &Value) -> Self {
        let text = |name: &str| issued[name].as_str().unwrap_or_else(|| panic!("no {name} in {issued}")).to_owned();
        Self { login_id: text("login_id"), code: text("code") }
    }
}

/// A person with an account and a registered device. Acts as [`Visitor`] with the session of that device.
pub struct User {
    browser: Visitor,
    clock: ClockHand,
    /// The login ID.
    pub login_id: String,
    /// The registered device's key.
    pub key: DeviceKey,
    /// The device's certificate.
    pub certificate: String,
}

impl Deref for User {
    type Target = Visitor;
    fn deref(&self) -> &Visitor {
        &self.browser
    }
}

impl User {
    /// The first login: code, own password, device.
    #[track_caller]
    pub fn first_login(browser: Visitor, clock: ClockHand, notice: &Notice) -> Self {
        let key = DeviceKey::default();
        let done = Self::tries_first_login(&browser, notice, PASSWORD, &key).created();
        let certificate = done["certificate"].as_str().expect("a certificate").to_owned();
        Self { browser, clock, login_id: notice.login_id.clone(), key, certificate }
    }

    /// A first login that may be refused.
    #[track_caller]
    pub fn tries_first_login(browser: &Visitor, notice: &Notice, password: &str, key: &DeviceKey) -> Reply {
        let input = json!({
            "login_id": notice.login_id, "code": notice.code, "password": password, "public_key": key.public(),
        });
        browser.post("/api/session/first-login", &input)
    }

    /// Signs in with password and device.
    #[track_caller]
    pub fn signs_in(&self) -> Reply {
        self.signs_in_with(PASSWORD)
    }

    /// Signs in with this password and the device.
    #[track_caller]
    pub fn signs_in_with(&self, password: &str) -> Reply {
        let proof = self.proof();
        self.sends_sign_in(password, Some(&self.certificate), Some(&proof))
    }

    /// A proof over a fresh challenge.
    #[track_caller]
    pub fn proof(&self) -> String {
        self.key.proof(&self.challenge(), self.clock.now())
    }

    /// A fresh challenge.
    #[track_caller]
    pub fn challenge(&self) -> String {
        let challenge = self.browser.call("POST", "/api/session/challenge").send().ok();
        challenge["challenge"].as_str().expect("a challenge").to_owned()
    }

    /// Any sign-in at this browser.
    #[track_caller]
    pub fn sends_sign_in(&self, password: &str, certificate: Option<&str>, proof: Option<&str>) -> Reply {
        let input = json!({
            "login_id": self.login_id, "password": password, "certificate": certificate, "proof": proof,
        });
        self.browser.post("/api/session", &input)
    }

    /// Signs out.
    #[track_caller]
    pub fn signs_out(&self) -> Reply {
        self.browser.delete("/api/session")
    }

    /// Another window, freshly signed in: for when the clock ran past the session of this one.
    #[must_use]
    #[track_caller]
    pub fn second_window_signed_in(&self) -> Self {
        let twin = Self {
            browser: self.browser.second_window(),
            clock: self.clock.clone(),
            login_id: self.login_id.clone(),
            key: self.key.clone(),
            certificate: self.certificate.clone(),
        };
        let _ = twin.signs_in().created();
        twin
    }

    /// The same person signed in a second time, in a browser that knows nothing of the first one's cookies.
    #[must_use]
    #[track_caller]
    pub fn second_window_elsewhere(&self) -> Self {
        let twin = Self {
            browser: self.browser.elsewhere(),
            clock: self.clock.clone(),
            login_id: self.login_id.clone(),
            key: self.key.clone(),
            certificate: self.certificate.clone(),
        };
        let _ = twin.signs_in().created();
        twin
    }

    /// The day in Japan.
    pub fn today(&self) -> String {
        domain::open_days::japan_date(self.clock.now().timestamp_millis()).to_string()
    }

    /// Who the system says this is.
    #[track_caller]
    pub fn me(&self) -> Reply {
        self.browser.get("/api/me")
    }
}

/// What clerks of the city do.
impl User {
    /// An application as the desk sees it.
    #[track_caller]
    pub fn opens_application(&self, receipt: &Receipt) -> Value {
        self.browser.get(&format!("/api/account-applications/{}", receipt.number)).ok()
    }

    /// Decides on the application as it stands now.
    #[track_caller]
    pub fn decides(&self, receipt: &Receipt, decision: &str, note: Option<&str>) -> Reply {
        let version = self.opens_application(receipt)["version"].clone();
        self.decides_on_version(receipt, decision, note, &version)
    }

    /// Decides on the application as it stood when the clerk opened it.
    #[track_caller]
    pub fn decides_on_version(&self, receipt: &Receipt, decision: &str, note: Option<&str>, version: &Value) -> Reply {
        let mut input = json!({ "decision": decision, "version": version });
        if let Some(note) = note {
            input["note"] = note.into();
        }
        self.browser.post(&format!("/api/account-applications/{}/decision", receipt.number), &input)
    }

    /// Accepts the application; the accounts come into being.
    #[track_caller]
    pub fn accepts(&self, receipt: &Receipt) -> Value {
        self.decides(receipt, "accept", None).ok()
    }

    /// Returns the application for correction.
    #[track_caller]
    pub fn returns(&self, receipt: &Receipt, note: &str) -> Value {
        self.decides(receipt, "return", Some(note)).ok()
    }

    /// The rows of a list of notices: `to_print`, `to_post`, `posted` or `all`.
    #[track_caller]
    pub fn notices(&self, state: &str) -> Vec<Value> {
        let list = self.browser.get(&format!("/api/notices?state={state}&limit=200")).ok();
        list["items"].as_array().expect("items").clone()
    }

    /// The numbers of the notices that an accepted application led to.
    #[track_caller]
    pub fn notice_ids_of(&self, receipt: &Receipt) -> Vec<i64> {
        let detail = self.opens_application(receipt);
        let accounts = detail["accounts"].as_array().expect("accounts");
        accounts.iter().map(|account| account["notice_id"].as_i64().expect("a notice")).collect()
    }

    /// Prints notices: each gets a fresh code.
    #[track_caller]
    pub fn prints(&self, notice_ids: &[i64]) -> Vec<Value> {
        let issued = self.browser.post("/api/notices/issue", &json!({ "notice_ids": notice_ids })).ok();
        issued["items"].as_array().expect("items").clone()
    }

    /// Prints notices and reads login ID and code off them.
    #[track_caller]
    pub fn issues(&self, notice_ids: &[i64]) -> Vec<Notice> {
        self.prints(notice_ids).iter().map(Notice::from_issued).collect()
    }

    /// Prints the notices of an accepted application.
    #[track_caller]
    pub fn issues_notices_of(&self, receipt: &Receipt) -> Vec<Notice> {
        self.issues(&self.notice_ids_of(receipt))
    }
}
