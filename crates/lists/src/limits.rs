//! How much is ever read: enough for the register of a province, and never more memory than an old laptop has.

/// Bytes of a file.
pub const MAX_BYTES: usize = 64 << 20;
/// Rows of a list, the heading not counted.
pub const MAX_ROWS: usize = 250_000;
/// Columns of a list.
pub const MAX_COLUMNS: usize = 200;
/// Characters of a cell: what Excel itself allows.
pub(crate) const MAX_CELL: usize = 32_767;
/// Bytes of all texts of a list. A workbook may say one long text a million times in a few bytes.
pub(crate) const MAX_TEXT: usize = 192 << 20;
/// Bytes of a workbook once unpacked.
pub(crate) const MAX_UNPACKED: u64 = 512 << 20;
/// By how much a part of a workbook may grow when unpacked: sheets that repeat themselves reach sixty.
pub(crate) const MAX_GROWTH: u64 = 200;
/// Parts smaller than this, unpacked, are not asked by how much they grew.
pub(crate) const SMALL_PART: u64 = 8 << 20;
/// Different texts of a workbook.
pub(crate) const MAX_STRINGS: usize = 4_000_000;
/// Parts of a workbook.
pub(crate) const MAX_PARTS: usize = 2_000;
