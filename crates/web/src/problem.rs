//! RFC 9457 problem details: the only error body this API sends.

use axum::response::{IntoResponse, Response};
use domain::validation::Violations;
use http::{HeaderValue, StatusCode, header};
use serde::Serialize;
use std::fmt::Display;

/// A refusal or failure, `application/problem+json`.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct Problem {
    /// A URI that names the kind of problem (RFC 9457 §3.1.1).
    r#type: String,
    /// What happened, in Japanese, for people.
    title: String,
    /// The HTTP status.
    #[serde(serialize_with = "status_code")]
    #[schema(value_type = u16)]
    status: StatusCode,
    /// The stable name for programs.
    code: &'static str,
    /// The rule of RULES.md that refused, such as `R2`.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
    /// More about this occurrence, in Japanese.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    /// Every field that was refused, all at once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldProblem>,
    /// What programs need besides (RFC 9457 §3.2).
    #[serde(flatten)]
    #[schema(ignore)]
    extensions: serde_json::Map<String, serde_json::Value>,
    #[serde(skip)]
    retry_after_seconds: Option<i64>,
}

/// One refused field.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct FieldProblem {
    /// The path in the input, such as `people[0].kana`.
    pub field: String,
    /// The stable name for programs.
    pub code: &'static str,
    /// What is wrong and how to mend it, in Japanese.
    pub message: String,
    /// The rule of RULES.md that refused, such as `R2`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<&'static str>,
}

impl Problem {
    /// A problem with a status, a stable code and a Japanese title.
    pub fn new(status: StatusCode, code: &'static str, title: impl Into<String>) -> Self {
        Self {
            r#type: format!("/problems/{code}"),
            title: title.into(),
            status,
            code,
            rule: None,
            detail: None,
            errors: Vec::new(),
            extensions: serde_json::Map::new(),
            retry_after_seconds: None,
        }
    }

    /// 400: the request cannot be understood at all.
    pub fn bad_request(code: &'static str, detail: impl Display) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, "送られた内容を読み取れませんでした。").detail(detail.to_string())
    }

    /// 401: nobody is signed in.
    pub fn not_signed_in() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "not_signed_in", "ログインしてください。")
    }

    /// 403: the caller may not do this at all, whatever the object.
    pub fn forbidden() -> Self {
        Self::new(StatusCode::FORBIDDEN, "forbidden", "この操作をする権限がありません。")
    }

    /// 404: no such thing, or none the caller may know of.
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", "見つかりませんでした。")
    }

    /// 409: the state does not allow it.
    pub fn conflict(code: &'static str, title: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, code, title)
    }

    /// 422: fields are wrong; every one of them is named.
    pub fn invalid(violations: Violations) -> Self {
        let errors: Vec<FieldProblem> = violations
            .into_iter()
            .map(|violation| FieldProblem {
                field: violation.field,
                code: violation.code,
                message: violation.message,
                rule: violation.rule,
            })
            .collect();
        let title = format!("入力内容を確認してください（{}か所）。", errors.len());
        let mut problem = Self::new(StatusCode::UNPROCESSABLE_ENTITY, "validation_failed", title);
        problem.rule = errors.iter().find_map(|error| error.rule);
        problem.errors = errors;
        problem
    }

    /// 422 for a single field.
    pub fn invalid_field(field: &str, code: &'static str, message: impl Into<String>) -> Self {
        let mut violations = Violations::new();
        violations.push(field, code, message);
        Self::invalid(violations)
    }

    /// 429: too many attempts; says when to come back.
    pub fn too_many_attempts(retry_after_seconds: i64) -> Self {
        let minutes = (retry_after_seconds + 59) / 60;
        let mut problem = Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            "too_many_attempts",
            format!("間違いが続いたため、しばらく受け付けられません。約{minutes}分後にもう一度お試しください。"),
        );
        problem.retry_after_seconds = Some(retry_after_seconds);
        problem
    }

    /// 500: logs the cause and keeps it from the caller.
    pub fn internal(cause: impl Display) -> Self {
        #[expect(clippy::print_stderr, reason = "Spin writes a component's stderr to its log")]
        {
            eprintln!("internal error: {cause}");
        }
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal_error",
            "システムで問題が起きました。入力内容はそのままで、少し待ってからもう一度お試しください。",
        )
    }

    /// Names the rule that refused.
    #[must_use]
    pub fn rule(mut self, rule: &'static str) -> Self {
        self.rule = Some(rule);
        self
    }

    /// Says more about this occurrence.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Adds a member for programs (RFC 9457 §3.2).
    #[must_use]
    pub fn extension(mut self, name: &'static str, value: serde_json::Value) -> Self {
        self.extensions.insert(name.to_owned(), value);
        self
    }

    /// Adds `Retry-After`, in seconds.
    #[must_use]
    pub fn retry_after(mut self, seconds: i64) -> Self {
        self.retry_after_seconds = Some(seconds);
        self
    }

    /// After how many seconds to come back, when that is known.
    pub fn retry_after_seconds(&self) -> Option<i64> {
        self.retry_after_seconds
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The stable name for programs.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// The Japanese title, for a page.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// More about this occurrence, for a page.
    pub fn detail_text(&self) -> Option<&str> {
        self.detail.as_deref()
    }

    /// The refused fields, for a page.
    pub fn errors(&self) -> &[FieldProblem] {
        &self.errors
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn status_code<S: serde::Serializer>(status: &StatusCode, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_u16(status.as_u16())
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let mut response =
            (self.status, [(header::CONTENT_TYPE, "application/problem+json; charset=utf-8")], body).into_response();
        if let Some(seconds) = self.retry_after_seconds {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds.max(1)));
        }
        // For a component that shows problems as pages.
        response.extensions_mut().insert(self);
        response
    }
}

impl From<crate::DbError> for Problem {
    fn from(error: crate::DbError) -> Self {
        Self::internal(error)
    }
}
