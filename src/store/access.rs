//! To whom a vault is open on a machine with several users: to whoever makes it, or to a group that may work in it too.

use std::io;
use std::path::Path;

use super::error::StoreError;

/// To whom a vault is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Access {
    /// To whoever makes it, and to nobody else.
    #[default]
    Owner,
    /// To this group of the system too: its members work in it together.
    Group(String),
}

impl Access {
    /// Opens the folder of a new vault to whom it is meant for. What is made in it follows, by [`follow`].
    ///
    /// # Errors
    /// There is no such group, or whoever asks may not give the folder to it.
    pub(super) fn give(&self, folder: &Path) -> Result<(), StoreError> {
        match self {
            Self::Owner => {
                // A disk that knows no owners, as those of cameras, has nothing to close.
                system::close(folder).ok();
                Ok(())
            }
            Self::Group(group) => match system::share(folder, group) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    Err(StoreError::NoSuchGroup(group.clone()))
                }
                shared => shared.map_err(StoreError::disk(folder)),
            },
        }
    }
}

/// Opens a file or a folder that was made in a vault to those to whom the vault is open. Who may not change that, because it
/// is of a colleague, leaves it as it is.
pub(super) fn follow(path: &Path, vault: &Path) {
    system::follow(path, vault).ok();
}

#[cfg(unix)]
mod system {
    use std::fs::{self, Permissions};
    use std::io;
    use std::os::unix::fs::{PermissionsExt, chown};
    use std::path::Path;

    use nix::unistd::Group;

    /// For the owner alone; and for a group, to which then also belongs what is made in it.
    const OWNER: u32 = 0o700;
    const GROUP: u32 = 0o2770;

    pub fn close(folder: &Path) -> io::Result<()> {
        fs::set_permissions(folder, Permissions::from_mode(OWNER))
    }

    pub fn share(folder: &Path, group: &str) -> io::Result<()> {
        let group = Group::from_name(group)?.ok_or(io::ErrorKind::NotFound)?;
        chown(folder, None, Some(group.gid.as_raw()))?;
        fs::set_permissions(folder, Permissions::from_mode(GROUP))
    }

    pub fn follow(path: &Path, vault: &Path) -> io::Result<()> {
        let is_shared = fs::metadata(vault)?.permissions().mode() & 0o020 != 0;
        let is_folder = fs::metadata(path)?.is_dir();
        let mode = match is_shared {
            true => GROUP,
            false => OWNER,
        };
        // A file is run by nobody, and hands nothing on.
        let mode = if is_folder { mode } else { mode & 0o660 };
        fs::set_permissions(path, Permissions::from_mode(mode))
    }
}

#[cfg(windows)]
mod system {
    use std::io;
    use std::path::Path;
    use std::process::Command;

    /// The folder has the rights of the one in which it is made: in the profile of a user, those of that user alone.
    pub fn close(_folder: &Path) -> io::Result<()> {
        Ok(())
    }

    /// Whoever is in the group may change everything that is in the folder, and will be.
    pub fn share(folder: &Path, group: &str) -> io::Result<()> {
        let mut grant = Command::new("icacls");
        grant.arg(folder).arg("/grant");
        let granted = grant.arg(format!("{group}:(OI)(CI)M")).output()?;
        match granted.status.success() {
            true => Ok(()),
            false => Err(io::ErrorKind::NotFound.into()),
        }
    }

    /// What is made in a folder has its rights by itself.
    pub fn follow(_path: &Path, _vault: &Path) -> io::Result<()> {
        Ok(())
    }
}
