//! A caller of the product's HTTP API that keeps its cookie.

use super::device_key;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::time::Duration;
use ureq::http::Response;
use ureq::{Agent, Body};

const REQUEST_LIMIT: Duration = Duration::from_secs(30);
/// More pages than any demo has: a list that never ends is a fault, not data.
const PAGES_MAX: usize = 50;

/// One caller: anonymous at first, then whoever its cookie says.
#[derive(Clone)]
pub(crate) struct Api {
    agent: Agent,
    base_url: String,
    cookie: Option<String>,
}

impl Api {
    /// A caller without a cookie.
    pub(crate) fn new(base_url: &str) -> Self {
        let config = Agent::config_builder()
            // A refusal has a body that says why, so it is read like any other answer.
            .http_status_as_error(false)
            .timeout_global(Some(REQUEST_LIMIT))
            .build();
        Self { agent: config.into(), base_url: base_url.to_owned(), cookie: None }
    }

    pub(crate) fn base_url(&self) -> &str {
        &self.base_url
    }

    /// The cookie that the server set last, as `name=value`.
    pub(crate) fn cookie(&self) -> Option<&str> {
        self.cookie.as_deref()
    }

    /// Reads a resource.
    pub(crate) fn get(&self, path: &str) -> Result<Value> {
        let request = self.agent.get(self.url(path)).header("cookie", self.cookie().unwrap_or_default());
        read(path, request.call()?).map(|answer| answer.body)
    }

    /// Reads a list to its end, page by page.
    pub(crate) fn all(&self, path: &str) -> Result<Vec<Value>> {
        let mut items = Vec::new();
        let mut after = String::new();
        for _ in 0..PAGES_MAX {
            let page = self.get(&format!("{path}&limit=200{after}"))?;
            items.extend(at(&page, "/items").as_array().context("no list came")?.iter().cloned());
            match at(&page, "/next").as_str() {
                Some(next) => after = format!("&after={next}"),
                None => return Ok(items),
            }
        }
        bail!("{path} did not end after {PAGES_MAX} pages")
    }

    /// Sends something, and keeps the cookie that comes back.
    pub(crate) fn post(&mut self, path: &str, body: &Value) -> Result<Value> {
        let answer = self.send(path, body)?;
        if answer.cookie.is_some() {
            self.cookie = answer.cookie;
        }
        Ok(answer.body)
    }

    /// Sends something that leaves the caller who he is.
    pub(crate) fn post_once(&self, path: &str, body: &Value) -> Result<Value> {
        self.send(path, body).map(|answer| answer.body)
    }

    /// Replaces something.
    pub(crate) fn put_once(&self, path: &str, body: &Value) -> Result<Value> {
        let request = self.agent.put(self.url(path)).header("cookie", self.cookie().unwrap_or_default());
        read(path, request.send_json(body)?).map(|answer| answer.body)
    }

    /// Sends a piece of a file.
    pub(crate) fn put_bytes(&self, path: &str, bytes: &[u8]) -> Result<Value> {
        let request = self
            .agent
            .put(self.url(path))
            .header("cookie", self.cookie().unwrap_or_default())
            .header("content-type", "application/octet-stream");
        read(path, request.send(bytes)?).map(|answer| answer.body)
    }

    fn send(&self, path: &str, body: &Value) -> Result<Answer> {
        let request = self
            .agent
            .post(self.url(path))
            .header("cookie", self.cookie().unwrap_or_default())
            .header("idempotency-key", device_key::random_word()?);
        read(path, request.send_json(body)?)
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }
}

struct Answer {
    body: Value,
    cookie: Option<String>,
}

/// A refusal of the API, with its status so that a caller can tell one from another.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    text: String,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.text)
    }
}

impl std::error::Error for Refusal {}

fn read(path: &str, mut response: Response<Body>) -> Result<Answer> {
    let set = response.headers().get_all("set-cookie").iter();
    let cookie = set.filter_map(|value| value.to_str().ok()?.split(';').next()).next_back();
    let cookie = cookie.map(ToOwned::to_owned);
    let text = response.body_mut().read_to_string()?;
    let status = response.status();
    if !status.is_success() {
        let text = format!("{path} answered {status}: {text}");
        return Err(Refusal { status: status.as_u16(), text }.into());
    }
    let body = if text.is_empty() { Value::Null } else { serde_json::from_str(&text)? };
    Ok(Answer { body, cookie })
}

/// What stands at `/a/b` of a JSON value; null when nothing does.
pub(crate) fn at<'a>(value: &'a Value, pointer: &str) -> &'a Value {
    value.pointer(pointer).unwrap_or(&Value::Null)
}

/// A text field of an answer.
pub(crate) fn text(value: &Value, field: &str) -> Result<String> {
    let text =
        value.get(field).and_then(Value::as_str).with_context(|| format!("the answer has no `{field}`: {value}"))?;
    Ok(text.to_owned())
}
