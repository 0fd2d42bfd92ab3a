//! Writing what was drawn: everybody signs their own.

use chrono::Datelike;
use jisr_commands::CommandError;
use jisr_commands::session::Session;
use jisr_domain::case::Case;
use jisr_domain::reception::Reception;

use super::center::Part;
use super::entry::{Entry, Line, Who, create};

/// Records of one transaction at most: half of what the log takes, since texts in Arabic are long.
const MOST: usize = 500;

/// The sessions of those who write, each unlocked.
pub(super) struct Pens<'a>(pub(super) Vec<(Who, Session<'a>)>);

impl Pens<'_> {
    /// Writes `part`: what the desk knows, then each case in the order it was opened, then what colleagues added.
    pub(super) fn write_part(&self, part: Part) -> Result<(), CommandError> {
        let receptions = part
            .receptions
            .into_iter()
            .map(|reception| Line::new(Who::Soumia, reception));
        self.write(part.desk.into_iter().chain(receptions).collect())?;
        let mut colleagues = Vec::new();
        let mut lines: Vec<Line> = Vec::new();
        for case in part.cases {
            let same = lines
                .first()
                .is_none_or(|first| case.lines.first().is_none_or(|next| next.by == first.by));
            if !same || lines.len() + case.lines.len() > MOST {
                self.write(std::mem::take(&mut lines))?;
            }
            lines.extend(case.lines);
            colleagues.extend(case.colleagues);
        }
        self.write(lines)?;
        self.write(colleagues)
    }

    /// Writes `lines` in their order, as few transactions as their signers allow.
    pub(super) fn write(&self, lines: Vec<Line>) -> Result<(), CommandError> {
        for signed in lines.chunk_by(|one, next| one.by == next.by) {
            for chunk in signed.chunks(MOST) {
                let Some(first) = chunk.first() else { continue };
                self.of(first.by)?.write(|tx| {
                    for line in chunk {
                        // Numbers are given by the device, as they would have been.
                        match &line.entry {
                            Entry::Case(id, case) => {
                                let year = case.opened_on.map_or(0, |day| day.year());
                                let number = Some(tx.next_case_number(year)?);
                                tx.create(
                                    *id,
                                    &Case {
                                        number,
                                        ..Case::clone(case)
                                    },
                                )?;
                            }
                            Entry::Reception(id, reception) => {
                                let number = reception
                                    .day
                                    .map(|day| tx.next_daily_number(day))
                                    .transpose()?;
                                tx.create(
                                    *id,
                                    &Reception {
                                        number,
                                        ..Reception::clone(reception)
                                    },
                                )?;
                            }
                            other => create!(tx, other)?,
                        }
                    }
                    Ok(())
                })?;
            }
        }
        Ok(())
    }

    /// The session of one of them.
    ///
    /// # Errors
    /// [`CommandError::Locked`] when they are not among these.
    pub(super) fn of(&self, who: Who) -> Result<&Session<'_>, CommandError> {
        self.0
            .iter()
            .find(|(of, _)| *of == who)
            .map(|(_, session)| session)
            .ok_or(CommandError::Locked)
    }
}
