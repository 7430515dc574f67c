//! The open vault, as the vault service last said it is.
//!
//! Nothing is kept twice. Counts are columns, shared and immutable; cases are fetched when they come into view and are
//! fetched again when their register changed.

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Europe::Amsterdam;

use crate::clock::Clock;
use crate::desk::backend::protocol::Redefined;
use crate::desk::backend::task_book::TaskBook;
use crate::desk::state::case_cache::{CaseAddress, CaseCache};
use crate::desk::state::lookup_cache::LookupCache;
use crate::desk::state::reference_date::ReferenceDate;
use crate::figures::{Columns, Period, Slice, YearValues};
use crate::register::{CaseFile, CaseKey, Definition, Indicators, Registers};
use crate::store::{Dossier, Draft, OpenTask, View};

/// How long what could not be read waits until it is asked for again.
const A_SECOND: f64 = 1.0;

/// The open vault, as far as the desk has seen it.
pub struct OpenVault {
    /// Where it is.
    pub folder: PathBuf,
    /// Its registers.
    pub registers: Registers,
    /// What was changed in the program.
    pub changed: Redefined,
    /// Who works in it.
    pub actor: String,
    /// The moment of the present frame.
    pub now: NaiveDateTime,
    /// The reference date and its period.
    pub reference: ReferenceDate,
    counted: BTreeMap<String, Counted>,
    cases: CaseCache<Arc<CaseFile>>,
    /// Stories; none of one that was asked for and not told yet.
    dossiers: CaseCache<Option<Arc<Dossier>>>,
    /// The registers of which something could not be read, and when that is tried again in seconds of the window.
    unread: BTreeMap<String, Option<f64>>,
    tasks: BTreeMap<String, Arc<TaskBook>>,
    told_of_tasks: u64,
    /// The indicators with what is typed of them, and how often they were told.
    indicators: (Arc<Indicators>, Arc<YearValues>, u64),
    /// What this user is typing, the last one first.
    pub drafts: Vec<Draft>,
    /// Every saved view this user may open, by name.
    pub views: Vec<View>,
    /// What lists asked of their registers.
    pub looked_up: LookupCache,
    wanted: BTreeMap<String, Vec<CaseKey>>,
    /// The cases that are on their way.
    asked: HashSet<CaseAddress>,
}

/// A register as it is counted now.
struct Counted {
    columns: Arc<Columns>,
    ranks: Arc<Vec<u32>>,
    running: u64,
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
            counted: BTreeMap::new(),
            cases: CaseCache::default(),
            dossiers: CaseCache::default(),
            unread: BTreeMap::new(),
            tasks: BTreeMap::new(),
            told_of_tasks: 0,
            indicators: Default::default(),
            drafts: Vec::new(),
            views: Vec::new(),
            looked_up: LookupCache::default(),
            wanted: BTreeMap::new(),
            asked: HashSet::new(),
        }
    }

    /// A frame is over. Returns the cases that came into view during it and are not at hand, by register.
    pub fn end_frame(&mut self) -> BTreeMap<String, Vec<CaseKey>> {
        self.cases.end_frame();
        self.dossiers.end_frame();
        std::mem::take(&mut self.wanted)
    }

    /// Everything about a case as far as it is known, and whether that is how it is now; otherwise it is to be asked for.
    pub fn dossier(&mut self, register: &str, key: CaseKey) -> (Option<Arc<Dossier>>, bool) {
        // It tells of other registers too: of links, of the same person, of the street.
        let generation = self.generation_of_all();
        let place = (register.to_owned(), key);
        let seen = self.dossiers.get(&place, generation);
        let (dossier, fresh) = seen.map_or((None, false), |(told, fresh)| (told.clone(), fresh));
        if !fresh {
            // What is known meanwhile stays on the screen; an answer replaces it.
            self.dossiers.put(place, dossier.clone(), generation);
        }
        (dossier, fresh)
    }

    /// The register with this id.
    pub fn definition(&self, register: &str) -> Option<Arc<Definition>> {
        self.registers.get(register).cloned()
    }

    /// The registers are these from now on. What was read by those before is asked for again.
    pub fn redefined(&mut self, registers: Registers, changed: Redefined) {
        self.counted.retain(|id, _| registers.get(id).is_some());
        self.tasks.retain(|id, _| registers.get(id).is_some());
        self.registers = registers;
        self.changed = changed;
    }

    /// The cases of a register as columns.
    pub fn columns(&self, register: &str) -> Option<Arc<Columns>> {
        self.counted
            .get(register)
            .map(|counted| Arc::clone(&counted.columns))
    }

    /// The rank of every row of a register by its case number.
    pub fn ranks(&self, register: &str) -> Option<Arc<Vec<u32>>> {
        self.counted
            .get(register)
            .map(|counted| Arc::clone(&counted.ranks))
    }

    /// A number that is another one as soon as anything in the register changed.
    pub fn generation(&self, register: &str) -> u64 {
        self.counted
            .get(register)
            .map_or(0, |counted| counted.generation)
    }

    /// A number that is another one as soon as a list of the register may be another one.
    pub fn generation_of_list(&self, register: &str) -> u64 {
        self.generation(register) + self.told_of_tasks + self.looked_up.told()
    }

    /// A number that is another one as soon as anything in any register changed.
    pub fn generation_of_all(&self) -> u64 {
        self.counted
            .values()
            .map(|counted| counted.generation)
            .sum()
    }

    /// Something of a register could not be read: what was asked for is asked for again, at most once a second.
    pub fn not_read(&mut self, register: &str) {
        self.unread.entry(register.to_owned()).or_insert(None);
    }

    /// Forgets what was asked for and never told, of every register whose second is over. Returns how many seconds the
    /// next one waits.
    pub fn try_again(&mut self, now: f64) -> Option<f64> {
        let mut over = Vec::new();
        for (register, at) in &mut self.unread {
            if *at.get_or_insert(now + A_SECOND) <= now {
                over.push(register.clone());
            }
        }
        for register in &over {
            self.unread.remove(register);
            self.asked.retain(|(asked, _)| asked != register);
            // What was told before stays on the screen.
            self.dossiers.doubt(register);
        }
        let waiting = self.unread.values().flatten().copied();
        let soonest = waiting.min_by(f64::total_cmp).map(|at| at - now);
        soonest.or((!over.is_empty()).then_some(0.0))
    }

    /// How many cases of a register run today; for an event register none.
    pub fn running(&self, register: &str) -> Option<u64> {
        let counted = self.counted.get(register)?;
        counted
            .columns
            .definition()
            .has_spells()
            .then_some(counted.running)
    }

    /// A window that stays open overnight: today moves on, and the reference date with it where it stood on today.
    /// Says whether it did.
    pub fn day_is(&mut self, today: NaiveDate) -> bool {
        let reference = &mut self.reference;
        if reference.today == today {
            return false;
        }
        if reference.date == reference.today {
            reference.date = today;
        }
        reference.today = today;
        for counted in self.counted.values_mut() {
            counted.running = running(&counted.columns, today);
            counted.generation += 1;
        }
        self.asked.clear();
        true
    }

    /// The clerk counted a register anew.
    pub fn counted(&mut self, columns: Arc<Columns>, ranks: Vec<u32>, today: NaiveDate) {
        let register = columns.definition().id.clone();
        let running = running(&columns, today);
        let generation = self.generation(&register) + 1;
        self.asked.retain(|(asked, _)| *asked != register);
        let ranks = Arc::new(ranks);
        self.counted.insert(
            register,
            Counted {
                columns,
                ranks,
                running,
                generation,
            },
        );
    }

    /// The clerk brought cases.
    pub fn fetched(&mut self, cases: Vec<CaseFile>) {
        for case in cases {
            let generation = self.generation(&case.register);
            let place = (case.register.clone(), case.key);
            self.asked.remove(&place);
            self.cases.put(place, Arc::new(case), generation);
        }
    }

    /// The clerk brought the story of a case.
    pub fn told(&mut self, register: String, key: CaseKey, dossier: Dossier) {
        let generation = self.generation_of_all();
        let what = Some(Arc::new(dossier));
        self.dossiers.put((register, key), what, generation);
    }

    /// The clerk said what is to be done in a register.
    pub fn tasks_told(&mut self, register: String, tasks: Arc<TaskBook>) {
        self.tasks.insert(register, tasks);
        self.told_of_tasks += 1;
    }

    /// The clerk told the indicators.
    pub fn indicators_told(&mut self, indicators: Arc<Indicators>, values: Arc<YearValues>) {
        self.indicators = (indicators, values, self.indicators.2 + 1);
    }

    /// The indicators with what is typed of them, and a number that is another one as soon as either is.
    pub fn indicators(&self) -> (Arc<Indicators>, Arc<YearValues>, u64) {
        self.indicators.clone()
    }

    /// What is to be done in every register.
    pub fn every_task(&self) -> impl Iterator<Item = &OpenTask> {
        self.tasks.values().flat_map(|book| book.tasks.iter())
    }

    /// A number that is another one as soon as there is other work.
    pub fn told_of_tasks(&self) -> u64 {
        self.told_of_tasks
    }

    /// How many tasks of the user are late or due this week.
    pub fn pressing(&self) -> usize {
        self.tasks.values().map(|book| book.pressing).sum()
    }

    /// Whose work there is in a register.
    pub fn owners_in(&self, register: &str) -> &[String] {
        let book = self.tasks.get(register);
        book.map_or(&[], |book| &book.owners)
    }

    /// What is to be done first in every case of a register.
    pub fn first_tasks(&self, register: &str) -> impl Iterator<Item = &OpenTask> {
        let book = self.tasks.get(register).into_iter();
        book.flat_map(|book| book.first_of_cases())
    }

    /// What is to be done in a case, what is due first before the rest.
    pub fn tasks_of(&self, register: &str, case: CaseKey) -> impl Iterator<Item = &OpenTask> {
        let book = self.tasks.get(register).into_iter();
        book.flat_map(move |book| book.of(case))
    }

    /// What is to be done first in a case.
    pub fn nearest_task(&self, register: &str, case: CaseKey) -> Option<&OpenTask> {
        self.tasks_of(register, case).next()
    }

    /// A case, if it is at hand; otherwise it is asked for at the end of the frame. One that may have changed is shown
    /// as it was until the new one arrives.
    pub fn case(&mut self, register: &str, key: CaseKey) -> Option<Arc<CaseFile>> {
        let place = (register.to_owned(), key);
        let generation = self.generation(register);
        let seen = self.cases.get(&place, generation);
        let (case, fresh) = match seen {
            Some((case, fresh)) => (Some(Arc::clone(case)), fresh),
            None => (None, false),
        };
        if !fresh && self.asked.insert(place) {
            let wanted = self.wanted.entry(register.to_owned());
            wanted.or_default().push(key);
        }
        case
    }
}

/// The time at which a draft was kept.
pub fn time_of(draft: &Draft) -> String {
    draft
        .saved
        .with_timezone(&Amsterdam)
        .format("%H:%M")
        .to_string()
}

/// How many cases of a register run on this day; events do not run.
fn running(columns: &Columns, today: NaiveDate) -> u64 {
    let now = Period {
        from: today,
        to: today,
    };
    let balance = columns.balance(&Slice::whole(), now);
    balance.map_or(0, |balance| balance.closing)
}
