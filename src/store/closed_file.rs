//! New files and folders that are as closed to others as an older one.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

/// Makes a file that does not exist yet, as closed to others as the older one from the first moment.
///
/// # Errors
/// It exists, or the disk refuses.
pub(super) fn create(path: &Path, older: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    close_as(path, older)?;
    Ok(file)
}

/// Makes a new file or folder as closed to others as an older one. On Windows the rights come from the folder in which it
/// stands, as those of the older one did.
///
/// # Errors
/// The disk refuses.
pub(super) fn close_as(path: &Path, older: &Path) -> io::Result<()> {
    let found = fs::metadata(older)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
        // Where an administrator does it, it is still the file of whoever works with it. Nobody else may give files away.
        chown(path, Some(found.uid()), None).ok();
        let mut permissions = found.permissions();
        if chown(path, None, Some(found.gid())).is_err() {
            // Another group than could read the older one must not read this one.
            permissions.set_mode(permissions.mode() & !0o070);
        }
        fs::set_permissions(path, permissions)
    }
    #[cfg(not(unix))]
    {
        // Only whether it may be written is known here, which a new file is made for.
        let _ = (path, found);
        Ok(())
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_new_file_is_as_closed_as_the_older_one() {
        let folder = tempfile::tempdir().unwrap();
        let older = folder.path().join("oud.db");
        for mode in [0o600, 0o640, 0o444] {
            let newer = folder.path().join(format!("nieuw-{mode:o}.db"));
            fs::write(&older, "").unwrap();
            fs::set_permissions(&older, fs::Permissions::from_mode(mode)).unwrap();
            create(&newer, &older).unwrap();
            let made = fs::metadata(&newer).unwrap().permissions().mode() & 0o777;
            assert_eq!(made, mode);
            assert!(create(&newer, &older).is_err());
            fs::remove_file(&older).unwrap();
        }
    }
}
