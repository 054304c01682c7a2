//! A browser: keeps connections alive and cookies, and sends what a browser sends.

use crate::{Form, Reply, form_pairs, multipart};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, RwLock};
use std::time::Duration;
use ureq::Agent;

/// What a browser says it can show when a page is opened.
const ACCEPT_HTML: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

/// Someone with a browser.
pub struct Visitor {
    address: Arc<RwLock<String>>,
    agent: Agent,
    cookies: Mutex<BTreeMap<String, String>>,
}

/// A request about to be sent.
#[must_use]
pub struct Call<'a> {
    visitor: &'a Visitor,
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: Option<Vec<u8>>,
}

impl Visitor {
    pub(crate) fn new(address: Arc<RwLock<String>>) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(Duration::from_mins(1)))
            .allow_non_standard_methods(true)
            .build();
        Self { address, agent: config.into(), cookies: Mutex::default() }
    }

    /// A browser with the same cookies and connections of its own.
    #[must_use]
    pub fn second_window(&self) -> Self {
        let twin = Self::new(Arc::clone(&self.address));
        *twin.cookies.lock().unwrap() = self.cookies.lock().unwrap().clone();
        twin
    }

    /// A browser without any cookie.
    #[must_use]
    pub fn elsewhere(&self) -> Self {
        Self::new(Arc::clone(&self.address))
    }

    /// A call to be made, as a program of our pages makes it.
    pub fn call(&self, method: &str, path: &str) -> Call<'_> {
        let mut call = Call {
            visitor: self,
            method: method.to_owned(),
            path: path.to_owned(),
            headers: vec![("Accept".to_owned(), "application/json".to_owned())],
            body: None,
        };
        if !matches!(method, "GET" | "HEAD") {
            call = call.header("Origin", &self.origin());
        }
        call
    }

    /// Asks for data.
    #[track_caller]
    pub fn get(&self, path: &str) -> Reply {
        self.call("GET", path).send()
    }

    /// Opens a page.
    #[track_caller]
    pub fn opens(&self, path: &str) -> Reply {
        self.call("GET", path).accept_html().send()
    }

    /// Sends JSON.
    #[track_caller]
    pub fn post(&self, path: &str, input: &Value) -> Reply {
        self.call("POST", path).json(input).send()
    }

    /// Replaces with JSON.
    #[track_caller]
    pub fn put(&self, path: &str, input: &Value) -> Reply {
        self.call("PUT", path).json(input).send()
    }

    /// Removes.
    #[track_caller]
    pub fn delete(&self, path: &str) -> Reply {
        self.call("DELETE", path).send()
    }

    /// Sends a page's form the way its `enctype` says, and shows what comes back.
    #[track_caller]
    pub fn submits(&self, form: &Form) -> Reply {
        let call = self.call(&form.method, &form.action).accept_html();
        if form.is_multipart { call.multipart(&form.fields).send() } else { call.form(&form.fields).send() }
    }

    /// `http://127.0.0.1:12345`, as the browser names our pages.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address.read().unwrap())
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    /// Puts a cookie in the jar, as someone who stole or forged it would.
    pub fn puts_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().unwrap().insert(name.to_owned(), value.to_owned());
    }

    fn keep_cookies(&self, reply: &Reply) {
        let mut cookies = self.cookies.lock().unwrap();
        for line in reply.headers.get_all("set-cookie") {
            let line = line.to_str().expect("a readable cookie");
            let (name, value) = line.split(';').next().unwrap().split_once('=').expect("a cookie's name");
            if line.contains("Max-Age=0") {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

impl Call<'_> {
    /// Sets a header, in place of an earlier one of that name.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self = self.without(name);
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Leaves a header out.
    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(existing, _)| !existing.eq_ignore_ascii_case(name));
        self
    }

    /// As a browser that opens a page or sends a form.
    pub fn accept_html(self) -> Self {
        self.header("Accept", ACCEPT_HTML)
    }

    /// Names the intent, so that a retry does not double.
    pub fn idempotency_key(self, key: &str) -> Self {
        self.header("Idempotency-Key", key)
    }

    /// With a JSON body.
    pub fn json(self, input: &Value) -> Self {
        self.body("application/json", input.to_string().into_bytes())
    }

    /// With JSON input as a form without JavaScript sends it.
    pub fn json_as_form(self, input: &Value) -> Self {
        let pairs = form_pairs(input);
        self.form(&pairs)
    }

    /// With an `application/x-www-form-urlencoded` body.
    pub fn form(self, fields: &[(String, String)]) -> Self {
        let body = fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value)));
        let body = body.collect::<Vec<_>>().join("&");
        self.body("application/x-www-form-urlencoded", body.into_bytes())
    }

    /// With a `multipart/form-data` body.
    pub fn multipart(self, fields: &[(String, String)]) -> Self {
        let (content_type, body) = multipart(fields);
        self.body(&content_type, body)
    }

    /// With any body.
    pub fn body(mut self, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self.header("Content-Type", content_type)
    }

    /// Sends it.
    #[track_caller]
    pub fn send(self) -> Reply {
        let what = format!("{} {}", self.method, self.path);
        self.try_send().unwrap_or_else(|error| panic!("{what}: no answer: {error}"))
    }

    /// Sends it, where no answer may come.
    pub fn try_send(self) -> Result<Reply, ureq::Error> {
        let Self { visitor, method, path, headers, body } = self;
        let mut request = http::Request::builder().method(method.as_str()).uri(format!("{}{path}", visitor.origin()));
        for (name, value) in &headers {
            request = request.header(name, value);
        }
        let cookies: Vec<_> =
            visitor.cookies.lock().unwrap().iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request = request.header("Cookie", cookies.join("; "));
        }
        let answer = match body {
            None if matches!(method.as_str(), "GET" | "HEAD" | "DELETE") => visitor.agent.run(request.body(())?)?,
            body => visitor.agent.run(request.body(body.unwrap_or_default())?)?,
        };
        let (parts, mut answer) = answer.into_parts();
        let body = answer.with_config().limit(64 << 20).read_to_vec()?;
        let reply =
            Reply { request: format!("{method} {path}"), status: parts.status.as_u16(), headers: parts.headers, body };
        visitor.keep_cookies(&reply);
        Ok(reply)
    }
}

/// Percent-encodes everything but unreserved characters.
fn encode(text: &str) -> String {
    use std::fmt::Write as _;
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._*".contains(&byte) {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").unwrap();
        }
        out
    })
}
