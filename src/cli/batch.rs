//! NDJSON in, NDJSON out: in order, in flat memory, however many lines there are.
//!
//! A reader hands lines to workers; each line carries the channel on which its answer comes back, and those channels wait in a bounded
//! queue in the order of the lines. The output is flushed whenever no further answer is ready, so that a program that writes a
//! line and waits for its answer never waits in vain.

use std::{
    io::{BufRead, BufReader, Read},
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, SyncSender, TryRecvError, sync_channel},
    },
    thread,
};

use indicatif::ProgressBar;
use paraph::{
    Budget, Extractor, Options,
    wire::{Answer, Problem, ProblemKind, answer_line},
};

use super::{Failure, output::Output};

/// What a batch may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Lines worked on at a time.
    pub threads: usize,
    /// Longest line, in bytes.
    pub max_line_bytes: usize,
}

/// A line on its way to a worker.
struct Job {
    number: usize,
    /// The line, or how many bytes one over the limit has.
    line: Result<Vec<u8>, usize>,
    answer: SyncSender<Vec<u8>>,
    failed: Arc<Mutex<bool>>,
}

/// Answers every line of `source`; false where some line has no record.
pub fn run(
    extractor: &Extractor,
    options: Options,
    limits: Limits,
    source: Box<dyn Read + Send>,
    bar: &ProgressBar,
) -> Result<bool, Failure> {
    let waiting = limits.threads * 4;
    let (jobs, work) = sync_channel::<Job>(waiting);
    let (order, answers) = sync_channel::<Receiver<Vec<u8>>>(waiting);
    let work = Arc::new(Mutex::new(work));
    let failed = Arc::new(Mutex::new(false));
    let written = thread::scope(|scope| {
        let read = scope.spawn({
            let failed = Arc::clone(&failed);
            let bar = bar.clone();
            move || feed(source, limits.max_line_bytes, &jobs, &order, &failed, &bar)
        });
        for _ in 0..limits.threads {
            let (work, extractor) = (Arc::clone(&work), extractor.clone());
            scope.spawn(move || labour(&work, &extractor, options, limits.max_line_bytes));
        }
        let written = write(&answers);
        drop(answers);
        // where the output is gone, the workers must see that nobody waits for them
        drop(work);
        let read = read.join().unwrap_or_else(|_| Err(Failure::Unusable("reading the input failed".into())));
        written.and(read)
    });
    written?;
    let failed = failed.lock().is_ok_and(|f| *f);
    Ok(!failed)
}

/// Cuts the source into lines and hands them on.
fn feed(
    source: Box<dyn Read + Send>,
    limit: usize,
    jobs: &SyncSender<Job>,
    order: &SyncSender<Receiver<Vec<u8>>>,
    failed: &Arc<Mutex<bool>>,
    bar: &ProgressBar,
) -> Result<(), Failure> {
    let mut source = BufReader::with_capacity(1 << 16, source);
    let mut number = 0;
    while let Some(line) =
        next_line(&mut source, limit).map_err(|e| Failure::Unusable(format!("cannot read the input behind line {number}: {e}")))?
    {
        number += 1;
        bar.inc(line.as_ref().map_or_else(|n| *n, Vec::len) as u64 + 1);
        if line.as_ref().is_ok_and(|l| l.trim_ascii().is_empty()) {
            continue;
        }
        let (answer, receiver) = sync_channel(1);
        let gone = order.send(receiver).is_err() || jobs.send(Job { number, line, answer, failed: Arc::clone(failed) }).is_err();
        if gone {
            break;
        }
    }
    Ok(())
}

/// The next line without its end; of one over the limit, only its length, and no memory is taken for it.
fn next_line(source: &mut impl BufRead, limit: usize) -> std::io::Result<Option<Result<Vec<u8>, usize>>> {
    let mut line = Vec::new();
    let mut length = 0;
    loop {
        let buffer = source.fill_buf()?;
        if buffer.is_empty() {
            break;
        }
        let end = memchr::memchr(b'\n', buffer);
        let taken = end.unwrap_or(buffer.len());
        length += taken;
        if length <= limit {
            line.extend_from_slice(&buffer[..taken]);
        } else {
            line = Vec::new();
        }
        let used = taken + usize::from(end.is_some());
        source.consume(used);
        if end.is_some() {
            return Ok(Some(if length <= limit { Ok(line) } else { Err(length) }));
        }
    }
    if length == 0 {
        return Ok(None);
    }
    Ok(Some(if length <= limit { Ok(line) } else { Err(length) }))
}

fn labour(work: &Mutex<Receiver<Job>>, extractor: &Extractor, options: Options, limit: usize) {
    loop {
        let job = match work.lock() {
            Ok(work) => work.recv(),
            Err(_) => return,
        };
        let Ok(job) = job else { return };
        let answer = match &job.line {
            Ok(line) => answer_line(extractor, line, job.number, options, &Budget::unlimited()),
            Err(length) => {
                let detail = format!(
                    "the line has {length} bytes, more than the {limit} that are taken; send it shorter, or raise --max-line-bytes"
                );
                Answer::refused(None, Problem::new(ProblemKind::TooLarge, detail).in_line(job.number))
            }
        };
        if answer.record.is_none()
            && let Ok(mut failed) = job.failed.lock()
        {
            *failed = true;
        }
        let mut line = serde_json::to_vec(&answer).unwrap_or_default();
        line.push(b'\n');
        // nobody waits where the output is gone
        let _ = job.answer.send(line);
    }
}

/// Writes the answers in the order of their lines.
fn write(answers: &Receiver<Receiver<Vec<u8>>>) -> Result<(), Failure> {
    let mut out = Output::new(false, true);
    loop {
        let next = match answers.try_recv() {
            Ok(next) => next,
            Err(TryRecvError::Disconnected) => break,
            Err(TryRecvError::Empty) => {
                out.flush()?;
                match answers.recv() {
                    Ok(next) => next,
                    Err(_) => break,
                }
            }
        };
        let line = match next.try_recv() {
            Ok(line) => line,
            Err(_) => {
                out.flush()?;
                next.recv().unwrap_or_default()
            }
        };
        out.write_all(&line)?;
    }
    out.flush()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_over_the_limit_take_no_memory_and_lose_no_neighbour() {
        let mut source = BufReader::with_capacity(4, &b"ab\n0123456789\ncd"[..]);
        let mut lines = Vec::new();
        while let Some(line) = next_line(&mut source, 5).unwrap() {
            lines.push(line);
        }
        assert_eq!(lines, [Ok(b"ab".to_vec()), Err(10), Ok(b"cd".to_vec())]);
    }
}
