//! What is written in the rooms of the demo: by colleagues whom this program plays, so that whoever tries the demo as one
//! of the others finds it unread, with 了解 to give, and has a first-login code that is unused.

use super::api::{Api, at, text};
use super::notes::Person;
use super::seed::{first_login, items};
use super::support_rooms::member;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const MESSAGES: &str = include_str!("messages.json");

/// Who of the demo's people is played.
pub(super) fn writers() -> Result<Vec<String>> {
    let plan: Value = serde_json::from_str(MESSAGES)?;
    names(at(&plan, "/writers"))
}

/// Writes everything; `city` is signed in as the clerk of this name, who takes part in the collaboration rooms.
pub(super) fn write(city: &Api, clerk: &str, played: &[Person]) -> Result<()> {
    let plan: Value = serde_json::from_str(MESSAGES)?;
    let mut writers = BTreeMap::from([(clerk.to_owned(), city.clone())]);
    for person in played {
        let mut api = Api::new(city.base_url());
        first_login(&mut api, &json!({ "login_id": person.login_id, "code": person.code }))?;
        writers.insert(person.name.clone(), api);
    }
    let mut tags = BTreeMap::new();
    for name in names(at(&plan, "/tags"))? {
        let made = city.post_once("/api/tags", &json!({ "name": name }))?;
        tags.insert(name, at(&made, "/tag_id").clone());
    }
    for planned in items(at(&plan, "/rooms"))? {
        Room::find(city, (&writers, &tags), planned)?.fill(planned)?;
    }
    Ok(())
}

/// A room that is being written in.
struct Room<'a> {
    city: &'a Api,
    writers: &'a BTreeMap<String, Api>,
    tags: &'a BTreeMap<String, Value>,
    /// `/api/rooms/3`
    path: String,
    /// The numbers of the messages that others refer to.
    known: BTreeMap<String, Value>,
}

impl<'a> Room<'a> {
    /// The room as the first who writes there finds it among her own.
    fn find(
        city: &'a Api,
        (writers, tags): (&'a BTreeMap<String, Api>, &'a BTreeMap<String, Value>),
        planned: &Value,
    ) -> Result<Self> {
        let mut room = Self { city, writers, tags, path: String::new(), known: BTreeMap::new() };
        let mine = room.writer(at(planned, "/messages/0/by"))?.get("/api/rooms?limit=200")?;
        let mut rooms = items(at(&mine, "/items"))?.iter();
        let found = rooms.find(|mine| at(mine, "/name") == at(planned, "/room"));
        let found = found.with_context(|| format!("who writes first is not in {}", at(planned, "/room")))?;
        room.path = format!("/api/rooms/{}", at(found, "/room_id"));
        Ok(room)
    }

    fn fill(mut self, planned: &Value) -> Result<()> {
        let mut last = Value::Null;
        for message in items(at(planned, "/messages"))? {
            last = self.post(message)?;
            self.follow(message, &last)?;
        }
        for reader in items(at(planned, "/read_by"))? {
            self.writer(reader)?.put_once(&format!("{}/read-mark", self.path), &json!({ "up_to": last }))?;
        }
        Ok(())
    }

    /// Posts a message; its number.
    fn post(&mut self, planned: &Value) -> Result<Value> {
        let author = self.writer(at(planned, "/by"))?;
        let reply_to = match at(planned, "/reply_to").as_str() {
            Some(id) => self.known.get(id).with_context(|| format!("nothing called {id} was written before"))?.clone(),
            None => Value::Null,
        };
        let mut tags = Vec::new();
        for name in names(at(planned, "/tags"))? {
            tags.push(self.tags.get(&name).with_context(|| format!("there is no tag {name}"))?);
        }
        let message = json!({
            "body": at(planned, "/body"), "reply_to": reply_to, "tags": tags,
            "mentions": self.people(at(planned, "/mentions"))?,
            "files": self.send_file(author, at(planned, "/file"))?,
            "confirm": at(planned, "/confirm").as_str().unwrap_or("none"),
            "confirm_by": self.people(at(planned, "/confirm_by"))?,
        });
        let posted = author.post_once(&format!("{}/messages", self.path), &message)?;
        let number = at(&posted, "/message_id").clone();
        if let Some(id) = at(planned, "/id").as_str() {
            self.known.insert(id.to_owned(), number.clone());
        }
        Ok(number)
    }

    /// What its author and others do with a message afterwards.
    fn follow(&self, planned: &Value, number: &Value) -> Result<()> {
        let path = format!("{}/messages/{number}", self.path);
        let author = self.writer(at(planned, "/by"))?;
        let nothing = json!({});
        for (reaction, people) in at(planned, "/reactions").as_object().into_iter().flatten() {
            for person in items(people)? {
                self.writer(person)?.put_once(&format!("{path}/reactions/{reaction}"), &nothing)?;
            }
        }
        for person in at(planned, "/confirmed_by").as_array().into_iter().flatten() {
            self.writer(person)?.put_once(&format!("{path}/confirmation"), &nothing)?;
        }
        if at(planned, "/pinned") == true {
            author.put_once(&format!("{path}/pin"), &nothing)?;
        }
        if let Some(body) = at(planned, "/edited").as_str() {
            author.put_once(&path, &json!({ "body": body }))?;
        }
        if at(planned, "/withdrawn") == true {
            author.post_once(&format!("{path}/withdrawal"), &nothing)?;
        }
        Ok(())
    }

    /// Sends the file of a message, if it has one; the number it got.
    fn send_file(&self, author: &Api, planned: &Value) -> Result<Vec<Value>> {
        if planned.is_null() {
            return Ok(Vec::new());
        }
        let content = content(&text(planned, "content")?)?;
        let file = json!({ "name": at(planned, "/name"), "bytes": content.len() });
        let begun = author.post_once(&format!("{}/files", self.path), &file)?;
        let number = at(&begun, "/file_id").clone();
        // One piece: the demo's files are far smaller than that.
        author.put_bytes(&format!("{}/files/{number}/chunks/0", self.path), content)?;
        Ok(vec![number])
    }

    /// The session of somebody who is played.
    fn writer(&self, name: &Value) -> Result<&'a Api> {
        let known = self.writers.get(name.as_str().context("a name was expected")?);
        known.with_context(|| format!("{name} is nobody who writes"))
    }

    /// The accounts of people, played or not.
    fn people(&self, list: &Value) -> Result<Vec<Value>> {
        names(list)?.iter().map(|name| member(self.city, name)).collect()
    }
}

/// The names of a list; none when there is no list.
fn names(list: &Value) -> Result<Vec<String>> {
    let names = list.as_array().into_iter().flatten();
    names.map(|name| Ok(name.as_str().context("a name was expected")?.to_owned())).collect()
}

/// The files that are attached, invented like the rest.
fn content(name: &str) -> Result<&'static [u8]> {
    Ok(match name {
        "meal.txt" => include_bytes!("files/meal.txt"),
        "medicines.csv" => include_bytes!("files/medicines.csv"),
        "weight.png" => include_bytes!("files/weight.png"),
        other => bail!("messages.json has the unknown file {other}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_writer_and_everybody_asked_is_of_the_demo() {
        let plan: Value = serde_json::from_str(MESSAGES).expect("JSON");
        let writers = writers().expect("names");
        for planned in items(at(&plan, "/rooms")).expect("rooms") {
            for message in items(at(planned, "/messages")).expect("messages") {
                let asked = ["/mentions", "/confirm_by"].map(|list| names(at(message, list)).expect("names"));
                for name in asked.iter().flatten() {
                    assert!(!super::super::seed::role_of(name).expect("a role").is_empty(), "{name} is nobody");
                }
            }
        }
        assert!(writers.iter().all(|name| !super::super::seed::role_of(name).expect("a role").is_empty()));
    }

    #[test]
    fn there_are_fewer_than_the_bench_leaves_numbers_for() {
        let plan: Value = serde_json::from_str(MESSAGES).expect("JSON");
        let rooms = items(at(&plan, "/rooms")).expect("rooms").iter();
        let count: usize = rooms.map(|planned| items(at(planned, "/messages")).expect("messages").len()).sum();
        assert!(count <= 100, "bench/messages.rs begins at 101, and there are {count}");
    }

    #[test]
    fn whoever_tries_the_demo_is_asked_for_something_in_every_room() {
        let plan: Value = serde_json::from_str(MESSAGES).expect("JSON");
        let writers = writers().expect("names");
        for planned in items(at(&plan, "/rooms")).expect("rooms") {
            let messages = items(at(planned, "/messages")).expect("messages");
            assert!(messages.iter().any(|message| at(message, "/confirm") == "all"), "{planned}");
            let named = messages.iter().flat_map(|message| names(at(message, "/confirm_by")).expect("names"));
            assert!(named.into_iter().any(|name| !writers.contains(&name)), "{planned}");
        }
    }
}
