//! R21: every view of a registrant is on record – who, when, whom, in which capacity – before it is shown.
//!
//! A handler notes what it is about to show. The record is written from that moment on, beside the handler, and
//! [`serve`](crate::serve()) holds the answer back until both are done: no crash loses a view whose data somebody has
//! seen, and the read is not slower than the slower of the two. Somebody who looks at the same thing again within the
//! window of [`window_minutes`] has looked once: a room that is open on a screen asks every few seconds.

mod record;

use crate::{Clock, Millis, Problem};
use axum::extract::FromRequestParts;
use domain::ids::{RegistrantId, UserId};
use domain::words::{Viewed, ViewedVia};
use http::request::Parts;
use record::Look;
use std::future::poll_fn;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::Poll;

/// How many registrants one answer may show.
const REGISTRANTS_MAX: usize = 200;

/// What an answer shows to whom.
#[derive(Debug, Clone)]
pub struct View {
    /// Who looks.
    pub user: UserId,
    /// At what.
    pub what: Viewed,
    /// In which capacity.
    pub via: ViewedVia,
    /// Of whom.
    pub registrants: Vec<RegistrantId>,
}

/// The views of one request; as an argument of a handler, where it notes what it shows.
#[derive(Debug, Clone, Default)]
pub struct ViewLog(Arc<Mutex<Vec<Look>>>);

impl ViewLog {
    /// Notes what the answer is going to show. It is on record even if the answer then becomes a refusal: writing begins
    /// before anybody can know, a refusal may say something of a person, too, and a view too many does no harm.
    #[expect(clippy::needless_pass_by_value, reason = "a view is made to be noted, and for nothing else")]
    pub fn shows(&self, view: View) -> Result<(), Problem> {
        self.shows_at(Clock::system().now(), &view)
    }

    fn shows_at(&self, at: Millis, view: &View) -> Result<(), Problem> {
        if view.registrants.len() > REGISTRANTS_MAX {
            return Err(Problem::internal("too many registrants in one answer"));
        }
        let after = at.plus_minutes(-window_minutes(view.what));
        let View { user, what, via, .. } = *view;
        let looks = view.registrants.iter().map(|&registrant| Look { at, after, user, registrant, what, via });
        self.0.lock().map_err(Problem::internal)?.extend(looks);
        Ok(())
    }

    /// Runs a handler, and from the first view it notes the writer of the record beside it; both are done afterwards.
    /// The answer must not leave when the record failed.
    pub(crate) async fn record_beside<T>(&self, handler: impl Future<Output = T>) -> (T, Result<(), Problem>) {
        self.beside(handler, record::keep).await
    }

    /// The handler notes while it is polled, so the writer is looked at right after it and needs no waker of its own.
    async fn beside<T, Writing: Future<Output = Result<(), Problem>>>(
        &self,
        handler: impl Future<Output = T>,
        write: impl Fn(Vec<Look>) -> Writing,
    ) -> (T, Result<(), Problem>) {
        let mut handler = pin!(handler);
        let (mut answer, mut writing, mut recorded) = (None, None, Ok(()));
        poll_fn(|context| {
            if answer.is_none()
                && let Poll::Ready(done) = handler.as_mut().poll(context)
            {
                answer = Some(done);
            }
            loop {
                if writing.is_none() {
                    writing = self.noted().map(|looks| Box::pin(write(looks)));
                }
                let Some(writer) = &mut writing else { break };
                let Poll::Ready(result) = writer.as_mut().poll(context) else { return Poll::Pending };
                writing = None;
                if recorded.is_ok() {
                    recorded = result;
                }
            }
            if answer.is_some() { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
        match answer {
            Some(answer) => (answer, recorded),
            None => std::future::pending().await,
        }
    }

    /// What was noted since it was last asked.
    fn noted(&self) -> Option<Vec<Look>> {
        let mut noted = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if noted.is_empty() { None } else { Some(std::mem::take(&mut *noted)) }
    }
}

impl<S: Sync> FromRequestParts<S> for ViewLog {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Problem::internal("no view log"))
    }
}

/// For how long another look at the same is the same look, in minutes.
const fn window_minutes(what: Viewed) -> i64 {
    match what {
        Viewed::List => 60,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::{Cell, RefCell};
    use std::task::{Context, Waker};

    fn view(registrant: i64) -> View {
        View {
            user: UserId(7),
            what: Viewed::Room,
            via: ViewedVia::Member,
            registrants: vec![RegistrantId(registrant)],
        }
    }

    async fn until(is: &Cell<bool>) {
        poll_fn(|_| if is.get() { Poll::Ready(()) } else { Poll::Pending }).await;
    }

    async fn until_next_poll() {
        let mut polled = false;
        poll_fn(|_| if std::mem::replace(&mut polled, true) { Poll::Ready(()) } else { Poll::Pending }).await;
    }

    #[test]
    fn the_record_is_written_while_the_handler_reads_and_both_are_waited_for() {
        let log = ViewLog::default();
        let (read, synced, written) = (Cell::new(false), Cell::new(false), RefCell::new(Vec::new()));
        let handler = async {
            log.shows_at(Millis(0), &view(1)).unwrap();
            until(&read).await;
            log.shows_at(Millis(0), &view(2)).unwrap();
            "answer"
        };
        let write = async |looks: Vec<Look>| {
            written.borrow_mut().extend(looks.iter().map(|look| look.registrant.0));
            until(&synced).await;
            Ok(())
        };
        let mut both = pin!(log.beside(handler, write));
        let mut poll = || both.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        assert!(poll().is_pending());
        assert_eq!(*written.borrow(), [1], "begun while the handler reads");
        read.set(true);
        assert!(poll().is_pending(), "the answer waits for the record");
        synced.set(true);
        let Poll::Ready((answer, recorded)) = poll() else { panic!("both are done") };
        assert_eq!((answer, recorded.is_ok()), ("answer", true));
        assert_eq!(*written.borrow(), [1, 2], "what was noted later is written as well");
    }

    #[test]
    fn a_record_that_failed_is_told_whatever_follows() {
        let log = ViewLog::default();
        let handler = async {
            log.shows_at(Millis(0), &view(1)).unwrap();
            until_next_poll().await;
            log.shows_at(Millis(0), &view(2)).unwrap();
        };
        let write = async |looks: Vec<Look>| {
            if looks[0].registrant.0 == 1 { Err(Problem::not_found()) } else { Ok(()) }
        };
        let mut both = pin!(log.beside(handler, write));
        let mut context = Context::from_waker(Waker::noop());
        assert!(both.as_mut().poll(&mut context).is_pending());
        let Poll::Ready(((), recorded)) = both.as_mut().poll(&mut context) else { panic!("both are done") };
        assert!(recorded.is_err());
    }

    #[test]
    fn an_answer_without_views_writes_nothing_and_none_shows_more_than_a_page() {
        let log = ViewLog::default();
        let write = async |_: Vec<Look>| panic!("nothing was noted");
        let mut both = pin!(log.beside(async { 7 }, write));
        let Poll::Ready((answer, recorded)) = both.as_mut().poll(&mut Context::from_waker(Waker::noop())) else {
            panic!("it is done")
        };
        assert!(answer == 7 && recorded.is_ok());
        let many = View { registrants: (0..=200).map(RegistrantId).collect(), ..view(1) };
        assert!(log.shows_at(Millis(0), &many).is_err());
    }
}
