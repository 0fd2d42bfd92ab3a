//! The partner directory.

use crate::id::CenterId;
use crate::record::{Circumstances, Fault, Refused, Rules, code, record, refused};

code! {
    /// What a partner is (domain notes §3, referral partners).
    PartnerType {
        /// Hospital or health delegation.
        Health = "health",
        /// Court or its cell for women and children.
        Court = "court",
        /// Police or gendarmerie.
        Police = "police",
        /// Local authority (caïdat, pachalik, annexe).
        Authority = "authority",
        /// Shelter or care institution.
        Shelter = "shelter",
        /// Listening center or association.
        Association = "association",
        /// School or education directorate.
        Education = "education",
        /// Training or employment (ANAPEC, OFPPT).
        Employment = "employment",
        /// Entraide Nationale, ADS, INDH and their field services.
        SocialService = "social_service",
        /// Another social center.
        Center = "center",
        /// Something else.
        Other = "other",
    }
}

record! {
    /// A partner somebody may be referred to.
    Partner: PartnerId, about: directory, written by: keeps_directory {
        /// Name in Arabic.
        name_ar: Option<String> => Latest, Public;
        /// Name in French.
        name_fr: Option<String> => Latest, Public;
        /// What it is.
        partner_type: Option<PartnerType> => Latest, Public;
        /// The center it is, when it uses this program too.
        center: Option<CenterId> => Latest, Public;
        /// What it offers, in plain words.
        services: Option<String> => Latest, Public;
        /// HCP code of its province.
        province: Option<String> as Place => Latest, Public;
        /// HCP code of its commune.
        commune: Option<String> as Place => Latest, Public;
        /// Street address.
        address: Option<String> => Latest, Public;
        /// Telephone, E.164.
        phone: Option<String> as Telephone => Latest, Public;
        /// Electronic mail.
        email: Option<String> => Latest, Public;
        /// Opening hours, in plain words.
        hours: Option<String> => Latest, Public;
        /// Day on which somebody last made sure the entry is true (HSDS `assured_date`).
        assured_on: Option<chrono::NaiveDate> => Latest, Public;
        /// No longer to be proposed.
        inactive: Option<bool> => Latest, Public;
    }
}

impl Rules for Partner {
    const TOLD_BY: &'static [&'static str] = &["name_ar", "name_fr"];

    /// True as of today, unless another day is given.
    fn prepare(&mut self, at: &Circumstances) {
        self.assured_on = self.assured_on.or(Some(at.today));
    }

    /// A partner nobody can name cannot be chosen or written to.
    fn validate(&self, _: Option<&Self>, _: &Circumstances) -> Result<(), Refused> {
        if self.name_ar.is_none() && self.name_fr.is_none() {
            return Err(refused("name_ar", Fault::NameMissing));
        }
        Ok(())
    }
}
