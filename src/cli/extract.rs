//! `paraph extract`: files in, records out.

use std::{
    io::{self, BufWriter, Write},
    num::NonZero,
    sync::Arc,
    thread,
    time::Duration,
};

use paraph::{
    Budget, Extractor, Options,
    article::{Input, Source as ArticleSource, decode},
    record::Record,
    wire::{self, Answer, Line, Problem, ProblemKind},
};

use super::{
    args,
    end::{End, Failure, complain},
    kind::Kind,
    ordered::{Ordered, ordered},
    output::{self, Layout, To},
    progress::Progress,
    source::{Content, Job, Place, Source, jobs, reads_stdin_twice},
};

/// What to do, right by construction.
struct Settings {
    sources: Vec<Source>,
    /// Asked for; none for what each kind of input is given by itself.
    to: Option<To>,
    layout: Layout,
    threads: usize,
    max_line: usize,
    asked: Asked,
}

/// What is asked of each article.
struct Asked {
    options: Options,
    time_limit: Option<Duration>,
    facts: Facts,
}

/// What the command line says of the articles.
struct Facts {
    url: Option<String>,
    title: Option<String>,
    published_at: Option<String>,
    language: Option<String>,
}

impl Facts {
    /// Those that are given, by the names of their arguments; the last two can be true of one article only.
    fn given(&self) -> impl Iterator<Item = (&'static str, bool)> {
        let facts = [
            ("--published-at", &self.published_at, false),
            ("--language", &self.language, false),
            ("--title", &self.title, true),
            ("--url", &self.url, true),
        ];
        facts.into_iter().filter(|(_, value, _)| value.is_some()).map(|(name, _, single)| (name, single))
    }

    fn input(&self, source: ArticleSource) -> Input {
        Input {
            source,
            url: self.url.clone(),
            title: self.title.clone(),
            published_at: self.published_at.clone(),
            language: self.language.clone(),
        }
    }
}

impl Settings {
    fn of(args: args::Extract) -> Result<Self, Failure> {
        if reads_stdin_twice(&args.files) {
            return Err(Failure::Usage("- stands for the standard input, which can be read once only".to_owned()));
        }
        let facts = Facts { url: args.url, title: args.title, published_at: args.published_at, language: args.language };
        let sources = args.files.into_iter().map(|file| source(Place::of(file), args.from, &facts)).collect::<Result<Vec<_>, _>>()?;
        if sources.len() > 1
            && let Some((name, _)) = facts.given().find(|(_, single)| *single)
        {
            return Err(Failure::usage(
                name,
                format_args!("is said of {} articles; name one file, or send each article's own as ndjson", sources.len()),
            ));
        }
        if args.pretty && args.to == Some(To::Ndjson) {
            return Err(Failure::Usage("--pretty: ndjson is a line for each article; take --to json".to_owned()));
        }
        Ok(Self {
            sources,
            to: args.to,
            layout: match (args.pretty, args.compact) {
                (true, _) => Layout::Pretty,
                (_, true) => Layout::Compact,
                _ => Layout::of_stdout(),
            },
            threads: args.threads.map_or_else(cores, usize::from),
            max_line: args.max_line_bytes.0,
            asked: Asked {
                options: Options {
                    offsets: args.offsets,
                    only_article: args.only == Some(args::Only::Article),
                    explain: args.explain,
                    source: args.source,
                    min_confidence: args.min_confidence,
                },
                time_limit: args.time_limit.map(|s| s.0),
                facts,
            },
        })
    }

    /// How many articles there will be, where that can be known.
    fn articles(&self) -> Option<u64> {
        let known = self.sources.iter().all(|s| s.kind != Kind::Ndjson);
        known.then_some(self.sources.len() as u64)
    }
}

/// An input and its kind: as said, else as its name tells. Facts on the command line that it would have to pass over are refused.
fn source(place: Place, from: Option<Kind>, facts: &Facts) -> Result<Source, Failure> {
    let kind = from.unwrap_or_else(|| place.kind());
    match (kind, facts.given().next()) {
        (Kind::Json | Kind::Ndjson, Some((name, _))) => {
            Err(Failure::usage(name, format_args!("is said of {place}, but that is JSON; put it into the JSON")))
        }
        _ => Ok(Source { place, kind }),
    }
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Runs the command.
pub fn run(args: args::Extract) -> Result<End, Failure> {
    let settings = Settings::of(args)?;
    let Options { only_article, explain, .. } = settings.asked.options;
    // What only reads pages starts without a model.
    let extractor = if only_article && !explain { Extractor::of_articles() } else { Extractor::new() };
    let extractor = extractor.map_err(|e| Failure::Broken(e.to_string()))?;
    let progress = Progress::new(&settings.sources, settings.articles());
    let threads = if settings.articles().is_some_and(|n| n == 1) { 1 } else { settings.threads };
    let asked = Arc::new(settings.asked);
    let answers = ordered(jobs(settings.sources, settings.max_line), threads, move |job| answer(job, &extractor, &asked), lost);
    write_all(answers, settings.to, settings.layout, progress)
}

/// The answer to a job, with what is told of it.
struct Answered {
    place: Arc<Place>,
    /// Of a batch, from 1.
    line: Option<usize>,
    /// Or why there is nothing to answer.
    answer: Result<Answer, String>,
}

/// The answer to a job; whatever is wrong with it stays in its answer.
fn answer(job: &mut Job, extractor: &Extractor, asked: &Asked) -> Answered {
    let budget = asked.time_limit.map_or_else(Budget::unlimited, Budget::within);
    let line = line_of(job);
    let answer = match &mut job.content {
        Content::Unreadable(why) => Err(why.clone()),
        Content::Line(number, Line::Whole(line)) => Ok(wire::answer_line(extractor, line, *number, asked.options, &budget)),
        Content::Line(number, Line::TooLong) => {
            let detail = "the line is longer than --max-line-bytes; raise that, or send the article alone, without pictures and scripts";
            Ok(Answer::refused(None, Problem::new(ProblemKind::TooLarge, detail).in_line(*number)))
        }
        // What was read is not held beside what is made of it.
        Content::Whole(kind, bytes) => Ok(answer_whole(&job.place, *kind, std::mem::take(bytes), extractor, asked, &budget)),
    };
    Answered { place: Arc::clone(&job.place), line, answer }
}

/// An article that fills its input. Where it brings no id of its own, that is its file.
fn answer_whole(place: &Place, kind: Kind, bytes: Vec<u8>, extractor: &Extractor, asked: &Asked, budget: &Budget) -> Answer {
    let (mut id, mut warning) = (None, None);
    let input = if kind == Kind::Json {
        let (own, input) = wire::parse_article(&bytes);
        id = own;
        input
    } else {
        let decoded = decode(bytes, None);
        warning = decoded.warning;
        Ok(asked.facts.input(if kind == Kind::Html { ArticleSource::Html(decoded.text) } else { ArticleSource::Text(decoded.text) }))
    };
    let id = id.or_else(|| file_id(place));
    let with_warning = |mut record: Record| {
        record.warnings.extend(warning);
        record
    };
    match input.and_then(|input| Ok(with_warning(extractor.extract(&input, asked.options, budget)?))) {
        Ok(record) => Answer { id, status: 200, record: Some(record), problem: None },
        Err(problem) => Answer::refused(id, problem),
    }
}

fn file_id(place: &Place) -> Option<serde_json::Value> {
    let Place::File(path) = place else { return None };
    Some(path.to_string_lossy().into_owned().into())
}

fn line_of(job: &Job) -> Option<usize> {
    if let Content::Line(number, _) = &job.content { Some(*number) } else { None }
}

/// The answer to a job whose work panicked: no caller is to blame, and no other article is to suffer for it.
fn lost(job: &Job) -> Answered {
    let detail = "the article met a fault of this program; please report it, with the article if it is public";
    let problem = Problem::new(ProblemKind::Internal, detail);
    let problem = line_of(job).map_or(problem.clone(), |line| problem.in_line(line));
    Answered { place: Arc::clone(&job.place), line: line_of(job), answer: Ok(Answer::refused(file_id(&job.place), problem)) }
}

/// Writes answers as they come. What is written goes out before it waits for the next, so that a program that feeds it line by line
/// through a pipe, and waits for each answer, is answered.
fn write_all(mut answers: Ordered<Answered>, to: Option<To>, layout: Layout, mut progress: Progress) -> Result<End, Failure> {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let (mut end, mut refused) = (End::Answered, 0_u64);
    loop {
        let mut next = answers.ready();
        if next.is_none() {
            out.flush()?;
            next = answers.wait();
        }
        let Some(Answered { place, line, answer }) = next else { break };
        progress.step();
        let answer = match answer {
            Ok(answer) => answer,
            Err(why) => {
                end = End::Unreadable;
                progress.aside(|| complain(format_args!("{place}: {why}")));
                continue;
            }
        };
        if answer.problem.is_some() {
            refused += 1;
            end = end.max(End::Refused);
        }
        let to = to.unwrap_or(if line.is_some() { To::Ndjson } else { To::Json });
        let untold = output::write(&mut out, &answer, to, layout)?;
        if let Some(problem) = answer.problem.filter(|_| untold) {
            let line = line.map(|n| format!("line {n}: ")).unwrap_or_default();
            progress.aside(|| complain(format_args!("{place}: {line}{}", problem.detail)));
            refused -= 1;
        }
    }
    out.flush()?;
    drop(progress);
    if refused > 0 {
        complain(format_args!("{refused} {} answered with a problem", if refused == 1 { "article was" } else { "articles were" }));
    }
    Ok(end)
}
