//! The arguments of the command that makes a diagnosis for a helpdesk.

use std::path::PathBuf;

use clap::Args;

/// The file to which the diagnosis is written.
#[derive(Debug, Args)]
pub(in crate::cli) struct Diagnose {
    #[arg(id = "diagnosis_out", long = "out", value_name = "FILE")]
    pub out: Option<PathBuf>,
    #[arg(long)]
    pub overwrite: bool,
}
