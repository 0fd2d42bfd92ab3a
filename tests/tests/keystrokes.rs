//! What a reception costs in keys, in the real window, and that a cut in the middle of one takes nothing.

use jisr_tests::browser::Browser;
use jisr_tests::programs::{PASSPHRASE, cli};
use jisr_tests::typist::{Newcomer, Presses, Typist};
use jisr_tests::window::Window;
use jisr_tests::words::Words;

/// Keys and clicks a reception may cost beyond what is typed (docs/keystrokes.md).
const BEYOND: usize = 25;
/// Ninety seconds at two hundred keys a minute.
const IN_ALL: usize = 300;

const TOURIA: Newcomer = Newcomer {
    asked: "ثورية السعيدي 1984",
    other_script: "field_name.given_name_lat",
    given: "Touria",
    family: "Saidi",
    reason: "طلب الحماية بعد تعرضها للعنف",
    heard: "غادرت البيت ليلا مع طفلين وتقيم عند جارة.",
};

const TOURIA_IN_FRENCH: Newcomer = Newcomer {
    asked: "touria saidi 1984",
    other_script: "field_name.given_name_ar",
    given: "ثورية",
    family: "السعيدي",
    reason: "Demande de protection après des violences",
    heard: "Partie de nuit avec deux enfants, hébergée chez une voisine.",
};

/// Nadia's center, with nobody in it yet.
fn center(profile: &std::path::Path) {
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
}

async fn receives(language: &str, who: &Newcomer) -> Presses {
    let folder = tempfile::tempdir().expect("a folder");
    let profile = folder.path().join("center");
    center(&profile);
    let window = Window::open(&profile, &format!("window-keystrokes-{language}")).await;
    let typist = Typist::reading(language, &window.screen);
    typist.sits_down(language).await;
    let presses = typist.receives(who).await;
    window.screen.picture("case").await;
    window.close().await;
    println!("in {language}: {presses:?}");
    presses
}

#[tokio::test]
async fn somebody_new_is_received_by_keyboard_in_arabic_within_what_is_promised() {
    let presses = receives("ar", &TOURIA).await;
    assert!(presses.beyond <= BEYOND, "{presses:?}");
    assert!(presses.typed + presses.beyond <= IN_ALL, "{presses:?}");
}

#[tokio::test]
async fn somebody_new_is_received_by_keyboard_in_french_within_what_is_promised() {
    let presses = receives("fr", &TOURIA_IN_FRENCH).await;
    assert!(presses.beyond <= BEYOND, "{presses:?}");
    assert!(presses.typed + presses.beyond <= IN_ALL, "{presses:?}");
}

/// The power goes in the middle of a form of a target group; the morning after, every word is there.
#[tokio::test]
async fn a_reception_cut_off_goes_on_where_it_stopped() {
    let folder = tempfile::tempdir().expect("a folder");
    let profile = folder.path().join("center");
    center(&profile);
    let words = Words::of("fr");
    let unlock = async |browser: &Browser| {
        browser.screen.press("Français").await;
        browser
            .screen
            .fill(words.at("unlock.passphrase"), PASSPHRASE)
            .await;
        browser.screen.press(words.at("unlock.open")).await;
        browser.screen.see(words.at("top.new_reception")).await;
    };

    let browser = Browser::open(&profile, "browser-cut").await;
    unlock(&browser).await;
    let screen = &browser.screen;
    screen.press(words.at("top.new_reception")).await;
    screen
        .fill(words.at("intake.find_label"), "brahim ouali 1950")
        .await;
    screen.press(words.at("intake.register_new")).await;
    screen.press(words.at("sex.male")).await;
    screen.press(words.at("intake.register")).await;
    screen
        .fill(words.at("reception.reason"), "Ne peut plus vivre seul")
        .await;
    screen.press(words.at("action.next")).await;
    screen
        .fill(words.at("intake.listening_note"), "Tombe souvent la nuit.")
        .await;
    screen.press(words.at("action.next")).await;
    screen.press(words.at("situation.group")).await;
    screen.press_option(words.at("case_type.elderly")).await;
    screen
        .fill("Proches joignables", "Une fille à Tanger")
        .await;
    screen.see("Brouillon").await;
    // A moment for the last words, as the pause before somebody looks up.
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    browser.loses_power();

    let browser = Browser::open(&profile, "browser-cut-after").await;
    unlock(&browser).await;
    let screen = &browser.screen;
    screen.press(words.at("draft.resume")).await;
    screen.see("Proches joignables").await;
    let kept = "return [...document.querySelectorAll('textarea, input')].map((one) => one.value)";
    let kept = screen.script(kept, vec![]).await.to_string();
    assert!(kept.contains("Une fille à Tanger"), "{kept}");
    screen.picture("taken-up").await;
    screen.press(words.at("action.back")).await;
    let kept = "return document.querySelector('textarea').value";
    assert_eq!(screen.script(kept, vec![]).await, "Tombe souvent la nuit.");
    browser.close().await;
}
