//! The blank forms, for somebody who files on paper: found on the public pages, printed on A4, readable.

use lopdf::{Document, Object};
use tests::{App, Visitor, person, workspace};

/// Each form: its number, its title, its desk, and words without which it would be of no use.
const FORMS: [(u8, &str, &str, &[&str]); 8] = [
    (
        1,
        "職種連携の部屋の開設申請書",
        "市川市地域包括支援課",
        &["目的", "参加する人の範囲", "ルールを守ります", "署名"],
    ),
    (2, "職種連携の部屋の参加・退出申請書", "市川市地域包括支援課", &["どちらを申請しますか", "部屋の名前", "署名"]),
    (3, "職種連携の部屋の閉鎖申出書", "市川市地域包括支援課", &["閉じる理由", "署名"]),
    (
        4,
        "利用者アカウント発行申込書兼誓約書",
        "市川市地域包括支援課",
        &["団体の名称", "使う端末の管理番号", "誓約します", "署名"],
    ),
    (
        5,
        "利用団体登録情報変更届出書兼誓約書",
        "市川市地域包括支援課",
        &["新しいシステム管理担当者", "増やす端末", "誓約します", "署名"],
    ),
    (
        6,
        "利用者アカウント利用中止届出書",
        "市川市地域包括支援課",
        &["利用を中止する人", "ログインID", "最後に使う日", "署名"],
    ),
    (7, "個人情報取扱同意書", "市川市医師会", &["代理人", "いつでも撤回できます", "スキャンデータ", "署名"]),
    (8, "担当者届出書", "市川市医師会", &["医師か訪問看護師が一人以上", "追加", "削除", "取りまとめ"]),
];
/// 210 × 297 mm in points.
const A4: [f32; 2] = [595.28, 841.89];

/// The form that the public page links to.
fn downloads(visitor: &Visitor, form: u8) -> (Vec<u8>, Document) {
    let page = visitor.opens("/apply/forms").status(200).page();
    let link = page.links().into_iter().find(|link| link.ends_with(&format!("-{form}.pdf"))).expect("a link");
    let reply = visitor.get(&link).status(200);
    assert_eq!(reply.header("content-type"), "application/pdf", "{link}");
    assert!(reply.header("content-disposition").starts_with("inline"), "{link}");
    let document = Document::load_mem(&reply.body).unwrap_or_else(|error| panic!("{link} is no PDF: {error}"));
    (reply.body, document)
}

/// Everything a reader can read, without the gaps that the layout makes.
fn text(document: &Document) -> String {
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text = document.extract_text(&pages).expect("text");
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// Width and height of a page in points.
fn size(document: &Document, page: lopdf::ObjectId) -> [f32; 2] {
    let page = document.get_dictionary(page).expect("a page");
    let corners = page.get(b"MediaBox").and_then(Object::as_array).expect("a MediaBox");
    let corners: Vec<f32> = corners.iter().map(|corner| corner.as_float().expect("a number")).collect();
    [corners[2] - corners[0], corners[3] - corners[1]]
}

#[test]
fn r12_every_form_can_be_downloaded_blank_from_the_public_page() {
    let app = App::start();
    let visitor = app.visitor();
    let entry = visitor.opens("/apply").status(200).page();
    assert!(entry.links().iter().any(|link| link == "/apply/forms"), "no way to the forms: {:?}", entry.links());
    let page = visitor.opens("/apply/forms").status(200).page();
    page.says("Eメールでは受け付けていません");
    for (form, title, desk, words) in FORMS {
        page.says(title);
        let (bytes, document) = downloads(&visitor, form);
        page.says(&format!("{}KB", bytes.len().div_ceil(1000)));
        let text = text(&document);
        // Those about collaboration rooms have no number on paper.
        let number = if form < 4 { String::new() } else { format!("様式第{form}号") };
        for said in [number.as_str(), title, desk, "Eメールでは受け付けません", "受付番号", "受付日"]
        {
            assert!(text.contains(said), "form {form} does not say {said}: {text}");
        }
        for said in words {
            assert!(text.contains(said), "form {form} does not say {said}: {text}");
        }
    }
}

#[test]
fn r12_every_form_prints_on_a4_and_looks_the_same_everywhere() {
    let app = App::start();
    let visitor = app.visitor();
    for (form, ..) in FORMS {
        let (bytes, document) = downloads(&visitor, form);
        assert!((20_000..300_000).contains(&bytes.len()), "form {form}: {} bytes", bytes.len());
        let source = workspace().join(format!("blank-forms/youshiki-{form}.html"));
        let sheets = std::fs::read_to_string(source).unwrap().matches("<section class=\"sheet\">").count();
        // One more page is a sheet that ran over.
        assert_eq!(document.get_pages().len(), sheets, "sheets of form {form}");
        for page in document.get_pages().into_values() {
            let size = size(&document, page);
            assert!(size.iter().zip(A4).all(|(is, wanted)| (is - wanted).abs() < 1.0), "form {form}: {size:?}");
        }
        let fonts: Vec<_> = document
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok())
            .filter(|font| font.has_type(b"FontDescriptor"))
            .collect();
        assert!(!fonts.is_empty(), "form {form} has no fonts");
        let embedded = |font: &&lopdf::Dictionary| font.has(b"FontFile2") || font.has(b"FontFile3");
        assert!(fonts.iter().all(embedded), "form {form} leaves a font to the machine that prints it");
    }
}

#[test]
fn r12_a_filed_application_can_be_printed_to_sign() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let receipt = manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    manager.follows(&receipt);
    let page = manager.browser.opens(&format!("/apply/status/{}", receipt.number)).status(200).page();
    let signature = page.texts(".print-only.signature").concat();
    for said in ["署名", "氏名", &receipt.number, "市川市 地域包括支援課"] {
        assert!(signature.contains(said), "{said} is missing: {signature}");
    }
    assert!(page.texts(".print-only").concat().contains("様式第4号"));
    assert!(page.links().iter().any(|link| link == "/apply/forms"), "{:?}", page.links());
}
