//! The arguments of the commands about mappings.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// The commands about what the columns and values of files mean.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Mapping {
    Suggest(Suggest),
    List(List),
    Export(Export),
    Import(Import),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Suggest {
    pub register: String,
    pub file: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    #[arg(long, value_name = "ROW")]
    pub header_row: Option<usize>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct List {
    pub register: String,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Export {
    pub register: String,
    #[arg(id = "mapping_name", value_name = "NAME")]
    pub name: String,
    #[arg(id = "mapping_out", long = "out", value_name = "FILE")]
    pub out: PathBuf,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Import {
    pub register: String,
    #[arg(id = "mapping_file", value_name = "FILE")]
    pub file: PathBuf,
    #[arg(id = "mapping_name", long = "name", value_name = "NAME")]
    pub name: Option<String>,
}
