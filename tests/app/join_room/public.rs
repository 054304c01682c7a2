//! The shared form on its public page (R25).

use tests::{App, MEMBERSHIPS, Receipt};

const FORM: &str = "/api/membership-applications";

#[test]
fn r25_the_first_question_is_which_of_the_two_and_a_link_fills_in_what_it_knows() {
    let app = App::start();
    let nurse = app.user("さくら訪問看護ステーション", "山田 花子", "ヤマダ ハナコ");
    let pharmacist = app.user("きた薬局", "佐藤 太郎", "サトウ タロウ");
    let room = app.collaboration_room("褥瘡ケア研修の連絡", &[&nurse]);
    let visitor = app.visitor();
    let empty = visitor.opens("/apply/room-membership").status(200).page();
    assert_eq!(empty.texts("form.sheet fieldset legend")[0], "1 どちらを申請しますか必須");
    let link = format!("/apply/room-membership?change=join&room={room}&room_name=%E8%A4%A5%E7%98%A1");
    let page = visitor.opens(&link).status(200).page();
    assert_eq!(page.attribute("input[name=change][checked]", "value").as_deref(), Some("join"));
    let form = page.form(FORM);
    assert_eq!((form.value("room_name"), form.value("change")), (Some("褥瘡"), Some("join")));
    app.clock().advance_minutes(1);
    let form = form.fill("applicant[login_id]", &pharmacist.login_id).fill("applicant[name]", "佐藤 太郎");
    let form = form.fill("people[0][login_id]", &pharmacist.login_id).fill("people[0][name]", "佐藤 太郎");
    let refused = visitor.submits(&form.clone().press("action", "submit")).status(422).page();
    let form = refused.form(FORM).fill("reason", "薬剤師として助言します。");
    let two = visitor.submits(&form.press("action", "add_person")).status(200).page().form(FORM);
    let two = two.fill("people[1][login_id]", &nurse.login_id).fill("people[1][name]", "山田 花子");
    let refused = visitor.submits(&two.press("action", "submit")).status(422).page();
    refused.says("この方は、すでにこの部屋に参加しています");
    let one = visitor.submits(&refused.form(FORM).press("action", "remove_person:1")).status(200).page().form(FORM);
    let filed = visitor.submits(&one.press("action", "submit")).status(201).page();
    let receipt = Receipt::shown_on(&filed);
    app.first_clerk().accepts_at_desk(MEMBERSHIPS, &receipt);
    assert_eq!(pharmacist.rooms(), [room]);
    let shown = visitor.opens(&format!("/apply/room-membership/{}", receipt.number)).status(200).page();
    shown.says("参加か退出か").says("薬剤師として助言します。");
}

#[test]
fn r25_whoever_is_signed_in_asks_as_himself_and_an_application_from_the_app_survives_a_correction_on_the_page() {
    let app = App::start();
    let nurse = app.user("さくら訪問看護ステーション", "山田 花子", "ヤマダ ハナコ");
    let pharmacist = app.user("きた薬局", "佐藤 太郎", "サトウ タロウ");
    let room = app.collaboration_room("褥瘡ケア研修の連絡", &[&nurse]);
    let page = pharmacist.opens(&format!("/apply/room-membership?change=join&room={room}")).status(200).page();
    page.says("ログイン中の").says("佐藤 太郎");
    let form = page.form(FORM).fill("reason", "薬剤師として助言します。");
    // No riddle and no waiting for whoever is signed in.
    let _ = pharmacist.submits(&form.press("action", "submit")).status(201);

    let other = app.user("みなみ診療所", "鈴木 次郎", "スズキ ジロウ");
    let receipt = nurse.asks_membership("join", room, &[&other]);
    let back = serde_json::json!({ "decision": "return", "note": "理由を詳しく書いてください。" });
    app.first_clerk().decides_on(MEMBERSHIPS, &receipt, back).ok();
    let page = nurse.opens(&format!("/apply/room-membership/{}/correct", receipt.number)).status(200).page();
    page.says("鈴木 次郎");
    let form = page.form(&format!("{FORM}/{}/correction", receipt.number)).fill("reason", "医師として参加します。");
    assert_eq!(nurse.submits(&form.press("action", "submit")).status, 303);
    app.first_clerk().accepts_at_desk(MEMBERSHIPS, &receipt);
    assert_eq!(other.rooms(), [room]);
}
