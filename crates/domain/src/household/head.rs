//! What the members of a household become when another of them is its head. Kinship is told to the head, so that a new
//! head changes the word for each; where the words do not decide, nothing is proposed and somebody says it.

use crate::person::Kinship;

/// What `member` is to the new head, who was `new_head` to the old one. `None` where it cannot be told.
#[must_use]
pub fn kinship_to(new_head: Kinship, member: Kinship) -> Option<Kinship> {
    use Kinship::{
        Child, Friend, Grandchild, Grandparent, Head, Other, Parent, Relative, Sibling, Spouse,
    };
    let family = |kinship: Kinship| {
        matches!(
            kinship,
            Spouse | Child | Parent | Sibling | Grandparent | Grandchild | Relative
        )
    };
    match (new_head, member) {
        (Spouse, Head) => Some(Spouse),
        (Child, Head) => Some(Parent),
        (Parent, Head) => Some(Child),
        (Sibling, Head) => Some(Sibling),
        (Grandparent, Head) => Some(Grandchild),
        (Grandchild, Head) => Some(Grandparent),
        (Relative, Head) => Some(Relative),
        (Friend | Other, Head) => Some(new_head),

        (Spouse, Child) => Some(Child),
        (Spouse, Grandchild) => Some(Grandchild),
        (Child, Spouse) => Some(Parent),
        (Child, Child) => Some(Sibling),
        (Child, Parent) => Some(Grandparent),
        // Another child's child, or one's own.
        (Child, Grandchild) => None,
        (Parent, Child) => Some(Grandchild),
        (Parent, Sibling) => Some(Child),
        (Parent, Parent) => Some(Spouse),
        (Parent, Grandparent) => None,
        (Sibling, Parent) => Some(Parent),
        (Sibling, Sibling) => Some(Sibling),
        (Sibling, Grandparent) => Some(Grandparent),
        (Grandchild | Grandparent, _) => None,
        (Spouse | Parent | Sibling | Child | Relative, other) if family(other) => Some(Relative),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_widow_who_becomes_head_keeps_her_children_and_her_son_would_have_a_sister() {
        assert_eq!(
            kinship_to(Kinship::Spouse, Kinship::Child),
            Some(Kinship::Child)
        );
        assert_eq!(
            kinship_to(Kinship::Child, Kinship::Child),
            Some(Kinship::Sibling)
        );
        assert_eq!(
            kinship_to(Kinship::Child, Kinship::Spouse),
            Some(Kinship::Parent)
        );
        assert_eq!(
            kinship_to(Kinship::Spouse, Kinship::Parent),
            Some(Kinship::Relative)
        );
    }

    #[test]
    fn what_the_words_do_not_decide_is_left_to_be_said() {
        assert_eq!(kinship_to(Kinship::Child, Kinship::Grandchild), None);
        assert_eq!(kinship_to(Kinship::Guardian, Kinship::Head), None);
        assert_eq!(kinship_to(Kinship::Spouse, Kinship::Friend), None);
    }

    #[test]
    fn taking_the_head_back_gives_the_old_head_back_the_same_word() {
        for was in [
            Kinship::Spouse,
            Kinship::Child,
            Kinship::Parent,
            Kinship::Sibling,
            Kinship::Relative,
        ] {
            let old_head = kinship_to(was, Kinship::Head).unwrap_or(Kinship::Other);
            assert_eq!(kinship_to(old_head, Kinship::Head), Some(was), "{was:?}");
        }
    }
}
