//! `mapping`: what the columns and values of files mean, as a suggestion, as the team keeps it, and as a file.

use super::answer::Answer;
use super::arguments::mapping::{Export, Import, List, Mapping, Suggest};
use super::context::Context;
use super::error::CommandError;
use crate::exchange::{ImportJob, KeptMapping, Progress, Recognition, SheetChoice, look};
use crate::store::Vault;

/// Carries out one of the commands about mappings.
pub(super) fn run(asked: &Mapping, context: &Context<'_>) -> Result<Answer, CommandError> {
    match asked {
        Mapping::Suggest(asked) => suggest(asked, context),
        Mapping::List(asked) => list(asked, context),
        Mapping::Export(asked) => export(asked, context),
        Mapping::Import(asked) => import(asked, context),
    }
}

/// The mapping with this name, else the one in the file with this name.
pub(super) fn named(
    vault: &Vault,
    register: &str,
    name: &str,
) -> Result<KeptMapping, CommandError> {
    match kept(vault, register, name)? {
        Some(mapping) => Ok(mapping),
        None if std::path::Path::new(name).is_file() => {
            Ok(KeptMapping::read(name.as_ref(), register)?)
        }
        None => Err(CommandError::NoSuchMapping {
            register: register.to_owned(),
            name: name.to_owned(),
        }),
    }
}

fn kept(vault: &Vault, register: &str, name: &str) -> Result<Option<KeptMapping>, CommandError> {
    let mappings = vault.store(register)?.mappings(register)?;
    let wanted = name.to_lowercase();
    let mut mappings = mappings.iter();
    let found = mappings.find(|mapping| mapping.name.to_lowercase() == wanted);
    Ok(found.map(KeptMapping::of).transpose()?)
}

/// What is recognised in a file, to look through and to import with.
fn suggest(asked: &Suggest, context: &Context<'_>) -> Result<Answer, CommandError> {
    let vault = context.open()?;
    let job = ImportJob {
        sheet: SheetChoice {
            sheet: asked.sheet.clone(),
            header_row: asked.header_row,
        },
        ..ImportJob::new(&asked.register, &asked.file, Recognition::Likely)
    };
    let looked = look(&vault, &job, &Progress::default(), &mut |_, _| {})?;
    let mapping = KeptMapping {
        name: String::new(),
        register: asked.register.clone(),
        headings: looked.head.headers,
        choices: looked.mapping.decided(&job.choices),
    };
    let open = looked.mapping.values().iter().filter(|line| line.is_open());
    let remarks = open.map(|line| {
        let column = looked.mapping.names().get(line.column);
        context.language.say(
            "cli-mapping-open",
            &[
                ("value", (&line.written).into()),
                ("count", line.count.into()),
                ("column", column.cloned().unwrap_or_default().into()),
            ],
        )
    });
    Ok(Answer {
        remarks: remarks.collect(),
        ..Answer::all_well(mapping.text()?)
    })
}

fn list(asked: &List, context: &Context<'_>) -> Result<Answer, CommandError> {
    let vault = context.open()?;
    let mappings = vault.store(&asked.register)?.mappings(&asked.register)?;
    let names = mappings.iter().map(|mapping| &mapping.name);
    Ok(Answer::all_well(
        names.map(|name| format!("{name}\n")).collect(),
    ))
}

fn export(asked: &Export, context: &Context<'_>) -> Result<Answer, CommandError> {
    let vault = context.open()?;
    let mapping = named(&vault, &asked.register, &asked.name)?;
    mapping.write(&asked.out)?;
    let file = asked.out.display().to_string();
    let done = context
        .language
        .say("cli-mapping-exported", &[("file", file.into())]);
    Ok(Answer::all_well(format!("{done}\n")))
}

fn import(asked: &Import, context: &Context<'_>) -> Result<Answer, CommandError> {
    let mut vault = context.open()?;
    let mut mapping = KeptMapping::read(&asked.file, &asked.register)?;
    if let Some(name) = &asked.name {
        mapping.name.clone_from(name);
    }
    if mapping.name.trim().is_empty() {
        return Err(CommandError::MappingWithoutName);
    }
    let saved = mapping.saved(context.actor, context.clock.now())?;
    vault.store_mut(&asked.register)?.keep_mapping(&saved)?;
    let name = mapping.name;
    let done = context
        .language
        .say("cli-mapping-imported", &[("name", name.into())]);
    Ok(Answer::all_well(format!("{done}\n")))
}
