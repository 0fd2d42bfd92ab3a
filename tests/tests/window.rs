//! The real window, as a person finds it.

use fantoccini::Locator;
use jisr_tests::hub::Hub;
use jisr_tests::main_job::{Caseworker, others_hold_what_they_may};
use jisr_tests::programs::{PASSPHRASE, cli};
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

/// The list of a center that worked on paper and in a spreadsheet, as its clerk would send it: a title above the headings,
/// dates of several kinds, one row without a name.
const LIST: &str = "لائحة المستفيدين 2025;;;;\n\
    الاسم العائلي;الاسم الشخصي;تاريخ الازدياد;رقم البطاقة الوطنية;الهاتف\n\
    المرابط;زينب;14/03/1991;GB111111;0612345671\n\
    العلوي;إدريس;1950;GB222222;06 12 34 56 72\n\
    بوعزة;أمينة;02-10-1985;;0612345673\n\
    ;;1999;GB444444;\n\
    الوردي;نزهة;5/1/1978;GB555555;+212612345675\n";

/// A list is brought in by whoever runs the center, looked at before and taken back after.
#[tokio::test]
async fn a_list_is_brought_in_and_taken_back_in_the_window() {
    let folder = tempfile::tempdir().expect("a folder");
    let profile = folder.path().join("center");
    let path = profile.to_str().expect("a path in UTF-8");
    cli(&[
        "--profile",
        path,
        "init",
        "--center",
        "Centre Al Amal",
        "--province",
        "04.441",
        "--user",
        "Nadia El Mansouri",
        "--role",
        "director",
    ]);
    let list = folder.path().join("liste.csv");
    std::fs::write(&list, LIST).expect("the list is written");

    let words = Words::of("fr");
    let window = Window::open(&profile, "window-list").await;
    let screen = &window.screen;
    screen.press("Français").await;
    screen.fill(words.at("unlock.passphrase"), PASSPHRASE).await;
    screen.press(words.at("unlock.open")).await;
    screen.press(words.at("nav.people")).await;
    screen.press(words.at("import.new")).await;
    screen.see(words.at("import.none")).await;
    screen.press(words.at("import.new")).await;
    screen.see(words.at("import.choose")).await;
    screen.picture("choose").await;
    screen
        .client()
        .find(Locator::Css("input[type=file]"))
        .await
        .expect("the field of a file")
        .send_keys(list.to_str().expect("a path in UTF-8"))
        .await
        .expect("the file is chosen");
    screen.see(words.at("import.columns_title")).await;
    screen.picture("columns").await;
    assert_eq!(screen.barriers().await, Vec::<String>::new());
    screen.press(words.at("import.to_check")).await;
    screen.see(words.at("import.ready")).await;
    screen.see("المرابط").await;
    screen.picture("check").await;
    assert_eq!(screen.barriers().await, Vec::<String>::new());
    screen.press("Enregistrer 4 personnes").await;
    screen.see(words.at("import.ended_writing")).await;
    screen.see("4 personnes").await;
    screen.see("1 ligne refusée").await;
    screen.picture("written").await;
    assert_eq!(screen.barriers().await, Vec::<String>::new());

    screen.press(words.at("nav.people")).await;
    // Written in one script, looked for in the other.
    screen
        .fill(words.at("intake.find_label"), "driss alaoui")
        .await;
    screen.see("إدريس").await;
    screen.picture("found").await;

    screen.press(words.at("import.new")).await;
    screen.press(words.at("import.undo")).await;
    screen.press(words.at("import.undo_do")).await;
    screen.see(words.at("import.ended_undoing")).await;
    screen.press(words.at("nav.people")).await;
    screen
        .fill(words.at("intake.find_label"), "driss alaoui")
        .await;
    screen.see(words.at("search.nobody")).await;
    window.close().await;
}
