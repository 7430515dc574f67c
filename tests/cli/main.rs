//! The command line, through the real program and real files: from a file that comes in to the figures that are
//! published, and every way in which a command can say no.

#[cfg(test)]
mod backups;
#[cfg(test)]
mod balances;
#[cfg(test)]
mod changing;
#[cfg(test)]
mod demo;
#[cfg(test)]
mod desk;
#[cfg(test)]
mod diagnose;
mod districts;
#[cfg(test)]
mod doctor;
#[cfg(test)]
mod durability;
#[cfg(test)]
mod endurance;
#[cfg(test)]
mod entries;
#[cfg(test)]
mod exporting;
#[cfg(test)]
mod finances;
#[cfg(test)]
mod help;
#[cfg(test)]
mod importing;
#[cfg(test)]
mod indicators;
#[cfg(test)]
mod interrupted;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod merged;
#[cfg(test)]
mod municipalities;
#[cfg(test)]
mod new_register;
#[cfg(test)]
mod paper;
#[cfg(test)]
mod places;
#[cfg(test)]
mod publishing;
#[cfg(test)]
mod reference;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod reports;
#[cfg(test)]
mod series;
#[cfg(test)]
mod support;
#[cfg(test)]
mod tables;
#[cfg(test)]
mod together;
