//! `POST /v1/extract/batch`: a line of JSON for each article, answered line by line while the body is still coming in.
//!
//! ```text
//! body ─▶ Reader ─▶ queue of answers, made or in the making ─▶ the caller takes them, in order
//!         cuts lines, starts their work, stops where the queue is full
//! ```
//!
//! The queue is bounded in lines and in bytes, so a caller that sends without reading is held back by its own socket. One that stands
//! still for too long, in either direction and while no work is under way, gets a problem as the last line, and the end. One that
//! hangs up ends the work: the queue is dropped, and with it what was not begun.

use std::{sync::Arc, time::Duration};

use axum::{
    body::{Body, Bytes},
    extract::{Extension, State},
    http::{HeaderMap, Uri, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use http_body_util::BodyExt;
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore, mpsc},
    task::JoinError,
    time::timeout,
};
use tokio_stream::{StreamExt, wrappers::ReceiverStream};
use tokio_util::task::AbortOnDropHandle;

use super::{admission::Claim, body, coding, coding::Open, linger, parameters::Parameters, request_id::RequestId, state::App};
use crate::{
    Options,
    wire::{Answer, Line, Lines, Problem, ProblemKind, answer_line},
};

const NDJSON: &str = "application/x-ndjson";

/// Most lines that are in the queue at a time; enough to keep all cores at work while the caller takes a breath.
const QUEUE: usize = 64;

/// Bytes to which a compressed batch may open without being taken for a bomb: it is held in pieces, so only the time counts.
const FREELY_OPENED: usize = 64 << 20;

/// The handler.
pub(super) async fn batch(
    State(app): State<App>,
    Extension(id): Extension<RequestId>,
    Extension(rest): Extension<linger::Kept>,
    uri: Uri,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let media_type = body::media_type(&headers);
    if media_type != NDJSON {
        return Err(body::unsupported(&media_type, NDJSON));
    }
    let options = Parameters::of(&uri)?.without_facts()?;
    let open = coding::open(body, &headers)?;
    let claim = Arc::new(app.admission.claim(app.config.limits.batch_bytes())?);
    let (queue, answers) = mpsc::channel(QUEUE + 1);
    let room = Arc::new(Semaphore::new(app.config.limits.max_line_bytes.min(Semaphore::MAX_PERMITS)));
    tokio::spawn(Reader { app, id, options, queue, room, claim, under_way: Arc::new(()), number: 0 }.run(open, rest));
    let lines = ReceiverStream::new(answers).then(Queued::bytes);
    Ok(([(CONTENT_TYPE, NDJSON)], Body::from_stream(lines)).into_response())
}

/// An answer in the queue.
enum Queued {
    Made(Bytes),
    /// Holds what its line occupies until the caller takes the answer; dropped, it ends the work.
    InTheMaking(AbortOnDropHandle<Bytes>, OwnedSemaphorePermit, Arc<Claim>),
}

impl Queued {
    /// An error ends the connection in the midst of the body, so that the caller sees that lines are missing; it takes the
    /// runtime's end to come to that, for a panic is answered in the line's place.
    async fn bytes(self) -> Result<Bytes, JoinError> {
        match self {
            Self::Made(bytes) => Ok(bytes),
            Self::InTheMaking(answer, _room, _claim) => answer.await,
        }
    }
}

/// Why the batch ends before its body.
enum End {
    /// Nobody is there to be told.
    HungUp,
    /// Nothing came in.
    Silent,
    /// Nothing was taken.
    Deaf,
    /// The body is malformed, or broke off; a caller that went away sees none of it.
    Broken,
    /// The body is a bomb.
    Bomb,
    /// More articles than one batch may have.
    TooMany(usize),
}

impl End {
    /// The last word, if anybody is there for it. Its line is the first that was not answered.
    fn problem(self) -> Option<Problem> {
        let late = |detail| Some(Problem::new(ProblemKind::RequestTimeout, detail));
        match self {
            Self::HungUp => None,
            Self::Broken => Some(body::broken()),
            Self::Bomb => Some(coding::bomb()),
            Self::Silent => late("nothing came in for too long; send the rest, or end the body, in time"),
            Self::Deaf => {
                late("the answers were not taken for too long; read them while sending, and send the lines from this one on again")
            }
            Self::TooMany(limit) => {
                let detail = format!("a batch may have {limit} articles; send the lines from this one on in another");
                Some(Problem::new(ProblemKind::TooLarge, detail))
            }
        }
    }
}

/// Reads the body and fills the queue.
struct Reader {
    app: App,
    id: RequestId,
    options: Options,
    queue: mpsc::Sender<Queued>,
    /// Bytes that lines in the queue may occupy.
    room: Arc<Semaphore>,
    claim: Arc<Claim>,
    /// Each line that is being worked on holds a copy.
    under_way: Arc<()>,
    /// Lines so far.
    number: usize,
}

impl Reader {
    async fn run(mut self, mut open: Open, mut rest: linger::Kept) {
        // a place for the last word, kept free from the start
        let Ok(last_word) = self.queue.clone().reserve_owned().await else { return };
        let Err(end) = self.read(&mut open).await else { return };
        let more_may_come = !matches!(end, End::Silent);
        let Some(problem) = end.problem() else { return };
        last_word.send(self.refused(problem, self.number + 1));
        if more_may_come {
            // the answer ends when the queue is dropped: with bytes unread, that would reset the connection before its last word is taken
            let _ = timeout(self.app.config.limits.body_timeout, linger::throw_away(&mut rest)).await;
        }
    }

    async fn read(&mut self, open: &mut Open) -> Result<(), End> {
        let mut opened = 0;
        let mut lines = Lines::new(self.app.config.limits.max_line_bytes);
        loop {
            let frame = tokio::select! {
                () = self.queue.closed() => return Err(End::HungUp),
                frame = self.patiently(open.body.frame(), End::Silent) => frame?,
            };
            let Some(frame) = frame else { break };
            let Ok(data) = frame.map_err(|_| End::Broken)?.into_data() else { continue };
            opened += data.len();
            if open.is_bomb(opened, FREELY_OPENED) {
                return Err(End::Bomb);
            }
            self.app.metrics.body_bytes.inc_by(data.len() as u64);
            // a small piece may open to many: others get their turn between them
            tokio::task::consume_budget().await;
            let mut piece = &data[..];
            while let Some(line) = lines.next(&mut piece) {
                self.take(line).await?;
            }
        }
        match lines.last() {
            Some(line) => self.take(line).await,
            None => Ok(()),
        }
    }

    /// Puts a line's answer into the queue, as soon as there is room for it.
    async fn take(&mut self, line: Line) -> Result<(), End> {
        if let Some(limit) = self.app.config.limits.max_batch_articles.filter(|limit| self.number >= limit.get()) {
            return Err(End::TooMany(limit.get()));
        }
        let bytes = if let Line::Whole(line) = &line { u32::try_from(line.len()).unwrap_or(u32::MAX) } else { 0 };
        let room = self.patiently(Arc::clone(&self.room).acquire_many_owned(bytes), End::Deaf).await?.map_err(|_| End::HungUp)?;
        let place = self.patiently(self.queue.reserve(), End::Deaf).await?.map_err(|_| End::HungUp)?;
        self.number += 1;
        place.send(match line {
            Line::Whole(line) => {
                Queued::InTheMaking(AbortOnDropHandle::new(tokio::spawn(self.answer(line))), room, Arc::clone(&self.claim))
            }
            Line::TooLong => {
                let limit = self.app.config.limits.max_line_bytes;
                let detail = format!("the line is longer than {limit} bytes; send the article alone, without pictures and scripts");
                self.refused(Problem::new(ProblemKind::TooLarge, detail), self.number)
            }
        });
        Ok(())
    }

    /// The answer to a line, written out.
    fn answer(&self, line: Vec<u8>) -> impl Future<Output = Bytes> + use<> {
        let (app, id, under_way, options, number) =
            (self.app.clone(), self.id.clone(), Arc::clone(&self.under_way), self.options, self.number);
        async move {
            let (for_work, worker) = (id.clone(), app.clone());
            let work = app.work_on_line(move |extractor, budget| {
                let answer = answer_line(extractor, &line, number, options, budget);
                worker.metrics.line(&answer);
                written(answer, &worker, &for_work)
            });
            let answer = work.await.unwrap_or_else(|problem| written(Answer::refused(None, problem.in_line(number)), &app, &id));
            drop(under_way);
            answer
        }
    }

    fn refused(&self, problem: Problem, number: usize) -> Queued {
        Queued::Made(written(Answer::refused(None, problem.in_line(number)), &self.app, &self.id))
    }

    /// Waits for the caller as long as a body may take; time in which lines are being worked on is ours, and does not count.
    async fn patiently<T>(&self, waited_for: impl Future<Output = T>, else_end: End) -> Result<T, End> {
        let patience: Duration = self.app.config.limits.body_timeout;
        tokio::pin!(waited_for);
        loop {
            match timeout(patience, waited_for.as_mut()).await {
                Ok(done) => return Ok(done),
                Err(_) if Arc::strong_count(&self.under_way) > 1 => {}
                Err(_) => return Err(else_end),
            }
        }
    }
}

/// One line of JSON.
fn written(mut answer: Answer, app: &App, id: &RequestId) -> Bytes {
    if let Some(problem) = &mut answer.problem {
        *problem = problem.clone().under(&app.config.listen.base_path).met_by(&id.0);
    }
    let mut line = serde_json::to_vec(&answer).unwrap_or_default();
    line.push(b'\n');
    line.into()
}
