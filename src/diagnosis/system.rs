//! On what the program runs.

/// The operating system and what stands on it.
pub struct System {
    /// Its name and version: `Debian 13.0.0 [64-bit]`.
    pub name: String,
    /// How many processors the program may use; none where the system does not say.
    pub processors: Option<usize>,
    /// What draws windows.
    pub window_system: String,
}

impl System {
    /// The system that this program runs on.
    pub fn this() -> Self {
        let processors = std::thread::available_parallelism();
        Self {
            name: os_info::get().to_string(),
            processors: processors.ok().map(Into::into),
            window_system: window_system(|name| std::env::var(name).ok()),
        }
    }
}

/// What draws windows, by what the environment says of it on a Linux: `Wayland (GNOME)`.
fn window_system(environment: impl Fn(&str) -> Option<String>) -> String {
    if !cfg!(target_os = "linux") {
        return std::env::consts::OS.to_owned();
    }
    let is_set = |name| environment(name).is_some_and(|value| !value.is_empty());
    let system = match (is_set("WAYLAND_DISPLAY"), is_set("DISPLAY")) {
        (true, true) => "Wayland, X11",
        (true, false) => "Wayland",
        (false, true) => "X11",
        (false, false) => "-",
    };
    let desktop = environment("XDG_CURRENT_DESKTOP").filter(|name| is_desktop(name));
    desktop.map_or_else(
        || system.to_owned(),
        |desktop| format!("{system} ({desktop})"),
    )
}

/// Whether this can be the name of a desktop, as `ubuntu:GNOME` is.
fn is_desktop(name: &str) -> bool {
    let letter = |letter: char| letter.is_ascii_alphanumeric() || ":-_".contains(letter);
    !name.is_empty() && name.len() <= 40 && name.chars().all(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(target_os = "linux")]
    fn the_window_system_is_told_by_the_environment() {
        let told = |set: &[(&str, &str)]| {
            window_system(|name| {
                let value = set.iter().find(|(known, _)| *known == name);
                value.map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(told(&[]), "-");
        assert_eq!(told(&[("DISPLAY", ":0"), ("WAYLAND_DISPLAY", "")]), "X11");
        let gnome = [("WAYLAND_DISPLAY", "w-0"), ("XDG_CURRENT_DESKTOP", "GNOME")];
        assert_eq!(told(&gnome), "Wayland (GNOME)");
        let odd = [("DISPLAY", ":0"), ("XDG_CURRENT_DESKTOP", "J. Jansen")];
        assert_eq!(told(&odd), "X11");
    }
}
