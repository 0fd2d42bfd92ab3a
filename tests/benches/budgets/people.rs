//! Registers of a thousand to a million people who do not exist: written, searched, asked who may be known already.
//!
//! Measured in the store, beneath the commands: what grows with a register is there.

use std::path::{Path, PathBuf};
use std::time::Instant;

use jisr_domain::id::{CenterId, DeviceId, PersonId, StaffId};
use jisr_store::{Actor, Moment, NewDevice, Store, StoreError};
use jisr_tests::register::{Country, Dice, Drawn, Names, corrupted};
use uuid::Uuid;

use crate::figure::Figure;

/// People of each register; the budgets are of the two greatest.
const SIZES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];
/// Questions asked of each.
const QUESTIONS: usize = 2_000;
/// Records written in one transaction: beneath the most the door takes.
const AT_ONCE: usize = 900;
const KEY: [u8; 32] = [7; 32];

/// The rows.
pub fn figures() -> Vec<Figure> {
    SIZES.into_iter().flat_map(of_size).collect()
}

fn asset(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../assets")
        .join(path);
    std::fs::read_to_string(path).expect("an asset")
}

fn of_size(size: usize) -> Vec<Figure> {
    let names = Names::read(&asset("names/units.tsv"));
    let country = Country::read(&asset("territory/communes.tsv"));
    let people = Drawn::many(&names, &country, size, 7);
    let folder: PathBuf = std::env::temp_dir().join(format!("register-{size}"));
    std::fs::create_dir_all(&folder).expect("a folder");
    let device = NewDevice {
        device: DeviceId(Uuid::from_u128(5)),
        device_secret: [1; 32],
        center: CenterId(Uuid::from_u128(9)),
        label: "A".into(),
    };
    let store = Store::create(&folder, &KEY, device).expect("a store");
    let staff = StaffId(Uuid::from_u128(1));
    let rate = write(&store, staff, &people);
    let mut dice = Dice::new(3);
    let searching = searches(&people, &mut dice)
        .into_iter()
        .map(|query| timed(|| store.search_people(&query, staff, 20).expect("an answer")).1)
        .collect();
    let (known, first) = ask_known(&store, staff, &people, &names, &country, &mut dice);
    let (new, shown) = ask_new(&store, staff, &names, &country);
    drop(store);
    let bytes = std::fs::read_dir(&folder)
        .expect("the folder")
        .filter_map(|file| file.ok()?.metadata().ok())
        .map(|file| file.len())
        .sum::<u64>();
    std::fs::remove_dir_all(&folder).expect("the folder");
    let search = p95(searching);
    let search_row = format!("search {size} people, {QUESTIONS} mixed queries, 95th percentile");
    let most = if size > 100_000 { 25.0 } else { 6.0 };
    vec![
        Figure::alone(search_row, search, "ms", most),
        Figure::alone(
            format!("who of {size} may be known already, 95th percentile"),
            p95([known, new].concat()),
            "ms",
            if size > 100_000 { 250.0 } else { 25.0 },
        ),
        Figure::told(
            format!("the true original stands first, of {size}"),
            first,
            "%",
        ),
        Figure::told(format!("shown for each new person, of {size}"), shown, ""),
        Figure::told(format!("people written a second, {size}"), rate, "/s"),
        Figure::told(
            format!("bytes a person, {size}"),
            bytes as f64 / size as f64,
            "B",
        ),
    ]
}

fn write(store: &Store, staff: StaffId, people: &[Drawn]) -> f64 {
    let key = ed25519_dalek::SigningKey::from_bytes(&[100; 32]);
    let actor = Actor { staff, key: &key };
    let today = "2026-11-22".parse().expect("a day");
    let start = Instant::now();
    let mut ms = 1_795_000_000_000;
    for drawn in people.chunks(AT_ONCE) {
        ms += 1_000;
        let written = store.write(&actor, &Moment { ms, today }, |tx| {
            for one in drawn {
                let id: PersonId = tx.new_id();
                tx.create(id, &one.person)?;
            }
            Ok::<_, StoreError>(())
        });
        written.expect("written");
    }
    people.len() as f64 / start.elapsed().as_secs_f64()
}

/// What people type: whole names and fragments in either script, papers, telephones.
fn searches(people: &[Drawn], dice: &mut Dice) -> Vec<String> {
    let start = |text: &str, letters: usize| text.chars().take(letters).collect::<String>();
    (0..QUESTIONS)
        .map(|at| {
            let one = &people[dice.below(people.len())];
            let (given, family) = (one.given.latin(dice), one.family.latin(dice));
            match at % 10 {
                0 => format!("{} {}", one.given.arabic, one.family.arabic),
                1 => format!("{given} {family}"),
                2 => one.given.arabic.clone(),
                3 => family,
                4 => start(&one.family.arabic, 3 + dice.below(2)),
                5 => start(&given, 3 + dice.below(2)),
                6 => one.person.cnie.clone().unwrap_or_else(|| "AB12".to_owned()),
                7 => one
                    .person
                    .phone
                    .as_deref()
                    .unwrap_or("+212612345678")
                    .replace("+212", "0"),
                8 => format!("{} {}", start(&given, 4), start(&family, 4)),
                _ => one.family.arabic.chars().skip(2).take(4).collect(),
            }
        })
        .collect()
}

fn ask_known(
    store: &Store,
    staff: StaffId,
    people: &[Drawn],
    names: &Names,
    country: &Country,
    dice: &mut Dice,
) -> (Vec<f64>, f64) {
    let mut taken = Vec::new();
    let mut first = 0;
    for _ in 0..QUESTIONS / 2 {
        let one = &people[dice.below(people.len())];
        let again = corrupted(one, names, country, dice);
        let (alike, ms) = timed(|| {
            store
                .read(|reader| reader.alike(&again, None, staff, 5))
                .expect("an answer")
        });
        taken.push(ms);
        first += usize::from(
            alike
                .first()
                .is_some_and(|known| known.person == one.person),
        );
    }
    let share = 100.0 * first as f64 / taken.len() as f64;
    (taken, share)
}

fn ask_new(store: &Store, staff: StaffId, names: &Names, country: &Country) -> (Vec<f64>, f64) {
    let mut taken = Vec::new();
    let mut shown = 0;
    for one in Drawn::many(names, country, QUESTIONS / 2, 5_007) {
        let (alike, ms) = timed(|| {
            store
                .read(|reader| reader.alike(&one.person, None, staff, 5))
                .expect("an answer")
        });
        taken.push(ms);
        shown += alike.len();
    }
    let share = shown as f64 / taken.len() as f64;
    (taken, share)
}

fn timed<T>(f: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let answer = f();
    (answer, start.elapsed().as_secs_f64() * 1_000.0)
}

fn p95(mut taken: Vec<f64>) -> f64 {
    taken.sort_by(f64::total_cmp);
    taken[taken.len() * 95 / 100]
}
