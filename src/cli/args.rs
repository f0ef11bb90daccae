//! Raw arguments, as the shell gives them. What they mean is decided by each command.

use std::{net::IpAddr, path::PathBuf};

use clap::{
    Args as Arguments, Parser, Subcommand, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use paraph::{language::show::Format, record::share_of, server::Listen, text::OffsetUnit};

use super::{
    end::EXIT_CODES,
    kind::Kind,
    output::To,
    serve::{self, Serve},
    values::{BasePath, Seconds, Size},
};

/// Who met whom, when and where, and what was signed: records of meetings, agreements and quotes from news articles
#[derive(Debug, Parser)]
#[command(version, after_help = EXIT_CODES, subcommand_required = true, arg_required_else_help = true)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Give the record of each article
    #[command(after_help = EXTRACT_HELP)]
    Extract(Extract),
    /// Serve records over HTTP
    #[command(after_help = serve::HELP)]
    Serve(Serve),
    /// Ask a running service whether it is ready
    #[command(after_help = HEALTH_HELP)]
    Health(Health),
    /// Show what the language engine sees: tokens, tags, tree, names, lemmas
    #[command(after_help = PARSE_HELP)]
    Parse(Parse),
    /// Print the licences of the program and of all that it carries
    Licenses,
}

const EXTRACT_HELP: &str = "\
Kinds of input:
  A file's kind is told by its ending: .html .htm .xhtml html, .json json, .ndjson .jsonl ndjson, all others text. Standard input is
  text. --from says otherwise. text and html may be in any charset. json is {\"text\" | \"html\", \"url\"?, \"title\"?, \"published_at\"?,
  \"language\"?} in UTF-8; other fields are passed over. ndjson is one such object a line, with an \"id\"? that its answer repeats; lines
  of white space are passed over. What a JSON says of its article stands in it: --published-at, --language, --title and --url are for
  text and html, and refused with the others.

Output:
  In the order of the input. For text, html and json the record alone (--to json); for ndjson a line for each line (--to ndjson):
  {\"id\", \"status\": 200, \"record\"} or {\"id\", \"status\", \"problem\"}. With --to ndjson the id of an article that has none is its file.
  A problem stops nothing but its own article. Answers are written out as soon as no more are ready.

Examples:
  paraph extract examples/state-visit.txt
  paraph extract --published-at 2023-06-16 --offsets utf16 page.html
  paraph extract --min-confidence 0.9 --to ndjson archive/*.txt
  paraph extract --explain article.txt | jq '.meetings[].explanation'
  curl -s https://example.org/article | paraph extract --from html --url https://example.org/article -
  paraph extract --from ndjson - < articles.ndjson > records.ndjson
  paraph extract --to ndjson archive/*.html | jq -c 'select(.status != 200)'

Exit codes:
  0  all was answered; also where the reader of the output closed it early
  1  some article was answered with a problem
  2  wrong usage, or an input that cannot be read
  3  a fault of this program, or of where its output goes";

const HEALTH_HELP: &str = "\
Examples:
  paraph health
  paraph health http://paraph.internal:8080
  paraph health http://127.0.0.1:8080/livez

Exit codes:
  0  it answered 200
  1  it answered otherwise, or not in time
  2  the address is none";

const PARSE_HELP: &str = "\
Examples:
  paraph parse examples/trade-talks.txt
  paraph parse --format json articles/*.txt > parsed.ndjson

Exit codes:
  0  all was parsed
  1  some article was not
  2  wrong usage, or an input or a model that cannot be read
  3  a fault of this program, or of where its output goes";

#[derive(Debug, Arguments)]
pub struct Extract {
    /// Files with articles; - is standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// What the inputs are, where endings do not tell
    #[arg(long, value_name = "KIND")]
    pub from: Option<Kind>,
    /// Form of the output; ndjson where the input is ndjson, else json
    #[arg(long, value_name = "FORM")]
    pub to: Option<To>,
    /// Indent records, also where the output is no terminal
    #[arg(long, conflicts_with = "compact")]
    pub pretty: bool,
    /// A record a line, also on a terminal
    #[arg(long)]
    pub compact: bool,
    /// What spans count: code points (Python), bytes of UTF-8 (Rust, Go) or 16-bit units (JavaScript, Java)
    #[arg(long, value_name = "UNIT", default_value = "unicode", value_parser = offset_unit())]
    pub offsets: OffsetUnit,
    /// Stop after page, text and metadata
    #[arg(long, value_name = "PART")]
    pub only: Option<Only>,
    /// Say of each participant, quote, meeting and agreement which rules made it, and on which words; docs/EXPLAIN.md lists the rules
    #[arg(long)]
    pub explain: bool,
    /// Leave out meetings and agreements of less confidence than this, 0 to 1; docs/EVALUATION.md shows how often each is right
    #[arg(long, value_name = "SHARE", default_value_t = 0.0, hide_default_value = true, value_parser = share)]
    pub min_confidence: f64,
    /// Say of each segment of a page where it stands in it: a CSS selector, and a quote as the W3C's Web Annotations have it. Html only
    #[arg(long)]
    pub source: bool,
    /// When the articles were published (ISO 8601, RFC 2822 or a plain date): "yesterday" counts from there. Text and html only
    #[arg(long, value_name = "DATE")]
    pub published_at: Option<String>,
    /// Their language (ISO 639-1), instead of a guess. Text and html only
    #[arg(long, value_name = "CODE")]
    pub language: Option<String>,
    /// The headline of the one article. Text and html only
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Where the one article stands; never fetched. Text and html only
    #[arg(long, value_name = "URL")]
    pub url: Option<String>,
    /// Articles that are worked on at a time [default: all cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024), env = "PARAPH_THREADS")]
    pub threads: Option<u16>,
    /// How long one article may take [default: no limit]
    #[arg(long, value_name = "SECONDS")]
    pub time_limit: Option<Seconds>,
    /// Longest line of ndjson. Longer ones are answered with a problem; memory is a few times this at worst
    #[arg(long, value_name = "SIZE", default_value = "16M")]
    pub max_line_bytes: Size,
}

/// Parts of the record that can be had alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Only {
    /// Page, text and metadata: no events, quotes or participants
    Article,
}

fn share(word: &str) -> Result<f64, String> {
    share_of(word).ok_or_else(|| "it is no number from 0 to 1: write it as in 0.9".to_owned())
}

fn offset_unit() -> impl TypedValueParser<Value = OffsetUnit> {
    PossibleValuesParser::new(["unicode", "utf8", "utf16"]).try_map(|word| word.parse::<OffsetUnit>())
}

#[derive(Debug, Arguments)]
pub struct Health {
    /// The service, as `paraph serve` prints it; /readyz is asked for, or /livez where it ends so [default: where PARAPH_HOST,
    /// PARAPH_PORT and PARAPH_BASE_PATH say that one listens, as in http://127.0.0.1:8080]
    pub url: Option<String>,
    #[arg(long, hide = true, env = "PARAPH_HOST", default_value_t = Listen::default().host)]
    pub host: IpAddr,
    #[arg(long, hide = true, env = "PARAPH_PORT", default_value_t = Listen::default().port)]
    pub port: u16,
    #[arg(long, hide = true, env = "PARAPH_BASE_PATH", default_value = "")]
    pub base_path: BasePath,
    /// How long it may take to answer
    #[arg(long, value_name = "SECONDS", default_value = "3")]
    pub timeout: Seconds,
}

#[derive(Debug, Arguments)]
pub struct Parse {
    /// Files with articles as text or pages; - is standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// What the inputs are (text or html), where endings do not tell
    #[arg(long, value_name = "KIND")]
    pub from: Option<Kind>,
    /// Form of the output
    #[arg(long, value_name = "FORM", default_value = "conllu", value_parser = format())]
    pub format: Format,
    /// A model to use instead of the one inside: another precision of the same pipeline
    #[arg(long, value_name = "FILE")]
    pub model: Option<PathBuf>,
}

fn format() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(["conllu", "json"]).try_map(|word| word.parse::<Format>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        Args::command().debug_assert();
    }
}
