//! Every rule that a Form 6 must keep, and every reason why one does not.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};

use super::{AccountStop, AccountStopInput, Facts, MAX_PEOPLE, StoppingPerson, StoppingPersonInput};
use crate::account::{channel, manager};
use crate::organization::{KnownManager, KnownOrganization, account, named, not_the_manager};
use crate::{FieldError, StopReason, Violations, text};

impl AccountStopInput {
    /// The form when it keeps every rule, else everything that is wrong with it.
    pub fn check(&self, facts: &Facts) -> Result<AccountStop, Violations> {
        let mut v = Violations::new();
        let organization = named(&mut v, self.organization_id, facts.organization.as_ref());
        let applicant = manager(&mut v, "applicant", &self.applicant);
        if let (Some(organization), Some(applicant)) = (organization, &applicant)
            && !organization.is_manager(applicant)
        {
            not_the_manager(&mut v);
        }
        let people = people(&mut v, &self.people, organization);
        let stopping_managers = stopping_managers(&mut v, people.as_deref().unwrap_or_default(), organization);
        let channel = channel(&mut v, self.channel.as_deref(), facts.by_desk);
        v.in_order_of(&["organization_id", "applicant", "people", "channel"]);
        v.finish(|| {
            let organization = organization?;
            Some(AccountStop {
                organization: organization.id,
                organization_name: organization.name.clone(),
                applicant: applicant?,
                people: people?,
                channel: channel?,
                stopping_managers,
            })
        })
    }
}

fn people(
    v: &mut Violations,
    inputs: &[StoppingPersonInput],
    organization: Option<&KnownOrganization>,
) -> Option<Vec<StoppingPerson>> {
    if inputs.is_empty() {
        v.push("people", "required", "利用を中止する人を一人以上入力してください。");
        return None;
    }
    if inputs.len() > MAX_PEOPLE {
        let message = format!("一度に届け出られるのは{MAX_PEOPLE}人までです。残りの方は別の届出にしてください。");
        v.push("people", "too_many", message);
        return None;
    }
    let mut seen = BTreeMap::new();
    let mut people = Vec::with_capacity(inputs.len());
    for (at, input) in inputs.iter().enumerate() {
        // Every person is checked before the first missing one ends the collection.
        let person = person(v, at, input, organization);
        if let Some(person) = &person
            && let Some(first) = seen.insert(person.account.user_id, at)
        {
            let message = format!("{}人目と同じ方です。どちらかを消してください。", first + 1);
            v.push(format!("people[{at}].login_id"), "same_person_twice", message);
        }
        people.push(person);
    }
    people.into_iter().collect()
}

fn person(
    v: &mut Violations,
    at: usize,
    input: &StoppingPersonInput,
    organization: Option<&KnownOrganization>,
) -> Option<StoppingPerson> {
    let record = format!("people[{at}]");
    let account = account(v, &record, (&input.login_id, &input.name), organization);
    let reason = v.word(format!("{record}.reason"), &input.reason, StopReason::parse);
    let last_day = match input.last_day.as_deref() {
        Some(raw) => Some(v.field(format!("{record}.last_day"), last_day(raw))?),
        None => None,
    };
    Some(StoppingPerson { account: account?.clone(), reason: reason?, last_day })
}

fn last_day(raw: &str) -> Result<NaiveDate, FieldError> {
    text::day(raw).ok().filter(|day| (2000..2100).contains(&day.year())).ok_or_else(text::day_invalid)
}

/// R10: an organization is never without a manager; the last one hands over first.
fn stopping_managers(
    v: &mut Violations,
    people: &[StoppingPerson],
    organization: Option<&KnownOrganization>,
) -> Vec<i64> {
    let Some(organization) = organization else { return Vec::new() };
    let stops = |manager: &KnownManager, person: &StoppingPerson| match manager.user_id {
        Some(user) => user == person.account.user_id,
        None => manager.name_key == person.account.name.key() && manager.kana_key == person.account.kana_key,
    };
    let stopping = |manager: &&KnownManager| people.iter().any(|person| stops(manager, person));
    let stopping: Vec<&KnownManager> = organization.managers.iter().filter(stopping).collect();
    if !stopping.is_empty() && stopping.len() == organization.managers.len() {
        for (at, person) in people.iter().enumerate() {
            if stopping.iter().any(|manager| stops(manager, person)) {
                let message = "この方が中止すると、団体のシステム管理担当者がいなくなります。\
                    先に担当者の変更（様式第5号）を届け出てください。";
                v.push_rule("R10", format!("people[{at}].login_id"), "last_manager", message);
            }
        }
    }
    stopping.into_iter().map(|manager| manager.id).collect()
}
