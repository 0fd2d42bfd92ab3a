//! The real window, as a person finds it.

use jisr_tests::window::Window;

/// Amina's new laptop: nothing on it yet, and the program speaks her language.
#[tokio::test]
async fn a_new_laptop_opens_in_arabic_and_says_what_to_do_first() {
    let profile = tempfile::tempdir().expect("a folder");
    let window = Window::open(profile.path(), "window-first-run").await;
    window.screen.see("جسر").await;
    assert_eq!(
        window.screen.language().await,
        ("ar".to_owned(), "rtl".to_owned())
    );
    window.screen.picture("welcome").await;
    assert_eq!(window.screen.barriers().await, Vec::<String>::new());
    window.close().await;
}
