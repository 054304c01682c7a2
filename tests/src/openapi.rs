//! The components' descriptions of themselves, and all of them as one.

use utoipa::openapi::{InfoBuilder, OpenApi, OpenApiBuilder};

/// What each component that has an API says, by the component's name in spin.toml.
pub fn components() -> Vec<(&'static str, OpenApi)> {
    vec![
        ("apply-for-account", apply_for_account::api().into_openapi()),
        ("exchange-mail", exchange_mail::api().into_openapi()),
        ("join-room", join_room::api().into_openapi()),
        ("manage-tags", manage_tags::api().into_openapi()),
        ("notify", notify::api().into_openapi()),
        ("open-room", open_room::api().into_openapi()),
        ("open-support-room", open_support_room::api().into_openapi()),
        ("oversee", oversee::api().into_openapi()),
        ("post-message", post_message::api().into_openapi()),
        ("record-care", record_care::api().into_openapi()),
        ("show-help", show_help::api().into_openapi()),
        ("sign-in", sign_in::api().into_openapi()),
        ("transfer-record", transfer_record::api().into_openapi()),
    ]
}

/// The document that openapi.json holds.
pub fn merged() -> OpenApi {
    let information = InfoBuilder::new()
        .title("Tasuki")
        .description(Some("One city's care-team collaboration system."))
        .version(env!("CARGO_PKG_VERSION"))
        .build();
    let empty = OpenApiBuilder::new().info(information).build();
    components().into_iter().fold(empty, |all, (_, component)| all.merge_from(component))
}

/// [`merged`], as it stands in openapi.json.
pub fn merged_json() -> String {
    let mut text = merged().to_pretty_json().unwrap();
    text.push('\n');
    text
}
