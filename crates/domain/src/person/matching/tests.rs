//! What a desk would notice.

use proptest::prelude::*;

use super::*;
use crate::name::Verdict;
use crate::person::{Person, Sex};

/// A register of a hundred thousand where every name is borne by one in two hundred.
struct Town;

impl Bearers for Town {
    fn people(&self) -> u64 {
        100_000
    }
    fn of_sound(&self, _: &str) -> u64 {
        500
    }
    fn of_commune(&self, _: &str) -> u64 {
        10_000
    }
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn person(given: &str, family: &str, birth: &str) -> Person {
    let latin = given.is_ascii();
    Person {
        given_name_ar: some(given).filter(|_| !latin),
        family_name_ar: some(family).filter(|_| !latin),
        given_name_lat: some(given).filter(|_| latin),
        family_name_lat: some(family).filter(|_| latin),
        birth_date: some(birth),
        ..Person::default()
    }
}

fn compare(one: &Person, other: &Person) -> Likeness {
    weigh(&Traits::read(one), &Traits::read(other), &Town)
}

fn codes(likeness: &Likeness) -> Vec<(ReasonCode, bool)> {
    likeness
        .reasons
        .iter()
        .map(|reason| (reason.code, reason.favours))
        .collect()
}

#[test]
fn one_person_written_in_the_other_script_is_found_with_reasons() {
    let known = person("فاطمة الزهراء", "العلوي", "1991-03-14");
    let asked = person("Fatima-Zahra", "El Alaoui", "1991-03-14");
    let found = compare(&asked, &known);
    assert_eq!(found.verdict, Verdict::Same);
    let mut told = codes(&found);
    told.sort();
    assert_eq!(
        told,
        [(ReasonCode::NameAlike, true), (ReasonCode::BirthSame, true)]
    );
}

#[test]
fn a_namesake_of_another_birth_is_not_shown() {
    let known = person("محمد", "بناني", "1961-03-14");
    let asked = person("محمد", "بناني", "1992-07-02");
    assert_eq!(compare(&asked, &known).verdict, Verdict::Different);
}

#[test]
fn day_and_month_exchanged_a_year_alone_and_exchanged_names_are_no_strangers() {
    let known = person("Rachid", "Benjelloun", "1984-03-11");
    for asked in [
        person("رشيد", "بنجلون", "1984-11-03"),
        person("Benjelloun", "Rachid", "1984-03-11"),
        person("Rachid", "Benjelloun", "1984-03-12"),
    ] {
        assert!(
            compare(&asked, &known).verdict >= Verdict::Maybe,
            "{asked:?}"
        );
    }
    let mut asked = person("رشيد", "بن جلون", "1984");
    asked.phone = some("0661234567");
    let mut known = known;
    known.phone = some("+212661234567");
    assert_eq!(compare(&asked, &known).verdict, Verdict::Same);
}

#[test]
fn a_married_name_is_found_by_what_stays() {
    let mut known = person("خديجة", "التازي", "1988-05-20");
    let mut asked = person("Khadija", "Berrada", "1988-05-20");
    for record in [&mut known, &mut asked] {
        record.sex = Some(Sex::Female);
        record.mother_name_ar = some("زينب");
    }
    let found = compare(&asked, &known);
    assert!(found.verdict >= Verdict::Maybe);
    assert!(codes(&found).contains(&(ReasonCode::FamilyOther, false)));
}

#[test]
fn a_sister_is_not_her_brothers_double() {
    let mut known = person("يوسف", "الناصري", "2012-04-09");
    let mut asked = person("سلمى", "الناصري", "2015-10-30");
    for record in [&mut known, &mut asked] {
        record.phone = some("0677112233");
        record.mother_name_ar = some("حنان");
        record.commune = some("04.281.01.01");
    }
    assert_eq!(compare(&asked, &known).verdict, Verdict::Different);
    // Nor her twin's.
    asked.birth_date = some("2012-04-09");
    (known.sex, asked.sex) = (Some(Sex::Male), Some(Sex::Female));
    assert_eq!(compare(&asked, &known).verdict, Verdict::Different);
}

#[test]
fn a_card_number_outranks_the_names_and_a_slip_in_it_is_seen() {
    let mut known = person("نعيمة", "الشرقاوي", "1979-01-01");
    let mut asked = person("Naima", "Cherkaoui", "1979-06-02");
    known.cnie = some("AB123456");
    asked.cnie = some("ab 123456");
    assert_eq!(compare(&asked, &known).verdict, Verdict::Same);
    asked.cnie = some("AB123465");
    let found = compare(&asked, &known);
    assert!(codes(&found).contains(&(ReasonCode::CnieNear, true)));
    // Another card altogether speaks against it.
    asked.cnie = some("GK777001");
    assert!(compare(&asked, &known).score < found.score);
}

#[test]
fn the_rare_name_says_more() {
    struct Rare;
    impl Bearers for Rare {
        fn people(&self) -> u64 {
            100_000
        }
        fn of_sound(&self, _: &str) -> u64 {
            1
        }
        fn of_commune(&self, _: &str) -> u64 {
            10_000
        }
    }
    let (one, other) = (
        person("إيطو", "أوعقى", "1970"),
        person("Itto", "Ouaqqa", "1970"),
    );
    let (one, other) = (Traits::read(&one), Traits::read(&other));
    assert!(weigh(&one, &other, &Rare).score > weigh(&one, &other, &Town).score);
}

#[test]
fn two_who_are_called_something_in_the_street_are_compared_by_it() {
    let called = |name: &str, age: u32| Person {
        nickname: some(name),
        anonymous: Some(true),
        estimated_age: Some(age),
        estimated_on: "2026-11-22".parse().ok(),
        usual_place: some("المحطة"),
        ..Person::default()
    };
    let (one, other) = (called("با علال", 60), called("با علال", 62));
    assert!(compare(&one, &other).score > compare(&one, &called("الشريف", 60)).score);
    assert!(!filing_keys(&Traits::read(&one)).is_disjoint(&filing_keys(&Traits::read(&other))));
}

fn any_person() -> impl Strategy<Value = Person> {
    let name = prop::sample::select(vec![
        "",
        "محمد",
        "Mohamed",
        "عبد الله",
        "El",
        "فاطمة الزهراء",
        "ⵎⵓⵃ",
        "7assan",
        "\u{202e}",
        "م",
        "a b c d e",
    ]);
    let birth = prop::sample::select(vec![
        "",
        "1991",
        "1991-03-14",
        "1991-14-03",
        "٢٠٠١",
        "0000",
        "x",
    ]);
    let paper = prop::sample::select(vec!["", "AB123456", "AB123457", "٠٦١٢٣٤٥٦٧٨", "-", "🙂"]);
    (
        name.clone(),
        name.clone(),
        name,
        birth,
        paper.clone(),
        paper,
    )
        .prop_map(|(given, family, mother, birth, cnie, phone)| Person {
            mother_name_ar: some(mother),
            cnie: some(cnie),
            phone: some(phone),
            ..person(given, family, birth)
        })
}

proptest! {
    #[test]
    fn whatever_is_typed_there_is_a_chance(one in any_person(), other in any_person()) {
        let found = compare(&one, &other);
        prop_assert!((0.0..=1.0).contains(&found.score));
        prop_assert!(found.reasons.is_sorted_by(|a, b| a.bits.abs() >= b.bits.abs()));
    }

    #[test]
    fn a_record_is_filed_where_its_copy_is_looked_for(one in any_person()) {
        let traits = Traits::read(&one);
        let keys = filing_keys(&traits);
        prop_assert_eq!(&keys, &filing_keys(&Traits::read(&one.clone())));
        prop_assert!(keys.iter().all(|key| key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')));
    }
}
