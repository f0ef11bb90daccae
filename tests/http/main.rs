//! The service, through HTTP. Every answer is held against `openapi.yaml`.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod access;
mod batch;
mod client;
mod coding;
mod description;
mod inputs;
mod life;
mod operation;
mod overload;
mod page;
mod problems;
mod seen;
mod socket;
#[cfg(feature = "otlp")]
mod traces;
