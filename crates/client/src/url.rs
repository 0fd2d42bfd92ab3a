//! Which addresses are spoken to.

use std::net::IpAddr;

use reqwest::Url;

use crate::ClientError;

/// Reads the address of a hub: https, or plain HTTP on this machine only.
///
/// # Errors
/// [`ClientError::BadUrl`], [`ClientError::InsecureUrl`].
pub fn check(address: &str) -> Result<Url, ClientError> {
    let mut url = Url::parse(address.trim()).map_err(|_| ClientError::BadUrl)?;
    if url.host_str().is_none_or(str::is_empty)
        || !url.username().is_empty()
        || url.password().is_some()
    {
        return Err(ClientError::BadUrl);
    }
    match url.scheme() {
        "https" => {}
        "http" if is_this_machine(&url) => {}
        "http" => return Err(ClientError::InsecureUrl),
        _ => return Err(ClientError::BadUrl),
    }
    url.set_query(None);
    url.set_fragment(None);
    if !url.path().ends_with('/') {
        let path = format!("{}/", url.path());
        url.set_path(&path);
    }
    Ok(url)
}

/// Whether the address names this machine.
pub(crate) fn is_this_machine(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn plain_http_is_for_this_machine_only() {
        for good in [
            "http://127.0.0.1:8471",
            "http://[::1]:8471/",
            "http://localhost:8471",
            "https://hub.example.ma/jisr",
        ] {
            assert!(check(good).unwrap().path().ends_with('/'), "{good}");
        }
        for insecure in [
            "http://192.168.1.5:8471",
            "http://hub.example.ma",
            "http://127.0.0.1.example.ma",
        ] {
            assert!(
                matches!(check(insecure), Err(ClientError::InsecureUrl)),
                "{insecure}"
            );
        }
        for bad in [
            "",
            "hub",
            "ftp://hub.example.ma",
            "https://user:pass@hub.example.ma",
        ] {
            assert!(matches!(check(bad), Err(ClientError::BadUrl)), "{bad}");
        }
    }
}
