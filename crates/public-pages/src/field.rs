//! Questions of a form: the label, the control and what is wrong with the answer, tied together for everybody.

use maud::{Markup, html};
use web::FieldProblem;

/// One question about a `T`.
pub struct Question<T: 'static> {
    /// The path of the answer below the record, such as `device.kind`.
    pub key: &'static str,
    /// What people read before the control.
    pub label: &'static str,
    /// How to answer; empty for none.
    pub hint: &'static str,
    /// Whether an answer is needed.
    pub need: Need,
    /// How it is answered.
    pub control: Control,
    /// The answer so far.
    pub read: fn(&T) -> &str,
}

/// Whether an answer is needed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Always.
    Always,
    /// When something else is answered in some way, which the hint says.
    Sometimes,
}

/// How a question is answered.
#[derive(Clone, Copy)]
pub enum Control {
    /// A line of text.
    ///
    /// It is never `type=email`: the browser would refuse full width letters, which the server understands, and it
    /// shows one error at a time.
    Text {
        /// Which keyboard a phone shows.
        inputmode: &'static str,
        /// What the browser may fill in.
        autocomplete: &'static str,
    },
    /// A number or code from paper or from a device: nothing to correct or to suggest.
    Code {
        /// Which keyboard a phone shows.
        inputmode: &'static str,
    },
    /// A day.
    Day,
    /// A text that may be longer than a phone is wide.
    Lines {
        /// What the browser may fill in.
        autocomplete: &'static str,
    },
    /// The name of an organization: a script offers the registered ones while it is typed.
    OrganizationName,
    /// One of these words, each with its label.
    Choice(fn() -> Vec<(&'static str, &'static str)>),
}

impl<T> Question<T> {
    /// The question with its control, below `record` (empty for a form without records).
    pub fn field(&self, record: &str, answers: &T, errors: &Errors<'_>) -> Markup {
        let path = join(record, self.key);
        let id = id(&path);
        let messages = errors.at(&path);
        let described_by = described_by(&id, !self.hint.is_empty(), !messages.is_empty());
        html! {
            div.field."field--invalid"[!messages.is_empty()]."field--short"[matches!(self.control, Control::Code { .. })] {
                label for=(id) {
                    (self.label)
                    @if self.need == Need::Always { span.required { "必須" } }
                }
                @if !self.hint.is_empty() { p.hint id={ (id) "-hint" } { (self.hint) } }
                (error(&id, &messages))
                (self.control.show(&id, &name(&path), (self.read)(answers), described_by.as_deref(), !messages.is_empty()))
            }
        }
    }
}

impl Control {
    fn show(self, id: &str, name: &str, value: &str, described_by: Option<&str>, invalid: bool) -> Markup {
        let invalid = invalid.then_some("true");
        html! {
            @match self {
                Self::Text { inputmode, autocomplete } => {
                    input type="text" id=(id) name=(name) value=(value) inputmode=(inputmode)
                        autocomplete=(autocomplete) aria-describedby=[described_by] aria-invalid=[invalid];
                }
                Self::Code { inputmode } => {
                    input type="text" id=(id) name=(name) value=(value) inputmode=(inputmode) autocomplete="off"
                        autocapitalize="off" spellcheck="false" aria-describedby=[described_by] aria-invalid=[invalid];
                }
                Self::Day => {
                    input type="date" id=(id) name=(name) value=(value) aria-describedby=[described_by]
                        aria-invalid=[invalid];
                }
                Self::Lines { autocomplete } => {
                    textarea id=(id) name=(name) rows="2" autocomplete=(autocomplete)
                        aria-describedby=[described_by] aria-invalid=[invalid] { (value) }
                }
                Self::OrganizationName => {
                    input type="text" id=(id) name=(name) value=(value) autocomplete="organization"
                        data-organization-search aria-describedby=[described_by] aria-invalid=[invalid];
                }
                Self::Choice(words) => {
                    select id=(id) name=(name) aria-describedby=[described_by] aria-invalid=[invalid] {
                        option value="" { "選んでください" }
                        @for (word, label) in words() {
                            option value=(word) selected[word == value] { (label) }
                        }
                    }
                }
            }
        }
    }

    /// An answer as people read it: the label of a word, else the text itself.
    pub fn read_out(self, value: &str) -> &str {
        let Self::Choice(words) = self else { return value };
        words().into_iter().find(|(word, _)| *word == value).map_or(value, |(_, label)| label)
    }
}

/// The errors of a form, each at a place that exists on the page.
pub struct Errors<'a> {
    placed: Vec<Placed<'a>>,
    form: &'static str,
}

struct Placed<'a> {
    place: String,
    label: String,
    message: &'a str,
}

impl<'a> Errors<'a> {
    /// Places every error: at its path when the page `has` it, else at the nearest place above it, at last at the form
    /// itself, so that none is lost. `label` names a path in the summary.
    pub fn place(
        form: &'static str,
        errors: &'a [FieldProblem],
        has: impl Fn(&str) -> bool,
        label: impl Fn(&str) -> String,
    ) -> Self {
        let place = |error: &'a FieldProblem| {
            let mut place = error.field.as_str();
            while !place.is_empty() && !has(place) {
                place = place.rfind(['.', '[']).and_then(|end| place.get(..end)).unwrap_or_default();
            }
            Placed { place: place.to_owned(), label: label(place), message: &error.message }
        };
        Self { placed: errors.iter().map(place).collect(), form }
    }

    /// What is wrong at this path.
    pub fn at(&self, path: &str) -> Vec<&'a str> {
        self.placed.iter().filter(|placed| placed.place == path).map(|placed| placed.message).collect()
    }

    /// Whether anything is wrong.
    pub fn is_empty(&self) -> bool {
        self.placed.is_empty()
    }

    /// The list above the form, with a way to each place.
    pub fn summary(&self) -> Markup {
        if self.is_empty() {
            return Markup::default();
        }
        summary_box(
            &format!("入力内容に直すところが{}か所あります", self.placed.len()),
            &html! {
                ul {
                    @for placed in &self.placed {
                        @let place = if placed.place.is_empty() { self.form.to_owned() } else { id(&placed.place) };
                        li { a href={ "#" (place) } {
                            @if !placed.label.is_empty() { (placed.label) "：" }
                            (placed.message)
                        } }
                    }
                }
            },
        )
    }
}

/// What stopped a form, read out and focused at once, without a script, too.
pub fn summary_box(heading: &str, content: &Markup) -> Markup {
    html! {
        div.error-summary role="alert" tabindex="-1" id="error-summary" aria-labelledby="error-summary-heading" autofocus {
            h2 id="error-summary-heading" { (heading) }
            (content)
        }
    }
}

/// The error text of the control or group with this id.
pub fn error(id: &str, messages: &[&str]) -> Markup {
    html! {
        @if !messages.is_empty() {
            p.error id={ (id) "-error" } {
                @for (at, message) in messages.iter().enumerate() {
                    @if at > 0 { br; }
                    (message)
                }
            }
        }
    }
}

/// The ids of the hint and the error of a control.
pub fn described_by(id: &str, hint: bool, error: bool) -> Option<String> {
    match (hint, error) {
        (true, true) => Some(format!("{id}-hint {id}-error")),
        (true, false) => Some(format!("{id}-hint")),
        (false, true) => Some(format!("{id}-error")),
        (false, false) => None,
    }
}

/// `people[0]` and `device.kind` make `people[0].device.kind`.
pub fn join(record: &str, key: &str) -> String {
    if record.is_empty() { key.to_owned() } else { format!("{record}.{key}") }
}

/// The id of the element for a path: `people-0-device-asset_number`.
pub fn id(path: &str) -> String {
    path.chars().filter(|c| *c != ']').map(|c| if matches!(c, '.' | '[') { '-' } else { c }).collect()
}

/// The name under which a form sends the value of a path: `people[0][device][asset_number]`.
pub fn name(path: &str) -> String {
    let mut parts = path.split('.');
    let mut name = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        name.push('[');
        name.push_str(part);
        name.push(']');
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_an_id_and_a_name() {
        let path = "people[0].device.asset_number";
        assert_eq!(id(path), "people-0-device-asset_number");
        assert_eq!(name(path), "people[0][device][asset_number]");
        assert_eq!((id("pledge"), name("pledge")), ("pledge".to_owned(), "pledge".to_owned()));
    }

    #[test]
    fn an_error_that_has_no_place_goes_to_the_nearest_above() {
        let error = |field: &str| FieldProblem {
            field: field.to_owned(),
            code: "required",
            message: field.to_owned(),
            rule: None,
        };
        let found = [error("people[7].device.kind"), error("channel"), error("people[0].name"), error("")];
        let has = |path: &str| ["people", "people[0].name"].contains(&path);
        let errors = Errors::place("form4", &found, has, str::to_owned);
        assert_eq!(errors.at("people"), ["people[7].device.kind"]);
        assert_eq!(errors.at("people[0].name"), ["people[0].name"]);
        assert_eq!(errors.at(""), ["channel", ""]);
        assert!(errors.summary().into_string().contains("href=\"#form4\""));
    }
}
