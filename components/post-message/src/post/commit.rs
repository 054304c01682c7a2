//! Makes posts durable: those of all requests of an instance that post at the same time in one transaction, each with its
//! search words, audit event and outbox row.

use super::check::Checked;
use domain::ids::{FileId, MessageId, RoomId, TagId, UserId};
use domain::text::pairs;
use domain::words::{Confirm, Profession};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;
use web::hex::hex;
use web::{Actor, AuditEvent, Batch, Clock, Db, DbError, GroupCommit, Millis, Problem, RoomCaller, Submission, params};

/// How often an audit trail that others continue at the same time is tried without holding them up.
const TRIES_MAX: usize = 4;

/// A message as the statement takes it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct NewMessage {
    /// Given last, so that the order of the ids is the order of the commits.
    id: Option<MessageId>,
    room: RoomId,
    author: UserId,
    author_name: String,
    author_profession: Profession,
    author_organization_name: String,
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
    audit_sequence: i64,
    audit_detail: String,
    audit_hash: String,
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

/// Where messages and audit trail end, and what is to be known of each post.
#[derive(Debug, Deserialize)]
struct Found {
    last_id: i64,
    sequence: i64,
    hash: Option<[u8; 32]>,
    /// A JSON array of [`Fact`].
    facts: String,
}

/// What is to be known of a post.
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
        (room, author): (RoomId, RoomCaller<'_>),
        need: Option<String>,
        submission: Option<Submission>,
    ) -> Self {
        let words =
            pairs(std::iter::once(checked.body.as_str()).chain(checked.files.iter().map(|file| file.name.as_str())));
        let tags = checked.tags.iter().map(|tag| format!("t{tag}"));
        let file = (!checked.files.is_empty()).then(|| "f".to_owned());
        let about: Vec<String> =
            [format!("r{room}"), format!("u{}", author.user)].into_iter().chain(tags).chain(file).collect();
        let has_extras = !(checked.mentions.is_empty() && checked.tags.is_empty() && checked.files.is_empty());
        Self {
            id: None,
            room,
            author: author.user,
            author_name: author.name.to_owned(),
            author_profession: author.profession,
            author_organization_name: author.organization_name.to_owned(),
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
            audit_sequence: 0,
            audit_detail: String::new(),
            audit_hash: String::new(),
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

/// What was read is what the posts build on, and one statement, which is a transaction, writes them. It fails when
/// somebody has continued the audit trail meanwhile: nobody leaves a room without an entry there, so whoever may post
/// while the statement runs may still post (R18). The write lock is held for one call of the host instead of five.
async fn write(batch: &Batch<'_, NewMessage, Outcome>) -> Result<Vec<Outcome>, DbError> {
    let db = Db::open().await?;
    let mut posts = batch.take();
    for _ in 0..TRIES_MAX {
        match append(&db, &mut posts).await {
            Err(error) if is_overtaken(&error) => {}
            done => return done,
        }
    }
    // Others were faster each time; now they wait.
    let transaction = db.transaction().await?;
    let outcomes = append(&transaction, &mut posts).await?;
    transaction.commit().await?;
    Ok(outcomes)
}

fn is_overtaken(error: &DbError) -> bool {
    ["audit_events.sequence", "messages.id", "idempotency_keys.key"]
        .iter()
        .any(|columns| error.is_duplicate_of(columns))
}

async fn append(db: &Db, posts: &mut [NewMessage]) -> Result<Vec<Outcome>, DbError> {
    let Some(clock) = posts.iter().map(|post| post.clock).max_by_key(|clock| clock.now()) else {
        return Ok(Vec::new());
    };
    let asked = params![to_json(&posts)?, clock.now()];
    let found: Found = db.one(include_str!("../../sql/posting-facts.sql"), asked).await?;
    let facts: Vec<Fact> = serde_json::from_str(&found.facts).map_err(|error| DbError::Row(error.to_string()))?;
    let outcomes = outcomes(posts, &facts, found.last_id);
    let mut new: Vec<&mut NewMessage> = posts.iter_mut().filter(|post| post.id.is_some()).collect();
    chain(&mut new, &found);
    if !new.is_empty() {
        db.run(include_str!("../../sql/add-messages.sql"), params![to_json(&new)?]).await?;
    }
    Ok(outcomes)
}

/// Puts the posts' events at the end of the audit trail.
fn chain(posts: &mut [&mut NewMessage], found: &Found) {
    let (mut sequence, mut hash) = (found.sequence, found.hash.unwrap_or(domain::audit::GENESIS));
    for post in posts {
        let Some(id) = post.id else { continue };
        sequence += 1;
        let chained = post.event(id).chained(&hash, sequence, Millis(post.at));
        hash = chained.hash;
        post.audit_sequence = sequence;
        post.audit_detail = chained.detail;
        post.audit_hash = hex(&hash);
    }
}

/// Gives each post its id, or says why it has none.
fn outcomes(posts: &mut [NewMessage], facts: &[Fact], last_id: i64) -> Vec<Outcome> {
    let mut next = last_id;
    let mut keys: Vec<(Submission, MessageId)> = Vec::new();
    let mut outcome = |post: &mut NewMessage, fact: &Fact| {
        post.id = None;
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
