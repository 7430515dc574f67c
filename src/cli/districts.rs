//! `districts`: what is known of districts, typed, imported and shown, and which neighbourhood lies in which of them.

use chrono::Datelike;
use chrono_tz::Europe::Amsterdam;
use serde::Serialize;

use super::answer::{Answer, SOMETHING_REFUSED};
use super::arguments::districts::{
    DistrictHistory, Districts, ImportDistricts, ImportNeighbourhoods, Neighbourhoods, SetDistrict,
    ShowDistricts, ShowNeighbourhoods,
};
use super::context::Context;
use super::error::CommandError;
use super::grid::{Column, Grid};
use super::import::answer;
use super::printing::Printed;
use super::publishing;
use crate::exchange::{
    DistrictsJob, FiguresFileError, import_districts, import_neighbourhoods, keep_year_values,
    neighbourhoods, year_value_history, year_values,
};
use crate::figures::{DistrictFacts, YearKey, YearValue};
use crate::language::{Explain, Language};
use crate::register::{Amount, Reason, read_choice, read_year};
use crate::report::{DistrictTable, ExportFormat};
use crate::store::Vault;

/// Carries out a command about districts.
pub(super) fn run(asked: &Districts, context: &Context<'_>) -> Result<Answer, CommandError> {
    match asked {
        Districts::Import(asked) => import(asked, context),
        Districts::Show(asked) => show(asked, context),
        Districts::Set(asked) => set(asked, context),
        Districts::History(asked) => history(asked, context),
        Districts::Neighbourhoods(Neighbourhoods::Import(asked)) => place(asked, context),
        Districts::Neighbourhoods(Neighbourhoods::Show(asked)) => places(asked, context),
    }
}

fn import(asked: &ImportDistricts, context: &Context<'_>) -> Result<Answer, CommandError> {
    let language = context.language;
    let year = asked.year.as_deref().map(read_year).transpose()?;
    let job = DistrictsJob {
        path: &asked.file,
        year,
        source: asked.source.as_deref(),
        dry_run: asked.dry_run,
        all_or_nothing: asked.all_or_nothing,
    };
    let mut vault = context.open()?;
    let result = import_districts(&mut vault, &job, context.actor, context.clock)?;
    let mut answer = answer(&result.imported, asked.dry_run, asked.format, language)?;
    let gaps = result.gaps.iter().map(|gap| gap.explain(language));
    answer.remarks.extend(gaps);
    if !result.unplaced.is_empty() {
        let names = [("names", result.unplaced.join(", ").into())];
        answer
            .remarks
            .push(language.say("districts-unplaced", &names));
    }
    if !(result.gaps.is_empty() && result.unplaced.is_empty()) {
        answer.code = answer.code.max(SOMETHING_REFUSED);
    }
    Ok(answer)
}

fn place(asked: &ImportNeighbourhoods, context: &Context<'_>) -> Result<Answer, CommandError> {
    let mut vault = context.open()?;
    let imported = import_neighbourhoods(
        &mut vault,
        &asked.file,
        asked.dry_run,
        context.actor,
        context.clock,
    )?;
    answer(&imported, asked.dry_run, asked.format, context.language)
}

fn show(asked: &ShowDistricts, context: &Context<'_>) -> Result<Answer, CommandError> {
    publishing::file_format(&asked.file, ExportFormat::OF_LISTS)?;
    let vault = context.open()?;
    let year = match &asked.year {
        Some(written) => read_year(written)?,
        None => context.clock.today().year(),
    };
    let values = year_values(vault.shared()?)?;
    let facts = DistrictFacts::of(vault.registers(), &values);
    let facts = facts.ok_or(FiguresFileError::NoDistricts)?;
    let table = DistrictTable::of(facts, year, context.language);
    let list = table.list(&context.made(), context.language);
    if let Some(answer) = publishing::saved(&list, &asked.file, context)? {
        return Ok(answer);
    }
    let text = table.printed(asked.format, context.language)?;
    Ok(Answer::all_well(text))
}

fn set(asked: &SetDistrict, context: &Context<'_>) -> Result<Answer, CommandError> {
    let mut vault = context.open()?;
    let of = [&asked.district, &asked.characteristic, &asked.year];
    let key = key(&vault, of)?;
    let values = year_values(vault.shared()?)?;
    let known = values.get(&key).cloned().unwrap_or_default();
    let amount = asked.amount.as_deref().map(Amount::read).transpose()?;
    let value = match amount {
        Some(amount) => YearValue {
            actual: Some(amount),
            source: asked.source.clone().or(known.source),
            ..YearValue::default()
        },
        None => YearValue::default(),
    };
    let changed = [(key.clone(), values.version(&key), value)];
    let reason = asked.reason.clone().map(Reason::Words);
    let (actor, now) = (context.actor, context.clock.now());
    keep_year_values(vault.shared_mut()?, &changed, actor, now, reason)?;
    let kept = [("id", key.name().into())];
    Ok(Answer::all_well(
        context.language.say("indicator-kept", &kept) + "\n",
    ))
}

/// The key of what is known of a district in a year, as they are named.
fn key(vault: &Vault, [district, kind, year]: [&String; 3]) -> Result<YearKey, CommandError> {
    let values = year_values(vault.shared()?)?;
    let facts = DistrictFacts::of(vault.registers(), &values);
    let facts = facts.ok_or(FiguresFileError::NoDistricts)?;
    let district = read_choice(&facts.districts.choices, district)?;
    let kind = read_choice(&facts.kinds.choices, kind)?;
    Ok(DistrictFacts::key(&district.id, &kind.id, read_year(year)?))
}

fn history(asked: &DistrictHistory, context: &Context<'_>) -> Result<Answer, CommandError> {
    let vault = context.open()?;
    let key = key(
        &vault,
        [&asked.district, &asked.characteristic, &asked.year],
    )?;
    let language = context.language;
    let revisions = year_value_history(vault.shared()?, &key)?;
    let rows = revisions.iter().map(|(revision, value)| {
        let day = revision.recorded.with_timezone(&Amsterdam).date_naive();
        vec![
            revision.version.to_string(),
            language.date(day),
            revision.actor.clone(),
            value
                .actual
                .map_or_else(String::new, |amount| amount.written(0, language)),
            value.source.clone().unwrap_or_default(),
            revision.why(language).unwrap_or_default(),
        ]
    });
    let table = Plain {
        names: ["versie", "vastgelegd", "door", "waarde", "bron", "reden"],
        headings: [
            "indicator-revision",
            "indicator-recorded",
            "indicator-actor",
            "districts-amount",
            "indicators-source",
            "indicator-reason",
        ],
        rows: rows.collect(),
    };
    Ok(Answer::all_well(table.printed(asked.format, language)?))
}

fn places(asked: &ShowNeighbourhoods, context: &Context<'_>) -> Result<Answer, CommandError> {
    let vault = context.open()?;
    let places = neighbourhoods(vault.shared()?)?.into_iter();
    let rows = places.filter_map(|(code, (_, place))| {
        let place = place?;
        Some(vec![code, place.name, place.district])
    });
    let table = Plain {
        names: ["buurtcode", "naam", "wijk"],
        headings: ["districts-code", "districts-name", "districts-district"],
        rows: rows.collect(),
    };
    Ok(Answer::all_well(
        table.printed(asked.format, context.language)?,
    ))
}

/// A table of texts.
struct Plain<const N: usize> {
    names: [&'static str; N],
    headings: [&'static str; N],
    rows: Vec<Vec<String>>,
}

impl<const N: usize> Printed for Plain<N> {
    fn text(&self, language: Language) -> String {
        let columns = self.headings.iter().enumerate().map(|(at, heading)| {
            let cells = self.rows.iter().map(|row| row[at].clone());
            Column::words(language.text(heading), cells.collect())
        });
        let grid = Grid {
            columns: columns.collect(),
            totals: 0,
        };
        grid.text()
    }

    fn records(&self, _: Language) -> Vec<Vec<String>> {
        let header = self.names.map(str::to_owned).to_vec();
        [header].into_iter().chain(self.rows.clone()).collect()
    }

    fn json(&self, _: Language) -> impl Serialize {
        let object = |row: &Vec<String>| {
            let pairs = self.names.iter().zip(row);
            let pairs = pairs.map(|(name, text)| ((*name).to_owned(), text.clone()));
            pairs.collect::<std::collections::BTreeMap<String, String>>()
        };
        self.rows.iter().map(object).collect::<Vec<_>>()
    }
}

impl Printed for DistrictTable {
    fn text(&self, language: Language) -> String {
        let mut columns = vec![Column::words(
            language.text("districts-district"),
            self.districts.clone(),
        )];
        columns.extend(self.headings.iter().enumerate().map(|(at, heading)| {
            let cells = self
                .cells
                .iter()
                .map(|cells| Self::written(cells[at], language));
            Column::numbers(vec![heading.clone()], cells.collect())
        }));
        let grid = Grid { columns, totals: 1 };
        let sources: String = self
            .sources
            .iter()
            .map(|line| line.clone() + "\n")
            .collect();
        format!("{}\n\n{}{sources}", self.title, grid.text())
    }

    fn records(&self, _: Language) -> Vec<Vec<String>> {
        let mut header = vec!["wijk".to_owned()];
        header.extend(self.ids.iter().cloned());
        let rows = self
            .districts
            .iter()
            .zip(&self.cells)
            .map(|(district, cells)| {
                let cells = cells.iter().map(|fact| {
                    fact.map_or_else(String::new, |fact| fact.amount.number().to_string())
                });
                [district.clone()].into_iter().chain(cells).collect()
            });
        [header].into_iter().chain(rows).collect()
    }

    fn json(&self, _: Language) -> impl Serialize {
        Self::json(self)
    }
}
