//! The line between the window and the vault service, which works on a thread of its own: the window never waits on the
//! disk.
//!
//! The window asks and goes on drawing; the service answers and wakes it. In tests the same service works inline.

use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread::JoinHandle;

use crate::clock::Clock;
use crate::desk::backend::protocol::{Answer, Reply, Request, RequestId};
use crate::desk::backend::service::VaultService;
use crate::desk::backend::service_error::ServiceError;

/// The window's end of the line to the vault service.
pub struct Worker {
    line: Line,
    replies: Receiver<Reply>,
    /// The number of the last request.
    last: u64,
    /// Whether it was said that the service is gone.
    gone: bool,
}

enum Line {
    /// A thread of its own; the window is woken for every answer.
    Thread(Option<Sender<(RequestId, Request)>>, Option<JoinHandle<()>>),
    /// The service works while it is asked.
    Inline(Box<VaultService>, Sender<Reply>),
}

impl Worker {
    /// A service on a thread of its own, which wakes the window for every answer.
    ///
    /// # Errors
    /// The system has no thread to spare.
    pub fn threaded(clock: Clock, actor: String, wake: egui::Context) -> std::io::Result<Self> {
        let (ask, asked) = channel();
        let (answer, replies) = channel();
        let thread = std::thread::Builder::new().name("peildatum vault".to_owned());
        let service = thread.spawn(move || {
            VaultService::new(clock, actor).work(&asked, &mut |reply| {
                // A window that is closed needs no answer; what it asked for is done all the same.
                let _ = answer.send(reply);
                wake.request_repaint();
            });
        })?;
        Ok(Self::on(Line::Thread(Some(ask), Some(service)), replies))
    }

    /// A service that works while it is asked: for tests.
    pub fn inline(clock: Clock, actor: String) -> Self {
        let (answer, replies) = channel();
        let service = Box::new(VaultService::new(clock, actor));
        Self::on(Line::Inline(service, answer), replies)
    }

    fn on(line: Line, replies: Receiver<Reply>) -> Self {
        Self {
            line,
            replies,
            last: 0,
            gone: false,
        }
    }

    /// Asks something; the answers come later, with the number that is returned.
    pub fn ask(&mut self, request: Request) -> RequestId {
        self.last += 1;
        let id = RequestId(self.last);
        match &mut self.line {
            // That a service is gone shows where its answers end.
            Line::Thread(Some(ask), _) => drop(ask.send((id, request))),
            Line::Thread(None, _) => {}
            Line::Inline(service, answer) => {
                service.handle(id, &request, &mut |reply| drop(answer.send(reply)));
            }
        }
        id
    }

    /// The next answer that has arrived.
    pub fn reply(&mut self) -> Option<Reply> {
        match self.replies.try_recv() {
            Ok(reply) => Some(reply),
            Err(TryRecvError::Disconnected) if !self.gone => {
                self.gone = true;
                Some(Reply {
                    to: None,
                    answer: Answer::Refused(ServiceError::ServiceGone),
                })
            }
            Err(_) => None,
        }
    }
}

impl Drop for Worker {
    /// What was asked is still done: the window is gone when the service has finished.
    fn drop(&mut self) {
        if let Line::Thread(ask, service) = &mut self.line {
            drop(ask.take());
            if let Some(service) = service.take() {
                // A service that failed said so before, or cannot any more.
                let _ = service.join();
            }
        }
    }
}
