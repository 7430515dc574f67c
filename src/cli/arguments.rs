//! What can be typed after `peildatum`. What a user reads about it stands in the texts: [`super::help`].

use std::convert::Infallible;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::exchange::{DEMO_CASES, DEMO_SEED};
use crate::figures::{Quartile, Step, Whole};
use crate::language::Language;
use crate::opening::Renderer;
use crate::report::Dialect;

/// The form in which figures and reports are given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For the eye.
    #[default]
    Text,
    /// For a spreadsheet.
    Csv,
    /// For a program.
    Json,
}

#[derive(Debug, Parser)]
#[command(name = "peildatum", version)]
pub(super) struct Arguments {
    #[arg(long, global = true, value_name = "DIR")]
    pub vault: Option<PathBuf>,
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = language())]
    pub lang: Option<Language>,
    #[arg(long, value_enum, default_value_t)]
    pub renderer: Renderer,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand, strum::IntoStaticStr)]
pub(super) enum Command {
    Init,
    Demo(Demo),
    Import(Import),
    Table(Table),
    Balance(Balance),
    Series(Series),
    Cases(Cases),
    Paper(Paper),
    Agenda(Agenda),
    Change(Change),
    Undo(Undo),
    Merge(Merge),
    Diagnose(Diagnose),
    #[command(subcommand)]
    Indicators(Indicators),
    #[command(subcommand)]
    Finances(Finances),
}

#[derive(Debug, Subcommand)]
pub(super) enum Indicators {
    Import(ImportIndicators),
    Show(ShowIndicators),
    Series(IndicatorSeries),
    Set(SetIndicator),
    History(IndicatorHistory),
    Restore(RestoreIndicator),
}

#[derive(Debug, Args)]
pub(super) struct ImportIndicators {
    pub file: PathBuf,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub all_or_nothing: bool,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(super) struct ShowIndicators {
    #[arg(long = "year", value_name = "YEAR")]
    pub of_year: Option<String>,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    #[command(flatten)]
    pub publishing: Publishing,
}

#[derive(Debug, Args)]
pub(super) struct IndicatorSeries {
    pub indicator: String,
    #[arg(long, value_name = "YEAR")]
    pub from_year: Option<String>,
    #[arg(long, value_name = "YEAR")]
    pub to_year: Option<String>,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    #[command(flatten)]
    pub publishing: Publishing,
}

/// Which value: of which indicator, in which year.
#[derive(Debug, Args)]
pub(super) struct OneYear {
    pub indicator: String,
    pub year: String,
}

#[derive(Debug, Args)]
pub(super) struct SetIndicator {
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
pub(super) struct IndicatorHistory {
    #[command(flatten)]
    pub of: OneYear,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(super) struct RestoreIndicator {
    #[command(flatten)]
    pub of: OneYear,
    pub revision: u32,
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Finances {
    Check(CheckFinances),
}

#[derive(Debug, Args)]
pub(super) struct CheckFinances {
    pub file: PathBuf,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(super) struct Demo {
    #[arg(long, value_name = "N", default_value_t = DEMO_CASES)]
    pub cases: usize,
    #[arg(long, value_name = "N", default_value_t = DEMO_SEED)]
    pub seed: u64,
    #[arg(long)]
    pub no_window: bool,
}

#[derive(Debug, Args)]
pub(super) struct Import {
    pub register: String,
    pub file: PathBuf,
    #[arg(long, value_name = "COLUMN=FIELD")]
    pub map: Vec<String>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub all_or_nothing: bool,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// Which part of which register a figure is about, and the form in which it is given.
#[derive(Debug, Args)]
pub(super) struct Part {
    pub register: String,
    #[arg(long = "where", value_name = "FIELD=VALUE")]
    pub filters: Vec<String>,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(super) struct Table {
    #[command(flatten)]
    pub part: Part,
    #[arg(long, value_name = "FIELD,FIELD", value_delimiter = ',', value_parser = trimmed)]
    pub rows: Vec<String>,
    #[arg(long, value_name = "FIELD,FIELD", value_delimiter = ',', value_parser = trimmed)]
    pub columns: Vec<String>,
    #[arg(long)]
    pub period: Option<String>,
    #[arg(long)]
    pub measure: Option<String>,
    #[command(flatten)]
    pub said: Said,
    #[arg(long, value_name = "WHOLE", value_parser = whole())]
    pub percent: Option<Whole>,
    #[arg(long, value_name = "PERIOD")]
    pub against: Option<String>,
    #[arg(long, value_name = "FIELD=VALUE")]
    pub of_which: Vec<String>,
    #[command(flatten)]
    pub publishing: Publishing,
}

/// What is said of the cases that are counted, where that is not how many there are.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub(super) struct Said {
    #[arg(long, value_name = "WHAT", value_parser = ["persons"])]
    pub distinct: Option<String>,
    #[arg(long, value_name = "FIELD")]
    pub sum: Option<String>,
    #[arg(long, value_name = "FIELD")]
    pub average: Option<String>,
    #[arg(long, value_name = "QUARTILE", value_parser = quartile())]
    pub duration: Option<Quartile>,
}

/// The file that a figure goes to.
#[derive(Debug, Args)]
pub(super) struct Publishing {
    #[arg(id = "figure_out", long = "out", value_name = "FILE")]
    pub out: Option<PathBuf>,
    #[arg(long, value_name = "DIALECT", value_parser = dialect(), default_value = "excel")]
    pub dialect: Dialect,
    #[arg(long)]
    pub overwrite: bool,
}

#[derive(Debug, Args)]
pub(super) struct Balance {
    #[command(flatten)]
    pub part: Part,
    #[arg(long)]
    pub period: Option<String>,
    #[arg(long, value_name = "FIELD")]
    pub by: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Series {
    #[command(flatten)]
    pub part: Part,
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
    pub said: Said,
    #[arg(long, value_name = "WHOLE", value_parser = whole(), num_args = 0..=1, default_missing_value = "row")]
    pub percent: Option<Whole>,
    #[arg(long = "against")]
    pub year_before: bool,
    #[command(flatten)]
    pub publishing: Publishing,
}

#[derive(Debug, Args)]
pub(super) struct Cases {
    #[command(flatten)]
    pub part: Part,
    #[arg(long)]
    pub period: Option<String>,
    #[arg(long)]
    pub measure: Option<String>,
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    #[command(flatten)]
    pub publishing: Publishing,
}

/// What cases are given, and which.
#[derive(Debug, Args)]
pub(super) struct Change {
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
pub(super) struct Merge {
    pub register: String,
    pub other: String,
    pub into: String,
    #[arg(long)]
    pub dry_run: bool,
}

/// The action that is undone.
#[derive(Debug, Args)]
pub(super) struct Undo {
    pub operation: String,
}

/// The file that a diagnosis goes to.
#[derive(Debug, Args)]
pub(super) struct Diagnose {
    #[arg(id = "diagnosis_out", long = "out", value_name = "FILE")]
    pub out: Option<PathBuf>,
    #[arg(long)]
    pub overwrite: bool,
}

/// The file that a document goes to, and for whom it is.
#[derive(Debug, Args)]
pub(super) struct Sheet {
    #[arg(long)]
    pub all: bool,
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    #[arg(long)]
    pub overwrite: bool,
}

#[derive(Debug, Args)]
pub(super) struct Paper {
    pub register: String,
    pub number: String,
    #[command(flatten)]
    pub sheet: Sheet,
}

#[derive(Debug, Args)]
pub(super) struct Agenda {
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
    pub sheet: Sheet,
}

// These parsers let only the names through that they were given; what is behind them always finds one.

fn language() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::code))
        .try_map(|code| Language::from_code(&code).ok_or("no such language"))
}

fn step() -> impl TypedValueParser<Value = Step> {
    one_of(&Step::NAMES)
}

fn whole() -> impl TypedValueParser<Value = Whole> {
    one_of(&Whole::NAMES)
}

fn quartile() -> impl TypedValueParser<Value = Quartile> {
    one_of(&Quartile::NAMES)
}

fn dialect() -> impl TypedValueParser<Value = Dialect> {
    one_of(&Dialect::NAMES)
}

/// What one of these names means.
fn one_of<T: Copy + Send + Sync>(
    names: &'static [(&'static str, T)],
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(names.iter().map(|(name, _)| *name)).try_map(|name| {
        let named = names.iter().find(|(known, _)| *known == name);
        named.map(|(_, meant)| *meant).ok_or("no such name")
    })
}

/// A piece of a list, without the blanks around it: people write `wijk, eigendom`.
fn trimmed(written: &str) -> Result<String, Infallible> {
    Ok(written.trim().to_owned())
}
