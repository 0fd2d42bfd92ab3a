//! The card of the center this device belongs to.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jisr_domain::attachment::MediaType;
use jisr_domain::center::Center;

use super::{CenterView, logo};
use crate::error::CommandError;
use crate::record::record_view_by_id;
use crate::session::Session;
use crate::view::{Document, Empty};

/// `center.get`
///
/// # Errors
/// [`CommandError::NotFound`] on a laptop that joined and was told nothing yet; the disk and the database.
pub fn get(session: &Session<'_>, _args: Empty) -> Result<CenterView, CommandError> {
    session.read(|reader| {
        Ok(CenterView {
            center: record_view_by_id::<Center>(reader, reader.device()?.center)?,
            logo: logo(session, reader)?.map(|bytes| Document {
                file_name: "logo.png".to_owned(),
                mime: MediaType::Png.code().to_owned(),
                base64: STANDARD.encode(bytes),
            }),
        })
    })
}
