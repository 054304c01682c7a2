//! Makes posts durable: those of all requests of an instance that post at the same time in one transaction, each with its
//! search words, audit event and outbox row.

use super::check::Checked;
use domain::ids::{FileId, MessageId, RoomId, TagId, UserId};
use domain::text::pairs;
use domain::words::Confirm;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;
use web::{Actor, AuditEvent, Batch, Clock, Db, DbError, GroupCommit, Problem, Submission, params};

/// A message as the statement takes it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct NewMessage {
    /// Given under the write lock, so that the order of the ids is the order of the commits.
    id: Option<MessageId>,
    room: RoomId,
    author: UserId,
    at: i64,
    body: String,
    reply_to: Option<MessageId>,
    confirm: Confirm,
    need: Option<String>,
    extras: i64,
    words: String,
    about: String,
    mentions: BTreeSet<UserId>,
    tags: BTreeSet<TagId>,
    files: Vec<FileId>,
    asked: BTreeSet<UserId>,
    submission: Option<Submission>,
    #[serde(skip)]
    clock: Clock,
}

/// How a post ended.
#[derive(Debug, Clone, Copy)]
pub(super) enum Outcome {
    /// It is durable.
    Posted(MessageId),
    /// The same intent made this message before.
    Earlier(MessageId),
    /// The same key named another intent.
    Reused,
    /// The author is no longer in the room (R18).
    Left,
}

/// What was found under the write lock.
#[derive(Debug, Deserialize)]
struct Fact {
    may_post: bool,
    /// A message, by the same key.
    earlier: Option<String>,
    fingerprint: Option<String>,
}

impl NewMessage {
    pub(super) fn of(
        checked: Checked,
        clock: Clock,
        (room, author): (RoomId, UserId),
        need: Option<String>,
        submission: Option<Submission>,
    ) -> Self {
        let words =
            pairs(std::iter::once(checked.body.as_str()).chain(checked.files.iter().map(|file| file.name.as_str())));
        let tags = checked.tags.iter().map(|tag| format!("t{tag}"));
        let file = (!checked.files.is_empty()).then(|| "f".to_owned());
        let about: Vec<String> =
            [format!("r{room}"), format!("u{author}")].into_iter().chain(tags).chain(file).collect();
        let has_extras = !(checked.mentions.is_empty() && checked.tags.is_empty() && checked.files.is_empty());
        Self {
            id: None,
            room,
            author,
            at: clock.now().0,
            body: checked.body,
            reply_to: checked.reply_to,
            confirm: checked.confirm,
            need,
            extras: i64::from(has_extras),
            words,
            about: about.join(" "),
            mentions: checked.mentions,
            tags: checked.tags,
            files: checked.files.iter().map(|file| file.id).collect(),
            asked: checked.asked,
            submission,
            clock,
        }
    }

    fn event(&self, id: MessageId) -> AuditEvent {
        AuditEvent {
            actor: Actor::User(self.author),
            action: "message.posted",
            subject: format!("message:{id}"),
            detail: json!({ "room": self.room, "files": self.files, "stated_need": self.need.is_some() }),
        }
    }
}

/// Makes a post durable, together with those of its neighbours.
pub(super) async fn commit(new: NewMessage) -> Result<Outcome, Problem> {
    static GROUP: GroupCommit<NewMessage, Outcome> = GroupCommit::new();
    Ok(GROUP.join(new, write).await?)
}

async fn write(batch: &Batch<'_, NewMessage, Outcome>) -> Result<Vec<Outcome>, DbError> {
    #[derive(Deserialize)]
    struct Row {
        last_id: i64,
        facts: String,
    }
    let db = Db::open().await?;
    let transaction = db.transaction().await?;
    // As late as possible: whoever came while this waited for the lock is in it.
    let mut posts = batch.take();
    let Some(clock) = posts.iter().map(|post| post.clock).max_by_key(|clock| clock.now()) else {
        transaction.roll_back().await?;
        return Ok(Vec::new());
    };
    let asked = params![to_json(&posts)?, clock.now()];
    let row: Row = transaction.one(include_str!("../../sql/posting-facts.sql"), asked).await?;
    let facts: Vec<Fact> = serde_json::from_str(&row.facts).map_err(|error| DbError::Row(error.to_string()))?;
    let outcomes = outcomes(&mut posts, &facts, row.last_id);
    let new: Vec<&NewMessage> = posts.iter().filter(|post| post.id.is_some()).collect();
    if !new.is_empty() {
        transaction.run(include_str!("../../sql/add-messages.sql"), params![to_json(&new)?]).await?;
        let events: Vec<AuditEvent> = new.iter().filter_map(|post| post.id.map(|id| post.event(id))).collect();
        transaction.audit_all(clock, &events).await?;
    }
    transaction.commit().await?;
    Ok(outcomes)
}

/// Gives each post its id, or says why it has none.
fn outcomes(posts: &mut [NewMessage], facts: &[Fact], last_id: i64) -> Vec<Outcome> {
    let mut next = last_id;
    let mut keys: Vec<(Submission, MessageId)> = Vec::new();
    let mut outcome = |post: &mut NewMessage, fact: &Fact| {
        if let (Some(submission), Some(earlier)) = (&post.submission, &fact.earlier) {
            let is_same = submission.has_fingerprint(fact.fingerprint.as_deref().unwrap_or_default());
            let id = earlier.parse().map(MessageId).ok().filter(|_| is_same);
            return id.map_or(Outcome::Reused, Outcome::Earlier);
        }
        // The same intent twice in one transaction.
        if let Some(submission) = &post.submission
            && let Some((first, id)) = keys.iter().find(|(first, _)| first.has_key_of(submission))
        {
            return if first == submission { Outcome::Earlier(*id) } else { Outcome::Reused };
        }
        if !fact.may_post {
            return Outcome::Left;
        }
        next += 1;
        let id = MessageId(next);
        post.id = Some(id);
        keys.extend(post.submission.clone().map(|submission| (submission, id)));
        Outcome::Posted(id)
    };
    posts.iter_mut().zip(facts).map(|(post, fact)| outcome(post, fact)).collect()
}

fn to_json<T: Serialize>(value: &T) -> Result<String, DbError> {
    serde_json::to_string(value).map_err(|error| DbError::Row(error.to_string()))
}
