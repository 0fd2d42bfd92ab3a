//! Serves until told to stop.

use std::sync::Arc;

use tokio::net::TcpListener;

use crate::{Hub, HubError};

/// Answers on `listener` until `shutdown` is ready; requests under way are finished.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    hub: Arc<Hub>,
    listener: TcpListener,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> Result<(), HubError> {
    axum::serve(listener, hub.router())
        .with_graceful_shutdown(shutdown)
        .await
        .map_err(HubError::Network)
}
