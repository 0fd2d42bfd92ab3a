//! What a passage led to, written at once.

use jisr_domain::case::{CaseType, Confidentiality};
use jisr_domain::consent::{Consent, ConsentForm, GivenBy, Purpose};
use jisr_domain::id::{CaseId, ConsentId, PersonId, ReceptionId};
use jisr_domain::note::{Note, NoteKind};
use jisr_domain::reception::Reception;
use jisr_domain::situation::Situation;
use jisr_store::Tx;
use serde_json::json;

use super::{FinishIntakeArgs, IntakeCase, IntakeFinished};
use crate::case::{OpenCaseArgs, open_in};
use crate::clock::believed;
use crate::code::Code;
use crate::draft::drop_draft;
use crate::error::CommandError;
use crate::input::{clean_text, create_in, id, update_in};
use crate::person::are_one;
use crate::referral::{CreateReferralArgs, create_in as refer};
use crate::session::Session;

/// The act, where what is done already is kept.
const ACT: &str = "intake";

/// `intake.finish`: whatever came after the arrival, in one transaction with the draft it was kept in. Cut anywhere, all of it
/// happened or nothing did. Asked for again of a passage already finished here, it answers the same and writes nothing.
///
/// # Errors
/// Those of each thing it writes; then nothing of it is written. [`CommandError::Rule`] with `clock_doubtful`;
/// [`CommandError::Forbidden`] to whoever follows no cases, for what is written in them; [`CommandError::Field`] with
/// `other_person` when the passage is somebody else's.
pub fn finish(
    session: &Session<'_>,
    args: FinishIntakeArgs,
) -> Result<IntakeFinished, CommandError> {
    if args.is_care() && !session.me().role.follows_cases() {
        return Err(CommandError::Forbidden);
    }
    if args.opens.is_some() {
        believed(session)?;
    }
    let passage = id(&args.reception.id)?;
    session.write(|tx| {
        if let Some(done) = tx.reader().act(ACT, passage)? {
            return serde_json::from_str(&done).map_err(CommandError::answer);
        }
        let finished = write(session, tx, args)?;
        let answer = serde_json::to_string(&finished).map_err(CommandError::answer)?;
        tx.keep_act(ACT, passage, &answer)?;
        Ok(finished)
    })
}

fn write(
    session: &Session<'_>,
    tx: &mut Tx<'_>,
    args: FinishIntakeArgs,
) -> Result<IntakeFinished, CommandError> {
    let draft = args.draft.as_deref().map(id).transpose()?;
    let confirmed = args.confirmed;
    let mut reception = args.reception;
    let passage = reception.id.clone();
    let person = match args.register {
        Some(person) => {
            let person = create_in(session, tx, &person, None)?;
            reception.patch.insert("person".to_owned(), json!(person));
            Some(person)
        }
        None => args.person,
    };
    // Over what the arrival showed: what a colleague wrote since stays beside it.
    update_in(session, tx, reception)?;
    is_theirs(session, tx, &passage, person)?;
    let case = match args.opens {
        Some(opens) => {
            let open = opening(opens, person, passage, args.situation.as_ref())?;
            let opened = open_in(session, tx, open)?.case;
            // What follows is written in it, by somebody who may.
            tx.settle_access()?;
            Some(opened)
        }
        None => args.case,
    };
    let told = args.note.as_deref().map(|text| clean_text("note", text));
    if let Some(body) = told.transpose()?.flatten() {
        let said = Note {
            person,
            case,
            kind: Some(NoteKind::Listening),
            body: Some(body),
            ..Note::default()
        };
        create_in(session, tx, &said, None)?;
    }
    if let Some(situation) = args.situation {
        let situation = Situation {
            person,
            case,
            ..situation
        };
        create_in(session, tx, &situation, confirmed)?;
    }
    let referral = match args.referral {
        Some(referral) => {
            let consent = if args.agrees {
                Some(agreed(session, tx, person, case)?)
            } else {
                referral.consent
            };
            let create = CreateReferralArgs {
                referral: jisr_domain::referral::Referral {
                    case,
                    consent,
                    ..referral
                },
                send: true,
                draft: None,
            };
            Some(refer(session, tx, create)?.referral)
        }
        None => None,
    };
    if let Some(service) = args.service {
        let service = jisr_domain::service::Service {
            person,
            case,
            ..service
        };
        create_in(session, tx, &service, confirmed)?;
    }
    let appointment = match args.appointment {
        Some(appointment) => {
            let appointment = jisr_domain::appointment::Appointment {
                person,
                case,
                ..appointment
            };
            Some(create_in(session, tx, &appointment, None)?.to_string())
        }
        None => None,
    };
    drop_draft(tx, session, draft)?;
    Ok(IntakeFinished {
        person,
        case,
        referral,
        appointment,
    })
}

/// Makes sure that the passage is of the person it is finished for.
fn is_theirs(
    session: &Session<'_>,
    tx: &Tx<'_>,
    passage: &str,
    person: Option<PersonId>,
) -> Result<(), CommandError> {
    let held = tx.reader().find::<Reception>(ReceptionId(id(passage)?))?;
    let received = held.and_then(|held| held.person);
    match received.zip(person) {
        Some((received, person)) if !are_one(tx.reader(), session, received, person)? => {
            Err(CommandError::Field {
                field: "reception",
                code: Code::OtherPerson,
            })
        }
        _ => Ok(()),
    }
}

/// What was said is confidential even where the type of the case alone is not.
fn opening(
    opens: IntakeCase,
    person: Option<PersonId>,
    passage: String,
    situation: Option<&Situation>,
) -> Result<OpenCaseArgs, CommandError> {
    let by_type = CaseType::default_confidentiality(opens.case_type);
    let said = situation.is_some_and(Situation::is_confidential);
    Ok(OpenCaseArgs {
        person: person.ok_or(CommandError::Field {
            field: "person",
            code: Code::Required,
        })?,
        case_type: opens.case_type,
        situation: opens.situation,
        confidentiality: (said && !by_type.keeps_apart()).then_some(Confidentiality::Restricted),
        named: Vec::new(),
        lead: None,
        protocol: opens.protocol,
        reception: Some(passage),
    })
}

fn agreed(
    session: &Session<'_>,
    tx: &mut Tx<'_>,
    person: Option<PersonId>,
    case: Option<CaseId>,
) -> Result<ConsentId, CommandError> {
    let consent = Consent {
        person,
        case,
        purposes: vec![Purpose::Referral],
        given_by: Some(GivenBy::Person),
        form: Some(ConsentForm::Oral),
        ..Consent::default()
    };
    create_in(session, tx, &consent, None)
}
