//! The start-up manual and the FAQ, and the manuals for those who are signed in (R31).

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use tests::{App, Page, User, workspace};

const SHOWN: &str = "[data-faq-question]:not([hidden]) > h3";

fn slugs(who: &User) -> Vec<String> {
    let list = who.get("/api/manuals").ok();
    list["items"].as_array().unwrap().iter().map(|manual| manual["slug"].as_str().unwrap().to_owned()).collect()
}

/// Which sections are found, as `slug#id`.
fn found(who: &User, words: &str) -> Vec<String> {
    let found = who.get(&format!("/api/manuals/search?{}", query(words))).ok();
    let place = |section: &Value| format!("{}#{}", section["slug"].as_str().unwrap(), section["id"].as_str().unwrap());
    found["items"].as_array().unwrap().iter().map(place).collect()
}

/// As a browser writes what was typed into an address.
fn query(words: &str) -> String {
    words.bytes().fold("q=".to_owned(), |query, byte| format!("{query}%{byte:02X}"))
}

#[test]
fn r31_start_up_manual_and_faq_are_public() {
    let app = App::start();
    let visitor = app.visitor();
    // From where somebody stands who has only heard of the system.
    for from in ["/apply", "/apply/account", "/help"] {
        let links = visitor.opens(from).status(200).page().links();
        assert!(links.iter().any(|link| link.starts_with("/help")), "{from}: {links:?}");
    }
    let start_up = visitor.opens("/help/start-up").status(200).page();
    for what in
        ["様式第4号", "認証コード", "電子証明書", "新しい端末を使うとき", "端末をなくしたとき", "ホーム画面に追加"]
    {
        start_up.says(what);
    }
    let faq = visitor.opens("/help/faq").status(200).page();
    assert!(faq.texts(SHOWN).len() >= 45, "{:?}", faq.texts(SHOWN));
    for page in [&start_up, &faq] {
        assert!(!page.has("[style], [onclick], script:not([src])"), "inline script or style");
        assert!(page.has("nav.contents a[href^='#']"), "no table of contents");
        assert_eq!(page.texts("h1").len(), 1);
    }
}

#[test]
fn r31_a_question_is_found_without_javascript() {
    let app = App::start();
    let asks = |words: &str| -> Page {
        let path = format!("/help/faq?{}", query(words));
        app.visitor().opens(&path).status(200).page()
    };
    for (words, question) in [
        ("スキャン", "同意書をスキャンして出せますか"),
        ("ｽｷｬﾝ 原本", "同意書をスキャンして出せますか"),
        ("紙", "通知書は"),
    ] {
        let page = asks(words);
        let shown = page.texts(SHOWN);
        assert!(shown.iter().any(|text| text.contains(question)), "{words}: {shown:?}");
        assert!(shown.len() < 15, "{words}: {shown:?}");
        page.says(&format!("含まれる質問は{}件です", shown.len()));
    }
    let page = asks("<script>\"x\"");
    assert_eq!(page.texts(SHOWN), Vec::<String>::new());
    assert!(!page.has("main script"), "what was typed became a script");
    assert_eq!(page.attribute("#q", "value").as_deref(), Some("<script>\"x\""));
    assert!(asks("  ").texts(SHOWN).len() >= 45);
    assert_eq!(asks(&"長".repeat(2_000)).texts(SHOWN), Vec::<String>::new());
}

#[test]
fn r31_manuals_need_a_login() {
    let app = App::start();
    let (city, association) = (app.first_clerk(), app.association_clerk("真間 進", "ママ ススム"));
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    for path in ["/api/manuals", "/api/manuals/web", "/api/manuals/desk", "/api/manuals/search?q=a"] {
        let _ = app.visitor().get(path).problem(401, "not_signed_in");
    }
    let everybody = ["web", "phone", "managers"];
    let public = ["start-up", "faq"];
    assert_eq!(slugs(&user), [&everybody[..], &public].concat());
    assert_eq!(slugs(city), [&everybody[..], &["desk", "city"], &public].concat());
    assert_eq!(slugs(&association), [&everybody[..], &["desk", "association"], &public].concat());

    // What is not for somebody is not there: neither asked for, nor found, nor named as the next.
    for (who, hidden) in [(&user, "desk"), (&user, "city"), (&association, "city"), (city, "association")] {
        let _ = who.get(&format!("/api/manuals/{hidden}")).problem(404, "not_found");
    }
    assert!(found(city, "開庁日 臨時").contains(&"city#open-days".to_owned()));
    assert_eq!(found(&user, "開庁日 臨時"), Vec::<String>::new());
    let managers = user.get("/api/manuals/managers").ok();
    assert_eq!(
        (managers["previous"]["slug"].as_str(), managers["next"]["slug"].as_str()),
        (Some("phone"), Some("start-up"))
    );
    let first = city.get("/api/manuals/web").ok();
    assert_eq!((first["previous"].as_str(), first["next"]["slug"].as_str()), (None, Some("phone")));
    assert_eq!(city.get("/api/manuals/faq").ok()["next"].as_str(), None);
    assert_eq!(user.get("/api/manuals/..%2F..%2FCargo.toml").status, 404);
}

#[test]
fn r31_manuals_are_searched_in_japanese() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    for words in ["ホーム画面", "ﾎｰﾑ画面", "ほーむ画面"] {
        assert!(found(&user, words).contains(&"start-up#home-screen".to_owned()), "{words}");
    }
    // One character is enough, every word counts, and a heading that says it stands first.
    assert!(found(&user, "薬").contains(&"web#basic-sheet".to_owned()));
    assert_eq!(found(&user, "タグ")[0], "web#tags");
    // 確かめられます holds かめら, which is カメラ in the other kana: what was typed comes first.
    assert_eq!(found(&user, "カメラ")[0], "phone#camera");
    assert_eq!(found(&user, "タグ 褥瘡"), Vec::<String>::new());
    for nothing in ["", "   ", "？！"] {
        assert_eq!(found(&user, nothing), Vec::<String>::new(), "{nothing:?}");
    }
    let hits = user.get(&format!("/api/manuals/search?{}", query("矢印キー"))).ok();
    let hit = &hits["items"][0];
    let (excerpt, mark) = (hit["excerpt"].as_str().unwrap(), &hit["marks"][0]);
    let place = |at: usize| usize::try_from(mark[at].as_u64().unwrap()).unwrap();
    let (start, end) = (place(0), place(1));
    assert_eq!(excerpt.chars().skip(start).take(end - start).collect::<String>(), "矢印キー");
}

/// Every manual as a clerk of the city or of the association reads it.
fn all_manuals(app: &App) -> BTreeMap<String, Value> {
    let association = app.association_clerk("真間 進", "ママ ススム");
    let mut manuals = BTreeMap::new();
    for who in [app.first_clerk(), &association] {
        for slug in slugs(who) {
            manuals.insert(slug.clone(), who.get(&format!("/api/manuals/{slug}")).ok());
        }
    }
    manuals
}

fn sections(manual: &Value) -> impl Iterator<Item = &Value> {
    manual["sections"].as_array().unwrap().iter()
}

fn ids(manual: &Value) -> Vec<&str> {
    sections(manual).map(|section| section["id"].as_str().unwrap()).collect()
}

#[test]
fn r31_every_file_of_the_manuals_is_a_manual_in_good_order() {
    let app = App::start();
    let manuals = all_manuals(&app);
    let files: BTreeSet<String> = std::fs::read_dir(workspace().join("docs/manuals"))
        .unwrap()
        .map(|file| file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(files, manuals.keys().cloned().collect(), "docs/manuals and the component's list");
    for (slug, manual) in &manuals {
        let ids = ids(manual);
        assert!(!ids.is_empty() && ids.iter().all(|id| !id.is_empty()), "{slug}: a heading without {{#name}}");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{slug}: two sections of one name");
        assert!(!manual["title"].as_str().unwrap().is_empty());
        for section in sections(manual) {
            let html = section["html"].as_str().unwrap();
            for forbidden in ["<script", "<style", "<img", "<iframe", "style=", "onclick", "javascript:"] {
                assert!(!html.contains(forbidden), "{slug}: {forbidden} in {html}");
            }
        }
    }
}

/// Which manuals somebody without a desk may read.
const FOR_EVERY_USER: [&str; 5] = ["web", "phone", "managers", "start-up", "faq"];

#[test]
fn r31_every_link_of_the_manuals_leads_somewhere() {
    let app = App::start();
    let manuals = all_manuals(&app);
    let front_end = std::fs::read_to_string(workspace().join("static/src/app/app.tsx")).unwrap();
    for (slug, manual) in &manuals {
        let texts = sections(manual).map(|section| &section["html"]).chain([&manual["introduction_html"]]);
        for link in texts.flat_map(|html| Page::parse(html.as_str().unwrap()).links()) {
            let (path, id) = link.split_once('#').map_or((link.as_str(), None), |(path, id)| (path, Some(id)));
            let target = if path.is_empty() { Some(slug.as_str()) } else { path.strip_prefix("/manuals/") };
            if let Some(target) = target {
                let there = manuals.get(target).unwrap_or_else(|| panic!("{slug}: no manual {link}"));
                assert!(id.is_none_or(|id| ids(there).contains(&id)), "{slug}: no section {link}");
                let is_for_all = |slug: &str| FOR_EVERY_USER.contains(&slug);
                assert!(is_for_all(target) || !is_for_all(slug), "{slug}: not everybody may follow {link}");
            } else if path.starts_with("/apply") || path.starts_with("/help") {
                let _ = app.visitor().opens(path).status(200);
            } else {
                let is_page = front_end.contains(&format!("\"{path}\""));
                assert!(is_page, "{slug}: the front end has no page {link}");
            }
        }
    }
}

/// The files of the front end's source.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let inside = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    inside.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// Texts in quotation marks that name a manual: `"web#vitals"`, `"/help/faq"`.
fn help_links_of_the_front_end() -> BTreeSet<String> {
    let mut links = BTreeSet::new();
    for file in sources(&workspace().join("static/src")) {
        let source = std::fs::read_to_string(file).unwrap_or_default();
        for text in source.split('"').map(|text| text.strip_prefix("/help/").unwrap_or(text)) {
            let slug = text.split('#').next().unwrap_or_default();
            let names_a_manual = text.contains('#') && !slug.is_empty() && !slug.contains(char::is_whitespace);
            if names_a_manual && slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') {
                links.insert(text.to_owned());
            }
        }
    }
    links
}

#[test]
fn r31_the_pages_link_to_sections_that_are_there() {
    let app = App::start();
    let manuals = all_manuals(&app);
    let links = help_links_of_the_front_end();
    assert!(links.len() >= 20, "{links:?}");
    for link in links {
        let (slug, id) = link.split_once('#').expect("a section");
        let there = manuals.get(slug).unwrap_or_else(|| panic!("no manual {link}"));
        assert!(ids(there).contains(&id), "no section {link}");
    }
}
