//! A manual, read from its Markdown: sections under headings with names of their own, ready to be shown and searched.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// A manual.
pub(crate) struct Document {
    /// The heading of the whole.
    pub(crate) title: String,
    /// What stands between the title and the first section, as HTML.
    pub(crate) introduction: String,
    /// The parts under the headings of the second and third level, in their order.
    pub(crate) sections: Vec<Section>,
}

/// What stands under one heading, up to the next.
pub(crate) struct Section {
    /// The name by which links find it: `## 見出し {#name}`.
    pub(crate) id: String,
    /// Two, or three for a part of the one before it.
    pub(crate) level: u8,
    pub(crate) heading: String,
    /// The text as HTML. What in the Markdown looks like HTML is text in it.
    pub(crate) html: String,
    /// The text alone, in which is searched.
    pub(crate) text: String,
}

/// What is being read.
#[derive(Default)]
struct Part<'a> {
    id: String,
    level: u8,
    heading: String,
    events: Vec<Event<'a>>,
    text: String,
}

impl Document {
    /// Reads a manual; a link to `other.md#section` leads to `address("other")`.
    pub(crate) fn read(markdown: &str, address: fn(&str) -> String) -> Self {
        let mut document = Self { title: String::new(), introduction: String::new(), sections: Vec::new() };
        let mut part = Part::default();
        let mut in_heading = false;
        for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES) {
            match event {
                Event::Start(Tag::Heading { level, id, .. }) => {
                    document.take(std::mem::take(&mut part));
                    part.id = id.map(CowStr::into_string).unwrap_or_default();
                    part.level = depth(level);
                    in_heading = true;
                }
                Event::End(TagEnd::Heading(_)) => in_heading = false,
                Event::Text(text) | Event::Code(text) if in_heading => part.heading.push_str(&text),
                _ if in_heading => {}
                event => part.add(event, address),
            }
        }
        document.take(part);
        document
    }

    fn take(&mut self, part: Part<'_>) {
        let mut rendered = String::new();
        html::push_html(&mut rendered, part.events.into_iter());
        match part.level {
            0 => {}
            1 => {
                self.title = part.heading;
                self.introduction = rendered;
            }
            level => self.sections.push(Section {
                id: part.id,
                level,
                heading: part.heading,
                html: rendered,
                text: part.text.trim().to_owned(),
            }),
        }
    }
}

impl<'a> Part<'a> {
    fn add(&mut self, event: Event<'a>, address: fn(&str) -> String) {
        match &event {
            Event::Text(text) | Event::Code(text) => self.text.push_str(text),
            // Words of two lines or cells are no one word.
            Event::SoftBreak | Event::HardBreak | Event::End(_) if !self.text.ends_with(' ') && is_end(&event) => {
                self.text.push(' ');
            }
            _ => {}
        }
        self.events.push(match event {
            Event::Html(text) | Event::InlineHtml(text) => {
                self.text.push_str(&text);
                Event::Text(text)
            }
            // Lines of Japanese are joined without a space.
            Event::SoftBreak => Event::Text(CowStr::Borrowed("")),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                Event::Start(Tag::Link { link_type, dest_url: leads_to(&dest_url, address).into(), title, id })
            }
            other => other,
        });
    }
}

/// Whether the event ends a line of text, rather than a word in it.
fn is_end(event: &Event<'_>) -> bool {
    !matches!(event, Event::SoftBreak | Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link))
}

/// `web.md#mail` is a file beside this one; anything else is an address of the system.
fn leads_to(destination: &str, address: fn(&str) -> String) -> String {
    let (file, fragment) = destination.split_once('#').map_or((destination, None), |(file, id)| (file, Some(id)));
    match (file.strip_suffix(".md"), fragment) {
        (Some(slug), Some(id)) => format!("{}#{id}", address(slug)),
        (Some(slug), None) => address(slug),
        (None, _) => destination.to_owned(),
    }
}

fn depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 | HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(markdown: &str) -> Document {
        Document::read(markdown, |slug| format!("/manuals/{slug}"))
    }

    #[test]
    fn sections_have_their_names_texts_and_levels() {
        let document =
            read("# 手引き\n\nはじめに\n\n## 部屋 {#rooms}\n\n開く\n読む\n\n### 書く {#writing}\n\n- **送る**を押す\n");
        assert_eq!((document.title.as_str(), document.introduction.trim()), ("手引き", "<p>はじめに</p>"));
        let sections: Vec<_> = document.sections.iter().map(|s| (s.id.as_str(), s.level, s.heading.as_str())).collect();
        assert_eq!(sections, [("rooms", 2, "部屋"), ("writing", 3, "書く")]);
        assert_eq!(document.sections[0].html.trim(), "<p>開く読む</p>");
        assert_eq!(document.sections[1].text, "送るを押す");
    }

    #[test]
    fn what_looks_like_html_is_text() {
        let document =
            read("# 手引き\n\n## 一 {#one}\n\n<script>alert(1)</script>\n\n文 <img src=x onerror=y> 続き & `<b>`\n");
        let html = &document.sections[0].html;
        assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
        assert!(html.contains("&lt;script&gt;") && html.contains("&lt;img") && html.contains("&lt;b&gt;"), "{html}");
    }

    #[test]
    fn a_link_to_another_manual_leads_to_its_page() {
        let document = read("# 手引き\n\n## 一 {#one}\n\n[a](web.md#mail) [b](faq.md) [c](/apply) [d](#one)\n");
        for address in ["/manuals/web#mail", "/manuals/faq", "/apply", "#one"] {
            assert!(document.sections[0].html.contains(&format!("href=\"{address}\"")), "{address}");
        }
    }
}
