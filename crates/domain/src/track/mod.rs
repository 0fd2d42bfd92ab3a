//! A protocol as followed in a case: the records. The definitions and the fold are in [`crate::protocol`].

use chrono::{DateTime, NaiveDate, Utc};

use crate::id::{CaseId, ProtocolInstanceId, StaffId, StepEventId};
use crate::protocol::StepEventType;
use crate::record::{Column, ColumnType, code, record};

impl Column for StepEventType {
    const TYPE: ColumnType = ColumnType::Text;
}

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
    ProtocolInstance: ProtocolInstanceId, about: case(case) {
        /// Which case.
        case: Option<CaseId> => Once, Care;
        /// Which protocol.
        protocol: Option<String> => Once, Care;
        /// Which version of it.
        version: Option<u32> => Once, Care;
        /// Civil day from which windows are counted.
        started_on: Option<NaiveDate> => Once, Care;
        /// Who started it.
        started_by: Option<StaffId> => Once, Care;
    }
}

record! {
    /// Something that happened to a step.
    StepEvent: StepEventId, about: case(case) {
        /// Which case.
        case: Option<CaseId> => Once, Care;
        /// Which instance.
        instance: Option<ProtocolInstanceId> => Once, Care;
        /// Which step of the definition.
        step: Option<String> => Once, Care;
        /// What happened.
        event: Option<StepEventType> => Once, Care;
        /// When it was recorded, UTC.
        at: Option<DateTime<Utc>> => Once, Care;
        /// Civil day on which it happened.
        day: Option<NaiveDate> => Once, Care;
        /// By whom.
        by: Option<StaffId> => Once, Care;
        /// With which outcome of the definition.
        outcome: Option<String> => Once, Care;
        /// A word on it.
        note: Option<String> => Once, Care;
        /// Put off until this day.
        until: Option<NaiveDate> => Once, Care;
        /// The event this one corrects.
        corrects: Option<StepEventId> => Once, Care;
    }
}

record! {
    /// A paper a step asks for: seen, copied or missing.
    StepDocument: StepDocumentId, about: case(case) {
        /// Which case.
        case: Option<CaseId> => Once, Care;
        /// Which instance.
        instance: Option<ProtocolInstanceId> => Once, Care;
        /// Which step.
        step: Option<String> => Once, Care;
        /// Which paper of the definition.
        document: Option<String> => Once, Care;
        /// What was done with it.
        status: Option<DocumentStatus> => Latest, Care;
        /// Civil day of that.
        day: Option<NaiveDate> => Latest, Care;
    }
}
