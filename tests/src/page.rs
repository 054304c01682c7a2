//! A page as a browser without JavaScript sees it: text, links and forms.

use scraper::{ElementRef, Html, Selector};

/// A page.
pub struct Page(Html);

/// A form of a page with what stands in its fields.
#[derive(Debug, Clone)]
pub struct Form {
    /// Where it goes.
    pub action: String,
    /// `GET` or `POST`.
    pub method: String,
    /// Whether it is sent as multipart/form-data.
    pub is_multipart: bool,
    /// Names and values, in order, as they would be sent.
    pub fields: Vec<(String, String)>,
    /// The `name=value` of its buttons.
    pub buttons: Vec<(String, String)>,
}

impl Page {
    /// A page, or a piece of one that an answer holds.
    pub fn parse(text: &str) -> Self {
        Self(Html::parse_document(text))
    }

    /// Everything a reader can read, with single spaces.
    pub fn text(&self) -> String {
        let body = self.first("body").expect("a body");
        body.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
    }

    /// Whether the reader can read this.
    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        let text = self.text();
        assert!(text.contains(words), "the page does not say 「{words}」 but:\n{text}");
        self
    }

    /// Whether anything matches a CSS selector.
    pub fn has(&self, selector: &str) -> bool {
        self.first(selector).is_some()
    }

    /// An attribute of the first element that matches.
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.first(selector)?.attr(name).map(str::to_owned)
    }

    /// The texts of all elements that match.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        let text = |element: ElementRef<'_>| element.text().collect::<String>().trim().to_owned();
        self.0.select(&selector).map(text).collect()
    }

    /// Where the links lead.
    pub fn links(&self) -> Vec<String> {
        let selector = Selector::parse("a[href]").unwrap();
        self.0.select(&selector).filter_map(|link| link.attr("href")).map(str::to_owned).collect()
    }

    /// The form that goes to this address.
    #[track_caller]
    pub fn form(&self, action: &str) -> Form {
        let selector = Selector::parse("form").unwrap();
        let forms: Vec<Form> = self.0.select(&selector).map(read_form).collect();
        let actions: Vec<_> = forms.iter().map(|form| form.action.clone()).collect();
        let found = forms.into_iter().find(|form| form.action == action);
        found.unwrap_or_else(|| panic!("no form to {action}, only to {actions:?} on:\n{}", self.text()))
    }

    fn first(&self, selector: &str) -> Option<ElementRef<'_>> {
        let selector = Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"));
        self.0.select(&selector).next()
    }
}

impl Form {
    /// Writes into a field that is there.
    #[must_use]
    #[track_caller]
    pub fn fill(mut self, name: &str, value: &str) -> Self {
        let names: Vec<_> = self.fields.iter().map(|(name, _)| name.clone()).collect();
        let field = self.fields.iter_mut().find(|(existing, _)| existing == name);
        let field = field.unwrap_or_else(|| panic!("no field {name} but {names:?}"));
        value.clone_into(&mut field.1);
        self
    }

    /// Ticks a box or chooses among radio buttons.
    #[must_use]
    pub fn tick(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(existing, _)| existing != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Presses a button that is there.
    #[must_use]
    #[track_caller]
    pub fn press(mut self, name: &str, value: &str) -> Self {
        let button = (name.to_owned(), value.to_owned());
        assert!(self.buttons.contains(&button), "no button {button:?} but {:?}", self.buttons);
        self.fields.push(button);
        self
    }

    /// What stands in a field.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(existing, _)| existing == name).map(|(_, value)| value.as_str())
    }

    /// The same form, sent as multipart/form-data.
    #[must_use]
    pub fn as_multipart(mut self) -> Self {
        self.is_multipart = true;
        self
    }
}

fn read_form(form: ElementRef<'_>) -> Form {
    let selector = Selector::parse("input, select, textarea, button").unwrap();
    let mut read = Form {
        action: form.attr("action").unwrap_or_default().to_owned(),
        method: form.attr("method").unwrap_or("get").to_uppercase(),
        is_multipart: form.attr("enctype") == Some("multipart/form-data"),
        fields: Vec::new(),
        buttons: Vec::new(),
    };
    for element in form.select(&selector) {
        let Some(name) = element.attr("name") else { continue };
        let value = element.attr("value").unwrap_or_default().to_owned();
        let kind = element.attr("type").unwrap_or_default();
        let is_button = kind == "submit" || element.value().name() == "button";
        if is_button {
            read.buttons.push((name.to_owned(), value));
        } else if let Some(value) = standing_value(element, kind, value) {
            read.fields.push((name.to_owned(), value));
        }
    }
    read
}

/// What a browser would send for a field left as it is; nothing for a box that is not ticked.
fn standing_value(element: ElementRef<'_>, kind: &str, value: String) -> Option<String> {
    match (element.value().name(), kind) {
        ("textarea", _) => Some(element.text().collect()),
        ("select", _) => Some(chosen_option(element)),
        (_, "checkbox" | "radio") => {
            let ticked_value = if value.is_empty() { "on".to_owned() } else { value };
            element.attr("checked").map(|_| ticked_value)
        }
        _ => Some(value),
    }
}

fn chosen_option(select: ElementRef<'_>) -> String {
    let option = |selector: &str| select.select(&Selector::parse(selector).unwrap()).next();
    let chosen = option("option[selected]").or_else(|| option("option"));
    chosen.map(|option| option.attr("value").unwrap_or_default().to_owned()).unwrap_or_default()
}
