//! The open vault as the window knows it, from the answers of the vault service.
//!
//! Counted values are columns, shared and immutable. Case files are cached: requested when they come into view, and again
//! when their register changed.

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Europe::Amsterdam;

use crate::clock::Clock;
use crate::desk::backend::content::content;
use crate::desk::backend::protocol::Redefined;
use crate::desk::backend::task_book::TaskBook;
use crate::desk::state::case_cache::{CaseAddress, CaseCache};
use crate::desk::state::lookup_cache::LookupCache;
use crate::desk::state::reference_date::ReferenceDate;
use crate::exchange::FinanceDocument;
use crate::figures::{Columns, Period, Slice, YearValues};
use crate::register::{CaseFile, CaseKey, Content, Definition, Indicators, Registers, Subject};
use crate::store::{Dossier, Draft, OpenTask, View};

/// After how many seconds the window asks again for what could not be read.
const RETRY_AFTER: f64 = 1.0;

/// The open vault, as far as the desk has seen it.
pub struct OpenVault {
    /// Its folder.
    pub folder: PathBuf,
    /// Its registers.
    pub registers: Registers,
    /// The changes of lists and definitions that were made in the program.
    pub changed: Redefined,
    /// The user.
    pub actor: String,
    /// The moment of the present frame.
    pub now: NaiveDateTime,
    /// The reference date and its period.
    pub reference: ReferenceDate,
    loaded: BTreeMap<String, LoadedRegister>,
    cases: CaseCache<Arc<CaseFile>>,
    /// Dossiers; none while the first one of a case was requested and has not arrived.
    dossiers: CaseCache<Option<Arc<Dossier>>>,
    /// The registers of which something could not be read, with the time at which the window asks again, in seconds since
    /// it opened.
    unread: BTreeMap<String, Option<f64>>,
    tasks: BTreeMap<String, Arc<TaskBook>>,
    tasks_generation: u64,
    indicators: LoadedIndicators,
    /// The amounts of programmes that are kept, by document.
    pub finances: Arc<Vec<FinanceDocument>>,
    /// Every draft of this user, the one saved last first.
    pub drafts: Vec<Draft>,
    /// Every saved view this user may open, by name.
    pub views: Vec<View>,
    /// The look-ups that the filters of lists need.
    pub lookups: LookupCache,
    /// The cases to request at the end of the frame.
    to_request: BTreeMap<String, Vec<CaseKey>>,
    /// The cases that were requested and have not arrived.
    requested: HashSet<CaseAddress>,
}

/// The counted values of a register.
struct LoadedRegister {
    columns: Arc<Columns>,
    /// The rank of every row by its case number.
    ranks: Arc<Vec<u32>>,
    /// How many cases run today.
    running: u64,
    /// How often the register was loaded, or a new day began.
    generation: u64,
}

/// The indicators with their typed values.
#[derive(Default)]
struct LoadedIndicators {
    definitions: Arc<Indicators>,
    values: Arc<YearValues>,
    /// How often they were loaded.
    generation: u64,
}

impl OpenVault {
    /// A vault of which nothing is known yet but its registers.
    pub fn new(folder: PathBuf, registers: Registers, actor: String, clock: &Clock) -> Self {
        Self {
            folder,
            registers,
            changed: Redefined::default(),
            actor,
            now: clock.wall(),
            reference: ReferenceDate::new(clock.today()),
            loaded: BTreeMap::new(),
            cases: CaseCache::default(),
            dossiers: CaseCache::default(),
            unread: BTreeMap::new(),
            tasks: BTreeMap::new(),
            tasks_generation: 0,
            indicators: LoadedIndicators::default(),
            finances: Arc::default(),
            drafts: Vec::new(),
            views: Vec::new(),
            lookups: LookupCache::default(),
            to_request: BTreeMap::new(),
            requested: HashSet::new(),
        }
    }

    /// Ends a frame. Returns the cases to request, by register: those that came into view and are not cached.
    pub fn end_frame(&mut self) -> BTreeMap<String, Vec<CaseKey>> {
        self.cases.end_frame();
        self.dossiers.end_frame();
        std::mem::take(&mut self.to_request)
    }

    /// The dossier of a case, none while it is on its way, and whether it is up to date. Where it is not, the caller is to
    /// request it.
    pub fn dossier(&mut self, register: &str, key: CaseKey) -> (Option<Arc<Dossier>>, bool) {
        // A dossier shows other registers as well: links, the same person, the street.
        let generation = self.generation_of_all();
        let place = (register.to_owned(), key);
        let seen = self.dossiers.get(&place, generation);
        let (dossier, fresh) =
            seen.map_or((None, false), |(dossier, fresh)| (dossier.clone(), fresh));
        if !fresh {
            // The old one stays on the screen until the answer replaces it.
            self.dossiers.put(place, dossier.clone(), generation);
        }
        (dossier, fresh)
    }

    /// The register with this id.
    pub fn definition(&self, register: &str) -> Option<Arc<Definition>> {
        self.registers.get(register).cloned()
    }

    /// Takes in changed registers. What was read by the former ones is requested again.
    pub fn on_redefined(&mut self, registers: Registers, changed: Redefined) {
        self.loaded.retain(|id, _| registers.get(id).is_some());
        self.tasks.retain(|id, _| registers.get(id).is_some());
        self.registers = registers;
        self.changed = changed;
    }

    /// The cases of a register as columns.
    pub fn columns(&self, register: &str) -> Option<Arc<Columns>> {
        self.loaded
            .get(register)
            .map(|loaded| Arc::clone(&loaded.columns))
    }

    /// The rank of every row of a register by its case number.
    pub fn ranks(&self, register: &str) -> Option<Arc<Vec<u32>>> {
        self.loaded
            .get(register)
            .map(|loaded| Arc::clone(&loaded.ranks))
    }

    /// A number that changes with anything in the register.
    pub fn generation(&self, register: &str) -> u64 {
        self.loaded
            .get(register)
            .map_or(0, |loaded| loaded.generation)
    }

    /// A number that changes with anything that a list of the register follows from.
    pub fn generation_of_list(&self, register: &str) -> u64 {
        self.generation(register) + self.tasks_generation + self.lookups.generation()
    }

    /// A number that changes with anything in any register.
    pub fn generation_of_all(&self) -> u64 {
        self.loaded.values().map(|loaded| loaded.generation).sum()
    }

    /// Takes in that something of a register could not be read. It is requested again after a second.
    pub fn on_unreadable(&mut self, register: &str) {
        self.unread.entry(register.to_owned()).or_insert(None);
    }

    /// Forgets the requests that were never answered of every register whose second is over, so that they are made again.
    /// Returns after how many seconds this is to be called again. `now` is in seconds since the window opened.
    pub fn retry_unread(&mut self, now: f64) -> Option<f64> {
        let mut over = Vec::new();
        for (register, at) in &mut self.unread {
            if *at.get_or_insert(now + RETRY_AFTER) <= now {
                over.push(register.clone());
            }
        }
        for register in &over {
            self.unread.remove(register);
            self.requested.retain(|(asked, _)| asked != register);
            self.dossiers.mark_stale(register);
        }
        let waiting = self.unread.values().flatten().copied();
        let soonest = waiting.min_by(f64::total_cmp).map(|at| at - now);
        soonest.or((!over.is_empty()).then_some(0.0))
    }

    /// How many cases of a register run today; for an event register none.
    pub fn running(&self, register: &str) -> Option<u64> {
        let loaded = self.loaded.get(register)?;
        let has_spells = loaded.columns.definition().has_spells();
        has_spells.then_some(loaded.running)
    }

    /// Sets today, in a window that stays open overnight; a reference date on today moves along. Returns whether a new day
    /// began.
    pub fn set_today(&mut self, today: NaiveDate) -> bool {
        let reference = &mut self.reference;
        if reference.today == today {
            return false;
        }
        if reference.date == reference.today {
            reference.date = today;
        }
        reference.today = today;
        for loaded in self.loaded.values_mut() {
            loaded.running = running(&loaded.columns, today);
            loaded.generation += 1;
        }
        self.requested.clear();
        true
    }

    /// Takes in the counted values of a register.
    pub fn on_columns(&mut self, columns: Arc<Columns>, ranks: Vec<u32>, today: NaiveDate) {
        let register = columns.definition().id.clone();
        let running = running(&columns, today);
        let generation = self.generation(&register) + 1;
        self.requested.retain(|(asked, _)| *asked != register);
        let loaded = LoadedRegister {
            columns,
            ranks: Arc::new(ranks),
            running,
            generation,
        };
        self.loaded.insert(register, loaded);
    }

    /// Takes in case files.
    pub fn on_cases(&mut self, cases: Vec<CaseFile>) {
        for case in cases {
            let generation = self.generation(&case.register);
            let place = (case.register.clone(), case.key);
            self.requested.remove(&place);
            self.cases.put(place, Arc::new(case), generation);
        }
    }

    /// Takes in the dossier of a case.
    pub fn on_dossier(&mut self, register: String, key: CaseKey, dossier: Dossier) {
        let generation = self.generation_of_all();
        let dossier = Some(Arc::new(dossier));
        self.dossiers.put((register, key), dossier, generation);
    }

    /// Takes in the open tasks of a register.
    pub fn on_tasks(&mut self, register: String, tasks: Arc<TaskBook>) {
        self.tasks.insert(register, tasks);
        self.tasks_generation += 1;
    }

    /// Takes in the indicators with their typed values.
    pub fn on_indicators(&mut self, definitions: Arc<Indicators>, values: Arc<YearValues>) {
        self.indicators = LoadedIndicators {
            definitions,
            values,
            generation: self.indicators.generation + 1,
        };
    }

    /// The present content of a list, of standard texts, of a definition or of the indicators.
    pub fn content(&self, subject: &Subject) -> Option<Content> {
        content(&self.registers, &self.indicators.definitions, subject)
    }

    /// The indicators with their typed values, and a number that changes with either.
    pub fn indicators(&self) -> (Arc<Indicators>, Arc<YearValues>, u64) {
        let LoadedIndicators {
            definitions,
            values,
            generation,
        } = &self.indicators;
        (Arc::clone(definitions), Arc::clone(values), *generation)
    }

    /// The open tasks of every register.
    pub fn every_task(&self) -> impl Iterator<Item = &OpenTask> {
        self.tasks.values().flat_map(|book| book.tasks.iter())
    }

    /// A number that changes with the open tasks of any register.
    pub fn tasks_generation(&self) -> u64 {
        self.tasks_generation
    }

    /// How many tasks of the user are overdue or due by the end of Sunday.
    pub fn due_this_week(&self) -> usize {
        self.tasks.values().map(|book| book.due_this_week).sum()
    }

    /// The owners of open tasks of a register, by name.
    pub fn owners_in(&self, register: &str) -> &[String] {
        let book = self.tasks.get(register);
        book.map_or(&[], |book| &book.owners)
    }

    /// The most urgent task of every case of a register that has one.
    pub fn first_tasks(&self, register: &str) -> impl Iterator<Item = &OpenTask> {
        let book = self.tasks.get(register).into_iter();
        book.flat_map(|book| book.first_of_cases())
    }

    /// The open tasks of a case, the most urgent first.
    pub fn tasks_of(&self, register: &str, case: CaseKey) -> impl Iterator<Item = &OpenTask> {
        let book = self.tasks.get(register).into_iter();
        book.flat_map(move |book| book.of(case))
    }

    /// The most urgent task of a case.
    pub fn nearest_task(&self, register: &str, case: CaseKey) -> Option<&OpenTask> {
        self.tasks_of(register, case).next()
    }

    /// A case file, if it is cached; otherwise it is requested at the end of the frame. One that may have changed is
    /// returned as it was until the new one arrives.
    pub fn case(&mut self, register: &str, key: CaseKey) -> Option<Arc<CaseFile>> {
        let place = (register.to_owned(), key);
        let generation = self.generation(register);
        let seen = self.cases.get(&place, generation);
        let (case, fresh) = match seen {
            Some((case, fresh)) => (Some(Arc::clone(case)), fresh),
            None => (None, false),
        };
        if !fresh && self.requested.insert(place) {
            let keys = self.to_request.entry(register.to_owned());
            keys.or_default().push(key);
        }
        case
    }
}

/// The time of day at which a draft was saved: "14:05".
pub fn time_of(draft: &Draft) -> String {
    draft
        .saved
        .with_timezone(&Amsterdam)
        .format("%H:%M")
        .to_string()
}

/// How many cases run on this day; of an event register none.
fn running(columns: &Columns, today: NaiveDate) -> u64 {
    let now = Period {
        from: today,
        to: today,
    };
    let balance = columns.balance(&Slice::whole(), now);
    balance.map_or(0, |balance| balance.closing)
}
