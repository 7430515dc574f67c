//! What is kept is kept: recording, reading back, finding, counting, and what becomes of files that are old, new,
//! damaged or gone.

#[cfg(test)]
mod access;
#[cfg(test)]
mod backups;
#[cfg(test)]
mod bulk;
#[cfg(test)]
mod counted_entries;
#[cfg(test)]
mod counting;
#[cfg(test)]
mod damage;
#[cfg(test)]
mod doctor;
#[cfg(test)]
mod drafts;
#[cfg(test)]
mod earlier;
#[cfg(test)]
mod editing;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod files;
#[cfg(test)]
mod inspecting;
#[cfg(test)]
mod locks;
#[cfg(test)]
mod logs;
#[cfg(test)]
mod making;
#[cfg(test)]
mod marks;
#[cfg(test)]
mod merging;
#[cfg(test)]
mod numbering;
#[cfg(test)]
mod numbers;
#[cfg(test)]
mod opening_faults;
#[cfg(test)]
mod openings;
#[cfg(test)]
mod parts;
#[cfg(test)]
mod places;
#[cfg(test)]
mod recording;
#[cfg(test)]
mod repairing;
#[cfg(test)]
mod replaced;
#[cfg(test)]
mod restoring;
#[cfg(test)]
mod salvaging;
#[cfg(test)]
mod searching;
#[cfg(test)]
mod sentences;
#[cfg(test)]
mod shared;
#[cfg(test)]
mod street;
#[cfg(test)]
mod support;
#[cfg(test)]
mod task_actions;
#[cfg(test)]
mod tasks;
#[cfg(test)]
mod timelines;
#[cfg(test)]
mod undoing;
#[cfg(test)]
mod undoing_all;
#[cfg(test)]
mod vault;
#[cfg(test)]
mod views;
