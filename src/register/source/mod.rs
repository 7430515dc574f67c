//! From the files of definitions, and what was changed in the program, to checked definitions.

pub mod check;
pub mod definition;
pub mod edition;
pub mod indicators;
pub mod layers;
pub mod mistake;
pub mod municipality;
pub mod procedure;
pub mod procedure_references;
pub mod reading;
pub mod references;
pub mod registers;
pub mod shape;
