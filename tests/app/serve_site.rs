//! The built front end.

use serde_json::Value;
use tests::{App, Page, Reply, Visitor};

fn asks(visitor: &Visitor, path: &str, headers: &[(&str, &str)]) -> Reply {
    headers.iter().fold(visitor.call("GET", path), |call, (name, value)| call.header(name, value)).send()
}

/// The start page and the first script it loads.
fn start_page(visitor: &Visitor) -> (Reply, Page, String) {
    let reply = visitor.opens("/").status(200);
    let page = reply.page();
    let script = page.attribute("script[src]", "src").expect("a script");
    (reply, page, script)
}

#[test]
fn the_start_page_is_in_japanese_and_safe() {
    let app = App::start();
    let (reply, page, _) = start_page(&app.visitor());
    assert_eq!(page.attribute("html", "lang").as_deref(), Some("ja"));
    let policy = reply.header("content-security-policy");
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
    // A PDF is shown within its page, and nothing else is framed.
    assert!(policy.ends_with("; frame-src blob:") && policy.matches("blob:").count() == 1, "{policy}");
    assert_eq!(reply.header("x-content-type-options"), "nosniff");
    assert!(!reply.header("referrer-policy").is_empty());
    assert!(!page.has("[style], [onclick], script:not([src])"), "inline script or style");
}

#[test]
fn the_start_page_is_asked_for_anew_and_assets_are_kept() {
    let app = App::start();
    let visitor = app.visitor();
    let (reply, _, script) = start_page(&visitor);
    assert_eq!(reply.header("cache-control"), "no-cache");
    let asset = visitor.get(&script).status(200);
    assert!(asset.header("content-type").contains("javascript"), "{}", asset.header("content-type"));
    assert!(asset.header("cache-control").contains("immutable"), "{script}: {}", asset.header("cache-control"));
    // Names without a hash may change with the next release.
    for path in ["/assets/public.css", "/assets/apply.js"] {
        assert_eq!(visitor.get(path).status(200).header("cache-control"), "no-cache", "{path}");
    }
}

#[test]
fn what_the_browser_has_is_not_sent_again() {
    let app = App::start();
    let visitor = app.visitor();
    let (page, _, script) = start_page(&visitor);
    for (path, reply) in [("/", page), (script.as_str(), visitor.get(&script).status(200))] {
        let tag = reply.header("etag").to_owned();
        assert!(!tag.is_empty(), "{path}");
        for known in [tag.clone(), format!("\"other\", {tag}"), format!("W/{tag}")] {
            let again = asks(&visitor, path, &[("If-None-Match", &known)]).status(304);
            assert!(again.body.is_empty());
        }
        let _ = asks(&visitor, path, &[("If-None-Match", "\"other\"")]).status(200);
    }
}

#[test]
fn files_come_in_the_smallest_encoding_the_browser_takes() {
    let app = App::start();
    let visitor = app.visitor();
    let (_, _, script) = start_page(&visitor);
    let plain = visitor.get(&script).status(200);
    assert_eq!(plain.header("content-encoding"), "");
    let mut tags = vec![plain.header("etag").to_owned()];
    for (accepts, expected) in [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip")] {
        let reply = asks(&visitor, &script, &[("Accept-Encoding", accepts)]).status(200);
        assert_eq!(reply.header("content-encoding"), expected, "{accepts}");
        assert!(reply.header("vary").to_lowercase().contains("accept-encoding"));
        assert!(reply.body.len() * 2 < plain.body.len(), "{} of {}", reply.body.len(), plain.body.len());
        tags.push(reply.header("etag").to_owned());
    }
    tags.dedup();
    assert_eq!(tags.len(), 3, "one tag an encoding: {tags:?}");
    let _ = asks(&visitor, &script, &[("Accept-Encoding", "identity")]).status(200);
}

#[test]
fn every_page_of_the_front_end_opens_from_a_link() {
    let app = App::start();
    let visitor = app.visitor();
    let start = visitor.opens("/").status(200).body;
    for path in [
        "/sign-in",
        "/first-login?login_id=4827-1935",
        "/home",
        "/desk",
        "/desk/applications/4-26-000001-02",
        "/desk/open-days",
        "/no-such-page",
    ] {
        assert_eq!(visitor.opens(path).status(200).body, start, "{path}");
    }
}

#[test]
fn a_missing_file_is_missing() {
    let app = App::start();
    let visitor = app.visitor();
    for path in [
        "/assets/main-00000000.js",
        "/favicon.ico.bak",
        "/api/no-such-thing",
        "/.well-known/security.txt",
        "/.env",
        "/assets/../../Cargo.toml",
        "/%2e%2e/%2e%2e/Cargo.toml",
        "/..%2f..%2fCargo.toml",
        "/assets/%00.js",
        "/index.html%00.js",
    ] {
        let reply = visitor.get(path);
        assert!([400, 404].contains(&reply.status), "{reply}");
        assert!(!reply.text().contains("[workspace]"), "{reply}");
    }
}

#[test]
fn the_site_is_only_read() {
    let app = App::start();
    for method in ["POST", "PUT", "DELETE"] {
        let _ = app.visitor().call(method, "/index.html").body("text/plain", "x").send().status(405);
    }
    let head = app.visitor().call("HEAD", "/").send().status(200);
    assert!(head.body.is_empty());
}

#[test]
fn r32_the_service_worker_keeps_the_app_and_nothing_that_was_read() {
    let app = App::start();
    let visitor = app.visitor();
    let (page, _, script) = start_page(&visitor);
    let worker = visitor.get("/sw.js").status(200);
    // Asked for anew each time: a new build is noticed at once.
    assert_eq!(worker.header("cache-control"), "no-cache");
    let text = worker.text();
    let list = text.split_once("const SHELL = ").and_then(|(_, rest)| rest.split_once(";\n")).expect("a list").0;
    let shell: Value = serde_json::from_str(list).expect("build/shell.js has filled in the list");
    assert_eq!(shell["entry"].as_str(), Some(script.as_str()));
    let files: Vec<&str> = shell["files"].as_array().unwrap().iter().map(|file| file.as_str().unwrap()).collect();
    assert!(files.contains(&"/index.html") && files.contains(&script.as_str()) && files.len() > 20, "{files:?}");
    for file in files {
        assert!(!file.starts_with("/api/") && !file.starts_with("/apply"), "{file}");
        let _ = visitor.get(file).status(200);
    }
    assert_eq!(visitor.get("/index.html").status(200).body, page.body);
}

#[test]
fn the_app_can_be_installed() {
    let app = App::start();
    let visitor = app.visitor();
    let page = visitor.opens("/").status(200).page();
    let manifest = page.attribute("link[rel=manifest]", "href").expect("a manifest");
    let manifest = visitor.get(&manifest).status(200);
    assert!(manifest.header("content-type").contains("manifest+json"), "{}", manifest.header("content-type"));
    let icons = manifest.json()["icons"].as_array().expect("icons").clone();
    for icon in icons {
        let source = icon["src"].as_str().expect("a source");
        let path = if source.starts_with('/') { source.to_owned() } else { format!("/{source}") };
        let _ = visitor.get(&path).status(200);
    }
}
