//! Opening a real window: with the renderer that works here, or with a sentence that says what to do instead.

use eframe::NativeOptions;
use egui::ViewportBuilder;

use crate::desk::app::desk::{Desk, Workplace};
use crate::desk::backend::clipboard::Clipboard;
use crate::desk::backend::worker::Worker;
use crate::desk::state::settings::Settings;
use crate::diagnosis::Graphics;
use crate::language::{Explain, Language};
use crate::logging;
use crate::opening::{Opening, Renderer};
use crate::places;
use crate::store::Vault;

/// Why no window opened.
#[derive(Debug, thiserror::Error)]
#[error("no window could be opened: {0}")]
pub struct OpenError(String);

impl Explain for OpenError {
    fn explain(&self, language: Language) -> String {
        language.say("window-cannot-open", &[("reason", self.0.as_str().into())])
    }
}

/// Opens the desk and stays until its window is closed.
///
/// # Errors
/// There is no screen, or none of the renderers works on it.
pub fn open(opening: &Opening) -> Result<(), OpenError> {
    if !has_screen() {
        logging::window_failed("-", "no screen");
        return Err(OpenError("DISPLAY, WAYLAND_DISPLAY".to_owned()));
    }
    let mut settings = Settings::load();
    settings.named_language = opening.language;
    let own = places::own_vault().filter(|folder| Vault::exists(folder));
    settings.vault = opening.vault.clone().or(settings.vault).or(own);
    let renderers = match opening.renderer {
        Renderer::Auto => vec![eframe::Renderer::Wgpu, eframe::Renderer::Glow],
        Renderer::Wgpu => vec![eframe::Renderer::Wgpu],
        Renderer::Glow => vec![eframe::Renderer::Glow],
    };
    let clipboard = Clipboard::system();
    let mut reasons = Vec::new();
    for renderer in renderers {
        let workplace = Workplace {
            settings: settings.clone(),
            actor: opening.actor.clone(),
            clock: opening.clock.clone(),
            clipboard: clipboard.clone(),
        };
        match run(renderer, workplace) {
            Ok(()) => return Ok(()),
            // The next renderer may work where this one does not.
            Err(error) => {
                let reason = error.to_string();
                logging::window_failed(&renderer.to_string(), &reason);
                reasons.push(format!("{renderer}: {reason}"));
            }
        }
    }
    Err(OpenError(reasons.join("; ")))
}

fn run(renderer: eframe::Renderer, workplace: Workplace) -> eframe::Result {
    let options = NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title("Peildatum")
            .with_app_id("peildatum")
            .with_inner_size([1440.0, 900.0])
            .with_min_inner_size([960.0, 600.0]),
        renderer,
        persist_window: false,
        ..NativeOptions::default()
    };
    let create = move |context: &eframe::CreationContext<'_>| {
        let settings = &workplace.settings;
        let language = settings.named_language.or(settings.language);
        let graphics = Graphics::of_window(context.wgpu_render_state.as_ref(), &context.egui_ctx);
        graphics.log(language.unwrap_or_default());
        let (clock, actor) = (workplace.clock.clone(), workplace.actor.clone());
        let worker = Worker::threaded(clock, actor, context.egui_ctx.clone())?;
        Ok(Box::new(Desk::new(&context.egui_ctx, workplace, worker)) as Box<dyn eframe::App>)
    };
    eframe::run_native("Peildatum", options, Box::new(create))
}

/// Whether there can be a window at all; asked beforehand only where the system says so in the environment.
fn has_screen() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
