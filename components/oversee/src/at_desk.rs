//! An application that lies at a clerk's desk, and what the desk writes into its history for itself.

use applications::Clerk;
use domain::ids::{ApplicationId, UserId};
use domain::receipt::ReceiptNumber;
use serde::Deserialize;
use web::{Clock, Db, DbError, Problem, Transaction, params};

/// Who works on an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holder {
    /// It waits for somebody to take it.
    Nobody,
    Clerk(UserId),
}

impl Holder {
    /// The clerk, for the database and for JSON.
    pub(crate) fn clerk(self) -> Option<UserId> {
        match self {
            Self::Nobody => None,
            Self::Clerk(user) => Some(user),
        }
    }
}

impl From<Option<UserId>> for Holder {
    fn from(user: Option<UserId>) -> Self {
        user.map_or(Self::Nobody, Self::Clerk)
    }
}

/// One application at the clerk's desk.
#[derive(Deserialize)]
pub(crate) struct AtDesk {
    pub(crate) id: ApplicationId,
    assigned_to_user_id: Option<UserId>,
    pub(crate) assigned_to_name: Option<String>,
}

impl AtDesk {
    /// What lies at the other desk is a 404, as is what nobody filed.
    pub(crate) async fn load(db: &Db, receipt: ReceiptNumber, clerk: Clerk) -> Result<Self, Problem> {
        let asked = params![receipt.to_string(), clerk.desk.as_str()];
        db.first(include_str!("../sql/application-at-desk.sql"), asked).await?.ok_or_else(Problem::not_found)
    }

    pub(crate) fn holder(&self) -> Holder {
        self.assigned_to_user_id.into()
    }

    /// Adds a line that no applicant reads, and gives its number.
    pub(crate) async fn add_internal_history(
        &self,
        transaction: &Transaction<'_>,
        clock: Clock,
        clerk: Clerk,
        action: &str,
        note: Option<&str>,
    ) -> Result<i64, DbError> {
        #[derive(Deserialize)]
        struct Added {
            id: i64,
        }
        let row = params![self.id, clock.now(), action, clerk.user, note];
        let added: Added = transaction.one(include_str!("../sql/add-internal-history.sql"), row).await?;
        Ok(added.id)
    }
}

/// How the audit trail names an application.
pub(crate) fn audit_subject(receipt: ReceiptNumber) -> String {
    format!("application:{receipt}")
}
