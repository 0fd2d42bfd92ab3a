//! The person at the center of everything, and who is reached about them.

use chrono::NaiveDate;

use crate::id::{CaseId, ImportId, PersonId, SamePersonId};
use crate::record::{Circumstances, CodeList, Fault, Refused, Rules, code, record, refused};

mod birth;
mod check;
pub mod matching;
mod problem;
mod reach;
mod same;
mod title;

pub use birth::{BIRTH_UNKNOWN, age_on, parse_birth};
pub use check::{PersonWarning, cnie_is_usual, fold_cnie, normalise_phone};
pub use problem::PersonProblem;
pub use reach::Reach;
pub use same::{Agreement, Contradiction, Ties, agreement, compared_fields, representative, whole};
pub use title::{TitleFound, titles_in};

code! {
    /// Sex as on identity papers.
    Sex {
        /// أنثى.
        Female = "female",
        /// ذكر.
        Male = "male",
        /// Not known (a street encounter).
        Unknown = "unknown",
    }
}

code! {
    /// Whether somebody may be reached, asked before any call, letter or visit.
    SafeContact {
        /// At any time.
        Yes = "yes",
        /// Only at the hours stated.
        Hours = "hours",
        /// Never: they come back by themselves.
        No = "no",
        /// Not asked yet. Treated as no.
        Unknown = "unknown",
    }
}

code! {
    /// Papers the person holds.
    DocumentType {
        /// البطاقة الوطنية للتعريف الإلكترونية.
        Cnie = "cnie",
        /// رسم الولادة.
        BirthAct = "birth_act",
        /// جواز السفر.
        Passport = "passport",
        /// بطاقة الإقامة.
        ResidencePermit = "residence_permit",
        /// بدون وثائق: a valid answer.
        None = "none",
    }
}

code! {
    /// How somebody is related to a person.
    Kinship {
        /// The head of the household.
        Head = "head",
        /// Husband or wife.
        Spouse = "spouse",
        /// Son or daughter.
        Child = "child",
        /// Father or mother.
        Parent = "parent",
        /// Brother or sister.
        Sibling = "sibling",
        /// Grandparent.
        Grandparent = "grandparent",
        /// Grandchild.
        Grandchild = "grandchild",
        /// Another relative.
        Relative = "relative",
        /// Legal guardian, الولي القانوني.
        Guardian = "guardian",
        /// Kafala carer, الكافل.
        Kafil = "kafil",
        /// Neighbour or friend.
        Friend = "friend",
        /// Social or public service.
        Service = "service",
        /// Something else.
        Other = "other",
    }
}

/// Nationalities met at a desk, ISO 3166-1; `XX` for nobody's citizen, `ZZ` for another.
pub const NATIONALITIES: CodeList = CodeList {
    name: "Nationality",
    family: None,
    codes: &[
        "MA", "DZ", "TN", "MR", "LY", "EG", "SD", "SY", "IQ", "YE", "PS", "SN", "ML", "CI", "GN",
        "CM", "NG", "CD", "CG", "GA", "FR", "ES", "PH", "XX", "ZZ",
    ],
};

/// Languages spoken here, ISO 639; sign language (`xms`) by the code of the Moroccan one.
pub const LANGUAGES_SPOKEN: CodeList = CodeList {
    name: "LanguageSpoken",
    family: None,
    codes: &[
        "ary", "zgh", "shi", "tzm", "rif", "mey", "ar", "fr", "es", "en", "xms", "other",
    ],
};

code! {
    /// Family situation (الحالة العائلية), as on civil status papers.
    MaritalStatus {
        /// عازب(ة).
        Single = "single",
        /// متزوج(ة).
        Married = "married",
        /// مطلق(ة).
        Divorced = "divorced",
        /// أرمل(ة).
        Widowed = "widowed",
    }
}

code! {
    /// The level of schooling reached (المستوى الدراسي), by the cycles of the Moroccan school.
    SchoolLevel {
        /// بدون مستوى: never went to school.
        None = "none",
        /// تعليم أولي أو عتيق.
        Preschool = "preschool",
        /// ابتدائي.
        Primary = "primary",
        /// ثانوي إعدادي.
        LowerSecondary = "lower_secondary",
        /// ثانوي تأهيلي.
        UpperSecondary = "upper_secondary",
        /// تكوين مهني.
        Training = "training",
        /// تربية غير نظامية.
        NonFormal = "non_formal",
        /// تعليم عال.
        Higher = "higher",
    }
}

record! {
    /// A person received by the center (مستفيد(ة)). Names are kept as written, in either script;
    /// an anonymous person has a nickname, an estimated age and a place.
    Person: PersonId, about: person(itself), written by: meets_people {
        /// الاسم الشخصي.
        given_name_ar: Option<String> as Name => Latest, Identity, within(Names);
        /// الاسم العائلي.
        family_name_ar: Option<String> as Name => Latest, Identity, within(Names).with("given_name_ar");
        /// Given name in Latin script.
        given_name_lat: Option<String> as Name => Latest, Identity, within(Names);
        /// Family name in Latin script.
        family_name_lat: Option<String> as Name => Latest, Identity, within(Names).with("given_name_lat");
        /// Title kept apart from the name (مولاي، لالة، الحاج).
        title: Option<String> => Latest, Identity, within(Names).not_exported();
        /// What an anonymous person is called.
        nickname: Option<String> as Name => Latest, Identity, within(Names).not_exported();
        /// The person is received without giving a name.
        anonymous: Option<bool> => Latest, Identity, own();
        /// Sex.
        sex: Option<Sex> => Latest, Identity, within(Birth);
        /// تاريخ الازدياد: `YYYY-MM-DD`, `YYYY` when only the year is known, `unknown` when they were asked and do not
        /// know.
        birth_date: Option<String> as Birth => Latest, Identity, within(Birth);
        /// Age estimated at the reception, in years, when the birth is unknown.
        estimated_age: Option<u32> => Latest, Identity, within(Birth).with("birth_date").not_imported().not_exported();
        /// Day of that estimate.
        estimated_on: Option<NaiveDate> => Latest, Identity, own().following("birth_date");
        /// مكان الازدياد.
        birth_place: Option<String> => Latest, Identity, within(Birth).not_exported();
        /// Given name of the mother, in Arabic.
        mother_name_ar: Option<String> as Name => Latest, Identity, within(Birth);
        /// Which papers the person holds.
        document_type: Option<DocumentType> => Latest, Identity, within(Papers).not_imported().not_exported();
        /// CNIE, upper case without spaces.
        cnie: Option<String> as Cnie => Latest, Identity, within(Papers);
        /// Number of another paper.
        document_number: Option<String> as Number => Latest, Identity, within(Papers).following("document_type").not_exported();
        /// رسم الولادة: rank number of the act in the register of its year.
        act_number: Option<String> as Number => Latest, Identity, within(Papers).not_imported().not_exported();
        /// Year of that register, as the paper writes it: Hijri or Gregorian.
        act_year: Option<u32> => Latest, Identity, within(Papers).with("act_number").not_imported().not_exported();
        /// مكتب الحالة المدنية that keeps the act.
        act_office: Option<String> => Latest, Identity, within(Papers).with("act_number").not_imported().not_exported();
        /// المعرف الرقمي المدني والاجتماعي.
        idcs: Option<String> as Number => Latest, Identity, within(Papers);
        /// Number of the paper file, kept and searchable.
        paper_file: Option<String> as Number => Latest, Identity, within(Papers);
        /// Telephone, E.164.
        phone: Option<String> as Telephone => Latest, Contact, within(Reach);
        /// Whether that number may be called.
        safe_contact: Option<SafeContact> => Strictest(Reachability), Contact, within(Reach).not_imported();
        /// When it may be called, in plain words («بعد 18:00»).
        safe_hours: Option<String> => Latest, Contact, within(Reach).following("phone").not_imported().not_exported();
        /// HCP code of the province.
        province: Option<String> as Place => Latest, Contact, within(Home);
        /// HCP code of the commune or arrondissement.
        commune: Option<String> as Place => Latest, Contact, within(Home).with("province");
        /// حي / دوار، زنقة، رقم.
        address: Option<String> => Latest, Contact, within(Home).with("province");
        /// Where an anonymous person is usually found.
        usual_place: Option<String> => Latest, Contact, within(Home).not_imported().not_exported();
        /// Nationality, ISO 3166-1 alpha-2.
        nationality: Option<String> as Open(&NATIONALITIES) => Latest, Identity, within(Life).not_imported().not_exported();
        /// الحالة العائلية.
        marital_status: Option<MaritalStatus> => Latest, Identity, within(Life);
        /// المستوى الدراسي.
        school_level: Option<SchoolLevel> => Latest, Identity, within(Life);
        /// المهنة: what they do for a living, in their words.
        occupation: Option<String> => Latest, Identity, within(Life);
        /// Languages spoken, ISO 639 codes (`ar`, `ary`, `zgh`, `fr`).
        languages: Vec<String> as Open(&LANGUAGES_SPOKEN) => Latest, Identity, within(Meeting).not_imported().not_exported();
        /// Interpreter, sign language, ramp: what makes the meeting possible.
        accessibility: Option<String> => Latest, Contact, within(Meeting).not_imported().not_exported();
        /// The list they came from.
        import: Option<ImportId> => Once, Public, own();
        /// What that list said of them and no field here holds, a line for each column: «عدد الأبناء: 3».
        import_remark: Option<String> => Once, Care, own();
        /// Day on which they were taken out of the register, with the list they came from. Somebody withdrawn is found by
        /// no search, no list and no count; the record stays, and comes back when this is emptied.
        withdrawn_on: Option<NaiveDate> => Latest, Public, own();
    }
}

impl Rules for Person {
    fn prepare(&mut self, at: &Circumstances) {
        if self.estimated_age.is_some() && self.estimated_on.is_none() {
            self.estimated_on = Some(at.today);
        }
        // What says that somebody came with a list is the list's to write.
        self.import = None;
        self.import_remark = None;
        self.withdrawn_on = None;
    }

    /// Asked at the desk: a sex and a birth, or that nobody knows them. A record that came with a list may know less.
    fn validate(&self, before: Option<&Self>, at: &Circumstances) -> Result<(), Refused> {
        let checked = match before {
            None => self.check_registered(at.today),
            Some(_) => self.check(at.today),
        };
        checked.map_err(PersonProblem::refused)
    }
}

record! {
    /// «The same person»: an edge between two records, undone by an edge that names it (sync rule 24).
    SamePerson: SamePersonId, about: both(left, right), written by: meets_people {
        /// One record.
        left: Option<PersonId> => Once, Identity;
        /// The other.
        right: Option<PersonId> => Once, Identity;
        /// `false` states that they are different people, so that nobody asks again.
        same: Option<bool> => Once, Identity;
        /// The edge this one undoes.
        undoes: Option<SamePersonId> => Once, Identity;
    }
}

impl Rules for SamePerson {}

record! {
    /// Somebody to reach about a person, or who came with them. Never an alleged perpetrator.
    Contact: ContactId, about: person(person) in case(case), written by: meets_people {
        /// About whom.
        person: Option<PersonId> => Once, Identity, by_program();
        /// The case in which it was learnt, when the case is restricted or sealed (sync rule 21).
        case: Option<CaseId> => Once, Identity;
        /// Full name, as given.
        name: Option<String> => Latest, Contact;
        /// How they are related.
        kinship: Option<Kinship> => Latest, Contact;
        /// Telephone, E.164.
        phone: Option<String> as Telephone => Latest, Contact;
        /// They came with the person (المرافق(ة)).
        companion: Option<bool> => Latest, Contact;
        /// Whether they may be reached.
        safe_contact: Option<SafeContact> => Strictest(Reachability), Contact;
        /// Alleged perpetrator: never reached, never proposed.
        alleged_perpetrator: Option<bool> => Strictest(Flag), Care;
        /// A word to remember.
        remark: Option<String> => Narrative, Contact;
        /// Day from which they are no longer a contact.
        until: Option<NaiveDate> => Latest, Contact;
    }
}

impl Rules for Contact {
    const REQUIRED: &'static [&'static str] = &["person"];
    const TOLD_BY: &'static [&'static str] = &["name", "kinship"];

    fn validate(&self, before: Option<&Self>, _: &Circumstances) -> Result<(), Refused> {
        let said = self.name.is_some() || self.phone.is_some() || self.kinship.is_some();
        match before {
            None if !said => Err(refused("name", Fault::Required)),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Record;

    /// A field nobody placed would be asked and shown nowhere.
    #[test]
    fn every_field_of_a_person_says_where_it_stands_or_that_it_is_the_records_own() {
        for field in Person::DEFINITION.fields {
            let placed = field.place.group.is_some() || field.place.own;
            assert!(
                placed,
                "{} is in no group and is not the record's own",
                field.name
            );
        }
    }
}
