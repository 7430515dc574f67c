//! The arguments of the commands about what is known of districts.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::figures::FigureFile;
use super::values::Format;

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Districts {
    Import(ImportDistricts),
    Show(ShowDistricts),
    Set(SetDistrict),
    History(DistrictHistory),
    #[command(subcommand)]
    Neighbourhoods(Neighbourhoods),
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Neighbourhoods {
    Import(ImportNeighbourhoods),
    Show(ShowNeighbourhoods),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ImportDistricts {
    pub file: PathBuf,
    #[arg(id = "file_year", long = "year", value_name = "YEAR")]
    pub year: Option<String>,
    #[arg(id = "file_source", long = "source", value_name = "NAME")]
    pub source: Option<String>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub all_or_nothing: bool,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ShowDistricts {
    #[arg(id = "known_year", long = "year", value_name = "YEAR")]
    pub year: Option<String>,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    #[command(flatten)]
    pub file: FigureFile,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct SetDistrict {
    pub district: String,
    pub characteristic: String,
    #[arg(id = "known_in", value_name = "YEAR")]
    pub year: String,
    #[arg(value_name = "AMOUNT")]
    pub amount: Option<String>,
    #[arg(id = "file_source", long = "source", value_name = "NAME")]
    pub source: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct DistrictHistory {
    pub district: String,
    pub characteristic: String,
    #[arg(id = "known_in", value_name = "YEAR")]
    pub year: String,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ImportNeighbourhoods {
    pub file: PathBuf,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ShowNeighbourhoods {
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    #[command(flatten)]
    pub file: FigureFile,
}
