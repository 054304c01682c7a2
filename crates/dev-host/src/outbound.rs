//! Outbound HTTP, to the hosts that the manifest allows and no others.

use std::ops::Range;
use std::sync::Arc;

use anyhow::{Context as _, bail, ensure};
use http::Uri;
use http::uri::{Authority, PathAndQuery, Scheme};
use http_body_util::BodyExt;
use url::Host;
use wasmtime_wasi_http::{Error, ForbiddenHeaderFilter, RequestOptions, WasiBody, WasiHttpHooks, default_send_request};

use crate::app::ComponentSetup;

/// Names of components, as hosts, end with this.
const CHAINING_SUFFIX: &str = ".spin.internal";

/// One entry of `allowed_outbound_hosts`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllowedHost {
    /// None allows any.
    scheme: Option<String>,
    host: HostPattern,
    /// None allows any.
    ports: Option<Range<u32>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum HostPattern {
    Any,
    /// With the leading dot.
    Subdomains(String),
    /// The application itself.
    Itself,
    One(Host),
}

impl AllowedHost {
    /// Reads `scheme://host[:port]`, where each part may be `*`.
    pub fn parse(text: &str) -> anyhow::Result<Self> {
        Self::parts(text.trim()).with_context(|| format!("allowed_outbound_hosts {text:?}"))
    }

    fn parts(text: &str) -> anyhow::Result<Self> {
        let (scheme, rest) = text.split_once("://").context("must be scheme://host[:port]")?;
        ensure!(
            scheme == "*" || !scheme.is_empty() && scheme.chars().all(|c| c.is_ascii_alphabetic()),
            "the scheme is a word or *"
        );
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        ensure!(!rest.contains('/'), "must not have a path");
        // A colon within brackets belongs to an IPv6 address.
        let (host, port) = match rest.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
            _ => (rest, None),
        };
        Ok(Self {
            scheme: (scheme != "*").then(|| scheme.to_owned()),
            host: HostPattern::parse(host)?,
            ports: ports(port, scheme)?,
        })
    }

    fn allows_scheme(&self, scheme: &str) -> bool {
        self.scheme.as_deref().is_none_or(|own| own == scheme)
    }

    fn allows(&self, scheme: &str, host: &Host, port: u16) -> bool {
        let host = match (&self.host, host) {
            (HostPattern::Any, _) => true,
            (HostPattern::Subdomains(suffix), Host::Domain(name)) => name.ends_with(suffix),
            (HostPattern::One(own), host) => own == host,
            (HostPattern::Subdomains(_) | HostPattern::Itself, _) => false,
        };
        host && self.allows_scheme(scheme) && self.ports.as_ref().is_none_or(|ports| ports.contains(&port.into()))
    }

    fn allows_itself(&self) -> bool {
        matches!(self.host, HostPattern::Any | HostPattern::Itself)
            && (self.allows_scheme("http") || self.allows_scheme("https"))
    }
}

impl HostPattern {
    fn parse(host: &str) -> anyhow::Result<Self> {
        match host {
            "*" => return Ok(Self::Any),
            "self" | "self.alt" => return Ok(Self::Itself),
            _ => {}
        }
        if let Some(domain) = host.strip_prefix("*.") {
            let Host::Domain(domain) = Host::parse(domain)? else {
                bail!("only a domain can follow `*.`");
            };
            return Ok(Self::Subdomains(format!(".{domain}")));
        }
        ensure!(!host.contains('*'), "`*` stands alone or before a dot");
        Ok(Self::One(Host::parse(host)?))
    }
}

/// The ports of an entry; none means all.
fn ports(port: Option<&str>, scheme: &str) -> anyhow::Result<Option<Range<u32>>> {
    let number =
        |text: &str| text.parse::<u16>().map(u32::from).with_context(|| format!("port {text:?} is not a number"));
    let first = match port {
        Some("*") => return Ok(None),
        Some(port) => {
            if let Some((start, end)) = port.split_once("..") {
                return Ok(Some(number(start)?..number(end)?));
            }
            number(port)?
        }
        None => default_port(scheme).context("this scheme needs a port")?.into(),
    };
    Ok(Some(first..first + 1))
}

fn default_port(scheme: &str) -> Option<u16> {
    match scheme {
        "http" => Some(80),
        "https" => Some(443),
        "postgres" => Some(5432),
        "mysql" => Some(3306),
        "redis" => Some(6379),
        "mqtt" => Some(1883),
        _ => None,
    }
}

/// Where an allowed request goes.
#[derive(Debug, PartialEq, Eq)]
pub enum Destination {
    /// Out to the network.
    Network,
    /// Back to this host, by its own address.
    Itself,
    /// Straight to the component of this id.
    Component(String),
}

/// Decides about one request; none means that it is refused.
pub fn decide(allowed: &[AllowedHost], uri: &Uri) -> Option<Destination> {
    let scheme = uri.scheme_str().unwrap_or("https");
    let itself = || allowed.iter().any(AllowedHost::allows_itself).then_some(Destination::Itself);
    let Some(authority) = uri.authority().filter(|a| !a.host().is_empty()) else {
        return itself();
    };
    if authority.host() == "self.alt" {
        return itself();
    }
    let host = Host::parse(authority.host()).ok()?;
    let port = authority.port_u16().or_else(|| default_port(scheme))?;
    let fits = allowed.iter().any(|own| own.allows(scheme, &host, port));
    fits.then(|| match authority.host().strip_suffix(CHAINING_SUFFIX) {
        Some(id) => Destination::Component(id.to_owned()),
        None => Destination::Network,
    })
}

/// wasmtime's hooks of one instance.
pub struct OutboundHooks(Arc<ComponentSetup>);

impl OutboundHooks {
    /// Hooks for an instance of this component.
    pub fn new(setup: Arc<ComponentSetup>) -> Self {
        Self(setup)
    }
}

/// wasmtime's hooks for requests that come in.
pub struct InboundHooks;

impl WasiHttpHooks for InboundHooks {
    fn forbidden_header_filter(&mut self) -> ForbiddenHeaderFilter {
        Arc::new(|_| false)
    }
}

type Finish = Box<dyn Future<Output = Result<(), Error>> + Send>;
type Sent = Result<(http::Response<WasiBody>, Finish), Error>;

impl WasiHttpHooks for OutboundHooks {
    fn send_request(
        &mut self,
        request: http::Request<WasiBody>,
        options: Option<RequestOptions>,
        _: Finish,
    ) -> Box<dyn Future<Output = Sent> + Send> {
        Box::new(send(Arc::clone(&self.0), request, options))
    }
}

async fn send(
    setup: Arc<ComponentSetup>,
    mut request: http::Request<WasiBody>,
    options: Option<RequestOptions>,
) -> Sent {
    match decide(&setup.allowed_hosts, request.uri()) {
        Some(Destination::Network) => {}
        Some(Destination::Itself) => redirect_to_itself(&setup, &mut request)?,
        Some(Destination::Component(id)) => {
            let response = setup.shared.chain(&id, request).await?;
            return Ok((response, Box::new(async { Ok(()) })));
        }
        None => {
            eprintln!("[{}] request to {} refused: allowed_outbound_hosts does not allow it", setup.id, request.uri());
            return Err(Error::HttpRequestDenied);
        }
    }
    let (response, finish) = default_send_request(request, options).await?;
    Ok((response.map(BodyExt::boxed_unsync), Box::new(finish)))
}

/// Makes this host's own address the request's destination.
fn redirect_to_itself(setup: &ComponentSetup, request: &mut http::Request<WasiBody>) -> Result<(), Error> {
    let address = setup.shared.address().ok_or(Error::DestinationNotFound)?;
    let authority = address.to_string();
    let mut parts = request.uri().clone().into_parts();
    parts.scheme = Some(Scheme::HTTP);
    parts.authority = Some(Authority::try_from(authority.as_str()).map_err(|_| Error::HttpRequestUriInvalid)?);
    parts.path_and_query.get_or_insert(PathAndQuery::from_static("/"));
    *request.uri_mut() = Uri::from_parts(parts).map_err(|_| Error::HttpRequestUriInvalid)?;
    let host = http::HeaderValue::try_from(authority).map_err(|_| Error::HttpRequestUriInvalid)?;
    request.headers_mut().insert(http::header::HOST, host);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn destination(allowed: &[&str], uri: &str) -> Option<Destination> {
        let allowed: Vec<_> = allowed.iter().map(|text| AllowedHost::parse(text).unwrap()).collect();
        decide(&allowed, &uri.parse().unwrap())
    }

    fn allows(allowed: &str, uri: &str) -> bool {
        destination(&[allowed], uri) == Some(Destination::Network)
    }

    #[test]
    fn each_part_of_an_entry_restricts() {
        assert!(allows("https://example.org", "https://example.org/x"));
        assert!(allows("https://example.org", "https://example.org:443/"));
        assert!(!allows("https://example.org", "http://example.org/"));
        assert!(!allows("https://example.org", "https://example.org:8443/"));
        assert!(!allows("https://example.org", "https://a.example.org/"));
        assert!(!allows("https://example.org", "https://example.org.evil.net/"));
        assert!(allows("http://127.0.0.1:8080", "http://127.0.0.1:8080/"));
        assert!(allows("http://[::1]:8080", "http://[::1]:8080/"));
        assert!(allows("http://h:8000..8010", "http://h:8009/"));
        assert!(!allows("http://h:8000..8010", "http://h:8010/"));
    }

    #[test]
    fn wildcards_stand_for_whole_parts() {
        assert!(allows("*://*:*", "https://anything.at:1234/"));
        assert!(allows("https://*.example.org", "https://a.b.example.org/"));
        assert!(!allows("https://*.example.org", "https://example.org/"));
        assert!(!allows("https://*.example.org", "https://badexample.org/"));
        assert!(allows("http://127.0.0.1:*", "http://127.0.0.1:9/"));
    }

    #[test]
    fn nothing_is_allowed_unless_said() {
        assert_eq!(destination(&[], "https://example.org/"), None);
        assert_eq!(destination(&[], "/relative"), None);
        assert_eq!(destination(&[], "http://web.spin.internal/"), None);
    }

    #[test]
    fn the_application_reaches_itself_and_its_components() {
        let itself = Some(Destination::Itself);
        assert_eq!(destination(&["http://self"], "/x"), itself);
        assert_eq!(destination(&["http://self"], "http://self.alt/x"), itself);
        assert_eq!(destination(&["http://self"], "http://example.org/"), None);
        assert_eq!(
            destination(&["http://web.spin.internal"], "http://web.spin.internal/x"),
            Some(Destination::Component("web".to_owned()))
        );
        assert_eq!(destination(&["http://a.spin.internal"], "http://web.spin.internal/"), None);
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        for text in
            ["", "*", "example.org", "https://", "https://a/path", "https://a.*", "foo://host", "http://h:x", "*://h"]
        {
            assert!(AllowedHost::parse(text).is_err(), "{text}");
        }
    }
}
