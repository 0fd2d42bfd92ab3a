//! The eight people who work at the demonstration center, one of each function at least. All invented.

use jisr_domain::id::StaffId;

use super::entry::Who;

/// Their ids in a profile.
pub(super) struct Team(pub(super) [StaffId; 8]);

/// A member of staff, as set up.
pub(super) struct Member {
    pub(super) who: Who,
    pub(super) name_ar: &'static str,
    pub(super) name_lat: &'static str,
    pub(super) sex: &'static str,
    pub(super) role: &'static str,
}

/// The director first: she sets the device up.
pub(super) const MEMBERS: [Member; 8] = [
    Member {
        who: Who::Director,
        name_ar: "حنان الشرقاوي",
        name_lat: "Hanane Cherkaoui",
        sex: "female",
        role: "director",
    },
    Member {
        who: Who::Latifa,
        name_ar: "لطيفة بنعلي",
        name_lat: "Latifa Benali",
        sex: "female",
        role: "caseworker",
    },
    Member {
        who: Who::Youssef,
        name_ar: "يوسف العمراني",
        name_lat: "Youssef Amrani",
        sex: "male",
        role: "caseworker",
    },
    Member {
        who: Who::Nadia,
        name_ar: "نادية الصقلي",
        name_lat: "Nadia Skalli",
        sex: "female",
        role: "specialist",
    },
    Member {
        who: Who::Soumia,
        name_ar: "سمية الشرايبي",
        name_lat: "Soumia Chraibi",
        sex: "female",
        role: "reception",
    },
    Member {
        who: Who::Redouane,
        name_ar: "رضوان البقالي",
        name_lat: "Redouane Bakkali",
        sex: "male",
        role: "field",
    },
    Member {
        who: Who::Karima,
        name_ar: "كريمة الإدريسي",
        name_lat: "Karima Idrissi",
        sex: "female",
        role: "reader",
    },
    Member {
        who: Who::Abderrahim,
        name_ar: "عبد الرحيم الناجي",
        name_lat: "Abderrahim Naji",
        sex: "male",
        role: "administrator",
    },
];

impl Team {
    /// The id of `who`.
    pub(super) fn id(&self, who: Who) -> StaffId {
        let [
            director,
            latifa,
            youssef,
            nadia,
            soumia,
            redouane,
            karima,
            abderrahim,
        ] = self.0;
        match who {
            Who::Director => director,
            Who::Latifa => latifa,
            Who::Youssef => youssef,
            Who::Nadia => nadia,
            Who::Soumia => soumia,
            Who::Redouane => redouane,
            Who::Karima => karima,
            Who::Abderrahim => abderrahim,
        }
    }
}
