//! Why a conversation with the hub failed. Codes only; the words are in the locales.

/// A conversation that failed. Nothing is lost by it: every request may be made again.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// No answer: no network, the hub is down, or the line was cut.
    #[error("the hub cannot be reached")]
    Unreachable(#[source] Option<reqwest::Error>),
    /// Something answered that is not a hub: the page of a hotel's network, a proxy, another site.
    #[error("what answers at this address is not a hub")]
    NotAHub,
    /// The hub refuses.
    #[error("the hub refuses: {code}")]
    Refused {
        /// Code of the locales.
        code: String,
        /// HTTP status.
        status: u16,
    },
    /// The request or the answer is larger than ever needed.
    #[error("the body is too large")]
    TooLarge,
    /// Plain HTTP to another machine: anybody on the way could read it.
    #[error("the address must begin with https:// unless the hub is on this machine")]
    InsecureUrl,
    /// Not an address.
    #[error("this is not the address of a hub")]
    BadUrl,
    /// Stopped by the caller.
    #[error("stopped")]
    Cancelled,
    /// The system gives no TLS or no socket.
    #[error("the network cannot be used on this machine")]
    Unusable(#[source] reqwest::Error),
}

impl ClientError {
    /// Code of the locales.
    pub fn code(&self) -> &str {
        match self {
            ClientError::Unreachable(_) => "hub_unreachable",
            ClientError::NotAHub => "hub_not_a_hub",
            ClientError::Refused { code, .. } => code,
            ClientError::TooLarge => "hub_too_large",
            ClientError::InsecureUrl => "hub_insecure_url",
            ClientError::BadUrl => "hub_bad_url",
            ClientError::Cancelled => "sync_stopped",
            ClientError::Unusable(_) => "network_unusable",
        }
    }

    /// Whether the same request would fail again until a person does something.
    pub fn is_permanent(&self) -> bool {
        match self {
            ClientError::Unreachable(_) | ClientError::NotAHub | ClientError::Cancelled => false,
            ClientError::Refused { status, .. } => *status < 500 && *status != 429,
            ClientError::TooLarge
            | ClientError::InsecureUrl
            | ClientError::BadUrl
            | ClientError::Unusable(_) => true,
        }
    }
}
