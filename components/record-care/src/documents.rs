//! Documents of a registrant: in folders, each with its versions and who has read them (R18, R20, R21, R38).

mod add;
mod change;
mod chosen;
mod content;
mod document;
mod folders;
mod history;
mod list;
mod new_version;
mod put_away;
mod readers;
mod show;
mod state;
mod step;
mod unread;
mod uploads;

use utoipa_axum::{router::OpenApiRouter, routes};

/// Where the files lie.
const SHELF: files::Shelf = files::Shelf {
    waiting: include_str!("../sql/document-files-waiting.sql"),
    forgotten: include_str!("../sql/document-files-never-filed.sql"),
    delete_chunks: include_str!("../sql/document-chunks-delete.sql"),
    delete_files: include_str!("../sql/document-files-delete.sql"),
    set_media_type: include_str!("../sql/document-set-media-type.sql"),
    add_chunk: include_str!("../sql/document-chunk-add.sql"),
    received_bytes: include_str!("../sql/document-received-bytes.sql"),
    chunk: include_str!("../sql/document-chunk.sql"),
};

/// The routes of documents, their folders and their files.
pub(crate) fn api() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(list::list, add::add))
        .routes(routes!(unread::unread))
        .routes(routes!(show::show, change::change))
        .routes(routes!(new_version::add))
        .routes(routes!(content::read))
        .routes(routes!(readers::list))
        .routes(routes!(history::list))
        .routes(routes!(put_away::withdraw))
        .routes(routes!(put_away::restore))
        .routes(routes!(folders::list, folders::add))
        .routes(routes!(folders::rename, folders::remove))
        .routes(routes!(uploads::begin))
        .routes(routes!(uploads::progress))
        .routes(routes!(uploads::fill))
}
