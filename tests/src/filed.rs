//! Forms 5 and 6, filed by a manager who is signed in, and forms of any kind at a desk.

use crate::{Receipt, Reply, User};
use serde_json::{Value, json};

/// Form 4.
pub const ACCOUNTS: &str = "account-applications";
/// Form 5.
pub const CHANGES: &str = "organization-changes";
/// Form 6.
pub const STOPS: &str = "account-stops";

/// What managers do with a login.
impl User {
    /// The organization the account belongs to.
    #[track_caller]
    pub fn organization_id(&self) -> i64 {
        self.me().at("/organization/id").as_i64().expect("an organization")
    }

    /// Herself as the forms of her organization name who files them.
    #[track_caller]
    pub fn as_applicant(&self) -> Value {
        let managers = self.get(&format!("/api/organizations/{}", self.organization_id())).ok()["managers"].clone();
        let me = self.me().at("/user_id");
        let own = managers.as_array().expect("managers").iter().find(|manager| manager["user_id"] == me);
        let own = own.expect("to be a manager");
        json!({ "name": own["name"], "kana": own["kana"], "email": own["email"], "phone": own["phone"] })
    }

    /// Form 6 for these of her people.
    #[track_caller]
    pub fn stop_form(&self, people: &[&User]) -> Value {
        let person =
            |user: &&User| json!({ "login_id": user.login_id, "name": user.me().at("/name"), "reason": "retired" });
        let people: Vec<Value> = people.iter().map(person).collect();
        json!({ "organization_id": self.organization_id(), "applicant": self.as_applicant(), "people": people })
    }

    /// Form 5 with nothing changed yet.
    #[track_caller]
    pub fn change_form(&self) -> Value {
        json!({ "organization_id": self.organization_id(), "applicant": self.as_applicant(), "pledge": true })
    }

    /// Sends a form, whatever is in it.
    #[track_caller]
    pub fn sends(&self, kind: &str, form: &Value) -> Reply {
        self.post(&format!("/api/{kind}"), form)
    }

    /// Files a form; the system gives a receipt.
    #[track_caller]
    pub fn files(&self, kind: &str, form: &Value) -> Receipt {
        Receipt::of(&self.sends(kind, form).created())
    }

    /// Where an application of her organization stands, without a passcode.
    #[track_caller]
    pub fn follows(&self, kind: &str, receipt: &Receipt) -> Value {
        self.get(&format!("/api/{kind}/{}/follow-up", receipt.number)).ok()
    }

    /// One of the people of her organization, as the list shows them.
    #[track_caller]
    pub fn finds_person(&self, name: &str) -> Value {
        let people = self.get(&format!("/api/organizations/{}/people?query={name}", self.organization_id())).ok();
        people["items"][0].clone()
    }
}

/// What clerks of a desk do with a form of any kind.
impl User {
    /// An application as the desk sees it.
    #[track_caller]
    pub fn opens_at_desk(&self, kind: &str, receipt: &Receipt) -> Reply {
        self.get(&format!("/api/{kind}/{}", receipt.number))
    }

    /// Decides on an application as it stands now; `input` holds the decision and what belongs to it.
    #[track_caller]
    pub fn decides_on(&self, kind: &str, receipt: &Receipt, mut input: Value) -> Reply {
        input["version"] = self.opens_at_desk(kind, receipt).ok()["version"].clone();
        self.post(&format!("/api/{kind}/{}/decision", receipt.number), &input)
    }

    /// Accepts an application.
    #[track_caller]
    pub fn accepts_at_desk(&self, kind: &str, receipt: &Receipt) -> Value {
        self.decides_on(kind, receipt, json!({ "decision": "accept" })).ok()
    }
}
