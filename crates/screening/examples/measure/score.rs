//! Precision and recall: of kinds by overlapping places, of verdicts by message.

use super::cases::{Case, Set};
use screening::{Finding, Kind, Verdict, screen};
use std::fmt::Write as _;

/// How many of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Share {
    pub(crate) hits: usize,
    pub(crate) all: usize,
}

impl Share {
    fn count(&mut self, is_hit: bool) {
        self.all += 1;
        self.hits += usize::from(is_hit);
    }

    /// Of nothing, everything was right.
    pub(crate) fn value(self) -> f64 {
        let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        if self.all == 0 { 1.0 } else { number(self.hits) / number(self.all) }
    }

    fn text(self) -> String {
        format!("{:>6.1} % ({}/{})", self.value() * 100.0, self.hits, self.all)
    }
}

/// What came out of a set.
#[derive(Debug, Default)]
pub(crate) struct Score {
    /// Labels that were found, by kind.
    recall: Vec<(Kind, Share)>,
    /// Findings that a label has, by kind.
    precision: Vec<(Kind, Share)>,
    /// Messages with an identifier whose verdict is review.
    pub(crate) identifiers: Share,
    /// Messages whose only label is a combination, whose verdict is review.
    pub(crate) combinations: Share,
    /// Clear messages whose verdict is review.
    pub(crate) false_alarms: Share,
    misses: Vec<String>,
}

impl Score {
    pub(crate) fn of(set: &Set) -> Self {
        let directory = set.directory();
        let mut score = Self {
            recall: Kind::ALL.map(|kind| (kind, Share::default())).to_vec(),
            precision: Kind::ALL.map(|kind| (kind, Share::default())).to_vec(),
            ..Self::default()
        };
        for case in &set.cases {
            score.add(case, &screen(&case.text, &directory));
        }
        score
    }

    fn add(&mut self, case: &Case, verdict: &Verdict) {
        let is_review = !verdict.is_clear();
        match (case.has_identifier(), case.has_combination()) {
            (true, _) => self.identifiers.count(is_review),
            (false, true) => self.combinations.count(is_review),
            (false, false) => self.false_alarms.count(is_review),
        }
        for label in &case.findings {
            let Some(kind) = label.kind() else { continue };
            let is_found =
                verdict.findings.iter().any(|finding| finding.kind == kind && touches(case, finding, label.text()));
            tally(&mut self.recall, kind, is_found);
            if !is_found {
                self.misses.push(format!(
                    "missed {} {:?} in {:?}: {}",
                    kind.as_str(),
                    label.text(),
                    case.text,
                    told(verdict)
                ));
            }
        }
        for finding in &verdict.findings {
            let is_labelled = case
                .findings
                .iter()
                .any(|label| label.kind() == Some(finding.kind) && touches(case, finding, label.text()));
            tally(&mut self.precision, finding.kind, is_labelled);
            if !is_labelled {
                self.misses.push(format!("wrong {} {:?} in {:?}", finding.kind.as_str(), finding.text, case.text));
            }
        }
    }

    pub(crate) fn report(&self, name: &str, with_misses: bool) -> String {
        let mut text = format!("\n{name}\n{:<18}{:>18}{:>22}\n", "kind", "precision", "recall");
        for ((kind, precision), (_, recall)) in self.precision.iter().zip(&self.recall) {
            let _ = writeln!(text, "{:<18}{:>18}{:>22}", kind.as_str(), precision.text(), recall.text());
        }
        let _ = writeln!(text, "review where there is an identifier   {}", self.identifiers.text());
        let _ = writeln!(text, "review where there is a combination   {}", self.combinations.text());
        let _ = writeln!(text, "false alarms in clear messages        {}", self.false_alarms.text());
        for miss in self.misses.iter().filter(|_| with_misses) {
            let _ = writeln!(text, "  {miss}");
        }
        text
    }
}

fn tally(shares: &mut [(Kind, Share)], kind: Kind, is_hit: bool) {
    for share in shares.iter_mut().filter(|share| share.0 == kind) {
        share.1.count(is_hit);
    }
}

/// Whether a finding and a label have a place in common.
fn touches(case: &Case, finding: &Finding, label: &str) -> bool {
    let places =
        case.text.match_indices(label).map(|(byte, _)| case.text.get(..byte).unwrap_or_default().chars().count());
    let length = label.chars().count();
    places.into_iter().any(|start| finding.start < start + length && start < finding.end)
}

fn told(verdict: &Verdict) -> String {
    let found: Vec<String> = verdict.findings.iter().map(|one| format!("{} {}", one.kind.as_str(), one.text)).collect();
    if found.is_empty() { "nothing".to_owned() } else { found.join(", ") }
}
