//! A protocol as followed in a case: the records. The definitions and the fold are in [`crate::protocol`].

use chrono::{DateTime, NaiveDate, Utc};

use crate::id::{CaseId, ProtocolInstanceId, StaffId, StepEventId};
use crate::protocol::StepEventType;
use crate::record::{Rules, code, record};

code! {
    /// What was done with a paper.
    DocumentStatus {
        /// Shown; no copy kept.
        Seen = "seen",
        /// A copy is in the paper file.
        Copied = "copied",
        /// Still missing.
        Missing = "missing",
        /// Not needed here.
        NotNeeded = "not_needed",
    }
}

record! {
    /// A protocol followed in a case. The case keeps the version it started on.
    ProtocolInstance: ProtocolInstanceId, about: case(case), written by: follows_cases {
        /// Which case.
        case: Option<CaseId> => Once, Care;
        /// Which protocol.
        protocol: Option<String> as Protocol => Once, Care;
        /// Which version of it.
        version: Option<u32> => Once, Care, by_program();
        /// Civil day from which windows are counted.
        started_on: Option<NaiveDate> => Once, Care;
        /// Who started it.
        started_by: Option<StaffId> => Once, Care, by_program();
    }
}

impl Rules for ProtocolInstance {}

record! {
    /// Something that happened to a step.
    StepEvent: StepEventId, about: case(case), written by: follows_cases {
        /// Which case.
        case: Option<CaseId> => Once, Care;
        /// Which instance.
        instance: Option<ProtocolInstanceId> => Once, Care;
        /// Which step of the definition.
        step: Option<String> as Step => Once, Care;
        /// What happened.
        event: Option<StepEventType> => Once, Care;
        /// When it was recorded, UTC.
        at: Option<DateTime<Utc>> => Once, Care, by_program();
        /// Civil day on which it happened.
        day: Option<NaiveDate> => Once, Care;
        /// By whom.
        by: Option<StaffId> => Once, Care, by_program();
        /// With which outcome of the definition.
        outcome: Option<String> as Step => Once, Care;
        /// A word on it.
        note: Option<String> => Once, Care;
        /// Put off until this day.
        until: Option<NaiveDate> => Once, Care;
        /// The event this one corrects.
        corrects: Option<StepEventId> => Once, Care;
    }
}

impl Rules for StepEvent {}

record! {
    /// A paper a step asks for: seen, copied or missing.
    StepDocument: StepDocumentId, about: case(case), written by: follows_cases {
        /// Which case.
        case: Option<CaseId> => Once, Care;
        /// Which instance.
        instance: Option<ProtocolInstanceId> => Once, Care;
        /// Which step.
        step: Option<String> as Step => Once, Care;
        /// Which paper of the definition.
        document: Option<String> as Step => Once, Care;
        /// What was done with it.
        status: Option<DocumentStatus> => Latest, Care;
        /// Civil day of that.
        day: Option<NaiveDate> => Latest, Care;
    }
}

impl Rules for StepDocument {
    const TOLD_BY: &'static [&'static str] = &["step", "document"];
}
