//! Definitions of registers: the shipped ones are free of mistakes, those of a municipality take their place, and every
//! mistake is reported with its file, its key and what would be right.

#[cfg(test)]
mod addresses;
#[cfg(test)]
mod ages;
#[cfg(test)]
mod course;
#[cfg(test)]
mod editions;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod manual;
#[cfg(test)]
mod meaning;
#[cfg(test)]
mod mistakes;
#[cfg(test)]
mod municipalities;
#[cfg(test)]
mod openings;
#[cfg(test)]
mod persons;
#[cfg(test)]
mod required;
#[cfg(test)]
mod roles;
#[cfg(test)]
mod settled;
#[cfg(test)]
mod sharing;
#[cfg(test)]
mod shipped;
#[cfg(test)]
mod support;
#[cfg(test)]
mod tasks;
#[cfg(test)]
mod texts;
#[cfg(test)]
mod values;
#[cfg(test)]
mod walker;
#[cfg(test)]
mod walks;
#[cfg(test)]
mod work_mistakes;
