//! What the desk knows: the open vault as the clerk last told it, and the way to ask for more.
//!
//! Nothing is kept twice. Counts are columns, shared and immutable; cases are fetched when they come into view and are
//! fetched again when the clerk says their register changed.

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Europe::Amsterdam;

use crate::clock::Clock;
use crate::desk::backend::clipboard::Copied;
use crate::desk::backend::task_book::TaskBook;
use crate::desk::backend::worker::{Redefined, Request, Worker};
use crate::desk::command::Command;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::case_cache::{CaseAddress, CaseCache};
use crate::desk::state::list_filter::ListFilter;
use crate::desk::state::lookup_cache::LookupCache;
use crate::desk::state::reference_date::ReferenceDate;
use crate::desk::state::tasks::TaskId;
use crate::figures::{Columns, Figure, Period, Slice, YearValues};
use crate::language::{Explain, Language};
use crate::register::{CaseFile, CaseKey, Definition, Indicators, Registers};
use crate::report::Made;
use crate::store::{Dossier, Draft, OpenTask, Operation, View};

/// How long what could not be read waits until it is asked for again.
const A_SECOND: f64 = 1.0;

/// What every screen works with.
pub struct Model {
    worker: Worker,
    /// What time it is.
    pub clock: Clock,
    /// Who works here.
    pub actor: String,
    /// The language of the screen.
    pub language: Language,
    /// The open vault.
    pub vault: Option<OpenVault>,
    /// What was asked for during this frame; carried out at its end.
    pub commands: Vec<Command>,
    /// A case to open at the end of this frame: its register and key.
    pub open_case: Option<(String, CaseKey)>,
    /// A figure whose cases are to be listed at the end of this frame.
    pub open_list: Option<(String, Figure, String)>,
    /// What was said last, for the status bar.
    pub message: Option<(String, Tone)>,
    /// What is said of a task, to be stored at the end of this frame.
    pub settle: Option<(TaskId, TaskAction)>,
    /// What can be done about what was said last: undo it, or do it again.
    pub offer: Option<Command>,
    /// What is to be put on the clipboard at the end of this frame.
    pub clipboard: Option<Copied>,
    /// What was said last is about this file, which can be opened.
    pub made: Option<PathBuf>,
    /// How many cases of the meeting were handled, and how many there are; none without a meeting.
    pub meeting: Option<(usize, usize)>,
    /// How many answers are still to come of work that takes a while.
    pub busy: usize,
    /// The number of the last question that can have a stale answer.
    tickets: u64,
}

/// What can be said of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskAction {
    /// It is done.
    Done,
    /// It waits until another day.
    PutOff,
}

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

impl Model {
    /// Nothing open yet.
    pub fn new(worker: Worker, clock: Clock, actor: String, language: Language) -> Self {
        Self {
            worker,
            clock,
            actor,
            language,
            vault: None,
            commands: Vec::new(),
            open_case: None,
            open_list: None,
            message: None,
            settle: None,
            offer: None,
            clipboard: None,
            made: None,
            meeting: None,
            busy: 0,
            tickets: 0,
        }
    }

    /// The text with this id.
    pub fn text(&self, id: &str) -> String {
        self.language.text(id)
    }

    /// At what time a draft was kept last, as the clock says it; none while it is not in the vault.
    pub fn kept(&self, draft: &str) -> Option<String> {
        let drafts = &self.vault.as_ref()?.drafts;
        let draft = drafts.iter().find(|kept| kept.id == draft)?;
        Some(time_of(draft))
    }

    /// The keys of a command as they are printed where the action stands.
    pub fn shortcut(&self, command: &Command) -> Option<String> {
        command.shortcut(&self.vault.as_ref()?.registers)
    }

    /// Asks the clerk.
    pub fn ask(&mut self, request: Request) {
        self.worker.ask(request);
    }

    /// A number for a question: an answer with an older one is stale.
    pub fn ticket(&mut self) -> u64 {
        self.tickets += 1;
        self.tickets
    }

    /// Asks the clerk for something that takes a while, and shows that it does.
    pub fn ask_long(&mut self, request: Request) {
        self.busy += 1;
        self.ask(request);
    }

    /// The next answer of the clerk.
    pub fn answer(&mut self) -> Option<crate::desk::backend::worker::Answer> {
        self.worker.answer()
    }

    /// Says something in the status bar.
    pub fn notify(&mut self, text: String, tone: Tone) {
        self.offer = None;
        self.made = None;
        self.message = Some((text, tone));
    }

    /// Says what went wrong.
    pub fn notify_error(&mut self, problem: &dyn Explain) {
        let text = problem.explain(self.language);
        self.notify(text, Tone::Bad);
    }

    /// An action of the user at this moment.
    pub fn operation(&self) -> Operation {
        Operation::by(&self.actor, self.clock.now())
    }

    /// A vault was opened.
    pub fn opened(&mut self, folder: PathBuf, registers: Registers) {
        self.vault = Some(OpenVault {
            folder,
            registers,
            changed: Redefined::default(),
            actor: self.actor.clone(),
            now: self.clock.wall(),
            reference: ReferenceDate::new(self.clock.today()),
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
        });
    }

    /// Asks for the cases that came into view during this frame. Returns after how many seconds what could not be read
    /// is asked for again.
    pub fn fetch_wanted(&mut self, now: f64) -> Option<f64> {
        let vault = self.vault.as_mut()?;
        vault.cases.end_frame();
        vault.dossiers.end_frame();
        for (register, keys) in std::mem::take(&mut vault.wanted) {
            self.worker.ask(Request::Cases(register, keys));
        }
        vault.try_again(now)
    }

    /// By whom and when something is made for others.
    pub fn made_now(&self) -> Made {
        Made {
            at: self.clock.now(),
            by: self.actor.clone(),
        }
    }

    /// Asks for what a list of this register needs to know before it can be made.
    pub fn look_up_for(&mut self, register: &str, narrowed: &ListFilter) {
        let Some(vault) = &mut self.vault else {
            return;
        };
        let generation = vault.generation(register);
        let looked_up = &mut vault.looked_up;
        for request in looked_up.missing(register, narrowed, generation) {
            self.worker.ask(request);
        }
    }

    /// The story of a case; asked for when it is not at hand. One that is not told yet is none, and never an empty one.
    pub fn dossier(&mut self, register: &str, key: CaseKey) -> Option<Arc<Dossier>> {
        let vault = self.vault.as_mut()?;
        // It tells of other registers too: of ties, of the same person, of the street.
        let generation = vault.generation_of_all();
        let place = (register.to_owned(), key);
        let seen = vault.dossiers.get(&place, generation);
        let (dossier, fresh) = seen.map_or((None, false), |(told, fresh)| (told.clone(), fresh));
        if !fresh {
            // What is known meanwhile stays on the screen; an answer replaces it.
            vault.dossiers.put(place, dossier.clone(), generation);
            self.worker.ask(Request::Dossier(register.to_owned(), key));
        }
        dossier
    }
}

impl OpenVault {
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
    fn try_again(&mut self, now: f64) -> Option<f64> {
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
