//! Files as a backup needs them: nobody else reads them, and they are on the disk before anybody relies on them.

use crate::Refused;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::fs::{File, OpenOptions};
use std::io::{Read as _, Write as _};
use std::path::Path;

const BUFFER_BYTES: usize = 1024 * 1024;

/// The copy of the database in a backup's folder.
pub(crate) const DATABASE: &str = "tasuki.db";
/// What is in it.
pub(crate) const MANIFEST: &str = "manifest.json";

pub(crate) fn failed(path: &Path) -> impl FnOnce(std::io::Error) -> Refused {
    let path = path.to_owned();
    move |error| Refused::File(path, error)
}

/// SHA-256 of a file in hexadecimal digits, and its length.
pub(crate) fn hash(path: &Path) -> Result<(String, u64), Refused> {
    let mut file = File::open(path).map_err(failed(path))?;
    let (mut hash, mut buffer, mut bytes) = (Sha256::new(), vec![0; BUFFER_BYTES], 0);
    loop {
        let read = file.read(&mut buffer).map_err(failed(path))?;
        let Some(piece) = buffer.get(..read).filter(|piece| !piece.is_empty()) else { break };
        hash.update(piece);
        bytes += read as u64;
    }
    Ok((hex(&hash.finalize()), bytes))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing into a String does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Makes the folder, or takes one that has nothing in it.
pub(crate) fn make_empty_folder(folder: &Path) -> Result<(), Refused> {
    std::fs::create_dir_all(folder).map_err(failed(folder))?;
    if std::fs::read_dir(folder).map_err(failed(folder))?.next().is_some() {
        return Err(Refused::because(format!(
            "{} is not empty: each backup has a folder of its own",
            folder.display()
        )));
    }
    only_for_me(folder, 0o700)
}

/// Writes a new file that only this user reads.
pub(crate) fn write(path: &Path, content: &[u8]) -> Result<(), Refused> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(failed(path))?;
    only_for_me(path, 0o600)?;
    file.write_all(content).and_then(|()| file.sync_all()).map_err(failed(path))
}

/// Waits until a file is on the disk.
pub(crate) fn sync(path: &Path) -> Result<(), Refused> {
    File::open(path).and_then(|file| file.sync_all()).map_err(failed(path))
}

/// A backup holds everything, names of patients among it.
#[cfg(unix)]
pub(crate) fn only_for_me(path: &Path, mode: u32) -> Result<(), Refused> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).map_err(failed(path))
}

#[cfg(not(unix))]
pub(crate) fn only_for_me(_: &Path, _: u32) -> Result<(), Refused> {
    Ok(())
}
