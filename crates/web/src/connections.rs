//! The database connections of an instance: several for those who read, one for those who write.
//!
//! A new connection reads the whole schema, which costs more than most requests do, and an instance lives for 128
//! requests, so a connection is lent for a statement or a transaction and comes back. Whoever finds none free waits in
//! line. Readers never wait for writers: they have connections of their own.
//!
//! SQLite lets one write at a time, and whoever finds the lock taken sleeps there for longer and longer, up to a tenth of
//! a second, while those who come later take it: a lottery with losers. Writers of an instance therefore stand in line
//! for one connection, and the first of them asks for the lock every millisecond.
#![expect(clippy::disallowed_methods, reason = "the one place that opens Spin's SQLite")]

use crate::DbError;
use crate::wakeup::{Wakeup, Waking};
use spin_sdk::sqlite::Connection;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// For statements that read: as many as requests at once, so that nobody waits in line; a statement is shorter than its
/// request, so far fewer are opened. Four were measured: what is opened less is lost to waiting.
pub(crate) static READING: Connections = Connections::new(16, None);
/// For statements that write, and for transactions. Refused at once, they ask again by themselves.
pub(crate) static WRITING: Connections = Connections::new(1, Some("PRAGMA busy_timeout = 0"));

/// Connections that are lent to one at a time.
pub(crate) struct Connections {
    max: usize,
    /// What each is told once.
    setting: Option<&'static str>,
    lending: Mutex<Lending>,
}

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
    connections: &'static Connections,
    hand: Arc<Mutex<Option<Given>>>,
}

enum Turn {
    Now(Given),
    Wait(Waiter, Wakeup),
}

/// A connection that is lent. It goes back when what it was lent for has ended, and is closed when it has not.
pub(crate) struct Lent {
    connections: &'static Connections,
    connection: Option<Connection>,
    is_finished: bool,
}

impl Connections {
    const fn new(max: usize, setting: Option<&'static str>) -> Self {
        Self { max, setting, lending: Mutex::new(Lending { idle: Vec::new(), open: 0, waiting: VecDeque::new() }) }
    }

    /// An idle connection, a new one while there are few, or the next that comes back.
    pub(crate) async fn lend(&'static self) -> Result<Lent, DbError> {
        let given = match self.turn() {
            Turn::Now(given) => given,
            Turn::Wait(waiter, wakeup) => {
                wakeup.wait().await;
                waiter.take().ok_or(DbError::Abandoned)?
            }
        };
        // Before it is opened: should the request go away meanwhile, its right goes to the next one.
        let mut lent = Lent { connections: self, connection: given, is_finished: false };
        if lent.connection.is_none() {
            lent.connection = Some(self.open().await?);
        }
        Ok(lent)
    }

    async fn open(&self) -> Result<Connection, DbError> {
        let connection = Connection::open_default().await?;
        if let Some(setting) = self.setting {
            // A server in SQLite's place (libSQL) has its own way to wait and may refuse to be told of another.
            if let Ok(answer) = connection.execute(setting, []).await {
                _ = answer.collect().await;
            }
        }
        Ok(connection)
    }

    fn turn(&'static self) -> Turn {
        let mut lending = locked(&self.lending);
        if let Some(connection) = lending.idle.pop() {
            return Turn::Now(Some(connection));
        }
        if lending.open < self.max {
            lending.open += 1;
            return Turn::Now(None);
        }
        let (waking, wakeup) = Wakeup::pair();
        let hand = Arc::new(Mutex::new(None));
        lending.waiting.push_back(Place { hand: Arc::clone(&hand), _waking: waking });
        Turn::Wait(Waiter { connections: self, hand }, wakeup)
    }

    /// To the first who still waits; else it lies idle, or counts no more.
    fn give(&self, given: Given) {
        let mut lending = locked(&self.lending);
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
}

impl Lent {
    pub(crate) fn connection(&self) -> Result<&Connection, DbError> {
        self.connection.as_ref().ok_or_else(|| DbError::Sqlite("closed".to_owned()))
    }

    /// What it was lent for has ended, with rows or with an error.
    pub(crate) fn finish(mut self) {
        self.is_finished = true;
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        let connection = self.connection.take();
        self.connections.give(connection.filter(|_| self.is_finished));
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
            self.connections.give(given);
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
