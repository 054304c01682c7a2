//! The same passage with ages as decades, quarters as the city and days as months.

use super::elements::Element;
use crate::message::Message;

/// The passage in general words, when any of its facts has some.
pub(super) fn suggestion(message: &Message<'_>, start: usize, end: usize, cluster: &[Element]) -> Option<String> {
    let mut written = String::new();
    let mut at = start;
    for element in cluster {
        let Some(general) = &element.general else { continue };
        if element.start < at {
            continue;
        }
        written.push_str(original(message, at, element.start));
        written.push_str(general);
        at = element.end;
    }
    (at > start).then(|| written + original(message, at, end))
}

/// What stands in the message between two glyphs, with whatever no glyph stands for.
fn original<'a>(message: &Message<'a>, start: usize, end: usize) -> &'a str {
    message.text.place(start, end).map_or("", |(_, _, text)| text)
}
