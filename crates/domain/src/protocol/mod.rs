//! Protocols of assistance and care (بروتوكولات المساعدة والتكفل الاجتماعي): data, and the engine that folds
//! what happened in a case into where the case stands.
//!
//! A protocol is a versioned definition in `assets/protocols/`. A case keeps the version it started on, so
//! every published version stays in the library. What happens to a step is an event, written once; the
//! state is folded from the set of events, in whatever order they arrived.
//!
//! Two rules hold for every protocol. Any step may end because the person does not wish it
//! ([`StepEventType::Declined`]) or because it cannot be done ([`StepEventType::NotPossible`]), and the
//! steps after it open all the same. And what others do (police, court, hospital) is awaited, never
//! required: a complaint or a certificate is nobody's condition for help.

mod alarm;
mod check;
mod condition;
mod definition;
mod event;
mod facts;
mod fold;
mod history;
mod library;
mod state;

pub use alarm::Alarm;
pub use check::ProtocolError;
pub use definition::{
    Certainty, DocumentDefinition, Label, LegalReference, OutcomeDefinition, Phase,
    ProtocolDefinition, ProtocolStatus, SAFE_CONTACT, StepDefinition, StepKind, Trigger, Window,
};
pub use event::{DECLINED, NOT_POSSIBLE, StepEvent, StepEventType};
pub use facts::{ASKABLE, CaseFacts, Facts, Kin, PersonFacts, has_identity_papers};
pub use fold::fold;
pub use library::{current, find, for_case_type, library, parse};
pub use state::{InstanceState, StepState, StepStatus};

#[cfg(test)]
mod tests;
