//! Refusing network shares: a vault must be on a disk of this machine. The write-ahead log of SQLite needs memory that all
//! its users share, which a network share does not give: two machines would damage the file without a word.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::StoreError;

/// The file systems that come over a network, by their names in Linux.
const NETWORK: [&str; 8] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "fuse.sshfs",
    "afs",
    "ceph",
];

/// Refuses the address of a server, which would be made as a folder of that name.
///
/// # Errors
/// [`StoreError::VaultIsAddress`].
pub(super) fn refuse_address(folder: &Path) -> Result<(), StoreError> {
    // What comes after it may hold a password.
    match folder.to_string_lossy().split_once("://") {
        Some((kind, _)) => Err(StoreError::VaultIsAddress(format!("{kind}://…"))),
        None => Ok(()),
    }
}

/// Refuses a folder on a network share. A folder that does not exist yet is judged by the nearest one that does.
///
/// # Errors
/// [`StoreError::NetworkShare`], or the folder cannot be looked at.
pub(super) fn refuse_network_share(folder: &Path) -> Result<(), StoreError> {
    let real = nearest_existing(folder)?;
    let shared = if cfg!(windows) {
        is_share_name(&real.to_string_lossy())
    } else {
        // Only Linux tells its mounts here; elsewhere the text is empty and nothing is refused.
        let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        is_network_mount(&mounts, &real)
    };
    if shared {
        Err(StoreError::NetworkShare(folder.to_owned()))
    } else {
        Ok(())
    }
}

/// The folder itself or the nearest one above it that exists, without links and mapped drives.
fn nearest_existing(folder: &Path) -> Result<PathBuf, StoreError> {
    let whole = std::path::absolute(folder).map_err(StoreError::disk(folder))?;
    let existing = whole
        .ancestors()
        .find(|above| above.exists())
        .unwrap_or(&whole);
    existing.canonicalize().map_err(StoreError::disk(folder))
}

/// Whether Windows calls this folder by the name of a share: `\\server\share`.
fn is_share_name(path: &str) -> bool {
    path.starts_with(r"\\?\UNC\") || (path.starts_with(r"\\") && !path.starts_with(r"\\?\"))
}

/// Whether this folder is on a network mount, by the text of `/proc/self/mountinfo`. The longest mount point above it
/// counts, and of two mounts on one point the later.
fn is_network_mount(mounts: &str, folder: &Path) -> bool {
    let above = mounts
        .lines()
        .filter_map(mount)
        .filter(|(point, _)| folder.starts_with(point));
    let nearest = above.max_by_key(|(point, _)| point.components().count());
    nearest.is_some_and(|(_, kind)| NETWORK.contains(&kind))
}

/// The mount point and the file system of one line; the optional fields between them end with a lone dash.
fn mount(line: &str) -> Option<(PathBuf, &str)> {
    let (before, after) = line.split_once(" - ")?;
    let point = before.split(' ').nth(4)?;
    let point = [
        ("\\040", " "),
        ("\\011", "\t"),
        ("\\012", "\n"),
        ("\\134", "\\"),
    ]
    .iter()
    .fold(point.to_owned(), |point, (escape, meant)| {
        point.replace(escape, meant)
    });
    Some((PathBuf::from(point), after.split(' ').next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:50 / /mnt/team rw,relatime shared:9 - nfs4 server:/team rw,vers=4.2
41 40 8:2 / /mnt/team/local rw - xfs /dev/sdb1 rw
42 22 0:51 / /mnt/Mijn\\040map rw - cifs //server/map rw
43 22 0:52 / /srv rw - ext4 /dev/sdc1 rw
44 22 0:53 / /srv rw master:3 - fuse.sshfs host:/srv rw
45 22 0:54 / /shared rw - 9p host rw
";

    #[test]
    fn a_folder_is_judged_by_the_nearest_mount_above_it() {
        let network = |path: &str| is_network_mount(MOUNTS, Path::new(path));
        assert!(!network("/home/anna/vault"));
        assert!(network("/mnt/team/vault"));
        assert!(!network("/mnt/team/local/vault"));
        assert!(!network("/mnt/teamwork"));
    }

    #[test]
    fn blanks_later_mounts_and_the_disks_of_virtual_machines_are_understood() {
        let network = |path: &str| is_network_mount(MOUNTS, Path::new(path));
        assert!(network("/mnt/Mijn map/vault"));
        assert!(network("/srv/vault"));
        assert!(!network("/shared/vault"));
        assert!(!is_network_mount("", Path::new("/anywhere")));
    }

    #[test]
    fn windows_names_a_share_with_two_backslashes() {
        assert!(is_share_name(r"\\?\UNC\server\team\vault"));
        assert!(is_share_name(r"\\server\team\vault"));
        assert!(!is_share_name(r"\\?\C:\Users\anna\vault"));
        assert!(!is_share_name(r"C:\vault"));
    }

    #[test]
    fn a_folder_that_does_not_exist_yet_is_judged_by_the_one_above_it() {
        let folder = tempfile::tempdir().unwrap();
        assert!(refuse_network_share(&folder.path().join("nog/niet")).is_ok());
    }
}
