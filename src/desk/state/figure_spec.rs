//! The specification of a figure: its rows and columns, what is counted, the period beside it, the filters. It holds no
//! number and no date and can be saved as a view; with the reference date it becomes a question to the register.

use serde::{Deserialize, Serialize};

use crate::desk::state::fitting::fitting_slice;
use crate::desk::state::reference_date::ReferenceDate;
use crate::figures::{
    Figure, Measure, Period, Quantity, Slice, Whole, dimension_label, dimensions, key_label,
    read_key,
};
use crate::language::Language;
use crate::register::{Definition, Kind, StandardTable};
use crate::report::{TableQuestion, measure_label, quantity_label};

/// A figure, without the reference date it is evaluated on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureSpec {
    /// The kind of entry that is counted; none where the cases are, or their reports.
    #[serde(default)]
    pub entries: Option<String>,
    /// The ids of the fields in the rows, the outermost first.
    #[serde(default)]
    pub rows: Vec<String>,
    /// The ids of the fields in the columns, the outermost first.
    #[serde(default)]
    pub columns: Vec<String>,
    /// Which cases are counted.
    pub measure: Measure,
    /// The quantity of those cases: their number, their duration, the sum of a field.
    #[serde(default)]
    pub quantity: Quantity,
    /// The whole of which the numbers are shown as shares; none shows them as they are.
    #[serde(default)]
    pub shares: Option<Whole>,
    /// The period that is shown beside that of the reference date.
    #[serde(default)]
    pub against: Option<Against>,
    /// The subsets that are shown below every row, each a field and one of its keys.
    #[serde(default)]
    pub subsets: Vec<(String, String)>,
    /// The filters.
    #[serde(default)]
    pub slice: Slice,
    /// The kind of chart beside the table.
    #[serde(default)]
    pub chart: ChartKind,
}

/// A period that is shown beside that of the reference date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Against {
    /// The whole year, quarter or month before.
    Previous,
    /// The same days a year earlier.
    YearBefore,
}

/// A kind of chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChartKind {
    /// Horizontal bars of the rows, split by the columns.
    #[default]
    Parts,
    /// The same, with the parts of a bar beside each other.
    Beside,
    /// Vertical bars, one for each period.
    Years,
    /// Lines over the periods.
    Lines,
    /// A small chart over the periods for each row.
    Panels,
}

impl ChartKind {
    /// The kind with this name in the definition of a standard table.
    fn named(name: &str) -> Option<Self> {
        match name {
            "parts" => Some(Self::Parts),
            "years" => Some(Self::Years),
            "lines" => Some(Self::Lines),
            _ => None,
        }
    }
}

impl Against {
    /// Each with the id of its text.
    pub const ALL: [(&str, Self); 2] = [
        ("against-previous", Self::Previous),
        ("against-year-before", Self::YearBefore),
    ];

    /// The period, on this reference date.
    pub fn period(self, reference: ReferenceDate) -> Period {
        match self {
            Self::Previous => reference.previous().period(),
            Self::YearBefore => reference.period().year_before(),
        }
    }
}

impl FigureSpec {
    /// The first standard table of a register, or its first counted field.
    pub fn new(definition: &Definition) -> Self {
        match definition.tables.first() {
            Some(table) => Self::of_table(definition, table),
            None => {
                let first = definition.counted_fields().next();
                let rows = first.map(|field| field.id.clone()).into_iter().collect();
                Self::counting(rows, Vec::new(), Measure::default_of(definition.kind))
            }
        }
    }

    /// A standard table.
    pub fn of_table(definition: &Definition, table: &StandardTable) -> Self {
        let measure = table.measure.as_deref().and_then(Measure::named);
        let kind = match table.entries {
            Some(_) => Kind::Event,
            None => definition.kind,
        };
        let measure = measure.unwrap_or(Measure::default_of(kind));
        let chart = table.chart.as_deref().and_then(ChartKind::named);
        Self {
            entries: table.entries.clone(),
            quantity: Quantity::of_table(table),
            chart: chart.unwrap_or_default(),
            ..Self::counting(table.rows.clone(), table.columns.clone(), measure)
        }
    }

    fn counting(rows: Vec<String>, columns: Vec<String>, measure: Measure) -> Self {
        Self {
            entries: None,
            rows,
            columns,
            measure,
            quantity: Quantity::Count,
            shares: None,
            against: None,
            subsets: Vec::new(),
            slice: Slice::whole(),
            chart: ChartKind::default(),
        }
    }

    /// Counts something else: cases by a measure, or the entries of a kind. What that is not split by goes.
    pub fn count(
        &mut self,
        register: &Definition,
        entries: Option<String>,
        measure: Measure,
        language: Language,
    ) {
        let same = self.entries == entries;
        self.measure = measure;
        if same {
            return;
        }
        self.entries = entries;
        let (mut fitting, _) = self.clone().fitting(register, language);
        if fitting.rows.is_empty() && fitting.columns.is_empty() {
            let kind = fitting.entries.as_deref();
            let kind = kind.and_then(|kind| register.entry_kind(kind));
            let fields = kind.map_or(&register.fields, |kind| &kind.fields);
            let first = fields.iter().find(|field| field.splits());
            fitting.rows.extend(first.map(|field| field.id.clone()));
        }
        *self = fitting;
    }

    /// Sets the quantity. Shares go where the quantity has none.
    pub fn set_quantity(&mut self, quantity: Quantity) {
        self.shares = self.shares.filter(|_| quantity.has_shares());
        self.quantity = quantity;
    }

    /// Whether it shows plain counts, and no shares of them.
    pub fn counts_only(&self) -> bool {
        self.quantity == Quantity::Count && self.shares.is_none()
    }

    /// Adds a subset below every row, or removes it.
    pub fn toggle_subset(&mut self, field: &str, key: &str) {
        let before = self.subsets.len();
        self.subsets
            .retain(|(of, is)| (of.as_str(), is.as_str()) != (field, key));
        if self.subsets.len() == before {
            self.subsets.push((field.to_owned(), key.to_owned()));
        }
    }

    /// The cases that are counted, on this reference date.
    pub fn figure(&self, reference: ReferenceDate) -> Figure {
        Figure {
            entries: self.entries.clone(),
            rows: self.rows.clone(),
            columns: self.columns.clone(),
            measure: self.measure,
            period: reference.period(),
            slice: self.slice.clone(),
        }
    }

    /// The question to the register, on this reference date.
    pub fn question(&self, title: String, reference: ReferenceDate) -> TableQuestion {
        TableQuestion {
            title,
            figure: self.figure(reference),
            quantity: self.quantity.clone(),
            shares: self.shares,
            against: self.against.map(|against| against.period(reference)),
            subsets: self.subsets.clone(),
        }
    }

    /// The title of the standard table it is, or else the register with the fields of its rows and columns.
    pub fn title(&self, definition: &Definition, language: Language) -> String {
        let same = definition.tables.iter().find(|table| {
            let standard = Self::of_table(definition, table);
            let sides = (&standard.rows, &standard.columns);
            sides == (&self.rows, &self.columns)
                && standard.measure == self.measure
                && (&standard.entries, &standard.quantity) == (&self.entries, &self.quantity)
        });
        if let Some(table) = same {
            return table.label.text(language).to_owned();
        }
        let label = definition.label.text(language);
        let fields = self.rows.iter().chain(&self.columns);
        let fields = fields.map(|id| dimension_label(definition, id, language).to_lowercase());
        let fields: Vec<String> = fields.collect();
        if fields.is_empty() {
            return label.to_owned();
        }
        let by = fields.join(", ");
        let parts = [("register", label.into()), ("fields", by.into())];
        language.say("figures-by", &parts)
    }

    /// What is counted and when: "Behandelde casussen in 2024, stand op 31-12-2024".
    pub fn subtitle(
        &self,
        definition: &Definition,
        reference: ReferenceDate,
        language: Language,
    ) -> String {
        let what = language.say(
            &format!("figures-what-{}", self.measure.name()),
            &[("cases", definition.case_words.many.text(language).into())],
        );
        let counted = language.say(
            "figures-when",
            &[
                ("what", what.into()),
                ("period", reference.name(language).into()),
                ("date", language.date(reference.date).into()),
            ],
        );
        match quantity_label(definition, &self.quantity, language) {
            Some(quantity) => format!("{counted}: {quantity}"),
            None => counted,
        }
    }

    /// This specification without what the register no longer has, and the names of what was left out.
    pub fn fitting(mut self, definition: &Definition, language: Language) -> (Self, Vec<String>) {
        let mut missing = Vec::new();
        let entries = self.entries.as_deref();
        let counted = entries.and_then(|kind| definition.of_entries(kind));
        if counted.is_none() {
            missing.extend(self.entries.take());
        }
        let definition = counted.as_ref().unwrap_or(definition);
        let known = dimensions(definition);
        for fields in [&mut self.rows, &mut self.columns] {
            fields.retain(|field| {
                let there = known.contains(field);
                missing.extend((!there).then(|| field.clone()));
                there
            });
        }
        if !Measure::of_register(definition).contains(&self.measure) {
            missing.push(measure_label(self.measure, language));
            self.measure = Measure::default_of(definition.kind);
        }
        if self.quantity.check(definition).is_err() {
            missing.extend(quantity_label(definition, &self.quantity, language));
            self.quantity = Quantity::Count;
        }
        self.shares = self.shares.filter(|_| self.quantity.has_shares());
        self.subsets.retain(|(field, key)| {
            let there = read_key(definition, field, key).is_ok_and(|read| read == *key);
            if !there {
                let name = dimension_label(definition, field, language);
                let label = key_label(definition, field, key, language);
                missing.push(format!("{name}: {label}"));
            }
            there
        });
        self.slice = fitting_slice(&self.slice, definition, language, &mut missing);
        (self, missing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::Lasted;
    use crate::register::Registers;

    fn everything(definition: &Definition) -> FigureSpec {
        FigureSpec {
            quantity: Quantity::Duration(Lasted::Median),
            against: Some(Against::YearBefore),
            subsets: vec![("aard".to_owned(), "geluid".to_owned())],
            slice: Slice::whole().and("wijk", "meerzicht"),
            chart: ChartKind::Lines,
            ..FigureSpec::new(definition)
        }
    }

    #[test]
    fn a_saved_figure_is_read_as_it_was() {
        let registers = Registers::shipped().unwrap();
        let spec = everything(registers.get("woonoverlast").unwrap());
        let text = serde_json::to_string(&spec).unwrap();
        assert_eq!(serde_json::from_str::<FigureSpec>(&text).unwrap(), spec);
    }

    #[test]
    fn what_the_register_no_longer_has_is_left_out_and_named() {
        let registers = Registers::shipped().unwrap();
        let definition = registers.get("ondermijning-signalen").unwrap();
        let mut spec = everything(definition);
        spec.rows.push("kleur".to_owned());
        spec.measure = Measure::Closing;
        let (fitting, missing) = spec.fitting(definition, Language::Dutch);
        assert_eq!(
            missing,
            [
                "kleur",
                "Eindstand",
                "mediaan van de duur in dagen",
                "aard: geluid"
            ]
        );
        let standard = FigureSpec::new(definition);
        assert_eq!(fitting.rows, standard.rows);
        assert_eq!(fitting.measure, Measure::Count);
        assert_eq!(fitting.quantity, Quantity::Count);
        assert!(fitting.subsets.is_empty());
    }
}
