//! Files of mails. They belong to a mail once it is sent, and go out only to those who are in one that carries them.

pub(crate) mod begin;
pub(crate) mod fill;
pub(crate) mod read;

/// Where they lie.
const SHELF: files::Shelf = files::Shelf {
    waiting: include_str!("../sql/waiting-files.sql"),
    forgotten: include_str!("../sql/files-never-sent.sql"),
    delete_chunks: include_str!("../sql/delete-chunks.sql"),
    delete_files: include_str!("../sql/delete-files.sql"),
    set_media_type: include_str!("../sql/set-media-type.sql"),
    add_chunk: include_str!("../sql/add-chunk.sql"),
    received_bytes: include_str!("../sql/received-bytes.sql"),
    chunk: include_str!("../sql/chunk.sql"),
};
