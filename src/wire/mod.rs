//! Articles and answers as they travel: one JSON object for an article, one line for each in a batch, one problem for each error.
//!
//! Server and command line both speak through here, so that an article means the same to both.

mod article;
mod batch;
mod fields;
mod lines;
mod problem;

pub use article::parse_article;
pub use batch::{Answer, answer_line};
pub use lines::{Line, Lines};
pub use problem::{Position, Problem, ProblemKind};
