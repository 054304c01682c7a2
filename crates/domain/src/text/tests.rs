use proptest::prelude::*;

use super::*;

fn code<T>(value: Result<T, FieldError>) -> &'static str {
    value.err().map_or("", |error| error.code)
}

#[test]
fn tidy_keeps_what_a_text_says() {
    assert_eq!(tidy("  ﾔﾏﾀﾞ\u{3000}\tﾊﾅｺ\r\n"), "ヤマダ ハナコ");
    assert_eq!(tidy("a\u{200B}b\u{FEFF}\0c"), "abc");
    assert_eq!(tidy("㈱さくら"), "(株)さくら");
}

#[test]
fn one_name_has_one_key() {
    for (a, b) in [
        ("髙﨑 花子", "高崎花子"),
        ("渡邊", "渡辺"),
        ("渡邉", "渡辺"),
        ("齋藤", "斉藤"),
        ("濵田", "浜田"),
        ("ヤマダ　ハナコ", "やまだはなこ"),
        ("ﾔﾏﾀﾞ･ﾊﾅｺ", "やまだ はなこ"),
        ("鎌ヶ谷", "鎌ケ谷"),
        ("YAMADA Hanako", "ｙａｍａｄａ　ｈａｎａｋｏ"),
        ("葛\u{E0100}城", "葛城"),
    ] {
        assert_eq!(fold_key(a), fold_key(b), "{a} {b}");
    }
    assert_ne!(fold_key("ヤマダ ハナコ"), fold_key("ヤマタ ハナコ"));
}

#[test]
fn names_of_people() {
    for name in [
        "山田 花子",
        "佐々木・ジョン",
        "O'Brien, Mary-Jane Jr.",
        "葛\u{E0100}城 一",
        "グエン ティ ホア",
        "山田(旧姓 佐藤)花子",
        "𠮷田 一",
    ] {
        assert_eq!(PersonName::parse(name).unwrap().as_str(), name);
    }
    assert_eq!(PersonName::parse("　山田\n花子 ").unwrap().as_str(), "山田 花子");
    assert_eq!(code(PersonName::parse("")), "required");
    assert_eq!(code(PersonName::parse(" \u{3000}\n")), "required");
    for refused in [
        "山田\0花子",
        "山田😀",
        "🅰田",
        "山田\u{7}",
        "12345",
        "２０２６",
        "・・・",
        "山田\u{E001}",
        "<b>山田</b>",
        "1\u{FE0F}\u{20E3}田",
    ] {
        assert_eq!(code(PersonName::parse(refused)), "not_allowed_characters", "{refused:?}");
    }
    assert_eq!(code(PersonName::parse(&"𠮷".repeat(60))), "");
    assert_eq!(code(PersonName::parse(&"𠮷".repeat(61))), "too_long");
}

#[test]
fn readings_become_katakana() {
    for reading in ["やまだ はなこ", "ﾔﾏﾀﾞ ﾊﾅｺ", "ヤマダ　ハナコ"] {
        assert_eq!(KanaName::parse(reading).unwrap().as_str(), "ヤマダ ハナコ");
    }
    assert_eq!(KanaName::parse("みるきぃ-せつ·ヴぁ").unwrap().as_str(), "ミルキィーセツ・ヴァ");
    for refused in ["山田 はなこ", "Yamada", "123", "ー", "・", "やまだ1", "やまだ(はなこ)"] {
        assert_eq!(code(KanaName::parse(refused)), "kana_expected", "{refused}");
    }
    assert_eq!(code(KanaName::parse(" ")), "required");
    assert_eq!(code(KanaName::parse(&"あ".repeat(61))), "too_long");
}

#[test]
fn email_addresses() {
    let email = Email::parse(" Hanako.Y+Care@Sakura.Example.JP ").unwrap();
    assert_eq!(
        (email.as_str(), email.key().as_str()),
        ("Hanako.Y+Care@sakura.example.jp", "hanako.y@sakura.example.jp")
    );
    assert_eq!(email.local_part(), "Hanako.Y+Care");
    assert_eq!(Email::parse("ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ").unwrap().as_str(), "hanako@example.jp");
    for refused in [
        "hanako",
        "@example.jp",
        "hanako@",
        "hanako@localhost",
        "a@b@example.jp",
        "a b@example.jp",
        ".a@example.jp",
        "a.@example.jp",
        "a..b@example.jp",
        "a@-example.jp",
        "a@example-.jp",
        "a@example..jp",
        "a@example.1",
        "a@example.jp.",
        "花子@example.jp",
        "a@例え.jp",
        "Hanako <a@example.jp>",
        "a@example.jp,b@example.jp",
        "a@example.jp;b",
        "\"a b\"@example.jp",
        "a@[127.0.0.1]",
    ] {
        assert_eq!(code(Email::parse(refused)), "email_invalid", "{refused}");
    }
    assert_eq!(code(Email::parse("")), "required");
    assert_eq!(code(Email::parse("a@example.jp\r\nBcc: b@example.jp")), "email_invalid");
    let domain = ["a".repeat(60), "b".repeat(60), "c".repeat(60), "jp".to_owned()].join(".");
    let local = "x".repeat(64);
    assert_eq!(code(Email::parse(&format!("{local}@{domain}"))), "");
    assert_eq!(code(Email::parse(&format!("{local}@d.{domain}{}", "p".repeat(10)))), "too_long");
    assert_eq!(code(Email::parse(&format!("{local}x@example.jp"))), "email_invalid");
}

#[test]
fn telephone_numbers() {
    for (raw, kept) in [
        ("047-300-0001", "047-300-0001"),
        ("０４７－３００－０００１", "047-300-0001"),
        ("0473000001", "0473000001"),
        ("(047)300-0001", "047-300-0001"),
        ("047 300 0001", "047-300-0001"),
        ("090ー1234ー5678", "090-1234-5678"),
        ("+81-47-300-0001", "047-300-0001"),
        ("+81 90 1234 5678", "090-1234-5678"),
    ] {
        assert_eq!(PhoneNumber::parse(raw).unwrap().as_str(), kept);
    }
    assert_eq!(PhoneNumber::parse("047-300-0001").unwrap().digits(), "0473000001");
    for refused in
        ["300-0001", "147-300-0001", "047-300-000", "090-1234-56789", "047-300-000a", "0047-300-001", "110", "----"]
    {
        assert_eq!(code(PhoneNumber::parse(refused)), "phone_invalid", "{refused}");
    }
    assert_eq!(code(PhoneNumber::parse("")), "required");
}

#[test]
fn postal_codes() {
    for raw in ["272-0001", "2720001", "〒272-0001", "２７２－０００１", "〒 272 0001", "272ー0001"] {
        assert_eq!(PostalCode::parse(raw).unwrap().as_str(), "272-0001");
    }
    for refused in ["272", "272-00011", "272-000a", "二七二-0001", "あ72-0001"] {
        assert_eq!(code(PostalCode::parse(refused)), "postal_code_invalid", "{refused}");
    }
}

#[test]
fn other_texts() {
    assert_eq!(
        AddressText::parse("市川市八幡１－１－１\n市川ビル２階").unwrap().as_str(),
        "市川市八幡1-1-1 市川ビル2階"
    );
    assert_eq!(code(AddressText::parse(&"市".repeat(201))), "too_long");
    assert_eq!(OrganizationName::parse("㈱さくら ").unwrap().as_str(), "(株)さくら");
    assert_eq!(code(OrganizationName::parse("さくら🌸")), "not_allowed_characters");
    assert_eq!(code(OrganizationName::parse(&"さ".repeat(101))), "too_long");
    assert_eq!(AssetNumber::parse("ＳＫＲ－Ｔ－０１２").unwrap().as_str(), "SKR-T-012");
    assert_eq!(code(AssetNumber::parse("備品12")), "not_allowed_characters");
    assert_eq!(code(AssetNumber::parse(&"1".repeat(41))), "too_long");
    assert_eq!(code(ShortText::parse("")), "required");
}

#[test]
fn notes_keep_their_wording() {
    let note = NoteText::parse(" 電話番号を\r\n１つ直してください。😀\rよろしく\u{200B} ").unwrap();
    assert_eq!(note.as_str(), "電話番号を\n１つ直してください。😀\nよろしく");
    assert_eq!(code(NoteText::parse("a\0b")), "not_allowed_characters");
    assert_eq!(code(NoteText::parse("\n \n")), "required");
    assert_eq!(code(NoteText::parse(&"あ".repeat(2000))), "");
    assert_eq!(code(NoteText::parse(&"あ".repeat(2001))), "too_long");
}

#[test]
fn a_value_travels_as_its_text() {
    let name = PersonName::parse("山田 花子").unwrap();
    let json = serde_json::to_string(&name).unwrap();
    assert_eq!(json, "\"山田 花子\"");
    assert_eq!(serde_json::from_str::<PersonName>(&json).unwrap(), name);
    assert!(serde_json::from_str::<PersonName>("\"\"").is_err());
}

/// Any text, and more often such as people type.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ぁ-ゖァ-ヶ々一-丸ｦ-ﾟa-zＡ-Ｚ0-9０-９ \u{3000}・ー()-]{0,80}",
        "[0-9０-９+() ー-]{0,20}",
        "[a-zA-Z0-9.+@＠-]{0,30}@[a-zA-Z]{1,9}\\.[a-zA-Z]{2,5}",
    ]
}

proptest! {
    #[test]
    fn tidying_twice_changes_nothing(text in typed()) {
        let once = tidy(&text);
        prop_assert_eq!(tidy(&once), once.clone());
        prop_assert!(!once.chars().any(char::is_control));
    }

    #[test]
    fn folding_twice_changes_nothing(text in typed()) {
        let once = fold_key(&text);
        prop_assert_eq!(fold_key(&once), once);
    }

    #[test]
    fn spacing_and_script_do_not_change_a_key(text in "[ァ-ヶ]{1,10}") {
        let hiragana: String = text.chars().map(|c| char::from_u32(u32::from(c) - 0x60).unwrap()).collect();
        prop_assert_eq!(fold_key(&hiragana), fold_key(&text));
        prop_assert_eq!(fold_key(&format!(" {text}　{text}")), fold_key(&format!("{text}・{hiragana}")));
    }

    #[test]
    fn what_is_kept_is_read_back_unchanged(text in typed()) {
        macro_rules! check {
            ($($value:ident),*) => {$(
                if let Ok(value) = $value::parse(&text) {
                    prop_assert_eq!($value::parse(value.as_str()), Ok(value));
                }
            )*};
        }
        check!(
            PersonName, KanaName, Email, PhoneNumber, PostalCode, AddressText, OrganizationName, ShortText, AssetNumber, NoteText
        );
    }
}
