//! The service, through HTTP. Every answer is held against `openapi.yaml`.

mod batch;
mod client;
mod description;
mod inputs;
mod life;
mod operation;
mod overload;
mod problems;
mod socket;
