//! A center some months into its work, on the director's laptop, joined to a hub: something of everything.

use std::collections::BTreeMap;

use ed25519_dalek::SigningKey;
use jisr_commands::sync;
use jisr_domain::id::{NoteId, StaffId};
use jisr_domain::note::Note;
use jisr_domain::role::Role;
use jisr_store::{Actor, Moment};
use serde_json::{Value, json};

use crate::hub::Hub;
use crate::laptop::{Laptop, text};

/// The smallest thing that passes for a scan, in base64.
pub const SCAN: &str = "JVBERi0xLjcKc2Nhbgo=";

/// A picture of one point, in base64.
pub const LOGO: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

/// The laptop, what is on it by name, and its hub.
pub struct Scene {
    pub laptop: Laptop,
    pub hub: Hub,
    known: BTreeMap<&'static str, Value>,
}

impl Scene {
    pub fn new() -> Self {
        let laptop = Laptop::new();
        let hub = Hub::start(laptop.clock());
        laptop.sits("karim");
        laptop.ok(
            "device.enrol",
            json!({"hub": hub.url(), "code": hub.code(Role::Director, 15)}),
        );
        let mut scene = Self {
            laptop,
            hub,
            known: BTreeMap::new(),
        };
        scene.people();
        scene.cases();
        scene.care();
        scene.someone_the_hub_does_not_know_writes();
        sync::run(scene.laptop.core()).unwrap();
        scene.two_telephones();
        scene.laptop.keeps("as it was");
        scene.laptop.sits("karim");
        scene
    }

    /// Everything as at the beginning, Karim at work.
    pub fn again(&mut self) {
        self.laptop.goes_back_to("as it was");
        self.laptop.sits("karim");
    }

    /// What is called `name`.
    #[track_caller]
    pub fn the(&self, name: &str) -> Value {
        self.known
            .get(name)
            .unwrap_or_else(|| panic!("no {name} in the scene"))
            .clone()
    }

    fn note(&mut self, name: &'static str, value: &Value) {
        assert!(!value.is_null(), "{name}");
        self.known.insert(name, value.clone());
    }

    fn people(&mut self) {
        let laptop = &self.laptop;
        let amina = json!(laptop.amina());
        let son = json!(laptop.register(
            json!({"given_name_ar": "ياسين", "birth_date": "2015-02-03", "sex": "male"})
        ));
        let daughter =
            json!(laptop.register(json!({"given_name_ar": "سلمى", "birth_date": "2018"})));
        let twin = laptop.register(json!({"given_name_lat": "Salma", "birth_date": "2018"}));
        let edge = laptop.ok(
            "duplicate.same",
            json!({"left": daughter, "right": twin, "undoes": []}),
        );
        let member = laptop.ok(
            "household.add_member",
            json!({"person": amina, "member": daughter, "kinship": "child"}),
        );
        let seen = laptop.ok("person.get", json!({"person": amina}))["person"]["seen"].clone();
        laptop.ok("person.update", json!({"id": amina, "seen": seen, "patch": {"safe_contact": "yes", "address": "حي السلام"}}));
        let contact = laptop.ok("contact.add", json!({"contact": {"person": amina, "name": "خديجة", "kinship": "sibling", "phone": "0644444444"}}));
        let reception = laptop.ok(
            "reception.open",
            json!({"reception": {"source": "self", "reason": "تريد الاستفسار"}}),
        );
        let page = laptop.ok("person.get", json!({"person": amina}));
        let members = page["household"]["members"].as_array().unwrap();
        let place = members
            .iter()
            .find(|one| one["membership"]["id"] == member["id"])
            .unwrap();
        let draft = laptop.ok(
            "draft.save",
            json!({"form": "note", "title": "أمينة", "body": {"body": "بداية"}}),
        );
        let pairs = [
            ("karim", json!(laptop.staff("karim"))),
            ("nadia", json!(laptop.staff("nadia"))),
            ("youssef", json!(laptop.staff("youssef"))),
            ("recovery code", json!(laptop.recovery_code())),
            ("amina", amina.clone()),
            ("amina seen", page["person"]["seen"].clone()),
            ("son", son),
            ("edge", edge["id"].clone()),
            ("contact", contact["id"].clone()),
            ("contact seen", page["contacts"][0]["seen"].clone()),
            ("member", member["id"].clone()),
            ("household", page["household"]["household"].clone()),
            (
                "household seen",
                page["household"]["record"]["seen"].clone(),
            ),
            ("member seen", place["membership"]["seen"].clone()),
            ("household", page["household"]["household"].clone()),
            ("reception", reception["reception"].clone()),
            ("reception seen", reception["seen"].clone()),
            ("draft", draft["draft"].clone()),
            (
                "center seen",
                laptop.ok("center.get", json!({}))["center"]["seen"].clone(),
            ),
        ];
        for (name, value) in pairs {
            self.note(name, &value);
        }
    }

    fn cases(&mut self) {
        let laptop = &self.laptop;
        let open = |kind: &str| json!({"person": self.the("amina"), "case_type": kind});
        let mut with_protocol = open("woman_victim_of_violence");
        with_protocol["protocol"] = json!("woman_victim_of_violence");
        let case = laptop.ok("case.open", with_protocol)["case"].clone();
        laptop.ok(
            "case.assign",
            json!({"case": case, "staff": self.the("nadia")}),
        );
        let closed = laptop.ok("case.open", open("elderly"))["case"].clone();
        laptop.ok("case.close", json!({"case": closed, "reason": "moved"}));
        let plain = laptop.ok("case.open", open("precarious_family"))["case"].clone();
        let page = laptop.ok("case.get", json!({"case": case}));
        let instance = page["track"]["instance"].clone();
        let step = json!({"case": case, "instance": instance, "step": "reception_listening", "event": "done", "outcome": "listened", "note": "حكت"});
        let event = laptop.ok("step.record", step)["id"].clone();
        laptop.ok("step.document", json!({"case": case, "instance": instance, "step": "reception_listening", "document": "consent", "status": "missing"}));
        let page = laptop.ok("case.get", json!({"case": case}));
        let steps = page["track"]["steps"].as_array().unwrap();
        let listening = steps
            .iter()
            .find(|one| one["step"] == "reception_listening")
            .unwrap();
        let pairs = [
            ("case", case),
            ("case seen", page["case"]["seen"].clone()),
            ("closed case", closed),
            ("plain case", plain),
            ("instance", instance),
            ("step event", event),
            ("document", listening["documents"][0]["id"].clone()),
            ("document seen", listening["documents"][0]["seen"].clone()),
        ];
        for (name, value) in pairs {
            self.note(name, &value);
        }
    }

    fn care(&mut self) {
        let laptop = &self.laptop;
        let case = self.the("case");
        let appointment = laptop.ok("appointment.create", json!({"appointment": {"case": case, "day": "2026-11-25", "time": "10:00:00", "bring": "البطاقة الوطنية"}}));
        let plain = laptop.ok(
            "draft.save",
            json!({"form": "note", "title": "أمينة", "body": {"case": self.the("plain case")}}),
        );
        let visit = laptop.ok("visit.plan", json!({"visit": {"case": case, "planned_on": "2026-11-24", "kind": "home", "place": "حي السلام"}}));
        laptop.ok(
            "note.add",
            json!({"note": {"case": case, "kind": "listening", "body": "جلسة أولى"}}),
        );
        laptop.ok(
            "service.give",
            json!({"service": {"case": case, "service_type": "in_kind", "item": "قفة"}}),
        );
        let partner = laptop.ok("partner.create", json!({"partner": {"name_ar": "المستشفى الإقليمي", "name_fr": "Hôpital provincial", "partner_type": "health"}}));
        let consent = laptop.ok("consent.record", json!({"consent": {"person": self.the("amina"), "case": case, "purposes": ["referral"], "given_by": "person", "form": "oral"}}));
        let referral = laptop.ok("referral.create", json!({"referral": {"case": case, "partner": partner["id"], "service_asked": "فحص طبي", "reason": "آلام", "shared": ["name", "phone", "birth", "situation", "household", "address"]}, "send": true}));
        let entitlement = laptop.ok(
            "entitlement.record",
            json!({"entitlement": {"person": self.the("amina"), "programme": "rsu", "status": "requested"}}),
        );
        let flag = laptop.ok(
            "flag.add",
            json!({"flag": {"person": self.the("amina"), "reason": "تنبيه"}}),
        );
        let flags = laptop.ok("flag.list", json!({"person": self.the("amina")}));
        let situation = laptop.ok(
            "situation.record",
            json!({"situation": {"person": self.the("amina"), "case": case, "group": "woman_victim_of_violence", "form": "woman_victim_of_violence",
                "form_version": 1, "answers": [{"question": "danger", "values": ["high"]}]}}),
        );
        let attachment = laptop.ok(
            "attachment.add",
            json!({"case": case, "purpose": "court_paper", "name": "محضر", "content": SCAN}),
        );
        let person = laptop.ok("person.get", json!({"person": self.the("amina")}));
        let page = laptop.ok("case.get", json!({"case": case}));
        let find = |list: &Value, inner: &str| {
            let list = list.as_array().unwrap();
            let one = if inner.is_empty() {
                list[0].clone()
            } else {
                list[0][inner].clone()
            };
            one["seen"].clone()
        };
        let partners = laptop.ok("partner.list", json!({}));
        let arrival = laptop.ok("reception.open", json!({}));
        let open = laptop.ok("case.unfinished", json!({"case": self.the("plain case")}));
        let pairs = [
            ("appointment", appointment["id"].clone()),
            (
                "appointment seen",
                find(&page["appointments"], "appointment"),
            ),
            ("plain draft", plain["draft"].clone()),
            ("plain draft seen", open[0]["seen"].clone()),
            ("visit", visit["id"].clone()),
            ("visit seen", find(&page["visits"], "visit")),
            ("flag", flag["id"].clone()),
            ("flag seen", flags[0]["seen"].clone()),
            ("entitlement", entitlement["id"].clone()),
            ("entitlement seen", find(&person["entitlements"], "")),
            ("situation", situation["id"].clone()),
            ("situation seen", find(&person["situations"], "")),
            ("attachment", attachment["id"].clone()),
            ("attachment seen", find(&page["attachments"], "")),
            ("arrival", arrival["reception"].clone()),
            ("arrival seen", arrival["seen"].clone()),
            ("partner", partner["id"].clone()),
            ("partner seen", find(&partners, "partner")),
            ("consent", consent["id"].clone()),
            ("consent seen", find(&page["consents"], "consent")),
            ("referral", referral["referral"].clone()),
            ("reference", referral["reference"].clone()),
        ];
        for (name, value) in pairs {
            self.note(name, &value);
        }
    }

    /// Its transaction will be rejected, and wait for somebody.
    pub fn someone_the_hub_does_not_know_writes(&mut self) {
        let session = self.laptop.core().session().unwrap();
        let staff = StaffId(session.new_id());
        let (id, key) = (
            NoteId(session.new_id()),
            SigningKey::from_bytes(&session.random()),
        );
        let actor = Actor { staff, key: &key };
        let moment = Moment {
            ms: session.now_ms(),
            today: session.today(),
        };
        let note = Note {
            person: Some(text(&self.the("amina")).parse().unwrap()),
            body: Some("كلام من لا يعرفه المركز".into()),
            by: Some(staff),
            ..Note::default()
        };
        let write = |tx: &mut jisr_store::Tx<'_>| tx.create(id, &note);
        session.store().write(&actor, &moment, write).unwrap();
    }

    fn two_telephones(&mut self) {
        let laptop = &self.laptop;
        let amina = self.the("amina");
        let seen = laptop.ok("person.get", json!({"person": amina}))["person"]["seen"].clone();
        for phone in ["0611111111", "0622222222"] {
            laptop.minutes(1);
            laptop.ok(
                "person.update",
                json!({"id": amina, "seen": seen, "patch": {"phone": phone}}),
            );
        }
        let waits = laptop.ok("attention.list", json!({}));
        let conflict = waits["conflicts"][0]["seen"].clone();
        let refused = waits["refused"][0]["tx"].clone();
        let page = laptop.ok("person.get", json!({"person": amina}))["person"]["seen"].clone();
        self.note("conflict seen", &conflict);
        self.note("refused", &refused);
        self.known.insert("amina seen", page);
    }

    /// Every view somebody could open next.
    pub fn views(&self) -> Vec<(&'static str, Value)> {
        let (amina, case) = (self.the("amina"), self.the("case"));
        vec![
            ("device.status", json!({})),
            ("sync.status", json!({})),
            ("today.get", json!({})),
            ("user.list", json!({})),
            ("settings.get", json!({})),
            ("center.get", json!({})),
            ("person.get", json!({"person": amina})),
            ("person.search", json!({"query": "أمينة"})),
            ("reception.list", json!({})),
            ("case.get", json!({"case": case})),
            ("case.get", json!({"case": self.the("plain case")})),
            ("case.list", json!({"all": true})),
            (
                "case.timeline",
                json!({"case": case, "offset": 0, "limit": 50}),
            ),
            ("appointment.list", json!({})),
            ("visit.list", json!({"all": true})),
            ("referral.list", json!({"closed": true})),
            ("referral.get", json!({"referral": self.the("referral")})),
            ("partner.list", json!({"inactive": true})),
            ("draft.list", json!({})),
            ("attention.list", json!({})),
        ]
    }
}
