//! What people write into forms, and how a form is sent.

use serde_json::{Value, json};
use std::sync::atomic::{AtomicUsize, Ordering};

const FAMILIES: [(&str, &str); 16] = [
    ("山田", "ヤマダ"),
    ("佐藤", "サトウ"),
    ("鈴木", "スズキ"),
    ("高橋", "タカハシ"),
    ("田中", "タナカ"),
    ("伊藤", "イトウ"),
    ("渡辺", "ワタナベ"),
    ("中村", "ナカムラ"),
    ("小林", "コバヤシ"),
    ("加藤", "カトウ"),
    ("吉田", "ヨシダ"),
    ("佐々木", "ササキ"),
    ("松本", "マツモト"),
    ("井上", "イノウエ"),
    ("木村", "キムラ"),
    ("清水", "シミズ"),
];
const GIVEN: [(&str, &str); 16] = [
    ("花子", "ハナコ"),
    ("太郎", "タロウ"),
    ("美咲", "ミサキ"),
    ("健一", "ケンイチ"),
    ("陽子", "ヨウコ"),
    ("翔太", "ショウタ"),
    ("恵", "メグミ"),
    ("誠", "マコト"),
    ("由美", "ユミ"),
    ("大輔", "ダイスケ"),
    ("久美子", "クミコ"),
    ("直樹", "ナオキ"),
    ("千尋", "チヒロ"),
    ("剛", "ツヨシ"),
    ("さくら", "サクラ"),
    ("隆", "タカシ"),
];

/// The `index`-th of 256 people with different names.
pub fn somebody(index: usize) -> Value {
    let (family, family_kana) = FAMILIES[index % FAMILIES.len()];
    let (given, given_kana) = GIVEN[index / FAMILIES.len() % GIVEN.len()];
    person(&format!("{family} {given}"), &format!("{family_kana} {given_kana}"))
}

/// A nurse with a mailbox and a tablet of her own.
pub fn person(name: &str, kana: &str) -> Value {
    static COUNT: AtomicUsize = AtomicUsize::new(1);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    json!({
        "name": name,
        "kana": kana,
        "profession": "nurse",
        "email": format!("n{number}.tanaka@minami.example.jp"),
        "device": { "asset_number": format!("T-{number:04}"), "kind": "tablet" },
    })
}

/// A clinic that is new here.
pub fn organization(name: &str) -> Value {
    json!({
        "id": null,
        "name": name,
        "kind": "clinic",
        "postal_code": "272-0021",
        "address": "千葉県市川市八幡3-4-5",
        "phone": "047-300-0001",
    })
}

/// The input with another value at a JSON pointer.
#[must_use]
pub fn with(input: &Value, pointer: &str, value: impl Into<Value>) -> Value {
    let mut changed = input.clone();
    let (parent, key) = pointer.rsplit_once('/').expect("a JSON pointer");
    match changed.pointer_mut(parent).unwrap_or_else(|| panic!("nothing at {parent} in {input}")) {
        Value::Object(fields) => {
            fields.insert(key.to_owned(), value.into());
        }
        Value::Array(items) => items[key.parse::<usize>().expect("an index")] = value.into(),
        other => panic!("nothing can be put into {other}"),
    }
    changed
}

/// JSON input as the fields of a form: `people[0][device][kind]=tablet`. What is null is left out, as is a box that is
/// not ticked.
pub fn form_pairs(input: &Value) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    flatten(String::new(), input, &mut pairs);
    pairs
}

fn flatten(name: String, value: &Value, pairs: &mut Vec<(String, String)>) {
    let child = |key: &str| if name.is_empty() { key.to_owned() } else { format!("{name}[{key}]") };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| flatten(child(key), value, pairs)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| flatten(child(&index.to_string()), value, pairs));
        }
        Value::Null | Value::Bool(false) => {}
        Value::String(text) => pairs.push((name, text.clone())),
        Value::Bool(true) | Value::Number(_) => pairs.push((name, value.to_string())),
    }
}

/// The content type and body of a multipart/form-data form.
pub fn multipart(fields: &[(String, String)]) -> (String, Vec<u8>) {
    const BOUNDARY: &str = "----tests7MA4YWxkTrZu0gW";
    let part = |(name, value): &(String, String)| {
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let body: String = fields.iter().map(part).collect();
    (format!("multipart/form-data; boundary={BOUNDARY}"), format!("{body}--{BOUNDARY}--\r\n").into_bytes())
}
