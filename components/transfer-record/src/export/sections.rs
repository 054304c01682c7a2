//! What a record consists of, section by section.

use super::bundle::Bundle;
use super::carried::Carried;
use super::content::Content;
use crate::fhir::basic_sheet::Version;
use crate::fhir::care_team::{Stay, Team};
use crate::fhir::communication::Message;
use crate::fhir::consent::Consented;
use crate::fhir::documents::DocumentVersion;
use crate::fhir::files::RoomFile;
use crate::fhir::looks::{Look, ReadingStep};
use crate::fhir::people::{Organization, Person};
use crate::fhir::visits::Visit;
use crate::fhir::vitals::Measurement;
use serde::Deserialize;
use serde::de::DeserializeOwned;
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
    Documents,
    Reading,
    BasicSheet,
    Vitals,
    Visits,
    Looks,
    /// What was taken over, as it came.
    Carried,
}

/// What a section has after the cursor.
#[derive(Default)]
pub(super) struct Found {
    pub(super) entries: Vec<Value>,
    pub(super) contents: Vec<Content>,
    pub(super) carried: Vec<Carried>,
    /// Where it goes on; none: that was all.
    pub(super) next: Option<i64>,
}

impl Section {
    pub(super) const FIRST: Self = Self::People;

    pub(super) fn following(self) -> Option<Self> {
        match self {
            Self::People => Some(Self::Messages),
            Self::Messages => Some(Self::RoomFiles),
            Self::RoomFiles => Some(Self::Documents),
            Self::Documents => Some(Self::Reading),
            Self::Reading => Some(Self::BasicSheet),
            Self::BasicSheet => Some(Self::Vitals),
            Self::Vitals => Some(Self::Visits),
            Self::Visits => Some(Self::Looks),
            Self::Looks => Some(Self::Carried),
            Self::Carried => None,
        }
    }

    pub(super) async fn read(self, bundle: &Bundle) -> Result<Found, DbError> {
        match self {
            Self::People => people(bundle).await,
            Self::Messages => messages(bundle).await,
            Self::RoomFiles => room_files(bundle).await,
            Self::Documents => documents(bundle).await,
            Self::Reading => reading(bundle).await,
            Self::BasicSheet => basic_sheet(bundle).await,
            Self::Vitals => vitals(bundle).await,
            Self::Visits => visits(bundle).await,
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

/// Rows as JSON, and what each becomes.
async fn rows<T: DeserializeOwned>(
    bundle: &Bundle,
    sql: &str,
    become_entries: impl Fn(&T) -> Vec<Value>,
) -> Result<Found, DbError> {
    #[derive(Deserialize)]
    struct Row {
        id: i64,
        content: String,
    }
    let asked = params![bundle.room, &bundle.numbers, bundle.cursor, ROWS];
    let rows: Vec<Row> = bundle.db.all(sql, asked).await?;
    let mut entries = Vec::new();
    for row in &rows {
        let content: T = serde_json::from_str(&row.content).map_err(|error| DbError::Row(error.to_string()))?;
        entries.extend(become_entries(&content));
    }
    Ok(Found { entries, next: rows.last().map(|row| row.id), ..Found::default() })
}

async fn messages(bundle: &Bundle) -> Result<Found, DbError> {
    let entry = |message: &Message| vec![message.resource(&bundle.patient.uuid)];
    rows(bundle, include_str!("../../sql/messages.sql"), entry).await
}

async fn vitals(bundle: &Bundle) -> Result<Found, DbError> {
    let entries = |measured: &Measurement| measured.resources(&bundle.patient.uuid, &bundle.numbers);
    rows(bundle, include_str!("../../sql/measurements.sql"), entries).await
}

async fn basic_sheet(bundle: &Bundle) -> Result<Found, DbError> {
    let entries = |version: &Version| version.resources(&bundle.patient.uuid, &bundle.numbers);
    rows(bundle, include_str!("../../sql/basic-sheet.sql"), entries).await
}

async fn visits(bundle: &Bundle) -> Result<Found, DbError> {
    let entry = |visit: &Visit| vec![visit.resource(&bundle.patient.uuid)];
    rows(bundle, include_str!("../../sql/visits.sql"), entry).await
}

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
        ..Found::default()
    })
}

async fn documents(bundle: &Bundle) -> Result<Found, DbError> {
    let asked = params![bundle.room, &bundle.numbers, bundle.cursor, ROWS];
    let rows: Vec<DocumentVersion> = bundle.db.all(include_str!("../../sql/documents.sql"), asked).await?;
    let content = |version: &DocumentVersion| {
        let (uuid, kind) = (version.binary_uuid.clone(), version.media_type.clone());
        let file = (version.id, version.bytes);
        Content::of(uuid, kind, file, include_str!("../../sql/document-file-chunk.sql"))
    };
    Ok(Found {
        entries: rows.iter().map(|version| version.resource(&bundle.patient.uuid)).collect(),
        contents: rows.iter().filter(|version| version.has_content()).map(content).collect(),
        next: rows.last().map(|version| version.id),
        ..Found::default()
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

/// Few at a time: one may be as large as a request.
async fn carried(bundle: &Bundle) -> Result<Found, DbError> {
    const ENTRIES: i64 = 20;
    let asked = params![bundle.room, bundle.cursor, ENTRIES];
    let rows: Vec<Carried> = bundle.db.all(include_str!("../../sql/carried.sql"), asked).await?;
    let next = rows.last().map(Carried::id);
    Ok(Found { carried: rows, next, ..Found::default() })
}
