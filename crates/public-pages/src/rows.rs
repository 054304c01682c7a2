//! A list of records in a form: one group of fields each, and the buttons that add and remove one without a script.

use crate::field::{self, Errors};
use maud::{Markup, html};

/// What one list says of itself.
pub struct Rows<'a> {
    /// The path of the list, such as `people`.
    pub section: &'static str,
    /// The heading above it.
    pub legend: &'a str,
    /// How to fill it in.
    pub hint: Markup,
    /// The class of a row.
    pub class: &'static str,
    /// The counter of its rows: 人目, 台目.
    pub counter: &'static str,
    /// What the button that adds a row sends and says.
    pub add: (&'static str, &'static str),
    /// What the button that removes one sends before the row's number.
    pub remove: &'static str,
    /// The most rows.
    pub max: usize,
}

impl Rows<'_> {
    /// The section with so many rows. The buttons post to `action` and come back to the list, not to the top of the page.
    pub fn show(&self, count: usize, action: &str, errors: &Errors<'_>, row: impl Fn(&str, usize) -> Markup) -> Markup {
        let section = self.section;
        let messages = errors.at(section);
        let described_by = field::described_by(section, true, !messages.is_empty());
        html! {
            fieldset.group id=(section) aria-describedby=[described_by] {
                legend { (self.legend) }
                div.hint.stack id={ (section) "-hint" } { (self.hint) }
                (field::error(section, &messages))
                @for at in 0..count { (self.one(at, count > 1, action, errors, &row)) }
                @if count < self.max {
                    div.actions {
                        button.button."button--secondary" type="submit" name="action" value=(self.add.0) formnovalidate
                            formaction={ (action) "#" (section) "-" (count) } { (self.add.1) }
                    }
                }
            }
        }
    }

    fn one(
        &self,
        at: usize,
        removable: bool,
        action: &str,
        errors: &Errors<'_>,
        row: &impl Fn(&str, usize) -> Markup,
    ) -> Markup {
        let record = format!("{}[{at}]", self.section);
        let id = field::id(&record);
        let messages = errors.at(&record);
        let described_by = field::described_by(&id, false, !messages.is_empty());
        html! {
            fieldset class=(self.class) id=(id) data-index=(at) tabindex="-1" aria-describedby=[described_by] {
                legend { (at + 1) (self.counter) }
                (field::error(&id, &messages))
                (row(&record, at))
                @if removable {
                    div.actions {
                        button.button."button--danger"."button--small" type="submit" name="action"
                            value={ (self.remove) ":" (at) } formnovalidate formaction={ (action) "#" (self.section) } {
                            (at + 1) (self.counter) "を取り消す"
                        }
                    }
                }
            }
        }
    }
}

/// Adds or removes a row as the pressed button says, in the words of `add` and `remove`. Whether it was one of them.
pub fn change<T: Default>(rows: &mut Vec<T>, action: &str, (add, remove): (&str, &str)) -> bool {
    if action == add {
        rows.push(T::default());
        return true;
    }
    let Some(index) = removed(action, remove) else { return action.starts_with(remove) };
    if index < rows.len() {
        rows.remove(index);
    }
    true
}

/// The row that a button removes: `remove_person:2`.
pub fn removed(action: &str, remove: &str) -> Option<usize> {
    action.strip_prefix(remove)?.strip_prefix(':')?.parse().ok()
}
