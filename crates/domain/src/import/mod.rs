//! Lists brought into the register: who brought which, and what became of it. The people themselves name the list
//! they came from ([`crate::person::Person::import`]).

use chrono::{DateTime, NaiveDate, Utc};

use crate::id::{PersonId, StaffId};
use crate::record::{Rules, code, record};

code! {
    /// What a list is.
    ListFormat {
        /// A text with columns.
        Csv = "csv",
        /// An Excel workbook.
        Xlsx = "xlsx",
    }
}

record! {
    /// A list brought in (استيراد لائحة). Its people are written a part at a time; `ended_at` comes with the last part, so
    /// that one cut in the middle is known for it on every device.
    Import: ImportId, about: center, written by: imports_lists {
        /// Name of the file.
        file_name: Option<String> => Once, Identity;
        /// What it was.
        format: Option<ListFormat> => Once, Public;
        /// When it began.
        at: Option<DateTime<Utc>> => Once, Public, by_program();
        /// By whom.
        by: Option<StaffId> => Once, Public, by_program();
        /// Rows of the list.
        rows: Option<u32> => Once, Public;
        /// When its last row was written.
        ended_at: Option<DateTime<Utc>> => Latest, Public;
        /// People written.
        imported: Option<u32> => Latest, Public;
        /// Rows that could not become a person.
        refused: Option<u32> => Latest, Public;
        /// Rows somebody chose to leave out.
        left_out: Option<u32> => Latest, Public;
        /// Day on which it was undone: its people, but for those somebody has worked with since, are withdrawn.
        undone_on: Option<NaiveDate> => Latest, Public;
        /// By whom.
        undone_by: Option<StaffId> => Latest, Public;
    }
}

impl Rules for Import {
    const TOLD_BY: &'static [&'static str] = &["file_name", "at"];
}

/// Bits of a person's id that say the row: more than any list has rows.
const ROW_BITS: u32 = 18;

/// The id of the person in `row` (from 0) of an import that began at `at_ms`: always the same, so that a row written
/// twice, by somebody who goes on where another machine stopped, is one person. `sign` is 56 bits that only this
/// import and row have. In the order of their rows, as ids are in the order of their making.
pub fn person_of_row(at_ms: u64, row: u32, sign: [u8; 7]) -> PersonId {
    let row = row & ((1 << ROW_BITS) - 1);
    let low = |bits: u32| u8::try_from(bits & 0xFF).unwrap_or(0);
    // Four bits beside the version, eight after them, six beside the variant: the others are overwritten.
    let mut bytes = [
        low(row >> 14),
        low(row >> 6),
        low(row & 0x3F),
        0,
        0,
        0,
        0,
        0,
        0,
        0,
    ];
    bytes[3..].copy_from_slice(&sign);
    PersonId(uuid::Builder::from_unix_timestamp_millis(at_ms, &bytes).into_uuid())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn rows_are_people_in_their_order_and_none_is_another() {
        let ids: Vec<PersonId> = (0..1 << ROW_BITS)
            .step_by(101)
            .map(|row| person_of_row(1_790_000_000_000, row, [7; 7]))
            .collect();
        assert!(ids.is_sorted_by(|one, next| one < next));
        assert_eq!(ids.first().unwrap().0.get_version_num(), 7);
    }

    #[test]
    fn a_row_is_the_same_person_whoever_writes_it() {
        assert_eq!(person_of_row(1, 5, [1; 7]), person_of_row(1, 5, [1; 7]));
        assert_ne!(person_of_row(1, 5, [1; 7]), person_of_row(1, 5, [2; 7]));
    }
}
