//! The length of functions in Rust and TypeScript, by counting braces outside of text and comments.

/// A function and its length, from its first line to its closing brace.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Function {
    pub(crate) line: usize,
    pub(crate) name: String,
    pub(crate) lines: usize,
}

/// The functions of a file that have more than `lines_max` lines.
pub(crate) fn longer_than(file: &str, text: &str, lines_max: usize) -> Vec<Function> {
    let (name_of, rust): (fn(&str) -> Option<String>, _) = match file.rsplit('.').next() {
        Some("rs") => (rust_name, true),
        Some("ts" | "tsx" | "js") => (script_name, false),
        _ => return Vec::new(),
    };
    let code = without_text(text, rust);
    let lines: Vec<&str> = code.lines().collect();
    let mut long = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some(name) = name_of(line) else { continue };
        let length = length(lines.iter().skip(index));
        if length.is_some_and(|length| length > lines_max) {
            long.push(Function { line: index + 1, name, lines: length.unwrap_or_default() });
        }
    }
    long
}

/// How many lines until the brace that opened last of all on level zero is closed; nothing for a
/// declaration without a body.
fn length<'a>(lines: impl Iterator<Item = &'a &'a str>) -> Option<usize> {
    let mut depth = 0_usize;
    let mut brackets = 0_usize;
    for (index, line) in lines.enumerate() {
        for character in line.chars() {
            match character {
                '(' | '[' => brackets += 1,
                ')' | ']' => brackets = brackets.saturating_sub(1),
                // A brace among the parameters is a pattern or a type, not the body.
                '{' if brackets == 0 || depth > 0 => depth += 1,
                '}' if depth == 1 => return Some(index + 1),
                '}' => depth = depth.saturating_sub(1),
                ';' if depth == 0 && brackets == 0 => return None,
                _ => {}
            }
        }
    }
    None
}

fn rust_name(line: &str) -> Option<String> {
    let (before, after) = line.split_once("fn ")?;
    let qualifiers = before.split_whitespace().all(|word| {
        word.starts_with("pub") || word.ends_with(')') || ["async", "const", "extern", "unsafe"].contains(&word)
    });
    let name = identifier(after);
    (qualifiers && !name.is_empty()).then_some(name)
}

fn script_name(line: &str) -> Option<String> {
    let mut rest = line.trim_start();
    for word in ["export ", "default ", "async "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    if let Some(after) = rest.strip_prefix("function") {
        return Some(identifier(after.trim_start_matches(['*', ' '])));
    }
    let after = rest.strip_prefix("const ").or_else(|| rest.strip_prefix("let "))?;
    let arrow = line.trim_end().ends_with("=> {") || line.trim_end().ends_with('(');
    (arrow && after.contains('=')).then(|| identifier(after))
}

fn identifier(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '$').collect()
}

/// The code with the inside of texts and comments blanked, line ends kept.
fn without_text(text: &str, rust: bool) -> String {
    let mut scanner = Scanner { rest: text, out: String::with_capacity(text.len()), rust };
    while !scanner.rest.is_empty() {
        scanner.step();
    }
    scanner.out
}

struct Scanner<'a> {
    rest: &'a str,
    out: String,
    rust: bool,
}

impl Scanner<'_> {
    fn step(&mut self) {
        let rest = self.rest;
        if rest.starts_with("//") {
            self.blank(rest.find('\n').unwrap_or(rest.len()));
        } else if rest.starts_with("/*") {
            self.blank(rest.find("*/").map_or(rest.len(), |end| end + 2));
        } else if let Some(length) = self.raw_text() {
            self.blank(length);
        } else if rest.starts_with('"') || !self.rust && rest.starts_with('`') {
            self.blank(quoted(rest, true));
        } else if !self.rust && rest.starts_with('\'') {
            self.blank(quoted(rest, false));
        } else if self.rust && rest.starts_with('\'') {
            self.blank(character_length(rest));
        } else {
            let length = rest.chars().next().map_or(1, char::len_utf8);
            self.out.push_str(rest.get(..length).unwrap_or_default());
            self.rest = rest.get(length..).unwrap_or_default();
        }
    }

    /// The length of `r#"…"#` when one starts here.
    fn raw_text(&self) -> Option<usize> {
        let after = self.rest.strip_prefix('r').filter(|_| self.rust)?;
        let hashes = after.len() - after.trim_start_matches('#').len();
        after.get(hashes..)?.strip_prefix('"')?;
        if self.out.ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            return None;
        }
        let end = format!("\"{}", "#".repeat(hashes));
        let start = hashes + 2;
        let inside = self.rest.get(start..)?;
        Some(start + inside.find(&end).map_or(inside.len(), |at| at + end.len()))
    }

    fn blank(&mut self, length: usize) {
        let (gone, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.out.extend(gone.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        self.rest = rest;
    }
}

/// The length of a quoted text with its quotes. One that may not span lines ends with its line:
/// an apostrophe in the text of a page opens nothing.
fn quoted(text: &str, spans_lines: bool) -> usize {
    let mut characters = text.char_indices();
    let quote = characters.next().map(|(_, quote)| quote);
    let mut escaped = false;
    for (at, character) in characters {
        match character {
            '\n' if !spans_lines => return at,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if Some(character) == quote => return at + character.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

/// The length of a character literal, or one for the quote of a lifetime.
fn character_length(text: &str) -> usize {
    let mut inside = text.char_indices().skip(1);
    match (inside.next(), inside.next()) {
        (Some((_, '\\')), _) => {
            let after = text.get(3..).unwrap_or_default();
            after.find('\'').map_or(text.len(), |end| end + 4)
        }
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(file: &str, text: &str) -> Vec<(String, usize)> {
        longer_than(file, text, 0).into_iter().map(|function| (function.name, function.lines)).collect()
    }

    #[test]
    fn braces_in_texts_and_comments_do_not_count() {
        let text = "pub(crate) async fn first<'a>(x: &'a str) {\n    // }\n    let y = (\"}\", '}', '\\'', r#\"}\"#);\n}\n\
            fn second();\nfn third() {}\n";
        assert_eq!(lengths("a.rs", text), [("first".to_owned(), 4), ("third".to_owned(), 1)]);
    }

    #[test]
    fn script_functions_and_arrows_count() {
        let text = "export function Page({ name }: { name: string }) {\n  return <p>it's `{`</p>;\n}\n\
            const send = async () => {\n  await 1;\n};\n";
        assert_eq!(lengths("a.tsx", text), [("Page".to_owned(), 3), ("send".to_owned(), 3)]);
    }
}
