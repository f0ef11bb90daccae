//! Compressed bodies: opened piece by piece, with both sizes limited, so that a bomb ends before it takes room.

use std::{
    io,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll},
};

use async_compression::{
    tokio::bufread::{BrotliDecoder, GzipDecoder, ZstdDecoder},
    zstd::DParameter,
};
use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, header::CONTENT_ENCODING},
};
use tokio::io::{AsyncBufRead, AsyncRead, ReadBuf};
use tokio_stream::StreamExt;
use tokio_util::io::{ReaderStream, StreamReader};

use crate::wire::{Problem, ProblemKind};

/// The largest window that a zstd body may ask for, as a power of two: 8 MiB, as RFC 9659 has it.
const ZSTD_WINDOW: u32 = 23;

/// Most bytes that one byte of a compressed body may open to. Articles and pages open to 3 to 20.
const MAX_RATIO: usize = 200;

/// Bytes of gzip that may open to nothing: there may be a long name before the first letter, but each further member costs as much time as
/// thousands of letters.
const IDLE_GZIP: usize = 64 << 10;

/// The same of the others, where a block may be read whole before its first letter (of zstd 128 KiB), and a frame costs little.
const IDLE_OTHERS: usize = 512 << 10;

/// Bytes that a decoder gets at a time.
const PIECE: usize = 16 << 10;

/// A body, open to be read.
pub(super) struct Open {
    pub(super) body: Body,
    /// Bytes that came in, compressed; none where the body is not compressed.
    compressed: Option<Arc<Compressed>>,
}

/// Bytes of a compressed body.
#[derive(Default)]
struct Compressed {
    /// That arrived.
    came_in: AtomicUsize,
    /// That the decoder has used.
    used: AtomicUsize,
    /// That it made of them.
    opened: AtomicUsize,
}

impl Compressed {
    /// True where more than `freely` was used, and what it opened to is less than half of the rest: pieces with nothing in them.
    fn is_idle(&self, freely: usize) -> bool {
        let made_of = self.opened.load(Ordering::Relaxed).saturating_mul(2);
        self.used.load(Ordering::Relaxed).saturating_sub(freely) > made_of
    }
}

impl Open {
    /// True where more bytes came in than `limit`; those of an uncompressed body are counted by whoever reads it.
    pub(super) fn is_over(&self, limit: usize) -> bool {
        self.compressed.as_ref().is_some_and(|bytes| bytes.came_in.load(Ordering::Relaxed) > limit)
    }

    /// True where a body that has opened to `opened` bytes, more than `freely`, opens to far more than an article would.
    pub(super) fn is_bomb(&self, opened: usize, freely: usize) -> bool {
        let used = |bytes: &Arc<Compressed>| bytes.used.load(Ordering::Relaxed);
        opened > freely && self.compressed.as_ref().is_some_and(|bytes| opened / MAX_RATIO > used(bytes))
    }

    pub(super) fn is_compressed(&self) -> bool {
        self.compressed.is_some()
    }
}

/// The answer to a bomb.
pub(super) fn bomb() -> Problem {
    Problem::new(
        ProblemKind::TooLarge,
        format!("the body opens to more than {MAX_RATIO} times its size, as no article does; send it uncompressed"),
    )
}

/// Opens a body as its `Content-Encoding` says.
pub(super) fn open(body: Body, headers: &HeaderMap) -> Result<Open, Problem> {
    // several lines of a header are one list (RFC 9110, section 5.3)
    let lines: Vec<_> = headers.get_all(CONTENT_ENCODING).iter().map(|v| v.to_str().unwrap_or("?").trim()).collect();
    let coding = lines.join(", ").to_ascii_lowercase();
    if matches!(&*coding, "" | "identity") {
        return Ok(Open { body, compressed: None });
    }
    let bytes = Arc::<Compressed>::default();
    let counter = Arc::clone(&bytes);
    let pieces = body.into_data_stream().map(move |piece| {
        let piece = piece.map_err(io::Error::other)?;
        counter.came_in.fetch_add(piece.len(), Ordering::Relaxed);
        Ok::<_, io::Error>(piece)
    });
    let idle = if coding.ends_with("gzip") { IDLE_GZIP } else { IDLE_OTHERS };
    let compressed = Counted { inner: StreamReader::new(pieces), bytes: Arc::clone(&bytes), idle };
    let counter = Arc::clone(&bytes);
    let opened = |decoder: Pin<Box<dyn AsyncRead + Send>>| {
        let pieces = ReaderStream::with_capacity(decoder, 16 << 10);
        Body::from_stream(pieces.map(move |piece| {
            counter.opened.fetch_add(piece.as_ref().map_or(0, Bytes::len), Ordering::Relaxed);
            piece
        }))
    };
    // files of these forms that were put one behind the other are one file (RFC 1952, section 2.2; RFC 8878, section 3): a decoder that
    // ends with the first would lose the others without a word
    let body = match &*coding {
        "gzip" | "x-gzip" => {
            let mut decoder = GzipDecoder::new(compressed);
            decoder.multiple_members(true);
            opened(Box::pin(decoder))
        }
        "br" => opened(Box::pin(BrotliDecoder::new(compressed))),
        "zstd" => {
            let mut decoder = ZstdDecoder::with_params(compressed, &[DParameter::window_log_max(ZSTD_WINDOW)]);
            decoder.multiple_members(true);
            opened(Box::pin(decoder))
        }
        other => {
            let detail = format!("bodies compressed as '{other}' are not read; use gzip, br or zstd, one of them, or none");
            return Err(Problem::new(ProblemKind::UnsupportedMediaType, detail));
        }
    };
    Ok(Open { body, compressed: Some(bytes) })
}

/// Counts what a decoder uses, and ends where that opens to nothing.
struct Counted<R> {
    inner: R,
    bytes: Arc<Compressed>,
    /// Bytes that may.
    idle: usize,
}

impl<R: AsyncRead + Unpin> AsyncRead for Counted<R> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let polled = Pin::new(&mut self.inner).poll_read(cx, buffer);
        self.bytes.used.fetch_add(buffer.filled().len() - before, Ordering::Relaxed);
        polled
    }
}

impl<R: AsyncBufRead + Unpin> AsyncBufRead for Counted<R> {
    fn poll_fill_buf(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<&[u8]>> {
        let this = self.get_mut();
        if this.bytes.is_idle(this.idle) {
            return Poll::Ready(Err(io::Error::other("it opens to nothing")));
        }
        // a decoder tells what it used only when it has used all that it got
        Pin::new(&mut this.inner).poll_fill_buf(cx).map_ok(|bytes| &bytes[..bytes.len().min(PIECE)])
    }

    fn consume(mut self: Pin<&mut Self>, amount: usize) {
        self.bytes.used.fetch_add(amount, Ordering::Relaxed);
        Pin::new(&mut self.inner).consume(amount);
    }
}
