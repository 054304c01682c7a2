//! The database connections of an instance: few for statements, one of its own for each transaction.
//!
//! A new connection reads the whole schema, which costs more than most requests do, and an instance lives for 128
//! requests: a connection for each of the sixteen requests that it serves at once would be opened for eight. A statement
//! therefore borrows a connection and gives it back; whoever finds none free waits in line. A transaction keeps its
//! connection from begin to commit, so those have connections of their own: nobody who reads ever waits for somebody who
//! waits for the write lock.
#![expect(clippy::disallowed_methods, reason = "the one place that opens Spin's SQLite")]

use crate::DbError;
use crate::wakeup::{Wakeup, Waking};
use spin_sdk::sqlite::Connection;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Connections for statements: as many as requests at once, so that nobody waits in line; a statement is shorter than its
/// request, so far fewer are opened. Four were measured: what is opened less is lost to waiting.
const LENT_MAX: usize = 16;
/// Idle connections of transactions; an instance serves up to sixteen requests at once.
const KEPT_MAX: usize = 16;

static LENDING: Mutex<Lending> = Mutex::new(Lending { idle: Vec::new(), open: 0, waiting: VecDeque::new() });
static KEPT: Mutex<Vec<Connection>> = Mutex::new(Vec::new());

struct Lending {
    idle: Vec<Connection>,
    /// Idle, lent, or about to be opened.
    open: usize,
    /// In order of arrival.
    waiting: VecDeque<Place>,
}

/// What somebody gets: a connection, or the right to open one in the place of one that was closed.
type Given = Option<Connection>;

/// Of somebody who waits: what comes back is laid into the hand, and the waking dropped.
struct Place {
    hand: Arc<Mutex<Option<Given>>>,
    _waking: Waking,
}

/// Somebody who waits.
struct Waiter {
    hand: Arc<Mutex<Option<Given>>>,
}

enum Turn {
    Now(Given),
    Wait(Waiter, Wakeup),
}

/// A connection lent for one statement. It goes back when the statement has ended, and is closed when it has not.
pub(crate) struct Lent {
    connection: Option<Connection>,
    is_finished: bool,
}

impl Lent {
    /// An idle connection, a new one while there are few, or the next that comes back.
    pub(crate) async fn take() -> Result<Self, DbError> {
        let given = match turn() {
            Turn::Now(given) => given,
            Turn::Wait(waiter, wakeup) => {
                wakeup.wait().await;
                waiter.take().ok_or(DbError::Abandoned)?
            }
        };
        // Before it is opened: should the request go away meanwhile, its right goes to the next one.
        let mut lent = Self { connection: given, is_finished: false };
        if lent.connection.is_none() {
            lent.connection = Some(Connection::open_default().await?);
        }
        Ok(lent)
    }

    pub(crate) fn connection(&self) -> Result<&Connection, DbError> {
        self.connection.as_ref().ok_or_else(|| DbError::Sqlite("closed".to_owned()))
    }

    /// Its statement has ended, with rows or with an error.
    pub(crate) fn finish(mut self) {
        self.is_finished = true;
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        let connection = self.connection.take();
        give(connection.filter(|_| self.is_finished));
    }
}

impl Waiter {
    fn take(&self) -> Option<Given> {
        locked(&self.hand).take()
    }
}

/// Whoever goes away with something in the hand leaves it to the next one.
impl Drop for Waiter {
    fn drop(&mut self) {
        if let Some(given) = self.take() {
            give(given);
        }
    }
}

fn turn() -> Turn {
    let mut lending = locked(&LENDING);
    if let Some(connection) = lending.idle.pop() {
        return Turn::Now(Some(connection));
    }
    if lending.open < LENT_MAX {
        lending.open += 1;
        return Turn::Now(None);
    }
    let (waking, wakeup) = Wakeup::pair();
    let hand = Arc::new(Mutex::new(None));
    lending.waiting.push_back(Place { hand: Arc::clone(&hand), _waking: waking });
    Turn::Wait(Waiter { hand }, wakeup)
}

/// To the first who still waits; else it lies idle, or counts no more.
fn give(given: Given) {
    let mut lending = locked(&LENDING);
    while let Some(place) = lending.waiting.pop_front() {
        // The other end is there as long as its request is.
        if Arc::strong_count(&place.hand) > 1 {
            *locked(&place.hand) = Some(given);
            return;
        }
    }
    match given {
        Some(connection) => lending.idle.push(connection),
        None => lending.open -= 1,
    }
}

/// A connection for a transaction.
pub(crate) async fn keep() -> Result<Connection, DbError> {
    let idle = locked(&KEPT).pop();
    match idle {
        Some(connection) => Ok(connection),
        None => Ok(Connection::open_default().await?),
    }
}

/// The transaction has ended.
pub(crate) fn give_back(connection: Connection) {
    let mut kept = locked(&KEPT);
    if kept.len() < KEPT_MAX {
        kept.push(connection);
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
