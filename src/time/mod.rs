//! stub
#![allow(missing_docs)]
use crate::{
    record::Precision,
    text::{Span, ViewByte},
};
pub use jiff::civil::Date as Day;
#[derive(Debug, Clone, PartialEq)]
pub struct Date;
impl Date {
    pub fn precision(&self) -> Precision {
        Precision::Day
    }
    pub fn may_be_one(&self, _: &Self) -> bool {
        true
    }
    pub fn begins_after(&self, _: Day) -> bool {
        false
    }
}
impl std::fmt::Display for Date {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
#[derive(Debug, Clone, Copy)]
pub enum Direction {
    Past,
    Future,
    Unknown,
}
#[derive(Debug, Clone)]
pub struct Expression {
    pub span: Span<ViewByte>,
}
pub fn expressions(_: &str) -> Vec<Expression> {
    Vec::new()
}
pub fn resolve(_: &Expression, _: Option<Day>, _: Direction, _: Option<&Date>) -> Option<Date> {
    None
}
