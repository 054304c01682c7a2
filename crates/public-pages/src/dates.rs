//! Days and times as people in Japan write them.

use chrono::{Datelike as _, NaiveDate};
use maud::{Markup, html};
use web::Millis;

const MINUTES_PER_DAY: i64 = 24 * 60;
const JAPAN_AHEAD_MINUTES: i64 = 9 * 60;
const WEEKDAYS: [char; 7] = ['月', '火', '水', '木', '金', '土', '日'];

/// `令和8年11月23日(月)`, readable for machines, too.
pub fn day(date: NaiveDate) -> Markup {
    html! { time datetime=(date) { (wareki(date)) } }
}

/// `令和8年11月23日(月) 14:05` in Japan, readable for machines, too.
pub fn day_and_time(at: Millis) -> Markup {
    let minutes = (at.0.div_euclid(60_000) + JAPAN_AHEAD_MINUTES).rem_euclid(MINUTES_PER_DAY);
    html! {
        time datetime=(at.to_rfc3339()) {
            (wareki(at.japan_date())) " " (minutes / 60) ":" (format!("{:02}", minutes % 60))
        }
    }
}

/// The era the system was born in; a day before it is written in the western calendar.
fn wareki(date: NaiveDate) -> String {
    let reiwa = NaiveDate::from_ymd_opt(2019, 5, 1).is_some_and(|first| date >= first);
    let year = match date.year() {
        2019 if reiwa => "令和元".to_owned(),
        year if reiwa => format!("令和{}", year - 2018),
        year => year.to_string(),
    };
    let weekday = usize::try_from(date.weekday().num_days_from_monday()).ok().and_then(|at| WEEKDAYS.get(at));
    format!("{year}年{}月{}日({})", date.month(), date.day(), weekday.copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_in_the_japanese_calendar() {
        let written = |day: &str| wareki(day.parse().unwrap());
        assert_eq!(written("2026-11-23"), "令和8年11月23日(月)");
        assert_eq!(written("2019-05-01"), "令和元年5月1日(水)");
        assert_eq!(written("2020-01-05"), "令和2年1月5日(日)");
        assert_eq!(written("2019-04-30"), "2019年4月30日(火)");
    }

    #[test]
    fn times_are_those_of_japan() {
        // 2026-11-22T15:05:59Z
        let written = day_and_time(Millis(1_795_359_959_000)).into_string();
        assert_eq!(written, r#"<time datetime="2026-11-22T15:05:59Z">令和8年11月23日(月) 0:05</time>"#);
    }
}
