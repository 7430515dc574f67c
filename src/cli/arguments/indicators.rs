//! The arguments of the commands about indicators.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::figures::FigureFile;
use super::values::Format;

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Indicators {
    Import(ImportIndicators),
    Show(ShowIndicators),
    Series(IndicatorSeries),
    Table(IndicatorsTable),
    Set(SetIndicator),
    History(IndicatorHistory),
    Restore(RestoreIndicator),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ImportIndicators {
    pub file: PathBuf,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub all_or_nothing: bool,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ShowIndicators {
    #[arg(long = "year", value_name = "YEAR")]
    pub of_year: Option<String>,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    #[command(flatten)]
    pub file: FigureFile,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct IndicatorSeries {
    pub indicator: String,
    #[arg(long, value_name = "YEAR")]
    pub from_year: Option<String>,
    #[arg(long, value_name = "YEAR")]
    pub to_year: Option<String>,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    #[command(flatten)]
    pub file: FigureFile,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct IndicatorsTable {
    pub indicators: Vec<String>,
    #[arg(long, value_name = "YEAR")]
    pub from_year: Option<String>,
    #[arg(long, value_name = "YEAR")]
    pub to_year: Option<String>,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    #[command(flatten)]
    pub file: FigureFile,
}

/// One value: an indicator and a year.
#[derive(Debug, Args)]
pub(in crate::cli) struct OneYear {
    pub indicator: String,
    pub year: String,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct SetIndicator {
    #[command(flatten)]
    pub of: OneYear,
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true)]
    pub budget: Option<String>,
    #[arg(long, value_name = "TITLE")]
    pub edition: Option<String>,
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true)]
    pub actual: Option<String>,
    #[arg(long, value_name = "TITLE")]
    pub document: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub source: Option<String>,
    #[arg(long = "definition", value_name = "NAME")]
    pub measured: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    #[arg(long = "part", value_name = "PART=AMOUNT")]
    pub parts: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct IndicatorHistory {
    #[command(flatten)]
    pub of: OneYear,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct RestoreIndicator {
    #[command(flatten)]
    pub of: OneYear,
    pub revision: u32,
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
}
