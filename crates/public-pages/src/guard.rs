//! What keeps programs from flooding a form that everybody may send, without a riddle for people: how many come from one
//! address, a field that no person sees, the time it takes to fill a form in. Nothing is refused without saying so, and
//! nothing typed is lost: the page comes back with everything in it, and one more press sends it.

use maud::{Markup, html};
use web::{Attempts, ClientAddress, Clock, Db, FieldProblem, FormControls, FormStamp, Problem};

/// So many forms from one address in an hour: an office behind one address files a few.
const FILINGS_MAX: i64 = 20;
const WINDOW_MINUTES: i64 = 60;
/// Nobody reads and fills in a form in less, in milliseconds.
const SOONEST_MS: i64 = 3_000;

/// What stopped a form besides its answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// It came from a page that is not ours, such as the city's: our page shows it once before it is filed.
    Confirm,
    /// It came faster than anybody can read.
    TooFast,
    /// The field that no person sees was filled in.
    HiddenField,
    /// Too many came from this address: again in so many minutes.
    TooMany(i64),
}

impl Notice {
    /// What happened and what to do. `is_complete`: nothing else is wrong.
    pub fn show(self, is_complete: bool) -> Markup {
        let (heading, text) = match self {
            Self::Confirm if is_complete => (
                "内容を確かめて、送信してください",
                "まだ申請は終わっていません。下の内容でよければ、いちばん下のボタンを押してください。".to_owned(),
            ),
            Self::Confirm => {
                ("まだ申請は終わっていません", "下の内容を直してから、いちばん下のボタンを押してください。".to_owned())
            }
            Self::TooFast => (
                "もう一度、送信のボタンを押してください",
                "表示してすぐに送られたため、機械による送信でないことを確かめています。入力した内容は残っています。"
                    .to_owned(),
            ),
            Self::HiddenField => (
                "まだ申請は終わっていません",
                "画面に出ない欄に文字が入っていました（ブラウザーの自動入力などで起こります）。その文字は消しました。\
                 内容を確かめて、もう一度送信してください。"
                    .to_owned(),
            ),
            Self::TooMany(minutes) => (
                "今は送信できません",
                format!(
                    "同じ場所から続けて送られたため、受付を一時止めています。約{minutes}分後に、\
                     このページのボタンをもう一度押してください。入力した内容は残っています。"
                ),
            ),
        };
        html! {
            div.notice-box."notice-box--warning" role="status" id="notice" {
                h2 { (heading) }
                p { (text) }
            }
        }
    }
}

/// What a guarded form sends along: its stamp, and the field that stays empty.
pub fn fields(stamp: &FormStamp) -> Markup {
    html! {
        input type="hidden" name="stamp" value=(stamp.as_str());
        div.visually-hidden aria-hidden="true" {
            label for="website" { "この欄は空のままにしてください" }
            input type="text" id="website" name="website" value="" tabindex="-1" autocomplete="off";
        }
    }
}

/// Why a form that a person seems to have sent is not filed yet.
pub(crate) fn stopped(controls: &FormControls, stamp: &FormStamp, clock: Clock) -> Option<Notice> {
    if controls.website.as_deref().is_some_and(|text| !text.trim().is_empty()) {
        return Some(Notice::HiddenField);
    }
    match stamp.made_at() {
        None => Some(Notice::Confirm),
        Some(made_at) if clock.now().0 - made_at.0 < SOONEST_MS => Some(Notice::TooFast),
        Some(_) => None,
    }
}

/// How many forms may come from an address.
pub(crate) struct Rate(Attempts);

impl Rate {
    pub(crate) fn of(address: &ClientAddress) -> Self {
        Self(Attempts::at(format!("public-form:{}", address.0), FILINGS_MAX, WINDOW_MINUTES))
    }

    /// Refuses with 429 when too many came.
    pub(crate) async fn check(&self, db: &Db, clock: Clock) -> Result<(), Problem> {
        self.0.check(db, clock).await
    }

    /// Counts a filed form, and one that asked whether somebody has an account.
    pub(crate) async fn count(&self, db: &Db, clock: Clock, outcome: Result<(), &Problem>) -> Result<(), Problem> {
        let asks = |error: &FieldProblem| error.code == "unknown_account";
        match outcome {
            Err(problem) if !problem.errors().iter().any(asks) => Ok(()),
            _ => Ok(self.0.record(db, clock).await?),
        }
    }
}

/// In how many minutes a refusal for too many ends.
pub(crate) fn minutes_until(problem: &Problem) -> i64 {
    problem.retry_after_seconds().unwrap_or(WINDOW_MINUTES * 60).div_euclid(60) + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_notice_says_that_nothing_is_lost_or_what_to_press() {
        for notice in [Notice::Confirm, Notice::TooFast, Notice::HiddenField, Notice::TooMany(12)] {
            for is_complete in [true, false] {
                let shown = notice.show(is_complete).into_string();
                assert!(shown.contains("ボタン") || shown.contains("もう一度送信"), "{shown}");
            }
        }
        assert!(Notice::TooMany(12).show(true).into_string().contains("約12分後"));
    }
}
