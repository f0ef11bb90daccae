//! `paraph parse`: what the language engine sees of an article.

use std::{
    fs,
    io::{self, BufWriter, Write},
};

use paraph::{
    Budget,
    article::{Article, Input, decode},
    language::{Doc, Engine, Pack, show::show},
    record::SegmentKind,
    segments::{self, Passage},
};

use super::{
    args,
    end::{End, Failure, complain},
    kind::Kind,
    source::{Place, Source, read, reads_stdin_twice},
};

/// Runs the command.
pub fn run(args: args::Parse) -> Result<End, Failure> {
    if reads_stdin_twice(&args.files) {
        return Err(Failure::Usage("- stands for the standard input, which can be read once only".to_owned()));
    }
    let sources = args.files.into_iter().map(|file| source(Place::of(file), args.from)).collect::<Result<Vec<_>, _>>()?;
    let engine = engine(args.model.map(Place::File))?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut end = End::Answered;
    for Source { place, kind } in sources {
        let (failed, why) = match read(&place).map(|bytes| docs(kind, &bytes, &engine)) {
            Ok(Ok(docs)) => {
                show(&mut out, args.format, &place.to_string(), &docs)?;
                continue;
            }
            Ok(Err(why)) => (End::Refused, why),
            Err(why) => (End::Unreadable, why),
        };
        complain(format_args!("{place}: {why}"));
        end = end.max(failed);
    }
    out.flush()?;
    Ok(end)
}

/// An input and its kind; JSON says more of an article than is asked here.
fn source(place: Place, from: Option<Kind>) -> Result<Source, Failure> {
    let kind = from.unwrap_or_else(|| place.kind());
    match kind {
        Kind::Json | Kind::Ndjson => Err(Failure::usage(place, "is JSON; give the article as text or as a page")),
        _ => Ok(Source { place, kind }),
    }
}

/// The engine with its own model or with that of a file.
fn engine(model: Option<Place>) -> Result<Engine, Failure> {
    let Some(Place::File(path)) = model else { return Engine::english().map_err(|e| Failure::Broken(e.to_string())) };
    let name = path.display().to_string();
    let model = fs::read(&path).map_err(|e| Failure::usage(&name, format_args!("the model cannot be read: {e}")))?;
    let own = Pack::embedded("en").ok_or_else(|| Failure::Broken("the binary carries no pack for English".to_owned()))?;
    Engine::new(Pack { name: name.clone(), model: model.into(), ..own }).map_err(|e| Failure::usage(&name, e))
}

/// A document for each block that the engine reads.
fn docs(kind: Kind, bytes: &[u8], engine: &Engine) -> Result<Vec<Doc>, String> {
    let text = decode(bytes, None).text;
    let input = if kind == Kind::Html { Input::html(text) } else { Input::text(text) };
    let budget = Budget::unlimited();
    let article = Article::read(&input, &budget).map_err(|e| e.to_string())?;
    let segmented = segments::sort(&article, &budget);
    let read = |p: &&Passage| {
        let language = p.language.as_deref().or(segmented.language.as_deref());
        p.kind != SegmentKind::Boilerplate && language.is_none_or(|l| l == engine.language())
    };
    let views: Vec<_> = segmented.passages.iter().filter(read).map(|p| &p.view).collect();
    Ok(engine.parse(&views, &budget).docs)
}
