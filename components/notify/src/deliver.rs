//! Sends what is due. Rows are leased before anything leaves, so two workers send nothing twice; a worker that dies
//! leaves rows whose lease ends, and they go once more: at least once, never lost.

mod email;
mod lease;
mod outcome;
mod push;

pub(crate) use email::MailApi;
pub(crate) use push::{base64url, from_base64url, is_push_service};

use domain::ids::UserId;
use domain::words::NotificationChannel;
use futures_util::future::{Either, select};
use http_body_util::BodyExt as _;
use lease::Group;
use outcome::Outcome;
use std::pin::pin;
use std::time::Duration;
use web::{Clock, Db, Problem, PublicUrl};

/// So long a mail API or a push service may take to answer.
const ANSWER_SECONDS: u64 = 10;
/// Messages of one call: with services that do not answer, a call still ends within two minutes.
const GROUPS: i64 = 10;

/// What was done.
#[derive(Default)]
pub(crate) struct Done {
    pub(crate) sent: usize,
    pub(crate) failed: usize,
    pub(crate) has_more: bool,
}

/// Sends what is due to anybody.
pub(crate) async fn run(db: &Db, clock: Clock, public_url: &PublicUrl) -> Result<Done, Problem> {
    let groups = lease::take(db, clock, None, GROUPS).await?;
    let has_more = groups.len() == usize::try_from(GROUPS).unwrap_or_default();
    let mut done = send(db, clock, public_url, groups).await?;
    done.has_more = has_more && done.failed == 0;
    Ok(done)
}

/// Sends at once what is due to one person: a test does not wait for the worker.
pub(crate) async fn run_for(db: &Db, clock: Clock, public_url: &PublicUrl, user: UserId) -> Result<Done, Problem> {
    let groups = lease::take(db, clock, Some(user), GROUPS).await?;
    send(db, clock, public_url, groups).await
}

async fn send(db: &Db, clock: Clock, public_url: &PublicUrl, groups: Vec<Group>) -> Result<Done, Problem> {
    let mut done = Done::default();
    // A service that is down is not asked again and again: the rest waits as it would after a try.
    let mut mail_is_down = None;
    for group in groups {
        let outcome = match (group.channel(), &mail_is_down) {
            (NotificationChannel::Email, Some(outcome)) => Outcome::clone(outcome),
            (NotificationChannel::Email, None) => email::send(&group, public_url).await,
            (NotificationChannel::Push, _) => push::send(db, clock, &group, public_url).await?,
        };
        if group.channel() == NotificationChannel::Email && outcome.is_of_the_service() {
            mail_is_down = Some(outcome.clone());
        }
        match outcome {
            Outcome::Sent => done.sent += 1,
            _ => done.failed += 1,
        }
        outcome::note(db, clock, &group, &outcome).await?;
    }
    Ok(done)
}

/// An answer of somebody else's service.
struct Answer {
    status: u16,
    retry_after_seconds: Option<i64>,
}

/// Sends a request; none when there is no answer in time.
async fn answer_to(request: http::Request<http_body_util::Full<bytes::Bytes>>) -> Option<Answer> {
    let asked = pin!(async {
        let response = spin_sdk::http::send(request).await.ok()?;
        let retry_after = response.headers().get("retry-after").and_then(|value| value.to_str().ok()?.parse().ok());
        let status = response.status().as_u16();
        // Read to its end: the connection can be used again.
        let _ = response.into_body().collect().await;
        Some(Answer { status, retry_after_seconds: retry_after })
    });
    let waited = pin!(spin_sdk::time::sleep(Duration::from_secs(ANSWER_SECONDS)));
    match select(asked, waited).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => None,
    }
}
