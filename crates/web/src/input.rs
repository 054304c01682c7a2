//! Typed input: path, query and body, bounded; whatever cannot be read is a 4xx problem that names the place.

use crate::Problem;
use axum::extract::rejection::{BytesRejection, PathRejection, QueryRejection};
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest as _, Sha256};

/// The largest body of a form or JSON document.
pub const FORM_BYTES_MAX: usize = 1024 * 1024;
const FORM_FIELDS_MAX: usize = 5_000;
const FORM_DEPTH_MAX: usize = 6;

/// Typed parts of the path. One that cannot exist is a 404, before any SQL sees it.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Path), rejection(Problem))]
pub struct Path<T>(pub T);

/// The typed query string.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Query), rejection(Problem))]
pub struct Query<T>(pub T);

impl From<PathRejection> for Problem {
    fn from(_: PathRejection) -> Self {
        Self::not_found()
    }
}

impl From<QueryRejection> for Problem {
    fn from(rejection: QueryRejection) -> Self {
        Self::bad_request("malformed_query", rejection.body_text())
    }
}

/// A JSON answer.
#[derive(Debug)]
pub struct Json<T>(pub T);

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

/// A typed body, from JSON or from a form of our own pages or the city's website.
#[derive(Debug)]
pub struct Body<T> {
    /// What was sent.
    pub value: T,
    /// The fields by which a form steers, none of them part of the value.
    pub controls: FormControls,
    /// SHA-256 of the body, to tell a retry from something new.
    pub fingerprint: [u8; 32],
}

/// Fields of a form post that are no data.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct FormControls {
    /// Whether the body was a form at all.
    pub is_form: bool,
    /// The pressed button: `submit`, `add_person`, `remove_person:2`.
    pub action: Option<String>,
    /// What a program sends as the header `Idempotency-Key`.
    pub idempotency_key: Option<String>,
    /// When the form was shown; see [`FormStamp`](crate::FormStamp).
    pub stamp: Option<String>,
    /// A field that no person sees: whoever fills it in is a program.
    pub website: Option<String>,
    /// The receipt number of the submission by mail that a clerk enters: of the query, for a program as for a page.
    pub mailed_form: Option<String>,
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let query = request.uri().query().unwrap_or_default().to_owned();
        let mut body = Self::read(request, state).await?;
        let mailed_form = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "mailed_form");
        body.controls.mailed_form = mailed_form.map(|(_, number)| number.into_owned());
        Ok(body)
    }
}

impl<T: DeserializeOwned> Body<T> {
    async fn read<S: Send + Sync>(request: Request, state: &S) -> Result<Self, Problem> {
        match content_type(request.headers()).as_str() {
            "application/json" | "" => {
                let bytes = Bytes::from_request(request, state).await?;
                let value = from_json(&bytes)?;
                Ok(Self { value, controls: FormControls::default(), fingerprint: Sha256::digest(&bytes).into() })
            }
            "application/x-www-form-urlencoded" => {
                let bytes = Bytes::from_request(request, state).await?;
                let text =
                    std::str::from_utf8(&bytes).map_err(|error| Problem::bad_request("malformed_form", error))?;
                let pairs: Vec<_> =
                    form_urlencoded::parse(text.as_bytes()).into_owned().take(FORM_FIELDS_MAX + 1).collect();
                Self::from_pairs(&pairs)
            }
            "multipart/form-data" => {
                let form = Multipart::from_request(request, state)
                    .await
                    .map_err(|rejection| Problem::bad_request("malformed_form", rejection.body_text()))?;
                Self::from_pairs(&multipart_pairs(form).await?)
            }
            _ => Err(Problem::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "unsupported_media_type",
                "この形式では受け取れません。",
            )
            .detail("application/json, application/x-www-form-urlencoded, multipart/form-data")),
        }
    }

    fn from_pairs(pairs: &[(String, String)]) -> Result<Self, Problem> {
        if pairs.len() > FORM_FIELDS_MAX {
            return Err(Problem::bad_request("malformed_form", "too many fields"));
        }
        let mut controls = FormControls { is_form: true, ..FormControls::default() };
        let mut fields = form_urlencoded::Serializer::new(String::new());
        for (name, value) in pairs {
            match name.as_str() {
                "action" => controls.action = Some(value.clone()),
                "idempotency_key" => controls.idempotency_key = Some(value.clone()),
                "stamp" => controls.stamp = Some(value.clone()),
                "website" => controls.website = Some(value.clone()),
                _ => {
                    // Browsers send line breaks as CRLF (HTML §4.10.22); JSON clients send LF.
                    fields.append_pair(name, &value.replace("\r\n", "\n"));
                }
            }
        }
        let encoded = fields.finish();
        let config = serde_qs::Config::new().max_depth(FORM_DEPTH_MAX).use_form_encoding(true);
        let value = config
            .deserialize_str(&encoded)
            .map_err(|error: serde_qs::Error| Problem::bad_request("malformed_form", error))?;
        Ok(Self { value, controls, fingerprint: Sha256::digest(encoded.as_bytes()).into() })
    }
}

fn content_type(headers: &HeaderMap) -> String {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// An empty body reads as `{}`, so that an operation without input needs none.
fn from_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let bytes = if bytes.is_empty() { b"{}" } else { bytes };
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        let message = error.inner().to_string();
        if error.inner().is_data() && path != "." {
            Problem::invalid_field(&path, "unreadable", format!("この項目を読み取れませんでした（{message}）。"))
        } else {
            Problem::bad_request("malformed_json", message)
        }
    })?;
    deserializer.end().map_err(|error| Problem::bad_request("malformed_json", error))?;
    Ok(value)
}

async fn multipart_pairs(mut form: Multipart) -> Result<Vec<(String, String)>, Problem> {
    let malformed = |error: axum::extract::multipart::MultipartError| {
        let status = error.status();
        if status == StatusCode::PAYLOAD_TOO_LARGE {
            too_large()
        } else {
            Problem::bad_request("malformed_form", error.body_text())
        }
    };
    let mut pairs = Vec::new();
    while let Some(field) = form.next_field().await.map_err(malformed)? {
        if pairs.len() > FORM_FIELDS_MAX {
            return Err(Problem::bad_request("malformed_form", "too many fields"));
        }
        let name = field.name().unwrap_or_default().to_owned();
        pairs.push((name, field.text().await.map_err(malformed)?));
    }
    Ok(pairs)
}

fn too_large() -> Problem {
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "body_too_large", "送られた内容が大きすぎます（1 MB まで）。")
}

impl From<BytesRejection> for Problem {
    fn from(rejection: BytesRejection) -> Self {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
            too_large()
        } else {
            Self::bad_request("body_unreadable", rejection.body_text())
        }
    }
}
