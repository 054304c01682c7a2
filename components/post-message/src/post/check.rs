//! What somebody wants to post, looked at as a whole: every mistake is named at its field.

use super::handler::MessageInput;
use domain::ids::{FileId, MessageId, RoomId, TagId, UserId};
use domain::message::{FILES_MAX, PEOPLE_MAX, TAGS_MAX, body};
use domain::validation::Violations;
use domain::words::Confirm;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeSet;
use web::{Clock, Db, DbError, Problem, params};

/// A message that may be posted, but for the screening.
#[derive(Debug)]
pub(super) struct Checked {
    pub(super) body: String,
    pub(super) reply_to: Option<MessageId>,
    pub(super) tags: BTreeSet<TagId>,
    pub(super) mentions: BTreeSet<UserId>,
    pub(super) files: Vec<FileToPost>,
    pub(super) confirm: Confirm,
    pub(super) asked: BTreeSet<UserId>,
    pub(super) need: Option<String>,
    /// Of the names that the screening looks for.
    pub(super) name_revision: Option<i64>,
}

/// A file that has arrived.
#[derive(Debug, Deserialize)]
pub(super) struct FileToPost {
    pub(super) id: FileId,
    pub(super) name: String,
}

/// What of a message exists.
struct Facts {
    name_revision: i64,
    has_reply: bool,
    tags: BTreeSet<TagId>,
    people: BTreeSet<UserId>,
    files: Vec<FileToPost>,
}

impl Checked {
    /// Reads what was sent and compares it with what there is.
    pub(super) async fn read(
        db: &Db,
        clock: Clock,
        (room, author): (RoomId, UserId),
        input: &MessageInput,
    ) -> Result<Self, Problem> {
        let mut violations = Violations::new();
        let text = violations.field("body", body(&input.body, !input.files.is_empty()));
        let need = input.acknowledged.as_ref().and_then(|acknowledged| acknowledged.read(&mut violations));
        bound(&mut violations, "tags", input.tags.len(), TAGS_MAX, "タグ");
        bound(&mut violations, "mentions", input.mentions.len(), PEOPLE_MAX, "宛先");
        bound(&mut violations, "files", input.files.len(), FILES_MAX, "ファイル");
        bound(&mut violations, "confirm_by", input.confirm_by.len(), PEOPLE_MAX, "了解を求める人");
        if input.confirm == Confirm::Named && input.confirm_by.is_empty() {
            violations.push("confirm_by", "required", "了解を求める人を選んでください。");
        }
        if !violations.is_empty() {
            return Err(Problem::invalid(violations));
        }
        let asked = if input.confirm == Confirm::Named { input.confirm_by.as_slice() } else { &[] };
        let facts = Facts::load(db, clock, (room, author), input, asked).await?;
        facts.compare(&mut violations, author, input, asked);
        let Some(text) = text.filter(|_| violations.is_empty()) else { return Err(Problem::invalid(violations)) };
        Ok(Self {
            body: text,
            reply_to: input.reply_to,
            tags: input.tags.iter().copied().collect(),
            mentions: input.mentions.iter().copied().collect(),
            files: facts.files,
            confirm: input.confirm,
            asked: asked.iter().copied().collect(),
            need,
            name_revision: Some(facts.name_revision),
        })
    }
}

impl Facts {
    async fn load(
        db: &Db,
        clock: Clock,
        (room, author): (RoomId, UserId),
        input: &MessageInput,
        asked: &[UserId],
    ) -> Result<Self, Problem> {
        #[derive(Deserialize)]
        struct Row {
            name_revision: i64,
            has_reply: bool,
            tags: String,
            people: String,
            files: String,
        }
        let people: BTreeSet<UserId> = input.mentions.iter().chain(asked).copied().collect();
        let (tags, files) = (json!(input.tags).to_string(), json!(input.files).to_string());
        let people = json!(people).to_string();
        let given = params![room, author, clock.now(), input.reply_to, tags, people, files];
        let row: Row = db.one(include_str!("../../sql/post-facts.sql"), given).await?;
        Ok(Self {
            name_revision: row.name_revision,
            has_reply: row.has_reply,
            tags: read(&row.tags)?,
            people: read(&row.people)?,
            files: read(&row.files)?,
        })
    }

    fn compare(&self, violations: &mut Violations, author: UserId, input: &MessageInput, asked: &[UserId]) {
        if input.reply_to.is_some() && !self.has_reply {
            violations.push(
                "reply_to",
                "unknown_message",
                "返信先の書き込みが見つかりません。取り消された可能性があります。",
            );
        }
        for (index, tag) in input.tags.iter().enumerate() {
            if !self.tags.contains(tag) {
                let message = "このタグは、今は使えません。選び直してください。";
                violations.push(format!("tags[{index}]"), "unknown_tag", message);
            }
        }
        let strangers = |people: &[UserId]| -> Vec<usize> {
            let unknown = people.iter().enumerate().filter(|(_, person)| !self.people.contains(person));
            unknown.map(|(index, _)| index).collect()
        };
        let message = "この部屋にいない人です。選び直してください。";
        for index in strangers(&input.mentions) {
            violations.push(format!("mentions[{index}]"), "not_in_room", message);
        }
        for index in strangers(asked) {
            violations.push(format!("confirm_by[{index}]"), "not_in_room", message);
        }
        if let Some(index) = asked.iter().position(|person| *person == author) {
            violations.push(format!("confirm_by[{index}]"), "is_author", "自分に了解を求めることはできません。");
        }
        let mut seen = BTreeSet::new();
        for (index, file) in input.files.iter().enumerate() {
            if !self.files.iter().any(|known| known.id == *file) || !seen.insert(*file) {
                let message = "このファイルは届いていません。もう一度添付してください。";
                violations.push(format!("files[{index}]"), "file_not_here", message);
            }
        }
    }
}

fn bound(violations: &mut Violations, field: &str, count: usize, limit: usize, what: &str) {
    if count > limit {
        violations.push(field, "too_many", format!("{what}は{limit}件までです。"));
    }
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, DbError> {
    serde_json::from_str(text).map_err(|error| DbError::Row(error.to_string()))
}
