//! `paraph extract`: articles in, records out.

use std::{
    io::{self, IsTerminal, Write},
    path::Path,
    process::ExitCode,
};

use indicatif::ProgressBar;
use paraph::{Budget, Extractor, Options, article::Input};

use super::{
    Failure,
    args::{Extract, From, Only},
    batch, exit, input,
    output::Output,
    progress,
};

/// Answers every file; one that fails is told of and the others go on.
pub fn run(args: &Extract) -> Result<ExitCode, Failure> {
    let extractor = Extractor::new().map_err(|e| Failure::Unusable(e.to_string()))?;
    let options = Options { offsets: args.offsets, only_article: args.only == Some(Only::Article) };
    let bar = progress::bar(&args.files);
    let mut code = exit::DONE;
    for path in &args.files {
        let kind = input::kind(path, args.from);
        let answered = if kind == From::Ndjson {
            lines(&extractor, args, options, path, &bar)
        } else {
            one(&extractor, args, options, path, kind, &bar)
        };
        match answered {
            Ok(true) => {}
            Ok(false) => code = code.max(exit::SOME_FAILED),
            Err(Failure::Unusable(what)) => {
                tell(&bar, &what);
                code = exit::UNUSABLE;
            }
            Err(gone) => return Err(gone),
        }
    }
    bar.finish_and_clear();
    Ok(ExitCode::from(code))
}

/// Answers one article; false where it has no record.
fn one(extractor: &Extractor, args: &Extract, options: Options, path: &Path, kind: From, bar: &ProgressBar) -> Result<bool, Failure> {
    let (read, warning) = input::read(path, kind)?;
    bar.inc(path.metadata().map_or(0, |m| m.len()));
    let record = read.and_then(|mut given| {
        add_facts(&mut given, args);
        extractor.extract(&given, options, &Budget::unlimited()).map_err(Into::into)
    });
    match record {
        Ok(mut record) => {
            record.warnings.extend(warning);
            let mut out = Output::new(args.pretty, args.compact);
            out.write(&record)?;
            out.flush()?;
            Ok(true)
        }
        Err(problem) => {
            tell(bar, &format!("{}: {}", path.display(), problem.detail));
            Ok(false)
        }
    }
}

/// What the flags say goes before what the file says.
fn add_facts(given: &mut Input, args: &Extract) {
    for (flag, field) in [
        (&args.url, &mut given.url),
        (&args.title, &mut given.title),
        (&args.published_at, &mut given.published_at),
        (&args.language, &mut given.language),
    ] {
        if flag.is_some() {
            field.clone_from(flag);
        }
    }
}

/// Answers NDJSON line by line; false where some line has no record.
fn lines(extractor: &Extractor, args: &Extract, options: Options, path: &Path, bar: &ProgressBar) -> Result<bool, Failure> {
    if args.url.is_some() || args.title.is_some() || args.published_at.is_some() || args.language.is_some() {
        return Err(Failure::Unusable(
            "--url, --title, --published-at and --language speak of one article; in NDJSON they stand in each line".into(),
        ));
    }
    let threads = args.threads.or_else(|| std::thread::available_parallelism().ok()).map_or(1, std::num::NonZero::get);
    let limits = batch::Limits { threads, max_line_bytes: args.max_line_bytes };
    batch::run(extractor, options, limits, input::open(path)?, bar)
}

fn tell(bar: &ProgressBar, what: &str) {
    bar.suspend(|| {
        let mut err = io::stderr();
        let paint = err.is_terminal();
        let (on, off) = if paint { ("\u{1b}[31m", "\u{1b}[0m") } else { ("", "") };
        // a standard error that is gone leaves nobody to tell
        let _ = writeln!(err, "{on}paraph:{off} {what}");
    });
}
