//! From the files of definitions, and what was changed in the program, to checked definitions.

pub mod check;
pub mod definition;
pub mod edition;
pub mod fields;
pub mod files;
pub mod indicator_references;
pub mod indicator_source;
pub mod indicators;
pub mod known;
pub mod layers;
pub mod listed;
pub mod mistake;
pub mod municipality;
pub mod openings;
mod persons;
pub mod procedure;
pub mod procedure_references;
pub mod reading;
pub mod reading_layers;
pub mod references;
pub mod registers;
pub mod shape;
pub mod sharing;
mod tables;
