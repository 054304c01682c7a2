//! What a file may be called.

use domain::validation::FieldError;

const NAME_CHARACTERS_MAX: usize = 120;

/// A name that every system can store: the last part of a path, without what systems keep for themselves.
pub(crate) fn name(raw: &str) -> Result<String, FieldError> {
    let last = raw.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = domain::tidy(last).chars().filter(|c| !r#"<>:"|?*"#.contains(*c)).collect();
    let kept = kept.trim_matches(['.', ' ']);
    if kept.is_empty() {
        return Err(FieldError::required());
    }
    if kept.chars().count() > NAME_CHARACTERS_MAX {
        return Err(FieldError::too_long(NAME_CHARACTERS_MAX));
    }
    Ok(kept.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_that_every_system_can_store() {
        assert_eq!(name(r"C:\写真\創部 1.jpg").as_deref(), Ok("創部 1.jpg"));
        assert_eq!(name("../../etc/passwd").as_deref(), Ok("passwd"));
        assert_eq!(name("a<b>.pdf.").as_deref(), Ok("ab.pdf"));
        assert_eq!(name("..").unwrap_err().code, "required");
        assert_eq!(name(&"あ".repeat(121)).unwrap_err().code, "too_long");
    }
}
