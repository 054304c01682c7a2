//! One transaction for what several requests of an instance want to write at the same time.
//!
//! Making a transaction durable costs a sync of the disk, and waiting for the write lock is a lottery; up to sixteen
//! requests share an instance. The first that has something to write leads: it begins the transaction, takes what its
//! neighbours have queued by then, and commits for all of them, while the next ones queue. A leader that goes away leaves
//! nobody waiting: whose work it had taken gets an error, since it may or may not be durable, and one of those who were
//! still queued leads. A trap ends the instance with every request in it, so there is nobody to wait.

use crate::DbError;
use crate::wakeup::{Wakeup, Waking};
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Works of one transaction. More wait for the next one, so that no write lock is held for long.
const BATCH_MAX: usize = 64;

/// Those who write to the same place: a `static` of the component.
pub struct GroupCommit<Work, Outcome>(Mutex<Queue<Work, Outcome>>);

struct Queue<Work, Outcome> {
    next: Ticket,
    is_led: bool,
    /// In order of arrival.
    waiting: BTreeMap<Ticket, Waiting<Work, Outcome>>,
}

type Ticket = u64;

struct Waiting<Work, Outcome> {
    /// None: a leader has taken it.
    work: Option<Work>,
    outcome: Option<Result<Outcome, DbError>>,
    /// Dropped when there is an outcome, or nobody leads.
    waking: Option<Waking>,
}

/// What a leader is about to commit.
pub struct Batch<'a, Work, Outcome> {
    group: &'a GroupCommit<Work, Outcome>,
    leader: Ticket,
    taken: Mutex<Vec<Ticket>>,
}

/// A request's place in the queue, given up when the request ends, however it does.
struct Seat<'a, Work, Outcome> {
    group: &'a GroupCommit<Work, Outcome>,
    ticket: Ticket,
}

enum Turn<'a, Work, Outcome> {
    Done(Result<Outcome, DbError>),
    Lead(Batch<'a, Work, Outcome>),
    Wait(Wakeup),
}

impl<Work, Outcome> Default for GroupCommit<Work, Outcome> {
    fn default() -> Self {
        Self::new()
    }
}

impl<Work, Outcome> GroupCommit<Work, Outcome> {
    /// With nobody in it.
    pub const fn new() -> Self {
        Self(Mutex::new(Queue { next: 0, is_led: false, waiting: BTreeMap::new() }))
    }

    /// Has `work` committed, by a neighbour or by leading oneself. `lead` takes the batch, writes it in one transaction
    /// and gives an outcome for each work in its order; an error is everybody's.
    pub async fn join(
        &self,
        work: Work,
        lead: impl AsyncFn(&Batch<'_, Work, Outcome>) -> Result<Vec<Outcome>, DbError>,
    ) -> Result<Outcome, DbError> {
        let seat = self.take_seat(work);
        loop {
            match seat.turn() {
                Turn::Done(outcome) => return outcome,
                Turn::Wait(wakeup) => wakeup.wait().await,
                Turn::Lead(batch) => {
                    let outcomes = lead(&batch).await;
                    batch.finish(outcomes);
                }
            }
        }
    }

    fn take_seat(&self, work: Work) -> Seat<'_, Work, Outcome> {
        let mut queue = self.queue();
        let ticket = queue.next;
        queue.next += 1;
        queue.waiting.insert(ticket, Waiting { work: Some(work), outcome: None, waking: None });
        Seat { group: self, ticket }
    }

    fn queue(&self) -> MutexGuard<'_, Queue<Work, Outcome>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Wakes whoever may lead next, if nobody does.
    fn wake_next(&self) {
        let mut queue = self.queue();
        if queue.is_led {
            return;
        }
        if let Some(next) = queue.waiting.values_mut().find(|waiting| waiting.work.is_some()) {
            next.waking = None;
        }
    }
}

impl<'a, Work, Outcome> Seat<'a, Work, Outcome> {
    fn turn(&self) -> Turn<'a, Work, Outcome> {
        let mut queue = self.group.queue();
        let is_led = queue.is_led;
        // It is there as long as the seat is.
        let Some(waiting) = queue.waiting.get_mut(&self.ticket) else { return Turn::Done(Err(DbError::Abandoned)) };
        if let Some(outcome) = waiting.outcome.take() {
            return Turn::Done(outcome);
        }
        if waiting.work.is_none() || is_led {
            let (waking, wakeup) = Wakeup::pair();
            waiting.waking = Some(waking);
            return Turn::Wait(wakeup);
        }
        queue.is_led = true;
        Turn::Lead(Batch { group: self.group, leader: self.ticket, taken: Mutex::default() })
    }
}

impl<Work, Outcome> Drop for Seat<'_, Work, Outcome> {
    fn drop(&mut self) {
        self.group.queue().waiting.remove(&self.ticket);
        // It may have been the one that was woken to lead.
        self.group.wake_next();
    }
}

impl<Work, Outcome> Batch<'_, Work, Outcome> {
    /// Takes everything that is queued now: to be called as late as possible.
    pub fn take(&self) -> Vec<Work> {
        let mut queue = self.group.queue();
        let mut taken = self.taken();
        let mut works = Vec::new();
        for (ticket, waiting) in &mut queue.waiting {
            if works.len() == BATCH_MAX {
                break;
            }
            if let Some(work) = waiting.work.take() {
                taken.push(*ticket);
                works.push(work);
            }
        }
        works
    }

    /// Tells everybody in the batch how it ended.
    fn finish(self, outcomes: Result<Vec<Outcome>, DbError>) {
        let mut taken = std::mem::take(&mut *self.taken());
        match outcomes {
            Ok(outcomes) => {
                let mut outcomes = outcomes.into_iter();
                for ticket in taken {
                    self.tell(ticket, outcomes.next().ok_or(DbError::Abandoned));
                }
            }
            Err(error) => {
                if taken.is_empty() {
                    // Failed before it took anything: the others try for themselves.
                    taken.push(self.leader);
                }
                for ticket in taken {
                    self.tell(ticket, Err(error.clone()));
                }
            }
        }
    }

    fn tell(&self, ticket: Ticket, outcome: Result<Outcome, DbError>) {
        let mut queue = self.group.queue();
        let Some(waiting) = queue.waiting.get_mut(&ticket) else { return };
        *waiting = Waiting { work: None, outcome: Some(outcome), waking: None };
    }

    fn taken(&self) -> MutexGuard<'_, Vec<Ticket>> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Gives leadership up, after the work or in the middle of it.
impl<Work, Outcome> Drop for Batch<'_, Work, Outcome> {
    fn drop(&mut self) {
        let taken = std::mem::take(&mut *self.taken());
        for ticket in taken {
            self.tell(ticket, Err(DbError::Abandoned));
        }
        self.group.queue().is_led = false;
        self.group.wake_next();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::{Cell, RefCell};
    use std::future::{Future, poll_fn};
    use std::pin::Pin;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::task::{Context, Poll, Wake, Waker};

    type Group = GroupCommit<u32, u32>;
    type Task<'a> = Pin<Box<dyn Future<Output = Result<u32, DbError>> + 'a>>;

    #[derive(Default)]
    struct Bell(AtomicUsize);
    impl Wake for Bell {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// A database whose lock and disk take as long as the test wants, and what was committed.
    #[derive(Default)]
    struct Disk {
        locked: Cell<bool>,
        synced: Cell<bool>,
        commits: RefCell<Vec<Vec<u32>>>,
    }

    impl Disk {
        async fn until(&self, is: &Cell<bool>) {
            poll_fn(|_| if is.replace(false) { Poll::Ready(()) } else { Poll::Pending }).await;
        }

        /// A request that wants this written; 13 makes the transaction fail.
        fn request<'a>(&'a self, group: &'a Group, work: u32) -> (Task<'a>, Arc<Bell>) {
            let lead = async |batch: &Batch<'_, u32, u32>| {
                self.until(&self.locked).await;
                let works = batch.take();
                self.until(&self.synced).await;
                if works.contains(&13) {
                    return Err(DbError::Sqlite("refused".to_owned()));
                }
                self.commits.borrow_mut().push(works.clone());
                Ok(works.iter().map(|work| work * 10).collect())
            };
            (Box::pin(group.join(work, lead)), Arc::default())
        }
    }

    fn poll((task, bell): &mut (Task<'_>, Arc<Bell>)) -> Option<Result<u32, String>> {
        let waker = Waker::from(Arc::clone(bell));
        match task.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(outcome) => Some(outcome.map_err(|error| error.to_string())),
            Poll::Pending => None,
        }
    }

    fn rung((_, bell): &(Task<'_>, Arc<Bell>)) -> bool {
        bell.0.swap(0, Ordering::Relaxed) > 0
    }

    #[test]
    fn who_comes_while_the_leader_waits_for_the_lock_is_committed_with_it() {
        let (group, disk) = (Group::new(), Disk::default());
        let mut tasks: Vec<_> = (1..=4).map(|work| disk.request(&group, work)).collect();
        assert!(tasks[..3].iter_mut().all(|task| poll(task).is_none()));
        disk.locked.set(true);
        assert_eq!(poll(&mut tasks[0]), None, "committing 1, 2 and 3");
        assert_eq!(poll(&mut tasks[3]), None, "too late for this transaction");
        disk.synced.set(true);
        assert_eq!(poll(&mut tasks[0]), Some(Ok(10)));
        assert!(tasks[1..].iter().all(rung), "two have an outcome, one may lead");
        disk.locked.set(true);
        disk.synced.set(true);
        let answers: Vec<_> = tasks[1..].iter_mut().map(poll).collect();
        assert_eq!(answers, [Some(Ok(20)), Some(Ok(30)), Some(Ok(40))]);
        assert_eq!(*disk.commits.borrow(), [vec![1, 2, 3], vec![4]]);
        let queue = group.queue();
        assert!(queue.waiting.is_empty() && !queue.is_led);
    }

    #[test]
    fn a_failed_transaction_fails_for_everybody_in_it_and_for_nobody_else() {
        let (group, disk) = (Group::new(), Disk::default());
        let mut tasks: Vec<_> = [13, 2, 3].into_iter().map(|work| disk.request(&group, work)).collect();
        assert!(tasks[..2].iter_mut().all(|task| poll(task).is_none()));
        disk.locked.set(true);
        assert!(tasks.iter_mut().all(|task| poll(task).is_none()));
        disk.synced.set(true);
        assert_eq!(poll(&mut tasks[0]), Some(Err("sqlite: refused".to_owned())));
        assert_eq!(poll(&mut tasks[1]), Some(Err("sqlite: refused".to_owned())));
        disk.locked.set(true);
        disk.synced.set(true);
        assert_eq!(poll(&mut tasks[2]), Some(Ok(30)));
    }

    #[test]
    fn a_leader_that_goes_away_before_its_transaction_is_followed_by_the_next() {
        let (group, disk) = (Group::new(), Disk::default());
        let mut tasks: Vec<_> = (1..=3).map(|work| disk.request(&group, work)).collect();
        assert!(tasks.iter_mut().all(|task| poll(task).is_none()));
        drop(tasks.remove(0));
        assert!(rung(&tasks[0]) && !rung(&tasks[1]), "one is enough");
        // It goes away, too, before it is asked again.
        drop(tasks.remove(0));
        assert!(rung(&tasks[0]));
        disk.locked.set(true);
        disk.synced.set(true);
        assert_eq!(poll(&mut tasks[0]), Some(Ok(30)));
        assert_eq!(*disk.commits.borrow(), [vec![3]], "who went away is not written");
    }

    #[test]
    fn a_leader_that_goes_away_in_its_transaction_takes_the_batch_with_it() {
        let (group, disk) = (Group::new(), Disk::default());
        let mut tasks: Vec<_> = (1..=3).map(|work| disk.request(&group, work)).collect();
        assert!(tasks[..2].iter_mut().all(|task| poll(task).is_none()));
        disk.locked.set(true);
        assert!(tasks.iter_mut().all(|task| poll(task).is_none()));
        drop(tasks.remove(0));
        assert!(tasks.iter().all(rung));
        assert_eq!(poll(&mut tasks[0]), Some(Err(DbError::Abandoned.to_string())));
        disk.locked.set(true);
        disk.synced.set(true);
        assert_eq!(poll(&mut tasks[1]), Some(Ok(30)));
    }

    #[test]
    fn more_than_a_batch_takes_several() {
        let (group, disk) = (Group::new(), Disk::default());
        let many = u32::try_from(BATCH_MAX).unwrap() + 1;
        let mut tasks: Vec<_> = (0..many).map(|_| disk.request(&group, 1)).collect();
        assert!(tasks.iter_mut().all(|task| poll(task).is_none()));
        while disk.commits.borrow().len() < 2 {
            disk.locked.set(true);
            disk.synced.set(true);
            tasks.retain_mut(|task| poll(task).is_none());
        }
        tasks.retain_mut(|task| poll(task).is_none());
        assert!(tasks.is_empty());
    }
}
