//! Arguments that work, for every command: what hostile values are put into. A command without a row fails the test
//! that reads this table.

use jisr_domain::record::Kind;
use serde_json::{Value, json};

use crate::laptop::passphrase;
use crate::scene::Scene;

/// A list of one, in base64.
const LIST: &str = "Z2l2ZW5fbmFtZV9hcjtwaG9uZQrYo9mF2YrZhtipOzA2MTIzNDU2NzgK";
/// A list that is not open.
const NO_LIST: &str = "01a1c46f-7040-7000-8000-000000000001";

/// In which state of the program a command is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing in the folder yet.
    Empty,
    /// Nobody unlocked.
    Locked,
    /// Karim, who directs, is at work.
    AtWork,
}

/// One way to call a command.
pub struct Row {
    pub command: &'static str,
    pub stage: Stage,
    pub args: fn(&Scene) -> Value,
    /// How it answers: nothing, or the code of a refusal that no argument could avoid here.
    pub answers: &'static str,
    /// The record an edit is about.
    pub edits: Option<Kind>,
    /// Fields the program fills itself, whatever is said.
    pub fills: &'static [&'static str],
}

impl Row {
    fn edits(mut self, kind: Kind) -> Self {
        self.edits = Some(kind);
        self
    }
    fn fills(mut self, fields: &'static [&'static str]) -> Self {
        self.fills = fields;
        self
    }
    fn answers(mut self, code: &'static str) -> Self {
        self.answers = code;
        self
    }
    fn at(mut self, stage: Stage) -> Self {
        self.stage = stage;
        self
    }
}

fn row(command: &'static str, args: fn(&Scene) -> Value) -> Row {
    Row {
        command,
        stage: Stage::AtWork,
        args,
        answers: "",
        edits: None,
        fills: &[],
    }
}

fn nothing(_: &Scene) -> Value {
    json!({})
}

/// Every command, with arguments it takes.
pub fn rows() -> Vec<Row> {
    [doors(), accounts(), people(), cases(), care(), waiting()]
        .into_iter()
        .flatten()
        .collect()
}

fn doors() -> Vec<Row> {
    vec![
        row("device.status", nothing),
        row("device.set_up", |_| json!({
            "language": "ar",
            "center": {"name_ar": "مركز الأمل", "name_fr": "Centre Al Amal", "center_type": "cas", "province": "04.281", "commune": null, "address": "شارع محمد الخامس", "phone": "0537123456"},
            "user": {"name_ar": "كريم العلوي", "name_lat": "Karim", "sex": "male", "role": "director"},
            "passphrase": passphrase("karim"),
        }))
        .at(Stage::Empty),
        row("device.join", |s| json!({
            "language": "ar", "hub": s.hub.url(), "code": "AAAA-AAAA",
            "user": {"name_ar": "يوسف بناني", "name_lat": "Youssef", "sex": "male"}, "passphrase": passphrase("youssef"),
        }))
        .at(Stage::Empty)
        .answers("hub_code_wrong"),
        row("session.unlock", |s| json!({"staff": s.the("karim"), "passphrase": passphrase("karim")})).at(Stage::Locked),
        row("session.recover", |s| json!({"recovery_code": s.the("recovery code"), "staff": s.the("karim"), "passphrase": "another long one"})).at(Stage::Locked),
        row("session.lock", nothing),
        row("session.stay", nothing),
        row("territory.provinces", nothing),
        row("territory.communes", |_| json!({"province": "04.281"})),
    ]
}

fn accounts() -> Vec<Row> {
    vec![
        row(
            "device.enrol",
            |s| json!({"hub": s.hub.url(), "code": "AAAA-AAAA", "join": false}),
        )
        .answers("hub_code_wrong"),
        row(
            "device.recovery_slip",
            |s| json!({"recovery_code": s.the("recovery code")}),
        ),
        row(
            "device.replace_recovery_code",
            |_| json!({"passphrase": passphrase("karim")}),
        ),
        row("user.on_device", nothing),
        row("user.close", |s| json!({"slot": s.the("youssef")})),
        row(
            "user.open",
            |s| json!({"staff": s.the("youssef"), "passphrase": "ten letters and more"}),
        )
        .answers("user_exists"),
        row(
            "user.add",
            |_| json!({"user": {"name_ar": "حنان", "name_lat": "Hanane", "sex": "female", "role": "field"}, "passphrase": "ten letters and more"}),
        ),
        row("user.list", nothing),
        row(
            "user.change_passphrase",
            |_| json!({"old": passphrase("karim"), "new": "another long one"}),
        ),
        row("settings.get", nothing),
        row(
            "settings.set",
            |_| json!({"language": "fr", "theme": "dark", "auto_lock_minutes": 5}),
        ),
        row("center.get", nothing),
        row(
            "center.update",
            |s| json!({"seen": s.the("center seen"), "address": "شارع محمد الخامس", "phone": "0537123456"}),
        ),
        row(
            "center.set_logo",
            |_| json!({"content": crate::scene::LOGO}),
        ),
        row("diagnostic.get", nothing),
        row("clock.status", nothing),
        row("clock.accept", |_| json!({"right": false})),
        row("today.center", nothing),
        row("today.get", |_| json!({ "shown": 3 })),
        row("sync.status", nothing),
        row("sync.start", nothing),
        row("sync.stop", nothing),
    ]
}

fn people() -> Vec<Row> {
    vec![
        row("person.search", |_| json!({"query": "أمينة", "limit": 5})),
        row("person.duplicates", |_| json!({"draft": {"given_name_ar": "أمينة"}})),
        row("person.check", |_| json!({"person": {"given_name_ar": "أمينة"}})),
        row("person.register", |s| json!({"person": {"given_name_ar": "فاطمة", "sex": "female", "birth_date": "unknown", "languages": ["ar"]}, "reception": s.the("reception"), "draft": s.the("draft")})),
        row("person.get", |s| json!({"person": s.the("amina")})),
        row("person.update", |s| json!({"id": s.the("amina"), "seen": s.the("amina seen"), "patch": {"title": "لالة"}})).edits(Kind::Person),
        row("duplicate.list", |_| json!({"offset": 0, "limit": 10})),
        row("duplicate.scan", |_| json!({"people": 5})),
        row("duplicate.unsure", |s| json!({"left": s.the("amina"), "right": s.the("son")})),
        row("duplicate.compare", |s| json!({"left": s.the("amina"), "right": s.the("son")})),
        row("duplicate.same", |s| json!({"left": s.the("amina"), "right": s.the("son"), "undoes": [s.the("edge")]})),
        row("duplicate.different", |s| json!({"left": s.the("amina"), "right": s.the("son"), "undoes": [s.the("edge")]})),
        row("duplicate.undo", |s| json!({"edges": [s.the("edge")]})),
        row("contact.add", |s| json!({"contact": {"person": s.the("amina"), "name": "حسن", "phone": "0633333333"}})),
        row("entitlement.record", |s| json!({"entitlement": {"person": s.the("amina"), "programme": "asd", "number": "12", "remark": "وثيقة ناقصة"}})),
        row("entitlement.update", |s| json!({"id": s.the("entitlement"), "seen": s.the("entitlement seen"), "patch": {"remark": "وثيقة ناقصة"}})).edits(Kind::Entitlement),
        row("attachment.add", |s| json!({"person": s.the("amina"), "case": s.the("case"), "document": s.the("document"), "purpose": "certificate", "name": "شهادة طبية", "content": crate::scene::SCAN})),
        row("attachment.get", |s| json!({"attachment": s.the("attachment")})),
        row("attachment.withdraw", |s| json!({"attachment": s.the("attachment"), "seen": s.the("attachment seen"), "reason": "وثيقة شخص آخر"})),
        row("contact.update", |s| json!({"id": s.the("contact"), "seen": s.the("contact seen"), "patch": {"name": "خديجة بوعزة"}})).edits(Kind::Contact),
        row("household.add_member", |s| json!({"person": s.the("amina"), "member": s.the("son"), "kinship": "child", "case": s.the("case")})),
        row("household.update_member", |s| json!({"id": s.the("member"), "seen": s.the("member seen"), "patch": {"kinship": "sibling"}})).edits(Kind::HouseholdMember),
        row("household.leave", |s| json!({"membership": s.the("member"), "seen": s.the("member seen"), "day": "2026-11-22"})),
        row("household.kinships", |s| json!({"head": s.the("member")})),
        row("household.change_head", |s| json!({"household": s.the("household"), "members": [{"membership": s.the("member"), "seen": s.the("member seen"), "kinship": "head"}]})),
        row("household.update", |s| json!({"id": s.the("household"), "seen": s.the("household seen"), "patch": {"name": "أسرة بوعزة"}})).edits(Kind::Household),
        row("form.list", nothing),
        row("situation.record", |s| json!({"situation": {"person": s.the("amina"), "group": "elderly", "form": "elderly", "form_version": 1,
            "answers": [{"question": "relatives", "values": ["ابنة بطنجة"]}]}, "draft": s.the("draft")})).fills(&["noted_on", "noted_by"]),
        row("situation.update", |s| json!({"id": s.the("situation"), "seen": s.the("situation seen"), "patch": {"until": "2026-11-22"}})).edits(Kind::Situation),
        row("reception.receipt", |s| json!({"reception": s.the("reception")})),
        row("reception.open", |_| json!({"reception": {"source": "self", "reason": "استفسار", "interpreter": "لا"}}))
            .fills(&["day", "number", "opened_at", "received_by"]),
        row("reception.update", |s| json!({"id": s.the("reception"), "seen": s.the("reception seen"), "patch": {"urgency": "soon"}})).edits(Kind::Reception),
        row("intake.finish", |s| json!({
            "reception": {"id": s.the("arrival"), "seen": s.the("arrival seen"), "patch": {"orientation": "case"}},
            "register": {"given_name_ar": "سعاد", "sex": "female", "birth_date": "1970"},
            "opens": {"case_type": "precarious_family", "situation": "بلا سكن"}, "note": "حكت عن بيتها",
            "situation": {"group": "elderly", "form": "elderly", "form_version": 1, "answers": [{"question": "relatives", "values": ["ابنة بطنجة"]}]},
            "agrees": true, "confirmed": true,
            "referral": {"partner": s.the("partner"), "service_asked": "فحص", "shared": ["name"]},
            "service": {"service_type": "in_kind", "item": "قفة"},
            "appointment": {"day": "2026-11-26", "time": "09:00:00"},
        })),
        row("reception.list", |_| json!({"day": "2026-11-22"})),
        row("import.open", |_| json!({"file_name": "لائحة.csv", "content": LIST})),
        row("import.sheet", |_| json!({"import": NO_LIST, "sheet": "1"})).answers("import_not_open"),
        row("import.reread", |_| json!({"import": NO_LIST})).answers("import_not_open"),
        row("import.preview", |_| json!({"import": NO_LIST, "mapping": {}, "show": "all"})).answers("import_not_open"),
        row("import.check", |_| json!({"import": NO_LIST, "mapping": {}})).answers("import_not_open"),
        row("import.known", |_| json!({"import": NO_LIST, "mapping": {}, "limit": 5})).answers("import_not_open"),
        row("import.start", |_| json!({"import": NO_LIST, "mapping": {}, "leave_out": [3], "bring": [4]})).answers("import_not_open"),
        row("import.resume", |_| json!({"import": NO_LIST})).answers("not_found"),
        row("import.status", nothing),
        row("import.stop", nothing),
        row("import.close", |_| json!({"import": NO_LIST})),
        row("import.list", nothing),
        row("import.undo", |_| json!({"import": NO_LIST})).answers("not_found"),
        row("import.restore", |_| json!({"import": NO_LIST})).answers("not_found"),
        row("import.kept", |_| json!({"import": NO_LIST})).answers("not_found"),
        row("import.error_sheet", |_| json!({"import": NO_LIST})).answers("import_not_here"),
        row("export.people", |_| json!({"query": "أمينة", "columns": ["given_name_ar", "phone"], "language": "fr"})),
        row("export.cases", |s| json!({"staff": s.the("karim"), "closed": true, "restricted": true, "language": "ar"})),
        row("partner.list", |_| json!({"query": "مستشفى", "partner_type": "health"})),
        row("partner.create", |_| json!({"partner": {"name_ar": "المحكمة", "phone": "0537123456"}})),
        row("partner.update", |s| json!({"id": s.the("partner"), "seen": s.the("partner seen"), "patch": {"hours": "8-16"}})).edits(Kind::Partner),
    ]
}

fn cases() -> Vec<Row> {
    vec![
        row("case.open", |s| json!({"person": s.the("amina"), "case_type": "precarious_family", "situation": "بلا سكن", "confidentiality": "sealed",
            "named": [s.the("nadia")], "lead": s.the("nadia"), "protocol": "family_extreme_precarity", "reception": s.the("reception")})),
        row("case.get", |s| json!({"case": s.the("case")})),
        row("case.list", |s| json!({"all": true, "query": "amina", "staff": s.the("karim"), "offset": 0, "limit": 10})),
        row("case.timeline", |s| json!({"case": s.the("case"), "offset": 0, "limit": 10})),
        row("case.update", |s| json!({"id": s.the("case"), "seen": s.the("case seen"), "patch": {"situation": "بلا سكن"}})).edits(Kind::Case),
        row("case.assign", |s| json!({"case": s.the("case"), "staff": s.the("youssef"), "lead": false, "note": "تعويض"})),
        row("case.give_reader", |s| json!({"case": s.the("case"), "staff": s.the("youssef")})).answers("not_found"),
        row("case.unassign", |s| json!({"case": s.the("case"), "staff": s.the("nadia")})),
        row("case.unfinished", |s| json!({"case": s.the("case")})),
        row("case.close", |s| json!({"case": s.the("plain case"), "reason": "moved", "note": "انتقلت",
            "becomes": [{"kind": "draft", "id": s.the("plain draft"), "seen": s.the("plain draft seen"), "fate": "discarded", "why": "انتقلت"}]})),
        row("case.reopen", |s| json!({"case": s.the("closed case"), "note": "عادت"})),
        row("protocol.list", nothing),
        row("protocol.start", |s| json!({"case": s.the("plain case"), "protocol": "family_extreme_precarity"})),
        row("step.record", |s| json!({"case": s.the("case"), "instance": s.the("instance"), "step": "reception_listening", "event": "done",
            "outcome": "listened", "day": "2026-11-22", "note": "أعادت الحكي", "corrects": s.the("step event")})),
        row("step.document", |s| json!({"case": s.the("case"), "instance": s.the("instance"), "step": "reception_listening", "document": "consent",
            "status": "copied", "seen": s.the("document seen")})),
    ]
}

fn care() -> Vec<Row> {
    vec![
        row("appointment.create", |s| json!({"appointment": {"case": s.the("case"), "day": "2026-11-26", "time": "09:00:00"}})),
        row("appointment.update", |s| json!({"id": s.the("appointment"), "seen": s.the("appointment seen"), "patch": {"day": "2026-11-27"}})).edits(Kind::Appointment),
        row("appointment.list", |_| json!({"from": "2026-11-20", "to": "2026-11-30"})),
        row("appointment.slip", |s| json!({"appointment": s.the("appointment")})),
        row("visit.plan", |s| json!({"visit": {"case": s.the("case"), "planned_on": "2026-11-25", "kind": "center"}})).fills(&["performed_at"]),
        row("visit.update", |s| json!({"id": s.the("visit"), "seen": s.the("visit seen"), "patch": {"performed_on": "2026-11-22", "outcome": "met"}}))
            .edits(Kind::Visit)
            .fills(&["performed_at"]),
        row("visit.list", |_| json!({"to": "2026-11-30", "all": true})),
        row("amount.read", |_| json!({"text": "2500,50", "of": "aid", "whole": false})),
        row("service.give", |s| json!({"service": {"case": s.the("case"), "service_type": "in_kind", "item": "قفة"}, "confirmed": true})).fills(&["at", "by"]),
        row("flag.list", |s| json!({"person": s.the("amina")})),
        row("flag.add", |s| json!({"flag": {"person": s.the("amina"), "case": s.the("case"), "reason": "لا يترك معها وحده", "until": "2026-12-31"}})),
        row("flag.update", |s| json!({"id": s.the("flag"), "seen": s.the("flag seen"), "patch": {"resolution": "زال السبب"}})).edits(Kind::Flag),
        row("note.add", |s| json!({"note": {"case": s.the("case"), "kind": "listening", "body": "جلسة"}, "draft": s.the("draft")})).fills(&["at", "by"]),
        row("consent.record", |s| json!({"consent": {"person": s.the("amina"), "purposes": ["care"], "given_by": "person", "form": "oral"}})).fills(&["recorded_by"]),
        row("consent.form", |s| json!({"consent": s.the("consent"), "person": s.the("amina")})),
        row("consent.withdraw", |s| json!({"consent": s.the("consent"), "seen": s.the("consent seen"), "day": "2026-11-22"})),
        row("referral.create", |s| json!({"referral": {"case": s.the("case"), "partner": s.the("partner"), "service_asked": "فحص", "shared": ["name"]}, "send": true, "draft": s.the("draft")}))
            .fills(&["reference", "consent", "created_by", "created_on"]),
        row("referral.get", |s| json!({"referral": s.the("referral")})),
        row("referral.find", |s| json!({"reference": s.the("reference")})),
        row("referral.list", |s| json!({"status": ["sent"], "case": s.the("case"), "closed": false})),
        row("referral.record", |s| json!({"referral": s.the("referral"), "event": "refused", "reason": "no_capacity", "note": "لا مكان", "day": "2026-11-22"})),
        row("referral.letter", |s| json!({"referral": s.the("referral")})),
    ]
}

fn waiting() -> Vec<Row> {
    vec![
        row(
            "draft.save",
            |s| json!({"draft": s.the("draft"), "form": "note", "title": "أمينة", "body": {"body": "بداية"}}),
        ),
        row("draft.get", |s| json!({"draft": s.the("draft")})),
        row("draft.list", |_| json!({"form": "note"})),
        row("draft.discard", |s| json!({"draft": s.the("draft")})),
        row("attention.list", nothing),
        row("attention.retry", |s| json!({"tx": s.the("refused")})),
        row("attention.dismiss", |s| json!({"tx": s.the("refused")})),
        row(
            "conflict.resolve",
            |s| json!({"kind": "person", "id": s.the("amina"), "field": "phone", "value": "0611111111", "seen": s.the("conflict seen")}),
        ),
        row(
            "conflict.resolve",
            |s| json!({"kind": "case", "id": s.the("case"), "field": "situation", "value": "بلا سكن", "seen": s.the("case seen")}),
        ),
        row(
            "conflict.resolve",
            |s| json!({"kind": "consent", "id": s.the("consent"), "field": "withheld", "value": "العنوان", "seen": s.the("consent seen")}),
        ),
    ]
}
