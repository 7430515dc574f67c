//! The home folder of the user, which bears a name, is never written. The program itself logs no paths; the libraries that
//! draw the window may name a driver that they looked for there.

use std::io::{self, Write};
use std::path::Path;

use directories::UserDirs;
use tracing_appender::rolling::{RollingFileAppender, RollingWriter};
use tracing_subscriber::fmt::MakeWriter;

/// What stands in its place.
const HOME: &str = "<home>";

/// The files of the log, without the home folder.
pub(super) struct WithoutHome {
    files: RollingFileAppender,
    /// How the folder is written: as it is, and as between quotation marks.
    home: Vec<String>,
}

impl WithoutHome {
    /// Lines for these files.
    pub fn new(files: RollingFileAppender) -> Self {
        let home = UserDirs::new().map(|folders| written(folders.home_dir()));
        Self {
            files,
            home: home.unwrap_or_default(),
        }
    }
}

impl<'a> MakeWriter<'a> for WithoutHome {
    type Writer = Lines<'a, RollingWriter<'a>>;

    fn make_writer(&'a self) -> Self::Writer {
        Lines {
            to: self.files.make_writer(),
            home: &self.home,
        }
    }
}

/// Writes whole lines.
pub(super) struct Lines<'a, W> {
    to: W,
    home: &'a [String],
}

impl<W: Write> Write for Lines<'_, W> {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let mut text = String::from_utf8_lossy(line).into_owned();
        for home in self.home {
            text = text.replace(home, HOME);
        }
        self.to.write_all(text.as_bytes())?;
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// How a folder is written. The root of a disk is no home: it is the beginning of every path.
fn written(home: &Path) -> Vec<String> {
    if home.parent().is_none() {
        return Vec::new();
    }
    let plain = home.display().to_string();
    let quoted = plain.escape_debug().to_string();
    vec![plain, quoted]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn logged(home: &[String], line: &str) -> String {
        let mut written = Vec::new();
        let mut lines = Lines {
            to: &mut written,
            home,
        };
        lines.write_all(line.as_bytes()).unwrap();
        String::from_utf8(written).unwrap()
    }

    #[test]
    fn the_home_folder_is_left_out_of_every_line() {
        let home = written(Path::new("/home/anna"));
        let line = "no driver in \"/home/anna/.local\", /home/anna/x\n";
        assert_eq!(
            logged(&home, line),
            "no driver in \"<home>/.local\", <home>/x\n"
        );
        let windows = written(Path::new(r"C:\Users\anna"));
        let line = "reason=\"C:\\\\Users\\\\anna\\\\x.dll\" C:\\Users\\anna\n";
        assert_eq!(
            logged(&windows, line),
            "reason=\"<home>\\\\x.dll\" <home>\n"
        );
    }

    #[test]
    fn the_root_of_a_disk_is_no_home() {
        assert_eq!(written(Path::new("/")), [""; 0]);
        assert_eq!(logged(&[], "a line\n"), "a line\n");
    }
}
