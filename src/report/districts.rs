//! What is known of districts in a year, as a table: the districts down the side, what is known of them across the top.

use serde::Serialize;

use super::listing::{CaseList, Content, ListGroup};
use super::made::Made;
use crate::figures::{DistrictFact, DistrictFacts, Slice};
use crate::language::Language;

/// What is known of districts in a year.
#[derive(Clone, Debug)]
pub struct DistrictTable {
    /// What it is called.
    pub title: String,
    /// The labels of the districts, and below them that of the total.
    pub districts: Vec<String>,
    /// The ids of what is known.
    pub ids: Vec<String>,
    /// What that is called.
    pub headings: Vec<String>,
    /// What is known, a district a row; the last row is all districts together.
    pub cells: Vec<Vec<Option<DistrictFact>>>,
    /// Where it comes from, a line each.
    pub sources: Vec<String>,
    year: i32,
    district_ids: Vec<String>,
    list_id: String,
}

impl DistrictTable {
    /// What is known in this year.
    pub fn of(facts: DistrictFacts<'_>, year: i32, language: Language) -> Self {
        let districts = facts.districts.choices.iter();
        let districts: Vec<_> = districts.filter(|it| it.is_current()).collect();
        let kinds = facts.kinds.choices.iter();
        let kinds: Vec<_> = kinds.filter(|it| it.is_current()).collect();
        let cells = districts.iter().map(|district| {
            let cells = kinds.iter();
            let cells = cells.map(|kind| facts.get(&district.id, &kind.id, year));
            cells.collect()
        });
        let mut cells: Vec<Vec<Option<DistrictFact>>> = cells.collect();
        cells.push(
            kinds
                .iter()
                .map(|kind| {
                    let all = districts.iter().map(|district| district.id.as_str());
                    facts.together(all, &kind.id, year)
                })
                .collect(),
        );
        let mut sources = Vec::new();
        for kind in &kinds {
            let of = districts.iter().filter_map(|district| {
                let key = DistrictFacts::key(&district.id, &kind.id, year);
                facts.values.get(&key)?.source.clone()
            });
            let mut of: Vec<String> = of.collect();
            of.sort();
            of.dedup();
            if !of.is_empty() {
                let label = kind.label.text(language);
                sources.push(format!("{label}: {}", of.join("; ")));
            }
        }
        let label = |labels: &[&crate::register::Choice]| -> Vec<String> {
            labels
                .iter()
                .map(|choice| choice.label.text(language).to_owned())
                .collect()
        };
        let ids = |choices: &[&crate::register::Choice]| -> Vec<String> {
            choices.iter().map(|choice| choice.id.clone()).collect()
        };
        let mut names = label(&districts);
        names.push(language.text("total"));
        Self {
            title: language.say("districts-title", &[("year", year.to_string().into())]),
            districts: names,
            ids: ids(&kinds),
            headings: label(&kinds),
            cells,
            sources,
            year,
            district_ids: ids(&districts),
            list_id: facts.kinds.id.clone(),
        }
    }

    /// What is known, in words: a number, said to be about that much where it was derived.
    pub fn written(fact: Option<DistrictFact>, language: Language) -> String {
        match fact {
            None => language.text("districts-unknown"),
            Some(fact) if fact.circa => {
                let about = language.text("rate-about-amount");
                format!("{about} {}", fact.amount.written(0, language))
            }
            Some(fact) => fact.amount.written(0, language),
        }
    }

    /// As it is exported. What was derived says so, so that it is read back as that.
    pub fn list(&self, made: &Made, language: Language) -> CaseList {
        let mut columns = vec![("wijk".to_owned(), language.text("districts-district"))];
        columns.push(("jaar".to_owned(), language.text("indicators-year-heading")));
        columns.extend(self.ids.iter().cloned().zip(self.headings.iter().cloned()));
        let rows = self.districts.iter().zip(&self.cells);
        // The total is no district.
        let rows = rows.take(self.district_ids.len()).map(|(district, cells)| {
            let year = Content::Text(self.year.to_string());
            let cells = cells.iter().map(|fact| match fact {
                None => Content::Nothing,
                Some(fact) if fact.circa => Content::Text(Self::written(Some(*fact), language)),
                Some(fact) => Content::Number(fact.amount.number()),
            });
            [Content::Text(district.clone()), year]
                .into_iter()
                .chain(cells)
                .collect()
        });
        let lines: Vec<Vec<Content>> = rows.collect();
        CaseList {
            language,
            title: self.title.clone(),
            register: self.title.clone(),
            register_id: self.list_id.clone(),
            about: self.sources.clone(),
            made: made.in_words(language),
            made_by: made.clone(),
            figure: None,
            slice: Slice::whole(),
            columns,
            group: None,
            all: lines.len(),
            groups: vec![ListGroup {
                heading: None,
                lines,
            }],
            count: String::new(),
            notes: Vec::new(),
        }
    }

    /// As a program reads it.
    pub(crate) fn json(&self) -> impl Serialize + use<> {
        #[derive(Serialize)]
        struct Fact {
            district: String,
            characteristic: String,
            amount: f64,
            circa: bool,
        }
        #[derive(Serialize)]
        struct Json {
            year: i32,
            facts: Vec<Fact>,
        }
        let rows = self.district_ids.iter().zip(&self.cells);
        let facts = rows.flat_map(|(district, cells)| {
            let cells = self.ids.iter().zip(cells);
            cells.filter_map(move |(kind, fact)| {
                let fact = (*fact)?;
                Some(Fact {
                    district: district.clone(),
                    characteristic: kind.clone(),
                    amount: fact.amount.number(),
                    circa: fact.circa,
                })
            })
        });
        Json {
            year: self.year,
            facts: facts.collect(),
        }
    }
}
