//! The model: the open vault, the queue of actions, the status message, and the requests to the vault service.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::clock::Clock;
use crate::desk::backend::clipboard::Copied;
use crate::desk::backend::protocol::{Reply, Request, RequestId, Unwritable};
use crate::desk::backend::service_error::ServiceError;
use crate::desk::backend::worker::Worker;
use crate::desk::command::Command;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::action::{Action, Actions};
use crate::desk::state::list_spec::ListSpec;
use crate::desk::state::pending::Pending;
use crate::desk::state::vault::{OpenVault, time_of};
use crate::figures::Figure;
use crate::language::{Explain, Language};
use crate::register::{CaseFile, CaseKey, Definition, Registers};
use crate::report::Made;
use crate::store::{Dossier, Operation};

/// What every screen reads and writes.
pub struct Model {
    worker: Worker,
    /// The requests that wait for an answer, with what is to be done then.
    pending: BTreeMap<RequestId, Pending>,
    /// The clock.
    pub clock: Clock,
    /// The user as the system knows him, to whom drafts and views belong.
    pub user: String,
    /// The name of the user, which stands with what is recorded.
    pub actor: String,
    /// The language of the screen.
    pub language: Language,
    /// The open vault.
    pub vault: Option<OpenVault>,
    /// Why the vault cannot be reached any more; what is typed is not stored meanwhile.
    pub lost: Option<Box<ServiceError>>,
    /// The registers in which nothing can be stored.
    pub unwritable: Vec<Unwritable>,
    /// The actions that the user asked for; they are carried out at the end of the frame.
    pub actions: Actions,
    /// The message in the status bar.
    pub message: Option<Message>,
    /// What is copied to the clipboard at the end of this frame.
    pub clipboard: Option<Copied>,
}

/// A message in the status bar.
#[derive(Clone)]
pub struct Message {
    /// The sentence.
    pub text: String,
    /// Whether it is good news, a warning or an error.
    pub tone: Tone,
    /// A command that is offered with it: undo, or redo.
    pub offer: Option<Command>,
    /// The file it is about, which the user can open from here.
    pub file: Option<PathBuf>,
    /// The case in another register that it is about, which the user can go to from here.
    pub case: Option<CaseFile>,
}

impl Model {
    /// A model without a vault.
    pub fn new(worker: Worker, clock: Clock, actor: String, language: Language) -> Self {
        Self {
            worker,
            pending: BTreeMap::new(),
            clock,
            user: actor.clone(),
            actor,
            language,
            vault: None,
            lost: None,
            unwritable: Vec::new(),
            actions: Actions::default(),
            message: None,
            clipboard: None,
        }
    }

    /// The text with this id.
    pub fn text(&self, id: &str) -> String {
        self.language.text(id)
    }

    /// The time of day at which a draft was saved last; none while it is not in the vault.
    pub fn draft_saved_at(&self, draft: &str) -> Option<String> {
        let drafts = &self.vault.as_ref()?.drafts;
        let draft = drafts.iter().find(|saved| saved.id == draft)?;
        Some(time_of(draft))
    }

    /// The keys of a command in writing: "Ctrl S".
    pub fn shortcut(&self, command: &Command) -> Option<String> {
        command.shortcut(&self.vault.as_ref()?.registers)
    }

    /// Sends a request to the vault service. The answer goes to the open vault, a refusal to the status bar.
    pub fn ask(&mut self, request: Request) -> RequestId {
        self.worker.ask(request)
    }

    /// Sends a request to the vault service, and remembers what is to be done with the answer.
    pub fn ask_for(&mut self, pending: Pending, request: Request) -> RequestId {
        let id = self.worker.ask(request);
        self.pending.insert(id, pending);
        id
    }

    /// The next reply of the vault service.
    pub fn reply(&mut self) -> Option<Reply> {
        self.worker.reply()
    }

    /// Takes what is to be done with the answer to a request.
    pub fn answered(&mut self, id: Option<RequestId>) -> Option<Pending> {
        self.pending.remove(&id?)
    }

    /// What waits for an answer.
    pub fn pending(&self) -> impl Iterator<Item = &Pending> {
        self.pending.values()
    }

    /// Waits for no answer any more: the vault service ended, or another vault is open.
    pub fn forget_pending(&mut self) {
        self.pending.clear();
    }

    /// Whether something is under way that takes a while.
    pub fn is_busy(&self) -> bool {
        self.pending().any(Pending::takes_long)
    }

    /// Shows a message in the status bar.
    pub fn notify(&mut self, text: String, tone: Tone) {
        self.message = Some(Message {
            text,
            tone,
            offer: None,
            file: None,
            case: None,
        });
    }

    /// Offers a command with the message in the status bar.
    pub fn offer(&mut self, command: Command) {
        if let Some(message) = &mut self.message {
            message.offer = Some(command);
        }
    }

    /// Shows an error in the status bar.
    pub fn notify_error(&mut self, problem: &dyn Explain) {
        let text = problem.explain(self.language);
        self.notify(text, Tone::Bad);
    }

    /// The name that stands with what is recorded from now on, and by which the user's own cases are found.
    pub fn set_actor(&mut self, name: &str) {
        if self.actor == name {
            return;
        }
        name.clone_into(&mut self.actor);
        self.ask(Request::Actor(name.to_owned()));
        let Some(vault) = &mut self.vault else {
            return;
        };
        name.clone_into(&mut vault.actor);
        let registers = vault.registers.clone();
        for register in registers.ids() {
            self.ask(Request::Tasks(register.to_owned()));
        }
    }

    /// A new operation of the user at this moment, in which nothing is written yet.
    pub fn operation(&self) -> Operation {
        Operation::by(&self.actor, self.clock.now())
    }

    /// A vault was opened.
    pub fn opened(&mut self, folder: PathBuf, registers: Registers) {
        self.vault = Some(OpenVault::new(
            folder,
            registers,
            self.actor.clone(),
            &self.clock,
        ));
    }

    /// Requests the cases that came into view during this frame. Returns after how many seconds what could not be read is
    /// to be requested again. `now` is in seconds since the window opened.
    pub fn request_cases(&mut self, now: f64) -> Option<f64> {
        let vault = self.vault.as_mut()?;
        let to_request = vault.end_frame();
        let wait = vault.retry_unread(now);
        for (register, keys) in to_request {
            let pending = Pending::Cases(register.clone());
            self.ask_for(pending, Request::Cases(register, keys));
        }
        wait
    }

    /// The user and the present moment, for a document or an export.
    pub fn made_now(&self) -> Made {
        Made {
            at: self.clock.now(),
            by: self.actor.clone(),
        }
    }

    /// Requests the look-ups that a list of this register needs, for its filter and its order.
    pub fn request_lookups(&mut self, definition: &Definition, spec: &ListSpec) {
        let Some(vault) = &mut self.vault else {
            return;
        };
        let generation = vault.generation(&definition.id);
        let missing = vault.lookups.missing(definition, spec, generation);
        for request in missing {
            self.ask(request);
        }
    }

    /// The dossier of a case. One that is not cached or not up to date is requested; none while the first one is on its
    /// way.
    pub fn dossier(&mut self, register: &str, key: CaseKey) -> Option<Arc<Dossier>> {
        let (dossier, fresh) = self.vault.as_mut()?.dossier(register, key);
        if !fresh {
            let pending = Pending::Cases(register.to_owned());
            self.ask_for(pending, Request::Dossier(register.to_owned(), key));
        }
        dossier
    }

    /// Pushes the action that lists the cases which a number of a figure counts. `name` is the name of that number.
    pub fn open_cases_of_figure(&mut self, register: String, figure: Figure, name: String) {
        let vault = self.vault.as_ref();
        if let Some(definition) = vault.and_then(|vault| vault.definition(&register)) {
            let spec = ListSpec::of_figure(&definition, figure, name);
            self.actions
                .push(Action::OpenList(register, Box::new(spec)));
        }
    }
}
