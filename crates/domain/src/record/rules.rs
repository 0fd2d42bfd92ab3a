//! What a record must say to be kept, and what the program adds to it: asked by the one way in which records are made
//! and edited, whatever their kind.

use chrono::{DateTime, NaiveDate, Utc};

use super::Record;
use crate::id::StaffId;
use crate::role::Role;

/// Who writes, and when.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances {
    /// The moment.
    pub now: DateTime<Utc>,
    /// The civil day.
    pub today: NaiveDate,
    /// Who is at work.
    pub staff: StaffId,
    /// In which function.
    pub role: Role,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is empty.
    Required,
    /// No name in any script.
    NameMissing,
    /// Neither a sex nor that it is not known.
    SexMissing,
    /// Neither a birth, an age nor that it is not known.
    BirthMissing,
    /// Neither a year nor a day, or one to come.
    BirthUnreadable,
    /// Said to have happened tomorrow.
    DayToCome,
    /// In no year anybody can mean.
    DayAbsurd,
    /// Before what it must follow.
    DayBefore,
}

/// Why a record is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {fault:?}")]
pub struct Refused {
    /// Which field.
    pub field: &'static str,
    /// What is wrong with it.
    pub fault: Fault,
}

/// `fault` of `field`.
pub fn refused(field: &'static str, fault: Fault) -> Refused {
    Refused { field, fault }
}

/// The rules of a kind. What only the register can say (is the case open, does the colleague follow cases) is asked
/// beside them, by whoever reads it.
pub trait Rules: Record {
    /// Fields without which no record is made, and which no edit empties.
    const REQUIRED: &'static [&'static str] = &[];
    /// The fields an edit may touch; none named: every one not written once.
    const EDITABLE: Option<&'static [&'static str]> = None;
    /// The fields a person would tell a record by, among others of the same person or case.
    const TOLD_BY: &'static [&'static str] = &[];

    /// Fills in what the program says of a record about to be made.
    fn prepare(&mut self, _at: &Circumstances) {}

    /// Fills in what the program says of a record about to be changed from `before`.
    fn amend(&mut self, _before: &Self, _at: &Circumstances) {}

    /// Whether the record may be kept as it is; `before` is what it was, none when it is made.
    ///
    /// # Errors
    /// The first thing wrong with it.
    fn validate(&self, _before: Option<&Self>, _at: &Circumstances) -> Result<(), Refused> {
        Ok(())
    }

    /// Who wrote it: their own words they may replace, whatever their function.
    fn author(&self) -> Option<StaffId> {
        None
    }

    /// The record this one corrects: one of the same person and case.
    fn corrected(&self) -> Option<Self::Id> {
        None
    }
}

/// The civil day something happened: today when not said.
///
/// # Errors
/// [`Fault::DayToCome`].
pub fn happened(
    field: &'static str,
    day: Option<NaiveDate>,
    at: &Circumstances,
) -> Result<(), Refused> {
    match day {
        Some(day) if day > at.today => Err(refused(field, Fault::DayToCome)),
        _ => Ok(()),
    }
}
