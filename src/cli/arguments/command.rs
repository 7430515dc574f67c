//! The commands, and the arguments that go before a command.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::backup::Backup;
use super::cases::{Agenda, Change, Demo, Export, Import, Init, Merge, Paper, Undo};
use super::diagnose::Diagnose;
use super::districts::Districts;
use super::doctor::Doctor;
use super::figures::{Balance, Cases, Series, Table};
use super::finances::Finances;
use super::indicators::Indicators;
use super::mapping::Mapping;
use super::values::language;
use crate::language::Language;
use crate::opening::Renderer;

#[derive(Debug, Parser)]
#[command(name = "peildatum", version)]
pub(in crate::cli) struct Arguments {
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
pub(in crate::cli) enum Command {
    Init(Init),
    Demo(Demo),
    Import(Import),
    Export(Export),
    #[command(subcommand)]
    Mapping(Mapping),
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
    Doctor(Doctor),
    #[command(subcommand)]
    Backup(Backup),
    #[command(subcommand)]
    Indicators(Indicators),
    #[command(subcommand)]
    Districts(Districts),
    #[command(subcommand)]
    Finances(Finances),
}
