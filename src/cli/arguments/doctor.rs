//! The arguments of the command that looks whether a vault is whole, and repairs it.

use clap::Args;

use super::values::Format;

#[derive(Debug, Args)]
pub(in crate::cli) struct Doctor {
    #[arg(id = "doctor_repair", long = "repair")]
    pub repair: bool,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}
