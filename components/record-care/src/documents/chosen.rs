//! Which documents are asked for, and in which order: for a page of the list, and for what stands before and after one.

use super::document::since;
use super::state::State;
use crate::chart::Chart;
use domain::documents::{DocumentOrder, search_keys};
use domain::ids::DocumentId;
use serde::Deserialize;
use utoipa::IntoParams;
use web::{Db, Paging, Problem, ShowsRecords, params};

/// Which documents, and which page of them.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct DocumentsQuery {
    /// The newest first, unless something else is asked for.
    #[param(inline)]
    order: Option<DocumentOrder>,
    /// In this folder; 0: in none.
    folder: Option<i64>,
    /// Words of the title, in any spelling.
    q: Option<String>,
    /// Those that the caller has not read.
    #[serde(default)]
    unread: bool,
    /// Those that were put away, the last first; the order and what else is asked for do not count then.
    #[serde(default)]
    withdrawn: bool,
    /// What an earlier page gave in `next`.
    pub(super) after: Option<String>,
    /// 50, or up to 200.
    pub(super) limit: Option<i64>,
}

/// A document, and where it stands in its order.
#[derive(Deserialize)]
pub(super) struct Placed {
    pub(super) id: DocumentId,
    pub(super) place: String,
}

/// Which way is looked from a place.
#[derive(Clone, Copy)]
enum Way {
    On,
    Back,
}

impl DocumentsQuery {
    /// A page.
    pub(super) async fn page(
        &self,
        db: &Db,
        chart: &Chart<ShowsRecords>,
        paging: &Paging,
    ) -> Result<Vec<Placed>, Problem> {
        let place = if paging.text.is_empty() { self.first() } else { &paging.text };
        if self.withdrawn {
            let asked = params![chart.room(), place, paging.id, paging.rows_to_read()];
            return Ok(db.all(include_str!("../../sql/documents-withdrawn.sql"), asked).await?);
        }
        self.from(db, chart, Way::On, (place, paging.id), paging.rows_to_read()).await
    }

    /// What stands before a document, and what after it; one that was put away stands nowhere.
    pub(super) async fn around(
        &self,
        db: &Db,
        chart: &Chart<ShowsRecords>,
        document: DocumentId,
        state: &State,
    ) -> Result<(Option<DocumentId>, Option<DocumentId>), Problem> {
        if state.withdrawn_at.is_some() {
            return Ok((None, None));
        }
        let place = match self.order() {
            DocumentOrder::Newest => state.changed_at.0.to_string(),
            DocumentOrder::Title => state.title_key.clone(),
            DocumentOrder::Day => state.dated_on.to_string(),
        };
        let before = self.from(db, chart, Way::Back, (&place, document.0), 1).await?;
        let after = self.from(db, chart, Way::On, (&place, document.0), 1).await?;
        Ok((before.first().map(|row| row.id), after.first().map(|row| row.id)))
    }

    fn order(&self) -> DocumentOrder {
        self.order.unwrap_or(DocumentOrder::Newest)
    }

    /// Before the first place of the order.
    fn first(&self) -> &'static str {
        match self.order() {
            _ if self.withdrawn => "9223372036854775807",
            DocumentOrder::Newest => "9223372036854775807",
            DocumentOrder::Title => "",
            DocumentOrder::Day => "9999-99-99",
        }
    }

    async fn from(
        &self,
        db: &Db,
        chart: &Chart<ShowsRecords>,
        way: Way,
        (place, id): (&str, i64),
        rows: i64,
    ) -> Result<Vec<Placed>, Problem> {
        let statement = match (self.order(), way) {
            (DocumentOrder::Newest, Way::On) => include_str!("../../sql/documents-by-newest.sql"),
            (DocumentOrder::Newest, Way::Back) => include_str!("../../sql/documents-by-newest-before.sql"),
            (DocumentOrder::Title, Way::On) => include_str!("../../sql/documents-by-title.sql"),
            (DocumentOrder::Title, Way::Back) => include_str!("../../sql/documents-by-title-before.sql"),
            (DocumentOrder::Day, Way::On) => include_str!("../../sql/documents-by-day.sql"),
            (DocumentOrder::Day, Way::Back) => include_str!("../../sql/documents-by-day-before.sql"),
        };
        let keys = search_keys(self.q.as_deref().unwrap_or_default());
        let keys = serde_json::to_string(&keys).map_err(Problem::internal)?;
        let reader = self.unread.then(|| chart.user());
        let asked = params![chart.room(), place, id, self.folder, keys, reader, since(chart), rows];
        Ok(db.all(statement, asked).await?)
    }
}
