//! A value chosen among those of a field: an ordinary write, under the rules of its record.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use jisr_domain::with_kind;

use super::ResolveArgs;
use crate::error::CommandError;
use crate::input::WriteRules;
use crate::session::Session;
use crate::view::{Edit, Written};

/// `conflict.resolve`
///
/// # Errors
/// Those of the command that edits such a record; [`CommandError::NotFound`] for a kind the role never writes.
pub fn resolve(session: &Session<'_>, args: ResolveArgs) -> Result<Written, CommandError> {
    if !session.me().role.may_write(args.kind) {
        return Err(CommandError::NotFound);
    }
    with_kind!(args.kind, R => R::resolve(session, edit(args)))
}

/// The choice, as the edit it is.
fn edit<R>(args: ResolveArgs) -> Edit<R> {
    Edit {
        id: args.id,
        seen: args.seen,
        patch: BTreeMap::from([(args.field, args.value)]),
        // What is chosen among the values of a field was confirmed when it was written.
        confirmed: None,
        of: PhantomData,
    }
}
