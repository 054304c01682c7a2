//! What a record consists of, section by section.

use super::bundle::Bundle;
use super::content::Content;
use crate::fhir::care_team::{Stay, Team};
use crate::fhir::communication::Message;
use crate::fhir::consent::Consented;
use crate::fhir::files::RoomFile;
use crate::fhir::looks::{Look, ReadingStep};
use crate::fhir::people::{Organization, Person};
use serde::Deserialize;
use serde_json::Value;
use web::{DbError, params};

/// Rows read at a time.
const ROWS: i64 = 200;

/// A part of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    /// The registrant, everybody who had to do with the record, the team, the consents.
    People,
    Messages,
    RoomFiles,
    Reading,
    Looks,
    /// What came from another system.
    Carried,
}

/// What a section has after the cursor.
#[derive(Default)]
pub(super) struct Found {
    pub(super) entries: Vec<Value>,
    pub(super) contents: Vec<Content>,
    /// Where it goes on; none: that was all.
    pub(super) next: Option<i64>,
}

impl Section {
    pub(super) const FIRST: Self = Self::People;

    pub(super) fn following(self) -> Option<Self> {
        match self {
            Self::People => Some(Self::Messages),
            Self::Messages => Some(Self::RoomFiles),
            Self::RoomFiles => Some(Self::Reading),
            Self::Reading => Some(Self::Looks),
            Self::Looks => Some(Self::Carried),
            Self::Carried => None,
        }
    }

    pub(super) async fn read(self, bundle: &Bundle) -> Result<Found, DbError> {
        match self {
            Self::People => people(bundle).await,
            Self::Messages => messages(bundle).await,
            Self::RoomFiles => room_files(bundle).await,
            Self::Reading => reading(bundle).await,
            Self::Looks => looks(bundle).await,
            Self::Carried => carried(bundle).await,
        }
    }
}

async fn people(bundle: &Bundle) -> Result<Found, DbError> {
    let Bundle { db, room, numbers, patient, .. } = bundle;
    let organizations: Vec<Organization> =
        db.all(include_str!("../../sql/organizations.sql"), params![*room, numbers]).await?;
    let people: Vec<Person> = db.all(include_str!("../../sql/people.sql"), params![*room, numbers]).await?;
    let team: Team = db.one(include_str!("../../sql/team.sql"), params![*room, numbers]).await?;
    let stays: Vec<Stay> = db.all(include_str!("../../sql/stays.sql"), params![*room, numbers]).await?;
    let consents: Vec<Consented> = db.all(include_str!("../../sql/consents.sql"), params![*room, numbers]).await?;
    let mut entries = vec![patient.patient()];
    entries.extend(organizations.iter().map(Organization::resource));
    entries.extend(people.iter().map(Person::practitioner));
    entries.extend(people.iter().map(Person::role));
    entries.push(team.resource(&patient.uuid, &stays));
    entries.extend(consents.iter().map(|consent| consent.resource(&patient.uuid, &team.uuid)));
    Ok(Found { entries, ..Found::default() })
}

async fn messages(bundle: &Bundle) -> Result<Found, DbError> {
    #[derive(Deserialize)]
    struct Row {
        id: i64,
        content: String,
    }
    let asked = params![bundle.room, &bundle.numbers, bundle.cursor, ROWS];
    let rows: Vec<Row> = bundle.db.all(include_str!("../../sql/messages.sql"), asked).await?;
    let entry = |row: &Row| {
        let message: Message = serde_json::from_str(&row.content).map_err(|error| DbError::Row(error.to_string()))?;
        Ok(message.resource(&bundle.patient.uuid))
    };
    let entries = rows.iter().map(entry).collect::<Result<_, DbError>>()?;
    Ok(Found { entries, next: rows.last().map(|row| row.id), ..Found::default() })
}

/// Few at a time: each is followed by its content.
async fn room_files(bundle: &Bundle) -> Result<Found, DbError> {
    let asked = params![bundle.room, &bundle.numbers, bundle.cursor, ROWS];
    let rows: Vec<RoomFile> = bundle.db.all(include_str!("../../sql/room-files.sql"), asked).await?;
    let content = |file: &RoomFile| {
        let (uuid, kind) = (file.binary_uuid.clone(), file.media_type.clone());
        Content::of(uuid, kind, (file.id, file.bytes), include_str!("../../sql/room-file-chunk.sql"))
    };
    Ok(Found {
        entries: rows.iter().map(|file| file.resource(&bundle.patient.uuid)).collect(),
        contents: rows.iter().map(content).collect(),
        next: rows.last().map(|file| file.id),
    })
}

async fn reading(bundle: &Bundle) -> Result<Found, DbError> {
    #[derive(Deserialize)]
    struct Row {
        reader: i64,
        #[serde(flatten)]
        step: ReadingStep,
    }
    const PEOPLE: i64 = 4;
    let asked = params![bundle.room, &bundle.numbers, bundle.cursor, PEOPLE];
    let rows: Vec<Row> = bundle.db.all(include_str!("../../sql/reading-steps.sql"), asked).await?;
    let entries = rows.iter().map(|row| row.step.resource()).collect();
    Ok(Found { entries, next: rows.last().map(|row| row.reader), ..Found::default() })
}

async fn looks(bundle: &Bundle) -> Result<Found, DbError> {
    let asked = params![bundle.room, &bundle.numbers, bundle.cursor, ROWS, bundle.now];
    let rows: Vec<Look> = bundle.db.all(include_str!("../../sql/looks.sql"), asked).await?;
    let entries = rows.iter().map(|look| look.resource(&bundle.patient.uuid)).collect();
    Ok(Found { entries, next: rows.last().map(|look| look.id), ..Found::default() })
}

async fn carried(bundle: &Bundle) -> Result<Found, DbError> {
    #[derive(Deserialize)]
    struct Row {
        id: i64,
        content: String,
    }
    let asked = params![bundle.room, bundle.cursor, ROWS];
    let rows: Vec<Row> = bundle.db.all(include_str!("../../sql/carried.sql"), asked).await?;
    let entry = |row: &Row| serde_json::from_str(&row.content).map_err(|error| DbError::Row(error.to_string()));
    let entries = rows.iter().map(entry).collect::<Result<_, DbError>>()?;
    Ok(Found { entries, next: rows.last().map(|row| row.id), ..Found::default() })
}
