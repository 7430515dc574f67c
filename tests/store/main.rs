//! What is kept is kept: recording, reading back, finding, counting, and what becomes of files that are old, new,
//! damaged or gone.

#[cfg(test)]
mod counting;
#[cfg(test)]
mod files;
#[cfg(test)]
mod numbers;
#[cfg(test)]
mod recording;
#[cfg(test)]
mod searching;
#[cfg(test)]
mod support;
#[cfg(test)]
mod vault;
