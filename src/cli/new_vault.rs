//! `init` and `demo`: a vault that is empty, and one with invented cases.

use super::answer::Answer;
use super::arguments::cases::{Demo, Init};
use super::context::Context;
use super::error::CommandError;
use crate::exchange::{fill_with_a_municipality, fill_with_invented_cases};
use crate::store::{Access, Vault};

/// Makes a new, empty vault.
pub(super) fn init(asked: &Init, context: &Context<'_>) -> Result<Answer, CommandError> {
    let access = asked.group.clone().map_or(Access::Owner, Access::Group);
    let vault = Vault::create_for(&access, &context.folder()?, context.clock.now())?;
    let folder = vault.folder().display().to_string();
    let made = context
        .language
        .say("cli-init-made", &[("folder", folder.into())]);
    Ok(Answer::all_well(format!("{made}\n")))
}

/// Makes a new vault with invented cases in every register.
pub(super) fn demo(asked: &Demo, context: &Context<'_>) -> Result<Answer, CommandError> {
    let (seed, clock) = (asked.seed, context.clock);
    // Who works here has work in the demo; who never gave a name is asked for one by the window.
    let me = context.named.as_deref();
    let vault = Vault::create_filled(&context.demo_folder()?, clock.now(), |vault| {
        match asked.cases {
            Some(cases) => fill_with_invented_cases(vault, cases, seed, clock),
            None => fill_with_a_municipality(vault, asked.years, seed, clock, me),
        }
    })?;
    let folder = ("folder", vault.folder().display().to_string().into());
    let registers = ("registers", vault.registers().all().len().into());
    let made = match asked.cases {
        Some(cases) => {
            let told = [folder, ("cases", cases.into()), registers];
            context.language.say("cli-demo-made", &told)
        }
        None => {
            let told = [folder, ("years", asked.years.into()), registers];
            context.language.say("cli-demo-municipality-made", &told)
        }
    };
    Ok(Answer {
        desk: (!asked.no_window).then(|| vault.folder().to_owned()),
        ..Answer::all_well(format!("{made}\n"))
    })
}
