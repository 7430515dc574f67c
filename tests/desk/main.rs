//! The desk as its user meets it: every screen is found by what a screen reader would say, worked by keyboard wherever a
//! user would, and judged by what it shows and by what then stands in the vault.

#[cfg(test)]
mod accessibility;
#[cfg(test)]
mod ages;
#[cfg(test)]
mod backups;
#[cfg(test)]
mod bulk;
#[cfg(test)]
mod changing;
#[cfg(test)]
mod charts;
#[cfg(test)]
mod closing_many;
#[cfg(test)]
mod columns;
#[cfg(test)]
mod commands;
#[cfg(test)]
mod counted_entries;
#[cfg(test)]
mod crosstab;
#[cfg(test)]
mod diagnosing;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod drafts;
#[cfg(test)]
mod entries;
#[cfg(test)]
mod exporting;
#[cfg(test)]
mod failures;
#[cfg(test)]
mod fast_hands;
#[cfg(test)]
mod figures;
#[cfg(test)]
mod figures_agree;
#[cfg(test)]
mod filtering;
#[cfg(test)]
mod finances;
#[cfg(test)]
mod finding;
#[cfg(test)]
mod first_screen;
#[cfg(test)]
mod gathering;
#[cfg(test)]
mod grid;
#[cfg(test)]
mod grouping;
#[cfg(test)]
mod importing;
#[cfg(test)]
mod indicators;
#[cfg(test)]
mod intake;
#[cfg(test)]
mod links;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod logging;
#[cfg(test)]
mod managing;
#[cfg(test)]
mod manual;
#[cfg(test)]
mod meeting;
#[cfg(test)]
mod menus;
#[cfg(test)]
mod merging;
#[cfg(test)]
mod municipalities;
#[cfg(test)]
mod names;
#[cfg(test)]
mod new_case;
#[cfg(test)]
mod openings;
#[cfg(test)]
mod overview;
#[cfg(test)]
mod panels;
#[cfg(test)]
mod paper;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod reports;
#[cfg(test)]
mod required;
#[cfg(test)]
mod saved_figures;
#[cfg(test)]
mod search;
#[cfg(test)]
mod selecting;
#[cfg(test)]
mod shell;
#[cfg(test)]
mod sorting;
#[cfg(test)]
mod support;
#[cfg(test)]
mod timeline;
#[cfg(test)]
mod two_windows;
#[cfg(test)]
mod undoing;
#[cfg(test)]
mod views;
#[cfg(test)]
mod week;
#[cfg(test)]
mod week_housing;
#[cfg(test)]
mod week_signals;
#[cfg(test)]
mod week_youth;
#[cfg(test)]
mod who;
#[cfg(test)]
mod work;
