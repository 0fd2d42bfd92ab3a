//! The interface in a browser, on the real core: what every screen must be for everyone.

use jisr_tests::browser::Browser;
use jisr_tests::hub::Hub;
use jisr_tests::layout;
use jisr_tests::main_job::{Caseworker, others_hold_what_they_may};
use jisr_tests::programs::{PASSPHRASE, cli};
use jisr_tests::screen::Screen;
use jisr_tests::words::Words;
use serde_json::{Value, json};

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

/// Latifa's center on the smallest screens, in both languages: whatever one does, the frame stays, nothing lies over anything,
/// and everything can be reached.
#[tokio::test]
async fn on_a_small_screen_nothing_slides_away_and_nothing_is_covered() {
    let folder = tempfile::tempdir().expect("a folder");
    let profile = folder.path().join("center");
    let path = profile.to_str().expect("a path in UTF-8");
    cli(&["demo", "--people", "30", "--seed", "1", "--profile", path]);
    let browser = Browser::open(&profile, "browser-small").await;
    let screen = &browser.screen;
    for (language, name, latifa) in [
        ("ar", "العربية", "لطيفة بنعلي"),
        ("fr", "Français", "Latifa Benali"),
    ] {
        let words = Words::of(language);
        layout::resize(screen, 683, 384).await;
        screen.press(name).await;
        screen.see(words.at("unlock.title")).await;
        assert_eq!(layout::faults(screen).await, NONE, "the door in {language}");
        screen.press(latifa).await;
        screen.fill(words.at("unlock.passphrase"), PASSPHRASE).await;
        screen.press(words.at("unlock.open")).await;
        screen.see(words.at("today.referrals")).await;
        let mut places: Vec<String> = [
            "/",
            "/people",
            "/cases",
            "/visits",
            "/referrals",
            "/partners",
            "/settings",
            "/sync",
            "/imports",
            "/duplicates",
            "/attention",
        ]
        .map(str::to_owned)
        .into();
        places.push(first(screen, "/cases", "/cases/").await);
        let person = "return document.querySelector('#content h1 a').getAttribute('href').slice(1)";
        let person = screen.script(person, vec![]).await;
        let person = person
            .as_str()
            .expect("the case leads to its person")
            .to_owned();
        places.push(person.clone());
        places.push(first(screen, "/referrals", "/referrals/").await);
        for (width, height, text) in [
            (683, 384, "settings.text_normal"),
            (910, 512, "settings.text_normal"),
            (1024, 640, "settings.text_normal"),
            (683, 384, "settings.text_larger"),
        ] {
            layout::resize(screen, width, height).await;
            layout::open(screen, "/settings").await;
            screen.press(words.at(text)).await;
            for place in &places {
                layout::open(screen, place).await;
                let found = layout::faults(screen).await;
                if !found.is_empty() {
                    screen.picture(&format!("fault-{language}-{width}")).await;
                }
                assert_eq!(
                    found, NONE,
                    "{place} in {language} at {width} × {height}, {text}"
                );
            }
        }
        layout::open(screen, "/settings").await;
        screen.press(words.at("settings.text_normal")).await;
        // The fourth step of a reception: many choices, each with an input nobody sees.
        layout::resize(screen, 683, 384).await;
        layout::open(screen, &person.replace("/people/", "/intake/person/")).await;
        if language == "ar" {
            screen.see(words.at("intake.reception_title")).await;
            screen.press(words.at("action.next")).await;
            screen.see(words.at("intake.listening_title")).await;
            screen.press(words.at("action.next")).await;
            screen.see(words.at("intake.needs_title")).await;
            screen.press(words.at("situation.group")).await;
            screen
                .press_option(words.at("case_type.woman_victim_of_violence"))
                .await;
        }
        // In the second language it is gone on with where it was left, her group chosen.
        screen
            .see(words.at("case_type.woman_victim_of_violence"))
            .await;
        let found = layout::faults(screen).await;
        screen.picture(&format!("needs-{language}")).await;
        assert_eq!(found, NONE, "the needs in {language}");
        layout::open(screen, "/").await;
        screen.press(words.at("session.lock")).await;
        screen.see(words.at("unlock.title")).await;
    }
    browser.close().await;
}

const NONE: Vec<String> = Vec::new();

/// The address of the first thing a list opens.
async fn first(screen: &Screen, list: &str, wanted: &str) -> String {
    layout::open(screen, list).await;
    screen
        .script("document.querySelector('[data-row]').click()", vec![])
        .await;
    for _ in 0..200 {
        let hash = screen
            .script("return window.location.hash.slice(1)", vec![])
            .await;
        let hash = hash.as_str().unwrap_or_default();
        if hash.starts_with(wanted) {
            let hash = hash.to_owned();
            layout::open(screen, &hash).await;
            return hash;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the first row of {list} opens nothing under {wanted}");
}

/// What an Arabic keyboard writes, in a field of each kind, and an amount with either mark: on the real core.
#[tokio::test]
async fn digits_and_amounts_are_taken_as_people_write_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let profile = folder.path().join("center");
    let path = profile.to_str().expect("a path in UTF-8");
    cli(&["demo", "--people", "30", "--seed", "1", "--profile", path]);
    let browser = Browser::open(&profile, "browser-digits").await;
    let screen = &browser.screen;
    let words = Words::of("ar");
    screen.press("العربية").await;
    screen.press("لطيفة بنعلي").await;
    screen.fill(words.at("unlock.passphrase"), PASSPHRASE).await;
    screen.press(words.at("unlock.open")).await;
    screen.see(words.at("today.referrals")).await;

    layout::open(screen, "/settings").await;
    screen.fill(words.at("settings.auto_lock"), "٢٥").await;
    let minutes = "return document.querySelector('#content input[inputmode=numeric]').value";
    assert_eq!(screen.script(minutes, vec![]).await, "25");
    let wheel = "document.querySelector('#content input[inputmode=numeric]').dispatchEvent(\
                 new WheelEvent('wheel', {deltaY: 120, bubbles: true, cancelable: true}))";
    screen.script(wheel, vec![]).await;
    assert_eq!(screen.script(minutes, vec![]).await, "25");

    layout::open(screen, "/people").await;
    screen.see(words.at("people.day")).await;
    for typed in ["٠٣٠٤٢٠٢٦", "3/4/2026", "٣/٤/٢٠٢٦"] {
        screen
            .script(
                "document.querySelector('[role=spinbutton]').focus()",
                vec![],
            )
            .await;
        screen.type_keys(typed).await;
        let shown = "return [...document.querySelectorAll('[role=spinbutton]')].map((part) => part.textContent).join('/')";
        assert_eq!(screen.script(shown, vec![]).await, "03/04/2026", "{typed}");
    }

    first(screen, "/cases", "/cases/").await;
    screen.press(words.at("case.add")).await;
    screen.press_option(words.at("service.new")).await;
    screen.press(words.at("service.type")).await;
    screen.press_option(words.at("service_type.cash")).await;
    for typed in ["2500.00", "2500,00", "٢٥٠٠"] {
        screen.fill(words.at("service.amount"), "1").await;
        screen.see("درهم واحد").await;
        screen.fill(words.at("service.amount"), typed).await;
        screen.see("ألفان وخمسمائة درهم").await;
    }
    screen.picture("amount-in-words").await;
    screen.fill(words.at("service.amount"), "2.500").await;
    screen.see(words.at("amount.which")).await;
    screen.picture("amount-asked").await;
    screen.fill(words.at("service.amount"), "250000").await;
    screen.see(words.at("amount.unusual")).await;
    screen.picture("amount-unusual").await;
    browser.close().await;
}

/// Every text that is on the page from now on, however briefly, is kept.
const WATCH: &str = "window.seen = document.body.innerText;
    new MutationObserver(() => { window.seen += document.body.textContent; })
        .observe(document.body, { subtree: true, childList: true, characterData: true });";

/// Latifa leaves a restricted case open, with words half typed, and locks. Soumia unlocks, from the desk.
#[tokio::test]
async fn whoever_unlocks_next_finds_nothing_of_the_case_that_was_open_and_its_writer_every_word() {
    let folder = tempfile::tempdir().expect("a folder");
    let profile = folder.path().join("center");
    let path = profile.to_str().expect("a path in UTF-8");
    cli(&["demo", "--people", "60", "--seed", "1", "--profile", path]);
    let latifa = ["--profile", path, "--user", "Latifa Benali", "rpc"];
    let listed = cli(&[&latifa[..], &["case.list", "{}"]].concat());
    let listed: Value = serde_json::from_str(&listed).expect("JSON");
    let case = listed["items"]
        .as_array()
        .and_then(|rows| {
            rows.iter()
                .find(|row| row["confidentiality"] == "restricted" && row["status"] == "open")
        })
        .expect("she follows a restricted case");
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let (id, number) = (text(&case["case"]), text(&case["number"]));

    let words = Words::of("fr");
    let browser = Browser::open(&profile, "browser-lock").await;
    let screen = &browser.screen;
    screen.press("Français").await;
    let unlock = async |name: &str| {
        let choose = "[...document.querySelectorAll('label')].find((one) => one.textContent.includes(arguments[0])).click()";
        screen.script(choose, vec![json!(name)]).await;
        screen.fill(words.at("unlock.passphrase"), PASSPHRASE).await;
        screen.press(words.at("unlock.open")).await;
        screen.see(words.at("top.new_reception")).await;
    };
    let here = async || screen.script("return location.hash", vec![]).await;
    let go = async |address: &str| {
        let go = "location.hash = arguments[0]";
        screen.script(go, vec![json!(address)]).await;
    };
    screen.see(words.at("unlock.title")).await;
    unlock("Latifa").await;
    for address in ["#/people", "#/cases", &format!("#/cases/{id}")] {
        go(address).await;
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
    screen.see(&number).await;
    go(&format!("#/cases/{id}/write/note")).await;
    screen
        .fill(words.at("note.body"), "Elle ne dort plus")
        .await;
    // At once: the last words were typed a moment ago.
    let lock = "document.querySelector('[role=dialog] textarea').focus();
        document.querySelector(`button[aria-label=\"${arguments[0]}\"]`).click()";
    screen
        .script(lock, vec![json!(words.at("session.lock"))])
        .await;
    screen.see(words.at("unlock.title")).await;
    screen.script(WATCH, vec![]).await;
    unlock("Soumia").await;
    assert_eq!(here().await, "#/");
    screen.picture("soumia").await;
    // Nothing is left of the addresses she was at: the page the browser opened with, and the first screen twice.
    let entries = screen.script("return history.length", vec![]).await;
    assert!(entries.as_u64().is_some_and(|n| n <= 3), "{entries}");
    screen.script("history.back()", vec![]).await;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(here().await, "#/");
    let seen = text(&screen.script("return window.seen", vec![]).await);
    assert!(!seen.contains(&number), "a word of the case was on screen");
    assert!(!seen.contains("ne dort plus"));

    screen
        .script(
            "document.querySelector(`button[aria-label=\"${arguments[0]}\"]`).click()",
            vec![json!(words.at("session.lock"))],
        )
        .await;
    screen.see(words.at("unlock.title")).await;
    unlock("Latifa").await;
    assert_eq!(here().await, "#/");
    screen.picture("latifa").await;
    screen.press(words.at("draft.resume")).await;
    let kept = "return document.querySelector('[role=dialog] textarea')?.value ?? ''";
    for _ in 0..100 {
        if screen.script(kept, vec![]).await == json!("Elle ne dort plus") {
            return browser.close().await;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("her words are gone");
}
