//! Calls without a socket.

use std::{sync::LazyLock, time::Duration};

use axum::{
    Router,
    body::{Body, Bytes},
    http::{HeaderMap, Method, Request},
};
use http_body_util::BodyExt;
use paraph::{
    Extractor,
    server::{Config, Ending, Limits, Listen, service},
};
use serde_json::Value;
use tower::ServiceExt;

use super::description;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| Extractor::new().unwrap());

/// One for all tests: it is stateless.
pub fn extractor() -> Extractor {
    EXTRACTOR.clone()
}

/// Settings under which no test has to wait. Work gets as long as a debug build on a busy machine may need.
pub fn quick() -> Config {
    Config {
        listen: Listen { port: 0, ..Listen::default() },
        limits: Limits {
            max_waiting: 1000,
            body_timeout: Duration::from_millis(400),
            work_timeout: Duration::from_mins(1),
            header_timeout: Duration::from_millis(400),
            ..Limits::default()
        },
        ending: Ending { grace: Duration::from_millis(300), deadline: Duration::from_secs(20) },
        ..Config::default()
    }
}

/// The same with a change.
pub fn quick_but(change: impl FnOnce(&mut Config)) -> Config {
    let mut config = quick();
    change(&mut config);
    config
}

/// An answer that was held against the description.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub fn lines(&self) -> Vec<Value> {
        std::str::from_utf8(&self.body).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect()
    }

    /// `STATUS TYPE [FIELD]: DETAIL`
    pub fn problem(&self) -> String {
        problem(&self.json())
    }
}

/// A problem in one line.
pub fn problem(p: &Value) -> String {
    let kind = p["type"].as_str().unwrap().trim_start_matches("/problems/");
    let field = p["field"].as_str().map(|f| format!(" [{f}]")).unwrap_or_default();
    format!("{} {kind}{field}: {}", p["status"], p["detail"].as_str().unwrap())
}

/// The service, called directly.
pub struct Client(Router);

impl Client {
    pub fn new(config: Config) -> Self {
        Self(service(config, extractor()))
    }

    pub async fn call(&self, request: Request<Body>) -> Answer {
        let (method, path) = (request.method().clone(), request.uri().path().to_owned());
        let (parts, body) = self.0.clone().oneshot(request).await.unwrap().into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        description::hold(&method, &path, parts.status.as_u16(), &parts.headers, &body);
        Answer { status: parts.status.as_u16(), headers: parts.headers, body }
    }

    /// An answer that the description says nothing of: compressed, or at another path.
    pub async fn raw(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.0.clone().oneshot(request).await.unwrap().into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        Answer { status: parts.status.as_u16(), headers: parts.headers, body }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.call(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn method(&self, method: Method, path: &str) -> Answer {
        self.call(Request::builder().method(method).uri(path).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, media_type: &str, body: impl Into<Body>) -> Answer {
        self.call(Request::post(path).header("content-type", media_type).body(body.into()).unwrap()).await
    }

    pub async fn text(&self, body: impl Into<Body>) -> Answer {
        self.post("/v1/extract", "text/plain", body).await
    }

    pub async fn json(&self, body: impl Into<Body>) -> Answer {
        self.post("/v1/extract", "application/json", body).await
    }
}

impl Default for Client {
    fn default() -> Self {
        Self::new(quick())
    }
}
