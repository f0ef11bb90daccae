//! What `deploy/` says of the service holds for the service: paths, ports, variables, metrics, times.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{fs, path::Path, process::Command};

use axum::{body::Body, http::Request};
use http_body_util::BodyExt;
use paraph::{
    Extractor,
    server::{Config, Limits, service},
};
use serde_json::Value;
use tower::ServiceExt;

fn text(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn manifest(name: &str) -> Value {
    serde_yaml_ng::from_str(&text(&format!("deploy/kubernetes/{name}.yaml"))).unwrap()
}

/// `paraph serve --help`, which names every variable.
fn help() -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_paraph")).args(["serve", "--help"]).output().unwrap();
    String::from_utf8(out.stdout).unwrap()
}

/// Variables of the service that a text names.
fn variables(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !(c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_'));
    words.filter(|word| word.len() > "PARAPH_".len() && word.starts_with("PARAPH_")).collect()
}

#[test]
fn variables_are_those_of_the_service() {
    let help = help();
    let files = ["Dockerfile", "deploy/kubernetes/deployment.yaml", "deploy/systemd/paraph.service"].map(text);
    let named: Vec<_> = files.iter().flat_map(|text| variables(text)).filter(|name| *name != "PARAPH_LOG").collect();
    assert!(named.len() >= 5, "{named:?}");
    for name in named {
        assert!(help.contains(&format!("[env: {name}=")) || help.contains(&format!("[env: {name}]")), "{name}");
    }
}

#[test]
fn whatever_starts_it_keeps_memory_in_the_same_way() {
    for name in ["MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_"] {
        for file in ["Dockerfile", "deploy/systemd/paraph.service", "tools/load/service.py"] {
            let text = text(file);
            let (_, value) = text.split_once(name).unwrap_or_else(|| panic!("{file} does not set {name}"));
            let value: String = value.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
            assert_eq!(value, "4194304", "{name} of {file}");
        }
    }
}

#[tokio::test]
async fn probes_ask_paths_that_answer_without_a_key() {
    let mut config = Config::default();
    config.access.keys.push(paraph::server::ApiKey::new("a-key-that-nobody-gives").unwrap());
    let router = service(config, Extractor::new().unwrap());
    let container = &manifest("deployment")["spec"]["template"]["spec"]["containers"][0];
    for probe in ["startupProbe", "readinessProbe", "livenessProbe"] {
        let get = &container[probe]["httpGet"];
        assert_eq!(get["port"], container["ports"][0]["name"]);
        let request = Request::get(get["path"].as_str().unwrap()).body(Body::empty()).unwrap();
        assert_eq!(router.clone().oneshot(request).await.unwrap().status(), 200, "{probe}");
    }
    assert!(text("Dockerfile").contains(&format!("EXPOSE {}", container["ports"][0]["containerPort"])));
}

#[test]
fn the_end_has_the_time_that_it_takes() {
    let spec = &manifest("deployment")["spec"]["template"]["spec"];
    let container = &spec["containers"][0];
    let seconds = |name: &str| {
        let set = container["env"].as_array().unwrap().iter().find(|v| v["name"] == name).unwrap();
        set["value"].as_str().unwrap().parse::<u64>().unwrap()
    };
    let before = container["lifecycle"]["preStop"]["sleep"]["seconds"].as_u64().unwrap();
    let needed = before + seconds("PARAPH_DRAIN_GRACE") + seconds("PARAPH_DRAIN_DEADLINE");
    let granted = spec["terminationGracePeriodSeconds"].as_u64().unwrap();
    assert!(granted > needed, "{granted} s are granted, {needed} are needed");
    let ending = Config::default().ending;
    let unit = text("deploy/systemd/paraph.service");
    let granted: u64 = unit.lines().find_map(|l| l.strip_prefix("TimeoutStopSec=")).unwrap().parse().unwrap();
    assert!(granted > (ending.grace + ending.deadline).as_secs());
    let handles: usize = unit.lines().find_map(|l| l.strip_prefix("LimitNOFILE=")).unwrap().parse().unwrap();
    assert!(handles > Limits::default().max_connections);
}

#[test]
fn the_memory_holds_what_an_article_made_to_harm_takes_on_each_core() {
    // measured, see docs/RELIABILITY.md: bytes for each byte of a text, and what the process has at rest
    const A_BYTE: u64 = 805;
    const AT_REST: u64 = 100 << 20;
    let deployment = manifest("deployment");
    let container = &deployment["spec"]["template"]["spec"]["containers"][0];
    let megabytes = |name: &str| {
        let set = container["env"].as_array().unwrap().iter().find(|v| v["name"] == name).unwrap();
        set["value"].as_str().unwrap().strip_suffix('M').unwrap().parse::<u64>().unwrap() << 20
    };
    let longest = megabytes("PARAPH_MAX_TEXT_BYTES");
    let limits = &container["resources"]["limits"];
    let cores: u64 = limits["cpu"].as_str().unwrap().parse().unwrap();
    let granted: u64 = limits["memory"].as_str().unwrap().strip_suffix("Gi").unwrap().parse::<u64>().unwrap() << 30;
    let needed = cores * longest * A_BYTE + megabytes("PARAPH_MAX_BYTES_IN_FLIGHT") + AT_REST;
    assert!(granted > needed, "{granted} bytes are granted, {needed} are needed");
}

#[test]
fn the_manifests_belong_together() {
    let deployment = manifest("deployment");
    let labels = &deployment["spec"]["template"]["metadata"]["labels"];
    let selected = |selector: &Value| selector.as_object().unwrap().iter().all(|(name, value)| &labels[name] == value);
    assert!(selected(&deployment["spec"]["selector"]["matchLabels"]));
    assert!(selected(&manifest("service")["spec"]["selector"]));
    assert!(selected(&manifest("poddisruptionbudget")["spec"]["selector"]["matchLabels"]));
    assert!(selected(&manifest("networkpolicy")["spec"]["podSelector"]["matchLabels"]));
    let scaled = &manifest("horizontalpodautoscaler")["spec"]["scaleTargetRef"];
    assert_eq!((&scaled["kind"], &scaled["name"]), (&deployment["kind"], &deployment["metadata"]["name"]));
    let (service, monitor) = (manifest("service"), manifest("servicemonitor"));
    assert_eq!(monitor["spec"]["selector"]["matchLabels"], service["metadata"]["labels"]);
    assert_eq!(monitor["spec"]["endpoints"][0]["port"], service["spec"]["ports"][0]["name"]);
    for file in manifest("kustomization")["resources"].as_array().unwrap() {
        assert!(text(&format!("deploy/kubernetes/{}", file.as_str().unwrap())).contains("kind: "));
    }
    let container = &deployment["spec"]["template"]["spec"]["containers"][0];
    assert_eq!(container["image"], concat!("paraph:", env!("CARGO_PKG_VERSION")));
    let security = &container["securityContext"];
    assert_eq!((&security["readOnlyRootFilesystem"], &security["allowPrivilegeEscalation"]), (&true.into(), &false.into()));
}

/// Names that Prometheus knows a service's metrics by, in a query.
fn metrics(query: &str) -> impl Iterator<Item = &str> {
    let words = query.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    words.filter(|word| word.starts_with("paraph_") || word.starts_with("http_server_"))
}

#[tokio::test]
async fn the_dashboard_asks_for_metrics_that_there_are() {
    let router = service(Config::default(), Extractor::new().unwrap());
    let call =
        async |request: Request<Body>| router.clone().oneshot(request).await.unwrap().into_body().collect().await.unwrap().to_bytes();
    let article = "President Ana Moreau met Prime Minister Tomas Lind in Oslo on Monday.";
    call(Request::post("/v1/extract").header("content-type", "text/plain").body(article.into()).unwrap()).await;
    call(Request::get("/nowhere").body(Body::empty()).unwrap()).await;
    let told = call(Request::get("/metrics").body(Body::empty()).unwrap()).await;
    let told = std::str::from_utf8(&told).unwrap();
    let dashboard: Value = serde_json::from_str(&text("deploy/grafana/dashboard.json")).unwrap();
    let panels = dashboard["panels"].as_array().unwrap();
    let queries: Vec<_> = panels.iter().flat_map(|p| p["targets"].as_array().unwrap()).map(|t| t["expr"].as_str().unwrap()).collect();
    assert!(queries.len() > panels.len() && panels.len() >= 10);
    for query in queries {
        assert!(metrics(query).count() > 0, "{query}");
        for name in metrics(query) {
            let there = told.lines().any(|line| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(['{', ' '])));
            assert!(there, "{name} in {query}");
        }
    }
}
