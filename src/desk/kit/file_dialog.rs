//! The system's own dialog for a folder or a file. It may stay open for minutes, so the window does not wait for it.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use egui::Context;
use rfd::{AsyncFileDialog, FileHandle};

/// A dialog that may be open.
#[derive(Default)]
pub struct FileDialog {
    open: Option<Receiver<Option<PathBuf>>>,
}

impl FileDialog {
    /// Asks for a folder, unless a dialog is open already.
    pub fn folder(&mut self, ctx: &Context) {
        if self.open.is_none() {
            self.wait_for(ctx, AsyncFileDialog::new().pick_folder());
        }
    }

    /// Asks for a table: CSV or a workbook; `name` is what the dialog calls these kinds of file.
    pub fn table(&mut self, ctx: &Context, name: &str) {
        if self.open.is_none() {
            let kinds = ["csv", "txt", "xlsx", "xls", "ods"];
            let dialog = AsyncFileDialog::new().add_filter(name, &kinds);
            self.wait_for(ctx, dialog.pick_file());
        }
    }

    /// Asks for any file.
    pub fn file(&mut self, ctx: &Context) {
        if self.open.is_none() {
            self.wait_for(ctx, AsyncFileDialog::new().pick_file());
        }
    }

    /// Asks where a document is to be saved, with this place to begin with.
    pub fn save(&mut self, ctx: &Context, to: &Path) {
        if self.open.is_some() {
            return;
        }
        let mut dialog = AsyncFileDialog::new();
        if let Some(folder) = to.parent().filter(|folder| folder.is_dir()) {
            dialog = dialog.set_directory(folder);
        }
        if let Some(name) = to.file_name() {
            dialog = dialog.set_file_name(name.to_string_lossy());
        }
        self.wait_for(ctx, dialog.save_file());
    }

    /// The path that was chosen, once; none while the dialog is open, or when it was cancelled.
    pub fn chosen(&mut self) -> Option<PathBuf> {
        match self.open.as_ref()?.try_recv() {
            Err(TryRecvError::Empty) => None,
            Ok(chosen) => {
                self.open = None;
                chosen
            }
            // Without a dialog on this system the path can still be typed.
            Err(TryRecvError::Disconnected) => {
                self.open = None;
                None
            }
        }
    }

    fn wait_for(
        &mut self,
        ctx: &Context,
        dialog: impl Future<Output = Option<FileHandle>> + Send + 'static,
    ) {
        let (answer, open) = channel();
        let wake = ctx.clone();
        let waiting = std::thread::Builder::new().name("peildatum dialog".to_owned());
        let started = waiting.spawn(move || {
            let chosen = pollster::block_on(dialog).map(|file| file.path().to_owned());
            // The window may be gone by now; then nobody waits for an answer.
            let _ = answer.send(chosen);
            wake.request_repaint();
        });
        self.open = started.ok().map(|_| open);
    }
}
