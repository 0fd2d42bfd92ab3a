//! The interface in a browser, on the real core: what every screen must be for everyone.

use jisr_tests::browser::Browser;
use jisr_tests::hub::Hub;
use jisr_tests::main_job::{Caseworker, others_hold_what_they_may};
use jisr_tests::programs::cli;
use jisr_tests::words::Words;

/// Latifa's center, invented: its people are there, and the door is open to all of them in both languages.
#[tokio::test]
async fn the_door_of_a_center_keeps_nobody_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let profile = folder.path().join("center");
    let path = profile.to_str().expect("a path in UTF-8");
    cli(&["demo", "--people", "5", "--seed", "1", "--profile", path]);

    let browser = Browser::open(&profile, "browser-door").await;
    for (language, name, direction) in [("ar", "العربية", "rtl"), ("fr", "Français", "ltr")]
    {
        browser.screen.press(name).await;
        browser
            .screen
            .see(Words::of(language).at("unlock.title"))
            .await;
        assert_eq!(
            browser.screen.language().await,
            (language.to_owned(), direction.to_owned())
        );
        browser.screen.picture(&format!("unlock-{language}")).await;
        assert_eq!(
            browser.screen.barriers().await,
            Vec::<String>::new(),
            "in {language}"
        );
    }
    browser.close().await;
}

/// The same day through the bridge, in French, on an empty profile.
#[tokio::test]
async fn the_whole_main_job_is_done_in_a_browser_in_french() {
    let hub = Hub::start();
    let profile = tempfile::tempdir().expect("a folder");
    let browser = Browser::open(profile.path(), "browser-main-job").await;
    let case = Caseworker::reading("fr", &browser.screen)
        .does_the_whole_job(&hub)
        .await;
    browser.close().await;
    // Their laptops wait for the hub as the program does, which no asynchronous thread may.
    tokio::task::spawn_blocking(move || others_hold_what_they_may(&hub, &case))
        .await
        .expect("each holds what they may");
}
