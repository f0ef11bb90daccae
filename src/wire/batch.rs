//! One line of a batch in, one line out.

use serde::Serialize;
use serde_json::Value;

use super::{article::parse_article, problem::Problem};
use crate::{Budget, Extractor, Options, record::Record};

/// The answer to one line.
#[derive(Debug, Serialize)]
pub struct Answer {
    /// The line's own id; null where it has none.
    pub id: Option<Value>,
    /// The status that the article alone would have been answered with.
    pub status: u16,
    /// The record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<Record>,
    /// Or why there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<Problem>,
}

impl Answer {
    /// A line that could not be answered with a record. In a batch every fault of a line is the line's: what would be a 400 is a 422, as
    /// for every bad line.
    pub fn refused(id: Option<Value>, problem: Problem) -> Self {
        let status = if problem.status == 400 { 422 } else { problem.status };
        Self { id, status, record: None, problem: Some(problem) }
    }
}

/// Answers line `number` (from 1) of a batch. Whatever is wrong with it stays in its own answer.
pub fn answer_line(extractor: &Extractor, line: &[u8], number: usize, options: Options, budget: &Budget) -> Answer {
    let (id, input) = parse_article(line);
    let record = input.and_then(|input| extractor.extract(&input, options, budget).map_err(Problem::from));
    match record {
        Ok(record) => Answer { id, status: 200, record: Some(record), problem: None },
        Err(problem) => Answer::refused(id, problem.in_line(number)),
    }
}
