//! What a declared code gives: the enum, what its words are told, and what crosses with it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Code;

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $code:literal $(says [$($says:literal),+])? $(also [$($also:literal),+])?;)+) => {
        /// A code of the locales.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $variant,)+
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)+];

            /// As it crosses.
            pub fn text(self) -> &'static str {
                match self { $(Code::$variant => $code,)+ }
            }

            /// What its words are told, each of which they use.
            pub fn says(self) -> &'static [&'static str] {
                match self { $(Code::$variant => &[$($($says),+)?],)+ }
            }

            /// What crosses beside that: for the program that asked, not for its words.
            pub fn also(self) -> &'static [&'static str] {
                match self { $(Code::$variant => &[$($($also),+)?],)+ }
            }
        }
    };
}
pub(super) use codes;

impl Code {
    /// The code written `text`, when this version knows it.
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.text() == text)
    }

    /// The values that cross with it, in the order declared: what `says` first, then what is `also` told.
    pub(crate) fn with(self, values: impl IntoIterator<Item = Value>) -> BTreeMap<String, Value> {
        self.says()
            .iter()
            .chain(self.also())
            .map(|name| (*name).to_owned())
            .zip(values)
            .collect()
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.text())
    }
}
