//! The one window.

use tauri::{App, WebviewWindowBuilder};

/// Opens the window as `tauri.conf.json` describes it.
///
/// It is not opened by the configuration itself, because its first question must find the core in place.
/// It shows the program's own pages and no other: a link that leads anywhere else does nothing.
pub fn open(app: &App) -> tauri::Result<()> {
    for config in &app.config().app.windows {
        WebviewWindowBuilder::from_config(app, config)?
            .on_navigation(is_ours)
            .build()?;
    }
    Ok(())
}

fn is_ours(address: &tauri::Url) -> bool {
    // The second form is the one Windows needs.
    matches!(
        (address.scheme(), address.host_str()),
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost"))
    )
}

/// WebKit's fast path for drawing leaves the window blank on some graphics cards (tauri#8462). Where nobody has
/// said otherwise, the program starts itself again with it turned off: the variable must be there before the
/// first library reads it, and changing one's own environment is not safe once there are threads.
#[cfg(target_os = "linux")]
pub fn with_safe_drawing() -> std::io::Result<()> {
    use std::os::unix::process::CommandExt;
    const DRAWING: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(DRAWING).is_some() {
        return Ok(());
    }
    let error = std::process::Command::new(std::env::current_exe()?)
        .args(std::env::args_os().skip(1))
        .env(DRAWING, "1")
        .exec();
    Err(error)
}

#[cfg(not(target_os = "linux"))]
pub fn with_safe_drawing() -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn a_link_in_a_synced_note_cannot_take_the_window_elsewhere() {
        let goes = |address: &str| address.parse().is_ok_and(|address| is_ours(&address));
        assert!(goes("tauri://localhost/"));
        assert!(goes("http://tauri.localhost/index.html"));
        assert!(!goes("https://example.ma/"));
        assert!(!goes("http://localhost/"));
        assert!(!goes("file:///etc/passwd"));
        assert!(!goes("data:text/html,hello"));
    }
}
