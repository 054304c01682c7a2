//! Which route answers a path: Spin's rules, on the same `routefinder`.

use std::net::SocketAddr;
use std::str::FromStr as _;

use anyhow::{Context as _, anyhow};
use http::{HeaderMap, HeaderName, HeaderValue, Uri};
use indexmap::IndexMap;
use routefinder::RouteSpec;

/// Paths under this prefix belong to the host.
pub const WELL_KNOWN: &str = "/.well-known/spin/";

/// All routes of an application; `T` is what answers.
pub struct Routes<T> {
    finder: routefinder::Router<Route<T>>,
}

struct Route<T> {
    /// As the manifest has it.
    raw: String,
    /// With a leading and without a trailing slash.
    based: String,
    target: T,
}

/// A route that was found, with what it took from the path.
pub struct Match<'a, T> {
    /// What answers.
    pub target: &'a T,
    raw: &'a str,
    based: &'a str,
    path_info: String,
    named: Vec<(String, String)>,
}

impl<T> Routes<T> {
    /// Builds the routes. Of two equal patterns the last wins, with a warning.
    pub fn new(routes: impl IntoIterator<Item = (String, T)>) -> anyhow::Result<Self> {
        let mut unique = IndexMap::new();
        for (raw, target) in routes {
            if raw.starts_with(WELL_KNOWN) {
                eprintln!("warning: route {raw} is under {WELL_KNOWN} and never reached");
            }
            if unique.insert(raw.clone(), target).is_some() {
                eprintln!("warning: route {raw} stands twice; the last one is used");
            }
        }
        let mut finder = routefinder::Router::new();
        for (raw, target) in unique {
            let slash = if raw.starts_with('/') { "" } else { "/" };
            let based = format!("{slash}{}", raw.strip_suffix('/').unwrap_or(&raw));
            let spec = match based.strip_suffix("/...") {
                Some(prefix) => format!("{prefix}/*"),
                None => based.clone(),
            };
            let spec = RouteSpec::from_str(&spec)
                .map_err(|error| anyhow!("{error}"))
                .with_context(|| format!("route {raw:?}"))?;
            let route = Route { raw, based, target };
            finder.add(spec, route).map_err(|error| anyhow!("{error}"))?;
        }
        Ok(Self { finder })
    }

    /// Finds the best route for a path.
    pub fn find<'a>(&'a self, path: &'a str) -> Option<Match<'a, T>> {
        let found = self.finder.best_match(path)?;
        let route = found.handler();
        let captures = found.captures();
        // routefinder leaves a trailing slash out of the wildcard; Spin keeps it.
        let path_info = captures.wildcard().map_or_else(String::new, |rest| {
            let slash = if path.ends_with('/') { "/" } else { "" };
            match rest {
                "" => slash.to_owned(),
                rest => format!("/{rest}{slash}"),
            }
        });
        let named = captures.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Some(Match { target: &route.target, raw: &route.raw, based: &route.based, path_info, named })
    }
}

impl<'a, T> Match<'a, T> {
    /// The match of a request that another component sends to a component by
    /// name, as if it had the only route.
    pub fn chained(target: &'a T, path: &str) -> Self {
        Self { target, raw: "/...", based: "/...", path_info: path.to_owned(), named: Vec::new() }
    }

    /// Appends the headers by which a component learns how it was reached.
    ///
    /// A copy sent by the client stays before them, as with Spin.
    pub fn append_headers(&self, headers: &mut HeaderMap, uri: &Uri, client: SocketAddr) -> anyhow::Result<()> {
        let host = headers.get(http::header::HOST).map_or(Ok("localhost"), HeaderValue::to_str)?;
        let full_url = format!(
            "{}://{host}{}",
            uri.scheme_str().unwrap_or("http"),
            uri.path_and_query().map_or("/", |path| path.as_str())
        );
        let prefix = self.raw.strip_suffix("/...").unwrap_or(self.raw);
        let client = client.to_string();
        let fixed = [
            ("spin-path-info", self.path_info.as_str()),
            ("spin-full-url", &full_url),
            ("spin-matched-route", self.based),
            ("spin-base-path", "/"),
            ("spin-raw-component-route", self.raw),
            ("spin-component-route", prefix),
            ("spin-client-addr", &client),
        ];
        for (name, value) in fixed {
            headers.append(HeaderName::from_static(name), HeaderValue::from_str(value)?);
        }
        for (name, value) in &self.named {
            // As Spin does: what cannot be a header is left out.
            let name = format!("spin-path-match-{}", name.replace('_', "-"));
            if let (Ok(name), Ok(value)) = (HeaderName::from_str(&name), HeaderValue::from_str(value)) {
                headers.append(name, value);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn routes(patterns: &[&str]) -> Routes<String> {
        let all = patterns.iter().map(|p| ((*p).to_owned(), (*p).to_owned()));
        Routes::new(all).unwrap()
    }

    fn found(routes: &Routes<String>, path: &str) -> Option<(String, String)> {
        let found = routes.find(path)?;
        Some((found.target.clone(), found.path_info))
    }

    fn pair(route: &str, info: &str) -> (String, String) {
        (route.to_owned(), info.to_owned())
    }

    #[test]
    fn the_closest_route_wins() {
        let routes = routes(&["/...", "/a", "/a/...", "/a/b", "/a/:x", "/a/:x/c", "/a/:x/e/..."]);
        assert_eq!(found(&routes, "/"), Some(pair("/...", "/")));
        assert_eq!(found(&routes, "/z/y"), Some(pair("/...", "/z/y")));
        assert_eq!(found(&routes, "/a"), Some(pair("/a", "")));
        assert_eq!(found(&routes, "/a/b"), Some(pair("/a/b", "")));
        assert_eq!(found(&routes, "/a/z"), Some(pair("/a/:x", "")));
        assert_eq!(found(&routes, "/a/z/c"), Some(pair("/a/:x/c", "")));
        assert_eq!(found(&routes, "/a/z/d"), Some(pair("/a/...", "/z/d")));
        assert_eq!(found(&routes, "/a/z/e"), Some(pair("/a/:x/e/...", "")));
        assert_eq!(found(&routes, "/a/z/e/f/g"), Some(pair("/a/:x/e/...", "/f/g")));
    }

    #[test]
    fn a_wildcard_matches_its_bare_prefix_and_keeps_the_slash() {
        let routes = routes(&["/w/...", "/exact"]);
        assert_eq!(found(&routes, "/w"), Some(pair("/w/...", "")));
        assert_eq!(found(&routes, "/w/"), Some(pair("/w/...", "/")));
        assert_eq!(found(&routes, "/w/a/"), Some(pair("/w/...", "/a/")));
        assert_eq!(found(&routes, "/ww"), None);
        assert_eq!(found(&routes, "/exact/more"), None);
        assert_eq!(found(&routes, "/exact/"), Some(pair("/exact", "")));
    }

    #[test]
    fn headers_follow_the_clients_own() {
        let routes = routes(&["/users/:user_id/..."]);
        let mut headers = HeaderMap::new();
        headers.insert("host", HeaderValue::from_static("example.org:8080"));
        headers.insert("spin-client-addr", HeaderValue::from_static("1.2.3.4:5"));
        let uri: Uri = "http://example.org:8080/users/42/x?y=z".parse().unwrap();
        let client = "127.0.0.1:999".parse().unwrap();
        let found = routes.find("/users/42/x").unwrap();
        found.append_headers(&mut headers, &uri, client).unwrap();
        let last = |name: &str| headers.get_all(name).iter().next_back().unwrap().clone();
        assert_eq!(last("spin-path-info"), "/x");
        assert_eq!(last("spin-full-url"), "http://example.org:8080/users/42/x?y=z");
        assert_eq!(last("spin-matched-route"), "/users/:user_id/...");
        assert_eq!(last("spin-raw-component-route"), "/users/:user_id/...");
        assert_eq!(last("spin-component-route"), "/users/:user_id");
        assert_eq!(last("spin-base-path"), "/");
        assert_eq!(last("spin-client-addr"), "127.0.0.1:999");
        assert_eq!(last("spin-path-match-user-id"), "42");
        assert_eq!(headers.get_all("spin-client-addr").iter().count(), 2);
    }
}
