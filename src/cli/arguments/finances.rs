//! The arguments of the commands about finances.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::figures::FigureFile;
use super::values::Format;

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Finances {
    Check(CheckFinances),
    Import(ImportFinances),
    Show(ShowFinances),
    Years(FinanceYears),
    History(FinanceHistory),
    Restore(RestoreFinances),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct CheckFinances {
    pub file: PathBuf,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ImportFinances {
    pub file: PathBuf,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub all_or_nothing: bool,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ShowFinances {
    #[arg(id = "of_municipality", long = "municipality", value_name = "NAME")]
    pub municipality: Option<String>,
    #[arg(id = "of_document", long = "document", value_name = "TITLE")]
    pub document: Option<String>,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    #[command(flatten)]
    pub file: FigureFile,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct FinanceYears {
    #[arg(id = "of_municipality", long = "municipality", value_name = "NAME")]
    pub municipality: Option<String>,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct FinanceHistory {
    #[arg(id = "of_municipality", value_name = "MUNICIPALITY")]
    pub municipality: String,
    #[arg(id = "of_document", value_name = "DOCUMENT")]
    pub document: String,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct RestoreFinances {
    #[arg(id = "of_municipality", value_name = "MUNICIPALITY")]
    pub municipality: String,
    #[arg(id = "of_document", value_name = "DOCUMENT")]
    pub document: String,
    pub revision: u32,
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
}
