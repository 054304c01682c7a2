//! Days of birth; other dates are none.

mod read;

use read::Date;
pub(crate) use read::{date_at, kanji_number};

use crate::finding::{Found, Kind};
use crate::message::Message;

const REASON: &str = "生年月日(生まれた年)と思われます。年代までにとどめれば、誰のことか分かりにくくなります。";

const LABELS: [&str; 8] = ["生年月日", "誕生日", "生まれは", "生れは", "生年", "dob", "birth", "誕生年"];
/// How far before a date its label may end.
const LABEL_GAP: usize = 8;

/// Every day of birth.
pub(crate) fn find(message: &Message<'_>) -> Vec<Found> {
    let text = &message.text;
    let mut found: Vec<Found> = Vec::new();
    let mut index = 0;
    while index < text.len() {
        let Some(date) = date_at(text, index) else {
            index += 1;
            continue;
        };
        if is_birth(message, &date) && !is_rule(message, &date) {
            let suggestion = suggestion(&date);
            found.push(Found { suggestion, ..Found::new(Kind::BirthDate, date.start, date.end, REASON) });
        }
        index = date.end.max(index + 1);
    }
    for (start, end) in birthdays(message) {
        if !found.iter().any(|one| one.overlaps(start, end)) {
            found.push(Found::new(Kind::BirthDate, start, end, REASON));
        }
    }
    found
}

/// 今月20日がお誕生日: a day that only the month around it tells.
fn birthdays(message: &Message<'_>) -> Vec<(usize, usize)> {
    let text = &message.text;
    let places = text.places(&["お誕生日", "誕生日"]).into_iter().filter(|(_, end)| text.at(*end) != '会');
    let days = places.filter_map(|(start, _)| {
        let end = start.checked_sub(1).filter(|end| matches!(text.at(*end), 'が' | 'は' | 'に'))?;
        let from = text.skip_back(end.checked_sub(1)?, |c| c.is_ascii_digit());
        (text.before(end) == '日' && (1..=2).contains(&(end - 1 - from))).then_some((from, end))
    });
    days.collect()
}

fn is_birth(message: &Message<'_>, date: &Date) -> bool {
    let text = &message.text;
    let after = text.skip(date.end, |c| matches!(c, ' ' | ')' | '日'));
    let is_born = text.any_at(after, &["生", "うまれ"]).is_some()
        && text.any_at(after, &["生活", "生命", "生涯", "生徒", "生産", "生ご", "生じ", "生か", "生き"]).is_none();
    let from = date.start.saturating_sub(LABEL_GAP + 6).max(message.line(date.start).start);
    let before = text.string(from, date.start);
    let is_labelled = LABELS.iter().any(|label| {
        before
            .rsplit_once(label)
            .is_some_and(|(_, gap)| gap.chars().count() <= LABEL_GAP && !gap.starts_with('会') && !gap.contains('。'))
    });
    // An old person's day in the old calendar beside sex, age or name is that of birth.
    let beside =
        text.string(date.start.saturating_sub(8), (date.end + 8).min(message.line(date.start).end.max(date.end)));
    let is_beside_person =
        date.is_old && date.has_day && ["男", "女", "歳", "才", "様", "さん"].iter().any(|word| beside.contains(word));
    let names_birthday = text.any_at(date.end, &["がお誕生日", "が誕生日", "はお誕生日", "は誕生日"]).is_some();
    is_born || names_birthday && date.has_day || is_labelled && (date.has_year || date.has_day) || is_beside_person
}

/// Whether the date says who may take part in something: 昭和36年4月1日以前に生まれた方が対象.
fn is_rule(message: &Message<'_>, date: &Date) -> bool {
    let text = &message.text;
    let sentence = message.sentence(date.start);
    let is_range = matches!(text.before(date.start), '~' | '〜' | '-')
        || text.any_at(date.end, &["~", "〜", "から", "以前", "以降", "以後", "より前", "まで"]).is_some();
    let is_scope = text.contains(
        sentence.start,
        sentence.end,
        &["対象", "該当する方", "該当の方", "接種", "以前", "以降", "世代", "年度生", "記入例", "記載例"],
    );
    is_range || is_scope && !text.contains(sentence.start, sentence.end, &["対象者:", "生年月日", "さん", "様"])
}

/// The decade instead of the day.
fn suggestion(date: &Date) -> Option<String> {
    let year = date.year?;
    let era = ["明治", "大正", "昭和", "平成", "令和"].get(date.era?).copied();
    Some(match era {
        Some(era) if year < 10 => format!("{era}ひと桁"),
        Some(era) => format!("{era}{}年代", year / 10 * 10),
        None => format!("{}年代", year / 10 * 10),
    })
}
