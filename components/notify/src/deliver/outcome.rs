//! What became of a message, and what that means for its rows.

use super::lease::Group;
use domain::notification::retry_after_minutes;
use web::{Clock, Db, DbError, params};

/// What became of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The service took it.
    Sent,
    /// Not now; the service may say when.
    Later { reason: &'static str, after_seconds: Option<i64> },
    /// Never: another try would end the same.
    Never { reason: &'static str },
}

/// The longest that a service may ask us to wait; it is a guest here.
const AFTER_SECONDS_MAX: i64 = 6 * 60 * 60;

impl Outcome {
    /// What an answer means.
    pub(super) fn of(answer: Option<&super::Answer>, refused: &'static str) -> Self {
        let Some(answer) = answer else { return Self::later("no_answer") };
        match answer.status {
            200..=299 => Self::Sent,
            429 => Self::Later { reason: "too_many", after_seconds: answer.retry_after_seconds },
            // The key or the sender is wrong: the operator can mend that, and nothing is lost until then.
            401 | 403 => Self::later("not_permitted"),
            408 | 425 => Self::later("no_answer"),
            400..=499 => Self::Never { reason: refused },
            _ => Self::Later { reason: "service_error", after_seconds: answer.retry_after_seconds },
        }
    }

    pub(super) const fn later(reason: &'static str) -> Self {
        Self::Later { reason, after_seconds: None }
    }

    /// Whether the next message would end the same.
    pub(super) const fn is_of_the_service(&self) -> bool {
        matches!(self, Self::Later { .. })
    }
}

/// Writes it down, unless the lease went to somebody else meanwhile.
pub(super) async fn note(db: &Db, clock: Clock, group: &Group, outcome: &Outcome) -> Result<(), DbError> {
    let now = clock.now();
    let (state, due, reason) = match outcome {
        Outcome::Sent => ("sent", None, None),
        Outcome::Never { reason } => ("gave_up", None, Some(*reason)),
        Outcome::Later { reason, after_seconds } => match retry_after_minutes(group.attempts) {
            None => ("gave_up", None, Some(*reason)),
            Some(minutes) => {
                let asked = after_seconds.unwrap_or(0).clamp(0, AFTER_SECONDS_MAX) * 1_000;
                let due = now.plus_minutes(minutes).0.max(now.0 + asked);
                ("waiting", Some(due), Some(*reason))
            }
        },
    };
    let rows = serde_json::to_string(&group.rows).map_err(|error| DbError::Row(error.to_string()))?;
    let row = params![rows, group.lease.as_str(), state, due, reason, now];
    db.run(include_str!("../../sql/note-outcome.sql"), row).await
}

#[cfg(test)]
mod tests {
    use super::super::Answer;
    use super::*;

    #[test]
    fn an_answer_means_sent_later_or_never() {
        let of = |status, retry_after_seconds| Outcome::of(Some(&Answer { status, retry_after_seconds }), "refused");
        assert_eq!(of(202, None), Outcome::Sent);
        assert_eq!(of(429, Some(30)), Outcome::Later { reason: "too_many", after_seconds: Some(30) });
        assert_eq!(of(503, None), Outcome::Later { reason: "service_error", after_seconds: None });
        assert_eq!(of(401, None), Outcome::later("not_permitted"), "the operator can mend it");
        assert_eq!(of(400, None), Outcome::Never { reason: "refused" });
        assert_eq!(Outcome::of(None, "refused"), Outcome::later("no_answer"));
    }
}
