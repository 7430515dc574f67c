//! The real window: the program is started on a screen in memory and used by its keyboard, as a coordinator would.
//!
//! Needs Xvfb, xdotool and a software graphics driver (Debian: xvfb, xdotool, mesa-vulkan-drivers, libgl1-mesa-dri).
//! Where they are absent the test says so and passes; where `CI` is set it fails.

#[cfg(test)]
mod drafts;
#[cfg(test)]
mod logging;
#[cfg(test)]
mod screen;
#[cfg(test)]
mod two_windows;
