//! `POST /v1/extract`: one article, as JSON, plain text or a page.

use axum::{
    body::Body,
    extract::State,
    http::{
        HeaderMap, Uri,
        header::{CONTENT_TYPE, ETAG},
    },
    response::{IntoResponse, Response},
};

use super::{body, fresh, parameters::Parameters, state::App, work::internal};
use crate::{
    Budget, Extractor,
    article::{self, Source},
    record::Record,
    wire::{self, Problem, ProblemKind},
};

/// Forms in which an article is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Json,
    Text,
    Html,
}

impl Form {
    fn of(headers: &HeaderMap) -> Result<Self, Problem> {
        match body::media_type(headers).as_str() {
            "application/json" => Ok(Self::Json),
            "text/plain" => Ok(Self::Text),
            "text/html" => Ok(Self::Html),
            other => Err(body::unsupported(other, "application/json, text/plain or text/html")),
        }
    }
}

/// The handler.
pub(super) async fn extract(State(app): State<App>, uri: Uri, headers: HeaderMap, body: Body) -> Result<Response, Problem> {
    let form = Form::of(&headers)?;
    let parameters = Parameters::of(&uri)?;
    if form == Form::Json {
        parameters.without_facts()?;
    }
    app.cores.expect_place()?;
    let (bytes, claim) = body::read(body, &headers, &app).await?;
    let tag = fresh::tag(&app, &uri, &headers, &bytes);
    if tag.as_ref().is_some_and(|tag| fresh::has(&headers, tag)) {
        return Err(Problem::new(ProblemKind::Unchanged, "If-None-Match names the answer to this request; use the one that you have"));
    }
    let place = app.cores.place()?;
    let metrics = app.metrics.clone();
    let record = app.work_soon(place, move |extractor, budget| {
        let _claim = claim;
        let record = record(extractor, budget, &bytes, form, parameters, &headers);
        metrics.article(record.as_ref());
        serde_json::to_vec(&record?).map_err(|_| internal())
    });
    let mut response = ([(CONTENT_TYPE, "application/json")], record.await??).into_response();
    response.headers_mut().extend(tag.map(|tag| (ETAG, tag)));
    Ok(response)
}

/// The record.
fn record(
    extractor: &Extractor,
    budget: &Budget,
    bytes: &[u8],
    form: Form,
    parameters: Parameters,
    headers: &HeaderMap,
) -> Result<Record, Problem> {
    let options = parameters.options;
    let (input, warning) = match form {
        Form::Json => (wire::parse_article(bytes).1?, None),
        Form::Text | Form::Html => {
            let content_type = headers.get(CONTENT_TYPE).and_then(|v| v.to_str().ok());
            let decoded = article::decode(bytes, content_type);
            let source = if form == Form::Html { Source::Html(decoded.text) } else { Source::Text(decoded.text) };
            (parameters.input(source), decoded.warning)
        }
    };
    let mut record = extractor.extract(&input, options, budget)?;
    record.warnings.extend(warning);
    Ok(record)
}
