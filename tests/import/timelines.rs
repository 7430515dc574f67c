//! The invented timelines are timelines that could have been.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use peildatum::clock::Clock;
use peildatum::exchange::{InventedTimelines, fill_with_invented_cases, invent};
use peildatum::register::{CaseKey, CaseState, Due, EntryState, LINK, Registers, SETTLED};
use peildatum::store::Vault;
use proptest::prelude::{ProptestConfig, any, proptest};

use crate::support::{day, register};

fn today() -> NaiveDate {
    day("15-03-2026")
}

fn invented(id: &str, count: usize, seed: u64) -> Vec<(CaseState, Vec<EntryState>)> {
    let definition = register(id);
    let mut timelines = InventedTimelines::new(&definition, seed, today());
    let cases = invent(&definition, count, seed, today());
    let told = cases.map(|write| {
        let timeline = timelines.of(&write.state);
        (write.state, timeline)
    });
    told.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn every_entry_passes_the_check_of_its_register(seed in any::<u64>(), after in 0_i64..4_000) {
        let today = day("01-01-2019") + chrono::TimeDelta::days(after);
        for definition in Registers::shipped().unwrap().all() {
            let mut timelines = InventedTimelines::new(definition, seed, today);
            for write in invent(definition, 60, seed, today) {
                let timeline = timelines.of(&write.state);
                assert!(timeline.len() <= 9, "{timeline:?}");
                assert!(timeline.is_sorted_by_key(|entry| entry.happened));
                let opened = write.state.came().unwrap();
                for entry in &timeline {
                    assert_eq!(definition.check_entry(entry), [], "{}", definition.id);
                    assert_eq!(definition.missing_in_entry(entry), [], "{}", definition.id);
                    let happened = entry.happened.date();
                    let within = happened >= opened && happened < today;
                    assert!(within, "{}: {opened}, {entry:?}, {today}", definition.id);
                    let closed = write.state.closing().map(|closing| closing.date);
                    assert!(closed.is_none_or(|closed| happened <= closed));
                }
            }
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_timelines_and_another_seed_others() {
    let of = |seed| invented("woonoverlast", 200, seed);
    assert_eq!(of(7), of(7));
    assert_ne!(of(7), of(8));
}

#[test]
fn people_talk_call_again_and_climb_the_ladder() {
    let cases = invented("woonoverlast", 5_000, 1);
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let definition = register("woonoverlast");
    let rungs = &definition.ladder.as_ref().unwrap().rungs;
    for (state, timeline) in &cases {
        // A case that stands higher on the ladder climbed before what its timeline tells.
        let stands = rungs.iter().position(|rung| rung.status == state.status);
        let steps = timeline.iter().filter(|entry| entry.kind == "maatregel");
        if let Some(first) = steps
            .clone()
            .next()
            .filter(|_| stands.is_none_or(|at| at == 0))
        {
            let first = &first.values["maatregel"];
            let gentlest = peildatum::register::Value::Choice("gesprek".to_owned());
            assert_eq!(first, &gentlest);
        }
        for entry in timeline {
            *kinds.entry(&entry.kind).or_default() += 1;
        }
    }
    let most = kinds.values().max();
    assert_eq!(most, kinds.get("contact"), "{kinds:?}");
    for kind in ["contact", "melding", "maatregel", "besluit"] {
        assert!(kinds[kind] > 200, "{kinds:?}");
    }
    assert!(!kinds.contains_key(SETTLED));
}

#[test]
fn running_cases_have_work_of_which_little_is_late() {
    let definition = register("woonoverlast");
    let cases = invented("woonoverlast", 20_000, 1);
    let running = cases
        .iter()
        .filter(|(state, _)| state.open_at_end_of(today()));
    let (mut with_next, mut late, mut told, mut all) = (0, 0, 0, 0);
    let now = today().and_hms_opt(12, 0, 0).unwrap();
    for (state, timeline) in running {
        all += 1;
        told += usize::from(!timeline.is_empty());
        let tasks = definition.tasks(state, timeline);
        let next = tasks
            .iter()
            .find(|task| task.source.name() == "volgende-actie");
        with_next += usize::from(next.is_some());
        late += usize::from(next.is_some_and(|task| Due::is_past(task.due, now)));
    }
    assert!(with_next * 10 > all * 8, "{with_next} of {all}");
    assert!(
        late * 50 > with_next && late * 8 < with_next,
        "{late} of {with_next}"
    );
    assert!(told * 10 > all * 9, "{told} of {all}");
}

#[test]
fn a_demo_ties_cases_of_one_team_together() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Clock::fixed(today().and_hms_opt(11, 0, 0).unwrap().and_utc());
    let mut vault = Vault::create(&folder.path().join("kluis"), clock.now()).unwrap();
    fill_with_invented_cases(&mut vault, 60, 1, &clock).unwrap();
    let store = vault.store("ondermijning-casussen").unwrap();
    let mut ties = 0;
    let mut cases: Vec<CaseKey> = Vec::new();
    store
        .each_case("ondermijning-casussen", &mut |case| cases.push(case.key))
        .unwrap();
    for case in cases {
        for entry in store.entries(case).unwrap() {
            if let Some(about) = &entry.state.about {
                assert_eq!(entry.state.kind, LINK);
                let other = store.case_by_id(&about.id).unwrap().unwrap();
                assert_eq!(other.register, about.register);
                assert_ne!(other.register, "ondermijning-casussen");
                assert!(!store.links_to(&about.id).unwrap().is_empty());
                ties += 1;
            }
        }
    }
    assert!((1..20).contains(&ties), "{ties}");
    let work = store.tasks("ondermijning-casussen", today()).unwrap();
    assert!(!work.is_empty());
    let owned = work.iter().filter(|task| task.owner.is_some()).count();
    assert!(owned * 2 > work.len());
}
