//! What a person sees of a page before reading it: whether it stays where it is, and whether one thing lies over another.

use serde_json::{Value, json};

use crate::screen::Screen;

/// Tries to push the frame away, by scrolling and by going through everything that takes the keyboard, then looks at what
/// can be pressed: all of it lies apart from the rest, whole, and can be brought under the finger.
const FAULTS: &str = r"
    const faults = [];
    const name = (one) => (one.getAttribute('aria-label') ?? one.innerText ?? '').replace(/\s+/g, ' ').trim().slice(0, 40)
        || one.tagName.toLowerCase();
    const frame = () => [...document.querySelectorAll('nav.no-print, header.no-print')].map((one) => one.getBoundingClientRect())
        .map((place) => `${Math.round(place.left)},${Math.round(place.top)}`).join(' ');
    const dialog = document.querySelector('[role=dialog]');
    const before = frame();
    const focused = document.activeElement;
    for (const one of (dialog ?? document).querySelectorAll('input, textarea')) one.focus();
    for (const one of document.querySelectorAll('#content, #content *')) {
        if (one.scrollHeight > one.clientHeight && getComputedStyle(one).overflowY === 'auto') one.scrollTop = 1e6;
    }
    window.scrollTo(1e6, 1e6);
    document.body.scrollTop = 1e6;
    document.getElementById('root').scrollTop = 1e6;
    if (frame() !== before) faults.push(`the frame went from ${before} to ${frame()}`);
    const page = document.scrollingElement;
    if (page.scrollHeight > page.clientHeight || page.scrollWidth > page.clientWidth)
        faults.push(`the page is ${page.scrollWidth} × ${page.scrollHeight} in ${page.clientWidth} × ${page.clientHeight}`);
    const content = document.getElementById('content');
    if (content && content.scrollWidth > content.clientWidth + 1)
        faults.push(`what is in it is ${content.scrollWidth} wide in ${content.clientWidth}`);
    const within = dialog ?? document;
    const seen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
        && one.closest('[aria-hidden=true], [inert]') === null;
    const things = [...within.querySelectorAll('button, a[href], kbd, h1, h2, [data-chip]')].filter(seen);
    const places = things.map((one) => [one, one.getBoundingClientRect()]).filter(([, place]) => place.width > 2 && place.height > 2);
    // What scrolls out of its own part of the window lies behind the rest, as it should.
    const part = (one) => one.closest('.form-foot, header.no-print, nav, #content, [role=dialog] footer, [role=dialog]');
    places.forEach(([one, a], index) => {
        for (const [other, b] of places.slice(index + 1)) {
            if (one.contains(other) || other.contains(one) || part(one) !== part(other) || part(one)?.tagName === 'NAV') continue;
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (wide > 2 && high > 2) faults.push(`«${name(one)}» and «${name(other)}» lie ${Math.round(wide)} × ${Math.round(high)} over each other`);
        }
    });
    // Whole, too, is what says something: no edge of what it stands in cuts it off.
    for (const one of within.querySelectorAll('[data-chip], h1, h2, label, p')) {
        const place = one.getBoundingClientRect();
        const edge = one.parentElement.closest('.dots, .card, #content, [role=dialog]')?.getBoundingClientRect();
        if (!seen(one) || place.width < 3 || edge === undefined) continue;
        if (place.right > edge.right + 2 || place.left < edge.left - 2) faults.push(`«${name(one)}» is cut off at its side`);
    }
    for (const one of within.querySelectorAll('button, a[href]')) {
        if (!seen(one) || one.disabled) continue;
        one.scrollIntoView({ block: 'center', behavior: 'instant' });
        const place = one.getBoundingClientRect();
        if (place.width < 3 || place.bottom < 0 || place.top < -40 && one.closest('#content') === null) continue;
        const top = document.elementFromPoint(place.left + place.width / 2, place.top + Math.min(place.height, 40) / 2);
        if (top === null || !(one.contains(top) || top.contains(one))) faults.push(`«${name(one)}» cannot be reached`);
        if (one.tagName === 'BUTTON' && one.scrollWidth > one.clientWidth + 2) faults.push(`«${name(one)}» is cut off`);
    }
    content?.scrollTo(0, 0);
    focused?.focus({ preventScroll: true });
    return faults.slice(0, 20);";

/// What is wrong with how the page lies on this screen, one line each.
///
/// # Panics
/// When the page's script throws.
pub async fn faults(screen: &Screen) -> Vec<String> {
    screen.settled().await;
    let found = screen.script(FAULTS, vec![]).await;
    let lines = found.as_array().cloned().unwrap_or_default();
    lines
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

/// Gives the page so many pixels, whatever the browser keeps around it: 683 × 384 is a screen of 1366 × 768 at twice its size.
///
/// # Panics
/// When the browser refuses.
pub async fn resize(screen: &Screen, width: u32, height: u32) {
    let (mut wide, mut high) = (width, height);
    for _ in 0..3 {
        screen
            .client()
            .set_window_size(wide, high)
            .await
            .expect("the window takes another size");
        let inner = screen
            .script("return [window.innerWidth, window.innerHeight]", vec![])
            .await;
        let side = |index: usize| u32::try_from(inner[index].as_u64().unwrap_or(0)).unwrap_or(0);
        if (side(0), side(1)) == (width, height) {
            return;
        }
        wide = (wide + width).saturating_sub(side(0));
        high = (high + height).saturating_sub(side(1));
    }
}

/// Goes to an address of the program and waits until what it shows is there.
///
/// # Panics
/// When it never comes.
pub async fn open(screen: &Screen, path: &str) {
    // Gone to again until the window is there: a browser lets no page go to more than so many places within seconds, and
    // says so to nobody.
    let go = "const [path] = arguments; const there = window.location.hash === `#${path}`; \
        if (!there) window.location.hash = path; return there;";
    for _ in 0..400 {
        let there = screen.script(go, vec![json!(path)]).await == json!(true);
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        let whole = "return document.querySelector('#content h1') !== null \
            && document.querySelector('#content [aria-busy]') === null";
        if there && screen.script(whole, vec![]).await == json!(true) {
            return;
        }
    }
    panic!("{path} does not open");
}
