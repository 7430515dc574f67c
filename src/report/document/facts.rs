//! The facts of a case as a document prints them: fields, entries, tasks, and the days of these.

use chrono::{NaiveDateTime, NaiveTime};

use super::model::Fact;
use super::scope::{Visible, VisibleEntry};
use crate::language::Language;
use crate::register::{Definition, Field, SETTLED, Sensitivity, Task, TaskSource, Value};

/// A day and the time of it.
pub(super) fn moment(moment: NaiveDateTime, language: Language) -> String {
    language.say(
        "paper-moment",
        &[
            ("date", language.date(moment.date()).into()),
            ("time", moment.format("%H:%M").to_string().into()),
        ],
    )
}

/// When something of the timeline happened. Midnight is what a day without a time was stored as.
pub(super) fn when(happened: NaiveDateTime, language: Language) -> String {
    match happened.time() {
        NaiveTime::MIN => language.date(happened.date()),
        _ => moment(happened, language),
    }
}

/// The fields that have a value, in their order, by section; without a heading where a section has none.
pub(super) fn sections(
    visible: &Visible<'_>,
    language: Language,
) -> Vec<(Option<String>, Vec<Fact>)> {
    let mut sections: Vec<(Option<String>, Vec<Fact>)> = Vec::new();
    let mut heading = None;
    for field in &visible.definition.fields {
        if let Some(section) = &field.section {
            heading = Some(section.text(language).to_owned());
        }
        let Some(value) = visible.state.values.get(&field.id) else {
            continue;
        };
        let fact = fact(field, value, language);
        match sections.last_mut() {
            Some((under, facts)) if *under == heading => facts.push(fact),
            _ => sections.push((heading.clone(), vec![fact])),
        }
    }
    let described = |id: &str| visible.definition.field(id).is_some();
    let lost: Vec<Fact> = lost(&visible.state.values, described, language).collect();
    if !lost.is_empty() {
        sections.push((Some(language.text("paper-lost-fields")), lost));
    }
    sections
}

/// The fields of an entry that have a value, after the case it is about.
pub(super) fn entry_facts(
    definition: &Definition,
    entry: &VisibleEntry<'_>,
    language: Language,
) -> Vec<Fact> {
    let fields = entry.kind.map_or(&[][..], |kind| &kind.fields);
    let known = fields.iter().filter_map(|field| {
        let value = entry.state.values.get(&field.id)?;
        let mut fact = fact(field, value, language);
        // Which task was settled is stored under a name of its own.
        if let (SETTLED, SETTLED, Value::Text(name)) =
            (entry.state.kind.as_str(), field.id.as_str(), value)
        {
            fact.value = source_label(definition, &TaskSource::named(name), language);
        }
        Some(fact)
    });
    let described = |id: &str| fields.iter().any(|field| field.id == id);
    let about = entry.about.map(|link| {
        let called = [&link.number, &link.title].map(String::as_str);
        let called = called.into_iter().filter(|part| !part.is_empty());
        let called = called.collect::<Vec<_>>().join(" · ");
        Fact::new(link.register.text(language), called)
    });
    let lost = lost(&entry.state.values, described, language);
    about.into_iter().chain(known).chain(lost).collect()
}

/// The kind of an entry in words.
pub(super) fn entry_label(entry: &VisibleEntry<'_>, language: Language) -> String {
    let label = entry.kind.map(|kind| kind.label.text(language));
    label.unwrap_or(&entry.state.kind).to_owned()
}

/// One task: what, and by when.
pub(super) fn task_fact(
    visible: &Visible<'_>,
    task: &Task,
    now: NaiveDateTime,
    language: Language,
) -> Fact {
    let planned = visible.definition.next_action.as_ref().and_then(|next| {
        match visible.state.values.get(&next.what) {
            Some(Value::Text(what)) if task.source == TaskSource::NextAction => Some(what),
            _ => None,
        }
    });
    let by = match task.due.time {
        Some(time) => moment(task.due.day.and_time(time), language),
        None => language.date(task.due.day),
    };
    let by = language.say(
        if task.due.is_past(now) {
            "paper-overdue"
        } else {
            "paper-due"
        },
        &[("date", by.into())],
    );
    let value = match planned {
        Some(what) => format!("{what}\n{by}"),
        None => by,
    };
    Fact::new(
        source_label(visible.definition, &task.source, language),
        value,
    )
}

fn source_label(definition: &Definition, source: &TaskSource, language: Language) -> String {
    let next = || {
        let next = definition.next_action.as_ref()?;
        Some(definition.field(&next.what)?.label.text(language))
    };
    match source {
        TaskSource::NextAction => match next() {
            Some(label) => label.to_owned(),
            None => language.text("paper-next-action"),
        },
        TaskSource::Idle => language.text("paper-idle"),
        TaskSource::Term(id) => definition
            .term(id)
            .map_or(id.as_str(), |term| term.label.text(language))
            .to_owned(),
    }
}

fn fact(field: &Field, value: &Value, language: Language) -> Fact {
    Fact {
        origin: (field.sensitivity == Sensitivity::Police)
            .then(|| language.text("paper-from-police")),
        ..Fact::new(
            field.label.text(language),
            field.display(value, language).trim(),
        )
    }
}

/// Values of which the definition no longer says what they are: under the name they were stored by.
fn lost<'a>(
    values: &'a std::collections::BTreeMap<String, Value>,
    described: impl Fn(&str) -> bool + 'a,
    language: Language,
) -> impl Iterator<Item = Fact> + 'a {
    let values = values.iter().filter(move |(id, _)| !described(id));
    values.map(move |(id, value)| {
        let text = match value {
            Value::Text(text) => text.clone(),
            Value::Choice(choice) => choice.clone(),
            Value::Choices(choices) => choices.iter().cloned().collect::<Vec<_>>().join(", "),
            Value::Number(number) => language.number(*number),
            Value::YesNo(yes) => language.text(if *yes { "yes" } else { "no" }),
            Value::Date(date) => language.date(*date),
            Value::DateTime(at) => moment(*at, language),
            Value::Address(address) => address.line(),
        };
        Fact::new(id.as_str(), text)
    })
}
