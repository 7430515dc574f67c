//! What can be typed after `peildatum`. The help that a user reads about it is in the texts: [`super::help`].

pub(super) mod backup;
pub(super) mod cases;
pub(super) mod command;
pub(super) mod diagnose;
pub(super) mod districts;
pub(super) mod doctor;
pub(super) mod figures;
pub(super) mod finances;
pub(super) mod indicators;
pub(super) mod mapping;
pub(super) mod values;
