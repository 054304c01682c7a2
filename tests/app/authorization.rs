//! Every route × every kind of caller, against the reviewed table `authorization.txt`.

use crate::contract::{operations, page_routes};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use tests::{App, Reply, Visitor, person};

const CALLERS: [&str; 7] = ["anonymous", "applicant", "user", "manager", "association", "city", "other_origin"];
const TABLE: &str = include_str!("authorization.txt");

/// One line of the table.
pub(crate) struct Row {
    pub(crate) method: String,
    pub(crate) path: String,
    statuses: Vec<u16>,
}

/// The lines of the table that are no comments.
pub(crate) fn table() -> Vec<Row> {
    let lines = TABLE.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines.map(|line| read(line).unwrap_or_else(|| panic!("authorization.txt: cannot read {line:?}"))).collect()
}

fn read(line: &str) -> Option<Row> {
    let mut words = line.split_whitespace();
    let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
    let statuses: Vec<u16> = words.map(str::parse).collect::<Result<_, _>>().ok()?;
    (statuses.len() == CALLERS.len()).then_some(Row { method, path, statuses })
}

fn line(method: &str, path: &str, statuses: &[u16]) -> String {
    let mut line = format!("{method:<8} {path:<49}");
    for (caller, status) in CALLERS.iter().zip(statuses) {
        let width = caller.len().max(4);
        write!(line, " {status:>width$}").unwrap();
    }
    line
}

/// One browser for each kind of caller, and the application they ask for.
struct Callers {
    browsers: Vec<Visitor>,
    receipt: String,
}

impl Callers {
    fn of(app: &App) -> Self {
        let applicant = app.manager("みなみ診療所");
        let receipt = applicant.applies_for(&[person("佐藤 太郎", "サトウ タロウ")]);
        let _ = applicant.shows(&receipt).ok();
        let user = app.user("きた薬局", "山田 花子", "ヤマダ ハナコ");
        let manager = app.signed_in_manager("ひがし歯科");
        let association = app.association_clerk("真間 進", "ママ ススム");
        let city = app.first_clerk();
        let browsers = vec![
            app.visitor(),
            applicant.browser,
            user.second_window(),
            manager.second_window(),
            association.second_window(),
            city.second_window(),
            city.second_window(),
        ];
        Self { browsers, receipt: receipt.number }
    }

    /// What every caller gets for a route.
    fn ask(&self, method: &str, path: &str) -> Vec<Reply> {
        let address = path
            .replace("{receipt}", &self.receipt)
            .replace("{day}", "2026-12-28")
            .replace("{id}", "1")
            .replace("{user_id}", "1")
            .replace("{room}", "1")
            .replace("{tag}", "1")
            .replace("{theme}", "1")
            .replace("{registrant}", "1")
            .replace("{awaiting}", "1")
            .replace("{visit}", "1")
            .replace("{message}", "1")
            .replace("{file}", "1")
            .replace("{document}", "1")
            .replace("{takeover}", "1")
            .replace("{piece}", "1")
            .replace("{uuid}", "0b0e3f6a-1c2d-8100-8000-00000000002a")
            .replace("{folder}", "1")
            .replace("{upload}", "1")
            .replace("{subscription}", "1")
            .replace("{mail}", "1")
            .replace("{thread}", "1")
            .replace("{draft}", "1")
            .replace("{number}", "0")
            .replace("{reaction}", "thanks")
            .replace("{city_list}", "tags")
            .replace("{association_list}", "consents")
            .replace("{measurement}", "1")
            .replace("{kind}", "pulse")
            .replace("{slug}", "desk")
            .replace("{name}", "lock_minutes");
        let ask = |(caller, browser): (&&str, &Visitor)| {
            // A window of its own, so that an answer that takes a cookie away takes it from nobody else.
            let window = browser.second_window();
            let mut call = window.call(method, &address);
            if *caller == "other_origin" {
                call = call.header("Origin", "https://evil.example");
            }
            if !path.starts_with("/api/") {
                call = call.accept_html();
            }
            if matches!(method, "POST" | "PUT") {
                call = call.json(&serde_json::json!({}));
            }
            call.send()
        };
        CALLERS.iter().zip(&self.browsers).map(ask).collect()
    }
}

#[test]
fn every_caller_gets_the_reviewed_answer() {
    let app = App::start();
    let callers = Callers::of(&app);
    let mut wrong = String::new();
    for row in table() {
        let replies = callers.ask(&row.method, &row.path);
        let statuses: Vec<u16> = replies.iter().map(|reply| reply.status).collect();
        if statuses != row.statuses {
            let (reviewed, found) =
                (line(&row.method, &row.path, &row.statuses), line(&row.method, &row.path, &statuses));
            write!(wrong, "reviewed {reviewed}\nfound    {found}\n\n").unwrap();
        }
    }
    assert!(
        wrong.is_empty(),
        "Other answers than tests/app/authorization.txt says. If a route changed on purpose, think about each caller and \
         write the line yourself:\n\n{wrong}"
    );
}

#[test]
fn every_route_stands_in_the_table() {
    let listed: BTreeSet<(String, String)> = table().into_iter().map(|row| (row.method, row.path)).collect();
    let routes: BTreeSet<(String, String)> =
        operations().into_iter().map(|operation| (operation.method, operation.path)).chain(page_routes()).collect();
    let missing: Vec<_> = routes.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&routes).filter(|(_, path)| path != "/").collect();
    if missing.is_empty() && gone.is_empty() {
        return;
    }
    let mut told = String::from("tests/app/authorization.txt and the routers differ.\n");
    for (method, path) in &gone {
        writeln!(told, "No such route any more, take its line away: {method} {path}").unwrap();
    }
    if !missing.is_empty() {
        let callers = {
            let app = App::start();
            let callers = Callers::of(&app);
            let answers = missing.iter().map(|(method, path)| {
                let statuses: Vec<u16> = callers.ask(method, path).iter().map(|reply| reply.status).collect();
                line(method, path, &statuses)
            });
            answers.collect::<Vec<_>>().join("\n")
        };
        write!(
            told,
            "New routes. This is what they answer now; add the lines only if every answer is right:\n{callers}\n"
        )
        .unwrap();
    }
    panic!("{told}");
}
