//! What people agreed to.

use chrono::NaiveDate;
use jisr_domain::consent::{Consent, ConsentForm, GivenBy, Purpose};
use jisr_domain::id::ConsentId;

use super::calendar::after;
use super::cases::Scene;
use super::entry::Line;
use super::lists::text;

/// The consents of a case, and the one a referral may rest on.
pub(super) fn given(
    scene: &mut Scene<'_>,
    closed_on: Option<NaiveDate>,
) -> (Option<ConsentId>, Vec<Line>) {
    let mut lines = Vec::new();
    if scene.chance.percent(90) {
        let purposes = if scene.chance.percent(60) {
            vec![Purpose::Care, Purpose::Contact, Purpose::Statistics]
        } else {
            vec![Purpose::Care]
        };
        let (id, mut record) = consent(scene, purposes);
        if scene.chance.percent(40) {
            record.expires_on = Some(after(scene.opened_on, 365));
        }
        record.withdrawn_on = closed_on.filter(|_| scene.chance.percent(8));
        lines.push(Line::new(scene.by, (id, record)));
    }
    if !scene.chance.percent(60) {
        return (None, lines);
    }
    let mut purposes = vec![Purpose::Referral];
    if scene.chance.percent(30) {
        purposes.push(Purpose::Health);
    }
    let (id, mut record) = consent(scene, purposes);
    record.withheld = scene
        .chance
        .percent(15)
        .then(|| text(scene.chance, "withheld", scene.someone.sex));
    lines.push(Line::new(scene.by, (id, record)));
    (Some(id), lines)
}

fn consent(scene: &mut Scene<'_>, purposes: Vec<Purpose>) -> (ConsentId, Consent) {
    let minor = scene.someone.age < 18;
    let at = scene
        .calendar
        .at(scene.opened_on, scene.chance.between(30, 60));
    let record = Consent {
        person: Some(scene.someone.id),
        case: Some(scene.case),
        purposes,
        given_by: Some(if minor {
            scene
                .chance
                .weighted(&[(GivenBy::Guardian, 90), (GivenBy::Judge, 10)])
        } else {
            GivenBy::Person
        }),
        form: Some(scene.chance.weighted(&[
            (ConsentForm::Signed, 62),
            (ConsentForm::Oral, 25),
            (ConsentForm::Fingerprint, 13),
        ])),
        given_at: Some(at),
        recorded_by: Some(scene.staff),
        ..Consent::default()
    };
    (scene.chance.id(at), record)
}
