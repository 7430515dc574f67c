//! How the desk looks: a picture of each of its three ways of working, in light and in dark.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test desk pictures` takes them anew; look at them before they are committed.

use egui::{Key, Modifiers, Theme};
use egui_kittest::{Harness, OsThreshold, SnapshotOptions, SnapshotResults};
use peildatum::store::Vault;

use super::support::{CTRL, HOUSING, SIGNALS, Screen, bring_in, text};
use super::timeline::{housing_with_a_timeline, open};

/// Whether pictures can be taken here. Where nobody watches they must be, so that a machine without a graphics driver
/// is noticed.
fn can_draw() -> bool {
    let drawn = std::panic::catch_unwind(egui_kittest::wgpu::WgpuTestRenderer::new);
    if drawn.is_err() {
        assert!(
            std::env::var_os("CI").is_none(),
            "no wgpu adapter: install mesa-vulkan-drivers"
        );
        println!("No picture was taken: this machine has no wgpu adapter.");
    }
    drawn.is_ok()
}

/// Takes a picture of a screen with the cases of the annual report, in light and in dark.
fn take(name: &str, arrange: impl Fn(&mut Screen)) {
    let fill = |vault: &mut Vault| bring_in(vault, HOUSING, "woonoverlast-2024.csv");
    take_of(name, fill, arrange);
}

/// Takes a picture of a screen in light and in dark.
fn take_of(name: &str, fill: impl Fn(&mut Vault), arrange: impl Fn(&mut Screen)) {
    if !can_draw() {
        return;
    }
    let mut results = SnapshotResults::new();
    for (theme, suffix) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let builder = Harness::builder()
            .with_theme(theme)
            .with_render_cursor(false)
            .wgpu();
        let mut screen = Screen::filled_with(&fill, builder);
        screen.harness.set_size(egui::vec2(1280.0, 800.0));
        screen.settle();
        // What is read once is not in the picture.
        screen.click(&text("dpia-read"));
        screen.harness.event(egui::Event::PointerGone);
        screen.settle();
        arrange(&mut screen);
        // Edges of letters differ a little from driver to driver; what moved or changed colour differs a lot.
        let options = SnapshotOptions::new()
            .threshold(1.2)
            .max_failed_pixels(OsThreshold::new(400))
            .output_path("tests/snapshots");
        screen
            .harness
            .snapshot_options(format!("{name}-{suffix}"), &options);
        results.extend_harness(&mut screen.harness);
    }
}

#[test]
fn a_list_with_a_case_beside_it() {
    take("list", |screen| {
        screen.press_times(Key::ArrowDown, 2);
    });
}

#[test]
fn a_form() {
    take("form", |screen| {
        screen.press_with(CTRL, Key::N);
        screen.write("2715 AB");
        screen.press(Key::Tab);
        screen.write("12");
        screen.press_times(Key::Tab, 4);
        screen.letter('c');
    });
}

#[test]
fn figures_with_the_cases_behind_a_number() {
    take("figures", |screen| {
        screen.press_with(CTRL, Key::G);
        screen.press_with(Modifiers::ALT, Key::ArrowLeft);
        screen.press(Key::ArrowDown);
        screen.press_times(Key::ArrowRight, 2);
        screen.press(Key::Enter);
        screen.expect_part(&text("figures-open-list"));
    });
}

#[test]
fn the_overview_beside_a_year_earlier() {
    let fill = |vault: &mut Vault| {
        bring_in(vault, HOUSING, "woonoverlast-2024.csv");
        bring_in(vault, SIGNALS, "ondermijning-signalen-2024.csv");
        bring_in(vault, "ipta", "ipta-2024.csv");
    };
    take_of("overview", fill, |screen| {
        screen.press_with(Modifiers::ALT, Key::Num0);
        screen.press_with(Modifiers::ALT, Key::ArrowLeft);
        screen.click("Vergelijk met 2023");
    });
}

#[test]
fn a_case_with_its_timeline() {
    take_of("timeline", housing_with_a_timeline, |screen| {
        open(screen, "W2209");
    });
}

#[test]
fn the_next_step_of_a_case() {
    take_of("step", housing_with_a_timeline, |screen| {
        open(screen, "W2209");
        screen.press_with(CTRL, Key::L);
    });
}
