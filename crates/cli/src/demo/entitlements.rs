//! Where people stand with the programmes of the State.

use jisr_domain::entitlement::{Entitlement, EntitlementStatus, Programme};
use jisr_domain::id::EntitlementId;

use super::calendar::after;
use super::cases::Scene;
use super::entry::Line;

/// The registers first, then what they open: nobody is granted an aid without being in the social register.
pub(super) fn held(scene: &mut Scene<'_>) -> Vec<Line> {
    if scene.someone.age < 18 || !scene.chance.percent(45) {
        return Vec::new();
    }
    let status = scene.chance.weighted(&[
        (EntitlementStatus::Granted, 60),
        (EntitlementStatus::Requested, 25),
        (EntitlementStatus::ToRequest, 15),
    ]);
    let mut lines = vec![line(scene, Programme::Rsu, status)];
    if status == EntitlementStatus::Granted {
        let aid = scene.chance.weighted(&[
            (EntitlementStatus::Granted, 45),
            (EntitlementStatus::Requested, 30),
            (EntitlementStatus::Refused, 25),
        ]);
        lines.push(line(scene, Programme::Asd, aid));
        if scene.chance.percent(50) {
            lines.push(line(scene, Programme::AmoTadamon, aid));
        }
    }
    lines
}

fn line(scene: &mut Scene<'_>, programme: Programme, status: EntitlementStatus) -> Line {
    let day = after(scene.opened_on, scene.chance.between(0, 5));
    let record = Entitlement {
        person: Some(scene.someone.id),
        programme: Some(programme),
        status: Some(status),
        since: Some(day.min(scene.calendar.today)),
        ..Entitlement::default()
    };
    let at = scene
        .calendar
        .at(scene.opened_on, scene.chance.between(60, 90));
    let id: EntitlementId = scene.chance.id(at);
    Line::new(scene.by, (id, record))
}
