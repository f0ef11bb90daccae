//! Inputs named on the command line, read one after the other: a job for each article.

use std::{
    fmt,
    fs::{File, Metadata},
    io::{self, BufRead, BufReader, Read},
    iter,
    path::{Path, PathBuf},
    sync::Arc,
};

use paraph::wire::{Line, Lines};

use super::kind::Kind;

/// Bytes that are read at a time.
const BUFFER: usize = 64 << 10;

/// Where an input comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// `-`.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Place {
    /// What an argument names.
    pub fn of(argument: PathBuf) -> Self {
        if argument.as_os_str() == "-" { Self::Stdin } else { Self::File(argument) }
    }

    /// The kind that its name tells.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Stdin => Kind::Text,
            Self::File(path) => Kind::of_name(path),
        }
    }

    /// Its length in bytes, where that can be known before it is read.
    pub fn len(&self) -> Option<u64> {
        match self {
            Self::Stdin => None,
            Self::File(path) => path.metadata().ok().filter(Metadata::is_file).map(|m| m.len()),
        }
    }

    fn open(&self) -> Result<Box<dyn Read + Send>, String> {
        match self {
            Self::Stdin => Ok(Box::new(io::stdin())),
            Self::File(path) if path.is_dir() => Err("is a folder; name the files in it".to_owned()),
            Self::File(path) => Ok(Box::new(File::open(path).map_err(|e| cannot_read(&e))?)),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stdin => f.write_str("standard input"),
            Self::File(path) => path.display().fmt(f),
        }
    }
}

/// An input and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Where it comes from.
    pub place: Place,
    /// What it is.
    pub kind: Kind,
}

/// What there is to be read of one article.
#[derive(Debug, PartialEq, Eq)]
pub enum Content {
    /// A whole input; of any kind but lines.
    Whole(Kind, Vec<u8>),
    /// A line and its number, from 1.
    Line(usize, Line),
    /// Nothing: why the input, or the rest of it, cannot be read.
    Unreadable(String),
}

/// One article that waits for its answer.
#[derive(Debug, PartialEq, Eq)]
pub struct Job {
    /// Where it comes from.
    pub place: Arc<Place>,
    /// What there is of it.
    pub content: Content,
}

/// A job for each article of `sources`, read when it is asked for. A line over `max_line` bytes is not held. Lines of white space alone
/// are counted and passed over.
pub fn jobs(sources: Vec<Source>, max_line: usize) -> impl Iterator<Item = Job> + Send {
    sources.into_iter().flat_map(move |source| {
        let place = Arc::new(source.place);
        let contents: Box<dyn Iterator<Item = Content> + Send> = match (place.open(), source.kind) {
            (Ok(reader), Kind::Ndjson) => Box::new(lines(BufReader::with_capacity(BUFFER, reader), max_line)),
            (Ok(reader), kind) => {
                Box::new(iter::once(read_all(reader).map_or_else(Content::Unreadable, |bytes| Content::Whole(kind, bytes))))
            }
            (Err(why), _) => Box::new(iter::once(Content::Unreadable(why))),
        };
        contents.map(move |content| Job { place: Arc::clone(&place), content })
    })
}

type Reader = BufReader<Box<dyn Read + Send>>;

/// The whole of an input.
pub fn read(place: &Place) -> Result<Vec<u8>, String> {
    read_all(place.open()?)
}

fn read_all(mut reader: impl Read) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).map_err(|e| cannot_read(&e))?;
    Ok(bytes)
}

fn lines(mut reader: Reader, max_line: usize) -> impl Iterator<Item = Content> + Send {
    let (mut cutter, mut number, mut over) = (Lines::new(max_line), 0, false);
    let next = iter::from_fn(move || {
        while !over {
            match next_line(&mut reader, &mut cutter) {
                Ok(Some(line)) => {
                    number += 1;
                    return Some(Content::Line(number, line));
                }
                Ok(None) => over = true,
                Err(e) => {
                    over = true;
                    return Some(Content::Unreadable(format!("after line {number}: {}", cannot_read(&e))));
                }
            }
        }
        None
    });
    next.filter(|content| !matches!(content, Content::Line(_, Line::Whole(line)) if line.trim_ascii().is_empty()))
}

fn next_line(reader: &mut Reader, cutter: &mut Lines) -> io::Result<Option<Line>> {
    loop {
        let buffer = match reader.fill_buf() {
            Ok([]) => return Ok(cutter.last()),
            Ok(buffer) => buffer,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(e),
        };
        let (mut piece, had) = (buffer, buffer.len());
        let line = cutter.next(&mut piece);
        let used = had - piece.len();
        reader.consume(used);
        if line.is_some() {
            return Ok(line);
        }
    }
}

fn cannot_read(e: &io::Error) -> String {
    let what_to_do = match e.kind() {
        io::ErrorKind::NotFound => "; check the path",
        io::ErrorKind::PermissionDenied => "; check who may read it",
        _ => "",
    };
    format!("cannot be read: {e}{what_to_do}")
}

/// True where two inputs would both take the standard input.
pub fn reads_stdin_twice(arguments: &[PathBuf]) -> bool {
    arguments.iter().filter(|a| a.as_path() == Path::new("-")).count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The contents of a file that holds `bytes`.
    fn contents(bytes: &[u8], kind: Kind, max_line: usize) -> Vec<Content> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), bytes).unwrap();
        let source = Source { place: Place::File(file.path().to_owned()), kind };
        jobs(vec![source], max_line).map(|job| job.content).collect()
    }

    fn line(number: usize, line: &str) -> Content {
        Content::Line(number, Line::Whole(line.as_bytes().to_vec()))
    }

    #[test]
    fn lines_keep_their_numbers_where_blank_ones_are_passed_over() {
        let found = contents(b"one\n\n  \r\ntwo\r\nthe third is long\nlast", Kind::Ndjson, 8);
        assert_eq!(found, [line(1, "one"), line(4, "two\r"), Content::Line(5, Line::TooLong), line(6, "last")]);
    }

    #[test]
    fn what_is_no_lines_is_read_whole() {
        assert_eq!(contents(b"a\nb\n", Kind::Text, 2), [Content::Whole(Kind::Text, b"a\nb\n".to_vec())]);
        assert_eq!(contents(b"", Kind::Json, 2), [Content::Whole(Kind::Json, Vec::new())]);
        assert_eq!(contents(b"", Kind::Ndjson, 2), []);
    }

    #[test]
    fn what_cannot_be_read_says_why_and_what_to_do() {
        let nowhere = Source { place: Place::File("/nowhere/at/all.txt".into()), kind: Kind::Text };
        let found: Vec<_> = jobs(vec![nowhere], 8).collect();
        assert!(matches!(&found[0].content, Content::Unreadable(why) if why.contains("check the path")), "{found:?}");
        let folder = Place::File(std::env::temp_dir());
        assert!(read(&folder).unwrap_err().contains("folder"));
    }
}
