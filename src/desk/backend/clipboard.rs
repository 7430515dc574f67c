//! The clipboard: tables that keep their shape in Word, and pictures.

use std::sync::{Arc, Mutex, PoisonError};

use egui::{ColorImage, Context};

/// What is put on the clipboard.
#[derive(Clone, Debug)]
pub enum Copied {
    /// A table, as text for a spreadsheet and as HTML for Word.
    Table {
        /// The cells with tabs between them, a line a row.
        text: String,
        /// The same table as HTML.
        html: String,
    },
    /// A picture.
    Picture(ColorImage),
}

type Put = dyn Fn(&str, &str) -> Result<(), String> + Send + Sync;

/// The clipboard for tables with their HTML; egui itself copies text and pictures only.
#[derive(Clone)]
pub struct Clipboard(Arc<Put>);

impl Clipboard {
    /// The clipboard of the system. It stays open as long as the window, because on X11 the program itself hands over
    /// what is pasted elsewhere.
    pub fn system() -> Self {
        let open: Mutex<Option<arboard::Clipboard>> = Mutex::new(None);
        Self::custom(move |text, html| {
            let mut open = open.lock().unwrap_or_else(PoisonError::into_inner);
            let clipboard = match open.take() {
                Some(clipboard) => Ok(clipboard),
                None => arboard::Clipboard::new(),
            };
            let mut clipboard = clipboard.map_err(|error| error.to_string())?;
            let put = clipboard.set_html(html, Some(text));
            *open = Some(clipboard);
            put.map_err(|error| error.to_string())
        })
    }

    /// A clipboard that hands the text and the HTML of every table to this function; for tests.
    pub fn custom(put: impl Fn(&str, &str) -> Result<(), String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(put))
    }

    /// Copies something. A table is copied as plain text where the HTML cannot be.
    pub fn put(&self, copied: Copied, ctx: &Context) {
        match copied {
            Copied::Picture(picture) => ctx.copy_image(picture),
            Copied::Table { text, html } => {
                if self.0(&text, &html).is_err() {
                    ctx.copy_text(text);
                }
            }
        }
    }
}
