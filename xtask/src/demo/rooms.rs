//! Collaboration rooms of the demo city: one that is open, and an application that waits for whoever tries the city's desk.

use super::api::{Api, at, text};
use super::support_rooms::member;
use anyhow::Result;
use serde_json::{Value, json};

const PATH: &str = "/api/room-applications";
/// Who takes part, as the support rooms of the demo name them: the last four write there.
const PARTICIPANTS: [&str; 7] =
    ["下貝塚 彩", "北方 恵", "南野 健一郎", "田尻 さやか", "二俣 直樹", "香取 真由", "湊 健太"];

/// Files both and opens one; `city` is signed in as a clerk, who applies in the city's own name.
pub(crate) fn open(city: &Api) -> Result<()> {
    let me = city.get("/api/me")?;
    let mut participants = Vec::new();
    for name in PARTICIPANTS {
        participants.push(json!({ "user_id": member(city, name)? }));
    }
    let room = |name: &str, purpose: &str, theme: i64, scope: &str| {
        json!({
            "channel": "in_person",
            "applicant": { "login_id": at(&me, "/login_id"), "name": at(&me, "/name"), "phone": "047-300-0003" },
            "name": name, "purpose": purpose, "theme_id": theme, "scope": scope,
            "participants": participants, "visibility": "listed", "rules_accepted": true,
        })
    };
    let disaster = room(
        "災害時の安否確認の連絡",
        "台風や地震のときに、訪問先の安否確認の分担と、開いている窓口を知らせ合います。",
        6,
        "市内の訪問看護・居宅介護支援・薬局の連絡担当者と市の職員",
    );
    let filed = city.post_once(PATH, &disaster)?;
    accept(city, &text(&filed, "receipt_number")?)?;
    let training = room(
        "褥瘡ケア研修（令和8年度）の連絡",
        "全6回の研修の日程と資料を知らせ合い、当日の準備を相談します。",
        2,
        "研修に参加する訪問看護師と、講師の医師・薬剤師",
    );
    city.post_once(PATH, &training)?;
    Ok(())
}

/// Makes sure of everything and opens the room (R23).
fn accept(city: &Api, receipt: &str) -> Result<()> {
    let path = format!("{PATH}/{receipt}");
    let detail = city.get(&path)?;
    let lines = at(&detail, "/checks").as_array().cloned().unwrap_or_default();
    let checks: Vec<Value> = lines.iter().map(|line| at(line, "/check").clone()).collect();
    let checked = city.put_once(&format!("{path}/checks"), &json!({ "checks": checks }))?;
    let decision = json!({ "decision": "accept", "version": at(&checked, "/version") });
    city.post_once(&format!("{path}/decision"), &decision)?;
    Ok(())
}
