//! The one window.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tauri::{App, LogicalSize, Monitor, WebviewWindow, WebviewWindowBuilder, WindowEvent};

/// Longest wait for the page to hand over what was typed last.
const PATIENCE: Duration = Duration::from_secs(3);

/// What the system draws around a window: its title above all. Wider than any that is known.
const FRAME: LogicalSize<f64> = LogicalSize {
    width: 16.0,
    height: 48.0,
};

/// Opens the window as `tauri.conf.json` describes it, no larger than the screen has room for.
///
/// It is not opened by the configuration itself, because its first question must find the core in place.
/// It shows the program's own pages and no other: a link that leads anywhere else does nothing.
pub fn open(app: &App) -> tauri::Result<()> {
    let screen = match app.primary_monitor()? {
        Some(screen) => Some(screen),
        None => app.available_monitors()?.into_iter().next(),
    };
    for config in &app.config().app.windows {
        let mut config = config.clone();
        if let Some(screen) = &screen {
            let size = fitting(LogicalSize::new(config.width, config.height), room(screen));
            (config.width, config.height) = (size.width, size.height);
            config.min_width = config.min_width.map(|least| least.min(size.width));
            config.min_height = config.min_height.map(|least| least.min(size.height));
        }
        let window = WebviewWindowBuilder::from_config(app, &config)?
            .on_navigation(is_ours)
            .build()?;
        ask_before_closing(&window);
    }
    Ok(())
}

/// Somebody closes the window: the page is told first, keeps what was typed last, and answers with `window.close`. One
/// that does not answer is not waited for.
fn ask_before_closing(window: &WebviewWindow) {
    let (page, asked) = (window.clone(), AtomicBool::new(false));
    window.on_window_event(move |event| {
        let WindowEvent::CloseRequested { api, .. } = event else {
            return;
        };
        if asked.swap(true, Ordering::Relaxed)
            || page
                .eval("window.dispatchEvent(new Event('jisr-closing'))")
                .is_err()
        {
            return;
        }
        api.prevent_close();
        let page = page.clone();
        std::thread::spawn(move || {
            std::thread::sleep(PATIENCE);
            // Gone already, most of the time.
            let _ = page.destroy();
        });
    });
}

/// What a screen leaves to windows, in the units windows are measured in.
fn room(screen: &Monitor) -> LogicalSize<f64> {
    screen.work_area().size.to_logical(screen.scale_factor())
}

/// The size wanted, or as much of it as there is room for.
fn fitting(wanted: LogicalSize<f64>, room: LogicalSize<f64>) -> LogicalSize<f64> {
    let within = |wanted: f64, room: f64, frame: f64| wanted.min((room - frame).max(1.0)).floor();
    LogicalSize {
        width: within(wanted.width, room.width, FRAME.width),
        height: within(wanted.height, room.height, FRAME.height),
    }
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
    use super::{fitting, is_ours};
    use tauri::LogicalSize;

    #[test]
    fn the_window_opens_within_the_smallest_screen_and_fills_no_larger_one() {
        let wanted = LogicalSize::new(1366.0, 768.0);
        for (width, height) in [
            (910.0, 512.0),
            (683.0, 384.0),
            (800.0, 600.0),
            (1366.0, 728.0),
            (1920.0, 1040.0),
        ] {
            let size = fitting(wanted, LogicalSize::new(width, height));
            assert!(size.width <= width && size.height < height, "{size:?}");
            assert!(
                size.width >= wanted.width.min(width - 20.0)
                    && size.height >= wanted.height.min(height - 50.0),
                "{size:?} on {width} × {height}"
            );
        }
    }

    #[test]
    fn the_least_size_of_the_window_is_that_of_a_small_screen_at_twice_its_size() {
        let config: serde_json::Value =
            serde_json::from_str(include_str!("../../tauri.conf.json")).unwrap_or_default();
        let least = |side: &str| config["app"]["windows"][0][side].as_f64();
        assert!(least("minWidth").is_some_and(|width| width <= 683.0 - 16.0));
        assert!(least("minHeight").is_some_and(|height| height <= 384.0));
    }

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
