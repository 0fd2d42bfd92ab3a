//! What a person sees and does, in the window and in a browser alike: things are found by the name a screen
//! reader would say, never by a class or an identifier.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::programs::{PATIENCE, build_folder, repository};

/// Entries of a list that is open.
const OPTIONS: &str = "[role=option], [role=menuitem], [role=menuitemradio]";

/// Things one presses.
const PRESSABLE: &str = "button, a[href], summary, [role=button], [role=link], [role=tab], [role=radio], \
    [role=option], [role=menuitem], [role=menuitemradio], [role=row], [role=checkbox], [role=switch], \
    label, input[type=radio], input[type=checkbox]";

/// Things one writes into.
const WRITABLE: &str = "input:not([type=hidden]), textarea, select, [contenteditable=true], [role=combobox], \
    [role=searchbox], [role=textbox], [role=spinbutton]";

/// Finds a shown element by its accessible name, as far as the interface uses the rules of that name.
/// An exact name wins over one that only begins with the words asked for.
const FIND_BY_NAME: &str = r"
    const [selector, wanted] = arguments;
    const tidy = (text) => (text ?? '').replace(/[\u200e\u200f\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();
    const said = (element) => element?.getAttribute('aria-label') ?? element?.textContent;
    const named = (ids) => tidy(ids.split(/\s+/).map((id) => said(document.getElementById(id))).join(' '));
    const name = (element) => {
        const by = element.getAttribute('aria-labelledby');
        if (by && named(by)) return named(by);
        const own = tidy(element.getAttribute('aria-label'));
        if (own) return own;
        const labels = element.labels ? tidy([...element.labels].map((label) => label.textContent).join(' ')) : '';
        return labels || tidy(element.innerText) || tidy(element.placeholder) || tidy(element.title);
    };
    const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    // What lies behind a dialog is there for nobody.
    const usable = (element) => !element.disabled && element.getAttribute('aria-disabled') !== 'true'
        && element.closest('[inert], [aria-hidden=true]') === null;
    const all = [...document.querySelectorAll(selector)].filter((element) => shown(element) && usable(element));
    const found = all.find((element) => name(element) === wanted)
        ?? all.find((element) => name(element).startsWith(wanted))
        ?? all.find((element) => name(element).includes(wanted))
        ?? null;
    // Into the middle, as one scrolls: at the edge a foot that stays on the screen may lie over it.
    found?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    return found;";

/// One session with a page, and the numbered pictures taken of it.
pub struct Screen {
    client: Client,
    story: String,
    pictures: AtomicUsize,
}

impl Screen {
    /// Opens a session with a driver that already listens.
    ///
    /// `story` names the pictures this session leaves in `target/screens`.
    ///
    /// # Panics
    /// When the driver refuses the session.
    pub async fn open(driver_port: u16, capabilities: Capabilities, story: &str) -> Self {
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{driver_port}"))
            .await
            .unwrap_or_else(|error| panic!("the driver opens no session: {error}"));
        Self {
            client,
            story: story.to_owned(),
            pictures: AtomicUsize::new(1),
        }
    }

    /// The session itself, for what these helpers do not cover.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Goes to an address.
    ///
    /// # Panics
    /// When it cannot be reached.
    pub async fn go(&self, address: &str) {
        self.client
            .goto(address)
            .await
            .unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    /// Runs a script in the page and gives back what it returns.
    ///
    /// # Panics
    /// When the script throws.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client
            .execute(script, arguments)
            .await
            .unwrap_or_else(|error| panic!("the page's script failed: {error}"))
    }

    /// Waits until these words are on the screen.
    ///
    /// # Panics
    /// When they never come, leaving a picture of what was there instead.
    pub async fn see(&self, words: &str) {
        let start = Instant::now();
        while !self.shows(words).await {
            self.give_up_after(start, &format!("«{words}» is not on the screen"))
                .await;
        }
    }

    /// Waits until these words have left the screen.
    ///
    /// # Panics
    /// When they never do.
    pub async fn see_no_more(&self, words: &str) {
        let start = Instant::now();
        while self.shows(words).await {
            self.give_up_after(start, &format!("«{words}» is still on the screen"))
                .await;
        }
    }

    /// Whether these words are on the screen now, whatever marks isolate numbers and dates within them.
    pub async fn shows(&self, words: &str) -> bool {
        let script = r"return document.body.innerText
            .replace(/[\u200e\u200f\u2066-\u2069]/g, '').replace(/\s+/g, ' ').includes(arguments[0]);";
        self.script(script, vec![json!(words)]).await == json!(true)
    }

    /// Presses the button, link, tab, option or row of this name.
    ///
    /// # Panics
    /// When there is none.
    pub async fn press(&self, name: &str) {
        self.press_among(PRESSABLE, name).await;
    }

    /// Presses what opens something, until it is there. A press that falls while the page is still being laid out is lost,
    /// as a person's is, who then presses again.
    ///
    /// # Panics
    /// When there is nothing of this name, or `words` never come.
    pub async fn press_to_see(&self, name: &str, words: &str) {
        let start = Instant::now();
        loop {
            self.press(name).await;
            for _ in 0..100 {
                tokio::time::sleep(Duration::from_millis(50)).await;
                if self.shows(words).await {
                    return;
                }
            }
            self.give_up_after(
                start,
                &format!("«{name}» is pressed and «{words}» does not come"),
            )
            .await;
        }
    }

    /// Takes an entry of the list that is open, which closes it. A press that falls while the list is still being
    /// drawn is lost, as a person's is, who then presses again.
    ///
    /// # Panics
    /// When there is none of this name, or the list stays open.
    pub async fn press_option(&self, name: &str) {
        let start = Instant::now();
        loop {
            self.press_among(OPTIONS, name).await;
            for _ in 0..20 {
                tokio::time::sleep(Duration::from_millis(50)).await;
                if !self.has(OPTIONS, name).await {
                    return;
                }
            }
            self.give_up_after(start, &format!("«{name}» is pressed and not taken"))
                .await;
        }
    }

    /// Types into a field that offers a list, and takes the entry that says so. A list that is drawn anew under
    /// the press closes without it, and the field is empty again: a person sees that, and types again.
    ///
    /// # Panics
    /// When the field does not keep the entry.
    pub async fn choose(&self, field: &str, entry: &str) {
        let start = Instant::now();
        loop {
            self.fill(field, entry).await;
            self.press_option(entry).await;
            let chosen = self.named(WRITABLE, field, "read").await;
            if let Ok(Some(value)) = chosen.prop("value").await
                && value.contains(entry)
            {
                return;
            }
            self.give_up_after(start, &format!("«{entry}» is not kept in «{field}»"))
                .await;
        }
    }

    async fn has(&self, selector: &str, name: &str) -> bool {
        let found = self
            .script(FIND_BY_NAME, vec![json!(selector), json!(name)])
            .await;
        !found.is_null()
    }

    /// Turns to a tab.
    ///
    /// # Panics
    /// When there is none of this name.
    pub async fn press_tab(&self, name: &str) {
        self.press_among("[role=tab]", name).await;
    }

    async fn press_among(&self, selector: &str, name: &str) {
        let start = Instant::now();
        loop {
            let element = self.named(selector, name, "press").await;
            // A list that was just redrawn has let go of the element found in it: look again.
            let Err(error) = element.click().await else {
                return;
            };
            self.give_up_after(start, &format!("«{name}» cannot be pressed: {error}"))
                .await;
        }
    }

    /// Writes into the field of this name, in place of what it held.
    ///
    /// # Panics
    /// When there is none, or it cannot be written into.
    pub async fn fill(&self, name: &str, text: &str) {
        let field = self.named(WRITABLE, name, "write into").await;
        // With the keyboard, as a person does: a driver's own clearing changes the field behind the interface's back.
        let all_of_it = format!("{}a{}", char::from(Key::Control), char::from(Key::Null));
        let written = async {
            field.click().await?;
            field.send_keys(&all_of_it).await?;
            field.send_keys(text).await
        };
        if let Err(error) = written.await {
            self.fail(&format!("«{name}» cannot be written into: {error}"))
                .await;
        }
    }

    /// Types with the keyboard wherever the focus is: what a person who uses no mouse does.
    ///
    /// Special keys are `fantoccini::key::Key` values turned into strings.
    ///
    /// # Panics
    /// When nothing has the focus.
    pub async fn type_keys(&self, keys: &str) {
        let focused = self.client.active_element().await;
        let typed = match &focused {
            Ok(element) => element.send_keys(keys).await,
            Err(error) => self.fail(&format!("nothing has the focus: {error}")).await,
        };
        if let Err(error) = typed {
            self.fail(&format!("the keys were not taken: {error}"))
                .await;
        }
    }

    /// Presses keys together, wherever the focus is, and lets them go in the other order: one key, or a chord. The
    /// keyboard itself is pressed and no element is asked, since what has the focus may be drawn by another.
    ///
    /// # Panics
    /// When the driver refuses.
    pub async fn press_keys(&self, keys: &[Key]) {
        let held: Vec<char> = keys.iter().copied().map(char::from).collect();
        let down = held.iter().map(|value| KeyAction::Down { value: *value });
        let up = held
            .iter()
            .rev()
            .map(|value| KeyAction::Up { value: *value });
        let all = down
            .chain(up)
            .fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        if let Err(error) = self.client.perform_actions(all).await {
            self.fail(&format!("the keys were not taken: {error}"))
                .await;
        }
    }

    /// Waits until the field of this name has the keyboard.
    ///
    /// # Panics
    /// When it never does.
    pub async fn holds_the_keyboard(&self, name: &str) {
        let start = Instant::now();
        let script = r"const element = document.activeElement;
            const named = (element?.getAttribute('aria-labelledby') ?? '').split(/\s+/)
                .map((id) => document.getElementById(id)?.textContent).join(' ');
            const labels = [...(element?.labels ?? [])].map((one) => one.textContent).join(' ');
            const name = [element?.getAttribute('aria-label'), named, labels].join(' ');
            return name.replace(/\s+/g, ' ').includes(arguments[0]);";
        while self.script(script, vec![json!(name)]).await != json!(true) {
            self.give_up_after(start, &format!("«{name}» does not have the keyboard"))
                .await;
        }
    }

    /// Waits until what moves has come to rest: a picture of a fading dialog shows nobody's screen, and axe would
    /// measure the contrast of a shadow.
    pub async fn settled(&self) {
        let start = Instant::now();
        let moving = "return document.getAnimations().some((one) => one.playState === 'running'
            && one.effect.getComputedTiming().iterations !== Infinity)";
        while self.script(moving, vec![]).await == json!(true) {
            self.give_up_after(start, "the screen does not come to rest")
                .await;
        }
    }

    /// Saves a picture as `target/screens/STORY-NN-NAME.png`.
    ///
    /// # Panics
    /// When the picture cannot be taken or saved.
    pub async fn picture(&self, name: &str) -> PathBuf {
        let number = self.pictures.fetch_add(1, Ordering::Relaxed);
        let target = build_folder()
            .parent()
            .map_or_else(build_folder, PathBuf::from);
        let folder = target.join("screens");
        std::fs::create_dir_all(&folder).expect("the folder of pictures");
        let path = folder.join(format!("{}-{number:02}-{name}.png", self.story));
        // A driver that cannot draw must end the test, not hold it: WebKit's waits without end.
        let bytes = tokio::time::timeout(PATIENCE, self.client.screenshot())
            .await
            .expect("the driver draws")
            .expect("a picture of the screen");
        std::fs::write(&path, bytes).expect("the picture is saved");
        path
    }

    /// The page's language and direction, as in `("ar", "rtl")`.
    pub async fn language(&self) -> (String, String) {
        let script = "return [document.documentElement.lang, document.documentElement.dir]";
        let found = self.script(script, vec![]).await;
        let text = |index: usize| found[index].as_str().unwrap_or_default().to_owned();
        (text(0), text(1))
    }

    /// What keeps some people from using this screen, one line each: axe's findings, at the levels WCAG 2.2 AA asks.
    ///
    /// # Panics
    /// When axe is not installed in the interface's packages, or throws.
    pub async fn barriers(&self) -> Vec<String> {
        let path = repository().join("ui/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        if self.script("return typeof window.axe", vec![]).await != json!("object") {
            self.script(&axe, vec![]).await;
        }
        let run = "const done = arguments[arguments.length - 1];
            // What React Aria says aloud of a button at work lies for a while in a region of its own, pointing at
            // a label that is gone.
            window.axe.run({ include: [['body']], exclude: [['[data-live-announcer]']] }, { resultTypes: ['violations'],
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
                .then((found) => done(found.violations.flatMap((rule) => rule.nodes.map(
                    (node) => `${rule.id}: ${rule.help}: ${node.target.join(' ')}: ${node.html.slice(0, 160)}`))))
                .catch((error) => done([`axe failed: ${error}`]));";
        let found = self
            .client
            .execute_async(run, vec![])
            .await
            .unwrap_or_else(|error| panic!("axe does not run: {error}"));
        let lines = found.as_array().cloned().unwrap_or_default();
        lines
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    }

    /// Ends the session; the page or window it opened closes with it.
    pub async fn close(self) {
        // The page may be gone already, which is what was wanted.
        let _ = self.client.close().await;
    }

    async fn named(&self, selector: &str, name: &str, purpose: &str) -> Element {
        let start = Instant::now();
        loop {
            let found = self
                .script(FIND_BY_NAME, vec![json!(selector), json!(name)])
                .await;
            // A driver writes an element as an object of one member, whose value is its reference.
            let reference = found
                .as_object()
                .and_then(|members| members.values().next()?.as_str());
            if let Some(reference) = reference {
                return Element::from_element_id(self.client.clone(), reference.to_owned().into());
            }
            self.give_up_after(
                start,
                &format!("there is nothing named «{name}» to {purpose}"),
            )
            .await;
        }
    }

    async fn give_up_after(&self, start: Instant, complaint: &str) {
        if start.elapsed() > PATIENCE {
            self.fail(complaint).await;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }

    async fn fail(&self, complaint: &str) -> ! {
        let text = self.script("return document.body.innerText", vec![]).await;
        let picture = self.picture("failed").await;
        let text = text.as_str().unwrap_or_default();
        panic!(
            "{complaint}; picture: {}; the screen says:\n{text}",
            picture.display()
        );
    }
}
