//! What holds of any text, also of one that nobody would write.

use proptest::prelude::*;
use screening::{Directory, FINDINGS_LIMIT, Finding, Kind, Person, TEXT_LIMIT, Verdict, screen};

fn person(name: &str, kana: &str) -> Person {
    Person { name: name.to_owned(), kana: kana.to_owned() }
}

fn directory() -> Directory {
    Directory::new(
        &[person("山﨑 花子", "ヤマザキ ハナコ"), person("", ""), person("林", "ハヤシ")],
        &[person("佐藤 恵", "サトウ メグミ"), person("\u{200B}\n", "ﾞ")],
    )
}

/// What messages are made of, and what stands in the way of reading them.
const PIECES: [&str; 64] = [
    "山崎",
    "山﨑花子",
    "ﾔﾏｻﾞｷ ﾊﾅｺ",
    "佐藤",
    "さん",
    "様",
    "氏",
    "宅",
    "のおばあちゃん",
    "長男の",
    "ケアマネの",
    "患者",
    "氏名:",
    "です",
    "、",
    "。",
    "\n",
    "\r\n",
    "　",
    " ",
    "(",
    ")",
    "87歳",
    "80代",
    "昭和20年3月2日",
    "S20.3.2",
    "生",
    "生年月日:",
    "6/2",
    "1941-02-28",
    "八幡",
    "市川市",
    "2丁目",
    "3-4-5",
    "コーポ202",
    "に住む",
    "〒272-0021",
    "市川市八幡2-4-8",
    "090-1234-5678",
    "０９０",
    "ー",
    "電話",
    "自宅",
    "問い合わせ",
    "会場:",
    "a@b.example.jp",
    "@",
    "マイナンバー",
    "123456789018",
    "被保険者番号",
    "0001234567",
    "記号12番号3456",
    "保険者番号06120018",
    "認知症",
    "ALS",
    "独居",
    "退院",
    "元校長",
    "火事",
    "😀",
    "\u{3099}",
    "ﾞ",
    "\u{200B}",
    "㍿",
];

fn messages() -> impl Strategy<Value = String> {
    let known =
        prop::collection::vec(prop::sample::select(PIECES.as_slice()), 0..24).prop_map(|pieces| pieces.concat());
    prop_oneof![2 => known, 1 => any::<String>(), 1 => "[ぁ-ヶ一-龥０-９0-9 \n、。@()-]{0,60}"]
}

fn assert_is_sound(text: &str, verdict: &Verdict) {
    let scalars: Vec<char> = text.chars().collect();
    for Finding { start, end, text: found, reason, .. } in &verdict.findings {
        assert!(start < end && *end <= scalars.len(), "{text:?}");
        let there: String = scalars.iter().skip(*start).take(end - start).collect();
        assert_eq!(there, *found, "{text:?}");
        assert!(reason.ends_with('。'), "{reason}");
    }
    let places: Vec<_> = verdict.findings.iter().map(|one| (one.start, one.end, one.kind)).collect();
    assert!(places.is_sorted(), "{places:?}");
    for kind in Kind::ALL {
        let of_kind: Vec<&Finding> = verdict.findings.iter().filter(|one| one.kind == kind).collect();
        assert!(of_kind.is_sorted_by(|one, next| one.end <= next.start), "{kind:?} {text:?}");
    }
    assert!(verdict.findings.len() <= FINDINGS_LIMIT);
    assert_eq!(verdict.is_clear(), verdict.as_str() == "clear");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_finding_lies_on_the_text(text in messages()) {
        let verdict = screen(&text, &directory());
        assert_is_sound(&text, &verdict);
        prop_assert_eq!(screen(&text, &directory()), verdict, "the same text has the same verdict");
    }

    #[test]
    fn what_stands_between_letters_unseen_hides_nothing(text in messages()) {
        let hidden: String = text.chars().flat_map(|c| [c, '\u{200B}']).collect();
        let kinds = |text: &str| screen(text, &directory()).findings.into_iter().map(|one| one.kind).collect::<Vec<_>>();
        prop_assert_eq!(kinds(&text), kinds(&hidden));
    }

    #[test]
    fn what_was_generalized_needs_it_no_more(text in messages()) {
        let mut text = text;
        // Each round replaces what has a suggestion; the second may merge what the first left.
        for _ in 0..4 {
            let verdict = screen(&text, &directory());
            let Some(finding) = verdict.findings.iter().find(|one| one.suggestion.is_some()) else { return Ok(()) };
            let scalars: Vec<char> = text.chars().collect();
            let (head, tail) = (&scalars[..finding.start], &scalars[finding.end..]);
            let before = finding.text.clone();
            let suggestion = finding.suggestion.clone().unwrap_or_default();
            prop_assert_ne!(&before, &suggestion);
            text = head.iter().chain(&suggestion.chars().collect::<Vec<_>>()).chain(tail).collect();
        }
    }
}

#[test]
fn widths_and_kana_are_found_equally() {
    for (one, other) in [
        ("ﾔﾏﾀﾞさんが転倒", "ヤマダさんが転倒"),
        ("自宅は０９０−１２３４−５６７８", "自宅は090-1234-5678"),
        ("山﨑花子様、熱発", "山崎 花子様、熱発"),
        ("やまざきはなこ様、熱発", "ヤマザキ ハナコ様、熱発"),
        ("ご自宅は八幡２－４－８", "ご自宅は八幡2-4-8"),
        ("マイナンバー１２３４　５６７８　９０１８", "マイナンバー1234 5678 9018"),
        ("Ｓ２０．３．２生", "S20.3.2生"),
    ] {
        let kinds =
            |text: &str| screen(text, &directory()).findings.into_iter().map(|one| one.kind).collect::<Vec<_>>();
        assert_eq!(kinds(one), kinds(other), "{one} {other}");
        assert_eq!(kinds(one).len(), 1, "{one}");
    }
}

#[test]
fn a_text_without_end_is_cut_and_not_clear() {
    let long = "あ".repeat(TEXT_LIMIT + 1);
    let verdict = screen(&long, &directory());
    assert!(verdict.is_cut && !verdict.is_clear());
    assert!(!screen(&"あ".repeat(TEXT_LIMIT), &directory()).is_cut);
    let many = "田中さんが転倒。".repeat(TEXT_LIMIT / 8);
    assert_eq!(screen(&many, &directory()).findings.len(), FINDINGS_LIMIT);
}

#[test]
fn emoji_before_a_name_move_its_place_by_scalar_values() {
    let verdict = screen("👨‍👩‍👧🎂野口さんが転倒", &Directory::default());
    let finding = verdict.findings.first().expect("a name");
    assert_eq!((finding.start, finding.end, finding.text.as_str()), (6, 8, "野口"));
}
