//! The demo is a municipality that could have been: as much of everything as a city of 125,000 inhabitants has in a year
//! (annual report 2024), where it happens, by whom it is handled, and how little is late.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate, TimeDelta};
use peildatum::clock::Clock;
use peildatum::exchange::{DEMO_SEED, DEMO_YEARS, Staff, fill_with_a_municipality};
use peildatum::register::{
    CaseFile, CaseState, Definition, Due, EntryState, ListRole, PersonFields, Registers, Value,
};
use peildatum::store::{OpenTask, Vault};

use crate::support::day;

/// A register of a vault with everything in it.
pub struct Filled {
    pub definition: std::sync::Arc<Definition>,
    pub cases: Vec<(CaseFile, Vec<EntryState>)>,
    tasks: Vec<OpenTask>,
}

/// Everything in a demo.
pub struct City {
    pub registers: Vec<Filled>,
    staff: BTreeSet<String>,
}

fn today() -> NaiveDate {
    day("30-11-2026")
}

/// The demo as anybody gets it.
pub fn city() -> &'static City {
    static CITY: OnceLock<City> = OnceLock::new();
    CITY.get_or_init(|| made(DEMO_YEARS, DEMO_SEED, None))
}

fn made(years: u16, seed: u64, me: Option<&str>) -> City {
    let folder = tempfile::tempdir().unwrap();
    let clock = Clock::fixed(today().and_hms_opt(11, 0, 0).unwrap().and_utc());
    let mut vault = Vault::create(&folder.path().join("kluis"), clock.now()).unwrap();
    fill_with_a_municipality(&mut vault, years, seed, &clock, me).unwrap();
    let list = vault.registers().list_of(ListRole::People).unwrap();
    let staff = list.choices.iter().map(|choice| choice.label.nl.clone());
    let staff = staff.collect();
    let registers = vault.registers().all().iter().map(|definition| {
        let store = vault.store(&definition.id).unwrap();
        let mut cases = Vec::new();
        store
            .each_case(&definition.id, &mut |case| cases.push(case))
            .unwrap();
        let entries = |case: &CaseFile| -> Vec<EntryState> {
            let entries = store.entries(case.key).unwrap().into_iter();
            entries.map(|entry| entry.state).collect()
        };
        Filled {
            definition: definition.clone(),
            cases: cases
                .into_iter()
                .map(|case| (case.clone(), entries(&case)))
                .collect(),
            tasks: store.tasks(&definition.id, today()).unwrap(),
        }
    });
    let registers = registers.collect();
    City { registers, staff }
}

impl City {
    fn register(&self, id: &str) -> &Filled {
        let mut registers = self.registers.iter();
        registers.find(|filled| filled.definition.id == id).unwrap()
    }
}

impl Filled {
    fn states(&self) -> impl Iterator<Item = &CaseState> {
        self.cases.iter().map(|(case, _)| &case.state)
    }

    /// How many of these cases began in a year.
    fn new_in(&self, year: i32, fits: impl Fn(&CaseState) -> bool) -> usize {
        let began = |state: &&CaseState| began_in(state, year);
        self.states()
            .filter(began)
            .filter(|state| fits(state))
            .count()
    }

    /// How many of these cases were open at some moment of a year.
    fn treated_in(&self, year: i32, fits: impl Fn(&CaseState) -> bool) -> usize {
        let (first, last) = whole(year);
        let touched = |state: &&CaseState| {
            let mut spells = self.definition.spells_to_end(state).into_iter();
            spells.any(|spell| {
                let closed = spell.closed.as_ref().map(|closing| closing.date);
                spell.opened <= last && closed.is_none_or(|closed| closed >= first)
            })
        };
        self.states()
            .filter(touched)
            .filter(|state| fits(state))
            .count()
    }

    fn running_at_end_of(&self, year: i32, fits: impl Fn(&CaseState) -> bool) -> usize {
        let (_, last) = whole(year);
        let open = |state: &&CaseState| runs(&self.definition, state, last);
        self.states()
            .filter(open)
            .filter(|state| fits(state))
            .count()
    }

    fn sum_in(&self, year: i32, field: &str, fits: impl Fn(&CaseState) -> bool) -> f64 {
        let began = |state: &&CaseState| began_in(state, year);
        let values = self.states().filter(began).filter(|state| fits(state));
        let number = |state: &CaseState| match state.values.get(field) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        };
        values.filter_map(number).sum()
    }
}

/// Whether a case began, and in this year: not one that is only prepared.
fn began_in(state: &CaseState, year: i32) -> bool {
    state.opened().is_some_and(|opened| opened.year() == year)
}

/// Whether a case that began runs at the end of a day.
fn runs(definition: &Definition, state: &CaseState, day: NaiveDate) -> bool {
    let mut spells = definition.spells_to_end(state).into_iter();
    spells.any(|spell| spell.open_at_end_of(day))
}

fn whole(year: i32) -> (NaiveDate, NaiveDate) {
    let at = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    (at(1, 1), at(12, 31))
}

/// Whether a case has this choice, one of these choices, or this answer.
fn has(field: &'static str, id: &'static str) -> impl Fn(&CaseState) -> bool {
    move |state| match state.values.get(field) {
        Some(Value::Choice(choice)) => choice == id,
        Some(Value::Choices(choices)) => choices.contains(id),
        Some(Value::YesNo(yes)) => *yes == (id == "ja"),
        _ => false,
    }
}

fn any(_: &CaseState) -> bool {
    true
}

/// The last year that is over.
const YEAR: i32 = 2025;

fn between(what: &str, found: usize, least: usize, most: usize) {
    assert!(
        (least..=most).contains(&found),
        "{what}: {found}, not {least}..={most}"
    );
}

#[test]
fn a_year_has_what_a_city_of_125_000_inhabitants_has() {
    let city = city();
    let housing = city.register("woonoverlast");
    between("woonoverlast nieuw", housing.new_in(YEAR, any), 110, 130);
    between(
        "woonoverlast behandeld",
        housing.treated_in(YEAR, any),
        190,
        230,
    );
    between(
        "woonoverlast lopend",
        housing.running_at_end_of(YEAR, any),
        90,
        140,
    );
    let signals = city.register("ondermijning-signalen");
    between("signalen", signals.new_in(YEAR, any), 175, 179);
    between(
        "signalen mma",
        signals.new_in(YEAR, has("bron", "mma")),
        115,
        128,
    );
    let cases = city.register("ondermijning-casussen");
    between("casussen nieuw", cases.new_in(YEAR, any), 5, 8);
    between("casussen behandeld", cases.treated_in(YEAR, any), 15, 25);
    let groups = city.register("jeugdgroepen");
    between("jeugdgroepen", groups.treated_in(YEAR, any), 1, 3);
    let youth = city.register("jeugdaanpak");
    let (pga, rio) = (|| has("aanpak", "pga"), || has("aanpak", "rio"));
    between("pga behandeld", youth.treated_in(YEAR, pga()), 108, 134);
    between("pga lopend", youth.running_at_end_of(YEAR, pga()), 60, 84);
    between("rio behandeld", youth.treated_in(YEAR, rio()), 10, 18);
    between("rio nieuw", youth.new_in(YEAR, rio()), 3, 5);
    let coaching = city.register("ipta");
    between("ipta behandeld", coaching.treated_in(YEAR, any), 46, 62);
    between("ipta nieuw", coaching.new_in(YEAR, any), 16, 18);
    let house = city.register("huisverboden");
    between("huisverboden", house.new_in(YEAR, any), 58, 60);
    between(
        "huisverboden het jaar ervoor",
        house.new_in(YEAR - 1, any),
        48,
        50,
    );
    let area = city.register("gebiedsverboden");
    between("gebiedsverboden", area.new_in(YEAR, any), 40, 42);
    let weapon = has("aanleiding", "wapen");
    between("wapen", area.new_in(YEAR, &weapon), 25, 29);
    let minor = has("minderjarig", "ja");
    let young = area.new_in(YEAR, |state| weapon(state) && minor(state));
    between("wapen, minderjarig", young, 6, 10);
    between(
        "vuurwapen",
        area.new_in(YEAR, has("wapen", "vuurwapen")),
        0,
        2,
    );
    let orders = city.register("gedragsaanwijzingen-151d");
    between("151d", orders.new_in(YEAR, any), 3, 7);
    between(
        "sluitingen",
        city.register("sluitingen").new_in(YEAR, any),
        11,
        13,
    );
    let bibob = city.register("bibob-onderzoeken");
    between("bibob", bibob.new_in(YEAR, any), 22, 28);
    let care = city.register("zorg-en-veiligheid");
    between("zorg en veiligheid", care.treated_in(YEAR, any), 50, 72);
    let warnings = city.register("waarschuwingen-en-verblijfsontzeggingen");
    between("waarschuwingen", warnings.new_in(YEAR, any), 38, 44);
    between(
        "acties",
        city.register("acties").treated_in(YEAR, any),
        24,
        36,
    );
}

#[test]
fn inspections_and_training_courses_are_counted_as_they_were() {
    let inspections = city().register("controles");
    let days = || has("soort", "integrale-controledag");
    between("controledagen", inspections.new_in(YEAR, days()), 5, 7);
    let objects = inspections.sum_in(YEAR, "aantal-objecten", days());
    assert!((20.0..=36.0).contains(&objects), "{objects} objects");
    between(
        "knock-and-talk",
        inspections.new_in(YEAR, has("soort", "knock-and-talk")),
        28,
        32,
    );
    between("heit", inspections.new_in(YEAR, has("soort", "heit")), 5, 7);
    let courses = city().register("trainingen");
    between("trainingen", courses.new_in(YEAR, any), 18, 20);
    let people = courses.sum_in(YEAR, "aantal-deelnemers", any);
    assert!((195.0..=265.0).contains(&people), "{people} people");
    let marks = courses.sum_in(YEAR, "cijfer", any) / 19.0;
    assert!((7.6..=8.6).contains(&marks), "{marks}");
}

#[test]
fn nuisance_lies_in_the_districts_and_homes_of_the_table_of_2024() {
    let table = include_str!("../data/tabel-5.1-woonoverlast-2024.csv");
    let housing = city().register("woonoverlast");
    // What there is more of lately is looked at apart.
    let before = today() - TimeDelta::days(240);
    let states: Vec<&CaseState> = housing
        .states()
        .filter(|state| state.opened().unwrap() <= before)
        .collect();
    let share = |field: &'static str, id: &str| {
        let wanted = Some(Value::Choice(id.to_owned()));
        let known = states
            .iter()
            .filter(|state| state.values.contains_key(field));
        let of_it = states
            .iter()
            .filter(|state| state.values.get(field) == wanted.as_ref());
        of_it.count() as f64 / known.count() as f64
    };
    for row in table
        .lines()
        .skip(1)
        .filter(|row| !row.starts_with("Totaal"))
    {
        let cells: Vec<&str> = row.split(',').collect();
        let district = cells[0].to_lowercase().replace(' ', "-");
        let printed = cells[7].parse::<f64>().unwrap() / 210.0;
        let found = share("wijk", &district);
        assert!(
            (found - printed).abs() < 0.02,
            "{district}: {found:.3}, not {printed:.3}"
        );
    }
    let homes = [("koop", 58.0), ("corporatie", 138.0), ("particulier", 14.0)];
    for (tenure, printed) in homes {
        let found = share("eigendom", tenure);
        assert!(
            (found - printed / 210.0).abs() < 0.03,
            "{tenure}: {found:.3}"
        );
    }
    let in_noordhove = states
        .iter()
        .filter(|state| has("wijk", "noordhove")(state));
    let bought = in_noordhove
        .clone()
        .filter(|state| has("eigendom", "koop")(state));
    assert!(bought.count() * 10 > in_noordhove.count() * 7);
}

#[test]
fn noise_in_homes_of_associations_in_meerzicht_rose_and_a_manager_can_find_it() {
    let housing = city().register("woonoverlast");
    let loud = |state: &CaseState| match state.values.get("aard") {
        Some(Value::Choices(kinds)) => kinds.iter().any(|kind| kind.starts_with("geluid")),
        _ => false,
    };
    let of = |from: i64, to: i64, fits: &dyn Fn(&CaseState) -> bool| {
        let (from, to) = (
            today() - TimeDelta::days(from),
            today() - TimeDelta::days(to),
        );
        let states = housing.states();
        let began = states.filter(|state| (from..to).contains(&state.opened().unwrap()));
        began.filter(|state| fits(state)).count()
    };
    let there = |state: &CaseState| {
        has("wijk", "meerzicht")(state) && has("eigendom", "corporatie")(state) && loud(state)
    };
    let elsewhere = |state: &CaseState| !has("wijk", "meerzicht")(state);
    let (now, then) = (of(240, 0, &there), of(605, 365, &there));
    assert!(now >= 2 * then, "{now} now, {then} a year before");
    let (now, then) = (of(240, 0, &elsewhere), of(605, 365, &elsewhere));
    assert!(
        now * 4 < then * 5,
        "elsewhere {now} now, {then} a year before"
    );
}

#[test]
fn work_grows_gently_and_the_weekend_is_quiet() {
    let housing = city().register("woonoverlast");
    let years: Vec<usize> = (2021..=2025)
        .map(|year| housing.new_in(year, any))
        .collect();
    assert!(years.is_sorted(), "{years:?}");
    assert!(years[4] * 100 < years[0] * 125, "{years:?}");
    // The first year has what ran already when it began.
    between("2021", housing.treated_in(2021, any), 150, 220);
    let bibob = city().register("bibob-onderzoeken");
    let weekend = |state: &CaseState| state.opened().unwrap().weekday().number_from_monday() > 5;
    assert_eq!(bibob.states().filter(|state| weekend(state)).count(), 0);
    let on_weekends = housing.states().filter(|state| weekend(state)).count();
    assert!(on_weekends * 6 < housing.cases.len(), "{on_weekends}");
}

#[test]
fn every_owner_works_here() {
    let city = city();
    assert!(city.staff.len() >= 20);
    let mut busy: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for filled in &city.registers {
        let definition = &filled.definition;
        for state in filled.states() {
            match definition.owner_of(state) {
                Some(owner) => {
                    assert!(city.staff.contains(owner), "{owner} in {}", definition.id);
                    busy.entry(owner).or_default().insert(&definition.id);
                }
                None => assert!(definition.work.owner.as_ref().is_none_or(|owner| {
                    let field = definition.field(owner).unwrap();
                    field.required_from.is_none()
                })),
            }
        }
    }
    assert!(busy.len() >= 20, "{busy:?}");
}

#[test]
fn little_is_late_and_nobody_has_a_pile() {
    let now = today().and_hms_opt(12, 0, 0).unwrap();
    let mut by_owner: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let (mut all, mut late, mut terms_late) = (0, 0, 0);
    for task in city().registers.iter().flat_map(|filled| &filled.tasks) {
        let past = Due::is_past(task.due, now);
        let owner = task.owner.clone().unwrap_or_default();
        let (of_owner, late_of_owner) = by_owner.entry(owner).or_default();
        *of_owner += 1;
        *late_of_owner += usize::from(past);
        all += 1;
        late += usize::from(past);
        let planned = task.source.name() == "volgende-actie" || task.source.name() == "stil";
        terms_late += usize::from(past && !planned);
        let far = (today() - task.due.day).num_days();
        assert!(far < 45, "{far} days late: {task:?}");
    }
    assert!((250..700).contains(&all), "{all} tasks");
    assert!(
        late * 100 >= all * 3 && late * 100 <= all * 12,
        "{late} of {all} are late"
    );
    assert!(
        terms_late * 20 < all,
        "{terms_late} of {all} are terms that are late"
    );
    for (owner, (of_owner, late)) in &by_owner {
        assert!((1..60).contains(of_owner), "{owner}: {of_owner} tasks");
        assert!(*late <= 7, "{owner}: {late} of {of_owner} are late");
    }
}

#[test]
fn a_running_case_has_something_recent_something_next_and_somebody() {
    let (mut running, mut recent, mut next, mut owned) = (0, 0, 0, 0);
    for filled in &city().registers {
        let definition = &filled.definition;
        for (case, timeline) in &filled.cases {
            let now = definition.has_spells() && runs(definition, &case.state, today());
            // What came in this week has yet to be looked at.
            if !now || case.state.opened().unwrap() > today() - TimeDelta::days(7) {
                continue;
            }
            running += 1;
            let lately = today() - TimeDelta::days(31);
            let told = timeline.iter().any(|entry| entry.happened.date() > lately);
            recent += usize::from(told);
            owned += usize::from(definition.owner_of(&case.state).is_some());
            let planned = definition.next_action.as_ref();
            next += usize::from(planned.is_some_and(|next| {
                [&next.what, &next.due].map(|id| case.state.values.contains_key(id)) == [true; 2]
            }));
        }
    }
    assert!(running > 250, "{running}");
    assert!(recent * 100 > running * 88, "{recent} of {running}");
    assert!(next * 100 > running * 85, "{next} of {running}");
    assert_eq!(owned, running);
}

#[test]
fn a_measure_that_holds_until_a_day_in_the_past_is_over() {
    let measures = [
        "huisverboden",
        "gebiedsverboden",
        "gedragsaanwijzingen-151d",
        "sluitingen",
    ];
    for id in measures {
        let (mut over, mut by_itself) = (0, 0);
        let filled = city().register(id);
        for state in filled.states().filter(|state| state.opened().is_some()) {
            let later = state.values.get("verlengd-tot");
            let until = match later.or(state.values.get("geldig-tot")) {
                Some(Value::Date(day)) => *day,
                Some(Value::DateTime(moment)) => moment.date(),
                _ => panic!("{id}: no end is set: {state:?}"),
            };
            let running = runs(&filled.definition, state, today());
            assert!(!running || until >= today(), "{id} runs after {until}");
            let ending = filled.definition.ending(state).unwrap();
            // On the day after its last day, or on that day itself where it ends by the hour.
            let last = until + TimeDelta::days(1);
            assert!(ending.date <= last, "{id}: {ending:?} {until}");
            over += usize::from(!running);
            by_itself += usize::from(!running && state.closing().is_none());
        }
        assert!(
            by_itself * 2 > over,
            "{id}: {by_itself} of {over} ended by themselves"
        );
    }
}

#[test]
fn people_are_of_an_age_that_fits_and_some_are_known_in_two_registers() {
    let known = |id: &str| -> BTreeSet<(String, NaiveDate)> {
        let filled = city().register(id);
        let fields = PersonFields::of(&filled.definition).unwrap();
        let persons = filled.states().filter_map(|state| fields.person(state));
        persons
            .map(|(name, born)| (name.to_owned(), born))
            .collect()
    };
    let both = known("jeugdaanpak")
        .intersection(&known("gebiedsverboden"))
        .count();
    assert!(both >= 3, "{both} are known in both");
    let ages = |id: &str, field: &'static str, fits: &dyn Fn(&CaseState) -> bool| -> Vec<u32> {
        let states = city().register(id).states().filter(|state| fits(state));
        let age = states.filter_map(|state| match state.values.get(field) {
            Some(Value::Date(born)) => state.came().unwrap().years_since(*born),
            _ => None,
        });
        age.collect()
    };
    let rio = ages("jeugdaanpak", "geboortedatum", &has("aanpak", "rio"));
    assert!(rio.iter().all(|age| (18..=27).contains(age)), "{rio:?}");
    let parent = has("grondslag", "gemeentewet-172b");
    let parents = ages("gebiedsverboden", "geboortedatum", &parent);
    assert!(parents.iter().all(|age| *age >= 25), "{parents:?}");
    let children = ages("gebiedsverboden", "geboortedatum-kind", &parent);
    assert!(
        !children.is_empty() && children.iter().all(|age| *age < 12),
        "{children:?}"
    );
}

#[test]
fn names_differ_and_belong_to_nobody() {
    let lines = |text: &'static str| -> Vec<&'static str> { text.lines().collect() };
    let surnames = lines(include_str!("../../assets/demo/surnames.txt"));
    let mut names: BTreeSet<String> = BTreeSet::new();
    for filled in &city().registers {
        let persons = filled.definition.fields.iter();
        let persons = persons.filter(|field| field.kind == peildatum::register::FieldKind::Person);
        for field in persons {
            for state in filled.states() {
                if let Some(Value::Text(name)) = state.values.get(&field.id) {
                    let invented = surnames.iter().any(|surname| name.ends_with(surname));
                    assert!(invented, "{name} in {}", filled.definition.id);
                    names.insert(name.clone());
                }
            }
        }
    }
    assert!(names.len() > 500, "{}", names.len());
}

#[test]
fn a_few_cases_came_back_and_what_is_closed_says_how() {
    let housing = city().register("woonoverlast");
    let back = housing
        .states()
        .filter(|state| state.spells.len() > 1)
        .count();
    let closed = housing
        .cases
        .iter()
        .filter(|(case, _)| case.state.closing().is_some());
    let all = closed.clone().count();
    assert!(
        back * 100 >= all && back * 100 <= all * 5,
        "{back} of {all} came back"
    );
    for (case, timeline) in closed {
        let closing = case.state.closing().unwrap();
        let on_the_day = timeline.iter().any(|entry| {
            let day = entry.happened.date();
            entry.kind == "contact" && (closing.date - day).num_days() <= 1
        });
        assert!(
            on_the_day || closing.date >= today(),
            "{}: {timeline:?}",
            case.number
        );
    }
}

#[test]
fn the_same_seed_gives_the_same_city_and_another_seed_another() {
    let told = |seed| -> Vec<(String, CaseState, Vec<EntryState>)> {
        let filled = made(1, seed, None).registers.into_iter();
        let cases = filled.flat_map(|filled| filled.cases);
        let without_ties = |entries: Vec<EntryState>| {
            let entries = entries.into_iter();
            entries.filter(|entry| entry.about.is_none()).collect()
        };
        cases
            .map(|(case, entries)| (case.number, case.state, without_ties(entries)))
            .collect()
    };
    let one = told(7);
    assert_eq!(one, told(7));
    assert_ne!(one, told(8));
}

#[test]
fn whoever_looks_around_has_work() {
    let first = Staff::shipped().names().next().unwrap().to_owned();
    let mine = |city: &City, name: &str| {
        let tasks = city.registers.iter().flat_map(|filled| &filled.tasks);
        tasks
            .filter(|task| task.owner.as_deref() == Some(name))
            .count()
    };
    let city = made(1, DEMO_SEED, Some("Sara Rondkijker"));
    assert!(city.staff.contains("Sara Rondkijker"));
    assert!(!city.staff.contains(&first));
    assert!(mine(&city, "Sara Rondkijker") > 5);
    assert_eq!(mine(&city, &first), 0);
}

#[test]
fn a_register_that_the_demo_does_not_know_has_a_few_cases_too() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Clock::fixed(today().and_hms_opt(11, 0, 0).unwrap().and_utc());
    let vault = folder.path().join("kluis");
    std::fs::create_dir_all(vault.join("registers")).unwrap();
    let example = include_str!("../../assets/register.toml");
    std::fs::write(vault.join("registers/parkeren.toml"), example).unwrap();
    let mut vault = Vault::create(&vault, clock.now()).unwrap();
    fill_with_a_municipality(&mut vault, 2, 1, &clock, None).unwrap();
    let mut cases = 0;
    let store = vault.store("parkeren").unwrap();
    store.each_case("parkeren", &mut |_| cases += 1).unwrap();
    assert!((5..60).contains(&cases), "{cases}");
    assert!(Registers::shipped().unwrap().get("parkeren").is_none());
}
