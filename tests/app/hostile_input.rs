//! Whatever is sent is answered with a refusal, and afterwards the system still works.

use serde_json::{Value, json};
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;
use tests::{App, Manager, Reply, Visitor, person, with};

const APPLICATIONS: &str = "/api/account-applications";

/// Everything is as before: people apply and the system says that it is well.
#[track_caller]
fn still_works(app: &App) {
    let _ = app.visitor().get("/api/health").ok();
    let manager = app.manager("みなみ診療所");
    manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
}

fn good_form(app: &App) -> (Manager, Value) {
    let manager = app.manager("みなみ診療所");
    let form = manager.form(&[person("山田 花子", "ヤマダ ハナコ")]);
    (manager, form)
}

fn sends_raw(visitor: &Visitor, content_type: &str, body: impl Into<Vec<u8>>) -> Reply {
    visitor.call("POST", APPLICATIONS).body(content_type, body).send()
}

#[test]
fn values_of_wrong_types() {
    let app = App::start();
    let (manager, form) = good_form(&app);
    let pointers = [
        "/organization",
        "/organization/id",
        "/applicant",
        "/applicant/name",
        "/pledge",
        "/people",
        "/people/0",
        "/people/0/name",
        "/people/0/device",
        "/people/0/device/kind",
    ];
    let values = [
        json!([]),
        json!({}),
        json!([[]]),
        json!("text"),
        json!(-1),
        json!(1e308),
        json!(9_007_199_254_740_993_i64),
        json!(true),
    ];
    for pointer in pointers {
        for value in &values {
            let changed = with(&form, pointer, value.clone());
            let reply = manager.sends(&changed);
            // A box that is ticked, a number typed for a name: some are no mistake.
            if reply.status != 201 {
                let _ = reply.refused();
            }
        }
    }
    for whole in [json!(null), json!([]), json!("x"), json!(1), json!({})] {
        let _ = manager.sends(&whole).refused();
    }
    still_works(&app);
}

#[test]
fn texts_that_no_person_types() {
    let app = App::start();
    let (manager, form) = good_form(&app);
    let huge = "花".repeat(300_000);
    for text in [
        huge.as_str(),
        "山田\u{0}花子",
        "💊💉",
        "\u{feff}",
        "　　　",
        "'; DROP TABLE applications; --",
        "<script>alert(1)</script>",
        "{{session_secret}}",
        "../../../etc/passwd",
        "\u{1b}[2J",
        "\u{fffd}\u{ffff}",
        "1",
    ] {
        for pointer in [
            "/organization/name",
            "/applicant/kana",
            "/people/0/name",
            "/people/0/email",
            "/people/0/device/asset_number",
        ] {
            let reply = manager.sends(&with(&form, pointer, text));
            assert!(reply.status < 500, "{reply}");
            if reply.status == 201 {
                assert!(
                    matches!(pointer, "/organization/name" | "/people/0/device/asset_number"),
                    "{pointer} took {text:?}: {reply}"
                );
            } else {
                let _ = reply.refused();
            }
        }
    }
    still_works(&app);
}

#[test]
fn json_that_is_none() {
    let app = App::start();
    let visitor = app.visitor();
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let deep_people = format!("{{\"people\":{deep}}}");
    for body in [
        "{",
        "{\"people\":[",
        "{}garbage",
        "nul",
        "{\"a\":1,\"a\":2}",
        "{\"pledge\":true,\"pledge\":true}",
        "{\"applicant\":{\"name\":\"\\ud800\"}}",
        "{\"applicant\":{\"name\":\"\\udc00\\ud800\"}}",
        "{\"organization\":{\"id\":1e400}}",
        "{\"organization\":{\"id\":99999999999999999999}}",
        "{\"pledge\":NaN}",
        deep.as_str(),
        &deep_people,
    ] {
        let _ = sends_raw(&visitor, "application/json", body).refused();
    }
    let _ = sends_raw(&visitor, "application/json", b"{\"applicant\":{\"name\":\"\xff\xfe\"}}".to_vec()).refused();
    let _ = sends_raw(&visitor, "application/json", Vec::new()).refused();
    still_works(&app);
}

#[test]
fn unknown_fields_are_named() {
    let app = App::start();
    let (manager, form) = good_form(&app);
    for pointer in ["/is_admin", "/people/0/desk", "/organization/__proto__", "/status"] {
        let reply = manager.sends(&with(&form, pointer, "x")).refused();
        assert!([400, 422].contains(&reply.status), "{reply}");
    }
    still_works(&app);
}

#[test]
fn more_than_anybody_has_to_say() {
    let app = App::start();
    let (manager, form) = good_form(&app);
    let people: Vec<Value> = (0..10_000).map(|_| json!({})).collect();
    let _ = manager
        .sends(&with(&form, "/people", people))
        .problem(422, "validation_failed")
        .field_error("people", "too_many");
    let full: Vec<Value> = (0..10_000).map(|_| form["people"][0].clone()).collect();
    let whole_city = with(&form, "/people", full).to_string().into_bytes();
    for (content_type, body) in [
        ("application/json", whole_city),
        ("application/json", vec![b' '; 3 << 20]),
        ("application/x-www-form-urlencoded", vec![b'a'; 3 << 20]),
    ] {
        // The answer may come, and the connection end, before everything is sent; then the sender may miss it.
        if let Ok(reply) = app.visitor().call("POST", APPLICATIONS).body(content_type, body).try_send() {
            let _ = reply.status(413).refused();
        }
    }
    let many_fields = "a=1&".repeat(100_000);
    let _ = sends_raw(&app.visitor(), "application/x-www-form-urlencoded", many_fields).refused();
    still_works(&app);
}

#[test]
fn forms_that_no_page_sends() {
    let app = App::start();
    let visitor = app.visitor();
    for body in [
        "people[999999999][name]=x",
        "people[18446744073709551616][name]=x",
        "people[-1][name]=x",
        "people[0][name]=x&people[0]=y",
        "people=x",
        "people[]=x",
        "people[0][name][0][0][0][0][0][0][0][0][0]=x",
        "[[[[[[[[[=x",
        "people[0][name=x",
        "]=[",
        "organization[id]=abc",
        "pledge=maybe",
        "%zz=%zz&=&&&=",
        "applicant[name]=%ff%fe",
        "applicant[name]=%00",
        "applicant[name]=%ed%a0%80",
        "action=remove_person:99999999999999999999",
        "action=remove_person:-1",
        "action=explode",
        "idempotency_key=short",
    ] {
        let reply = sends_raw(&visitor, "application/x-www-form-urlencoded", body);
        assert!(reply.status < 500, "{body}: {reply}");
        // A button to remove somebody who is not there shows the form again.
        if reply.status != 200 {
            let _ = reply.refused();
        }
        let page =
            visitor.call("POST", APPLICATIONS).accept_html().body("application/x-www-form-urlencoded", body).send();
        assert!(page.status < 500 && page.status != 201, "{body}: {page}");
    }
    let bytes = b"applicant[name]=\xff\xfe\x80".to_vec();
    let _ = sends_raw(&visitor, "application/x-www-form-urlencoded", bytes).refused();
    still_works(&app);
}

#[test]
fn a_caller_who_wants_pages_gets_pages_also_for_nonsense() {
    let app = App::start();
    let visitor = app.visitor();
    for (content_type, body) in [
        ("application/x-www-form-urlencoded", "people[999999999][name]=x"),
        ("application/x-www-form-urlencoded", "pledge=maybe&nonsense=1"),
        ("multipart/form-data; boundary=x", "--x\r\nbroken"),
        ("text/plain", "hello"),
    ] {
        let reply = visitor.call("POST", APPLICATIONS).accept_html().body(content_type, body).send().refused();
        reply.page().says("。");
    }
}

#[test]
fn multipart_that_breaks_off() {
    let app = App::start();
    let visitor = app.visitor();
    let good = "--x\r\nContent-Disposition: form-data; name=\"pledge\"\r\n\r\ntrue\r\n--x--\r\n";
    for cut in [0, 1, 3, 10, 30, 60, good.len() - 9, good.len() - 4] {
        let reply = sends_raw(&visitor, "multipart/form-data; boundary=x", &good.as_bytes()[..cut]).refused();
        assert!(reply.status < 500, "cut at {cut}: {reply}");
    }
    for content_type in [
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"",
        "multipart/mixed; boundary=x",
    ] {
        let _ = sends_raw(&visitor, content_type, good).refused();
    }
    let file = "--x\r\nContent-Disposition: form-data; name=\"applicant[name]\"; filename=\"a.exe\"\r\nContent-Type: application/octet-stream\r\n\r\nMZ\u{0}\r\n--x--\r\n";
    let _ = sends_raw(&visitor, "multipart/form-data; boundary=x", file).refused();
    still_works(&app);
}

#[test]
fn content_types_that_are_not_taken() {
    let app = App::start();
    let visitor = app.visitor();
    for content_type in
        ["text/plain", "application/xml", "application/json; charset=utf-16", "image/png", "application/jsonp", "*/*"]
    {
        let _ = sends_raw(&visitor, content_type, "{}").refused();
    }
    let reply = visitor
        .call("POST", APPLICATIONS)
        .header("Content-Encoding", "gzip")
        .body("application/json", vec![0x1f, 0x8b, 8])
        .send();
    let _ = reply.refused();
    still_works(&app);
}

#[test]
fn methods_and_paths_that_do_not_exist() {
    let app = App::start();
    let visitor = app.visitor();
    for (method, path, status) in [
        ("DELETE", "/api/account-applications", 405),
        ("PATCH", "/api/session", 405),
        ("GET", "/api/session", 405),
        ("BREW", "/api/health", 405),
        ("GET", "/api/account-applications/x/y/z", 404),
        ("GET", "/api/me/devices/1", 404),
        ("GET", "/api/", 404),
    ] {
        let reply = visitor.call(method, path).send();
        assert_eq!(reply.status, status, "{reply}");
        let _ = reply.refused();
    }
    let long = format!("/api/organizations?query={}", "a".repeat(60_000));
    if let Ok(reply) = visitor.call("GET", &long).try_send() {
        assert!(reply.status < 500, "{}", reply.status);
    }
    for query in
        ["limit=abc", "limit=-1", "limit=99999999999999999999", "after=%00", "after=x", "tab=nonsense", "query=%ff"]
    {
        let reply = app.first_clerk().get(&format!("/api/desk/applications?{query}"));
        assert!(reply.status < 500, "{query}: {reply}");
    }
    still_works(&app);
}

#[test]
fn sign_in_with_anything() {
    let app = App::start();
    let visitor = app.visitor();
    let long = "x".repeat(200_000);
    for text in ["", "\u{0}", "💊", long.as_str(), "a.b.c", "eyJhbGciOiJub25lIn0.e30."] {
        let input = json!({ "login_id": text, "password": text, "certificate": text, "proof": text });
        let _ = visitor.post("/api/session", &input).refused();
        let input = json!({ "login_id": text, "code": text });
        let _ = visitor.post("/api/session/first-login/check", &input).refused();
        let key = json!({ "kty": "EC", "crv": "P-256", "x": text, "y": text });
        let input = json!({ "login_id": text, "code": text, "password": text, "public_key": key });
        let _ = visitor.post("/api/session/first-login", &input).refused();
        let input = json!({ "receipt_number": text, "passcode": text });
        let _ = visitor.post("/api/applicant-session", &input).refused();
    }
    still_works(&app);
}

#[test]
fn cookies_and_headers_that_nobody_set() {
    let app = App::start();
    for cookie in
        ["tasuki_session", "tasuki_session=", "tasuki_session=\u{7f}", "=;=;;;", "tasuki_session=a; tasuki_session=b"]
    {
        let reply = app.visitor().call("GET", "/api/me").header("Cookie", cookie).try_send();
        if let Ok(reply) = reply {
            let _ = reply.status(401);
        }
    }
    let long = "a".repeat(7_000);
    let reply = app.visitor().call("GET", "/api/me").header("Cookie", &format!("tasuki_session={long}")).send();
    let _ = reply.refused();
    for (name, value) in [
        ("Accept", "\u{e9}"),
        ("Idempotency-Key", "\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}"),
        ("Origin", "\u{e9}"),
    ] {
        let reply = app.visitor().call("POST", APPLICATIONS).header(name, value).json(&json!({})).send();
        let _ = reply.refused();
    }
    still_works(&app);
}

/// Sends bytes as they are and returns the status line.
fn raw_request(app: &App, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(app.address()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    let _ = stream.write_all(request);
    let _ = stream.shutdown(std::net::Shutdown::Write);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).lines().next().unwrap_or_default().to_owned()
}

#[test]
fn connections_that_break_off() {
    let app = App::start();
    for request in [
        &b"POST /api/account-applications HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"people\":["[..],
        b"POST /api/account-applications HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"peo",
        b"POST /api/account-applications HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        b"nonsense\r\n\r\n",
        b"",
    ] {
        let status_line = raw_request(&app, request);
        assert!(!status_line.contains(" 50"), "{}: {status_line}", String::from_utf8_lossy(request));
    }
    still_works(&app);
}
