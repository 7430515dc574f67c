//! The desk on a hundred thousand cases: how long the window is at work on each frame while somebody types, sorts, filters,
//! scrolls, chooses and groups.
//!
//! The measure is one frame of a screen that shows sixty a second, in the same run: a ratio above 1 is a frame that comes
//! too late, and is said. Each frame is the whole of it, from what the clerk told up to the triangles for the graphics
//! card. The clerk works on a thread of its own, as in the program. The vault is made in a temporary folder.

use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::App;
use egui::{
    Context, Event, FullOutput, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton,
    Pos2, RawInput, Rect, Shape, TouchPhase, Vec2,
};
use peildatum::clock::Clock;
use peildatum::desk::{Clipboard, Desk, Settings, Worker, Workplace};
use peildatum::exchange::invent;
use peildatum::language::Language;
use peildatum::register::{CaseKey, Definition};
use peildatum::store::{Operation, Target, Vault, Write};

/// How many cases there are in each of these registers.
const CASES: usize = 100_000;
const REGISTERS: [&str; 2] = ["woonoverlast", "ondermijning-signalen"];
/// One frame of a screen that shows sixty a second.
const FRAME: Duration = Duration::from_nanos(16_666_667);
/// How many cases are stored at once while the vault is made.
const BATCH: usize = 5_000;
/// How often each action is done.
const ROUNDS: usize = 20;
/// How long the clerk may take before the measuring is given up.
const PATIENCE: Duration = Duration::from_secs(300);

#[expect(clippy::too_many_lines, reason = "one measurement after the other")]
fn main() -> Result<(), Box<dyn Error>> {
    // `cargo test --benches` only asks whether it runs.
    if std::env::args().any(|argument| argument == "--test") {
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let vault = folder.path().join("vault");
    say(&format!(
        "{CASES} cases in each of {} registers are being made",
        REGISTERS.len()
    ));
    fill(&mut Vault::create(&vault, Clock::system().now())?)?;
    let mut screen = Screen::open(&vault)?;
    screen.wait_for("lopende casussen")?;
    screen.click("Alle")?;
    screen.wait_for("100.000 van 100.000")?;
    say(&format!(
        "{:<44}{:>10}{:>10}{:>8}",
        "one frame", "median", "worst", "ratio"
    ));
    let mut late = Vec::new();
    let mut tell = |name: &str, frames: Frames| {
        if frames.tell(name) {
            late.push(name.to_owned());
        }
    };
    for column in ["Nummer", "Datum melding", "Wijk", "Eigendom", "Status"] {
        let frames = screen.measure(2, |screen, _| screen.click(column))?;
        tell(&format!("sort by {column}"), frames);
    }
    let key = |key| move |screen: &mut Screen, _| screen.press(Modifiers::NONE, key);
    tell(
        "move the selection",
        screen.measure(ROUNDS, key(Key::ArrowDown))?,
    );
    tell(
        "scroll a page by key",
        screen.measure(ROUNDS, key(Key::PageDown))?,
    );
    tell(
        "scroll by wheel",
        screen.measure(ROUNDS, |screen, _| screen.wheel(-400.0))?,
    );
    let ends = [Key::End, Key::Home];
    let frames = screen.measure(ROUNDS, |screen, round| {
        screen.press(Modifiers::NONE, ends[round % 2])
    })?;
    tell("to the last case and back", frames);
    let frames = screen.measure(ROUNDS, |screen, round| {
        screen.press(Modifiers::SHIFT, ends[round % 2])?;
        screen.expect(["100.000 gekozen", "1 gekozen"][round % 2])
    })?;
    tell("choose up to the last case, and back", frames);
    let frames = screen.measure(4, |screen, round| match round % 2 {
        0 => {
            screen.press(Modifiers::COMMAND, Key::A)?;
            screen.expect("100.000 gekozen")
        }
        _ => screen.press(Modifiers::NONE, Key::Escape),
    })?;
    tell("choose every case, and none", frames);
    let letters: Vec<char> = "verzonnenlaan".chars().collect();
    screen.press(Modifiers::COMMAND, Key::K)?;
    let frames = screen.measure(letters.len(), |screen, round| {
        screen.write(&letters[round].to_string())?;
        // What the clerk found comes in, and is drawn.
        screen.pump(Duration::from_millis(150));
        Ok(())
    })?;
    tell("type a letter in the search", frames);
    screen.press(Modifiers::NONE, Key::Escape)?;
    let frames = screen.measure(6, |screen, _| {
        screen.press(Modifiers::COMMAND, Key::F)?;
        for letter in "meerzicht".chars() {
            screen.write(&letter.to_string())?;
        }
        screen.press(Modifiers::NONE, Key::Enter)
    })?;
    tell("find a filter by letters, and set it", frames);
    for (field, heading) in [("wijk", "Centrum"), ("maand", "2019"), ("aard", "Geluid")] {
        let frames = screen.measure(1, |screen, _| {
            screen.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::G)?;
            screen.write(field)?;
            screen.press(Modifiers::NONE, Key::Enter)?;
            screen.expect(heading)
        })?;
        tell(&format!("group by {field}"), frames);
    }
    let frames = screen.measure(3, |screen, round| {
        change_elsewhere(&vault, round)?;
        screen.pump(Duration::from_secs(4));
        Ok(())
    })?;
    tell("somebody else stores a case", frames);
    screen.press(Modifiers::COMMAND, Key::J)?;
    let frames = screen.measure(ROUNDS, key(Key::ArrowDown))?;
    tell("move through what is to be done", frames);
    match late.is_empty() {
        true => say("Every frame was in time."),
        false => say(&format!("Too late for a frame: {}", late.join(", "))),
    }
    Ok(())
}

#[expect(
    clippy::print_stderr,
    reason = "the ratios are what this is measured for"
)]
fn say(text: &str) {
    eprintln!("{text}");
}

/// Fills the registers, fast: with cases, and not with what stands on their timelines.
fn fill(vault: &mut Vault) -> Result<(), Box<dyn Error>> {
    let clock = Clock::system();
    for register in REGISTERS {
        let definition: Arc<Definition> = vault.definition(register)?.clone();
        let mut invented = invent(&definition, CASES, 1, clock.today()).peekable();
        while invented.peek().is_some() {
            let writes = invented.by_ref().take(BATCH);
            let operation = Operation {
                writes: writes.collect(),
                ..Operation::by("bench", clock.now())
            };
            vault.store_mut(register)?.record(&operation)?;
        }
    }
    Ok(())
}

/// Changes a case as another window does.
fn change_elsewhere(folder: &std::path::Path, round: usize) -> Result<(), Box<dyn Error>> {
    let clock = Clock::system();
    let mut vault = Vault::open(folder, clock.now())?;
    let store = vault.store_mut(REGISTERS[0])?;
    let key = CaseKey(1 + round as i64);
    let case = store.cases(&[key])?.pop().ok_or("no such case")?;
    let mut state = case.state.clone();
    state.set("wijk", None);
    let write = Write {
        register: REGISTERS[0].to_owned(),
        target: Target::Existing {
            key,
            version: case.version,
        },
        state,
    };
    store.record(&Operation::by("bench", clock.now()).with(write))?;
    Ok(())
}

/// How long each frame took.
struct Frames(Vec<Duration>);

impl Frames {
    /// Says the middle and the longest, and whether that was too long.
    fn tell(mut self, name: &str) -> bool {
        self.0.sort_unstable();
        let worst = self.0.last().copied().unwrap_or_default();
        let median = self.0.get(self.0.len() / 2).copied().unwrap_or_default();
        let ratio = worst.as_secs_f64() / FRAME.as_secs_f64();
        let late = worst > FRAME;
        let mark = if late { "  too late" } else { "" };
        let (median, worst) = (format!("{median:.1?}"), format!("{worst:.1?}"));
        say(&format!(
            "{name:<44}{median:>10}{worst:>10}{ratio:>8.2}{mark}"
        ));
        late
    }
}

/// The desk without a window.
struct Screen {
    ctx: Context,
    desk: Desk,
    frame: eframe::Frame,
    begun: Instant,
    /// What was drawn last, as far as it is text, and where.
    texts: Vec<(String, Rect)>,
    times: Vec<Duration>,
    /// Whether the last frame asked for another one.
    goes_on: bool,
}

impl Screen {
    fn open(vault: &std::path::Path) -> Result<Self, Box<dyn Error>> {
        let ctx = Context::default();
        let mut settings = Settings::default();
        settings.vault = Some(vault.to_owned());
        settings.language = Some(Language::Dutch);
        let clock = Clock::system();
        let actor = "bench".to_owned();
        let worker = Worker::threaded(clock.clone(), actor.clone(), ctx.clone())?;
        let workplace = Workplace {
            settings,
            actor,
            clock,
            clipboard: Clipboard::custom(|_, _| Ok(())),
        };
        let desk = Desk::new(&ctx, workplace, worker);
        Ok(Self {
            ctx,
            desk,
            frame: eframe::Frame::_new_kittest(),
            begun: Instant::now(),
            texts: Vec::new(),
            times: Vec::new(),
            goes_on: true,
        })
    }

    /// Draws a frame in which this happens.
    fn draw(&mut self, events: Vec<Event>) {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, Vec2::new(1920.0, 1080.0))),
            time: Some(self.begun.elapsed().as_secs_f64()),
            events,
            focused: true,
            ..RawInput::default()
        };
        let (desk, frame) = (&mut self.desk, &mut self.frame);
        let begin = Instant::now();
        let output = self.ctx.run_ui(input, |ui| {
            desk.logic(&ui.ctx().clone(), frame);
            desk.ui(ui, frame);
        });
        let mut time = begin.elapsed();
        let FullOutput {
            mut textures_delta,
            shapes,
            pixels_per_point,
            viewport_output,
            ..
        } = output;
        textures_delta.clear();
        self.texts.clear();
        for clipped in &shapes {
            texts_in(&clipped.shape, clipped.clip_rect, &mut self.texts);
        }
        let begin = Instant::now();
        let drawn = self.ctx.tessellate(shapes, pixels_per_point);
        time += begin.elapsed();
        drop(drawn);
        self.times.push(time);
        let mut views = viewport_output.values();
        self.goes_on = views.any(|view| view.repaint_delay < Duration::from_millis(100));
    }

    /// Draws until the screen stands still.
    fn settle(&mut self) {
        for _ in 0..30 {
            if !self.goes_on {
                return;
            }
            std::thread::sleep(Duration::from_millis(4));
            self.draw(Vec::new());
        }
    }

    /// Goes on drawing this long: what the clerk tells comes in.
    fn pump(&mut self, time: Duration) {
        let begin = Instant::now();
        while begin.elapsed() < time {
            std::thread::sleep(Duration::from_millis(8));
            self.draw(Vec::new());
        }
    }

    fn wait_for(&mut self, text: &str) -> Result<(), Box<dyn Error>> {
        let begin = Instant::now();
        while self.place_of(text).is_none() {
            if begin.elapsed() > PATIENCE {
                return Err(format!("{text:?} never shows").into());
            }
            self.pump(Duration::from_millis(50));
        }
        // Whatever else the clerk tells of a vault that was just opened.
        self.pump(Duration::from_secs(2));
        Ok(())
    }

    /// What is measured was done only if this shows.
    fn expect(&self, text: &str) -> Result<(), Box<dyn Error>> {
        let shows = self.place_of(text).map(|_| ());
        shows.ok_or_else(|| format!("{text:?} is not on the screen").into())
    }

    fn place_of(&self, text: &str) -> Option<Pos2> {
        let mut found = self.texts.iter().filter(|(said, _)| said.contains(text));
        found.next().map(|(_, rect)| rect.center())
    }

    /// Does something this many times, and returns how long every frame took in which it was done or followed from it.
    fn measure(
        &mut self,
        rounds: usize,
        mut action: impl FnMut(&mut Self, usize) -> Result<(), Box<dyn Error>>,
    ) -> Result<Frames, Box<dyn Error>> {
        self.settle();
        self.times.clear();
        for round in 0..rounds {
            action(self, round)?;
        }
        Ok(Frames(std::mem::take(&mut self.times)))
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) -> Result<(), Box<dyn Error>> {
        let event = |pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers,
        };
        self.draw(vec![event(true)]);
        self.draw(vec![event(false)]);
        self.settle();
        Ok(())
    }

    fn write(&mut self, text: &str) -> Result<(), Box<dyn Error>> {
        self.draw(vec![Event::Text(text.to_owned())]);
        self.settle();
        Ok(())
    }

    fn wheel(&mut self, points: f32) -> Result<(), Box<dyn Error>> {
        self.draw(vec![
            Event::PointerMoved(Pos2::new(900.0, 600.0)),
            Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: Vec2::new(0.0, points),
                phase: TouchPhase::Move,
                source: MouseWheelSource::Wheel,
                modifiers: Modifiers::NONE,
            },
        ]);
        self.settle();
        Ok(())
    }

    /// Clicks where this is written.
    fn click(&mut self, text: &str) -> Result<(), Box<dyn Error>> {
        let mut found = self.texts.iter();
        let arrow = |said: &str| said.trim_end_matches([' ', '↑', '↓']) == text;
        let found = found.find(|(said, _)| arrow(said));
        let pos = found.map(|(_, rect)| rect.center());
        let pos = pos.ok_or_else(|| format!("{text:?} is not on the screen"))?;
        self.draw(vec![Event::PointerMoved(pos)]);
        for pressed in [true, false] {
            self.draw(vec![Event::PointerButton {
                pos,
                button: PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            }]);
        }
        self.settle();
        Ok(())
    }
}

/// Every text in a shape, and where it is drawn.
fn texts_in(shape: &Shape, clip: Rect, texts: &mut Vec<(String, Rect)>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| texts_in(shape, clip, texts)),
        Shape::Text(text) => {
            let rect = text.galley.rect.translate(text.pos.to_vec2());
            if clip.intersects(rect) {
                texts.push((text.galley.text().to_owned(), rect));
            }
        }
        _ => {}
    }
}
