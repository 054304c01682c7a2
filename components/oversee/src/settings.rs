//! `/api/settings`: what the city may set, within the bounds of each setting, every change with its before and after.

use domain::settings::{Range, SETTINGS, Setting};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Actor, AuditEvent, Body, CityDesk, Clock, Db, DbError, FreshSession, Json, Path, Problem, Session, params};

/// Every setting, in the order of the rules they serve.
#[derive(Serialize, ToSchema)]
pub(crate) struct SettingList {
    items: Vec<SettingItem>,
    #[schema(required = true)]
    next: Option<String>,
}

/// One setting as it stands, and how far it goes.
#[derive(Serialize, ToSchema)]
pub(crate) struct SettingItem {
    name: &'static str,
    /// A whole number in digits, or a day as `2026-04-01`.
    value: String,
    /// What it is, in Japanese.
    label: &'static str,
    /// What the number counts, in Japanese; empty for a day.
    unit: &'static str,
    kind: SettingKind,
    min: String,
    max: String,
    /// The rule it serves, such as `R35`.
    rule: &'static str,
}

#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum SettingKind {
    Number,
    Day,
}

/// The new value.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SettingInput {
    value: TypedValue,
}

/// A number, or a text as it was typed.
#[derive(Deserialize, ToSchema)]
#[serde(untagged)]
enum TypedValue {
    Number(i64),
    Text(String),
}

#[derive(Deserialize)]
struct Row {
    name: String,
    value: String,
}

/// Lists the settings.
#[utoipa::path(get, path = "/api/settings", tag = "oversee",
    responses((status = 200, body = SettingList), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn list_settings(_: Session<CityDesk>, db: Db) -> Result<Json<SettingList>, Problem> {
    let mut rows: Vec<Row> = db.all(include_str!("../sql/settings.sql"), []).await?;
    let mut items = Vec::new();
    for setting in SETTINGS {
        let row = rows.iter_mut().find(|row| row.name == setting.name);
        let row = row.ok_or_else(|| DbError::Row(format!("there is no setting {}", setting.name)))?;
        items.push(item(setting, std::mem::take(&mut row.value)));
    }
    Ok(Json(SettingList { items, next: None }))
}

/// Changes a setting within its bounds.
#[utoipa::path(put, path = "/api/settings/{name}", tag = "oversee", params(("name" = String, Path)),
    request_body = SettingInput,
    responses((status = 200, body = SettingItem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn change_setting(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    Path(name): Path<String>,
    Body { value: input, .. }: Body<SettingInput>,
) -> Result<Json<SettingItem>, Problem> {
    let setting = Setting::named(&name).ok_or_else(Problem::not_found)?;
    let typed = match input.value {
        TypedValue::Number(number) => number.to_string(),
        TypedValue::Text(text) => text,
    };
    let value = setting.parse(&typed).map_err(|error| {
        Problem::invalid_field("value", error.code, format!("{}: {}", setting.label, error.message)).rule(setting.rule)
    })?;
    let value = value.to_string();
    let transaction = db.transaction().await?;
    let before: Row = transaction.one(include_str!("../sql/setting.sql"), params![setting.name]).await?;
    if before.value != value {
        let row = params![setting.name, value.as_str()];
        transaction.run(include_str!("../sql/change-setting.sql"), row).await?;
        let event = AuditEvent {
            actor: Actor::User(session.user_id()),
            action: "setting.changed",
            subject: format!("setting:{}", setting.name),
            detail: serde_json::json!({ "before": before.value, "after": value }),
        };
        transaction.audit(clock, event).await?;
    }
    transaction.commit().await?;
    Ok(Json(item(setting, value)))
}

/// What stands in the database may be older than a bound; it is shown as it is.
fn item(setting: &'static Setting, value: String) -> SettingItem {
    let kind = match setting.range {
        Range::Number(..) => SettingKind::Number,
        Range::Day(..) => SettingKind::Day,
    };
    let (min, max) = setting.bounds();
    SettingItem {
        name: setting.name,
        value,
        label: setting.label,
        unit: setting.unit,
        kind,
        min: min.to_string(),
        max: max.to_string(),
        rule: setting.rule,
    }
}
