//! Every command, declared once: its name, its argument, its answer, who may call it.
//!
//! From this table come the dispatcher, the JSON Schemas of `jisr-cli commands` and the TypeScript of the
//! interface.

use schemars::{Schema, SchemaGenerator};
use serde_json::Value;

use crate::core::Core;
use crate::error::CommandError;
use crate::session::Session;
use crate::types::TypeScript;
use jisr_domain::appointment::Appointment;
use jisr_domain::entitlement::Entitlement;
use jisr_domain::household::{Household, HouseholdMember};
use jisr_domain::note::Flag;
use jisr_domain::partner::Partner;
use jisr_domain::person::{Contact, Person};
use jisr_domain::reception::Reception;
use jisr_domain::record::Kind;
use jisr_domain::role::Role;
use jisr_domain::situation::Situation;
use jisr_domain::visit::Visit;
use jisr_store::Local;

/// Who may call a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody at the keyboard, before unlocking: nothing about a person is behind it.
    Unauthenticated,
    /// Anybody who unlocked.
    Everyone,
    /// Who meets people: reception and those who follow cases.
    MeetsPeople,
    /// Who follows cases.
    FollowsCases,
    /// Who keeps accounts: director and administrator.
    KeepsAccounts,
    /// Who brings whole lists into the register, and takes them back.
    ImportsLists,
    /// Who takes lists out of the program.
    ExportsLists,
    /// Who keeps the directory: those who follow cases, and the administrator.
    KeepsDirectory,
}

impl Access {
    /// Whether `role` may call it.
    pub fn allows(self, role: Role) -> bool {
        match self {
            Access::Unauthenticated | Access::Everyone => true,
            Access::MeetsPeople => role.meets_people(),
            Access::FollowsCases => role.follows_cases(),
            Access::KeepsAccounts => role.keeps_accounts(),
            Access::ImportsLists => role.imports_lists(),
            Access::ExportsLists => role.exports_lists(),
            Access::KeepsDirectory => role.keeps_directory(),
        }
    }
}

type Run = fn(&Core, Value) -> Result<Value, CommandError>;
type RunIn = fn(&Session<'_>, Value) -> Result<Value, CommandError>;

/// How a command runs.
#[derive(Clone, Copy)]
pub enum Handler {
    /// Before unlocking.
    Unauthenticated(Run),
    /// From an unlocked session.
    Within(RunIn),
}

/// A command.
#[derive(Clone, Copy)]
pub struct Command {
    /// `noun.verb`.
    pub name: &'static str,
    /// Who may call it.
    pub access: Access,
    /// How it runs.
    pub handler: Handler,
    /// What its answer is made of, when it only reads: a view of it is asked for again once one of these was written.
    /// Nothing for what writes, and for a document made when it is asked for; the interface cannot keep such an answer.
    pub reads: Option<Reads>,
    /// Schema of its argument.
    pub args: fn(&mut SchemaGenerator) -> Schema,
    /// Schema of its answer.
    pub result: fn(&mut SchemaGenerator) -> Schema,
    /// TypeScript of its argument.
    pub args_ts: fn(&mut TypeScript) -> String,
    /// TypeScript of its answer.
    pub result_ts: fn(&mut TypeScript) -> String,
}

/// What the answer of a command is made of. Held to what is really read by `crates/cli/src/demo/tests/reads.rs`.
#[derive(Clone, Copy, Debug)]
pub struct Reads {
    /// Kinds of records, those included by which it is decided who may see.
    pub kinds: &'static [Kind],
    /// What this device keeps beside the records.
    pub local: &'static [Local],
}

impl Reads {
    /// The codes that `changes` of an answer may name.
    pub fn codes(&self) -> Vec<&'static str> {
        let kinds = self.kinds.iter().map(|kind| kind.code());
        kinds
            .chain(self.local.iter().map(|local| local.code()))
            .collect()
    }
}

fn read<T: serde::de::DeserializeOwned>(payload: Value) -> Result<T, CommandError> {
    let payload = if payload.is_null() {
        Value::Object(serde_json::Map::new())
    } else {
        payload
    };
    serde_json::from_value(payload).map_err(CommandError::argument)
}

fn answer<T: serde::Serialize>(answer: T) -> Result<Value, CommandError> {
    serde_json::to_value(answer).map_err(CommandError::answer)
}

macro_rules! reads {
    () => { None };
    (every $(+ [$($local:ident)+])?) => {
        Some(Reads { kinds: Kind::ALL, local: &[$($(Local::$local),+)?] })
    };
    ([$($kind:ident)*] $(+ [$($local:ident)+])?) => {
        Some(Reads { kinds: &[$(Kind::$kind),*], local: &[$($(Local::$local),+)?] })
    };
}

macro_rules! commands {
    (
        door { $(
            $dname:literal: $dmod:ident :: $dfn:ident ($dargs:ty) -> $dres:ty
            $(, reads $dreads:tt $(+ $dlocal:tt)?)?;
        )+ }
        within { $(
            $name:literal: $module:ident :: $fun:ident ($args:ty) -> $res:ty, $access:ident
            $(, reads $reads:tt $(+ $local:tt)?)?;
        )+ }
    ) => {
        /// Every command.
        pub const COMMANDS: &[Command] = &[
            $(Command {
                name: $dname,
                access: Access::Unauthenticated,
                handler: Handler::Unauthenticated(|core, payload| answer($dmod::$dfn(core, read(payload)?)?)),
                reads: reads!($($dreads $(+ $dlocal)?)?),
                args: |generator| generator.subschema_for::<$dargs>(),
                result: |generator| generator.subschema_for::<$dres>(),
                args_ts: |types| types.name::<$dargs>(),
                result_ts: |types| types.name::<$dres>(),
            },)+
            $(Command {
                name: $name,
                access: Access::$access,
                handler: Handler::Within(|session, payload| answer($module::$fun(session, read(payload)?)?)),
                reads: reads!($($reads $(+ $local)?)?),
                args: |generator| generator.subschema_for::<$args>(),
                result: |generator| generator.subschema_for::<$res>(),
                args_ts: |types| types.name::<$args>(),
                result_ts: |types| types.name::<$res>(),
            },)+
        ];
    };
}

use crate::view::*;
use crate::{
    amount, appointment, attachment, attention, case, center, clock, consent, contact, device,
    diagnostic, draft, duplicate, entitlement, export, flag, household, import, intake, note,
    partner, person, reception, referral, service, session, settings, situation, sync, territory,
    today, track, user, visit,
};
use crate::{
    amount::{AmountRead, ReadAmountArgs},
    appointment::*,
    attachment::*,
    attention::*,
    case::*,
    center::*,
    clock::{AcceptClockArgs, ClockStatus},
    consent::*,
    device::*,
    diagnostic::*,
    draft::*,
    duplicate::*,
    entitlement::*,
    export::*,
    flag::AddFlagArgs,
    household::*,
    import::*,
    intake::*,
    note::*,
    partner::*,
    person::*,
    reception::*,
    referral::*,
    service::*,
    settings::*,
    situation::*,
    sync::*,
    territory::*,
    today::*,
    track::*,
    visit::*,
};

commands! {
    door {
        "device.status": device::status(Empty) -> DeviceStatus, reads [Center Staff] + [Session Settings];
        "device.set_up": device::set_up(SetUpArgs) -> SetUpDone;
        "device.join": device::join(JoinArgs) -> SetUpDone;
        "session.unlock": session::unlock(UnlockArgs) -> SessionView;
        "session.recover": session::recover(RecoverArgs) -> SessionView;
        "session.lock": session::lock(Empty) -> Empty;
        "territory.provinces": territory::provinces(Empty) -> Vec<Place>, reads [];
        "territory.communes": territory::communes(CommunesArgs) -> Vec<Place>, reads [];
    }
    within {
        "session.stay": session::stay(Empty) -> Empty, Everyone;
        "device.enrol": device::enrol(EnrolArgs) -> Enrolled, KeepsAccounts;
        "device.recovery_slip": device::recovery_slip(RecoverySlipArgs) -> Document, Everyone;
        "device.replace_recovery_code": device::replace_recovery_code(ReplaceRecoveryCodeArgs) -> RecoveryCodeReplaced, Everyone;
        "user.add": user::add(AddUserArgs) -> StaffCard, KeepsAccounts;
        "user.open": user::open(OpenUserArgs) -> StaffCard, KeepsAccounts;
        "user.close": user::close(CloseUserArgs) -> Empty, KeepsAccounts;
        "user.on_device": user::device_list(Empty) -> Vec<DeviceUser>, Everyone, reads [Staff] + [Settings];
        "user.list": user::list(Empty) -> Vec<StaffCard>, Everyone, reads [Staff];
        "user.change_passphrase": user::change_passphrase(ChangePassphraseArgs) -> Empty, Everyone;
        "settings.get": settings::get(Empty) -> Settings, Everyone, reads [] + [Settings];
        "settings.set": settings::set(Settings) -> Settings, Everyone;
        "center.get": center::get(Empty) -> CenterView, Everyone, reads [Center Attachment] + [Device];
        "center.update": center::update(UpdateCenterArgs) -> Written, KeepsAccounts;
        "center.set_logo": center::set_logo(SetLogoArgs) -> Empty, KeepsAccounts;
        "diagnostic.get": diagnostic::get(Empty) -> Diagnostics, KeepsAccounts, reads [] + [Diagnostic Attention];
        "clock.status": clock::status(Empty) -> ClockStatus, Everyone, reads [] + [Session Clock Settings Device];
        "clock.accept": clock::accept(AcceptClockArgs) -> ClockStatus, Everyone;
        "today.center": today::center(TodayArgs) -> CenterToday, FollowsCases, reads [Staff Appointment Case CaseEvent Visit];
        "today.get": today::get(today::TodayArgs) -> Today, MeetsPeople, reads every + [Attention];
        "person.search": person::search(SearchArgs) -> SearchResult, MeetsPeople, reads [Staff Person SamePerson Case CaseEvent];
        "person.check": person::check(RegisterArgs) -> PersonChecked, MeetsPeople, reads [Staff Person SamePerson Case CaseEvent];
        "person.duplicates": person::duplicates(DuplicatesArgs) -> Duplicates, MeetsPeople, reads [Staff Person SamePerson Case CaseEvent];
        "person.register": person::register(RegisterArgs) -> Written, MeetsPeople;
        "person.get": person::get(PersonArgs) -> PersonView, MeetsPeople, reads [Staff Person SamePerson Contact Entitlement Situation Household HouseholdMember Reception Appointment Case CaseEvent Consent Attachment ProtocolInstance StepEvent];
        "person.update": person::update(Edit<Person>) -> Written, MeetsPeople;
        "duplicate.list": duplicate::list(DuplicateListArgs) -> DuplicateList, MeetsPeople, reads [Staff Person SamePerson Case CaseEvent] + [Duplicate];
        "duplicate.scan": duplicate::scan(ScanArgs) -> Scanned, MeetsPeople;
        "duplicate.unsure": duplicate::unsure(PairArgs) -> Empty, MeetsPeople;
        "duplicate.compare": duplicate::compare(PairArgs) -> Comparison, MeetsPeople, reads [Staff Person SamePerson Household HouseholdMember Reception Case CaseEvent] + [Duplicate];
        "duplicate.same": duplicate::same(StateArgs) -> Written, MeetsPeople;
        "duplicate.different": duplicate::different(StateArgs) -> Written, MeetsPeople;
        "duplicate.undo": duplicate::undo(UndoArgs) -> Empty, MeetsPeople;
        "contact.add": contact::add(AddContactArgs) -> Written, MeetsPeople;
        "contact.update": contact::update(Edit<Contact>) -> Written, MeetsPeople;
        "entitlement.record": entitlement::record(RecordEntitlementArgs) -> Written, FollowsCases;
        "entitlement.update": entitlement::update(Edit<Entitlement>) -> Written, FollowsCases;
        "attachment.add": attachment::add(AddAttachmentArgs) -> Written, MeetsPeople;
        "attachment.get": attachment::get(AttachmentArgs) -> Document, MeetsPeople, reads [Staff Case CaseEvent Attachment];
        "attachment.withdraw": attachment::withdraw(WithdrawAttachmentArgs) -> Written, MeetsPeople;
        "household.add_member": household::add_member(AddMemberArgs) -> Written, MeetsPeople;
        "household.update_member": household::update_member(Edit<HouseholdMember>) -> Written, MeetsPeople;
        "household.leave": household::leave(LeaveArgs) -> Written, MeetsPeople;
        "household.kinships": household::kinships(KinshipsArgs) -> Vec<KinshipProposal>, MeetsPeople, reads [Staff HouseholdMember Case CaseEvent];
        "household.change_head": household::change_head(ChangeHeadArgs) -> Written, MeetsPeople;
        "household.update": household::update(Edit<Household>) -> Written, MeetsPeople;
        "form.list": situation::forms(Empty) -> Forms, FollowsCases, reads [];
        "situation.record": situation::record(RecordSituationArgs) -> Written, FollowsCases;
        "situation.update": situation::update(Edit<Situation>) -> Written, FollowsCases;
        "reception.open": reception::open(OpenReceptionArgs) -> ReceptionOpened, MeetsPeople;
        "reception.update": reception::update(Edit<Reception>) -> Written, MeetsPeople;
        "reception.list": reception::list(ReceptionsArgs) -> Vec<ReceptionView>, MeetsPeople, reads [Staff Person SamePerson Reception Case CaseEvent];
        "reception.receipt": reception::receipt(ReceiptArgs) -> Document, MeetsPeople;
        "intake.finish": intake::finish(FinishIntakeArgs) -> IntakeFinished, MeetsPeople;
        "case.open": case::open(OpenCaseArgs) -> CaseOpened, FollowsCases;
        "case.get": case::get(CaseArgs) -> CaseView, FollowsCases, reads [Staff Partner Person SamePerson Contact Situation Household HouseholdMember Reception Appointment Case CaseEvent Consent Attachment ProtocolInstance StepEvent StepDocument Visit Service Note Referral ReferralEvent] + [Device];
        "case.list": case::list(CasesArgs) -> Cases, FollowsCases, reads [Staff Person SamePerson Contact HouseholdMember Case CaseEvent ProtocolInstance StepEvent];
        "case.timeline": case::timeline(TimelineArgs) -> Timeline, FollowsCases, reads [Staff Partner Appointment Case CaseEvent Consent ProtocolInstance StepEvent Visit Service Note Referral ReferralEvent];
        "case.update": case::update(case::EditCaseArgs) -> Written, FollowsCases;
        "case.assign": case::assign(AssignArgs) -> Written, FollowsCases;
        "case.give_reader": case::give_reader(case::GiveReaderArgs) -> Written, FollowsCases;
        "case.unassign": case::unassign(UnassignArgs) -> Written, FollowsCases;
        "case.unfinished": case::unfinished(CaseArgs) -> Vec<Unfinished>, FollowsCases, reads [Staff Partner Person SamePerson Contact HouseholdMember Appointment Case CaseEvent ProtocolInstance StepEvent Visit Referral ReferralEvent] + [Draft];
        "case.close": case::close(CloseArgs) -> Written, FollowsCases;
        "case.reopen": case::reopen(ReopenArgs) -> Written, FollowsCases;
        "protocol.list": track::protocols(Empty) -> Vec<ProtocolCard>, FollowsCases, reads [];
        "protocol.start": track::start(StartArgs) -> Written, FollowsCases;
        "step.record": track::record_step(RecordStepArgs) -> Written, FollowsCases;
        "step.document": track::record_document(StepDocumentArgs) -> Written, FollowsCases;
        "appointment.create": appointment::create(CreateAppointmentArgs) -> Written, MeetsPeople;
        "appointment.update": appointment::update(Edit<Appointment>) -> Written, MeetsPeople;
        "appointment.list": appointment::list(AppointmentsArgs) -> Vec<AppointmentView>, MeetsPeople, reads [Staff Person SamePerson Appointment Case CaseEvent];
        "appointment.slip": appointment::slip(SlipArgs) -> Document, MeetsPeople;
        "visit.plan": visit::plan(PlanVisitArgs) -> Written, FollowsCases;
        "visit.update": visit::update(Edit<Visit>) -> Written, FollowsCases;
        "visit.list": visit::list(VisitsArgs) -> Vec<VisitView>, FollowsCases, reads [Staff Person SamePerson Household HouseholdMember Case CaseEvent Visit];
        "amount.read": amount::read(ReadAmountArgs) -> AmountRead, FollowsCases, reads [];
        "service.give": service::give(GiveArgs) -> Written, FollowsCases;
        "flag.list": flag::list(PersonArgs) -> Vec<RecordView<Flag>>, MeetsPeople, reads [Staff SamePerson Case CaseEvent Flag];
        "flag.add": flag::add(AddFlagArgs) -> Written, MeetsPeople;
        "flag.update": flag::update(Edit<Flag>) -> Written, MeetsPeople;
        "note.add": note::add(AddNoteArgs) -> Written, FollowsCases;
        "consent.record": consent::record(RecordConsentArgs) -> Written, FollowsCases;
        "consent.form": consent::form(ConsentFormArgs) -> Document, FollowsCases;
        "consent.withdraw": consent::withdraw(WithdrawArgs) -> Written, FollowsCases;
        "referral.create": referral::create(CreateReferralArgs) -> ReferralCreated, FollowsCases;
        "referral.get": referral::get(ReferralArgs) -> ReferralView, FollowsCases, reads [Staff Partner Person SamePerson Case CaseEvent Referral ReferralEvent];
        "referral.find": referral::find(FindReferralArgs) -> ReferralView, FollowsCases, reads [Staff Partner Person SamePerson Case CaseEvent Referral ReferralEvent];
        "referral.list": referral::list(ReferralsArgs) -> Vec<ReferralRow>, FollowsCases, reads [Staff Partner Person SamePerson Case CaseEvent Referral ReferralEvent];
        "referral.record": referral::record(RecordReferralArgs) -> Written, FollowsCases;
        "referral.letter": referral::letter(ReferralArgs) -> Document, FollowsCases;
        "partner.list": partner::list(PartnersArgs) -> Vec<PartnerView>, Everyone, reads [Staff Partner Case CaseEvent Referral ReferralEvent];
        "partner.create": partner::create(CreatePartnerArgs) -> Written, KeepsDirectory;
        "partner.update": partner::update(Edit<Partner>) -> Written, KeepsDirectory;
        "draft.save": draft::save(SaveDraftArgs) -> Draft, MeetsPeople;
        "draft.get": draft::get(DraftArgs) -> Draft, MeetsPeople, reads [] + [Draft];
        "draft.list": draft::list(DraftsArgs) -> Vec<Draft>, MeetsPeople, reads [] + [Draft];
        "draft.discard": draft::discard(DraftArgs) -> Empty, MeetsPeople;
        "attention.list": attention::list(Empty) -> Attention, MeetsPeople, reads every + [Attention];
        "attention.retry": attention::retry(RefusedArgs) -> Written, MeetsPeople;
        "attention.dismiss": attention::dismiss(RefusedArgs) -> Empty, MeetsPeople;
        "conflict.resolve": attention::resolve(ResolveArgs) -> Written, MeetsPeople;
        "import.open": import::open(OpenListArgs) -> ListOpened, ImportsLists;
        "import.sheet": import::sheet(SheetArgs) -> ListOpened, ImportsLists;
        "import.reread": import::reread(ImportArgs) -> ListOpened, ImportsLists;
        "import.preview": import::preview(PreviewArgs) -> ListPreview, ImportsLists, reads [Import];
        "import.check": import::check(CheckListArgs) -> ImportStatus, ImportsLists;
        "import.known": import::known(KnownArgs) -> ListKnown, ImportsLists, reads [Person SamePerson Import Case];
        "import.start": import::start(StartImportArgs) -> ImportStatus, ImportsLists;
        "import.resume": import::resume(ImportArgs) -> ImportStatus, ImportsLists;
        "import.status": import::status(Empty) -> ImportStatus, ImportsLists, reads [Import];
        "import.stop": import::stop(Empty) -> ImportStatus, ImportsLists;
        "import.close": import::close(ImportArgs) -> Empty, ImportsLists;
        "import.list": import::list(Empty) -> Vec<ImportView>, ImportsLists, reads [Staff Import];
        "import.undo": import::undo(ImportArgs) -> ImportStatus, ImportsLists;
        "import.restore": import::restore(ImportArgs) -> ImportStatus, ImportsLists;
        "import.kept": import::kept(ImportArgs) -> ImportKept, ImportsLists, reads [Staff Person Import Case CaseEvent];
        "import.error_sheet": import::error_sheet(ErrorSheetArgs) -> Document, ImportsLists;
        "export.people": export::people(ExportPeopleArgs) -> Document, ExportsLists;
        "export.cases": export::cases(ExportCasesArgs) -> Document, ExportsLists;
        "sync.status": sync::status(Empty) -> SyncStatus, Everyone, reads every + [Settings Attention Device];
        "sync.start": sync::start(Empty) -> SyncStatus, Everyone;
        "sync.stop": sync::stop(Empty) -> SyncStatus, Everyone;
    }
}
