//! The arguments of the commands that give figures.

use std::path::PathBuf;

use clap::Args;

use super::values::{Format, dialect, quartile, step, trimmed, whole};
use crate::figures::{Lasted, Step, Whole};
use crate::report::Dialect;

/// The part of a register that a figure is about, and the format in which it is printed.
#[derive(Debug, Args)]
pub(in crate::cli) struct RegisterPart {
    pub register: String,
    #[arg(long, value_name = "KIND")]
    pub entries: Option<String>,
    #[arg(long = "where", value_name = "FIELD=VALUE")]
    pub filters: Vec<String>,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Table {
    #[command(flatten)]
    pub part: RegisterPart,
    #[arg(long, value_name = "TABLE", conflicts_with_all = ["rows", "columns", "entries", "measure", "quantity"])]
    pub table: Option<String>,
    #[arg(long, value_name = "FIELD,FIELD", value_delimiter = ',', value_parser = trimmed)]
    pub rows: Vec<String>,
    #[arg(long, value_name = "FIELD,FIELD", value_delimiter = ',', value_parser = trimmed)]
    pub columns: Vec<String>,
    #[arg(long)]
    pub period: Option<String>,
    #[arg(long)]
    pub measure: Option<String>,
    #[command(flatten)]
    pub quantity: QuantityArguments,
    #[arg(long, value_name = "WHOLE", value_parser = whole())]
    pub percent: Option<Whole>,
    #[arg(long, value_name = "PERIOD")]
    pub against: Option<String>,
    #[arg(long, value_name = "FIELD=VALUE")]
    pub of_which: Vec<String>,
    #[arg(long, value_name = "WHAT", conflicts_with_all = ["percent", "against", "of_which"])]
    pub per: Option<String>,
    #[arg(long, value_name = "YEAR", requires = "per")]
    pub per_year: Option<String>,
    #[command(flatten)]
    pub file: FigureFile,
}

/// The quantity of the counted cases, where that is not how many there are.
#[derive(Debug, Args)]
#[group(id = "quantity", multiple = false)]
pub(in crate::cli) struct QuantityArguments {
    #[arg(long, value_name = "WHAT", value_parser = ["persons"])]
    pub distinct: Option<String>,
    #[arg(long, value_name = "FIELD")]
    pub sum: Option<String>,
    #[arg(long, value_name = "FIELD")]
    pub average: Option<String>,
    #[arg(long, value_name = "QUARTILE", value_parser = quartile())]
    pub duration: Option<Lasted>,
}

/// The file to which a figure is written.
#[derive(Debug, Args)]
pub(in crate::cli) struct FigureFile {
    #[arg(id = "figure_out", long = "out", value_name = "FILE")]
    pub out: Option<PathBuf>,
    #[arg(long, value_name = "DIALECT", value_parser = dialect(), default_value = "excel")]
    pub dialect: Dialect,
    #[arg(long)]
    pub overwrite: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Balance {
    #[command(flatten)]
    pub part: RegisterPart,
    #[arg(long)]
    pub period: Option<String>,
    #[arg(long, value_name = "FIELD")]
    pub by: Option<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Series {
    #[command(flatten)]
    pub part: RegisterPart,
    #[arg(long, value_name = "PERIOD")]
    pub from: String,
    #[arg(long, value_name = "PERIOD")]
    pub to: String,
    #[arg(long, value_parser = step(), default_value = "year")]
    pub step: Step,
    #[arg(long, value_name = "FIELD")]
    pub by: Option<String>,
    #[arg(long)]
    pub measure: Option<String>,
    #[command(flatten)]
    pub quantity: QuantityArguments,
    #[arg(long, value_name = "WHOLE", value_parser = whole(), num_args = 0..=1, default_missing_value = "row")]
    pub percent: Option<Whole>,
    #[arg(long = "against")]
    pub year_before: bool,
    #[command(flatten)]
    pub file: FigureFile,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Cases {
    #[command(flatten)]
    pub part: RegisterPart,
    #[arg(long)]
    pub period: Option<String>,
    #[arg(long)]
    pub measure: Option<String>,
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    #[command(flatten)]
    pub file: FigureFile,
}
