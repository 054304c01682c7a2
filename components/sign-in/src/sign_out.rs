//! `DELETE /api/session`: logout.

use http::{HeaderMap, StatusCode, header};
use web::{Clock, CookieJar, Db, Problem, SessionCookie, params};

/// Ends the session. Without one there is nothing to do, and that is fine too: the cookie goes either way.
#[utoipa::path(delete, path = "/api/session", tag = "sign-in", responses((status = 204)))]
pub(crate) async fn sign_out(
    session: Result<SessionCookie, Problem>,
    jar: CookieJar,
    db: Db,
    clock: Clock,
) -> Result<(StatusCode, HeaderMap), Problem> {
    let mut headers = HeaderMap::new();
    let cookie = match session {
        Ok(session) => {
            db.run(include_str!("../sql/end-session.sql"), params![session.id(), clock.now()]).await?;
            session.end(&jar).await?
        }
        Err(_) => SessionCookie::removal(&jar)?,
    };
    headers.insert(header::SET_COOKIE, cookie);
    Ok((StatusCode::NO_CONTENT, headers))
}
