//! R4: the notice with login ID and code, printed and posted.

use serde_json::{Value, json};
use tests::{App, Notice, PASSWORD, Receipt, User, person, somebody};

fn accepted(app: &App) -> Receipt {
    let receipt = app.manager("みなみ診療所").applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    app.first_clerk().accepts(&receipt);
    receipt
}

fn code_works(app: &App, notice: &Notice) -> bool {
    let input = json!({ "login_id": notice.login_id, "code": notice.code });
    let reply = app.visitor().post("/api/session/first-login/check", &input);
    assert!([200, 422].contains(&reply.status), "{reply}");
    reply.status == 200
}

#[test]
fn r4_the_notice_carries_login_id_code_and_qr() {
    let app = App::start();
    let receipt = accepted(&app);
    let clerk = app.first_clerk();
    let printed = clerk.prints(&clerk.notice_ids_of(&receipt)).remove(0);
    assert_eq!(printed["organization_name"], "みなみ診療所");
    assert_eq!((&printed["postal_code"], &printed["address"]), (&json!("272-0021"), &json!("千葉県市川市八幡3-4-5")));
    assert_eq!((&printed["addressee_name"], &printed["manager_name"]), (&json!("山田 花子"), &json!("南 和子")));
    assert_eq!(printed["city_name"], "市川市");
    let notice = Notice::from_issued(&printed);
    let shape: String = notice.login_id.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
    assert_eq!(shape, "9999-9999");
    assert_eq!(notice.code.len(), "ABCD-EFGH-JKMN".len());
    let url = printed["first_login_url"].as_str().expect("a link");
    let login_id = notice.login_id.replace('-', "");
    assert_eq!(url, format!("{}/first-login?login_id={login_id}", app.visitor().origin()));
    assert!(!url.contains(&notice.code), "a code in a link ends in histories and logs");
    let qr = printed["qr_svg"].as_str().expect("a QR code");
    assert!(qr.contains("<svg") && !qr.contains("<script"), "{qr}");
    assert!(code_works(&app, &notice));
}

#[test]
fn r4_a_code_expires() {
    let Some(app) = App::at("2026-06-01T10:00:00+09:00") else { return };
    let receipt = accepted(&app);
    let notice = app.first_clerk().issues_notices_of(&receipt).remove(0);
    app.clock().advance_days(13);
    assert!(code_works(&app, &notice));
    app.clock().advance_days(2);
    assert!(!code_works(&app, &notice));
    // The desk prints a fresh one.
    let clerk = app.first_clerk().second_window_signed_in();
    let fresh = clerk.issues_notices_of(&receipt).remove(0);
    let _ = User::first_login(app.visitor(), app.clock().clone(), &fresh);
}

#[test]
fn r4_reissuing_voids_the_old_code() {
    let app = App::start();
    let receipt = accepted(&app);
    let clerk = app.first_clerk();
    let old = clerk.issues_notices_of(&receipt).remove(0);
    let new = clerk.issues_notices_of(&receipt).remove(0);
    assert_eq!(old.login_id, new.login_id);
    assert_ne!(old.code, new.code);
    assert_eq!([code_works(&app, &old), code_works(&app, &new)], [false, true]);
}

#[test]
fn r4_two_clerks_who_print_at_once_leave_one_code_that_works() {
    let app = App::start();
    let receipt = accepted(&app);
    let clerk = app.first_clerk();
    let ids = clerk.notice_ids_of(&receipt);
    let codes: Vec<Notice> = std::thread::scope(|scope| {
        let printing: Vec<_> = (0..4).map(|_| scope.spawn(|| clerk.issues(&ids).remove(0))).collect();
        printing.into_iter().map(|clerk| clerk.join().unwrap()).collect()
    });
    assert_eq!(codes.iter().filter(|notice| code_works(&app, notice)).count(), 1);
}

#[test]
fn r4_a_code_is_read_as_people_type_it() {
    let app = App::start();
    let receipt = accepted(&app);
    let mut notice = app.first_clerk().issues_notices_of(&receipt).remove(0);
    notice.code = format!(" {} ", notice.code.to_lowercase().replace('-', ""));
    notice.login_id = notice.login_id.replace('-', "－");
    let _ = User::first_login(app.visitor(), app.clock().clone(), &notice);
}

#[test]
fn r4_after_the_first_login_no_code_is_printed_any_more() {
    let app = App::start();
    let receipt = accepted(&app);
    let clerk = app.first_clerk();
    let ids = clerk.notice_ids_of(&receipt);
    let notice = clerk.issues(&ids).remove(0);
    let _ = User::first_login(app.visitor(), app.clock().clone(), &notice);
    let _ = clerk.post("/api/notices/issue", &json!({ "notice_ids": ids })).problem(409, "first_login_already_done");
    assert_eq!(clerk.opens_application(&receipt)["accounts"][0]["state"], "first_login_done");
}

#[test]
fn r3_the_desk_marks_a_notice_as_posted() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let receipt = manager.applies_for(&[somebody(0), somebody(1)]);
    let clerk = app.first_clerk();
    clerk.accepts(&receipt);
    let ids = clerk.notice_ids_of(&receipt);
    let of_this = |notice: &Value| notice["receipt_number"] == receipt.number.as_str();
    let count =
        || ["to_print", "to_post", "posted"].map(|state| clerk.notices(state).iter().filter(|n| of_this(n)).count());
    let posts = |ids: &[i64]| clerk.post("/api/notices/posted", &json!({ "notice_ids": ids }));
    let _ = posts(&ids).problem(409, "not_printed");
    let _ = clerk.prints(&ids[..1]);
    let _ = posts(&ids).problem(409, "not_printed");
    assert_eq!(count(), [1, 1, 0]);
    let posted = posts(&ids[..1]).ok();
    assert!(posted["items"][0]["posted_at"].is_string(), "{posted}");
    assert_eq!(manager.follows(&receipt)["notices"], json!({ "total": 2, "posted": 1 }));
    assert_eq!(count(), [1, 0, 1]);
    assert_eq!(clerk.notices("all").iter().filter(|n| of_this(n)).count(), 2);
    // The last one completes the application.
    let _ = clerk.prints(&ids[1..]);
    let _ = posts(&ids[1..]).ok();
    assert_eq!(manager.follows(&receipt)["status"], "completed");
    assert_eq!(clerk.opens_application(&receipt)["accounts"][1]["state"], "posted");
}

#[test]
fn notices_are_named_by_what_there_is() {
    let app = App::start();
    let receipt = accepted(&app);
    let clerk = app.first_clerk();
    let id = clerk.notice_ids_of(&receipt)[0];
    for path in ["/api/notices/issue", "/api/notices/posted"] {
        for ids in [
            json!([]),
            json!([id, 999_999]),
            json!(["x"]),
            json!([-1]),
            json!((0..101).collect::<Vec<i64>>()),
            json!(null),
        ] {
            let _ = clerk.post(path, &json!({ "notice_ids": ids })).refused();
        }
    }
    let account = &clerk.opens_application(&receipt)["accounts"][0];
    assert_eq!(account["state"], "to_print", "half of a refused request was done");
}

#[test]
fn r4_the_code_is_stored_nowhere_in_plain() {
    let app = App::start();
    let receipt = accepted(&app);
    let notice = app.first_clerk().issues_notices_of(&receipt).remove(0);
    let user = User::first_login(app.visitor(), app.clock().clone(), &notice);
    assert!(!app.log().contains(&notice.code) && !app.log().contains(PASSWORD));
    let bare = notice.code.replace('-', "");
    for secret in [notice.code.as_str(), &bare, PASSWORD, &receipt.passcode, &user.certificate] {
        assert!(!app.db_contains(secret), "{secret} is in the database");
    }
}
