//! What is seen from outside: metrics, tags, base paths.

use axum::{body::Body, http::Request};

use super::client::{Client, quick_but};

fn value(text: &str, series: &str) -> f64 {
    let line = text.lines().find_map(|l| l.strip_prefix(series)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("no {series} in\n{text}")).parse().unwrap()
}

async fn metrics(client: &Client) -> String {
    String::from_utf8(client.get("/metrics").await.body.to_vec()).unwrap()
}

#[tokio::test]
async fn calls_and_what_came_of_them_are_counted() {
    let client = Client::default();
    assert_eq!(client.text("President Ana Moreau met Prime Minister Tomas Lind in Oslo on Monday.").await.status, 200);
    assert_eq!(client.json("{}").await.status, 422);
    assert_eq!(client.post("/v1/extract?language=qq", "text/plain", "Xyz").await.status, 200);
    let spanish = "El presidente Juan Pérez se reunió el martes en Madrid con la ministra Ana López, y luego hablaron con la prensa.";
    assert_eq!(client.text(spanish).await.status, 200);
    assert_eq!(client.get("/no/such/path").await.status, 404);
    client.post("/v1/extract/batch", "application/x-ndjson", "{\"text\": \"They met.\"}\n{\n").await;
    let text = metrics(&client).await;
    let extract = "http_request_method=\"POST\",http_route=\"/v1/extract\"";
    for (series, expected) in [
        (&*format!("http_server_request_duration_seconds_count{{{extract},http_response_status_code=\"200\",url_scheme=\"http\"}}"), 3.0),
        (&format!("http_server_request_duration_seconds_count{{{extract},http_response_status_code=\"422\",url_scheme=\"http\"}}"), 1.0),
        (
            "http_server_request_duration_seconds_count{http_request_method=\"GET\",http_route=\"\",http_response_status_code=\"404\",url_scheme=\"http\"}",
            1.0,
        ),
        (&format!("http_server_active_requests{{{extract},url_scheme=\"http\"}}"), 0.0),
        ("http_server_active_requests{http_request_method=\"GET\",http_route=\"/metrics\",url_scheme=\"http\"}", 1.0),
        ("paraph_articles_total{code=\"ok\"}", 4.0),
        ("paraph_articles_total{code=\"malformed-json\"}", 1.0),
        ("paraph_problems_total{code=\"not-found\"}", 1.0),
        ("paraph_found_total{kind=\"meeting\",language=\"en\"}", 1.0),
        ("paraph_found_total{kind=\"meeting\",language=\"es\"}", 1.0),
        ("paraph_found_total{kind=\"meeting\",language=\"other\"}", 0.0),
        ("paraph_stage_duration_seconds_count{stage=\"language\"}", 4.0),
        ("paraph_waiting_articles", 0.0),
        ("paraph_held_bytes", 0.0),
    ] {
        assert!((value(&text, series) - expected).abs() < f64::EPSILON, "{series} {}", value(&text, series));
    }
    assert!(!text.contains("qq") && !text.contains("such"), "a caller's words in a label\n{text}");
    assert!(text.ends_with("# EOF\n"));
}

#[tokio::test]
async fn equal_requests_have_equal_tags_and_need_no_second_answer() {
    let client = Client::default();
    let tag = async |query: &str, text: &str| {
        let answer = client.post(&format!("/v1/extract{query}"), "text/plain", text.to_owned()).await;
        answer.headers["etag"].to_str().unwrap().to_owned()
    };
    let first = tag("", "They met.").await;
    assert_eq!(tag("", "They met.").await, first);
    assert_ne!(tag("", "They met!").await, first);
    assert_ne!(tag("?offsets=utf8", "They met.").await, first);
    let again = |text: &'static str| {
        let request = Request::post("/v1/extract").header("content-type", "text/plain").header("if-none-match", &first);
        client.call(request.body(Body::from(text)).unwrap())
    };
    insta::assert_snapshot!(again("They met.").await.problem(), @"412 unchanged: If-None-Match names the answer to this request; use the one that you have");
    assert_eq!(again("They met!").await.status, 200);
}

#[tokio::test]
async fn behind_a_base_path_everything_stands_there_and_nothing_elsewhere() {
    let client = Client::new(quick_but(|c| c.listen.base_path = "/paraph".into()));
    let raw = async |path: &str| client.raw(Request::get(path).body(Body::empty()).unwrap()).await;
    for path in ["/livez", "/readyz", "/v1/info", "/metrics", "/openapi.yaml"] {
        assert_eq!(raw(&format!("/paraph{path}")).await.status, 200, "{path}");
        assert_eq!(raw(path).await.status, 404, "{path}");
    }
    let wrong = raw("/paraph/v1/extract").await;
    assert_eq!((wrong.status, wrong.json()["detail"].as_str().unwrap().starts_with("'/paraph/v1/extract' takes no GET")), (405, true));
    assert_eq!(wrong.json()["type"], "/paraph/problems/method-not-allowed");
    assert_eq!(raw("/paraph/problems/method-not-allowed").await.status, 200);
    assert_eq!(raw("/paraph/v2").await.json()["code"], "not-found");
}

#[tokio::test]
async fn problems_lead_to_their_explanation() {
    let client = Client::default();
    let problem = client.call(Request::get("/v2").header("x-request-id", "a<1>").body(Body::empty()).unwrap()).await;
    assert_eq!(problem.json()["type"], "/problems/not-found");
    assert_eq!(problem.json()["instance"], "urn:paraph:request:a%3C1%3E");
    let page = async |path: &str| {
        let page = client.get(path).await;
        assert_eq!(page.headers["content-type"], "text/html; charset=utf-8");
        String::from_utf8(page.body.to_vec()).unwrap()
    };
    let explained = page("/problems/not-found").await;
    assert!(explained.contains("<h3>not-found · 404</h3>") && !explained.contains("too-large"), "{explained}");
    let all = page("/problems").await;
    assert!(all.contains("<h3>not-found · 404</h3>") && all.contains("<section id=\"too-large\">"));
    assert_eq!(client.get("/problems/no-such").await.status, 404);
    assert_eq!(client.json("{\"text\":\n x}").await.json()["position"], serde_json::json!({"line": 2, "column": 2}));
}

/// Everything that the page of the API's description names is served here, and the policy lets nothing else in.
#[tokio::test]
async fn the_description_is_rendered_without_another_host() {
    let client = Client::default();
    let page = client.get("/docs").await;
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(!policy.contains("unsafe-") && !policy.contains("http") && policy.contains("connect-src 'self'"), "{policy}");
    let html = String::from_utf8(page.body.to_vec()).unwrap();
    let named: Vec<_> = html.split(['"', '\'']).filter(|word| word.starts_with("docs/")).collect();
    assert_eq!(named.len(), 3, "{html}");
    for file in named {
        let file = client.get(&format!("/{file}")).await;
        assert_eq!(file.status, 200);
        assert!(file.headers["cache-control"].to_str().unwrap().starts_with("max-age="));
    }
    assert!(!html.contains("//") && !html.contains("<script>") && !html.contains("style="), "{html}");
    assert_eq!(client.get("/docs/no-such").await.status, 404);
}
