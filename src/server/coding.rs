//! Compressed bodies: opened piece by piece, with both sizes limited, so that a bomb ends before it takes room.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use async_compression::{
    tokio::bufread::{BrotliDecoder, GzipDecoder, ZstdDecoder},
    zstd::DParameter,
};
use axum::{
    body::Body,
    http::{HeaderMap, header::CONTENT_ENCODING},
};
use tokio::io::AsyncRead;
use tokio_stream::StreamExt;
use tokio_util::io::{ReaderStream, StreamReader};

use crate::wire::{Problem, ProblemKind};

/// The largest window that a zstd body may ask for, as a power of two: 8 MiB, as RFC 9659 has it.
const ZSTD_WINDOW: u32 = 23;

/// A body, open to be read.
pub(super) struct Open {
    pub(super) body: Body,
    /// Bytes that came in, compressed; none where the body is not compressed.
    came_in: Option<Arc<AtomicUsize>>,
}

impl Open {
    /// True where more bytes came in than `limit`; those of an uncompressed body are counted by whoever reads it.
    pub(super) fn is_over(&self, limit: usize) -> bool {
        self.came_in.as_ref().is_some_and(|bytes| bytes.load(Ordering::Relaxed) > limit)
    }

    pub(super) fn is_compressed(&self) -> bool {
        self.came_in.is_some()
    }
}

/// Opens a body as its `Content-Encoding` says.
pub(super) fn open(body: Body, headers: &HeaderMap) -> Result<Open, Problem> {
    let coding = headers.get(CONTENT_ENCODING).map(|v| v.to_str().unwrap_or("?").trim().to_ascii_lowercase()).unwrap_or_default();
    if matches!(&*coding, "" | "identity") {
        return Ok(Open { body, came_in: None });
    }
    let came_in = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&came_in);
    let pieces = body.into_data_stream().map(move |piece| {
        let piece = piece.map_err(io::Error::other)?;
        counter.fetch_add(piece.len(), Ordering::Relaxed);
        Ok::<_, io::Error>(piece)
    });
    let compressed = StreamReader::new(pieces);
    let body = match &*coding {
        "gzip" | "x-gzip" => opened(GzipDecoder::new(compressed)),
        "br" => opened(BrotliDecoder::new(compressed)),
        "zstd" => opened(ZstdDecoder::with_params(compressed, &[DParameter::window_log_max(ZSTD_WINDOW)])),
        other => {
            let detail = format!("bodies compressed as '{other}' are not read; use gzip, br or zstd, one of them, or none");
            return Err(Problem::new(ProblemKind::UnsupportedMediaType, detail));
        }
    };
    Ok(Open { body, came_in: Some(came_in) })
}

fn opened(decoder: impl AsyncRead + Send + 'static) -> Body {
    Body::from_stream(ReaderStream::with_capacity(decoder, 16 << 10))
}
