//! The directory and the referrals sent to it, at every stage of the loop.

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};
use jisr_domain::case::CaseType;
use jisr_domain::id::{ConsentId, PartnerId, ReferralEventId, ReferralId};
use jisr_domain::partner::{Partner, PartnerType};
use jisr_domain::reception::Urgency;
use jisr_domain::referral::{
    Referral, ReferralEvent, ReferralEventType, RefusalReason, SharedItem, reference_code,
};

use super::calendar::{Calendar, after};
use super::cases::Scene;
use super::chance::Chance;
use super::entry::{Line, Who};
use super::lists::{CHIEF_TOWN, PARTNERS, PROVINCE, PartnerEntry, text};

use ReferralEventType::{Accepted, Closed, NotServed, Received, Refused, Reopened, Sent, Served};

/// Every stage a referral may be at, in turn for each member of staff.
const STAGES: [&[ReferralEventType]; 11] = [
    &[Sent],
    &[Sent, Accepted],
    &[Sent, Refused],
    &[Sent, Received, Accepted, Served],
    &[Sent, Received],
    &[Sent, Received, Accepted],
    &[Sent, Accepted, Served, Closed],
    &[],
    &[Sent, Accepted, NotServed],
    &[Sent, Refused, Reopened],
    &[Sent, Refused, Closed],
];

/// The partners of the center, and whose turn it is.
pub(super) struct Directory {
    partners: Vec<(PartnerId, &'static PartnerEntry)>,
    turns: BTreeMap<Who, usize>,
}

impl Directory {
    /// The directory and the records that make it.
    pub(super) fn new(chance: &mut Chance, calendar: &Calendar) -> (Self, Vec<Line>) {
        let mut directory = Self {
            partners: Vec::new(),
            turns: BTreeMap::new(),
        };
        let mut lines = Vec::new();
        for (entry, n) in PARTNERS.iter().zip(1u32..) {
            let day = calendar.ago(chance.between(20, 300));
            let id: PartnerId = chance.id(calendar.at(day, n));
            let record = Partner {
                name_ar: Some(entry.name.ar.to_owned()),
                name_fr: Some(entry.name.lat.to_owned()),
                partner_type: Some(entry.partner_type),
                services: Some(entry.services.to_owned()),
                province: Some(PROVINCE.to_owned()),
                commune: Some(CHIEF_TOWN.to_owned()),
                address: Some(entry.address.to_owned()),
                phone: Some(format!("+2125370000{n:02}")),
                hours: Some(entry.hours.to_owned()),
                assured_on: Some(day),
                ..Partner::default()
            };
            directory.partners.push((id, entry));
            lines.push(Line::new(Who::Director, (id, record)));
        }
        (directory, lines)
    }

    fn partner(
        &self,
        chance: &mut Chance,
        case_type: CaseType,
    ) -> Option<(PartnerId, &'static PartnerEntry)> {
        let wanted = partner_types(case_type);
        let fitting: Vec<_> = self
            .partners
            .iter()
            .filter(|(_, entry)| wanted.contains(&entry.partner_type))
            .collect();
        if fitting.is_empty() {
            None
        } else {
            Some(**chance.pick(&fitting))
        }
    }
}

fn partner_types(case_type: CaseType) -> &'static [PartnerType] {
    match case_type {
        CaseType::WomanVictimOfViolence | CaseType::TraffickingVictim => &[
            PartnerType::Health,
            PartnerType::Court,
            PartnerType::Association,
            PartnerType::Shelter,
        ],
        CaseType::ChildInDifficulty | CaseType::ChildWithoutFamily | CaseType::StreetChild => {
            &[PartnerType::Education, PartnerType::Court]
        }
        CaseType::Schoolchild => &[PartnerType::Education],
        CaseType::Disability => &[PartnerType::Association, PartnerType::Health],
        CaseType::Elderly | CaseType::Homeless | CaseType::Addiction => {
            &[PartnerType::Health, PartnerType::Shelter]
        }
        CaseType::CareLeaver | CaseType::ProjectHolder => &[PartnerType::Employment],
        CaseType::WomanInDifficulty | CaseType::SingleMother | CaseType::PrecariousFamily => &[
            PartnerType::SocialService,
            PartnerType::Authority,
            PartnerType::Health,
            PartnerType::Employment,
        ],
    }
}

/// The referral of a case, in four of ten: with consent, or for a danger that could not wait.
pub(super) fn referred(
    scene: &mut Scene<'_>,
    consent: Option<ConsentId>,
    closed_on: Option<NaiveDate>,
    directory: &mut Directory,
) -> Vec<Line> {
    let danger = consent.is_none()
        && scene.case_type == CaseType::WomanVictimOfViolence
        && scene.chance.percent(20);
    if !danger && (consent.is_none() || !scene.chance.percent(65)) {
        return Vec::new();
    }
    let Some((partner, entry)) = directory.partner(scene.chance, scene.case_type) else {
        return Vec::new();
    };
    let events = if closed_on.is_some() {
        &[Sent, Accepted, Served, Closed][..]
    } else {
        let turn = directory.turns.entry(scene.by).or_default();
        *turn += 1;
        STAGES[(*turn - 1) % STAGES.len()]
    };
    // What still awaits an answer left a few days ago; the rest had time to come back.
    let age = scene.calendar.since(scene.opened_on);
    let since = if closed_on.is_some() {
        age
    } else {
        scene
            .chance
            .between(events.len().try_into().unwrap_or(0), 6)
            .min(age)
    };
    let created_on = scene.calendar.ago(since).max(scene.opened_on);
    let created_at = scene.calendar.at(created_on, 70);
    let id: ReferralId = scene.chance.id(created_at);
    let record = Referral {
        case: Some(scene.case),
        person: Some(scene.someone.id),
        partner: Some(partner),
        reference: Some(reference_code(scene.chance.reference())),
        service_asked: Some(entry.asked.to_owned()),
        reason: Some(text(
            scene.chance,
            &format!("situation.{}", scene.case_type.code()),
            scene.someone.sex,
        )),
        urgency: Some(if danger {
            Urgency::Immediate
        } else {
            scene
                .chance
                .weighted(&[(Urgency::Ordinary, 75), (Urgency::Soon, 25)])
        }),
        shared: vec![SharedItem::Name, SharedItem::Birth, SharedItem::Situation],
        consent,
        override_reason: danger.then(|| text(scene.chance, "override", scene.someone.sex)),
        created_on: Some(created_on),
        created_by: Some(scene.staff),
        to_center: None,
    };
    let mut lines = vec![Line::new(scene.by, (id, record))];
    let last = closed_on.unwrap_or(scene.calendar.today);
    let mut day = created_on;
    for (event, n) in events.iter().zip(0i64..) {
        let at = scene.calendar.at(day, 80) + TimeDelta::milliseconds(n);
        lines.push(happened(scene, id, *event, day, at));
        day = after(day, scene.chance.between(0, 2)).min(last);
    }
    lines
}

fn happened(
    scene: &mut Scene<'_>,
    referral: ReferralId,
    event: ReferralEventType,
    day: NaiveDate,
    at: chrono::DateTime<chrono::Utc>,
) -> Line {
    let reason = event.needs_reason().then(|| {
        scene.chance.weighted(&[
            (RefusalReason::NoCapacity, 40),
            (RefusalReason::MissingDocuments, 35),
            (RefusalReason::NotEligible, 15),
            (RefusalReason::DidNotCome, 10),
        ])
    });
    let key = match reason {
        Some(reason) => format!("refusal.{}", reason.code()),
        None if event == Accepted => "acceptance.note".to_owned(),
        None => String::new(),
    };
    let note = Some(text(scene.chance, &key, scene.someone.sex)).filter(|note| !note.is_empty());
    let record = ReferralEvent {
        case: Some(scene.case),
        referral: Some(referral),
        event: Some(event),
        at: Some(at),
        day: Some(day),
        by: Some(scene.staff),
        reason,
        note,
    };
    let id: ReferralEventId = scene.chance.id(at);
    Line::new(scene.by, (id, record))
}
