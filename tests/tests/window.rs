//! The real window, as a person finds it.

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
