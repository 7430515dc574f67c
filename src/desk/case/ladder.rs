//! The ladder of measures and the statuses of a case as steps: which were taken and when, and which one follows.

use chrono::NaiveDate;

use crate::desk::case::steps_ui::{Progress, Step};
use crate::language::Language;
use crate::register::{CaseState, Definition, Entry, Ladder, Value};
use crate::store::Dossier;

/// The ladder of a case.
pub struct CaseLadder<'a> {
    /// Its steps, the lightest first.
    pub steps: Vec<Step>,
    /// The entry by which each was taken last; none of one that was not.
    taken: Vec<Option<&'a Entry>>,
    /// The number of the present step, from 1; 0 before the first.
    pub at: usize,
}

impl<'a> CaseLadder<'a> {
    /// The ladder of a case of this register; none where the register has none.
    pub fn of(
        definition: &Definition,
        state: &CaseState,
        dossier: &'a Dossier,
        language: Language,
    ) -> Option<Self> {
        let ladder = definition.ladder.as_ref()?;
        let kind = definition.entry_kind(&ladder.entry)?;
        let field = kind.field(&ladder.measure)?;
        let taken: Vec<Option<&Entry>> = ladder
            .rungs
            .iter()
            .map(|rung| taken(ladder, &rung.measure, dossier))
            .collect();
        let latest = latest(&taken);
        let measures = taken.iter().zip(&ladder.rungs);
        let measures = measures.filter_map(|(entry, rung)| entry.map(|_| rung.measure.as_str()));
        let runs = state.closing().is_none();
        let next = ladder.next(measures).filter(|_| runs);
        let steps = ladder.rungs.iter().enumerate().map(|(place, rung)| {
            let label = field.choice(&rung.measure);
            let label = label.map_or(rung.measure.as_str(), |choice| choice.label.text(language));
            let entry = taken[place];
            let follows = next.is_some_and(|next| next.measure == rung.measure);
            let progress = match (entry, latest) {
                (Some(_), Some(at)) if at == place => Progress::Present,
                (Some(_), _) => Progress::Taken,
                (None, _) if follows => Progress::Next,
                (None, Some(at)) if place < at => Progress::Skipped,
                (None, _) => Progress::Later,
            };
            Step {
                label: label.to_owned(),
                detail: detail(ladder, entry, progress, runs, language),
                progress,
                opens: entry.is_some() || follows,
            }
        });
        Some(Self {
            steps: steps.collect(),
            at: latest.map_or(0, |at| at + 1),
            taken,
        })
    }

    /// The entry by which the step at this place was taken; none where it was not.
    pub fn entry(&self, place: usize) -> Option<&'a Entry> {
        self.taken.get(place).copied().flatten()
    }
}

/// The last entry by which a measure was taken, that was not taken back.
fn taken<'a>(ladder: &Ladder, measure: &str, dossier: &'a Dossier) -> Option<&'a Entry> {
    let is = |entry: &&Entry| {
        let state = &entry.state;
        let of = state.values.get(&ladder.measure);
        state.kind == ladder.entry
            && !state.withdrawn
            && matches!(of, Some(Value::Choice(id)) if id == measure)
    };
    let entries = dossier.entries.iter().filter(is);
    entries.max_by_key(|entry| entry.state.happened)
}

/// The place of the step that was taken last.
fn latest(taken: &[Option<&Entry>]) -> Option<usize> {
    let places = taken.iter().enumerate();
    let places = places.filter_map(|(place, entry)| Some((place, (*entry)?)));
    let last = places.max_by_key(|(place, entry)| (entry.state.happened, *place));
    last.map(|(place, _)| place)
}

/// When a step was taken and until when it has to work, or why it stands there.
fn detail(
    ladder: &Ladder,
    entry: Option<&Entry>,
    progress: Progress,
    runs: bool,
    language: Language,
) -> String {
    let day = |day: NaiveDate| [("date", language.date(day).into())];
    match (entry, progress) {
        (Some(entry), Progress::Present) if runs => match entry.state.values.get(&ladder.due) {
            Some(Value::Date(due)) => language.say("ladder-now-until", &day(*due)),
            _ => language.say("ladder-now-since", &day(entry.state.happened.date())),
        },
        (Some(entry), _) => language.date(entry.state.happened.date()),
        (None, Progress::Skipped) => language.text("ladder-skipped"),
        (None, Progress::Next) => language.text("command-next-step"),
        (None, _) => String::new(),
    }
}

/// The statuses that a running case goes through, in their order, with the one that it has; nothing where there are fewer
/// than two, and for a case that ended.
pub fn status_steps(
    definition: &Definition,
    state: &CaseState,
    today: NaiveDate,
    language: Language,
) -> Vec<Step> {
    let statuses = definition.statuses.iter();
    let statuses = statuses.filter(|status| status.open && status.choice.is_current());
    let statuses: Vec<_> = statuses.collect();
    let open = definition.runs_on(state, today);
    if statuses.len() < 2 || !open {
        return Vec::new();
    }
    let is_present = |id: &String| Some(id) == state.status.as_ref();
    let at = statuses
        .iter()
        .position(|status| is_present(&status.choice.id));
    let steps = statuses.iter().enumerate().map(|(place, status)| Step {
        label: status.choice.label.text(language).to_owned(),
        detail: String::new(),
        progress: match at {
            Some(at) if place < at => Progress::Taken,
            Some(at) if place == at => Progress::Present,
            _ => Progress::Later,
        },
        opens: false,
    });
    steps.collect()
}
