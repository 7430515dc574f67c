//! The arguments of the commands that make, change or print cases.

use std::path::PathBuf;

use clap::{Args, value_parser};

use super::values::{Format, conflicts, date_order, dialect, trimmed};
use crate::exchange::{DEMO_SEED, DEMO_YEARS, Decision};
use crate::register::DateOrder;
use crate::report::Dialect;

#[derive(Debug, Args)]
pub(in crate::cli) struct Init {
    #[arg(long = "group", value_name = "GROUP")]
    pub group: Option<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Demo {
    #[arg(long, value_name = "N", default_value_t = DEMO_YEARS, value_parser = value_parser!(u16).range(1..=20))]
    pub years: u16,
    #[arg(long, value_name = "N", conflicts_with = "years")]
    pub cases: Option<usize>,
    #[arg(long, value_name = "N", default_value_t = DEMO_SEED)]
    pub seed: u64,
    #[arg(long)]
    pub no_window: bool,
}

/// The cases that are exported, as what, and where to.
#[derive(Debug, Args)]
pub(in crate::cli) struct Export {
    pub register: String,
    #[arg(long)]
    pub editable: bool,
    #[arg(
        long,
        value_name = "NAME",
        requires = "ground",
        conflicts_with = "editable"
    )]
    pub recipient: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "recipient")]
    pub ground: Option<String>,
    #[arg(long = "cases", value_name = "NUMBER,NUMBER", value_delimiter = ',', value_parser = trimmed)]
    pub which: Vec<String>,
    #[arg(long = "where", value_name = "FIELD=VALUE", conflicts_with = "which")]
    pub filters: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    #[arg(long, value_name = "DIALECT", value_parser = dialect(), default_value = "excel")]
    pub dialect: Dialect,
    #[arg(long)]
    pub overwrite: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Import {
    pub register: String,
    pub file: PathBuf,
    #[arg(long, value_name = "COLUMN=FIELD")]
    pub map: Vec<String>,
    #[arg(long, value_name = "NAME|FILE")]
    pub mapping: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    #[arg(long, value_name = "ROW")]
    pub header_row: Option<usize>,
    #[arg(long, value_name = "ORDER", value_parser = date_order())]
    pub date_order: Option<DateOrder>,
    #[arg(long, value_name = "DECISION", value_parser = conflicts())]
    pub conflicts: Option<Decision>,
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub all_or_nothing: bool,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// The values that cases are given, and which cases.
#[derive(Debug, Args)]
pub(in crate::cli) struct Change {
    pub register: String,
    #[arg(long = "cases", value_name = "NUMBER,NUMBER", value_delimiter = ',', value_parser = trimmed)]
    pub which: Vec<String>,
    #[arg(long = "where", value_name = "FIELD=VALUE", conflicts_with = "which")]
    pub filters: Vec<String>,
    #[arg(long = "set", value_name = "FIELD=VALUE", required = true)]
    pub set: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// Two cases that are one.
#[derive(Debug, Args)]
pub(in crate::cli) struct Merge {
    pub register: String,
    pub other: String,
    pub into: String,
    #[arg(long)]
    pub dry_run: bool,
}

/// The action that is undone.
#[derive(Debug, Args)]
pub(in crate::cli) struct Undo {
    pub operation: String,
}

/// The file to which a document is written, and whether it holds everything.
#[derive(Debug, Args)]
pub(in crate::cli) struct DocumentFile {
    #[arg(long)]
    pub all: bool,
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    #[arg(long)]
    pub overwrite: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Paper {
    pub register: String,
    pub number: String,
    #[command(flatten)]
    pub file: DocumentFile,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Agenda {
    pub register: String,
    #[arg(long = "where", value_name = "FIELD=VALUE", conflicts_with = "numbers")]
    pub filters: Vec<String>,
    #[arg(long = "cases", value_name = "NUMBER,NUMBER", value_delimiter = ',', value_parser = trimmed)]
    pub numbers: Vec<String>,
    #[arg(long, value_name = "TITLE")]
    pub title: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    #[arg(long)]
    pub minutes: bool,
    #[command(flatten)]
    pub file: DocumentFile,
}
