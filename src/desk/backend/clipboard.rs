//! What of the screen is put on the clipboard: a table that keeps its shape in Word, a picture.

use std::sync::{Arc, Mutex, PoisonError};

use egui::{ColorImage, Context};

/// What is put on the clipboard.
#[derive(Clone, Debug)]
pub enum Copied {
    /// A table: as text with tabs for a spreadsheet, as HTML for Word.
    Table {
        /// The cells with tabs between them.
        text: String,
        /// The same with its shape.
        html: String,
    },
    /// A picture.
    Picture(ColorImage),
}

type Put = dyn Fn(&str, &str) -> Result<(), String> + Send + Sync;

/// Where a table goes that keeps its shape: egui knows words and pictures only.
#[derive(Clone)]
pub struct Clipboard(Arc<Put>);

impl Clipboard {
    /// That of the system. It is kept as long as the window: on X11 it is the program that hands over what is pasted.
    pub fn system() -> Self {
        let kept: Mutex<Option<arboard::Clipboard>> = Mutex::new(None);
        Self::telling(move |text, html| {
            let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
            let clipboard = match kept.take() {
                Some(clipboard) => Ok(clipboard),
                None => arboard::Clipboard::new(),
            };
            let mut clipboard = clipboard.map_err(|error| error.to_string())?;
            let put = clipboard.set_html(html, Some(text));
            *kept = Some(clipboard);
            put.map_err(|error| error.to_string())
        })
    }

    /// One that is told the text and the HTML of every table.
    pub fn telling(put: impl Fn(&str, &str) -> Result<(), String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(put))
    }

    /// Puts something there. A table for which there is no clipboard of its own goes as text.
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
