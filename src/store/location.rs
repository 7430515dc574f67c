//! Where a vault must not be. On a network share: the write-ahead log of SQLite needs memory that all its users share, which
//! a network share does not give, so that two machines would damage the file without a word. In a folder that is
//! synchronised: its files are copied one by one while they are written, and come back older than they were.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::error::StoreError;

/// The file systems that come over a network, or from the machine outside a virtual one, by their names in Linux.
const NETWORK: [&str; 26] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "ceph",
    "coda",
    "lustre",
    "gpfs",
    "beegfs",
    "davfs",
    "9p",
    "vboxsf",
    "vmhgfs",
    "glusterfs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.davfs",
    "fuse.davfs2",
    "fuse.glusterfs",
    "fuse.ceph",
    "fuse.s3fs",
    "fuse.gvfsd-fuse",
    "fuse.vmhgfs-fuse",
    "fuse.onedriver",
];

/// What synchronises folders, with how the name of such a folder begins.
const SYNCED_NAMES: [(&str, &str); 7] = [
    ("OneDrive", "onedrive"),
    ("Dropbox", "dropbox"),
    ("Nextcloud", "nextcloud"),
    ("ownCloud", "owncloud"),
    ("Google Drive", "google drive"),
    ("Google Drive", "googledrive"),
    ("iCloud", "iclouddrive"),
];

/// What synchronises folders, with the name of a file that it keeps in such a folder: how that begins, and how it ends.
const SYNCED_MARKS: [(&str, &str, &str); 7] = [
    ("Dropbox", ".dropbox", ""),
    ("Nextcloud", ".sync_", ".db"),
    ("Nextcloud", "._sync_", ".db"),
    ("Nextcloud", ".nextcloudsync.log", ""),
    ("ownCloud", ".owncloudsync.log", ""),
    ("Syncthing", ".stfolder", ""),
    ("OneDrive", ".849c9593-d756-4e56-8d6e-42412f2a707b", ""),
];

/// The variables by which OneDrive tells programs on Windows where its folders are.
const ONEDRIVE: [&str; 3] = ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"];

/// Refuses a folder for a new vault that is synchronised.
///
/// # Errors
/// [`StoreError::SyncedFolder`].
pub(super) fn refuse_synced_folder(folder: &Path) -> Result<(), StoreError> {
    match synced_by(folder) {
        None => Ok(()),
        Some(service) => Err(StoreError::SyncedFolder(folder.to_owned(), service)),
    }
}

/// What synchronises this folder or one above it, where that can be seen.
pub(super) fn synced_by(folder: &Path) -> Option<&'static str> {
    let real = nearest_existing(folder).ok()?;
    let whole = std::path::absolute(folder).ok()?;
    let told = ONEDRIVE.iter().filter_map(env::var_os);
    let mut told = told.filter(|told| !told.is_empty());
    if told.any(|told| whole.starts_with(&told) || real.starts_with(&told)) {
        return Some("OneDrive");
    }
    let mut folders = whole.ancestors().chain(real.ancestors());
    let named = folders.find_map(|folder| synced_name(&folder.file_name()?.to_string_lossy()));
    named.or_else(|| real.ancestors().find_map(synced_mark))
}

/// What synchronises a folder of this name: `OneDrive - Gemeente`, `Dropbox (Personal)`.
fn synced_name(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    let mut known = SYNCED_NAMES.into_iter();
    let found = known.find(|(_, begin)| {
        let rest = name.strip_prefix(begin);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '-', '(']))
    });
    found.map(|(service, _)| service)
}

/// What keeps one of its files in this folder.
fn synced_mark(folder: &Path) -> Option<&'static str> {
    let files = fs::read_dir(folder).ok()?.flatten();
    let mut marks = files.filter_map(|file| {
        let name = file.file_name().to_string_lossy().to_lowercase();
        let mut known = SYNCED_MARKS.into_iter();
        let found = known.find(|(_, begin, end)| match end.is_empty() {
            true => name == *begin,
            false => name.starts_with(begin) && name.ends_with(end),
        });
        // The folder of the settings of Dropbox, in the home of everybody who has it, is called like its mark.
        found.filter(|(_, mark, _)| *mark != ".dropbox" || file.path().is_file())
    });
    marks.next().map(|(service, ..)| service)
}

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
        .filter(|mount| folder.starts_with(&mount.point));
    let nearest = above.max_by_key(|mount| mount.point.components().count());
    // A WebDAV disk is called nothing but `fuse`, and is known by the address it comes from.
    nearest.is_some_and(|mount| NETWORK.contains(&mount.kind) || mount.source.contains("://"))
}

/// Where a file system is, which one it is, and of what it is made.
struct Mount<'a> {
    point: PathBuf,
    kind: &'a str,
    source: &'a str,
}

/// The mount of one line; the optional fields in its middle end with a lone dash.
fn mount(line: &str) -> Option<Mount<'_>> {
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
    let mut after = after.split(' ');
    Some(Mount {
        point: PathBuf::from(point),
        kind: after.next()?,
        source: after.next().unwrap_or_default(),
    })
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
45 22 0:54 / /shared rw - virtiofs host rw
46 22 0:55 / /media/box rw - vboxsf box rw
47 22 0:56 / /media/dav rw - fuse https://cloud.voorbeeld.nl/dav rw
48 22 0:57 / /media/rclone rw - fuse.rclone sp:map rw
49 22 0:58 / /media/nine rw - 9p host rw
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
        assert!(!network("/shared/vault"), "it shares memory");
        for path in ["box", "dav", "rclone", "nine"] {
            assert!(network(&format!("/media/{path}/kluis")), "{path}");
        }
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
    fn a_folder_that_is_synchronised_is_known_by_its_name_and_by_what_lies_in_it() {
        for (name, service) in [
            ("OneDrive - Gemeente Voorbeeld", Some("OneDrive")),
            ("onedrive", Some("OneDrive")),
            ("Dropbox (Persoonlijk)", Some("Dropbox")),
            ("Nextcloud", Some("Nextcloud")),
            ("dropboxen", None),
            ("Documenten", None),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let vault = folder.path().join(name).join("kluis");
            assert_eq!(synced_by(&vault), service, "{name}");
        }
        for (mark, service) in [
            (".sync_1a2b3c.db", Some("Nextcloud")),
            (".owncloudsync.log", Some("ownCloud")),
            (".dropbox", Some("Dropbox")),
            (".sync_aantekening.txt", None),
        ] {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join(mark), "").unwrap();
            let vault = folder.path().join("werk/kluis");
            assert_eq!(synced_by(&vault), service, "{mark}");
        }
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join(".dropbox")).unwrap();
        assert_eq!(synced_by(&home.path().join("kluis")), None);
    }

    #[test]
    fn a_folder_that_does_not_exist_yet_is_judged_by_the_one_above_it() {
        let folder = tempfile::tempdir().unwrap();
        assert!(refuse_network_share(&folder.path().join("nog/niet")).is_ok());
    }
}
