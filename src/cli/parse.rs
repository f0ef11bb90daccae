//! `paraph parse`: what the language engine sees.

use std::{fs, io, process::ExitCode};

use paraph::{
    Budget,
    article::Article,
    language::{Engine, Pack, show::show},
    segments,
};

use super::{Failure, args::Parse, exit, input};

/// Parses every file's passages, as `extract` would read them.
pub fn run(args: &Parse) -> Result<ExitCode, Failure> {
    let engine = engine(args)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    for path in &args.files {
        let id = path.display().to_string();
        let (given, _) = input::read(path, input::kind(path, args.from))?;
        let given = given.map_err(|p| Failure::Unusable(format!("{id}: {}", p.detail)))?;
        let article = Article::read(&given, &Budget::unlimited()).map_err(|e| Failure::Unusable(format!("{id}: {e}")))?;
        let segmented = segments::sort(&article);
        let views: Vec<_> = segmented.passages.iter().filter(|p| segmented.is_in(p, engine.language())).map(|p| &p.view).collect();
        let parsed = engine.parse(&views, &Budget::unlimited());
        show(&mut out, args.format, &id, &parsed.docs)?;
    }
    io::Write::flush(&mut out)?;
    Ok(ExitCode::from(exit::DONE))
}

fn engine(args: &Parse) -> Result<Engine, Failure> {
    let wrong = |e: paraph::language::ModelError| Failure::Unusable(e.to_string());
    let Some(path) = &args.model else { return Engine::english().map_err(wrong) };
    let model = fs::read(path).map_err(|e| Failure::Unusable(format!("cannot read {}: {e}", path.display())))?;
    let pack = Pack::embedded("en").ok_or_else(|| Failure::Unusable("the binary carries no English pack".into()))?;
    Engine::new(Pack { name: path.display().to_string(), model: model.into(), ..pack }).map_err(wrong)
}
