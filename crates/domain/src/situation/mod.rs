//! Situations: which target groups a person belongs to, and what their form asks (فئات, domain notes §2).

use chrono::NaiveDate;

use crate::case::{CaseType, Confidentiality};
use crate::form::{self, Answer, AnswerProblem};
use crate::id::{CaseId, PersonId, StaffId};
use crate::record::{Circumstances, Rules, code, record};

code! {
    /// The eleven categories of the second programme of the National Human Development Initiative
    /// (المبادرة الوطنية للتنمية البشرية; domain notes §2, source V32).
    IndhCategory in "indh" {
        /// الأشخاص المسنون المعوزون.
        IndigentElderly = "indigent_elderly",
        /// الأشخاص في وضعية إعاقة بدون موارد.
        DisabledWithoutResources = "disabled_without_resources",
        /// المختلون عقليا بدون مأوى.
        HomelessMentallyIll = "homeless_mentally_ill",
        /// مرضى القصور الكلوي.
        KidneyFailure = "kidney_failure",
        /// الأشخاص حاملو فيروس فقدان المناعة.
        Hiv = "hiv",
        /// النساء في وضعية هشاشة قصوى.
        VeryPrecariousWoman = "very_precarious_woman",
        /// السجناء السابقون بدون موارد.
        FormerPrisoner = "former_prisoner",
        /// المتسولون والمتشردون.
        BeggarOrVagrant = "beggar_or_vagrant",
        /// المدمنون بدون موارد.
        DrugDependent = "drug_dependent",
        /// أطفال الشوارع والشباب بدون مأوى.
        StreetChild = "street_child",
        /// الأطفال المتخلى عنهم.
        AbandonedChild = "abandoned_child",
    }
}

record! {
    /// A person's belonging to a target group or a category, with the answers to its form.
    Situation: SituationId, about: person(person) in case(case), written by: follows_cases {
        /// Whose.
        person: Option<PersonId> => Once, Identity, by_program();
        /// The case in which it was learnt (sync rule 21). A confidential one is always a case's own.
        case: Option<CaseId> => Once, Identity;
        /// The target group.
        group: Option<CaseType> => Once, Care;
        /// The category of the national initiative.
        indh: Option<IndhCategory> => Once, Care;
        /// Which form was answered.
        form: Option<String> => Once, Care;
        /// In which version.
        form_version: Option<u32> => Once, Care;
        /// What was answered.
        answers: Vec<Answer> => Latest, Care;
        /// Civil day on which it was noted.
        noted_on: Option<NaiveDate> => Once, Care;
        /// Who noted it.
        noted_by: Option<StaffId> => Once, Care;
        /// Day from which it is no longer so.
        until: Option<NaiveDate> => Latest, Care;
    }
}

impl Rules for Situation {
    const TOLD_BY: &'static [&'static str] = &["group", "indh"];

    fn prepare(&mut self, at: &Circumstances) {
        self.noted_on = Some(at.today);
        self.noted_by = Some(at.staff);
    }
}

impl IndhCategory {
    /// Whether the category alone would tell what is kept within a case.
    pub fn is_confidential(self) -> bool {
        matches!(
            self,
            IndhCategory::HomelessMentallyIll
                | IndhCategory::Hiv
                | IndhCategory::FormerPrisoner
                | IndhCategory::DrugDependent
                | IndhCategory::StreetChild
                | IndhCategory::AbandonedChild
        )
    }
}

/// Why a situation cannot be kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SituationProblem {
    /// Neither a group nor a category.
    #[error("neither a group nor a category")]
    Nothing,
    /// Violence, trafficking, children, some categories: never a fact of the person for the whole center.
    #[error("a confidential situation belongs to a restricted or sealed case")]
    Exposed,
    /// No such form, in this version, for this group.
    #[error("no such form for this group")]
    NoForm,
    /// An answer that is none.
    #[error(transparent)]
    Answer(#[from] AnswerProblem),
}

impl Situation {
    /// Whether the situation alone would tell what is kept within a case.
    pub fn is_confidential(&self) -> bool {
        self.group
            .is_some_and(|group| group.default_confidentiality() != Confidentiality::Ordinary)
            || self.indh.is_some_and(IndhCategory::is_confidential)
    }

    /// Whether it may be kept, in a case of `secrecy` or in none.
    ///
    /// # Errors
    /// The first problem found.
    pub fn check(&self, secrecy: Option<Confidentiality>) -> Result<(), SituationProblem> {
        if self.group.is_none() && self.indh.is_none() {
            return Err(SituationProblem::Nothing);
        }
        let kept_apart = secrecy.is_some_and(Confidentiality::keeps_apart);
        if self.is_confidential() && !kept_apart {
            return Err(SituationProblem::Exposed);
        }
        match (&self.form, self.form_version) {
            (None, None) if self.answers.is_empty() => Ok(()),
            (Some(form), Some(version)) => {
                let form = form::find(form, version)
                    .filter(|form| Some(form.group) == self.group)
                    .ok_or(SituationProblem::NoForm)?;
                Ok(form.check_answers(&self.answers)?)
            }
            _ => Err(SituationProblem::NoForm),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn violence_trafficking_and_children_are_never_facts_of_the_person() {
        for group in [
            CaseType::WomanVictimOfViolence,
            CaseType::TraffickingVictim,
            CaseType::ChildInDifficulty,
            CaseType::ChildWithoutFamily,
            CaseType::StreetChild,
        ] {
            let situation = Situation {
                group: Some(group),
                ..Situation::default()
            };
            for open in [None, Some(Confidentiality::Ordinary)] {
                assert_eq!(situation.check(open), Err(SituationProblem::Exposed));
            }
            assert_eq!(situation.check(Some(Confidentiality::Restricted)), Ok(()));
        }
    }

    #[test]
    fn an_ordinary_group_is_known_with_no_case_and_an_illness_is_not() {
        let elderly = Situation {
            group: Some(CaseType::Elderly),
            indh: Some(IndhCategory::IndigentElderly),
            ..Situation::default()
        };
        assert_eq!(elderly.check(None), Ok(()));
        let ill = Situation {
            indh: Some(IndhCategory::Hiv),
            ..Situation::default()
        };
        assert_eq!(ill.check(None), Err(SituationProblem::Exposed));
        assert_eq!(
            Situation::default().check(None),
            Err(SituationProblem::Nothing)
        );
    }

    #[test]
    fn answers_are_those_of_the_form_of_the_group() {
        let mut situation = Situation {
            group: Some(CaseType::Elderly),
            form: Some("elderly".into()),
            form_version: Some(1),
            ..Situation::default()
        };
        assert_eq!(situation.check(None), Ok(()));
        situation.form = Some("homeless".into());
        assert_eq!(situation.check(None), Err(SituationProblem::NoForm));
        situation.form = None;
        assert_eq!(situation.check(None), Err(SituationProblem::NoForm));
    }
}
