//! The arguments as they are typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use paraph::text::OffsetUnit;

/// Who met whom, when and where, and what was signed.
#[derive(Debug, Parser)]
#[command(name = "paraph", version, about, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read articles and print a record of each
    Extract(Extract),
    /// Show what the language engine sees: tokens, tags, tree, names
    Parse(Parse),
    /// Serve the same over HTTP
    Serve(super::serve::Serve),
    /// Ask a running service whether it is ready
    Health(Health),
    /// Print the licences of everything that this binary carries
    Licenses,
}

const EXTRACT_HELP: &str = "\
Examples:
  paraph extract article.txt
  paraph extract page.html --url https://paper.example/2029/03/14/visit
  paraph extract - < article.txt
  paraph extract --from ndjson articles.ndjson > records.ndjson

A line of NDJSON is {\"text\" | \"html\", \"url\"?, \"title\"?, \"published_at\"?, \"language\"?, \"id\"?}; its answer is
{\"id\", \"status\": 200, \"record\"} or {\"id\", \"status\": 422, \"problem\"}, one line for each line, in order.

Exit codes:
  0  every article was answered with a record (also where the reader of the output went away)
  1  some article has no record; standard error, or its line, says why; the others were answered
  2  wrong usage, or a file that cannot be read";

/// Read articles and print a record of each.
#[derive(Debug, Args)]
#[command(after_help = EXTRACT_HELP)]
pub struct Extract {
    /// Files to read; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What the files hold; else told by their ending (.html, .json, .ndjson, .jsonl; anything else is text)
    #[arg(long, value_enum)]
    pub from: Option<From>,
    /// The form of the output
    #[arg(long, value_enum, default_value_t = To::Json)]
    pub to: To,
    /// What the spans count: unicode (code points), utf8 (bytes) or utf16
    #[arg(long, default_value = "unicode", value_parser = unit)]
    pub offsets: OffsetUnit,
    /// When the article was published: 2029-03-14, or any ISO 8601 or RFC 2822 date
    #[arg(long, value_name = "DATE")]
    pub published_at: Option<String>,
    /// The article's headline, where it is not in the text
    #[arg(long)]
    pub title: Option<String>,
    /// The article's language, ISO 639-1
    #[arg(long)]
    pub language: Option<String>,
    /// Where the article stands; never fetched
    #[arg(long)]
    pub url: Option<String>,
    /// Stop after page, text and metadata
    #[arg(long, value_enum)]
    pub only: Option<Only>,
    /// One record a line, also on a terminal
    #[arg(long, conflicts_with = "pretty")]
    pub compact: bool,
    /// Records over many lines, also into a pipe
    #[arg(long)]
    pub pretty: bool,
    /// How many lines of NDJSON are worked on at a time; all cores unless told
    #[arg(long, env = "PARAPH_THREADS", value_name = "N")]
    pub threads: Option<std::num::NonZeroUsize>,
    /// Longest line of NDJSON, in bytes; a longer one is answered with status 413 in its place, and takes no memory
    #[arg(long, default_value_t = 16 << 20, value_name = "BYTES")]
    pub max_line_bytes: usize,
}

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum From {
    /// Plain text
    Text,
    /// A page
    Html,
    /// One article as JSON
    Json,
    /// One article as JSON a line
    Ndjson,
}

/// The form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum To {
    /// The record as JSON
    Json,
}

/// Where to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Only {
    /// After page, text and metadata
    Article,
}

const PARSE_HELP: &str = "\
CoNLL-U (universaldependencies.org/format.html) has one token a line: id, form, lemma, coarse tag, fine tag, -, head, label, -, and
what else is known, as NE=B-PERSON and SpaceAfter=No. `# newdoc id = FILE` stands before each file.

Example:
  paraph parse article.txt --format json";

/// Show what the language engine sees.
#[derive(Debug, Args)]
#[command(after_help = PARSE_HELP)]
pub struct Parse {
    /// Files to read, as `extract` reads them; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// conllu, or json (one object a file)
    #[arg(long, default_value = "conllu", value_parser = format)]
    pub format: paraph::language::show::Format,
    /// Another model file than the one that the binary carries
    #[arg(long, value_name = "FILE")]
    pub model: Option<PathBuf>,
    /// Text, html or json; else told by the ending
    #[arg(long, value_enum)]
    pub from: Option<From>,
}

/// Ask a running service whether it is ready.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  paraph health http://127.0.0.1:8080\n\nExit codes: 0 it is ready, 1 it is not, 2 the address is wrong")]
pub struct Health {
    /// Its address; without a path, /readyz is asked
    #[arg(default_value = "http://127.0.0.1:8080", env = "PARAPH_URL")]
    pub url: String,
    /// How long to wait, in seconds
    #[arg(long, default_value_t = 3, value_name = "SECONDS")]
    pub timeout: u64,
}

fn unit(word: &str) -> Result<OffsetUnit, String> {
    word.parse()
}

fn format(word: &str) -> Result<paraph::language::show::Format, String> {
    word.parse()
}
