//! What an indicator names elsewhere: a choice of a list, what it counts of a register, other indicators.

use super::check::Check;
use super::mistake::Mistake;
use super::registers::Registers;
use crate::language::Label;
use crate::register::definition::choice::{find, goes_on_as, lasting};
use crate::register::definition::field::FieldKind;
use crate::register::definition::indicator::{Indicator, ListChoice};

/// The label of a choice of a list, as it goes on.
pub(super) fn label_of(of: &ListChoice, registers: &Registers) -> Option<Label> {
    let list = registers.lists().iter().find(|list| list.id == of.list)?;
    let choice = find(&list.choices, goes_on_as(&list.choices, &of.choice))?;
    Some(choice.label.clone())
}

/// Checks that a choice of a list is there.
pub(super) fn list_choice(
    check: &mut Check<'_>,
    key: &str,
    of: &ListChoice,
    registers: &Registers,
) {
    let lists: Vec<String> = registers
        .lists()
        .iter()
        .map(|list| list.id.clone())
        .collect();
    check.known(&format!("{key}.list"), &of.list, &lists);
    if let Some(list) = registers.lists().iter().find(|list| list.id == of.list) {
        check.known(
            &format!("{key}.choice"),
            &of.choice,
            &lasting(&list.choices),
        );
    }
}

/// Checks that a register has what an indicator counts of it.
pub(super) fn counts(
    check: &mut Check<'_>,
    key: &str,
    indicator: &Indicator,
    registers: &Registers,
) {
    let Some(counts) = &indicator.counts else {
        return;
    };
    let key = format!("{key}.counts");
    let ids: Vec<String> = registers.ids().into_iter().map(str::to_owned).collect();
    check.known(&format!("{key}.register"), &counts.register, &ids);
    let Some(definition) = registers.get(&counts.register) else {
        return;
    };
    let measures = definition.measures().into_iter().map(str::to_owned);
    let measures: Vec<String> = measures.collect();
    check.known(&format!("{key}.measure"), &counts.measure, &measures);
    let numbers = definition.number_fields().map(|field| field.id.clone());
    let numbers: Vec<String> = numbers.collect();
    let amounts = [("sum", &counts.sum), ("average", &counts.average)];
    for (name, field) in amounts {
        if let Some(field) = field {
            check.known(&format!("{key}.{name}"), field, &numbers);
        }
    }
    let of_kind = |kind| definition.fields.iter().any(|field| field.kind == kind);
    let known = of_kind(FieldKind::Person) && of_kind(FieldKind::BirthDate);
    if counts.persons && !known {
        let mistake = Mistake::NotCountable(counts.register.clone());
        check.wrong(format!("{key}.persons"), mistake);
    }
    let asked = [
        counts.sum.is_some(),
        counts.average.is_some(),
        counts.persons,
    ];
    if asked.into_iter().filter(|asked| *asked).count() > 1 {
        check.wrong(key, Mistake::Taken("sum, average, persons".to_owned()));
    }
}

/// Checks that what an indicator is the total of is there, in the same unit, and no total itself.
pub(super) fn total(check: &mut Check<'_>, key: &str, indicator: &Indicator, known: &[&Indicator]) {
    let fitting = known
        .iter()
        .filter(|other| other.unit == indicator.unit && other.total_of.is_empty());
    let ids: Vec<String> = fitting.map(|other| other.id.clone()).collect();
    for (at, part) in indicator.total_of.iter().enumerate() {
        check.known(&format!("{key}.total_of[{at}]"), part, &ids);
    }
}

/// Checks that both values of a percentage are there.
pub(super) fn ratio(check: &mut Check<'_>, key: &str, indicator: &Indicator, known: &[&Indicator]) {
    let Some(ratio) = &indicator.ratio else {
        return;
    };
    // Only of what stands by itself: no percentage of a percentage.
    let whole = known.iter().filter(|other| other.ratio.is_none());
    let whole: Vec<&&Indicator> = whole.collect();
    let ids: Vec<String> = whole.iter().map(|other| other.id.clone()).collect();
    for (name, term) in [("of", &ratio.of), ("to", &ratio.to)] {
        let key = format!("{key}.ratio.{name}");
        check.known(&format!("{key}.indicator"), &term.indicator, &ids);
        let other = whole.iter().find(|other| other.id == term.indicator);
        if let (Some(other), Some(part)) = (other, &term.part) {
            let parts = other.parts.iter().map(|part| part.choice.id.clone());
            let parts: Vec<String> = parts.collect();
            check.known(&format!("{key}.part"), part, &parts);
        }
    }
}
