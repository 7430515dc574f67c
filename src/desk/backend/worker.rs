//! The window's connection to the vault service, which runs on a thread of its own: the window never waits for the disk.
//!
//! The window sends requests and goes on drawing; the service sends replies and wakes it. In tests the same service runs
//! inline.

use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread::JoinHandle;

use crate::clock::Clock;
use crate::desk::backend::protocol::{Answer, Reply, Request, RequestId};
use crate::desk::backend::service::VaultService;
use crate::desk::backend::service_error::ServiceError;

/// The window's connection to the vault service.
pub struct Worker {
    connection: Connection,
    replies: Receiver<Reply>,
    /// The number of the last request.
    last: u64,
    /// Whether it was reported that the service ended.
    reported_gone: bool,
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
            reported_gone: false,
        }
    }

    /// Sends a request. Its replies come later, with the id that is returned.
    pub fn ask(&mut self, request: Request) -> RequestId {
        self.last += 1;
        let id = RequestId(self.last);
        match &mut self.connection {
            // That a service ended is noticed where its replies end.
            Connection::Thread {
                requests: Some(requests),
                ..
            } => drop(requests.send((id, request))),
            Connection::Thread { requests: None, .. } => {}
            Connection::Inline { service, replies } => {
                service.handle(id, &request, &mut |reply| drop(replies.send(reply)));
            }
        }
        id
    }

    /// The next reply that has arrived, if any. That the service ended is reported once, as a refusal.
    pub fn reply(&mut self) -> Option<Reply> {
        match self.replies.try_recv() {
            Ok(reply) => Some(reply),
            Err(TryRecvError::Disconnected) if !self.reported_gone => {
                self.reported_gone = true;
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
