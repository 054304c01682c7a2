//! Labelled messages, as TOML or as a JSON object a line.

use screening::{Directory, Kind, Person};
use serde::Deserialize;
use std::path::Path;

/// A file of labelled messages with the directory they are screened against.
#[derive(Debug, Deserialize)]
pub(crate) struct Set {
    #[serde(default)]
    registrants: Vec<Named>,
    #[serde(default)]
    users: Vec<Named>,
    #[serde(rename = "case")]
    pub(crate) cases: Vec<Case>,
}

#[derive(Debug, Deserialize)]
struct Named {
    name: String,
    #[serde(default)]
    kana: String,
}

/// One message and what is to be found in it; with nothing it is clear.
#[derive(Debug, Deserialize)]
pub(crate) struct Case {
    pub(crate) text: String,
    #[serde(default)]
    pub(crate) findings: Vec<Label>,
}

/// A kind and the text that is one, as a pair or as a table.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Label {
    Pair(String, String),
    Table { kind: String, text: String },
}

impl Label {
    pub(crate) fn kind(&self) -> Option<Kind> {
        let (Self::Pair(word, _) | Self::Table { kind: word, .. }) = self;
        Kind::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    pub(crate) fn text(&self) -> &str {
        let (Self::Pair(_, text) | Self::Table { text, .. }) = self;
        text
    }
}

impl Case {
    pub(crate) fn has_combination(&self) -> bool {
        self.findings.iter().any(|label| label.kind() == Some(Kind::Combination))
    }

    pub(crate) fn has_identifier(&self) -> bool {
        self.findings.iter().any(|label| label.kind() != Some(Kind::Combination))
    }
}

impl Set {
    /// Reads a file and refuses labels that are not in their text.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let said = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let text = std::fs::read_to_string(path).map_err(|error| said(&error))?;
        let set = if path.extension().is_some_and(|extension| extension == "toml") {
            toml::from_str::<Self>(&text).map_err(|error| said(&error))?
        } else {
            let lines = text.lines().filter(|line| !line.trim().is_empty()).map(serde_json::from_str);
            let cases = lines.collect::<Result<Vec<Case>, _>>().map_err(|error| said(&error))?;
            Self { registrants: Vec::new(), users: Vec::new(), cases }
        };
        for case in &set.cases {
            for label in &case.findings {
                if label.kind().is_none() || !case.text.contains(label.text()) {
                    return Err(said(&format!("{label:?} is no kind or not in {:?}", case.text)));
                }
            }
        }
        Ok(set)
    }

    pub(crate) fn directory(&self) -> Directory {
        let people = |named: &[Named]| -> Vec<Person> {
            named.iter().map(|one| Person { name: one.name.clone(), kana: one.kana.clone() }).collect()
        };
        Directory::new(&people(&self.registrants), &people(&self.users))
    }
}
