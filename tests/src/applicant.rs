//! A manager who files applications for the people of an organization, without a login.

use crate::{Reply, Visitor, person};
use serde_json::{Value, json};

/// The manager of an organization.
pub struct Manager {
    /// The browser in use.
    pub browser: Visitor,
    organization: Value,
    applicant: Value,
}

/// What an applicant keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// `4-26-000123-45`.
    pub number: String,
    /// `ABCD-EFGH-JKMN`.
    pub passcode: String,
    /// When the desk has to be done with it.
    pub due_on: String,
}

impl Receipt {
    /// What a receipt page says.
    #[track_caller]
    pub fn shown_on(page: &crate::Page) -> Self {
        let texts = page.texts(".receipt-number");
        let text =
            |at: usize| texts.get(at).unwrap_or_else(|| panic!("no receipt on:\n{}", page.text())).trim().to_owned();
        Self { number: text(0), passcode: text(1), due_on: String::new() }
    }

    /// The receipt in an answer.
    #[track_caller]
    pub fn of(answer: &Value) -> Self {
        let text = |name: &str| answer[name].as_str().unwrap_or_else(|| panic!("no {name} in {answer}")).to_owned();
        Self { number: text("receipt_number"), passcode: text("passcode"), due_on: text("due_on") }
    }
}

impl Manager {
    pub(crate) fn new(browser: Visitor, organization: Value) -> Self {
        let mailbox = person("", "")["email"].clone();
        let applicant =
            json!({ "name": "南 和子", "kana": "ミナミ カズコ", "email": mailbox, "phone": "047-300-0001" });
        Self { browser, organization, applicant }
    }

    /// The same manager once the organization is registered: the form names its number.
    #[must_use]
    pub fn of_registered(mut self, organization_id: i64) -> Self {
        self.organization = json!({ "id": organization_id });
        self
    }

    /// Herself as one of the people the account is for.
    pub fn herself(&self) -> Value {
        let mut person = person("南 和子", "ミナミ カズコ");
        person["email"] = self.applicant["email"].clone();
        person
    }

    /// Form 4 for these people, complete and with the pledge.
    pub fn form(&self, people: &[Value]) -> Value {
        json!({ "organization": self.organization, "applicant": self.applicant, "pledge": true, "people": people })
    }

    /// Applies for accounts; the system gives a receipt.
    #[track_caller]
    pub fn applies_for(&self, people: &[Value]) -> Receipt {
        Receipt::of(&self.sends(&self.form(people)).created())
    }

    /// Sends a form, whatever is in it.
    #[track_caller]
    pub fn sends(&self, form: &Value) -> Reply {
        self.browser.post("/api/account-applications", form)
    }

    /// Shows receipt number and passcode.
    #[track_caller]
    pub fn shows(&self, receipt: &Receipt) -> Reply {
        let input = json!({ "receipt_number": receipt.number, "passcode": receipt.passcode });
        self.browser.post("/api/applicant-session", &input)
    }

    /// Looks where the application stands.
    #[track_caller]
    pub fn follows(&self, receipt: &Receipt) -> Value {
        assert_eq!(self.shows(receipt).ok()["receipt_number"], receipt.number.as_str());
        self.browser.get(&format!("/api/account-applications/{}/follow-up", receipt.number)).ok()
    }

    /// Answers a return.
    #[track_caller]
    pub fn corrects(&self, receipt: &Receipt, form: &Value) -> Reply {
        self.browser.post(&format!("/api/account-applications/{}/correction", receipt.number), form)
    }

    /// Takes the application back.
    #[track_caller]
    pub fn withdraws(&self, receipt: &Receipt) -> Reply {
        self.browser.post(&format!("/api/account-applications/{}/withdrawal", receipt.number), &json!({}))
    }
}
