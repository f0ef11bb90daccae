//! Liveness and readiness, as Kubernetes words them: whether to restart the process, and whether to send it work.

use axum::{
    extract::State,
    http::header::{CACHE_CONTROL, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use tracing::error;

use super::{state::App, work::internal};
use crate::{
    Options,
    article::Input,
    wire::{Problem, ProblemKind},
};

/// A text that takes the whole way: a name, an office, a place, an encounter, a quote.
const SAMPLE: &str = "President Ana Moreau met Prime Minister Tomas Lind in Oslo on Monday. \"We agreed on the road,\" Moreau said.";

/// The process runs and answers.
pub(super) async fn livez() -> Response {
    status("alive")
}

/// The service takes work: it has extracted something once, and is not going down.
pub(super) async fn readyz(State(app): State<App>) -> Result<Response, Problem> {
    if app.drain.has_begun() {
        return Err(Problem::new(ProblemKind::Draining, "the service is going down; send requests to another"));
    }
    if app.warm_up().await { Ok(status("ready")) } else { Err(internal()) }
}

impl App {
    /// Extracts one small article, once; false where that failed.
    pub(super) async fn warm_up(&self) -> bool {
        *self.warm.get_or_init(|| self.try_sample()).await
    }

    async fn try_sample(&self) -> bool {
        let done = self.work(|extractor, budget| extractor.extract(&Input::text(SAMPLE), Options::default(), budget)).await;
        let well = matches!(&done, Ok(Ok(_)));
        if let Ok(Err(problem)) = done {
            error!(%problem, "the first extraction failed: the service will not be ready");
        }
        well
    }
}

fn status(word: &str) -> Response {
    ([(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")], format!("{{\"status\":\"{word}\"}}")).into_response()
}
