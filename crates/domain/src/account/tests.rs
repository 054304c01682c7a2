use serde_json::{Value, json};

use super::*;
use crate::{Violations, fold_key};

fn person(name: &str, kana: &str, email: &str) -> Value {
    json!({
        "name": name, "kana": kana, "profession": "visiting_nurse", "email": email,
        "device": {"asset_number": "SKR-T-001", "kind": "tablet"},
    })
}

fn form() -> Value {
    json!({
        "organization": {
            "id": null, "name": "さくら訪問看護ステーション", "kind": "visiting_nurse_station",
            "postal_code": "2720001", "address": "市川市八幡1-1-1", "phone": "047-300-0001",
        },
        "applicant": {"name": "市川 一", "kana": "いちかわ はじめ", "email": "info@sakura.example.jp", "phone": "047-300-0001"},
        "pledge": true,
        "people": [
            person("山田 花子", "やまだ はなこ", "hanako@sakura.example.jp"),
            person("佐藤 太郎", "さとう たろう", "taro@sakura.example.jp"),
        ],
    })
}

/// Form 4 with one value set, at a JSON pointer.
fn form_with(pointer: &str, value: Value) -> Value {
    let mut form = form();
    *form.pointer_mut(pointer).unwrap() = value;
    form
}

fn read(form: Value) -> AccountApplicationInput {
    serde_json::from_value(form).unwrap()
}

fn check(form: Value, facts: &Facts) -> Result<AccountApplication, Violations> {
    read(form).check(facts)
}

/// `field code rule` of everything wrong.
fn wrong(form: Value, facts: &Facts) -> Vec<String> {
    let found = check(form, facts).err().unwrap_or_default();
    found.iter().map(|v| format!("{} {} {}", v.field, v.code, v.rule.unwrap_or("-"))).collect()
}

fn registered() -> Facts {
    let known = |name, kana| KnownPerson { name_key: fold_key(name), kana_key: fold_key(kana) };
    Facts {
        organization: Some(RegisteredOrganization {
            id: OrganizationId(7),
            name: OrganizationName::parse("さくら訪問看護ステーション").unwrap(),
            manager_kana_keys: [fold_key("イチカワ ハジメ")].into(),
            people: vec![known("髙橋 恵", "タカハシ メグミ")],
        }),
        ..Facts::default()
    }
}

#[test]
fn a_good_form_becomes_an_application() {
    let application = check(form(), &Facts::default()).unwrap();
    assert_eq!(application.people.len(), 2);
    assert_eq!(application.channel, Channel::Electronic);
    assert_eq!(application.organization.id(), None);
    assert_eq!(application.people[0].kana.as_str(), "ヤマダ ハナコ");
    let stored = serde_json::to_string(&application).unwrap();
    assert_eq!(serde_json::from_str::<AccountApplication>(&stored).unwrap(), application);
}

#[test]
fn a_form_post_reads_like_json() {
    let mut posted = form();
    posted["organization"]["id"] = json!("");
    posted["pledge"] = json!("on");
    posted["channel"] = json!("");
    posted["people"][0]["profession_other"] = json!("");
    assert_eq!(read(posted), read(form()));
    for (sent, id) in [(json!("12"), Some(12)), (json!(12), Some(12)), (json!(" "), None), (json!("abc"), Some(0))] {
        assert_eq!(read(form_with("/organization/id", sent)).organization.id, id);
    }
    for (sent, pledge) in [(json!("true"), true), (json!(true), true), (json!("off"), false), (json!(null), false)] {
        assert_eq!(read(form_with("/pledge", sent)).pledge, pledge);
    }
    assert!(serde_json::from_value::<AccountApplicationInput>(json!({"pledged": true})).is_err());
}

#[test]
fn a_form_post_of_a_browser_is_read() {
    let mut pairs: Vec<String> = Vec::new();
    flatten(&form(), "", &mut pairs);
    pairs.push("channel=".to_owned());
    let config = serde_qs::Config::new().max_depth(8).use_form_encoding(true);
    let posted = config.deserialize_str::<AccountApplicationInput>(&pairs.join("&")).unwrap();
    assert_eq!(posted, read(form()));
    let empty: AccountApplicationInput = config.deserialize_str("people[0][device][kind]&organization[id]").unwrap();
    assert_eq!((empty.people.len(), empty.organization.id), (1, None));
}

/// The pairs in which a browser sends a form: `people[0][name]=…`, a tick as `on`.
fn flatten(value: &Value, name: &str, pairs: &mut Vec<String>) {
    let inner = |key: &str| if name.is_empty() { key.to_owned() } else { format!("{name}[{key}]") };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| flatten(value, &inner(key), pairs)),
        Value::Array(items) => {
            for (at, value) in items.iter().enumerate() {
                flatten(value, &inner(&at.to_string()), pairs);
            }
        }
        Value::Bool(true) => pairs.push(format!("{name}=on")),
        Value::String(text) => pairs.push(format!("{name}={text}")),
        _ => pairs.push(format!("{name}=")),
    }
}

#[test]
fn what_was_sent_is_echoed() {
    let input = read(form());
    assert_eq!(serde_json::to_value(&input).unwrap(), form());
    let keys = ["hanako@sakura.example.jp", "taro@sakura.example.jp"].map(str::to_owned);
    assert_eq!(input.email_keys(), keys.into());
}

#[test]
fn everything_wrong_is_reported_at_once() {
    assert_eq!(
        wrong(json!({"people": [{"profession": "other"}]}), &Facts::default()),
        [
            "organization.name required -",
            "organization.kind required -",
            "organization.postal_code required -",
            "organization.address required -",
            "organization.phone required -",
            "applicant.name required -",
            "applicant.kana required -",
            "applicant.email required -",
            "applicant.phone required -",
            "people[0].name required -",
            "people[0].kana required -",
            "people[0].profession_other required -",
            "people[0].email required -",
            "people[0].device.asset_number required -",
            "people[0].device.kind required -",
            "pledge pledge_required R1",
        ]
    );
    assert!(wrong(json!({}), &Facts::default()).contains(&"people required -".to_owned()));
    let many = vec![person("山田 花子", "やまだ はなこ", "hanako@sakura.example.jp"); 101];
    assert!(wrong(form_with("/people", json!(many)), &Facts::default()).contains(&"people too_many -".to_owned()));
    assert_eq!(
        wrong(form_with("/people/1/profession", json!("wizard")), &Facts::default()),
        ["people[1].profession unknown_value -"]
    );
}

#[test]
fn a_hundred_people_may_apply_at_once() {
    let kana = |n: u32| ["ア", "イ", "ウ", "エ", "オ", "カ", "キ", "ク", "ケ", "コ"][usize::try_from(n % 10).unwrap()];
    let reading = |n| format!("ヤマダ {}{}", kana(n / 10), kana(n));
    let people: Vec<_> =
        (0..100).map(|n| person("山田 花子", &reading(n), &format!("h{n}@sakura.example.jp"))).collect();
    assert_eq!(wrong(form_with("/people", json!(people)), &Facts::default()), [""; 0]);
}

#[test]
fn r1_a_pledge_is_needed() {
    let found = check(form_with("/pledge", json!("")), &Facts::default()).unwrap_err();
    assert!(found.has("pledge", "pledge_required"));
    assert_eq!(found.rule(), Some("R1"));
}

#[test]
fn r1_only_the_manager_applies_for_a_registered_organization() {
    let mut form = form_with("/organization", json!({"id": 7}));
    let application = check(form.clone(), &registered()).unwrap();
    assert_eq!(application.organization.id(), Some(OrganizationId(7)));
    form["applicant"]["kana"] = json!("やまだ はなこ");
    assert_eq!(wrong(form, &registered()), ["applicant.kana not_the_manager R1"]);
}

#[test]
fn an_unknown_organization_is_refused() {
    let unknown = ["organization.id unknown_organization -"];
    assert_eq!(wrong(form_with("/organization/id", json!(7)), &Facts::default()), unknown);
    assert_eq!(wrong(form_with("/organization/id", json!("abc")), &Facts::default()), unknown);
    // Facts about another organization do not count.
    assert_eq!(wrong(form_with("/organization/id", json!(8)), &registered()), unknown);
}

#[test]
fn r2_an_account_for_a_group_is_refused_with_the_reason() {
    for name in ["受付", "看護師一同", "さくら訪問看護ステーション", "サクラ 訪問看護ｽﾃｰｼｮﾝ"]
    {
        let found = check(form_with("/people/0/name", json!(name)), &Facts::default()).unwrap_err();
        assert!(found.has("people[0].name", "shared_account"), "{name}");
        assert_eq!(found.rule(), Some("R2"));
        let message = &found.iter().next().unwrap().message;
        assert!(message.contains("だれが読み、だれが書いたか"), "{message}");
    }
    assert_eq!(
        wrong(form_with("/people/0/kana", json!("うけつけ")), &Facts::default()),
        ["people[0].name shared_account R2"]
    );
    assert_eq!(
        wrong(form_with("/applicant/name", json!("事務局")), &Facts::default()),
        ["applicant.name shared_account R2"]
    );
    // An organization's name that no list knows.
    let mut form = form_with("/organization/name", json!("やわた"));
    form["people"][1]["name"] = json!("ヤワタ");
    assert_eq!(wrong(form, &Facts::default()), ["people[1].name shared_account R2"]);
}

#[test]
fn r2_the_name_of_a_registered_organization_is_nobodys() {
    let mut form = form_with("/organization", json!({"id": 7}));
    form["people"][0]["name"] = json!("ひまわり");
    let mut facts = registered();
    assert_eq!(wrong(form.clone(), &facts), [""; 0]);
    facts.organization.as_mut().unwrap().name = OrganizationName::parse("ヒマワリ").unwrap();
    assert_eq!(wrong(form, &facts), ["people[0].name shared_account R2"]);
}

#[test]
fn r2_a_shared_mailbox_is_refused() {
    let mailbox = |at: u8, email: &str| form_with(&format!("/people/{at}/email"), json!(email));
    let first = ["people[0].email shared_mailbox R2"];
    let second = ["people[1].email shared_mailbox R2"];
    assert_eq!(wrong(mailbox(0, "uketsuke@sakura.example.jp"), &Facts::default()), first);
    assert_eq!(wrong(mailbox(1, "HANAKO+taro@sakura.example.jp"), &Facts::default()), second);
    // Also the mailbox at which the applicant, another person, is reached.
    let mut form = form_with("/applicant/email", json!("sakura@sakura.example.jp"));
    form["people"][1]["email"] = json!("sakura@sakura.example.jp");
    assert_eq!(wrong(form, &Facts::default()), second);
    let facts = Facts { emails_in_use: ["taro@sakura.example.jp".to_owned()].into(), ..Facts::default() };
    assert_eq!(wrong(form_with("/pledge", json!(true)), &facts), second);
}

#[test]
fn the_applicant_may_be_one_of_the_people() {
    let mut form = form_with("/applicant/email", json!("hajime@sakura.example.jp"));
    form["people"][0] = person("市川　一", "イチカワ ハジメ", "hajime@sakura.example.jp");
    assert_eq!(wrong(form, &Facts::default()), [""; 0]);
}

#[test]
fn r2_the_same_person_twice_is_refused() {
    let mut form = form_with("/people/0", person("渡邊 花子", "わたなべ はなこ", "w1@sakura.example.jp"));
    form["people"][1] = person("渡辺花子", "ワタナベハナコ", "w2@sakura.example.jp");
    assert_eq!(wrong(form.clone(), &Facts::default()), ["people[1].name same_person_twice R2"]);
    form["people"][1]["email"] = json!("w1@sakura.example.jp");
    assert_eq!(wrong(form.clone(), &Facts::default()), ["people[1].name same_person_twice R2"]);
    form["people"][1] = person("渡辺 花子", "わたべ はなこ", "w2@sakura.example.jp");
    assert_eq!(wrong(form, &Facts::default()), [""; 0]);
}

#[test]
fn r2_a_person_with_an_account_gets_no_second_one() {
    let mut form = form_with("/organization", json!({"id": 7}));
    form["people"][0] = person("高橋　恵", "たかはし めぐみ", "megumi@sakura.example.jp");
    assert_eq!(wrong(form, &registered()), ["people[0].name already_has_account R2"]);
}

#[test]
fn r12_only_a_city_clerk_chooses_the_channel() {
    let desk = Facts { by_desk: true, ..Facts::default() };
    let mut form = form();
    for (channel, by_desk, by_others) in [
        ("electronic", "", ""),
        ("in_person", "", "channel channel_not_allowed R12"),
        ("post", "", "channel channel_not_allowed R12"),
        ("internal_mail", "", "channel channel_not_allowed R12"),
        ("email", "channel unknown_value -", "channel unknown_value -"),
    ] {
        form["channel"] = json!(channel);
        assert_eq!(wrong(form.clone(), &desk).concat(), by_desk, "{channel}");
        assert_eq!(wrong(form.clone(), &Facts::default()).concat(), by_others, "{channel}");
    }
    form["channel"] = json!("post");
    assert_eq!(check(form, &desk).unwrap().channel, Channel::Post);
}

#[test]
fn every_message_is_japanese_and_names_the_field() {
    let found = check(json!({"people": [{}, {"name": "受付", "email": "info@x.jp"}]}), &Facts::default()).unwrap_err();
    for violation in found {
        assert!(!violation.field.is_empty() && violation.message.ends_with('。'), "{violation:?}");
    }
}
