//! `diagnose`: a file for a helpdesk, in which nothing of a case stands.

use super::answer::Answer;
use super::arguments::diagnose::Diagnose;
use super::context::Context;
use super::error::CommandError;
use crate::desk::Settings;
use crate::diagnosis::{self, Diagnosis, Graphics, Surroundings};
use crate::places;

/// Writes the diagnosis of the vault that is named, the one that was open last, or the one of the user.
pub(super) fn run(asked: &Diagnose, context: &Context<'_>) -> Result<Answer, CommandError> {
    let settings = Settings::load();
    let vault = context.vault.as_ref().or(settings.vault.as_ref()).cloned();
    let vault = vault.or_else(places::own_vault);
    let log = places::log_folder();
    let made = context.clock.wall();
    let diagnosis = Diagnosis::gather(Surroundings {
        vault: vault.as_deref(),
        log: log.as_deref(),
        settings: settings.facts(),
        graphics: Graphics::without_window(),
        made,
    });
    let proposed = || format!("{}.{}", diagnosis::name(made), diagnosis::ENDING).into();
    let file = asked.out.clone().unwrap_or_else(proposed);
    diagnosis.save(&file, asked.overwrite, context.language)?;
    // Whoever is to send it has to find it.
    let file = std::path::absolute(&file).unwrap_or(file);
    let made = [("file", file.display().to_string().into())];
    let made = context.language.say("cli-file-made", &made);
    Ok(Answer::all_well(format!("{made}\n")))
}
