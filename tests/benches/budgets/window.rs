//! The real window on a full profile, against an empty Tauri window on the same WebKit, both driven by WebKit's
//! driver. What is timed is timed by the page's own clock, so that the driver's own slowness counts on neither side:
//! in the window, from unlocked (and, told beside it, from the submission of the passphrase) to two frames after
//! Today is there with nothing left to load; in the empty one, from the start of its process to two frames after its
//! page is there.

use std::path::Path;
use std::time::{Duration, Instant};

use jisr_tests::programs::{PASSPHRASE, PATIENCE};
use jisr_tests::window::Window;
use jisr_tests::words::Words;
use serde_json::{Value, json};
use tempfile::tempdir;

use crate::desk::{CASEWORKER, now_ms};
use crate::figure::{Budget, Figure, RUNS, median};
use crate::memory::{age_ms, settled_mib};

/// Notes when the passphrase leaves, when the door is behind, and when Today answers.
const WATCH: &str = r"
    const noted = (window.noted = {});
    const now = () => performance.now();
    document.querySelector('form').addEventListener('submit', () => { noted.asked = now(); }, { capture: true, once: true });
    const frames = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
    const look = () => {
        if (noted.asked !== undefined && noted.unlocked === undefined && document.querySelector('input[type=password]') === null) {
            noted.unlocked = now();
        }
        const content = document.getElementById('content');
        const whole = content !== null && content.querySelector('button, ul') !== null
            && document.querySelector('[aria-busy=true]') === null;
        if (whole) frames(() => { noted.today = now(); noted.rows = content.querySelectorAll('li').length; });
        else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);";

/// What one opening gives.
struct Opening {
    /// To the first moment it answers, milliseconds.
    answers: f64,
    /// Of it, behind the door.
    behind_the_door: f64,
    /// MiB.
    memory: f64,
}

/// The rows.
///
/// # Panics
/// When a window does not open.
pub fn figures(profile: &Path, cases: u64) -> Vec<Figure> {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let (mut windows, mut floors) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        floors.push(runtime.block_on(floor()));
        windows.push(runtime.block_on(today(profile)));
    }
    let middle = |all: &[Opening], of: fn(&Opening) -> f64| median(all.iter().map(of).collect());
    let empty = "an empty Tauri window, start to first interactive";
    let start = middle(&floors, |floor| floor.answers);
    vec![
        Figure {
            what: format!("unlocked to Today interactive, {cases} cases"),
            figure: middle(&windows, |window| window.behind_the_door),
            baseline: Some((empty, start)),
            unit: "ms",
            budget: Budget::RatioAtMost(2.0),
        },
        Figure::told(
            "the same from the submission of the passphrase",
            middle(&windows, |window| window.answers),
            "ms",
        ),
        Figure {
            what: "memory then, all its processes, settled (PSS)".to_owned(),
            figure: middle(&windows, |window| window.memory),
            baseline: Some((
                "the same empty window",
                middle(&floors, |floor| floor.memory),
            )),
            unit: "MiB",
            budget: Budget::RatioAtMost(1.6),
        },
    ]
}

async fn floor() -> Opening {
    let nothing = tempdir().expect("a folder");
    let window = Window::of("jisr-floor", nothing.path(), "floor").await;
    let interactive = "return document.documentElement.dataset.interactive ?? null";
    let at = until(&window, interactive).await;
    let at: f64 = at
        .as_str()
        .and_then(|text| text.parse().ok())
        .expect("a moment");
    #[allow(clippy::cast_precision_loss, reason = "milliseconds fit")]
    let started = now_ms() as f64 - age_ms(window.parent());
    let memory = settled_mib(window.parent());
    window.close().await;
    Opening {
        answers: at - started,
        behind_the_door: 0.0,
        memory,
    }
}

async fn today(profile: &Path) -> Opening {
    let window = Window::open(profile, "budgets").await;
    let words = Words::of("ar");
    let screen = &window.screen;
    screen.see(words.at("unlock.title")).await;
    // Whoever speaks which language, each is shown by the name in its script.
    let chosen = json!([CASEWORKER_AR, CASEWORKER]);
    let choose = "const [ar, lat] = arguments[0];
        const her = [...document.querySelectorAll('label')].find((one) => one.textContent.includes(ar) || one.textContent.includes(lat));
        her.click();";
    screen.script(choose, vec![chosen]).await;
    screen.fill(words.at("unlock.passphrase"), PASSPHRASE).await;
    screen.script(WATCH, vec![]).await;
    screen.press(words.at("unlock.open")).await;
    let noted = until(
        &window,
        "return window.noted.today === undefined ? null : window.noted",
    )
    .await;
    let moment = |name: &str| {
        noted[name]
            .as_f64()
            .unwrap_or_else(|| panic!("{name} in {noted}"))
    };
    let (asked, unlocked, today) = (moment("asked"), moment("unlocked"), moment("today"));
    let memory = settled_mib(window.parent());
    window.close().await;
    Opening {
        answers: today - asked,
        behind_the_door: today - unlocked,
        memory,
    }
}

/// The caseworker's name in Arabic.
const CASEWORKER_AR: &str = "لطيفة";

/// What a script of the page gives, once it gives something.
async fn until(window: &Window, script: &str) -> Value {
    let start = Instant::now();
    loop {
        let found = window.screen.script(script, vec![]).await;
        if !found.is_null() {
            return found;
        }
        assert!(start.elapsed() < PATIENCE, "the page never gave: {script}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}
