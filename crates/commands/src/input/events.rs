//! Kinds without a rule of their own that only the register can answer: events written once, and records their own verbs
//! write.

use jisr_domain::case::{CaseEvent, Readerless};
use jisr_domain::center::{Center, Staff};
use jisr_domain::import::Import;
use jisr_domain::person::SamePerson;
use jisr_domain::referral::{Referral, ReferralEvent, ReferralPacket};
use jisr_domain::track::{ProtocolInstance, StepDocument, StepEvent};

use super::WriteRules;

impl WriteRules for Center {}
impl WriteRules for Staff {}
impl WriteRules for Import {}
impl WriteRules for SamePerson {}
impl WriteRules for CaseEvent {}
impl WriteRules for Readerless {}
impl WriteRules for ProtocolInstance {}
impl WriteRules for StepEvent {}
impl WriteRules for StepDocument {}
impl WriteRules for Referral {}
impl WriteRules for ReferralEvent {}
impl WriteRules for ReferralPacket {}
