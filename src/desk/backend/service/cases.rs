//! Cases: looked up, stored, linked, merged and undone.

use std::collections::{BTreeMap, BTreeSet};

use super::{Answers, VaultService};
use crate::desk::backend::bulk_plan_text::BulkPlanText;
use crate::desk::backend::case_order::{ranks, sort_key};
use crate::desk::backend::protocol::{Answer, BulkQuestion, GatherJob, LinkJob};
use crate::desk::backend::service_error::ServiceError;
use crate::register::{Address, CaseFile, CaseKey};
use crate::report::NO_CONTACT;
use crate::store::{AddressLookup, BulkPlan, LookUp, MergePlan, Operation, StoreError};

/// How many cases a search brings at most.
const MOST_FOUND: usize = 40;

impl VaultService {
    /// These cases of a register.
    pub(super) fn cases(
        &mut self,
        register: &str,
        keys: &[CaseKey],
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        answers(Answer::Cases(self.store(register)?.cases(keys)?));
        Ok(())
    }

    /// Everything about a case.
    pub(super) fn dossier(
        &mut self,
        register: &str,
        key: CaseKey,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let dossier = self.vault()?.dossier(register, key)?;
        answers(Answer::Dossier(register.to_owned(), key, Box::new(dossier)));
        Ok(())
    }

    /// The cases at an address and in its street.
    pub(super) fn address_lookup(
        &mut self,
        address: &Address,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let cases = self.vault()?.at_address(address)?;
        let (street, more_in_street) = self.in_street(address, &cases)?;
        answers(Answer::AddressLookup(AddressLookup {
            cases,
            street,
            more_in_street,
        }));
        Ok(())
    }

    /// The cases in which these words occur, those of one register first.
    pub(super) fn search(
        &mut self,
        words: &str,
        first: Option<&str>,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let found = self.vault()?.find(words, first, MOST_FOUND)?;
        answers(Answer::Found(found));
        Ok(())
    }

    /// The cases of a register in which these words stand.
    pub(super) fn found_in(
        &mut self,
        register: &str,
        words: &str,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let cases = self.store(register)?.search_register(register, words)?;
        answers(Answer::FoundIn(
            register.to_owned(),
            words.to_owned(),
            cases,
        ));
        Ok(())
    }

    /// Who handles the cases of a register.
    pub(super) fn owners(
        &mut self,
        register: &str,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let owner = self.vault()?.definition(register)?.work.owner.clone();
        let owners = match owner {
            Some(owner) => self.store(register)?.texts(register, &owner)?,
            None => Vec::new(),
        };
        answers(Answer::Owners(register.to_owned(), owners));
        Ok(())
    }

    /// When something last happened in the cases of a register.
    pub(super) fn last_contacts(
        &mut self,
        register: &str,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let days = self
            .store(register)?
            .last_happenings(register, &NO_CONTACT)?;
        answers(Answer::LastContacts(register.to_owned(), days));
        Ok(())
    }

    /// The order of the cases of a register by a field.
    pub(super) fn order(
        &mut self,
        register: &str,
        by: &str,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let mut keys: Vec<(CaseKey, String)> = Vec::new();
        let store = self.store(register)?;
        store.each_case(register, &mut |case| {
            let value = case.state.values.get(by);
            keys.extend(value.map(|value| (case.key, sort_key(value))));
        })?;
        let (register, by) = (register.to_owned(), by.to_owned());
        answers(Answer::Order(register, by, ranks(keys)));
        Ok(())
    }

    /// What many cases would become.
    pub(super) fn plan_bulk(
        &mut self,
        question: &BulkQuestion,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let today = self.clock.today();
        let vault = self.vault()?;
        let cases = vault.store(&question.register)?.cases(&question.cases)?;
        let definition = vault.definition(&question.register)?;
        let plan = BulkPlan::make(definition, cases, &question.settings, &question.own, today);
        let text = BulkPlanText::new(plan, definition, question.language);
        answers(Answer::BulkPlanned(Box::new(text)));
        Ok(())
    }

    /// Changes every case of the plan that can be changed.
    pub(super) fn carry_out(
        &mut self,
        plan: &BulkPlan,
        by: &Operation,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let operation = plan.clone().operation(by.clone());
        self.record(&plan.register, &operation, answers)
    }

    /// What merging the second case into the first comes to.
    pub(super) fn plan_merge(
        &mut self,
        remaining: &CaseFile,
        other: &CaseFile,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let (remaining, other) = (remaining.clone(), other.clone());
        let plan = self.vault()?.plan_merge(remaining, other)?;
        answers(Answer::MergePlanned(Box::new(plan), false));
        Ok(())
    }

    /// Stores what the user did in this register.
    pub(super) fn record(
        &mut self,
        register: &str,
        operation: &Operation,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let recorded = self.vault_mut()?.record(register, operation)?;
        // Columns first: whoever is told that a case is stored already finds it in the list.
        let written = operation.writes.iter().map(|write| write.register.clone());
        let opened = recorded.opened.iter().map(|case| case.register.clone());
        let written = written.chain(opened).chain([register.to_owned()]);
        let written: BTreeSet<String> = written.collect();
        for register in &written {
            self.count_again(register, answers);
        }
        if operation.draft.is_some() {
            self.notify_drafts(answers);
        }
        answers(Answer::Recorded(register.to_owned(), recorded));
        Ok(())
    }

    /// Undoes an action.
    pub(super) fn undo(
        &mut self,
        register: &str,
        action: &str,
        by: &Operation,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let recorded = self.vault_mut()?.undo_in(register, action, by)?;
        self.count_team_again(register, answers);
        if let Some(case) = &recorded.opened {
            self.count_team_again(&case.register, answers);
        }
        answers(Answer::Recorded(register.to_owned(), recorded));
        Ok(())
    }

    /// Links two cases.
    pub(super) fn link(&mut self, job: &LinkJob, answers: Answers<'_>) -> Result<(), ServiceError> {
        let (register, entry) = self
            .vault()?
            .link(&job.one, &job.other, job.state.clone())?;
        let operation = job.operation.clone().with_entry(entry);
        self.record(&register, &operation, answers)?;
        // The link shows at both ends, which may be in two registers.
        self.count_again(&job.one.register, answers);
        self.count_again(&job.other.register, answers);
        Ok(())
    }

    /// Gathers cases in another one.
    pub(super) fn gather(
        &mut self,
        job: &GatherJob,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let GatherJob {
            register,
            cases,
            into,
            at,
            operation,
        } = job;
        let vault = self.vault()?;
        let operation = vault.gathering(register, cases, into, *at, operation.clone())?;
        self.record(register, &operation, answers)?;
        // The links show at both ends.
        self.count_again(register, answers);
        self.count_again(&into.register, answers);
        Ok(())
    }

    /// Keeps the look-up in the file of every team of which cases were shown.
    pub(super) fn log_look_up(&mut self, cases: &[(String, String)]) -> Result<(), ServiceError> {
        let mut shown: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
        for (register, id) in cases {
            let team = self.vault()?.definition(register)?.team.clone();
            shown
                .entry(team)
                .or_insert((register.clone(), Vec::new()))
                .1
                .push(id.clone());
        }
        let (recorded, actor) = (self.clock.now(), self.actor.clone());
        for (register, cases) in shown.into_values() {
            let actor = actor.clone();
            self.store(&register)?.log_look_up(&LookUp {
                recorded,
                actor,
                cases,
            })?;
        }
        Ok(())
    }

    /// Merges two cases, unless what that comes to is no longer what was shown.
    pub(super) fn merge(
        &mut self,
        shown: &MergePlan,
        by: &Operation,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let register = shown.remaining.register.clone();
        let vault = self.vault()?;
        let keys = [shown.remaining.key, shown.other.key];
        let cases = vault.store(&register)?.cases(&keys)?;
        let Ok([remaining, other]) = <[CaseFile; 2]>::try_from(cases) else {
            return Err(StoreError::MissingCase { register }.into());
        };
        let plan = vault.plan_merge(remaining, other)?;
        if plan != *shown {
            answers(Answer::MergePlanned(Box::new(plan), true));
            return Ok(());
        }
        let definition = vault.definition(&register)?;
        let operation = plan.operation(definition, by.clone(), self.clock.wall());
        self.record(&register, &operation, answers)
    }

    /// The cases in the street, and whether there are more. A caller says a postcode and a number: the street is that of a case at the address.
    fn in_street(
        &self,
        address: &Address,
        known: &[CaseFile],
    ) -> Result<(Vec<CaseFile>, bool), ServiceError> {
        let mut address = address.clone();
        let here = known.iter().flat_map(|case| case.state.addresses());
        let mut here = here.filter(|known| known.postcode == address.postcode);
        if address.street.is_empty()
            && let Some(known) = here.find(|known| !known.street.is_empty())
        {
            address.street.clone_from(&known.street);
        }
        Ok(self.vault()?.in_street(&address)?)
    }
}
