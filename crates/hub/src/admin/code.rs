//! Makes an enrolment code.

use jisr_domain::id::{CenterId, StaffId};
use jisr_domain::role::Role;

use crate::HubError;
use crate::database::{CodeRow, Transaction};
use crate::enrol::code;
use crate::surroundings::Surroundings;

/// What a code is asked for.
#[derive(Clone, Debug, Default)]
pub struct CodeAsked {
    /// For which center. None: the only one, or a new one when there is none.
    pub center: Option<CenterId>,
    /// For a further center, brought by the profile that enrols or made for it.
    pub new_center: bool,
    /// Name of the new user.
    pub user: Option<String>,
    /// Role of the user. None: director of a new center, else caseworker; a known user keeps theirs.
    pub role: Option<Role>,
    /// For this user of the register, on another device.
    pub staff: Option<StaffId>,
    /// For how long, in minutes.
    pub minutes: u64,
}

/// The code as printed. It is not kept: only its hash is.
pub(crate) fn make_code(
    tx: &dyn Transaction,
    around: &dyn Surroundings,
    asked: &CodeAsked,
) -> Result<String, HubError> {
    let usage = |words: &str| HubError::Usage(words.to_owned());
    let known = match asked.staff {
        None => None,
        Some(staff) => Some(
            tx.user(staff)?
                .ok_or_else(|| usage("no such user: `jisr-hub user list` shows them"))?,
        ),
    };
    let centers: Vec<_> = tx
        .centers()?
        .into_iter()
        .filter(|center| center.alias_of.is_none())
        .collect();
    if asked.new_center && (asked.center.is_some() || known.is_some()) {
        return Err(usage(
            "a new center has no id and no users yet: leave --center and --staff out",
        ));
    }
    let center = match (asked.center, &known, centers.as_slice()) {
        _ if asked.new_center => None,
        (Some(id), ..) => match tx.center(id)? {
            Some(row) => Some(row.alias_of.unwrap_or(id)),
            None => return Err(usage("no such center: `jisr-hub center list` shows them")),
        },
        (None, Some(user), _) => Some(user.center),
        (None, None, []) => None,
        (None, None, [only]) => Some(only.id),
        (None, None, _) => {
            return Err(usage(
                "there are several centers: name one with --center (`jisr-hub center list` shows them), or ask for a further one with --new-center",
            ));
        }
    };
    if let Some(user) = &known
        && Some(user.center) != center
    {
        return Err(usage("this user belongs to another center"));
    }
    let by_default = if center.is_none() {
        Role::Director
    } else {
        Role::Caseworker
    };
    let role = asked
        .role
        .unwrap_or(known.map_or(by_default, |user| user.role));
    if center.is_none() && !role.keeps_accounts() {
        return Err(usage(
            "the first person of a center is its director or its administrator",
        ));
    }
    let printed = code::new(around);
    let hash = code::hash(&printed).ok_or(HubError::Damaged {
        what: "the new code",
    })?;
    tx.put_code(&CodeRow {
        hash,
        center,
        staff: asked.staff,
        user_name: asked.user.clone().filter(|name| !name.trim().is_empty()),
        role,
        expires_ms: around
            .now_ms()
            .saturating_add(asked.minutes.saturating_mul(60_000)),
        used_by: None,
    })?;
    tx.audit(around.now_ms(), "code_made", center, None, asked.staff)?;
    Ok(printed)
}
