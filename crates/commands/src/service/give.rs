//! A service given.

use jisr_domain::amount::AmountOf;
use jisr_domain::id::ServiceId;
use jisr_domain::service::Service;

use super::GiveArgs;
use crate::amount;
use crate::code::Code;
use crate::error::CommandError;
use crate::input::{about, clean_record, happened};
use crate::session::Session;
use crate::view::Written;

/// `service.give`
///
/// # Errors
/// [`CommandError::Field`] with `required`, `day_to_come`, `other_person` or a code of amounts;
/// [`CommandError::NotFound`]; the database.
pub fn give(session: &Session<'_>, args: GiveArgs) -> Result<Written, CommandError> {
    let mut service: Service = clean_record(&args.service)?;
    if service.service_type.is_none() {
        return Err(CommandError::Field {
            field: "service_type",
            code: Code::Required,
        });
    }
    if let Some(amount) = service.amount {
        let confirmed = args.confirmed.unwrap_or(false);
        amount::take("amount", AmountOf::Aid, amount, confirmed, &[])?;
    }
    service.day = Some(happened(session, service.day)?);
    service.at = Some(session.now());
    service.by = Some(session.staff());
    let new = ServiceId(session.new_id());
    session.write(|tx| {
        service.person = Some(about(tx.reader(), session, service.person, service.case)?);
        if let Some(corrected) = service.corrects {
            let held = tx
                .reader()
                .get::<Service>(corrected)?
                .ok_or(CommandError::NotFound)?;
            if (held.record.case, held.record.person) != (service.case, service.person) {
                return Err(CommandError::NotFound);
            }
        }
        tx.create(new, &service)?;
        Ok(())
    })?;
    Ok(Written {
        id: new.to_string(),
    })
}
