//! The center and the people who work there.

use crate::id::CenterId;
use crate::person::Sex;
use crate::record::{Rules, code, record};
use crate::role::Role;

mod number;

pub use number::{center_code, province_letters};

code! {
    /// Type of center, as seen at Entraide Nationale (domain notes §2).
    CenterType {
        /// Social assistance center, مركز المساعدة الاجتماعية.
        Cas = "cas",
        /// Social care institution, مؤسسة الرعاية الاجتماعية.
        Eps = "eps",
        /// Women's multipurpose space, الفضاء متعدد الوظائف للنساء.
        Emf = "emf",
        /// Child-protection support center, مركز المواكبة لحماية الطفولة.
        Cape = "cape",
        /// Child-protection unit, وحدة حماية الطفولة.
        Upe = "upe",
        /// Disability guidance center.
        Coaph = "coaph",
        /// Day center for the elderly.
        Cjpa = "cjpa",
        /// Mobile social emergency service, الإسعاف الاجتماعي المتنقل.
        Samu = "samu",
        /// Another type.
        Other = "other",
    }
}

record! {
    /// A social center (مركز اجتماعي).
    Center: CenterId, about: directory, written by: keeps_accounts {
        /// Name in Arabic.
        name_ar: Option<String> => Latest, Public;
        /// Name in French.
        name_fr: Option<String> => Latest, Public;
        /// What kind of center it is.
        center_type: Option<CenterType> => Latest, Public;
        /// HCP code of the province or prefecture, `04.281`.
        province: Option<String> as Place => Latest, Public;
        /// HCP code of the commune or arrondissement, where known.
        commune: Option<String> as Place => Latest, Public;
        /// Readable code that opens case numbers (`KEN`, `KEN2`): given by the hub, never changed after.
        code: Option<String> => Latest, Public;
        /// Street address.
        address: Option<String> => Latest, Public;
        /// Telephone, E.164.
        phone: Option<String> as Telephone => Latest, Public;
    }
}

impl Rules for Center {
    const TOLD_BY: &'static [&'static str] = &["name_ar", "name_fr"];
}

record! {
    /// A member of staff; also the user of a device.
    Staff: StaffId, about: directory, written by: keeps_accounts {
        /// Where they work.
        center: Option<CenterId> => Latest, Public;
        /// Full name in Arabic.
        name_ar: Option<String> => Latest, Public;
        /// Full name in Latin script.
        name_lat: Option<String> => Latest, Public;
        /// For words that agree (مدير, مديرة).
        sex: Option<Sex> => Latest, Public;
        /// Their function. The hub's own register decides; this is what colleagues are shown.
        role: Option<Role> => Latest, Public;
        /// Telephone at work, E.164.
        phone: Option<String> as Telephone => Latest, Public;
        /// Public half of the key that signs their transactions, base64url (Ed25519, 32 bytes).
        public_key: Option<String> as Reference => Latest, Public;
        /// Set when they left; their past work keeps their name.
        left_on: Option<chrono::NaiveDate> => Latest, Public;
    }
}

impl Rules for Staff {
    const TOLD_BY: &'static [&'static str] = &["name_ar", "name_lat"];
}

impl crate::record::Column for Role {
    const TYPE: crate::record::ColumnType = crate::record::ColumnType::Text;
    const SHAPE: crate::record::Shape = crate::record::Shape::Code(&crate::record::CodeList {
        name: "Role",
        family: None,
        codes: &[
            "reception",
            "caseworker",
            "field",
            "specialist",
            "director",
            "reader",
            "administrator",
        ],
    });
}
