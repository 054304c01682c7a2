//! Where somebody lives: a town with 丁目, 番地 or a lot.

mod lot;
mod room;

use crate::contacts::is_office;
use crate::finding::{Found, Kind};
use crate::folded::{Folded, is_kanji};
use crate::lexicon::Tag;
use crate::message::Message;
use lot::{Lot, Precision};

const REASON: &str = "住所と思われます。番地や丁目まで書くと誰のことか分かるため、市や地域までにとどめてください。";

/// The city whose system this is: its people all live there, so its name tells nothing.
pub(crate) const CITY: &str = "市川市";
pub(crate) const WITHIN_CITY: &str = "市内";

/// A town's name is not longer.
const TOWN_LIMIT: usize = 16;

/// Every address of a person.
pub(crate) fn find(message: &Message<'_>) -> Vec<Found> {
    let text = &message.text;
    let mut found: Vec<Found> = Vec::new();
    let mut index = 0;
    while index < text.len() {
        match lot::read(text, index).and_then(|lot| address(message, &lot)) {
            Some(one) => {
                index = one.end.max(index + 1);
                found.push(one);
            }
            None => index += 1,
        }
    }
    for room in room::find(text) {
        let is_home =
            speaks_of_home(message, room.start, room.end) || room.is_named && !is_office(message, room.start, room.end);
        if is_home && !found.iter().any(|one| one.overlaps(room.start, room.end)) {
            found.push(Found::new(Kind::Address, room.start, room.end, REASON));
        }
    }
    found
}

fn address(message: &Message<'_>, lot: &Lot) -> Option<Found> {
    let text = &message.text;
    let town = town_before(message, lot.start)?;
    let is_believable = match lot.form {
        lot::Form::Named => town.is_known || town.has_city || lot.start - town.start <= 5,
        // 八幡の3の1会議室: a word that goes on has no lot.
        lot::Form::Hyphened if text.before(lot.start) == 'の' => town.is_known && !is_kanji(text.at(lot.end)),
        lot::Form::Hyphened => town.is_known || town.has_city,
    };
    let is_home = match lot.precision {
        Precision::Lot => !is_office(message, town.start, lot.end),
        Precision::Block => speaks_of_home(message, town.start, lot.end),
    };
    let suggestion = suggestion(text, &town);
    (is_believable && is_home).then(|| Found { suggestion, ..Found::new(Kind::Address, town.start, lot.end, REASON) })
}

/// What stands before a lot.
struct Town {
    start: usize,
    /// The city of the data has a town of that name.
    is_known: bool,
    /// It begins with a city, ward, town or village.
    has_city: bool,
}

fn town_before(message: &Message<'_>, lot: usize) -> Option<Town> {
    let text = &message.text;
    let gap = text.skip_back(lot, |c| c == ' ').max(lot.saturating_sub(1));
    // 宮久保の4-12-3, of a town that is known.
    let is_of_town = text.before(gap) == 'の' && message.hits.has_ending_at(gap - 1, Tag::Area);
    let end = if is_of_town { gap - 1 } else { gap };
    let is_part = |c: char| is_kanji(c) || matches!(c, 'ケ' | 'ヶ' | 'ノ' | 'ツ' | 'が' | 'ガ');
    let run = text.skip_back(end, is_part).max(end.saturating_sub(TOWN_LIMIT));
    let area = message.hits.ending_at(end).find(|hit| hit.tag == Tag::Area && hit.end - hit.start >= 2);
    let is_kanji_before = (run..end).any(|index| is_kanji(text.at(index)));
    let known_start = area.map(|area| area.start);
    let from = known_start.unwrap_or(end);
    let city = city_before(text, from, run);
    let start = city.or(known_start).unwrap_or(run);
    let is_short = end - run <= 1 && known_start.is_none();
    (is_kanji_before && !is_short).then_some(Town { start, is_known: area.is_some(), has_city: city.is_some() })
}

/// The beginning of prefecture and city between `run` and a town, if any are named.
fn city_before(text: &Folded<'_>, town: usize, run: usize) -> Option<usize> {
    let city = (run + 1..town).rev().find(|index| matches!(text.at(*index), '市' | '区' | '郡' | '町' | '村'))?;
    let ours = text.has_before(city + 1, CITY).then(|| city + 1 - CITY.chars().count());
    let prefecture = (run..city).find(|index| matches!(text.at(*index), '県' | '都' | '府' | '道'));
    match (ours, prefecture) {
        (_, Some(end)) if end >= run + 2 => Some(prefecture_start(text, run, end)),
        (Some(ours), _) => Some(ours),
        // 先月船橋市: what says when is no part of the name.
        _ => Some(text.any_at(run, &["先月", "今月", "現在", "新規"]).map_or(run, |skipped| run + skipped)),
    }
}

fn prefecture_start(text: &Folded<'_>, run: usize, end: usize) -> usize {
    ["千葉", "東京", "埼玉", "茨城"]
        .iter()
        .find(|name| text.has_before(end, name))
        .map_or(run, |name| end - name.chars().count())
}

/// The city instead of the address.
fn suggestion(text: &Folded<'_>, town: &Town) -> Option<String> {
    let named = text.string(town.start, town.start + TOWN_LIMIT);
    if named.contains(CITY) || town.is_known {
        return Some(WITHIN_CITY.to_owned());
    }
    let city = named.split_inclusive(['市', '区']).next().filter(|city| city.ends_with(['市', '区']));
    city.map(ToOwned::to_owned)
}

/// Whether a block of houses is named as somebody's home and not as a place where something happens.
fn speaks_of_home(message: &Message<'_>, start: usize, end: usize) -> bool {
    let text = &message.text;
    let sentence = message.sentence(start);
    let after = text.string(end, (end + 12).min(sentence.end));
    let lives = [
        "在住",
        "に住",
        "お住",
        "にお住",
        "の独居",
        "で独居",
        "の方",
        "の利用者",
        "の患者",
        "宅",
        "の自宅",
        "のご自宅",
        "で一人暮",
    ];
    let is_lived_in = lives.iter().any(|word| after.contains(word));
    let before =
        text.contains(sentence.start, start, &["住所", "住まい", "ご自宅", "自宅は", "居住", "転居先", "訪問先"]);
    (is_lived_in || before) && !is_office(message, start, end) && !after.contains("方面")
}

#[cfg(test)]
mod tests {
    use crate::{Directory, Kind, screen};

    fn addresses(text: &str) -> Vec<(String, Option<String>)> {
        let findings = screen(text, &Directory::default()).findings;
        findings.into_iter().filter(|one| one.kind == Kind::Address).map(|one| (one.text, one.suggestion)).collect()
    }

    #[test]
    fn an_address_is_found_with_its_city() {
        for address in [
            "市川市八幡2-4-8",
            "千葉県市川市曽谷六丁目3番15号",
            "八幡２丁目４番８号",
            "宮久保3丁目22番地",
            "市川市八幡2−4−8 コーポ八幡202",
            "北方町4-1880-2",
            "市川市 南八幡1-2-3",
        ] {
            let found = addresses(&format!("お住まいは{address}です"));
            let tail = address.trim_start_matches("市川市 ");
            assert_eq!(found.len(), 1, "{address}");
            assert!(address.ends_with(found[0].0.as_str()) && found[0].0.ends_with(tail), "{address}: {found:?}");
            assert_eq!(found[0].1.as_deref(), Some("市内"), "{address}");
        }
        assert_eq!(addresses("ハイツ富浜の305号室に住んでいる方")[0].0, "ハイツ富浜の305号室");
        assert_eq!(addresses("県営住宅4号棟402にお住まい")[0].0, "県営住宅4号棟402");
        assert_eq!(
            addresses("転居先は船橋市本町1-2-3です"),
            [("船橋市本町1-2-3".to_owned(), Some("船橋市".to_owned()))]
        );
        assert_eq!(addresses("八幡2丁目にお住まいの方"), [("八幡2丁目".to_owned(), Some("市内".to_owned()))]);
    }

    #[test]
    fn places_of_offices_and_of_events_are_none() {
        for text in [
            "会場:市川市八幡1-1-1 市民会館",
            "八幡3丁目付近が通行止めです",
            "事業所は南八幡2-20-1に移転しました",
            "1丁目の交差点",
            "参加者は10-12名です",
            "八幡の3の1会議室を予約",
            "コーポの空室が2件",
            "会場は富浜団地の集会所、301号室",
            "大野 6-8月の予定",
            "国分は2番目です",
        ] {
            assert!(addresses(text).is_empty(), "{text}: {:?}", addresses(text));
        }
    }
}
