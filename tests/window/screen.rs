//! A screen in memory with the program on it.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// How long a person waits after a key for the screen to follow: it is drawn in software here, and several keys within
/// one frame would be one.
const BREATH: Duration = Duration::from_millis(700);

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// Who uses the program.
pub const USER: &str = "testpersoon";

/// A screen in memory; gone with everything on it when dropped.
pub struct Screen {
    server: Child,
    display: String,
}

/// The program in a window.
pub struct Window<'a> {
    screen: &'a Screen,
    program: Child,
    id: String,
}

impl Screen {
    /// A screen, or none where the machine lacks what it takes. In CI that is a failure.
    pub fn new() -> Option<Self> {
        let lacking: Vec<&str> = ["Xvfb", "xdotool"]
            .into_iter()
            .filter(|program| !is_installed(program))
            .collect();
        if !lacking.is_empty() {
            let reason = format!("not tested: {} not installed", lacking.join(" and "));
            assert!(std::env::var_os("CI").is_none(), "{reason}");
            println!("{reason}");
            return None;
        }
        let mut server = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1280x800x24",
                "-nolisten",
                "tcp",
                // Otherwise it begins anew when its last client leaves, and turns away who comes at that moment.
                "-noreset",
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap())
            .read_line(&mut number)
            .unwrap();
        Some(Self {
            server,
            display: format!(":{}", number.trim()),
        })
    }

    /// Starts the program with this vault, and waits until its window stands.
    pub fn open(&self, vault: &Path, home: &Path) -> Window<'_> {
        let before = self.windows();
        let mut program = Command::new(env!("CARGO_BIN_EXE_peildatum"))
            .arg("--vault")
            .arg(vault)
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .env("USER", USER)
            .env_remove("USERNAME")
            .env("XDG_CONFIG_HOME", home)
            .env("XDG_DATA_HOME", home)
            .env("WINIT_X11_SCALE_FACTOR", "1")
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let new = || self.windows().into_iter().find(|id| !before.contains(id));
        wait_until("the window stands", || {
            let ended = program.try_wait().unwrap();
            assert_eq!(ended, None, "the program ended before its window stood");
            new().is_some()
        });
        let window = Window {
            screen: self,
            program,
            id: new().unwrap(),
        };
        std::thread::sleep(Duration::from_secs(2));
        window.take_keyboard();
        window
    }

    /// The windows of the program that stand on the screen.
    fn windows(&self) -> Vec<String> {
        let found = self.xdotool(&["search", "--onlyvisible", "--name", "Peildatum"]);
        let ids = String::from_utf8(found.stdout).unwrap();
        ids.lines().map(str::to_owned).collect()
    }

    fn xdotool(&self, arguments: &[&str]) -> Output {
        Command::new("xdotool")
            .env("DISPLAY", &self.display)
            .args(arguments)
            .output()
            .unwrap()
    }
}

impl Window<'_> {
    /// Puts this window before all others and gives it the keyboard: without a window manager nobody else does. One that
    /// nothing is seen of draws nothing.
    pub fn take_keyboard(&self) {
        self.screen.xdotool(&["windowraise", &self.id]);
        self.screen.xdotool(&["windowfocus", &self.id]);
        std::thread::sleep(Duration::from_secs(3));
    }

    /// Presses keys, one after the other, by their X names.
    pub fn press(&self, keys: &[&str]) {
        for key in keys {
            self.screen.xdotool(&["key", key]);
            std::thread::sleep(BREATH);
        }
    }

    /// Types a text.
    pub fn write(&self, text: &str) {
        self.screen.xdotool(&["type", "--delay", "60", text]);
        std::thread::sleep(BREATH);
    }

    /// Ends the program without a word, as a power cut does.
    pub fn kill(mut self) {
        self.program.kill().unwrap();
        self.program.wait().unwrap();
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Waits until something is so, and fails when it stays otherwise.
pub fn wait_until(what: &str, mut so: impl FnMut() -> bool) {
    let begin = Instant::now();
    while !so() {
        assert!(begin.elapsed() < PATIENCE, "waited in vain until {what}");
        std::thread::sleep(Duration::from_millis(200));
    }
}

fn is_installed(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}
