//! The letters of a text file, whatever its encoding, a piece at a time.

use std::io::{self, Read, Seek, SeekFrom};

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, WINDOWS_1252};

use crate::exchange::sheet::error::FormatError;

/// The bytes that are read at a time.
const PIECE: usize = 1 << 16;

/// In which of the encodings in which Excel exports this file is written. The whole of it is read: a single letter that
/// is no UTF-8 decides.
pub(super) fn encoding(file: &mut (impl Read + Seek)) -> Result<&'static Encoding, FormatError> {
    let mut bytes = vec![0; PIECE];
    let mut kept = 0;
    let mut begins = true;
    let mut valid = true;
    loop {
        let read = read_some(file, &mut bytes[kept..])?;
        let end = kept + read;
        if std::mem::take(&mut begins)
            && let Some((encoding, _)) = Encoding::for_bom(&bytes[..end])
            && encoding != UTF_8
        {
            return Ok(encoding);
        }
        if bytes[kept..end].contains(&0) {
            return Err(FormatError::NotATable("binary".to_owned()));
        }
        if valid && let Err(error) = std::str::from_utf8(&bytes[..end]) {
            // A letter may go on in the next piece.
            valid = error.error_len().is_none() && read > 0;
            bytes.copy_within(error.valid_up_to()..end, 0);
            kept = end - error.valid_up_to();
            if !valid {
                kept = 0;
            }
        } else {
            kept = 0;
        }
        if read == 0 {
            break;
        }
    }
    Ok(if valid { UTF_8 } else { WINDOWS_1252 })
}

/// Reads until the buffer is full or the file ends.
fn read_some(file: &mut impl Read, bytes: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < bytes.len() {
        match file.read(&mut bytes[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// A file of text as UTF-8, without the mark that may stand before it.
pub(super) struct Decoded<R> {
    file: R,
    decoder: Decoder,
    /// What was read and not yet decoded.
    bytes: Vec<u8>,
    next: usize,
    ended: bool,
}

impl<R: Read + Seek> Decoded<R> {
    /// The text of this file from its beginning.
    pub fn new(mut file: R, encoding: &'static Encoding) -> io::Result<Self> {
        file.seek(SeekFrom::Start(0))?;
        Ok(Self {
            file,
            decoder: encoding.new_decoder_with_bom_removal(),
            bytes: Vec::new(),
            next: 0,
            ended: false,
        })
    }
}

impl<R: Read> Decoded<R> {
    /// The next piece of the text; nothing where it ends.
    pub fn piece(&mut self, text: &mut Vec<u8>) -> io::Result<()> {
        text.resize(PIECE, 0);
        let mut written = 0;
        while written == 0 && !self.ended {
            if self.next == self.bytes.len() {
                self.bytes.resize(PIECE / 2, 0);
                let read = read_some(&mut self.file, &mut self.bytes)?;
                self.bytes.truncate(read);
                self.next = 0;
            }
            let last = self.bytes.is_empty();
            let (result, read, wrote, _) =
                self.decoder
                    .decode_to_utf8(&self.bytes[self.next..], text, last);
            self.next += read;
            written = wrote;
            self.ended = last && result == CoderResult::InputEmpty;
        }
        text.truncate(written);
        Ok(())
    }
}
