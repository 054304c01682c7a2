//! A Bundle that is sent while it is read: a page of rows in memory at a time, however long the record is.

use super::carried::Carried;
use super::content::Content;
use super::sections::{Found, Section};
use crate::fhir::patient::Registrant;
use bytes::Bytes;
use domain::ids::RoomId;
use futures_util::stream::{self, Stream};
use serde_json::Value;
use std::collections::{HashSet, VecDeque};
use web::{Clock, Db, DbError, Millis};

/// What is still to be sent of a record.
pub(super) struct Bundle {
    pub(super) db: Db,
    pub(super) room: RoomId,
    /// How this system's numbers begin.
    pub(super) numbers: String,
    pub(super) patient: Registrant,
    /// What happened later, this export among it, is not part of it.
    pub(super) now: Millis,
    /// What is read next; none after the last.
    section: Option<Section>,
    /// Where in the section.
    pub(super) cursor: i64,
    waiting: VecDeque<Piece>,
    has_entries: bool,
    /// What this system has told of itself, by its number: a record that came back tells of it, too.
    known: HashSet<u128>,
}

/// What is sent next.
enum Piece {
    Entry(Value),
    Content(Content),
    Carried(Carried),
    End,
}

impl Bundle {
    pub(super) fn of(db: Db, room: RoomId, numbers: String, patient: Registrant, clock: Clock) -> Self {
        Self {
            db,
            room,
            numbers,
            patient,
            now: clock.now(),
            section: Some(Section::FIRST),
            cursor: 0,
            waiting: VecDeque::new(),
            has_entries: false,
            known: HashSet::new(),
        }
    }

    pub(super) fn stream(self) -> impl Stream<Item = Result<Bytes, DbError>> {
        stream::try_unfold(self, |mut bundle| async move {
            let text = bundle.next().await?;
            Ok(text.map(|text| (Bytes::from(text), bundle)))
        })
    }

    /// The next stretch of text.
    async fn next(&mut self) -> Result<Option<String>, DbError> {
        loop {
            match self.waiting.pop_front() {
                Some(Piece::Entry(entry)) => return Ok(Some(self.separated(&entry.to_string()))),
                Some(Piece::Content(content)) => return self.send(content).await.map(Some),
                Some(Piece::Carried(carried)) => return self.pass_on(carried).await.map(Some),
                Some(Piece::End) => return Ok(Some(if self.has_entries { "]}" } else { "{}" }.to_owned())),
                None => {}
            }
            let Some(section) = self.section else { return Ok(None) };
            let Found { entries, contents, carried, next } = section.read(self).await?;
            self.known.extend(entries.iter().filter_map(|entry| number_of(entry.get("fullUrl")?.as_str()?)));
            self.known.extend(contents.iter().filter_map(|content| number_of(content.uuid())));
            let is_new = |one: &Carried| number_of(one.uuid()).is_none_or(|number| !self.known.contains(&number));
            self.waiting.extend(carried.into_iter().filter(is_new).map(Piece::Carried));
            self.waiting.extend(entries.into_iter().map(Piece::Entry));
            self.waiting.extend(contents.into_iter().map(Piece::Content));
            self.cursor = next.unwrap_or(0);
            if next.is_none() {
                self.section = section.following();
                if self.section.is_none() {
                    self.waiting.push_back(Piece::End);
                }
            }
        }
    }

    /// A piece of a file; the rest comes next.
    async fn send(&mut self, mut content: Content) -> Result<String, DbError> {
        let head = content.head();
        let text = content.piece(&self.db).await?;
        if !content.is_sent() {
            self.waiting.push_front(Piece::Content(content));
        }
        Ok(match head {
            Some(head) => self.separated(&(head + &text)),
            None => text,
        })
    }

    /// An entry as it came, a piece at a time.
    async fn pass_on(&mut self, mut carried: Carried) -> Result<String, DbError> {
        let is_first = carried.is_first();
        let text = carried.piece(&self.db).await?;
        if !carried.is_sent() {
            self.waiting.push_front(Piece::Carried(carried));
        }
        Ok(if is_first { self.separated(&text) } else { text })
    }

    fn separated(&mut self, entry: &str) -> String {
        let before = if std::mem::replace(&mut self.has_entries, true) {
            ","
        } else {
            "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":["
        };
        format!("{before}{entry}")
    }
}

/// The number that a UUID is (RFC 9562 §4), with or without `urn:uuid:` before it.
fn number_of(uuid: &str) -> Option<u128> {
    let digits: String = uuid.trim_start_matches("urn:uuid:").chars().filter(|one| *one != '-').collect();
    u128::from_str_radix(&digits, 16).ok()
}
