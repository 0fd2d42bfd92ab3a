//! An attachment added by mistake, taken back.

use jisr_domain::attachment::Attachment;
use jisr_domain::record::{Fields, Kind};
use serde_json::json;

use super::{WithdrawAttachmentArgs, visible};
use crate::code::Code;
use crate::error::CommandError;
use crate::input::{Patch, WriteRules, clean_text, edit, is_author, seen};
use crate::session::Session;
use crate::view::{Edit, Written};

/// `attachment.withdraw`: once taken back anywhere it is. Who does not follow cases takes back what they added; the
/// center's logo, whoever keeps its accounts.
///
/// # Errors
/// [`CommandError::Field`] with `required` or `text_too_long`; [`CommandError::Rule`] with `stale_view`;
/// [`CommandError::Forbidden`]; [`CommandError::NotFound`]; the database.
pub fn withdraw(
    session: &Session<'_>,
    args: WithdrawAttachmentArgs,
) -> Result<Written, CommandError> {
    let reason = clean_text("reason", args.reason.as_deref().unwrap_or_default())?.ok_or(
        CommandError::Field {
            field: "reason",
            code: Code::Required,
        },
    )?;
    let patch = Patch {
        id: args.attachment.0,
        fields: Fields::from([
            ("withdrawn_on".to_owned(), json!(session.today())),
            ("withdrawn_reason".to_owned(), json!(reason)),
        ]),
        seen: seen(&args.seen)?,
    };
    write(session, patch)
}

/// Chooses among several reasons, or days.
///
/// # Errors
/// Those of [`withdraw`]; [`CommandError::Argument`] for any other field.
pub fn settle(session: &Session<'_>, args: Edit<Attachment>) -> Result<Written, CommandError> {
    let patch = edit::<Attachment>(args, &["withdrawn_on", "withdrawn_reason"])?;
    write(session, patch)
}

fn write(session: &Session<'_>, patch: Patch) -> Result<Written, CommandError> {
    session.write(|tx| {
        let held = visible(tx.reader(), session, patch.id.into())?;
        if !may_withdraw(session, &held.record) {
            return Err(CommandError::Forbidden);
        }
        tx.update(
            Kind::Attachment,
            patch.id,
            patch.fields.clone(),
            &patch.seen,
        )?;
        Ok(())
    })?;
    Ok(Written {
        id: patch.id.to_string(),
    })
}

/// Whether the one at work may take back what they may see.
pub(super) fn may_withdraw(session: &Session<'_>, record: &Attachment) -> bool {
    let role = session.me().role;
    if record.is_the_centers() {
        role.keeps_accounts()
    } else {
        role.follows_cases() || is_author(session, record.by)
    }
}

impl WriteRules for Attachment {
    fn resolve(session: &Session<'_>, edit: Edit<Self>) -> Result<Written, CommandError> {
        settle(session, edit)
    }
}
