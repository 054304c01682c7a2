//! Visits as an iCalendar object (RFC 5545), for the calendar that a person uses besides.

use super::export::Series as Exported;
use chrono::{Days, NaiveDate, NaiveTime};
use domain::visits::{Exception, Moved, Repeat, Series, WITHOUT_END, WeekDay};
use icalendar::{Class, Component, Event, Property};
use web::Millis;

/// What stands before the events: who made it, and the time in Japan, which has had no summer time since 1951.
const HEAD: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Tasuki//visits//JA\r\nCALSCALE:GREGORIAN\r\n\
    METHOD:PUBLISH\r\nBEGIN:VTIMEZONE\r\nTZID:Asia/Tokyo\r\nBEGIN:STANDARD\r\nDTSTART:19510909T010000\r\n\
    TZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900\r\nTZNAME:JST\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
const FOOT: &str = "END:VCALENDAR\r\n";
const JAPAN_HOURS: i64 = 9;

/// A day of a series that is different, with what is said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DayOff {
    pub(super) exception: Exception,
    /// Empty: none.
    pub(super) note: String,
}

/// How the events are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style<'a> {
    /// What makes the names of the events this system's alone (RFC 7986 §5.3).
    pub(super) system: &'a str,
    pub(super) now: Millis,
    /// With the registrant's name and the notes.
    pub(super) with_names: bool,
}

/// The whole object.
pub(super) fn text<'a>(style: Style<'_>, visits: impl Iterator<Item = (&'a Exported, &'a [DayOff])>) -> String {
    let mut text = String::from(HEAD);
    for (visit, days) in visits {
        for event in events(style, visit, days) {
            // The only way in which writing into a string fails is that something does not want to be written.
            let _ = event.fmt_write(&mut text);
        }
    }
    text.push_str(FOOT);
    text
}

fn events(style: Style<'_>, visit: &Exported, days: &[DayOff]) -> Vec<Event> {
    let series = visit.series();
    let first = series.days(visit.first_day, visit.last_day).next();
    let Some(first) = first.filter(|_| !visit.is_withdrawn) else {
        // Nothing of it is left: a calendar that has it is told.
        return vec![taking_place(style, visit, &whole(visit.first_day, series), "", true).done()];
    };
    let Some(repeat) = &visit.repeat else {
        let day = days.iter().find(|day| day.exception.day == first);
        let (at, note, is_cancelled) = day.map_or_else(
            || (whole(first, series), "", false),
            |day| (day.exception.moved.unwrap_or(whole(first, series)), day.note.as_str(), day.exception.is_cancelled),
        );
        return vec![taking_place(style, visit, &at, note, is_cancelled).done()];
    };
    let mut main = taking_place(style, visit, &whole(first, series), "", false);
    main.append_property(Property::new("RRULE", rule(repeat, visit.last_day)).done());
    let mut events = vec![main.done()];
    for DayOff { exception, note } in days.iter().filter(|day| series.has(day.exception.day)) {
        let planned = whole(exception.day, series);
        let at = exception.moved.unwrap_or(planned);
        let mut one = taking_place(style, visit, &at, note, exception.is_cancelled);
        one.append_property(local("RECURRENCE-ID", planned.day, planned.start_minute));
        events.push(one.done());
    }
    events
}

/// The series' own time on a day.
fn whole(day: NaiveDate, series: Series<'_>) -> Moved {
    Moved { day, start_minute: series.start_minute, minutes: series.minutes }
}

fn taking_place(style: Style<'_>, visit: &Exported, at: &Moved, note: &str, is_cancelled: bool) -> Event {
    let mut event = Event::new();
    event
        .uid(&format!("visit-{}.{}@tasuki", visit.visit_id, style.system))
        .add_property("DTSTAMP", utc(style.now))
        .add_property("SEQUENCE", visit.revision.to_string())
        .add_property("STATUS", if is_cancelled { "CANCELLED" } else { "CONFIRMED" })
        .class(Class::Private)
        .summary(&visit.title(style.with_names))
        .append_property(local("DTSTART", at.day, at.start_minute))
        .append_property(local("DTEND", at.day, at.start_minute + at.minutes));
    let description = visit.description(style.with_names, note);
    if !description.is_empty() {
        event.description(&description);
    }
    event
}

/// A time of a day in Japan; minutes beyond midnight belong to the next day.
fn local(name: &str, day: NaiveDate, minute: i64) -> Property {
    let (days, minute) = (u64::try_from(minute / 1_440).unwrap_or(0), u32::try_from(minute % 1_440).unwrap_or(0));
    let day = day.checked_add_days(Days::new(days)).unwrap_or(day);
    let time = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap_or_default();
    let mut property = Property::new(name, day.and_time(time).format("%Y%m%dT%H%M%S").to_string());
    property.add_parameter("TZID", "Asia/Tokyo").done()
}

fn utc(at: Millis) -> String {
    chrono::DateTime::from_timestamp_millis(at.0).unwrap_or_default().format("%Y%m%dT%H%M%SZ").to_string()
}

/// `RRULE`: weeks begin on Monday here, and a month without the day is left out there, too (RFC 5545 §3.3.10).
fn rule(repeat: &Repeat, last: NaiveDate) -> String {
    let rule = match repeat {
        Repeat::Week { weeks, weekdays } => {
            let days: Vec<&str> = weekdays.iter().copied().map(weekday).collect();
            format!("FREQ=WEEKLY;INTERVAL={weeks};BYDAY={};WKST=MO", days.join(","))
        }
        Repeat::MonthDay { day } => format!("FREQ=MONTHLY;BYMONTHDAY={day}"),
        Repeat::MonthWeekday { nth, weekday: day } => format!("FREQ=MONTHLY;BYDAY={nth}{}", weekday(*day)),
    };
    if last == WITHOUT_END {
        return rule;
    }
    // In UTC, as the start names its time zone.
    let end = last.and_time(NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default());
    let end = end.checked_sub_signed(chrono::TimeDelta::hours(JAPAN_HOURS)).unwrap_or(end);
    format!("{rule};UNTIL={}", end.format("%Y%m%dT%H%M%SZ"))
}

const fn weekday(day: WeekDay) -> &'static str {
    match day {
        WeekDay::Monday => "MO",
        WeekDay::Tuesday => "TU",
        WeekDay::Wednesday => "WE",
        WeekDay::Thursday => "TH",
        WeekDay::Friday => "FR",
        WeekDay::Saturday => "SA",
        WeekDay::Sunday => "SU",
    }
}
