//! A store that forgets everything when the test ends: only what an import needs of one.

use peildatum::register::{CaseFile, CaseKey, Codebook, Packed, Revision};
use peildatum::store::{
    Changes, EntryWrite, GivenNumbers, Operation, Recorded, Recorder, Store, StoreError, Target,
    Write, new_id,
};

/// Cases in the order in which they were recorded.
#[derive(Default)]
pub struct MemoryStore {
    pub cases: Vec<CaseFile>,
}

impl MemoryStore {
    fn write(&mut self, write: &Write) -> CaseFile {
        match &write.target {
            Target::New { number } => {
                let key = self.cases.len() as i64 + 1;
                let number = number.clone().unwrap_or_else(|| format!("NEW-{key:05}"));
                let case = CaseFile {
                    key: CaseKey(key),
                    id: new_id(),
                    register: write.register.clone(),
                    number,
                    version: 1,
                    state: write.state.clone(),
                };
                self.cases.push(case.clone());
                case
            }
            Target::Existing { key, version } => {
                let case = self.cases.iter_mut().find(|case| case.key == *key).unwrap();
                assert_eq!(
                    case.version, *version,
                    "a stale version would be a conflict"
                );
                case.version += 1;
                case.state = write.state.clone();
                case.clone()
            }
        }
    }
}

impl Recorder for MemoryStore {
    fn case(&self, key: CaseKey) -> Result<Option<CaseFile>, StoreError> {
        Ok(self.cases.iter().find(|case| case.key == key).cloned())
    }

    fn add(&mut self, writes: &[Write], _entries: &[EntryWrite]) -> Result<(), StoreError> {
        writes.iter().for_each(|write| drop(self.write(write)));
        Ok(())
    }
}

impl Store for MemoryStore {
    fn record(&mut self, operation: &Operation) -> Result<Recorded, StoreError> {
        let writes = operation.writes.iter();
        Ok(Recorded {
            action: Some(operation.name().to_owned()),
            cases: writes.map(|write| self.write(write)).collect(),
            entries: Vec::new(),
            opened: None,
        })
    }

    fn record_parts(
        &mut self,
        operation: &Operation,
        _numbers: &GivenNumbers<'_>,
        parts: &mut dyn FnMut(&mut dyn Recorder) -> Result<(), StoreError>,
    ) -> Result<Option<String>, StoreError> {
        parts(self)?;
        Ok(Some(operation.name().to_owned()))
    }

    fn undo(&mut self, _operation: &str, _by: Operation) -> Result<Recorded, StoreError> {
        unimplemented!("an import undoes nothing")
    }

    fn cases(&self, keys: &[CaseKey]) -> Result<Vec<CaseFile>, StoreError> {
        let find = |key: &CaseKey| self.cases.iter().find(|case| case.key == *key).cloned();
        Ok(keys.iter().filter_map(find).collect())
    }

    fn case_by_number(&self, register: &str, number: &str) -> Result<Option<CaseFile>, StoreError> {
        let mut cases = self.cases.iter();
        Ok(cases
            .find(|case| case.register == register && case.number == number)
            .cloned())
    }

    fn each_case(&self, register: &str, visit: &mut dyn FnMut(CaseFile)) -> Result<(), StoreError> {
        self.cases
            .iter()
            .filter(|case| case.register == register)
            .cloned()
            .for_each(visit);
        Ok(())
    }

    fn history(&self, _case: CaseKey) -> Result<Vec<Revision>, StoreError> {
        unimplemented!("an import asks for no history")
    }

    fn counted(
        &self,
        _register: &str,
        _visit: &mut dyn FnMut(CaseKey, Packed<'_>),
    ) -> Result<Codebook, StoreError> {
        unimplemented!("an import counts nothing")
    }

    fn by_number(&self, register: &str) -> Result<Vec<CaseKey>, StoreError> {
        let cases = self.cases.iter().filter(|case| case.register == register);
        Ok(cases.map(|case| case.key).collect())
    }

    fn changes_since(&self, _sequence: i64) -> Result<Changes, StoreError> {
        unimplemented!("an import waits for nobody")
    }

    fn changed_elsewhere(&mut self) -> Result<bool, StoreError> {
        unimplemented!("an import waits for nobody")
    }
}
