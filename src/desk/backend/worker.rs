//! The window's connection to the vault service, which runs on a thread of its own: the window never waits for the disk.
//!
//! The window sends requests and goes on drawing; the service sends replies and wakes it. In tests the same service runs
//! inline.

use std::collections::{BTreeSet, VecDeque};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SendError, Sender, TryRecvError, channel};
use std::thread::JoinHandle;

use crate::clock::Clock;
use crate::desk::backend::draft_files::DraftFiles;
use crate::desk::backend::protocol::{Answer, Reply, Request, RequestId};
use crate::desk::backend::service::VaultService;
use crate::desk::backend::service_error::ServiceError;

/// The window's connection to the vault service.
pub struct Worker {
    connection: Connection,
    replies: Receiver<Reply>,
    /// The number of the last request.
    last: u64,
    /// The requests that were not answered to the end.
    open: BTreeSet<RequestId>,
    /// The vault that was opened last.
    vault: Option<PathBuf>,
    /// Whether it was reported that the service ended.
    reported_gone: bool,
    /// The replies of a service that ended.
    gone: VecDeque<Reply>,
}

enum Connection {
    /// The service runs on a thread; both are taken when the connection is dropped.
    Thread {
        requests: Option<Sender<(RequestId, Request)>>,
        service: Option<JoinHandle<()>>,
    },
    /// The service answers while it is asked, on the thread of the window.
    Inline {
        service: Box<VaultService>,
        replies: Sender<Reply>,
    },
}

impl Worker {
    /// Starts a service on a thread of its own, which wakes the window for every reply.
    ///
    /// # Errors
    /// The system cannot start a thread.
    pub fn threaded(clock: Clock, actor: String, wake: egui::Context) -> std::io::Result<Self> {
        let (requests, asked) = channel();
        let (answer, replies) = channel();
        let thread = std::thread::Builder::new().name("peildatum vault".to_owned());
        let service = thread.spawn(move || {
            VaultService::new(clock, actor).work(&asked, &mut |reply| {
                // A window that is closed needs no reply; what it asked for is done all the same.
                let _ = answer.send(reply);
                wake.request_repaint();
            });
        })?;
        let connection = Connection::Thread {
            requests: Some(requests),
            service: Some(service),
        };
        Ok(Self::new(connection, replies))
    }

    /// A service that answers while it is asked; for tests.
    pub fn inline(clock: Clock, actor: String) -> Self {
        let (answer, replies) = channel();
        let service = Box::new(VaultService::new(clock, actor));
        let connection = Connection::Inline {
            service,
            replies: answer,
        };
        Self::new(connection, replies)
    }

    fn new(connection: Connection, replies: Receiver<Reply>) -> Self {
        Self {
            connection,
            replies,
            last: 0,
            open: BTreeSet::new(),
            vault: None,
            reported_gone: false,
            gone: VecDeque::new(),
        }
    }

    /// Sends a request. Its replies come later, with the id that is returned.
    pub fn ask(&mut self, request: Request) -> RequestId {
        self.last += 1;
        let id = RequestId(self.last);
        self.open.insert(id);
        match &mut self.connection {
            Connection::Thread {
                requests: Some(requests),
                ..
            } => {
                if let Err(SendError((id, request))) = requests.send((id, request)) {
                    self.ask_nobody(id, &request);
                }
            }
            Connection::Thread { requests: None, .. } => {}
            Connection::Inline { service, replies } => {
                service.handle(id, &request, &mut |reply| drop(replies.send(reply)));
            }
        }
        id
    }

    /// Answers a request in the place of a service that ended: what is typed is kept beside the vault.
    fn ask_nobody(&mut self, id: RequestId, request: &Request) {
        let kept = match (request, &self.vault) {
            (Request::SaveDraft(draft), Some(vault)) => DraftFiles::of(vault).keep(draft).is_ok(),
            _ => false,
        };
        if kept {
            self.open.remove(&id);
            let (to, answer) = (Some(id), Answer::Done);
            self.gone.push_back(Reply { to, answer });
        } else {
            self.reported_gone = false;
        }
    }

    /// The next reply that has arrived, if any. That the service ended is reported as a refusal, to every request that it
    /// did not answer.
    pub fn reply(&mut self) -> Option<Reply> {
        let reply = match self.replies.try_recv() {
            Ok(reply) => reply,
            Err(TryRecvError::Disconnected) => self.reply_of_nobody()?,
            Err(TryRecvError::Empty) => return None,
        };
        if let Answer::Opened(folder, _) = &reply.answer {
            self.vault = Some(folder.clone());
        }
        if let (Some(id), Answer::Done | Answer::Refused(_)) = (reply.to, &reply.answer) {
            self.open.remove(&id);
        }
        Some(reply)
    }

    fn reply_of_nobody(&mut self) -> Option<Reply> {
        if !self.reported_gone {
            self.reported_gone = true;
            let gone = |to| Reply {
                to,
                answer: Answer::Refused(ServiceError::ServiceGone),
            };
            let open = std::mem::take(&mut self.open).into_iter();
            self.gone.extend(open.map(|id| gone(Some(id))));
            self.gone.push_back(gone(None));
        }
        self.gone.pop_front()
    }
}

impl Drop for Worker {
    /// Waits until the service has done everything it was asked.
    fn drop(&mut self) {
        if let Connection::Thread { requests, service } = &mut self.connection {
            drop(requests.take());
            if let Some(service) = service.take() {
                // A service that panicked cannot report it any more.
                let _ = service.join();
            }
        }
    }
}
