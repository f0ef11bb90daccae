//! Dates as EDTF, their expressions in text, and what those mean on a given day.
//!
//! [`expressions`] finds the words of dates in an English text; [`resolve`] tells which day, month, year or
//! interval they mean, given the day that "yesterday" counts from. [`timestamp`] reads the dates that posts, pages and callers
//! give, [`dateline`] the place and date before an article's first sentence, [`from_url`] the date in an address.
//! The words are data: `data/en/time.toml`, `data/time/months.tsv`. The calendar is jiff's.

mod atom;
mod date;
mod dateline;
mod expression;
mod finder;
mod lexicon;
mod relative;
mod resolve;
mod timestamp;
mod token;
mod url;

#[cfg(test)]
mod tests;

pub use date::Date;
pub use dateline::{Dateline, dateline};
pub use expression::{Base, Bound, Expression, Kind, Point, Unit};
pub use finder::expressions;
pub use jiff::civil::Date as Day;
pub use lexicon::numeral;
pub use resolve::{Direction, resolve};
pub use timestamp::{NoDate, timestamp};
pub use url::from_url;
