//! `If-Match`: whoever changes something says which state of it was read, so that two people do not overwrite each other.

use axum::extract::FromRequestParts;
use http::request::Parts;
use http::{HeaderMap, StatusCode, header};
use web::Problem;

/// The state that the caller has read: the number that the `ETag` of the answer held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct IfMatch(pub(crate) i64);

impl<S: Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        read(&parts.headers).map(Self).ok_or_else(|| {
            let title = "どの版を開いて直したのかが分かりません。画面を開き直してから、もう一度お試しください。";
            Problem::new(StatusCode::PRECONDITION_REQUIRED, "if_match_missing", title)
        })
    }
}

fn read(headers: &HeaderMap) -> Option<i64> {
    let text = headers.get(header::IF_MATCH)?.to_str().ok()?;
    let number = text.trim().strip_prefix('"')?.strip_suffix('"')?;
    number.parse().ok().filter(|number| *number >= 0)
}

/// The `ETag` of a state.
pub(crate) fn etag(state: i64) -> String {
    format!("\"{state}\"")
}

/// Somebody else was first; `what` was changed meanwhile.
pub(crate) fn changed_meanwhile(what: &str) -> Problem {
    let title = format!("{what}は、開いている間にほかの人が直しました。入力した内容は、この画面に残っています。");
    Problem::new(StatusCode::PRECONDITION_FAILED, "changed_meanwhile", title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_read_back_and_nothing_else_is_one() {
        let sent = |text: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::IF_MATCH, text.parse().unwrap());
            read(&headers)
        };
        assert_eq!((sent(&etag(0)), sent(&etag(41))), (Some(0), Some(41)));
        for other in ["*", "41", "\"\"", "\"-1\"", "W/\"1\"", "\"1\", \"2\"", "\"9223372036854775808\""] {
            assert_eq!(sent(other), None, "{other}");
        }
        assert_eq!(read(&HeaderMap::new()), None);
    }
}
