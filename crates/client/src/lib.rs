//! Talks to a hub: HTTP, signing, backoff. Decides nothing about conflicts
