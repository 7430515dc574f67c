//! With what the desk opens: what the command line hands over to the window.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::clock::Clock;
use crate::language::Language;

/// With what the desk opens.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The vault that was named, or the demo that was just made; without one that of the last time.
    pub vault: Option<PathBuf>,
    /// The language that was named; without one that of the last time.
    pub language: Option<Language>,
    /// By what the window is drawn.
    pub renderer: Renderer,
    /// Who works here, for the history of cases.
    pub actor: String,
    /// What time it is.
    pub clock: Clock,
}

/// By what the window is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, strum::IntoStaticStr)]
pub enum Renderer {
    /// By what works: first wgpu, then OpenGL.
    #[default]
    Auto,
    /// By wgpu, which finds a software adapter where there is no graphics card.
    Wgpu,
    /// By OpenGL.
    Glow,
}
