//! The arguments of the commands about backups.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::values::Format;

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Backup {
    Make(MakeBackup),
    List(ListBackups),
    Verify(VerifyBackup),
    Restore(RestoreBackup),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct MakeBackup {
    #[arg(id = "backup_to", long = "to", value_name = "DIR")]
    pub to: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ListBackups {
    #[arg(id = "backup_from", long = "from", value_name = "DIR")]
    pub from: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct VerifyBackup {
    #[arg(id = "backup_verified", value_name = "NAME")]
    pub name: Option<String>,
    #[arg(id = "backup_from", long = "from", value_name = "DIR")]
    pub from: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct RestoreBackup {
    #[arg(id = "backup_name", value_name = "NAME")]
    pub name: String,
    #[arg(long = "team", value_name = "TEAM")]
    pub teams: Vec<String>,
    #[arg(id = "backup_from", long = "from", value_name = "DIR")]
    pub from: Option<PathBuf>,
    #[arg(id = "restore_dry_run", long = "dry-run")]
    pub dry_run: bool,
}
