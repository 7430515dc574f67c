//! What the window knows and wants, and the way to ask the vault service for more.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::clock::Clock;
use crate::desk::backend::clipboard::Copied;
use crate::desk::backend::protocol::{Reply, Request, RequestId};
use crate::desk::backend::worker::Worker;
use crate::desk::command::Command;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::action::{Action, Actions};
use crate::desk::state::list_filter::ListFilter;
use crate::desk::state::list_spec::ListSpec;
use crate::desk::state::pending::Pending;
use crate::desk::state::vault::{OpenVault, time_of};
use crate::figures::Figure;
use crate::language::{Explain, Language};
use crate::register::{CaseKey, Registers};
use crate::report::Made;
use crate::store::{Dossier, Operation};

/// What every screen works with.
pub struct Model {
    worker: Worker,
    /// What was asked and is not answered yet, and by whom.
    pending: BTreeMap<RequestId, Pending>,
    /// What time it is.
    pub clock: Clock,
    /// Who works here.
    pub actor: String,
    /// The language of the screen.
    pub language: Language,
    /// The open vault.
    pub vault: Option<OpenVault>,
    /// What the user wants; carried out at the end of the frame.
    pub actions: Actions,
    /// What was said last, for the status bar.
    pub message: Option<Message>,
    /// What is to be put on the clipboard at the end of this frame.
    pub clipboard: Option<Copied>,
}

/// Something that is said in the status bar.
pub struct Message {
    /// The sentence.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
    /// What can be done about it: undo it, or do it again.
    pub offer: Option<Command>,
    /// The file it is about, which can be opened.
    pub file: Option<PathBuf>,
}

impl Model {
    /// Nothing open yet.
    pub fn new(worker: Worker, clock: Clock, actor: String, language: Language) -> Self {
        Self {
            worker,
            pending: BTreeMap::new(),
            clock,
            actor,
            language,
            vault: None,
            actions: Actions::default(),
            message: None,
            clipboard: None,
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

    /// Asks the vault service something. What it knows goes where such things are kept, a refusal to the status bar.
    pub fn ask(&mut self, request: Request) -> RequestId {
        self.worker.ask(request)
    }

    /// Asks the vault service something, and keeps who waits for the answer and what is to be done then.
    pub fn ask_for(&mut self, pending: Pending, request: Request) -> RequestId {
        let id = self.worker.ask(request);
        self.pending.insert(id, pending);
        id
    }

    /// The next answer of the vault service.
    pub fn reply(&mut self) -> Option<Reply> {
        self.worker.reply()
    }

    /// Who waits for the answer to a request, which is no longer waited for.
    pub fn answered(&mut self, id: Option<RequestId>) -> Option<Pending> {
        self.pending.remove(&id?)
    }

    /// Who waits for answers.
    pub fn pending(&self) -> impl Iterator<Item = &Pending> {
        self.pending.values()
    }

    /// Nothing is answered any more: the vault service is gone, or another vault is open.
    pub fn forget_pending(&mut self) {
        self.pending.clear();
    }

    /// Whether something is under way that takes a while.
    pub fn is_busy(&self) -> bool {
        self.pending().any(Pending::takes_long)
    }

    /// Says something in the status bar.
    pub fn notify(&mut self, text: String, tone: Tone) {
        self.message = Some(Message {
            text,
            tone,
            offer: None,
            file: None,
        });
    }

    /// Offers to do something about what was said last.
    pub fn offer(&mut self, command: Command) {
        if let Some(message) = &mut self.message {
            message.offer = Some(command);
        }
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
        self.vault = Some(OpenVault::new(
            folder,
            registers,
            self.actor.clone(),
            &self.clock,
        ));
    }

    /// Asks for the cases that came into view during this frame. Returns after how many seconds what could not be read
    /// is asked for again.
    pub fn fetch_wanted(&mut self, now: f64) -> Option<f64> {
        let vault = self.vault.as_mut()?;
        let wanted = vault.end_frame();
        let wait = vault.try_again(now);
        for (register, keys) in wanted {
            let pending = Pending::Cases(register.clone());
            self.ask_for(pending, Request::Cases(register, keys));
        }
        wait
    }

    /// By whom and when something is made for others.
    pub fn made_now(&self) -> Made {
        Made {
            at: self.clock.now(),
            by: self.actor.clone(),
        }
    }

    /// Asks for what a list of this register needs to know before it can be made.
    pub fn look_up_for(&mut self, register: &str, filter: &ListFilter) {
        let Some(vault) = &mut self.vault else {
            return;
        };
        let generation = vault.generation(register);
        for request in vault.looked_up.missing(register, filter, generation) {
            self.ask(request);
        }
    }

    /// Everything about a case; asked for when it is not at hand. What is on its way is none, and never an empty one.
    pub fn dossier(&mut self, register: &str, key: CaseKey) -> Option<Arc<Dossier>> {
        let (dossier, fresh) = self.vault.as_mut()?.dossier(register, key);
        if !fresh {
            let pending = Pending::Cases(register.to_owned());
            self.ask_for(pending, Request::Dossier(register.to_owned(), key));
        }
        dossier
    }

    /// Asks to list the cases behind a number, under the name of that number.
    pub fn list_cases_behind(&mut self, register: String, figure: Figure, name: String) {
        let vault = self.vault.as_ref();
        if let Some(definition) = vault.and_then(|vault| vault.definition(&register)) {
            let spec = ListSpec::behind(&definition, figure, name);
            self.actions
                .push(Action::OpenList(register, Box::new(spec)));
        }
    }
}
