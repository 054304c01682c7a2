//! One running system with data, port and clock of its own.

use crate::host::{Host, Kind, Start};
use crate::{ClockHand, Manager, Notice, User, Visitor, organization, person};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, RwLock};
use tempfile::TempDir;

/// Lets the first clerk of the city in.
const SETUP_TOKEN: &str = "setup-token-of-the-tests-4711";

/// The root of the repository.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// A running system.
pub struct App {
    host: Mutex<Host>,
    address: Arc<RwLock<String>>,
    first_clerk: OnceLock<User>,
    variables: Vec<(String, String)>,
    clock: ClockHand,
    folder: TempDir,
}

/// A system about to be started otherwise than usual.
#[derive(Default)]
pub struct AppBuilder {
    variables: Vec<(String, String)>,
    broken_database: bool,
}

impl AppBuilder {
    /// Gives a Spin variable a value.
    #[must_use]
    pub fn variable(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Lets the system find a database file that is none.
    #[must_use]
    pub fn db_broken(mut self) -> Self {
        self.broken_database = true;
        self
    }

    /// Starts it.
    pub fn start(mut self) -> App {
        if !self.variables.iter().any(|(name, _)| name == "setup_token") {
            self.variables.push(("setup_token".to_owned(), SETUP_TOKEN.to_owned()));
        }
        let folder = TempDir::with_prefix("tasuki-test-").unwrap();
        let state = folder.path().join("state");
        std::fs::create_dir(&state).unwrap();
        if self.broken_database {
            std::fs::write(state.join("sqlite_db.db"), "this is no database ".repeat(1000)).unwrap();
        }
        let clock = folder.path().join("clock-offset");
        let host = Host::start(&Start { state: &state, clock: &clock, variables: &self.variables, port: 0 });
        App {
            address: Arc::new(RwLock::new(format!("127.0.0.1:{}", host.port))),
            host: Mutex::new(host),
            first_clerk: OnceLock::new(),
            variables: self.variables,
            clock: ClockHand::new(clock),
            folder,
        }
    }
}

impl App {
    /// A fresh system at the present time.
    pub fn start() -> Self {
        Self::builder().start()
    }

    /// For a system that is not started as usual.
    pub fn builder() -> AppBuilder {
        AppBuilder::default()
    }

    /// A fresh system at this time; `None`, with a printed line, where the clock cannot be moved.
    pub fn at(time: &str) -> Option<Self> {
        if Kind::chosen() == Kind::Spin {
            let test = std::thread::current().name().unwrap_or("a test").to_owned();
            println!("skipped: {test} moves the clock, which the spin CLI cannot");
            return None;
        }
        let app = Self::start();
        app.clock.set(time);
        Some(app)
    }

    /// The hand that moves the clock.
    pub fn clock(&self) -> &ClockHand {
        &self.clock
    }

    /// `127.0.0.1:12345`.
    pub fn address(&self) -> String {
        self.address.read().unwrap().clone()
    }

    /// Someone with a browser that was never here before.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(Arc::clone(&self.address))
    }

    /// The manager of an organization that is new here, without a login.
    pub fn manager(&self, organization_name: &str) -> Manager {
        Manager::new(self.visitor(), organization(organization_name))
    }

    /// The city's first clerk, let in by the setup token; the same person each time.
    pub fn first_clerk(&self) -> &User {
        self.first_clerk.get_or_init(|| {
            let input = json!({
                "setup_token": SETUP_TOKEN,
                "organization": {
                    "name": "市川市", "postal_code": "272-8501", "address": "千葉県市川市八幡1-1-1", "phone": "047-300-0003",
                },
                "person": person("市川 一郎", "イチカワ イチロウ"),
            });
            let made = self.visitor().post("/api/setup", &input).created();
            let notice = Notice::from_issued(&made);
            User::first_login(self.visitor(), self.clock.clone(), &notice)
        })
    }

    /// A further clerk of the city, registered by the first.
    pub fn city_clerk(&self, name: &str, kana: &str) -> User {
        self.desk_clerk(&json!({ "desk": "city", "person": person(name, kana) }))
    }

    /// A clerk of the medical association, registered by the city's first.
    pub fn association_clerk(&self, name: &str, kana: &str) -> User {
        self.desk_clerk(&json!({
            "desk": "association",
            "person": person(name, kana),
            "organization": {
                "name": "市川市医師会", "postal_code": "272-0826", "address": "千葉県市川市真間1-2-3", "phone": "047-300-0002",
            },
        }))
    }

    fn desk_clerk(&self, input: &Value) -> User {
        let first = self.first_clerk();
        let made = first.post("/api/desk-accounts", input).created();
        let notice_id = made["notice_id"].as_i64().expect("a notice");
        let notice = first.issues(&[notice_id]).remove(0);
        User::first_login(self.visitor(), self.clock.clone(), &notice)
    }

    /// A user of a new organization, from the application to the first login.
    pub fn user(&self, organization_name: &str, name: &str, kana: &str) -> User {
        let notice = self.notice(organization_name, name, kana);
        User::first_login(self.visitor(), self.clock.clone(), &notice)
    }

    /// A person of a new organization, from the application to the first login.
    pub(crate) fn user_of(&self, organization_name: &str, person: &Value) -> User {
        let notice = self.notice_for(organization_name, person);
        User::first_login(self.visitor(), self.clock.clone(), &notice)
    }

    /// The notice for a person of a new organization, printed and on its way.
    pub fn notice(&self, organization_name: &str, name: &str, kana: &str) -> Notice {
        self.notice_for(organization_name, &person(name, kana))
    }

    fn notice_for(&self, organization_name: &str, person: &Value) -> Notice {
        let manager = self.manager(organization_name);
        let receipt = manager.applies_for(std::slice::from_ref(person));
        let clerk = self.first_clerk();
        clerk.accepts(&receipt);
        clerk.issues_notices_of(&receipt).remove(0)
    }

    /// The manager of a new organization who applied for an account of her own and signed in.
    pub fn signed_in_manager(&self, organization_name: &str) -> User {
        self.signed_in(organization_name, &[]).remove(0)
    }

    /// The same manager and one of her people, both signed in.
    pub fn signed_in_manager_with(&self, organization_name: &str, name: &str, kana: &str) -> (User, User) {
        let mut users = self.signed_in(organization_name, &[person(name, kana)]);
        let manager = users.remove(0);
        (manager, users.remove(0))
    }

    /// The manager of a new organization and her people, from the application to the first login.
    pub fn signed_in(&self, organization_name: &str, people: &[Value]) -> Vec<User> {
        let manager = self.manager(organization_name);
        let everybody = [&[manager.herself()], people].concat();
        let receipt = manager.applies_for(&everybody);
        let clerk = self.first_clerk();
        clerk.accepts(&receipt);
        let notices = clerk.issues_notices_of(&receipt);
        notices.iter().map(|notice| User::first_login(self.visitor(), self.clock.clone(), notice)).collect()
    }

    /// `kill -9`.
    pub fn kill(&self) {
        self.host().kill();
    }

    /// Starts again on the same data, at a port of its own.
    pub fn restart(&self) {
        let start = Start {
            state: &self.state_folder(),
            clock: &self.folder.path().join("clock-offset"),
            variables: &self.variables,
            port: 0,
        };
        let host = Host::start(&start);
        *self.address.write().unwrap() = format!("127.0.0.1:{}", host.port);
        *self.host() = host;
    }

    /// What the host has printed.
    pub fn log(&self) -> String {
        self.host().log()
    }

    pub(crate) fn state_folder(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    fn host(&self) -> MutexGuard<'_, Host> {
        self.host.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Drop for App {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("--- the host of the failed test said:\n{}---", self.log());
        }
    }
}
