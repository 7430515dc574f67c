//! The part of checking a definition that is about its standard tables.

use super::check::Check;
use super::mistake::Mistake;
use crate::register::definition::parts::StandardTable;
use crate::register::definition::register::Definition;

impl Check<'_> {
    /// A table counts something that is counted, by what it is counted by.
    pub(super) fn tables(&mut self, definition: &Definition) {
        for (at, table) in definition.tables.iter().enumerate() {
            let key = |part: &str| format!("table[{at}].{part}");
            let mut of_entries = None;
            if let Some(kind) = &table.entries {
                let kinds = definition.counted_kinds().map(|kind| kind.id.clone());
                self.known(&key("entries"), kind, &kinds.collect::<Vec<_>>());
                of_entries = definition.of_entries(kind);
            }
            self.table(&key, table, of_entries.as_ref().unwrap_or(definition));
        }
    }

    fn table(&mut self, key: &dyn Fn(&str) -> String, table: &StandardTable, counted: &Definition) {
        let dimensions = counted.dimensions();
        let mut stands = Vec::new();
        for (side, fields) in [("rows", &table.rows), ("columns", &table.columns)] {
            for field in fields {
                self.known(&key(side), field, &dimensions);
                if stands.contains(&field) {
                    self.wrong(key(side), Mistake::Taken(field.clone()));
                }
                stands.push(field);
            }
        }
        if let Some(measure) = &table.measure {
            let measures = counted.measures().into_iter();
            let measures: Vec<String> = measures.map(str::to_owned).collect();
            self.known(&key("measure"), measure, &measures);
        }
        self.quantity(key, table, counted);
        if let Some(chart) = &table.chart {
            let charts = StandardTable::CHARTS.map(str::to_owned);
            self.known(&key("chart"), chart, &charts);
        }
    }

    /// What is computed in place of counting: one thing, of numbers that are counted and cases that last.
    fn quantity(
        &mut self,
        key: &dyn Fn(&str) -> String,
        table: &StandardTable,
        counted: &Definition,
    ) {
        let StandardTable {
            sum,
            average,
            duration,
            ..
        } = table;
        let asked = [("sum", sum), ("average", average), ("duration", duration)];
        let mut asked = asked.iter().filter(|(_, named)| named.is_some());
        if let (Some((first, _)), Some((second, _))) = (asked.next(), asked.next()) {
            self.wrong(key(second), Mistake::OneQuantity((*first).to_owned()));
        }
        let numbers = counted.number_fields().map(|field| field.id.clone());
        let numbers: Vec<String> = numbers.collect();
        for (part, field) in [("sum", sum), ("average", average)] {
            if let Some(field) = field {
                self.known(&key(part), field, &numbers);
            }
        }
        if let Some(duration) = duration {
            let durations = StandardTable::DURATIONS.map(str::to_owned);
            self.known(&key("duration"), duration, &durations);
            if !counted.has_spells() {
                self.wrong(key("duration"), Mistake::EventHasNo("duration".to_owned()));
            }
        }
    }
}
