//! The places that a form has for errors, and what each is called in the summary above the form.

use crate::field::Question;

/// The places of one form.
#[derive(Default)]
pub struct Places {
    fixed: Vec<(String, String)>,
    rows: Option<Rows>,
}

struct Rows {
    section: &'static str,
    count: usize,
    counter: &'static str,
    keys: Vec<(&'static str, &'static str)>,
}

impl Places {
    /// One more place with its name.
    #[must_use]
    pub fn with(mut self, path: &str, label: &str) -> Self {
        self.fixed.push((path.to_owned(), label.to_owned()));
        self
    }

    /// The questions below a section; `whose` stands before their labels.
    #[must_use]
    pub fn questions<T>(mut self, section: &str, whose: &str, questions: &[Question<T>]) -> Self {
        let place =
            |question: &Question<T>| (format!("{section}.{}", question.key), format!("{whose}{}", question.label));
        self.fixed.extend(questions.iter().map(place));
        self
    }

    /// Questions that stand at no section.
    #[must_use]
    pub fn questions_at_top<T>(mut self, questions: &[Question<T>]) -> Self {
        self.fixed.extend(questions.iter().map(|question| (question.key.to_owned(), question.label.to_owned())));
        self
    }

    /// A list with so many rows on the page, each asking for `keys`.
    #[must_use]
    pub fn rows(
        mut self,
        section: &'static str,
        (count, counter): (usize, &'static str),
        keys: Vec<(&'static str, &'static str)>,
    ) -> Self {
        self.rows = Some(Rows { section, count, counter, keys });
        self
    }

    /// Whether there is a place at this path.
    pub fn has(&self, path: &str) -> bool {
        self.find(path).is_some()
    }

    /// What a path is called: `people[1].name` is 2人目の氏名.
    pub fn label(&self, path: &str) -> String {
        self.find(path).unwrap_or_default()
    }

    fn find(&self, path: &str) -> Option<String> {
        let fixed = self.fixed.iter().find(|(place, _)| place == path);
        fixed.map(|(_, label)| label.clone()).or_else(|| self.rows.as_ref()?.find(path))
    }
}

impl Rows {
    fn find(&self, path: &str) -> Option<String> {
        let (at, key) = path.strip_prefix(self.section)?.strip_prefix('[')?.split_once(']')?;
        let at: usize = at.parse().ok().filter(|at| *at < self.count)?;
        let row = format!("{}{}", at + 1, self.counter);
        let Some(key) = key.strip_prefix('.') else { return key.is_empty().then_some(row) };
        let (_, label) = self.keys.iter().find(|(known, _)| *known == key)?;
        Some(format!("{row}の{label}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_on_the_page_is_a_place() {
        let places = Places::default().with("pledge", "誓約").rows("people", (2, "人目"), vec![("name", "氏名")]);
        assert_eq!(places.label("people[1].name"), "2人目の氏名");
        assert_eq!(places.label("people[0]"), "1人目");
        assert!(places.has("pledge") && !places.has("people[2].name") && !places.has("people[0].kana"));
    }
}
