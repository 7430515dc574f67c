//! Writing a file whole, or not at all.

use std::fs;
use std::io;
use std::path::Path;

use super::id::new_id;

/// Writes a file beside its place and then renames it, so that a disk that is full leaves no half file, and an older file
/// as it was.
///
/// # Errors
/// The disk refuses.
pub fn write_atomically(path: &Path, content: &[u8]) -> io::Result<()> {
    let partial = path.with_file_name(format!(".{}.part", new_id()));
    let written = fs::write(&partial, content).and_then(|()| fs::rename(&partial, path));
    written.inspect_err(|_| {
        // What is left of it holds personal data; where even this fails, the first error tells more.
        let _ = fs::remove_file(&partial);
    })
}
