//! What comes in: files are read, columns recognised, rows laid beside what is known; and the cases the demo invents.

#![cfg(test)] // So that the lints let helpers stop at the first surprise, as tests may.

mod books;
mod columns;
mod corpus;
mod demo;
mod duplicates;
mod editing;
mod existing_cases;
mod files;
mod fuzz;
mod hazards;
mod into_a_vault;
mod limits;
mod memory_store;
mod municipality;
mod municipality_texts;
mod new_cases;
mod shared_files;
mod support;
mod timelines;
mod typed;
mod without_number;
mod workbooks;
