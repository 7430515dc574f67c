//! By what the window is drawn.

use eframe::wgpu::{AdapterInfo, Backends, Instance, InstanceDescriptor};

use crate::language::Language;
use crate::logging;

/// What is known of the drawing of the window.
#[derive(Clone, Debug, Default)]
pub struct Graphics {
    /// What draws: `wgpu` or `glow`; none where no window is open.
    pub renderer: Option<&'static str>,
    /// The graphics adapters: the one that draws, or where no window is open those that could; none where OpenGL draws,
    /// which does not tell.
    pub adapters: Vec<String>,
    /// How many pixels there are to a point; none where no window is open.
    pub scale: Option<f32>,
}

impl Graphics {
    /// What draws this window. The state is that of [`eframe::CreationContext`] or [`eframe::Frame`].
    pub fn of_window(
        state: Option<&eframe::egui_wgpu::RenderState>,
        context: &egui::Context,
    ) -> Self {
        let adapter = state.map(|state| described(&state.adapter.get_info()));
        Self {
            renderer: Some(if state.is_some() { "wgpu" } else { "glow" }),
            adapters: adapter.into_iter().collect(),
            scale: Some(context.pixels_per_point()),
        }
    }

    /// Logs what draws the window, and in which language it speaks.
    pub fn log(&self, language: Language) {
        let renderer = self.renderer.unwrap_or_default();
        logging::window_opened(renderer, &self.adapters.join(", "), language.code());
    }

    /// What could draw a window on this machine: the adapters of Vulkan, Direct3D 12 or Metal. Those of OpenGL only show
    /// once there is a window.
    pub fn without_window() -> Self {
        let instance = Instance::new(InstanceDescriptor {
            backends: Backends::PRIMARY,
            ..InstanceDescriptor::new_without_display_handle()
        });
        let adapters = pollster::block_on(instance.enumerate_adapters(Backends::PRIMARY));
        let adapters = adapters
            .iter()
            .map(|adapter| described(&adapter.get_info()));
        Self {
            adapters: adapters.collect(),
            ..Self::default()
        }
    }
}

/// An adapter in one line: its name, by what it is reached, what it is, and its driver.
fn described(adapter: &AdapterInfo) -> String {
    let AdapterInfo {
        name,
        backend,
        device_type,
        driver,
        driver_info,
        ..
    } = adapter;
    let described = format!("{name} ({backend:?}, {device_type:?}) {driver} {driver_info}");
    described.trim_end().to_owned()
}
