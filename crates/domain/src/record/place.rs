//! Where a field stands among those shown and asked together.

/// Fields of one record that are shown and asked together, in the order of the card. Inside a group the order is that of
/// the declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// What somebody is called.
    Names,
    /// When and where they were born, and of whom.
    Birth,
    /// The papers they hold.
    Papers,
    /// How they are reached.
    Reach,
    /// Where they live or are found.
    Home,
    /// How they live.
    Life,
    /// What makes a meeting possible.
    Meeting,
}

impl Group {
    /// Its code, for the interface.
    pub fn code(self) -> &'static str {
        match self {
            Group::Names => "names",
            Group::Birth => "birth",
            Group::Papers => "papers",
            Group::Reach => "reach",
            Group::Home => "home",
            Group::Life => "life",
            Group::Meeting => "meeting",
        }
    }
}

/// Where a field stands, and what it is worth when a person was recorded several times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldPlace {
    /// With which it is shown and asked; none: the screens of its record place it themselves.
    pub group: Option<Group>,
    /// It is taken together with this field from one record: a given name of one and a family name of another are
    /// nobody's.
    pub with: Option<&'static str>,
    /// It is taken with that field and says nothing by itself: hours at which a number may be called.
    pub follows: bool,
    /// It is the record's own: of a person recorded several times, the first record's.
    pub own: bool,
    /// It is written by the program beside what a person wrote: nothing for anybody to decide.
    pub by_program: bool,
    /// A list brought in may have a column of it.
    pub imported: bool,
    /// A list taken out may have a column of it.
    pub exported: bool,
}

impl FieldPlace {
    /// A field its screens place themselves, and no list has.
    pub const NOWHERE: Self = Self {
        group: None,
        with: None,
        follows: false,
        own: false,
        by_program: false,
        imported: false,
        exported: false,
    };

    /// Taken together with `field` from one record.
    #[must_use]
    pub const fn with(mut self, field: &'static str) -> Self {
        self.with = Some(field);
        self
    }

    /// Taken with `field` from one record, and of no worth by itself.
    #[must_use]
    pub const fn following(mut self, field: &'static str) -> Self {
        self.with = Some(field);
        self.follows = true;
        self
    }

    /// The record's own.
    #[must_use]
    pub const fn own(mut self) -> Self {
        self.own = true;
        self
    }

    /// No list brought in has it.
    #[must_use]
    pub const fn not_imported(mut self) -> Self {
        self.imported = false;
        self
    }

    /// No list taken out has it.
    #[must_use]
    pub const fn not_exported(mut self) -> Self {
        self.exported = false;
        self
    }
}

/// Shown and asked with those of `group`; a column of lists brought in and taken out.
pub const fn within(group: Group) -> FieldPlace {
    FieldPlace {
        group: Some(group),
        imported: true,
        exported: true,
        ..FieldPlace::NOWHERE
    }
}

/// The record's own, on no card.
pub const fn own() -> FieldPlace {
    FieldPlace::NOWHERE.own()
}

/// Written by the program beside what a person wrote.
pub const fn by_program() -> FieldPlace {
    FieldPlace {
        by_program: true,
        ..FieldPlace::NOWHERE
    }
}
