//! What an edit must bring, and what it may change.

use jisr_domain::record::{Fields, MergeClass, Record};
use jisr_sync::Seen;
use serde_json::Value;
use uuid::Uuid;

use super::clean::clean_fields;
use super::refused;
use crate::code::Code;
use crate::error::CommandError;
use crate::record::is_in_case;
use crate::session::Session;
use crate::view::Edit;

/// An edit, ready for the door.
#[derive(Clone, Debug)]
pub struct Patch {
    /// Which record.
    pub id: Uuid,
    /// The values, cleaned.
    pub fields: Fields,
    /// What the view showed.
    pub seen: Seen,
}

/// What a view showed, as handed back.
///
/// # Errors
/// [`CommandError::Rule`] with `stale_view`.
pub fn seen(token: &str) -> Result<Seen, CommandError> {
    Seen::from_token(token).map_err(|_| CommandError::Rule(Code::StaleView))
}

/// The id of a record, as handed back.
///
/// # Errors
/// [`CommandError::NotFound`] when it is no id at all.
pub fn id(text: &str) -> Result<Uuid, CommandError> {
    text.parse().map_err(|_| CommandError::NotFound)
}

/// Reads an edit of an `R`: only fields among `allowed`, never one written once, each of the right shape.
///
/// # Errors
/// [`CommandError::Rule`] with `stale_view`; [`CommandError::Argument`]; those of [`clean_fields`].
pub fn edit<R: Record>(edit: Edit<R>, allowed: &[&str]) -> Result<Patch, CommandError> {
    match edit
        .patch
        .keys()
        .find(|name| !allowed.contains(&name.as_str()))
    {
        Some(name) => Err(refused(name, "cannot be changed")),
        None => edit_any::<R>(edit),
    }
}

/// Reads an edit of an `R` that may touch any field not written once.
///
/// # Errors
/// Those of [`edit`].
pub fn edit_any<R: Record>(edit: Edit<R>) -> Result<Patch, CommandError> {
    let mut fields: Fields = edit.patch;
    let once = |name: &String| {
        R::DEFINITION
            .field(name)
            .is_some_and(|field| field.class == MergeClass::Once)
    };
    if let Some(name) = fields.keys().find(|name| once(name)) {
        return Err(refused(name, "cannot be changed"));
    }
    clean_fields(R::KIND, &mut fields)?;
    R::from_fields(&fields).map_err(CommandError::argument)?;
    Ok(Patch {
        id: id(&edit.id)?,
        fields,
        seen: seen(&edit.seen)?,
    })
}

/// Whether the one at work may write these values over `held`: what protects is lowered by those who follow
/// cases, once it was answered; what one may not read is filled while empty, never replaced.
///
/// # Errors
/// [`CommandError::Forbidden`].
pub fn check_field_rights<R: Record>(
    session: &Session<'_>,
    patch: &Patch,
    held: &R,
    own: bool,
) -> Result<(), CommandError> {
    let role = session.me().role;
    if role.follows_cases() {
        return Ok(());
    }
    let shown = held.to_fields().map_err(CommandError::answer)?;
    let in_case = is_in_case::<R>(&shown);
    for (name, value) in &patch.fields {
        let Some(field) = R::DEFINITION.field(name) else {
            continue;
        };
        let now = shown.get(name).unwrap_or(&Value::Null);
        if !field.sensitivity.is_read_by(role, in_case) && !own && !now.is_null() {
            return Err(CommandError::Forbidden);
        }
        if let MergeClass::Strictest(strictness) = field.class {
            let answered = !now.is_null() && now.as_str() != Some("unknown");
            if answered && strictness.rank(value) < strictness.rank(now) {
                return Err(CommandError::Forbidden);
            }
        }
    }
    Ok(())
}

/// The record as it would be after `patch`.
///
/// # Errors
/// When it cannot be read back.
pub fn merged<R: Record>(held: &R, patch: &Patch) -> Result<R, CommandError> {
    let mut fields = held.to_fields().map_err(CommandError::answer)?;
    fields.extend(patch.fields.clone());
    fields.retain(|_, value| !value.is_null());
    R::from_fields(&fields).map_err(CommandError::argument)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use jisr_domain::person::Person;
    use jisr_domain::reception::Reception;
    use serde_json::json;

    use super::*;

    fn patch<R>(fields: Value) -> Edit<R> {
        Edit {
            of: std::marker::PhantomData,
            id: Uuid::from_u128(7).to_string(),
            seen: Seen::default().token(),
            patch: serde_json::from_value(fields).unwrap(),
            confirmed: None,
        }
    }

    #[test]
    fn an_edit_touches_only_what_may_change_and_shows_what_it_saw() {
        let allowed = ["phone"];
        assert_eq!(
            edit::<Person>(patch(json!({"phone": ""})), &allowed)
                .unwrap()
                .fields
                .get("phone"),
            Some(&Value::Null)
        );
        for wrong in [
            json!({"nickname": "x"}),
            json!({"no_such": 1}),
            json!({"phone": 12}),
        ] {
            assert!(matches!(
                edit::<Person>(patch(wrong), &allowed),
                Err(CommandError::Argument(_))
            ));
        }
        assert!(matches!(
            edit_any::<Reception>(patch(json!({"number": 3}))),
            Err(CommandError::Argument(_))
        ));
        let stale = Edit {
            seen: "nonsense".into(),
            ..patch(json!({}))
        };
        assert!(matches!(
            edit_any::<Person>(stale),
            Err(CommandError::Rule(Code::StaleView))
        ));
    }

    #[test]
    fn a_year_nobody_lives_in_is_a_slip_of_the_hand() {
        let slip = patch(json!({"estimated_on": "0026-11-22"}));
        let Err(CommandError::Field { code, .. }) = edit_any::<Person>(slip) else {
            panic!("taken")
        };
        assert_eq!(code, Code::DayAbsurd);
    }
}
