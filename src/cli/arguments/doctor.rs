//! The arguments of the command that looks whether a vault is whole.

use clap::Args;

use super::values::Format;

#[derive(Debug, Args)]
pub(in crate::cli) struct Doctor {
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}
