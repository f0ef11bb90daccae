//! Spans of calls, as a collector gets them.

use std::{convert::Infallible, time::Duration};

use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderValue, Request, Response},
};
use http_body_util::{BodyExt, Full};
use hyper::{body::Incoming, server::conn::http2, service::service_fn};
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::{net::TcpListener, sync::mpsc, time::timeout};

use super::{client::quick_but, socket::Running};

const EXPORT: &str = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";

/// An answer of gRPC without content: an empty message, and a status of 0.
fn well() -> Response<impl hyper::body::Body<Data = Bytes, Error = Infallible>> {
    let trailers = HeaderMap::from_iter([("grpc-status".parse().unwrap(), HeaderValue::from_static("0"))]);
    let body = Full::new(Bytes::from_static(&[0; 5])).with_trailers(async move { Some(Ok(trailers)) });
    Response::builder().header("content-type", "application/grpc").body(body).unwrap()
}

/// A collector that hands on what it gets; where it is to be found.
async fn collector() -> (String, mpsc::UnboundedReceiver<(String, Bytes)>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    let (got, gotten) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let got = got.clone();
            let service = service_fn(move |request: Request<Incoming>| {
                let got = got.clone();
                async move {
                    let path = request.uri().path().to_owned();
                    got.send((path, request.into_body().collect().await.unwrap().to_bytes())).unwrap();
                    Ok::<_, Infallible>(well())
                }
            });
            tokio::spawn(http2::Builder::new(TokioExecutor::new()).serve_connection(TokioIo::new(stream), service));
        }
    });
    (endpoint, gotten)
}

fn holds(message: &[u8], part: &[u8]) -> bool {
    message.windows(part.len()).any(|window| window == part)
}

#[tokio::test(flavor = "multi_thread")]
async fn calls_are_told_to_a_collector_with_their_callers_trace_and_no_word_of_the_article() {
    let (endpoint, mut gotten) = collector().await;
    let mut server = Running::start(quick_but(|c| c.otlp_endpoint = Some(endpoint)));
    let mut socket = server.connect().await;
    let article = "Wexford met Lind.";
    socket
        .send(&format!(
            "POST /v1/extract?title=Wexford HTTP/1.1\r\nhost: a\r\ncontent-type: text/plain\r\nconnection: close\r\n\
             traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\ncontent-length: {}\r\n\r\n{article}",
            article.len()
        ))
        .await;
    assert!(socket.read_to_end().await.starts_with("HTTP/1.1 200 "));
    server.stop();
    server.ended().await;
    let (path, message) = timeout(Duration::from_secs(20), gotten.recv()).await.unwrap().unwrap();
    assert_eq!(path, EXPORT);
    let trace = [0x4b, 0xf9, 0x2f, 0x35, 0x77, 0xb3, 0x4d, 0xa6, 0xa3, 0xce, 0x92, 0x9d, 0x0e, 0x0e, 0x47, 0x36];
    let parent = [0x00, 0xf0, 0x67, 0xaa, 0x0b, 0xa9, 0x02, 0xb7];
    for part in [&trace[..], &parent, b"POST /v1/extract", b"http.response.status_code", b"service.name", b"paraph"] {
        assert!(holds(&message, part), "{part:?}");
    }
    assert!(!holds(&message, b"Wexford"));
}
