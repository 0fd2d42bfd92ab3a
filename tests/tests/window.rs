//! The real window, as a person finds it.

use jisr_tests::hub::Hub;
use jisr_tests::main_job::{Caseworker, others_hold_what_they_may};
use jisr_tests::window::Window;
use jisr_tests::words::Words;

/// Amina's new laptop: nothing on it yet, and the program speaks her language.
#[tokio::test]
async fn a_new_laptop_opens_in_arabic_and_says_what_to_do_first() {
    let profile = tempfile::tempdir().expect("a folder");
    let window = Window::open(profile.path(), "window-first-run").await;
    let (arabic, french) = (Words::of("ar"), Words::of("fr"));

    window.screen.see(arabic.at("setup.language.title")).await;
    assert_eq!(
        window.screen.language().await,
        ("ar".to_owned(), "rtl".to_owned())
    );
    window.screen.picture("welcome-ar").await;
    assert_eq!(window.screen.barriers().await, Vec::<String>::new());

    window.screen.press("Français").await;
    window.screen.see(french.at("setup.language.title")).await;
    assert_eq!(
        window.screen.language().await,
        ("fr".to_owned(), "ltr".to_owned())
    );
    window.screen.picture("welcome-fr").await;
    window.close().await;
}

/// Hanane's first day, in Arabic, in the real window: from an empty laptop to a closed case at the hub.
#[tokio::test]
async fn the_whole_main_job_is_done_in_the_window_in_arabic() {
    let hub = Hub::start();
    let profile = tempfile::tempdir().expect("a folder");
    let window = Window::open(profile.path(), "window-main-job").await;
    let case = Caseworker::reading("ar", &window.screen)
        .does_the_whole_job(&hub)
        .await;
    assert_eq!(
        window.opened().len(),
        2,
        "the recovery slip and the referral letter: {:?}",
        window.opened()
    );
    window.close().await;
    // Their laptops wait for the hub as the program does, which no asynchronous thread may.
    tokio::task::spawn_blocking(move || others_hold_what_they_may(&hub, &case))
        .await
        .expect("each holds what they may");
}
