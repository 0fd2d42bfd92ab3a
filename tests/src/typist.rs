//! A caseworker who never takes her hands off the keyboard, and what it costs her: what she types is one thing, every
//! key or click beyond it another.

use std::cell::Cell;

use fantoccini::key::Key;

use crate::programs::PASSPHRASE;
use crate::screen::Screen;
use crate::words::Words;

/// Counts presses as a person feels them: a chord is as many presses as it has keys.
pub struct Typist<'a> {
    screen: &'a Screen,
    words: Words,
    typed: Cell<usize>,
    beyond: Cell<usize>,
}

/// Somebody new at the desk, as she is typed.
pub struct Newcomer {
    /// What is looked up first: a name in the script of the language, and the year of birth.
    pub asked: &'static str,
    /// The first field that is empty on her card: the given name in the other script.
    pub other_script: &'static str,
    /// Her name in the other script.
    pub given: &'static str,
    /// Her family name in the other script.
    pub family: &'static str,
    /// Why she came.
    pub reason: &'static str,
    /// What was heard.
    pub heard: &'static str,
}

/// Presses of one reception.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presses {
    /// Characters of what she said.
    pub typed: usize,
    /// Keys and clicks beyond them.
    pub beyond: usize,
}

impl<'a> Typist<'a> {
    /// Somebody who reads `ar` or `fr`.
    #[must_use]
    pub fn reading(language: &str, screen: &'a Screen) -> Self {
        Self {
            screen,
            words: Words::of(language),
            typed: Cell::new(0),
            beyond: Cell::new(0),
        }
    }

    /// Opens her session. Not counted: it is done once a day.
    pub async fn sits_down(&self, language: &str) {
        let own_name = if language == "ar" {
            "العربية"
        } else {
            "Français"
        };
        self.screen.press(own_name).await;
        self.screen
            .fill(self.words.at("unlock.passphrase"), PASSPHRASE)
            .await;
        self.screen.press(self.words.at("unlock.open")).await;
        self.screen.see(self.words.at("top.new_reception")).await;
    }

    async fn click(&self, key: &str) {
        self.screen.press(self.words.at(key)).await;
        self.beyond.set(self.beyond.get() + 1);
    }

    async fn data(&self, text: &str) {
        self.screen.type_keys(text).await;
        self.typed.set(self.typed.get() + text.chars().count());
    }

    async fn key(&self, key: Key) {
        self.screen.press_keys(&[key]).await;
        self.beyond.set(self.beyond.get() + 1);
    }

    async fn keys(&self, keys: &[Key]) {
        for key in keys {
            self.key(*key).await;
        }
    }

    async fn goes_on(&self) {
        self.screen.press_keys(&[Key::Control, Key::Enter]).await;
        self.beyond.set(self.beyond.get() + 2);
    }

    /// From the first screen of the day to her case, saved: who she is, why she came, what was heard, the danger she is
    /// in, and a case under its protocol.
    ///
    /// # Panics
    /// Where a step does not come.
    pub async fn receives(&self, who: &Newcomer) -> Presses {
        let see = |key: &str| self.words.at(key).to_owned();
        self.click("top.new_reception").await;
        self.focused(&see("intake.find_label")).await;
        self.data(who.asked).await;
        self.key(Key::Enter).await;
        // Her card, with what was asked already in it; the focus is in the first field that is empty.
        self.focused(&see(who.other_script)).await;
        self.data(who.given).await;
        self.key(Key::Tab).await;
        self.data(who.family).await;
        // Sex: the first is hers.
        self.keys(&[Key::Tab, Key::Space]).await;
        // Past the year of birth, to the telephone; then: it may be called.
        self.keys(&[Key::Tab, Key::Tab, Key::Tab]).await;
        self.data("0661245890").await;
        self.keys(&[Key::Tab, Key::Space]).await;
        self.keys(&[Key::Tab, Key::Tab]).await;
        self.data("AB123456").await;
        self.key(Key::Enter).await;
        self.focused(&see("reception.reason")).await;
        self.data(who.reason).await;
        self.key(Key::Enter).await;
        self.focused(&see("intake.listening_note")).await;
        self.data(who.heard).await;
        self.goes_on().await;
        // Her group is the first of the list; its form begins with the danger.
        self.focused(&see("situation.group")).await;
        self.key(Key::Down).await;
        self.keys(&[Key::Down, Key::Enter]).await;
        self.screen.see(&see("situation.confidential")).await;
        self.focused(&see("situation.group")).await;
        self.keys(&[Key::Tab, Key::Tab, Key::Down, Key::Down]).await;
        self.key(Key::Enter).await;
        self.screen.see(&see("intake.needs_kept")).await;
        self.key(Key::Enter).await;
        self.screen.see(&see("case.next")).await;
        Presses {
            typed: self.typed.get(),
            beyond: self.beyond.get(),
        }
    }

    /// Waits until the field of this name has the keyboard, as a person looks before typing.
    async fn focused(&self, name: &str) {
        self.screen.holds_the_keyboard(name).await;
    }
}
