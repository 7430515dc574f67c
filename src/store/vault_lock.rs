//! Who has a vault: files in its folder that are locked as long as somebody has it open, or is opening it. Nothing stands in
//! them, and the system unlocks them when a program ends in whatever way.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::access;
use super::error::StoreError;
use super::opening_progress::OpeningProgress;

/// Locked together by all that have the vault open, alone by whoever replaces its files.
const USE: &str = "vault.lock";
/// Locked alone by whoever opens or makes the vault, and may bring it up to date.
const OPENING: &str = "opening.lock";
/// Locked alone by whoever makes the backup that a window makes by itself.
const BACKING_UP: &str = "backup.lock";

/// How long somebody waits before that is said, and before it is given up.
const SAY_AFTER: Duration = Duration::from_secs(1);
const PATIENCE: Duration = Duration::from_secs(10 * 60);
/// How long it is until it is tried again.
const PAUSE: Duration = Duration::from_millis(20);

/// A lock on a vault, until it is dropped.
#[derive(Debug)]
pub struct VaultLock {
    /// None where nothing can be locked, because nothing can be written either.
    file: Option<File>,
}

/// Who is told that it takes a while.
pub(super) type Tell<'a> = &'a mut dyn FnMut(OpeningProgress);

impl VaultLock {
    /// Takes a vault for whoever replaces its files: to put back a backup, to repair. Nobody can open it meanwhile; those who
    /// try wait. The folder must be there.
    ///
    /// # Errors
    /// [`StoreError::VaultInUse`] where another window or command has it open, or this program itself; or the disk refuses.
    pub fn exclusive(folder: &Path) -> Result<Self, StoreError> {
        let alone = Self::alone(folder, USE)?;
        alone.ok_or_else(|| StoreError::VaultInUse(folder.to_owned()))
    }

    /// Takes the making of backups; none where another window is just doing that.
    pub(super) fn backing_up(folder: &Path) -> Result<Option<Self>, StoreError> {
        Self::alone(folder, BACKING_UP)
    }

    fn alone(folder: &Path, name: &str) -> Result<Option<Self>, StoreError> {
        let path = folder.join(name);
        let file = open(&path).map_err(StoreError::disk(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { file: Some(file) })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(StoreError::disk(&path)(error)),
        }
    }

    /// Takes a vault to work in, as others do. Whoever has it alone is waited for.
    pub(super) fn shared(folder: &Path, tell: Tell<'_>) -> Result<Self, StoreError> {
        wait(folder, USE, File::try_lock_shared, PATIENCE, tell)
    }

    /// Takes a vault while it is opened or made, so that one brings it up to date and the others wait for that.
    pub(super) fn opening(folder: &Path, tell: Tell<'_>) -> Result<Self, StoreError> {
        wait(folder, OPENING, File::try_lock, PATIENCE, tell)
    }

    /// Whether this is the name of a file that is only there to be locked.
    pub(super) fn is_name(name: &str) -> bool {
        [USE, OPENING, BACKING_UP].contains(&name)
    }
}

impl Drop for VaultLock {
    fn drop(&mut self) {
        // Closing the file unlocks it too, on Windows some time later.
        if let Some(file) = &self.file {
            file.unlock().unwrap_or_default();
        }
    }
}

fn open(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    // Who may only read can lock what is there.
    let made = !path.exists();
    let opened = options.open(path).inspect(|_| {
        if let Some(folder) = path.parent().filter(|_| made) {
            access::follow(path, folder);
        }
    });
    opened.or_else(|error| File::open(path).map_err(|_| error))
}

fn wait(
    folder: &Path,
    name: &str,
    try_lock: fn(&File) -> Result<(), TryLockError>,
    patience: Duration,
    tell: Tell<'_>,
) -> Result<VaultLock, StoreError> {
    // In a folder in which nothing can be written nothing is brought up to date; and a disk that knows no locks has none for
    // the files either, which is said when they are opened.
    let Ok(file) = open(&folder.join(name)) else {
        return Ok(VaultLock { file: None });
    };
    let began = Instant::now();
    let mut said = false;
    loop {
        match try_lock(&file) {
            Ok(()) => return Ok(VaultLock { file: Some(file) }),
            Err(TryLockError::Error(_)) => return Ok(VaultLock { file: None }),
            Err(TryLockError::WouldBlock) => {}
        }
        if began.elapsed() > patience {
            return Err(StoreError::VaultInUse(folder.to_owned()));
        }
        if !said && began.elapsed() > SAY_AFTER {
            tell(OpeningProgress::Waits);
            said = true;
        }
        thread::sleep(PAUSE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_waits_says_so_and_does_not_wait_for_ever() {
        let folder = tempfile::tempdir().unwrap();
        let alone = VaultLock::exclusive(folder.path()).unwrap();
        let mut told = 0;
        let patience = Duration::from_millis(1200);
        let waited = wait(
            folder.path(),
            USE,
            File::try_lock_shared,
            patience,
            &mut |_| told += 1,
        );
        assert!(matches!(waited, Err(StoreError::VaultInUse(_))));
        assert_eq!(told, 1);
        drop(alone);
        VaultLock::shared(folder.path(), &mut |_| ()).unwrap();
    }
}
