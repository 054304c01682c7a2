//! One message a line: which names are found in it.

use crate::{Directory, Kind, Person, screen};

fn person(name: &str, kana: &str) -> Person {
    Person { name: name.to_owned(), kana: kana.to_owned() }
}

fn directory() -> Directory {
    Directory::new(&[person("五十嵐 ハル", "イガラシ ハル")], &[person("佐藤 恵", "サトウ メグミ")])
}

fn names(text: &str) -> Vec<String> {
    let findings = screen(text, &directory()).findings;
    findings
        .into_iter()
        .filter(|one| matches!(one.kind, Kind::Name | Kind::RegistrantName))
        .map(|one| one.text)
        .collect()
}

#[test]
fn people_are_found_by_how_they_are_addressed() {
    for (text, name) in [
        ("田中さんの退院日が決まりました", "田中"),
        ("昨日訪問した田中さんですが", "田中"),
        ("長谷川ミツ様、発熱です", "長谷川ミツ"),
        ("ﾀﾅｶ様のベッド", "ﾀﾅｶ"),
        ("たなかさんが転倒", "たなか"),
        ("みよ子さんが転びました", "みよ子"),
        ("夫の栄一さんも物忘れ", "栄一"),
        ("高田 ヨシ江 さんの体重", "高田 ヨシ江"),
        ("田中宅は駐車場なし", "田中"),
        ("松尾のおばあちゃん、元気です", "松尾"),
        ("鑓水さんが入院", "鑓水"),
        ("グェンさんの血圧", "グェン"),
        ("林さんの褥瘡", "林"),
    ] {
        assert_eq!(names(text), [name], "{text}");
    }
}

#[test]
fn people_are_found_by_label_and_role() {
    for (text, name) in [
        ("氏名:片山 昭\n性別:男", "片山 昭"),
        ("フリガナ:ヤマダ ハナコ", "ヤマダ ハナコ"),
        ("患者 岩崎 INR 3.8", "岩崎"),
        ("ご本人(西村 幸雄)は前向き", "西村 幸雄"),
        ("山田花子、87歳、独居", "山田花子"),
        ("ﾊｼﾓﾄ ﾄﾐ 血圧150", "ﾊｼﾓﾄ ﾄﾐ"),
    ] {
        assert_eq!(names(text), [name], "{text}");
    }
}

#[test]
fn registrants_are_found_in_any_spelling() {
    for text in ["五十嵐ハル様", "いがらしはるさん", "ｲｶﾞﾗｼ ﾊﾙ 熱発", "五十嵐さんの件"]
    {
        let findings = screen(text, &directory()).findings;
        assert_eq!(findings.len(), 1, "{text}: {findings:?}");
        assert_eq!(findings[0].kind, Kind::RegistrantName, "{text}");
    }
}

#[test]
fn a_colleague_is_no_finding() {
    for text in [
        "佐藤先生、ありがとうございました",
        "田中ケアマネに伝えました",
        "鈴木看護師が訪問します",
        "山田です。よろしくお願いします",
        "さくら薬局の高橋です",
        "市の介護福祉課の村上さんから連絡がありました",
        "地域包括の小林さんに聞きました",
        "田中さん、資料ありがとうございました",
        "お疲れさまです。鈴木さん、了解しました",
        "佐藤さんは会議に遅れます",
        "講師:中島 良子先生",
        "参加者:佐藤、大木、川村",
        "ケアマネの山本さん、担当者会議の件お願いします",
        "さくら訪問看護\n山田 花子",
        "木下様\nお世話になっております。さくら薬局です。",
    ] {
        assert_eq!(names(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(names("佐藤さん(87歳)の褥瘡が悪化"), ["佐藤"]);
}

#[test]
fn words_that_name_nobody_are_no_finding() {
    for text in [
        "皆さん、お疲れさまです",
        "お医者さんと看護師さんとケアマネさん",
        "患者様とお客様とご家族様",
        "Aさんの事例、K様の件、〇〇様、●●さん",
        "娘さんとお孫さんが来ました",
        "大家さんに連絡",
        "市川市の行徳と八幡と国府台",
        "千葉県船橋市の病院",
        "この様な仕様と模様、同様に",
        "行くんですが、たくさんあります",
        "在宅と住宅と自宅",
        "業者さんと薬局さんと訪看さん",
        "長谷川式スケールを実施",
        "氏名を記入してください",
    ] {
        assert_eq!(names(text), Vec::<String>::new(), "{text}");
    }
}
