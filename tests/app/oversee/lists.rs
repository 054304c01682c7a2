//! What each desk sees of its own is saved for spreadsheets, and nothing of the other's.

use serde_json::json;
use tests::{App, User, person, registrant};

fn saves(clerk: &User, path: &str) -> String {
    let reply = clerk.get(path).status(200);
    assert!(reply.header("content-type").starts_with("text/csv"), "{path}");
    assert!(reply.header("content-disposition").starts_with("attachment; filename="), "{path}");
    let text = reply.text();
    assert!(text.starts_with('\u{FEFF}'), "{path}: {text}");
    text
}

#[test]
fn the_city_saves_its_organizations_accounts_rooms_and_tags() {
    let app = App::start();
    let clerk = app.first_clerk();
    let (manager, nurse) = app.signed_in_manager_with("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let _ = app.collaboration_room("褥瘡ケア研修の連絡", &[&manager, &nurse]);
    let _ = clerk.post("/api/tags", &json!({ "name": "=申し送り" })).created();
    let organizations = saves(clerk, "/api/desk/city/lists/organizations");
    let line = organizations.lines().find(|line| line.starts_with("みなみ診療所,")).expect("the clinic");
    assert!(line.contains("南 和子") && line.contains(",2,"), "{line}");
    let accounts = saves(clerk, "/api/desk/city/lists/accounts");
    assert!(accounts.contains("山田 花子,ヤマダ ハナコ,みなみ診療所,看護師"), "{accounts}");
    assert!(!accounts.contains("argon2"), "{accounts}");
    assert!(saves(clerk, "/api/desk/city/lists/rooms").contains("褥瘡ケア研修の連絡"));
    // What others typed runs on no clerk's machine.
    assert!(saves(clerk, "/api/desk/city/lists/tags").contains("\n'=申し送り,"));
    assert_eq!(app.db_count("SELECT count(*) FROM audit_events WHERE action = 'desk_list.exported'"), 4);
    assert_eq!(app.db_count("SELECT count(*) FROM registrant_views"), 0, "the city sees no patient");
}

#[test]
fn a_desk_saves_its_queue_as_the_filters_show_it() {
    let app = App::start();
    let clerk = app.first_clerk();
    let waiting = app.manager("きた医院").applies_for(&[person("北 一郎", "キタ イチロウ")]);
    let accepted = app.manager("みなみ診療所").applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    clerk.accepts(&accepted);
    let open = saves(clerk, "/api/desk/applications/export?tab=open");
    assert!(open.contains(&waiting.number) && !open.contains(&accepted.number), "{open}");
    let all = saves(clerk, "/api/desk/applications/export?tab=all&form=4");
    assert!(all.contains(&waiting.number) && all.contains(&accepted.number), "{all}");
    let found = saves(clerk, "/api/desk/applications/export?tab=all&query=みなみ");
    assert_eq!(found.lines().count(), 2, "{found}");
    let association = app.association_clerk("真間 進", "ママ ススム");
    assert_eq!(saves(&association, "/api/desk/applications/export?tab=all").lines().count(), 1);
}

#[test]
fn r21_a_list_that_names_registrants_is_a_view_of_each() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let room = app.support_room(&association, &registrant("千葉 花", "チバ ハナ"), &[&nurse]);
    let _ = app.support_room(&association, &registrant("松本 進", "マツモト ススム"), &[&nurse]);
    let views = "SELECT count(*) FROM registrant_views WHERE what = 'register' AND via = 'desk'";
    app.clock().advance_minutes(5);
    let before = app.db_count(views);
    let registrants = saves(&association, "/api/desk/association/lists/registrants");
    assert!(registrants.contains("千葉 花") && registrants.contains("松本 進"), "{registrants}");
    assert_eq!(app.db_count(views), before + 2);
    app.clock().advance_minutes(5);
    let teams = saves(&association, "/api/desk/association/lists/support_rooms");
    assert!(teams.contains("千葉 花") && teams.contains("山田 花子") && teams.contains("訪問看護師"), "{teams}");
    assert_eq!(app.db_count(views), before + 4);
    let consents = saves(&association, "/api/desk/association/lists/consents");
    assert_eq!(consents.lines().count(), 3, "{consents}");
    let colleague = app.user_working_as("まま訪問看護", "市川 緑", "イチカワ ミドリ", "visiting_nurse");
    let notice = nurse.files_notice(&nurse.team_notice(room, [colleague.joins_today()].to_vec()));
    let _ = association.accepts_notice(&notice);
    let notices = saves(&association, "/api/desk/association/lists/care_team_notices");
    assert!(notices.contains(&notice) && notices.contains("受理"), "{notices}");
    assert_eq!(app.db_count("SELECT count(*) FROM audit_events WHERE action = 'desk_list.exported'"), 4);
}

#[test]
fn no_desk_saves_the_others_lists() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let clerk = app.first_clerk();
    for list in ["organizations", "accounts", "rooms", "tags"] {
        let path = format!("/api/desk/city/lists/{list}");
        for who in [&nurse, &association] {
            let _ = who.get(&path).problem(403, "forbidden");
        }
    }
    for list in ["registrants", "support_rooms", "consents", "care_team_notices"] {
        let path = format!("/api/desk/association/lists/{list}");
        for who in [&nurse, clerk] {
            let _ = who.get(&path).problem(403, "forbidden");
        }
        assert_eq!(app.visitor().get(&path).status, 401);
    }
    assert_eq!(clerk.get("/api/desk/city/lists/registrants").status, 404);
}
