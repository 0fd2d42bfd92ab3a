//! What must be known at once of some people of the demonstration, and what became of it.

use jisr_domain::id::FlagId;
use jisr_domain::note::Flag;

use super::calendar::after;
use super::cases::Scene;
use super::chance::Chance;
use super::entry::Line;

/// Chance of its own: what is drawn here changes nothing of the rest of the story.
const STREAM: u64 = 0xF1A6;

/// For whoever meets the person, with what became of it once it is over.
const OF_PERSON: [(&str, &str); 4] = [
    (
        "تخاف من الانتظار في القاعة المشتركة، تستقبل فورا في مكتب منفرد.",
        "صارت تنتظر مع الجميع دون حرج.",
    ),
    (
        "ضعف شديد في السمع: الكلام أمام الوجه وببطء.",
        "تسلم سماعتين طبيتين.",
    ),
    (
        "يأتي أحد الأقارب في حالة غضب ويطلب معلومات: لا يعطى له شيء.",
        "التزم القريب أمام السلطة المحلية بعدم القدوم.",
    ),
    (
        "نوبات صرع: رقم الإسعاف جاهز عند كل استقبال.",
        "استقرت الحالة بالعلاج حسب الطبيب.",
    ),
];
/// Learnt in a case, for those who follow it.
const OF_CASE: [(&str, &str); 2] = [
    (
        "لا يناقش الملف بحضور المرافق.",
        "لم يعد المرافق يحضر المواعيد.",
    ),
    (
        "لا يزار البيت إلا بموظفين اثنين.",
        "انتقلت الأسرة إلى مسكن آخر.",
    ),
];

/// One in five cases has taught something; what is learnt of the person is told of the person.
pub(super) fn raised(scene: &Scene<'_>) -> Option<Line> {
    let mut chance = Chance::of(scene.case.0, STREAM);
    if !chance.percent(20) {
        return None;
    }
    let in_case = chance.percent(30);
    let (reason, outcome) = if in_case {
        *chance.pick(&OF_CASE)
    } else {
        *chance.pick(&OF_PERSON)
    };
    let today = scene.calendar.today;
    let over = chance.percent(30);
    let at = scene.calendar.at(scene.opened_on, chance.between(120, 150));
    let id: FlagId = chance.id(at);
    let record = Flag {
        person: Some(scene.someone.id),
        case: in_case.then_some(scene.case),
        reason: Some(reason.to_owned()),
        until: (!over && chance.percent(30)).then(|| scene.calendar.ahead(chance.between(5, 60))),
        noted_on: Some(scene.opened_on),
        noted_by: Some(scene.staff),
        resolution: over.then(|| outcome.to_owned()),
        resolved_on: over.then(|| after(scene.opened_on, chance.between(3, 20)).min(today)),
        resolved_by: over.then_some(scene.staff),
    };
    Some(Line::new(scene.by, (id, record)))
}
