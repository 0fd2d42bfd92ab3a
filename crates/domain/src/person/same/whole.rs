//! What is known of somebody recorded several times.

use serde_json::Value;

use crate::person::{Person, SafeContact};
use crate::record::Strictness;

/// The person as the first record has them, with what only the others know. Names in one script are taken together
/// from one record, a given name of one and a family name of another being nobody's; so are the number and the
/// hours it may be called. The most protective answer on being reached is in force, whichever record holds it.
pub fn whole(records: &[&Person]) -> Person {
    let Some((first, others)) = records.split_first() else {
        return Person::default();
    };
    let mut one = (*first).clone();
    for other in others {
        if one.given_name_ar.is_none() && one.family_name_ar.is_none() {
            one.given_name_ar.clone_from(&other.given_name_ar);
            one.family_name_ar.clone_from(&other.family_name_ar);
        }
        if one.given_name_lat.is_none() && one.family_name_lat.is_none() {
            one.given_name_lat.clone_from(&other.given_name_lat);
            one.family_name_lat.clone_from(&other.family_name_lat);
        }
        if one.phone.is_none() {
            one.phone.clone_from(&other.phone);
            one.safe_hours.clone_from(&other.safe_hours);
        }
        if one.province.is_none() && one.commune.is_none() && one.address.is_none() {
            one.province.clone_from(&other.province);
            one.commune.clone_from(&other.commune);
            one.address.clone_from(&other.address);
        }
        let other_tells = other.known_birth().is_some() || other.estimated_age.is_some();
        if one.known_birth().is_none() && one.estimated_age.is_none() && other_tells {
            one.birth_date.clone_from(&other.birth_date);
            one.estimated_age = other.estimated_age;
            one.estimated_on = other.estimated_on;
        }
        if one.document_type.is_none() {
            one.document_type = other.document_type;
            one.document_number.clone_from(&other.document_number);
        }
        if one.act_number.is_none() && one.act_year.is_none() && one.act_office.is_none() {
            one.act_number.clone_from(&other.act_number);
            one.act_year = other.act_year;
            one.act_office.clone_from(&other.act_office);
        }
        fill(&mut one.title, &other.title);
        fill(&mut one.nickname, &other.nickname);
        fill(&mut one.mother_name_ar, &other.mother_name_ar);
        one.sex = one
            .known_sex()
            .or(other.known_sex())
            .or(one.sex)
            .or(other.sex);
        fill(&mut one.birth_place, &other.birth_place);
        fill(&mut one.nationality, &other.nationality);
        fill(&mut one.cnie, &other.cnie);
        fill(&mut one.idcs, &other.idcs);
        fill(&mut one.paper_file, &other.paper_file);
        fill(&mut one.usual_place, &other.usual_place);
        fill(&mut one.accessibility, &other.accessibility);
        for language in &other.languages {
            if !one.languages.contains(language) {
                one.languages.push(language.clone());
            }
        }
        let answer = strictest(one.safe_contact, other.safe_contact);
        // «At certain hours» comes with the hours of the record that says so.
        let hours = Some(SafeContact::Hours);
        let told = one.safe_contact == hours && one.safe_hours.is_some();
        if answer == hours && other.safe_contact == hours && !told {
            one.safe_hours.clone_from(&other.safe_hours);
        }
        one.safe_contact = answer;
    }
    one
}

fn fill<T: Clone>(mine: &mut Option<T>, theirs: &Option<T>) {
    if mine.is_none() {
        mine.clone_from(theirs);
    }
}

/// The more protective of two answers; a record in which nobody asked says nothing.
fn strictest(a: Option<SafeContact>, b: Option<SafeContact>) -> Option<SafeContact> {
    let rank = |answer: &SafeContact| Strictness::Reachability.rank(&Value::from(answer.code()));
    a.into_iter().chain(b).max_by_key(rank)
}
