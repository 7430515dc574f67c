//! Markdown on the screen: read into blocks, and drawn with the fonts and colours of the theme.

pub mod document;
pub mod document_ui;
