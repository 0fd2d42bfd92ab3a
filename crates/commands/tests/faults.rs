//! A wrong passphrase, a torn disk, a hub that is down or is none: each is said in words, and everything that was
//! there is there afterwards.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(dead_code, reason = "what other tests need of the laptop")]
#[path = "desk/laptop.rs"]
mod laptop;

#[allow(dead_code, reason = "what other tests need of hubs")]
#[path = "hostile/hub.rs"]
mod hub;
#[allow(dead_code, reason = "what other tests need of the scene")]
#[path = "hostile/scene.rs"]
mod scene;
#[allow(dead_code, reason = "what other tests need of words")]
#[path = "hostile/words.rs"]
mod words;

#[path = "faults/accounts.rs"]
mod accounts;
#[path = "faults/clock.rs"]
mod clock;
#[path = "faults/disk.rs"]
mod disk;
#[path = "faults/drafts.rs"]
mod drafts;
#[path = "faults/first_run.rs"]
mod first_run;
#[path = "faults/intake.rs"]
mod intake;
#[path = "faults/network.rs"]
mod network;
#[path = "faults/passphrase.rs"]
mod passphrase;

use jisr_commands::ErrorBody;
use scene::Scene;
use serde_json::Value;
use words::{LANGUAGES, Words};

/// The error of what must not work; it can be said in the three languages.
#[track_caller]
fn told<T: std::fmt::Debug>(said: Result<T, ErrorBody>) -> ErrorBody {
    let error = said.unwrap_err();
    for language in LANGUAGES {
        Words::of(language).say(&error);
    }
    error
}

/// The error of a command that must not work.
#[track_caller]
fn refused(scene: &Scene, command: &str, args: Value) -> String {
    let said = scene.laptop.core().dispatch(command, args);
    told(said.map(|reply| reply.ok)).code
}

/// Everything Karim can see, but where the rounds stand.
#[track_caller]
fn everything(scene: &Scene) -> Vec<Value> {
    scene
        .views()
        .into_iter()
        .filter(|(view, _)| !["device.status", "sync.status"].contains(view))
        .map(|(view, args)| scene.laptop.ok(view, args))
        .collect()
}
