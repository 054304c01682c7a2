//! One message a line: whether its facts point to one person.

use crate::{Directory, Finding, Kind, screen};

fn combination(text: &str) -> Option<Finding> {
    screen(text, &Directory::default()).findings.into_iter().find(|one| one.kind == Kind::Combination)
}

#[test]
fn facts_about_one_person_add_up() {
    for text in [
        "八幡在住の87歳女性、パーキンソン病で長男夫婦と同居、先月退院しました",
        "元市議会議員の方で、ALSと診断されています",
        "町会長をされている方が若年性アルツハイマーと診断されました",
        "87歳女性、認知症、独居。昨日転倒しました",
        "年齢:79\n病名:進行性核上性麻痺\n家族:妻と二人暮らし\n地域:大野町",
    ] {
        assert!(combination(text).is_some(), "{text}");
    }
}

#[test]
fn general_statements_stay_clear() {
    for text in [
        "独居の高齢者で認知症のある方への対応",
        "80代の方が12名参加されました",
        "行徳地区で認知症の方が増えています",
        "80代女性、独居、認知症、要介護2",
        "【研修会のお知らせ】日時:6月18日 会場:八幡公民館 テーマ:認知症の方の看取り 講師:元校長の先生 申込:事務局",
        "架空の事例です。八幡在住の87歳女性、パーキンソン病で長男夫婦と同居",
        "65歳以上の独居の方が対象です",
    ] {
        assert!(combination(text).is_none(), "{text}: {:?}", combination(text));
    }
}

#[test]
fn the_author_is_told_what_adds_up_and_how_to_say_it_in_general() {
    let found = combination("八幡2丁目の87歳女性、認知症で独居。6月2日退院です").expect("it points to one person");
    assert!(
        found.reason.contains("年齢「87歳」") && found.reason.contains("住んでいる地域「八幡2丁目」"),
        "{}",
        found.reason
    );
    let suggestion = found.suggestion.expect("age, quarter and day can be said in general");
    assert_eq!(suggestion, "市内の80代女性、認知症で独居。6月頃退院です");
    assert_eq!(combination(&suggestion), None);
}
