//! The center, drawn family by family.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use jisr_domain::appointment::{Appointment, AppointmentStatus};
use jisr_domain::case::CaseType;
use jisr_domain::id::{AppointmentId, CaseId, ReceptionId};
use jisr_domain::person::{Kinship, SafeContact};
use jisr_domain::reception::Reception;

use super::Team;
use super::budget::Budget;
use super::calendar::Calendar;
use super::cases::{CaseFile, Fate, Scene, story};
use super::chance::Chance;
use super::desk;
use super::entry::{Line, Who};
use super::households::{Family, family};
use super::kinds::{case_type, has_case, is_grave, lead};
use super::lists::text;
use super::people::{Someone, contact, safe_hours};
use super::referrals::Directory;

/// Days a small center goes back.
const SPAN: u32 = 300;
/// Open cases a center can follow; a larger one has more closed ones.
const OPEN_CASES: u32 = 900;
/// Series of chance that are no family's.
const DIRECTORY_STREAM: u64 = u64::MAX;
const DAY_STREAM: u64 = u64::MAX - 1;
/// Telephones of contacts start where those of people end.
const CONTACTS: u64 = 5_000_000;

/// Draws a center. The same seed, day and team give the same records.
pub(super) struct Center<'t> {
    seed: u64,
    people: u32,
    calendar: Calendar,
    team: &'t Team,
    directory: Directory,
    budgets: BTreeMap<Who, Budget>,
    seen: BTreeSet<CaseType>,
    drawn: u32,
    families: u64,
}

/// A part of the center, to be written at once.
#[derive(Default)]
pub(super) struct Part {
    pub(super) people: Vec<Someone>,
    /// What the desk writes: people, households, contacts, appointments.
    pub(super) desk: Vec<Line>,
    /// Passages, in the order of the day.
    pub(super) receptions: Vec<(ReceptionId, Reception)>,
    pub(super) cases: Vec<CaseFile>,
}

impl<'t> Center<'t> {
    /// A center of `people`, and its directory of partners.
    pub(super) fn new(
        seed: u64,
        people: u32,
        calendar: Calendar,
        team: &'t Team,
    ) -> (Self, Vec<Line>) {
        let (directory, lines) =
            Directory::new(&mut Chance::new(seed, DIRECTORY_STREAM), &calendar);
        let budgets = [Who::Latifa, Who::Youssef, Who::Nadia, Who::Redouane]
            .into_iter()
            .map(|who| (who, Budget::of(who)))
            .collect();
        (
            Self {
                seed,
                people,
                calendar,
                team,
                directory,
                budgets,
                seen: BTreeSet::new(),
                drawn: 0,
                families: 0,
            },
            lines,
        )
    }

    /// The next `most` people at most; none when everyone is drawn.
    pub(super) fn next(&mut self, most: u32) -> Option<Part> {
        let first = self.drawn == 0;
        let end = self.people.min(self.drawn.saturating_add(most));
        if self.drawn >= end {
            return None;
        }
        let mut part = Part::default();
        while self.drawn < end {
            let mut chance = Chance::new(self.seed, self.families);
            self.families += 1;
            self.family(&mut chance, end - self.drawn, &mut part);
        }
        let mut chance = Chance::new(self.seed ^ self.families, DAY_STREAM);
        self.passers_by(&mut chance, first, &mut part);
        part.receptions
            .sort_by_key(|(id, reception)| (reception.opened_at, *id));
        part.cases.sort_by_key(|case| case.opened_on);
        Some(part)
    }

    fn family(&mut self, chance: &mut Chance, most: u32, part: &mut Part) {
        let fresh = chance.percent(if self.people <= 2 * OPEN_CASES { 35 } else { 1 });
        let span = SPAN + (self.people / 40).min(2700);
        let known_on = self.calendar.ago(if fresh {
            chance.between(1, 12)
        } else {
            chance.between(13, span)
        });
        let mut family = family(
            chance,
            &self.calendar,
            known_on,
            most,
            u64::from(self.drawn),
        );
        self.drawn += u32::try_from(family.people.len()).unwrap_or(0);
        let cases: Vec<Option<CaseType>> = family
            .people
            .iter()
            .map(|someone| has_case(chance, someone).then(|| self.kind(chance, someone)))
            .collect();
        for (someone, case_type) in family.people.iter_mut().zip(&cases) {
            if case_type.is_some_and(is_grave) {
                someone.record.safe_contact = Some(chance.weighted(&[
                    (SafeContact::Hours, 55),
                    (SafeContact::No, 30),
                    (SafeContact::Unknown, 15),
                ]));
                safe_hours(chance, &mut someone.record);
            }
        }
        part.desk.extend(
            family
                .people
                .iter()
                .map(|someone| Line::new(Who::Soumia, (someone.id, someone.record.clone()))),
        );
        part.desk.append(&mut family.lines);
        for (someone, case_type) in family.people.iter().zip(&cases) {
            self.around(chance, someone, part);
            match case_type {
                Some(case_type) => {
                    let file = self.case(
                        chance,
                        someone,
                        &family,
                        *case_type,
                        fresh,
                        &mut part.receptions,
                    );
                    part.cases.push(file);
                }
                None => self.seen_at_the_desk(chance, someone, known_on, part),
            }
        }
        part.people.append(&mut family.people);
    }

    fn kind(&mut self, chance: &mut Chance, someone: &Someone) -> CaseType {
        let case_type = case_type(chance, someone, &self.seen);
        self.seen.insert(case_type);
        case_type
    }

    /// A contact for four in ten.
    fn around(&self, chance: &mut Chance, someone: &Someone, part: &mut Part) {
        if !someone.street && chance.percent(40) {
            let index = CONTACTS
                + u64::from(self.drawn) * 8
                + u64::try_from(part.desk.len() % 8).unwrap_or(0);
            part.desk.push(Line::new(
                Who::Soumia,
                contact(chance, &self.calendar, someone, index),
            ));
        }
    }

    fn case(
        &mut self,
        chance: &mut Chance,
        someone: &Someone,
        family: &Family,
        case_type: CaseType,
        fresh: bool,
        receptions: &mut Vec<(ReceptionId, Reception)>,
    ) -> CaseFile {
        let fate = self.fate(chance, fresh);
        let by = lead(chance, case_type);
        let received_by = self.team.id(Who::Soumia);
        let (reception, record) = desk::leading_to_case(
            chance,
            &self.calendar,
            someone,
            someone.known_on,
            is_grave(case_type),
            received_by,
        );
        receptions.push((reception, record));
        let case: CaseId = chance.id(self.calendar.at(someone.known_on, 20));
        let mut scene = Scene {
            chance,
            calendar: &self.calendar,
            team: self.team,
            someone,
            household: family.household,
            place: &family.place,
            case,
            case_type,
            opened_on: someone.known_on,
            by,
            staff: self.team.id(by),
        };
        let budget = self.budgets.entry(by).or_insert_with(|| Budget::of(by));
        story(
            &mut scene,
            fate,
            Some(reception),
            budget,
            &mut self.directory,
        )
    }

    /// Fresh cases are open; of the older ones a center can only follow so many.
    fn fate(&self, chance: &mut Chance, fresh: bool) -> Fate {
        let open = (OPEN_CASES * 100 / (self.people / 2).max(1)).clamp(3, 80);
        if fresh || chance.percent(open) {
            return if !fresh && chance.percent(6) {
                Fate::Reopened
            } else {
                Fate::Open
            };
        }
        Fate::Closed
    }

    /// Somebody without a case came for information, or has an appointment.
    fn seen_at_the_desk(
        &self,
        chance: &mut Chance,
        someone: &Someone,
        known_on: NaiveDate,
        part: &mut Part,
    ) {
        let received_by = self.team.id(Who::Soumia);
        let alone = matches!(someone.kinship, None | Some(Kinship::Head));
        if alone || chance.percent(20) {
            part.receptions.push(desk::passage(
                chance,
                &self.calendar,
                someone,
                known_on,
                received_by,
            ));
        }
        if alone && chance.percent(10) {
            let record = Appointment {
                person: Some(someone.id),
                staff: Some(
                    self.team
                        .id(chance.weighted(&[(Who::Youssef, 50), (Who::Nadia, 50)])),
                ),
                day: Some(self.calendar.ahead(chance.between(1, 20))),
                time: chrono::NaiveTime::from_hms_opt(chance.between(9, 15), 0, 0),
                purpose: Some(text(chance, "appointment.purpose", someone.sex)),
                status: Some(AppointmentStatus::Planned),
                ..Appointment::default()
            };
            let id: AppointmentId = chance.id(self.calendar.at(known_on, 428));
            part.desk.push(Line::new(Who::Soumia, (id, record)));
        }
    }

    /// Passages of the last sixty days, with a file or without; today's are of the first part.
    fn passers_by(&self, chance: &mut Chance, first: bool, part: &mut Part) {
        let received_by = self.team.id(Who::Soumia);
        let count = u32::try_from(part.people.len()).unwrap_or(0);
        let mut days: Vec<NaiveDate> = (0..count / 3)
            .map(|_| self.calendar.ago(chance.between(1, 60)))
            .collect();
        if first {
            days.extend(std::iter::repeat_n(
                self.calendar.today,
                7.min(part.people.len()),
            ));
        }
        for day in days {
            if chance.percent(25) {
                part.receptions
                    .push(desk::without_file(chance, &self.calendar, day, received_by));
                continue;
            }
            let someone = chance.pick(&part.people);
            if someone.known_on <= day && !desk::came(&part.receptions, someone.id, day) {
                part.receptions.push(desk::passage(
                    chance,
                    &self.calendar,
                    someone,
                    day,
                    received_by,
                ));
            }
        }
    }
}
