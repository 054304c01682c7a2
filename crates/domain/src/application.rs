//! The life of an application of any form, and the clock it runs against (R3).

use chrono::NaiveDate;

use crate::open_days::Calendar;
use crate::words::{Desk, words};

words! {
    /// Where an application stands.
    Status {
        Received = "received" "受付済み",
        Returned = "returned" "差戻し中",
        Resubmitted = "resubmitted" "再提出済み",
        Accepted = "accepted" "受理済み",
        Completed = "completed" "手続完了",
        Rejected = "rejected" "却下",
        Withdrawn = "withdrawn" "取下げ",
        Redirected = "redirected" "別の窓口へ転送",
        Incomplete = "incomplete" "書類待ち",
    }
}

words! {
    /// What is done to an application.
    Action {
        Accept = "accept" "受理",
        Return = "return" "差戻し",
        Reject = "reject" "却下",
        Resubmit = "resubmit" "再提出",
        Withdraw = "withdraw" "取下げ",
        Complete = "complete" "完了",
        Redirect = "redirect" "転送",
        Supplement = "supplement" "追加提出",
    }
}

words! {
    /// Who does it.
    Actor {
        Desk = "desk" "窓口",
        Applicant = "applicant" "申請者",
        System = "system" "システム",
    }
}

impl Status {
    /// Nothing more can be done: completed, rejected or withdrawn.
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Completed | Self::Rejected | Self::Withdrawn)
    }

    /// A desk has to decide; after a redirection, the other one (R11).
    pub const fn awaits_desk(self) -> bool {
        matches!(self, Self::Received | Self::Resubmitted | Self::Redirected)
    }
}

/// Why an action was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TransitionRefused {
    /// The desk has decided, or the application has ended otherwise.
    #[error("the application is already {0}")]
    AlreadyDecided(Status),
    /// The application is still open, but this is not the next step.
    #[error("an application that is {0} cannot be changed by {1}")]
    NotNow(Status, Action),
    /// Somebody else may do this.
    #[error("{1} is not for {0} to do")]
    NotYours(Actor, Action),
}

impl TransitionRefused {
    /// Stable, for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AlreadyDecided(_) => "already_decided",
            Self::NotNow(..) => "not_now",
            Self::NotYours(..) => "not_yours",
        }
    }

    /// Japanese, for people.
    pub fn message_ja(self) -> String {
        match self {
            Self::AlreadyDecided(status) => {
                format!("この申請は、すでに「{}」になっています。", status.label_ja())
            }
            Self::NotNow(status, action) => {
                format!("「{}」の申請には「{}」の操作ができません。", status.label_ja(), action.label_ja())
            }
            Self::NotYours(actor, action) => {
                format!("「{}」の操作は、{}にはできません。", action.label_ja(), actor.label_ja())
            }
        }
    }
}

/// What `action` by `actor` makes of an application that stands at `status`.
///
/// The one table of every form's life. A returned application may still be rejected, so that the desk can close
/// one that never comes back.
pub const fn next(status: Status, action: Action, actor: Actor) -> Result<Status, TransitionRefused> {
    use Action::{Accept, Complete, Redirect, Reject, Resubmit, Return, Supplement, Withdraw};
    use Actor::{Applicant, Desk, System};
    use Status::{Accepted, Completed, Incomplete, Received, Redirected, Rejected, Resubmitted, Returned, Withdrawn};
    match (action, actor, status) {
        (Accept, Desk, Received | Resubmitted | Redirected) => Ok(Accepted),
        (Return, Desk, Received | Resubmitted | Redirected | Incomplete) => Ok(Returned),
        (Reject, Desk, Received | Resubmitted | Redirected | Incomplete | Returned) => Ok(Rejected),
        (Redirect, Desk, Received | Resubmitted | Redirected | Incomplete) => Ok(Redirected),
        (Resubmit, Applicant, Returned) => Ok(Resubmitted),
        (Supplement, Applicant, Incomplete) => Ok(Received),
        (Withdraw, Applicant, Received | Returned | Resubmitted | Redirected | Incomplete) => Ok(Withdrawn),
        (Complete, Desk | System, Accepted) => Ok(Completed),

        (Accept | Return | Reject | Redirect, Applicant | System, _)
        | (Resubmit | Supplement | Withdraw, Desk | System, _)
        | (Complete, Applicant, _) => Err(TransitionRefused::NotYours(actor, action)),
        (_, _, Accepted | Completed | Rejected | Withdrawn) => Err(TransitionRefused::AlreadyDecided(status)),
        (_, _, Received | Returned | Resubmitted | Redirected | Incomplete) => {
            Err(TransitionRefused::NotNow(status, action))
        }
    }
}

/// The desk that decides a form, by its number: accounts are the city's, patients and their teams the association's (R11).
/// None: whichever it lies at, since that desk finds out what a [mail](crate::mailed_form) is about.
pub const fn deciding_desk(form: u8) -> Option<Desk> {
    match form {
        7 | 8 => Some(Desk::Association),
        9 => None,
        _ => Some(Desk::City),
    }
}

/// The segment of the path of a form, by its number: `account-applications` for Form 4. Forms 1 to 3, about collaboration
/// rooms, and 9, a form that came by mail, exist here only and have their number from us.
pub const fn kind(form: u8) -> &'static str {
    match form {
        1 => "room-applications",
        2 => "membership-applications",
        3 => "room-closures",
        5 => "organization-changes",
        6 => "account-stops",
        7 => "support-room-applications",
        8 => "care-team-notices",
        9 => "mailed-forms",
        _ => "account-applications",
    }
}

/// What a form is called, by its number.
pub const fn form_name(form: u8) -> &'static str {
    match form {
        1 => "職種連携の部屋の開設申請書",
        2 => "職種連携の部屋の参加・退出申請書",
        3 => "職種連携の部屋の閉鎖申出書",
        4 => "様式第4号　利用者アカウント発行申込書兼誓約書",
        5 => "様式第5号　利用団体登録情報変更届出書兼誓約書",
        6 => "様式第6号　利用者アカウント利用中止届出書",
        7 => "様式第7号　個人情報取扱同意書",
        8 => "様式第8号　担当者届出書",
        _ => "利用者間メールで提出された様式",
    }
}

/// Whether what a desk writes about a form may name a patient. Such words stay out of the audit trail, which the city
/// reads and which never forgets (R38); the application's history has them.
pub const fn is_about_a_patient(form: u8) -> bool {
    !matches!(deciding_desk(form), Some(Desk::City))
}

/// What the applicant does by sending the application again now: correct a return, or hand in the half that is missing
/// (R14). None: it may not be changed.
pub const fn correction(status: Status) -> Option<Action> {
    match status {
        Status::Returned => Some(Action::Resubmit),
        Status::Incomplete => Some(Action::Supplement),
        _ => None,
    }
}

/// Whether the applicant may send a corrected application now.
pub const fn can_correct(status: Status) -> bool {
    correction(status).is_some()
}

/// Whether the applicant may withdraw now.
pub const fn can_withdraw(status: Status) -> bool {
    next(status, Action::Withdraw, Actor::Applicant).is_ok()
}

/// What the applicant reads about where the application stands and what comes next.
pub const fn status_text_ja(status: Status) -> &'static str {
    match status {
        Status::Received => "申請を受け付けました。窓口で内容を確認しています。",
        Status::Returned => "内容の修正が必要です。窓口からの連絡を読み、直してもう一度提出してください。",
        Status::Resubmitted => "修正した申請を受け付けました。窓口で内容を確認しています。",
        Status::Accepted => "申請が受理されました。これから手続を進めます。",
        Status::Completed => "手続がすべて終わりました。",
        Status::Rejected => "申請は却下されました。理由は窓口からの連絡をお読みください。",
        Status::Withdrawn => "申請は取り下げられました。",
        Status::Redirected => {
            "申請を担当の窓口へ引き継ぎました。そこで内容を確認しています。もう一度入力する必要はありません。"
        }
        Status::Incomplete => "書類の一部を受け付けました。残りの書類がそろうと、窓口での確認に進みます。",
    }
}

/// The open days a desk has left, counted from a day that itself does not count (R3).
///
/// It runs from receipt, stands still while the application is with the applicant, and runs on from the
/// resubmission with what was left, at least one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueClock {
    /// The day the application came, or came back.
    pub received_on: NaiveDate,
    /// Open days after that day.
    pub open_days_allowed: u32,
}

impl DueClock {
    /// The clock of an application received on this day, when the city allows so many open days for a decision.
    pub const fn start(received_on: NaiveDate, open_days_allowed: u32) -> Self {
        Self { received_on, open_days_allowed }
    }

    /// The last day in time. None when no such day is within reach, see [`Calendar::add_open_days`].
    pub fn due_on(self, calendar: &Calendar) -> Option<NaiveDate> {
        calendar.add_open_days(self.received_on, self.open_days_allowed)
    }

    /// The open days left when the application goes back to the applicant: what was not used, at least one.
    pub fn stop(self, calendar: &Calendar, returned_on: NaiveDate) -> u32 {
        let used = calendar.open_days_between(self.received_on, returned_on).max(0);
        let used = u32::try_from(used).unwrap_or(u32::MAX);
        self.open_days_allowed.saturating_sub(used).max(1)
    }

    /// The clock of an application that came back on this day with so many open days left.
    pub const fn resume(resubmitted_on: NaiveDate, open_days_left: u32) -> Self {
        Self { received_on: resubmitted_on, open_days_allowed: if open_days_left == 0 { 1 } else { open_days_left } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_table_has_exactly_these_steps() {
        let mut steps = Vec::new();
        for &status in Status::ALL {
            for &action in Action::ALL {
                for &actor in Actor::ALL {
                    if let Ok(then) = next(status, action, actor) {
                        steps.push(format!("{status} -{action} by {actor}-> {then}"));
                    }
                }
            }
        }
        assert_eq!(
            steps,
            [
                "received -accept by desk-> accepted",
                "received -return by desk-> returned",
                "received -reject by desk-> rejected",
                "received -withdraw by applicant-> withdrawn",
                "received -redirect by desk-> redirected",
                "returned -reject by desk-> rejected",
                "returned -resubmit by applicant-> resubmitted",
                "returned -withdraw by applicant-> withdrawn",
                "resubmitted -accept by desk-> accepted",
                "resubmitted -return by desk-> returned",
                "resubmitted -reject by desk-> rejected",
                "resubmitted -withdraw by applicant-> withdrawn",
                "resubmitted -redirect by desk-> redirected",
                "accepted -complete by desk-> completed",
                "accepted -complete by system-> completed",
                "redirected -accept by desk-> accepted",
                "redirected -return by desk-> returned",
                "redirected -reject by desk-> rejected",
                "redirected -withdraw by applicant-> withdrawn",
                "redirected -redirect by desk-> redirected",
                "incomplete -return by desk-> returned",
                "incomplete -reject by desk-> rejected",
                "incomplete -withdraw by applicant-> withdrawn",
                "incomplete -redirect by desk-> redirected",
                "incomplete -supplement by applicant-> received",
            ]
        );
    }

    #[test]
    fn a_refusal_says_why() {
        let refused = next(Status::Accepted, Action::Return, Actor::Desk).unwrap_err();
        assert_eq!((refused, refused.code()), (TransitionRefused::AlreadyDecided(Status::Accepted), "already_decided"));
        assert_eq!(refused.message_ja(), "この申請は、すでに「受理済み」になっています。");
        assert_eq!(next(Status::Returned, Action::Accept, Actor::Desk).unwrap_err().code(), "not_now");
        assert_eq!(next(Status::Received, Action::Accept, Actor::Applicant).unwrap_err().code(), "not_yours");
    }

    #[test]
    fn the_applicant_corrects_when_returned_and_withdraws_until_accepted() {
        let correctable: Vec<_> = Status::ALL.iter().filter(|s| can_correct(**s)).collect();
        let withdrawable: Vec<_> = Status::ALL.iter().filter(|s| can_withdraw(**s)).collect();
        assert_eq!(correctable, [&Status::Returned, &Status::Incomplete]);
        let open = [Status::Received, Status::Returned, Status::Resubmitted, Status::Redirected, Status::Incomplete];
        assert_eq!(withdrawable, open.iter().collect::<Vec<_>>());
    }

    #[test]
    fn returning_stops_the_clock() {
        let calendar = Calendar::new([]);
        // Monday; due on Thursday.
        let clock = DueClock::start(day("2026-06-01"), 3);
        assert_eq!(clock.due_on(&calendar), Some(day("2026-06-04")));
        // Returned on Tuesday with two days left; back on the Friday after; due on Tuesday.
        let left = clock.stop(&calendar, day("2026-06-02"));
        let again = DueClock::resume(day("2026-06-12"), left);
        assert_eq!((left, again.due_on(&calendar)), (2, Some(day("2026-06-16"))));
        // Returned late: one day is left all the same.
        assert_eq!(clock.stop(&calendar, day("2026-06-30")), 1);
        assert_eq!(clock.stop(&calendar, day("2026-06-01")), 3);
    }

    proptest! {
        #[test]
        fn an_ended_application_stays_as_it_is(
            status in select(Status::ALL), action in select(Action::ALL), actor in select(Actor::ALL),
        ) {
            if status.is_terminal() {
                prop_assert!(next(status, action, actor).is_err());
            }
            // Every path ends: what leaves "accepted" is terminal, and only half a set becomes "received" once more.
            if let Ok(then) = next(status, action, actor) {
                prop_assert!(then != Status::Received || status == Status::Incomplete);
                prop_assert!(status != Status::Accepted || then.is_terminal());
            }
        }

        #[test]
        fn stopping_never_gains_time(start in 0..3000_i64, used in 0..40_i64, allowed in 1..10_u32) {
            let calendar = Calendar::new([]);
            let received_on = day("2026-01-01") + chrono::TimeDelta::days(start);
            let clock = DueClock { received_on, open_days_allowed: allowed };
            let left = clock.stop(&calendar, received_on + chrono::TimeDelta::days(used));
            prop_assert!((1..=allowed).contains(&left));
        }
    }
}
