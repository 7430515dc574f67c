//! Making a vault: aside, and put in its place when it is whole.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::access::Access;
use super::error::StoreError;
use super::file_names::{SHARED, file_of};
use super::folder::{layers, refuse_other_contents};
use super::location;
use super::sqlite::connection::FileKey;
use super::sqlite::mark;
use super::staging::{self, Staging};
use super::vault::{Vault, refuse_clock};
use super::vault_lock::VaultLock;

impl Vault {
    /// Makes a vault in a folder that is absent or empty. Definitions of the municipality may be there already, in
    /// `registers/`, `lists/` and the like; they are in force from the start. What an interrupted attempt left, in which no
    /// case stands, is finished.
    ///
    /// # Errors
    /// There is a vault already, the folder holds other things or is on a network share, a definition has mistakes, or
    /// the disk refuses.
    pub fn create(folder: &Path, now: DateTime<Utc>) -> Result<Self, StoreError> {
        Self::create_filled(folder, now, |_| Ok(()))
    }

    /// The same, open to those whom it is meant for.
    ///
    /// # Errors
    /// The same; or there is no such group.
    pub fn create_for(
        access: &Access,
        folder: &Path,
        now: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        Self::make(access, folder, now, |_| Ok(()))
    }

    /// The same for its owner, with what `fill` writes in it: the vault is there with all of that, or not at all.
    ///
    /// # Errors
    /// The same, and every error of `fill`.
    pub fn create_filled(
        folder: &Path,
        now: DateTime<Utc>,
        fill: impl FnOnce(&mut Self) -> Result<(), StoreError>,
    ) -> Result<Self, StoreError> {
        Self::make(&Access::Owner, folder, now, fill)
    }

    fn make(
        access: &Access,
        folder: &Path,
        now: DateTime<Utc>,
        fill: impl FnOnce(&mut Self) -> Result<(), StoreError>,
    ) -> Result<Self, StoreError> {
        refuse_clock(now)?;
        location::refuse_address(folder)?;
        location::refuse_network_share(folder)?;
        location::refuse_synced_folder(folder)?;
        refuse_taken(folder)?;
        // Mistakes are reported before anything is made.
        layers(folder)?.read().map_err(StoreError::Definitions)?;
        fs::create_dir_all(folder).map_err(StoreError::disk(folder))?;
        access.give(folder)?;
        let lock = Arc::new(VaultLock::shared(folder, &mut |_| ())?);
        let opening = VaultLock::opening(folder, &mut |_| ())?;
        // Another one may just have made it.
        staging::settle(folder)?;
        refuse_taken(folder)?;
        let staging = Staging::begin(folder)?;
        let mut made = Self::open_files(folder, &staging.folder(), Arc::clone(&lock), now)?;
        fill(&mut made)?;
        // Every file is closed before it is moved.
        drop(made);
        staging.put_in_place(None)?;
        let vault = Self::open_files(folder, folder, lock, now);
        drop(opening);
        vault
    }

    /// Whether this folder holds a vault, or one that only has to be put in its place.
    pub fn exists(folder: &Path) -> bool {
        file_of(folder, SHARED).exists() || staging::is_ready(folder)
    }

    /// Whether this folder holds what an interrupted attempt to make a vault left. It can be made there again.
    pub fn is_half_made(folder: &Path) -> bool {
        let shared = file_of(folder, SHARED);
        let left = match shared.exists() {
            true => mark::is_blank(&shared, FileKey::None).unwrap_or_default(),
            false => staging::is_left(folder),
        };
        left && !staging::is_ready(folder) && refuse_other_contents(folder).is_ok()
    }
}

/// Refuses a folder in which no vault can be made.
fn refuse_taken(folder: &Path) -> Result<(), StoreError> {
    if Vault::exists(folder) && !Vault::is_half_made(folder) {
        return Err(StoreError::VaultExists(folder.to_owned()));
    }
    refuse_other_contents(folder)
}
