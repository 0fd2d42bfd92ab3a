//! The whole main job, done on the screen as a caseworker does it: once written, in whatever language and window.
//!
//! Everything is found by the words on the screen. Nobody here knows an identifier, a class or a command.

use std::cell::RefCell;

use serde_json::json;

use crate::hub::Hub;
use crate::programs::PASSPHRASE;
use crate::screen::Screen;
use crate::words::Words;

/// A caseworker before a screen, reading one language.
pub struct Caseworker<'a> {
    screen: &'a Screen,
    words: Words,
    language: &'static str,
    barriers: RefCell<Vec<String>>,
}

/// The woman who comes to the desk, invented.
pub const GIVEN_AR: &str = "خديجة";
/// Her family name.
pub const FAMILY_AR: &str = "المرابط";

impl<'a> Caseworker<'a> {
    /// Somebody who reads `ar`, `fr` or `en`.
    #[must_use]
    pub fn reading(language: &'static str, screen: &'a Screen) -> Self {
        Self {
            screen,
            words: Words::of(language),
            language,
            barriers: RefCell::default(),
        }
    }

    fn at(&self, key: &str) -> &str {
        self.words.at(key)
    }

    async fn press(&self, key: &str) {
        self.screen.press(self.at(key)).await;
    }

    async fn see(&self, key: &str) {
        self.screen.see(self.at(key)).await;
    }

    async fn fill(&self, key: &str, text: &str) {
        self.screen.fill(self.at(key), text).await;
    }

    /// Opens a list by its label and takes one of its entries.
    async fn choose(&self, label: &str, entry: &str) {
        self.press(label).await;
        self.screen.press_option(self.at(entry)).await;
    }

    /// Leaves a picture, and notes what on this screen would keep somebody out.
    async fn look(&self, name: &str) {
        self.screen.settled().await;
        self.screen.picture(name).await;
        let found = self.screen.barriers().await;
        self.barriers.borrow_mut().extend(
            found
                .iter()
                .map(|barrier| format!("on «{name}»: {barrier}")),
        );
    }

    /// First run: the language, the center, oneself, a passphrase, the recovery slip.
    pub async fn sets_the_center_up(&self) {
        let own_name = match self.language {
            "ar" => "العربية",
            "fr" => "Français",
            _ => "English",
        };
        self.screen.press(own_name).await;
        self.see("setup.language.title").await;
        self.look("setup-language").await;
        self.press("action.next").await;
        self.press("setup.way.new").await;
        self.look("setup-way").await;
        self.press("action.next").await;
        self.fill("setup.center.name_ar", "مركز المساعدة الاجتماعية بسلا")
            .await;
        self.fill(
            "setup.center.name_fr",
            "Centre d'assistance sociale de Salé",
        )
        .await;
        self.choose("setup.center.type", "center_type.cas").await;
        let sale = if self.language == "ar" {
            "سلا"
        } else {
            "Salé"
        };
        self.screen
            .choose(self.at("setup.center.province"), sale)
            .await;
        self.look("setup-center").await;
        self.press("action.next").await;
        self.fill("setup.user.name_ar", "حنان الشرقاوي").await;
        self.fill("setup.user.name_lat", "Hanane Cherkaoui").await;
        self.press("sex.female").await;
        self.screen
            .press(self.words.said("role.director", "female"))
            .await;
        self.look("setup-user").await;
        self.press("action.next").await;
        self.fill("unlock.passphrase", PASSPHRASE).await;
        self.fill("setup.passphrase.again", PASSPHRASE).await;
        self.look("setup-passphrase").await;
        self.press("setup.create").await;
        self.see("setup.slip.title").await;
        self.look("setup-slip").await;
        self.press("setup.slip.get").await;
        self.press("setup.slip.kept").await;
        self.press("setup.done").await;
        self.see("nav.people").await;
        self.screen
            .see(self.words.said("role.director", "female"))
            .await;
    }

    /// The partner to whom she will be referred.
    pub async fn adds_a_partner(&self) {
        self.press("nav.partners").await;
        self.press("partner.add").await;
        self.fill("partner.name_ar", "خلية التكفل بالنساء ضحايا العنف بسلا")
            .await;
        self.fill("partner.name_fr", "Cellule de prise en charge de Salé")
            .await;
        self.look("partner").await;
        self.press("action.save").await;
        self.see("partner.added").await;
        self.look("partners").await;
    }

    /// «Do we know her?», no; her card, why she came, what was heard, and a case under its protocol.
    pub async fn receives_her_and_opens_a_case(&self) {
        self.press("nav.today").await;
        self.press("top.new_reception").await;
        self.fill("intake.find_label", FAMILY_AR).await;
        self.see("intake.found_nobody").await;
        self.look("intake-find").await;
        self.press("intake.register_new").await;
        self.fill("field_name.given_name_ar", GIVEN_AR).await;
        self.fill("field_name.family_name_ar", FAMILY_AR).await;
        self.fill("field_name.given_name_lat", "Khadija").await;
        self.fill("field_name.family_name_lat", "El Mrabet").await;
        self.press("sex.female").await;
        self.press("birth.year_only").await;
        self.fill("field_name.birth_date", "1994").await;
        self.fill("field_name.cnie", "AB123456").await;
        self.fill("field_name.phone", "0661245890").await;
        self.press("safe_contact_short.yes").await;
        self.look("intake-person").await;
        self.press("intake.register").await;
        self.fill("reception.reason", "طلب المساعدة بعد تعرضها للعنف")
            .await;
        self.look("intake-reception").await;
        self.press("action.next").await;
        self.fill("intake.listening_note", "تم الاستماع إليها على انفراد.")
            .await;
        self.look("intake-listening").await;
        self.press("action.next").await;
        self.choose("situation.group", "case_type.woman_victim_of_violence")
            .await;
        self.see("situation.confidential").await;
        self.look("intake-needs").await;
        self.press("action.next").await;
        self.look("intake-orientation").await;
        self.press("intake_finish.case").await;
        self.see("case.next").await;
        self.look("case").await;
    }

    /// The first step of the protocol, a visit, her consent.
    pub async fn follows_the_protocol(&self) {
        self.press("step.record").await;
        let listened = if self.language == "ar" {
            "تم الاستماع"
        } else {
            "Écoute réalisée"
        };
        self.screen.press(listened).await;
        self.look("step").await;
        self.press("action.save").await;
        self.see("step.recorded").await;
        self.press("case.add").await;
        self.press("visit.record_made").await;
        self.choose("visit.kind", "visit_kind.home").await;
        self.press("visit_outcome.met").await;
        self.fill("visit.observations", "حالة مستقرة، المسكن آمن.")
            .await;
        self.look("visit").await;
        self.press("action.save").await;
        self.see("visit.recorded").await;
        self.see_her_visit().await;
    }

    async fn see_her_visit(&self) {
        self.screen.press_tab(self.at("case.tab.visits")).await;
        self.screen.see("حالة مستقرة، المسكن آمن.").await;
        self.look("case-visits").await;
    }

    /// The referral, on her consent, and the partner's answer.
    pub async fn refers_her_and_records_the_answer(&self) {
        self.screen.press_tab(self.at("case.tab.referrals")).await;
        self.press("referral.new").await;
        self.see("referral.no_consent").await;
        let wanted = self.at("purpose_plain.referral");
        self.screen
            .press_to_see(self.at("consent.record"), wanted)
            .await;
        self.screen.press(wanted).await;
        let herself = if self.language == "ar" {
            self.words.said("given_by.person", "female")
        } else {
            self.at("given_by.person")
        };
        self.screen.press(herself).await;
        self.press("consent_form_plain.signed").await;
        self.look("consent").await;
        self.press("action.save").await;
        self.see("consent.recorded").await;
        // The referral is open again, where it was left.
        let cell = if self.language == "ar" {
            "خلية"
        } else {
            "Cellule"
        };
        self.screen.choose(self.at("referral.partner"), cell).await;
        self.fill("referral.service_asked", "شهادة طبية").await;
        self.press("urgency.ordinary").await;
        self.look("referral-new").await;
        self.press("referral.send").await;
        self.screen.see("شهادة طبية").await;
        self.look("case-referrals").await;
        self.screen.press("شهادة طبية").await;
        self.see("referral.what_next").await;
        self.look("referral").await;
        self.press("referral_event.accepted").await;
        self.fill("referral.answer", "موعد يوم الاثنين صباحا").await;
        self.press("action.save").await;
        self.screen.see("موعد يوم الاثنين صباحا").await;
        self.press("referral_event.served").await;
        self.press("action.save").await;
        self.see("referral_status.served").await;
    }

    /// Back to the case by its number, and its closing.
    pub async fn closes_the_case(&self) -> String {
        self.press("nav.cases").await;
        self.look("cases").await;
        self.screen.press(self.her_name()).await;
        self.see("case.tab.timeline").await;
        let address = self.screen.script("return location.hash", vec![]).await;
        let case = address
            .as_str()
            .and_then(|hash| hash.rsplit('/').next())
            .expect("a case's address")
            .to_owned();
        self.press("case.actions").await;
        self.press("case.close").await;
        self.choose("case.closure_reason", "closure_reason.achieved")
            .await;
        // The steps of the protocol that were still open, all in one answer.
        let steps = format!(
            "{} · {}",
            self.at("case.fate"),
            self.at("case.unfinished_steps")
        );
        self.screen.press(&steps).await;
        self.screen.press_option(self.at("fate.not_possible")).await;
        self.look("close").await;
        self.press("case.close").await;
        self.see("case.closed_text").await;
        self.look("case-closed").await;
        case
    }

    /// The hub's address and its code; a round; nothing is left to send.
    pub async fn syncs(&self, hub: &Hub) {
        self.press("nav.sync").await;
        self.look("sync-alone").await;
        self.fill("sync.hub", &hub.url).await;
        self.fill("sync.code", &hub.admin(&["code"])).await;
        self.press("sync.enrol").await;
        self.press("sync.start").await;
        self.see("sync.all_sent").await;
        self.look("sync").await;
    }

    /// The places nothing above went through.
    pub async fn looks_around(&self) {
        for place in ["today", "people", "visits", "referrals", "settings"] {
            self.press(&format!("nav.{place}")).await;
            self.look(place).await;
        }
        self.press("nav.people").await;
        self.screen.press(self.her_name()).await;
        self.see("person.receptions").await;
        self.look("person").await;
    }

    /// What she is called on the screen, in the language that is read.
    fn her_name(&self) -> &'static str {
        if self.language == "ar" {
            "خديجة المرابط"
        } else {
            "Khadija El Mrabet"
        }
    }

    /// All of it, in order; the case's id, for those who look for it elsewhere.
    ///
    /// # Panics
    /// Where the job cannot be done, or axe found something on any of its screens.
    pub async fn does_the_whole_job(&self, hub: &Hub) -> String {
        self.sets_the_center_up().await;
        self.adds_a_partner().await;
        self.receives_her_and_opens_a_case().await;
        self.follows_the_protocol().await;
        self.refers_her_and_records_the_answer().await;
        let case = self.closes_the_case().await;
        self.syncs(hub).await;
        self.looks_around().await;
        assert_eq!(
            self.barriers.take(),
            Vec::<String>::new(),
            "in {}",
            self.language
        );
        case
    }
}

/// What the others hold after the round: a colleague everything ordinary and no restricted case; whoever follows
/// the case, on a second device, both.
///
/// # Panics
/// When one of them holds too much or too little.
pub fn others_hold_what_they_may(hub: &Hub, case: &str) {
    use crate::laptop::Laptop;
    let family = FAMILY_AR;
    let hanane = hub
        .admin(&["user", "list"])
        .split_whitespace()
        .next()
        .expect("a user")
        .to_owned();
    let youssef = Laptop::set_up("Youssef Amrani", "director", 71);
    let code = hub.admin(&["code", "--user", "Youssef Amrani", "--role", "caseworker"]);
    youssef.enrol(&hub.url, &code, true);
    youssef.sync();
    assert!(youssef.finds(family), "the card is everybody's");
    let hidden = youssef
        .try_rpc("case.get", json!({ "case": case }))
        .expect_err("the case is not his");
    assert_eq!(hidden.code, "not_found");
    assert!(
        youssef.rpc("partner.list", json!({ "inactive": false }))[0].is_object(),
        "the directory is everybody's"
    );

    let second = Laptop::set_up("Hanane Cherkaoui", "director", 72);
    let code = hub.admin(&["code", "--staff", &hanane]);
    second.enrol(&hub.url, &code, true);
    second.sync();
    assert!(second.finds(family));
    let held = second.rpc("case.get", json!({ "case": case }));
    assert_eq!(held["state"]["status"], "closed");
    assert_eq!(held["visits"].as_array().map(Vec::len), Some(1));
    assert_eq!(held["referrals"].as_array().map(Vec::len), Some(1));
}
