//! Files that people attach, to a message of a room or to a mail: what may come and in which pieces, and how they go out.
//!
//! Each use case has tables and a guard of its own, and says with a [`Shelf`] where its files lie. Files come in pieces,
//! so that a broken line costs one piece; what they are, their content says.

mod attachment;
mod coming;
mod kind;
mod name;
mod piece;

pub use attachment::{FileToRead, attachment};
pub use coming::{FileBegun, FileInput, NewFile, make_way};
pub use kind::media_type;
pub use piece::{FileProgress, FileToFill, fill};

/// The statements by which a use case keeps its files. They are files of that use case, so that a test knows each.
#[derive(Debug, Clone, Copy)]
pub struct Shelf {
    /// How many files of `?1` have come since `?2` and wait for what they belong to: a row with `files`.
    pub waiting: &'static str,
    /// The `id`s of a few that have waited since before `?1`.
    pub forgotten: &'static str,
    /// Deletes the pieces of the files in the JSON array `?1`.
    pub delete_chunks: &'static str,
    /// Deletes these files, as far as they still wait.
    pub delete_files: &'static str,
    /// Sets the media type of `?1` to `?2`.
    pub set_media_type: &'static str,
    /// Keeps piece `?2` of file `?1`: `?3` bytes, `?4`.
    pub add_chunk: &'static str,
    /// How many bytes of `?1` are here: a row with `received`.
    pub received_bytes: &'static str,
    /// The `content` of piece `?2` of file `?1`.
    pub chunk: &'static str,
}
