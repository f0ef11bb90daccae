//! `openapi.yaml`, and whether an answer is what it says.

use std::sync::LazyLock;

use axum::http::{HeaderMap, Method};
use paraph::wire::ProblemKind;
use serde_json::{Value, json};

static OPENAPI: LazyLock<Value> = LazyLock::new(|| serde_yaml_ng::from_str(include_str!("../../openapi.yaml")).unwrap());

/// Each problem that there is has an example.
#[test]
fn every_problem_has_an_example() {
    let text = include_str!("../../openapi.yaml");
    for kind in ProblemKind::ALL {
        let code = kind.code();
        assert!(text.contains(&format!("type: /problems/{code}\n")), "{code}");
        let codes = OPENAPI["components"]["schemas"]["ProblemCode"]["enum"].as_array().unwrap();
        assert!(codes.iter().any(|c| c == code), "{code}");
    }
}

/// Panics where the answer is not one that the description foresees for this call.
pub fn hold(method: &Method, path: &str, status: u16, headers: &HeaderMap, body: &[u8]) {
    let told = response(method, path, status);
    for (name, header) in told["headers"].as_object().unwrap() {
        let header = resolve(header);
        match headers.get(name).map(|v| v.to_str().unwrap()) {
            Some(value) if header["schema"]["type"] == "integer" => assert!(value.parse::<u64>().unwrap() >= 1, "{name}: {value}"),
            Some(value) => assert!(!value.is_empty(), "{name}"),
            None => assert_ne!(header["required"], true, "{method} {path} {status} without {name}"),
        }
    }
    let media_type = headers["content-type"].to_str().unwrap();
    let content = &told["content"][media_type];
    assert!(content.is_object(), "{method} {path} {status} answers {media_type}, which is not described");
    let text = std::str::from_utf8(body).unwrap();
    match media_type {
        "application/x-ndjson" => {
            assert!(text.is_empty() || text.ends_with('\n'), "the last line has no end");
            text.lines().for_each(|line| valid(&content["schema"], &serde_json::from_str(line).unwrap()));
        }
        kind if kind == "application/yaml" || kind.starts_with("text/") || kind.starts_with("application/openmetrics") => {
            valid(&content["schema"], &json!(text));
        }
        _ => valid(&content["schema"], &serde_json::from_str(text).unwrap()),
    }
}

/// What is told of a status of a call; paths and methods that there are not have their answer among the components.
fn response(method: &Method, path: &str, status: u16) -> &'static Value {
    let paths = OPENAPI["paths"].as_object().unwrap();
    let templated = || paths.iter().find(|(template, _)| fits(template, path)).map(|(_, calls)| calls);
    let calls = paths.get(path).or_else(templated).unwrap_or(&Value::Null);
    let responses = &calls[method.as_str().to_lowercase()]["responses"];
    let told = responses.get(status.to_string());
    let told = told.or_else(|| {
        assert!(matches!(status, 404 | 405 | 431 | 500), "{method} {path} answers {status}, which is not described");
        responses.get("default")
    });
    resolve(told.unwrap_or(&OPENAPI["components"]["responses"]["Other"]))
}

/// True where a path is one of those that a template with one parameter at its end stands for.
fn fits(template: &str, path: &str) -> bool {
    let stem = template.split('{').next().unwrap();
    stem.len() < template.len() && path.strip_prefix(stem).is_some_and(|rest| !rest.is_empty() && !rest.contains('/'))
}

fn resolve(value: &'static Value) -> &'static Value {
    match value.get("$ref").and_then(Value::as_str) {
        Some(at) => OPENAPI.pointer(at.trim_start_matches('#')).unwrap(),
        None => value,
    }
}

fn valid(schema: &Value, value: &Value) {
    let errors = errors(schema, value);
    assert!(errors.is_empty(), "{}\n{value:#}", errors.join("\n"));
}

fn errors(schema: &Value, value: &Value) -> Vec<String> {
    // the components go along, so that references find them at the root
    let whole = json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "components": OPENAPI["components"], "allOf": [schema]});
    let validator = jsonschema::validator_for(&whole).unwrap();
    validator.iter_errors(value).map(|e| format!("{}: {e}", e.instance_path())).collect()
}

#[test]
fn the_description_refuses_what_it_does_not_foresee() {
    let schema = json!({"$ref": "#/components/schemas/Problem"});
    let instance = "urn:paraph:request:c";
    let problem = json!({"type": "/problems/internal", "code": "internal", "title": "A", "status": 500, "detail": "b", "instance": instance, "request_id": "c"});
    assert_eq!(errors(&schema, &problem), Vec::<String>::new());
    for (field, value) in [("type", json!("urn:other")), ("status", json!("500")), ("more", json!(1)), ("detail", json!(null))] {
        let mut wrong = problem.clone();
        wrong[field] = value;
        assert_ne!(errors(&schema, &wrong), Vec::<String>::new(), "{field}");
    }
}

/// Each body that the description tells of has an example, and each example is one.
#[test]
fn every_body_has_examples_and_they_are_examples() {
    let responses = OPENAPI["components"]["responses"].as_object().unwrap().values();
    let calls = OPENAPI["paths"].as_object().unwrap().values().flat_map(|p| p.as_object().unwrap().values());
    let (bodies, of_calls): (Vec<_>, Vec<_>) = calls.map(|c| (&c["requestBody"], c["responses"].as_object().unwrap().values())).unzip();
    for holder in responses.chain(bodies).chain(of_calls.into_iter().flatten()) {
        for (media_type, content) in holder["content"].as_object().into_iter().flatten() {
            let mut held = 0;
            let several = content["examples"].as_object().into_iter().flatten().map(|(_, e)| e["value"].clone());
            let one = content.get("example").into_iter().flat_map(|e| match (media_type.as_str(), e.as_str()) {
                ("application/x-ndjson", Some(lines)) => lines.lines().map(|l| serde_json::from_str(l).unwrap()).collect(),
                _ => vec![e.clone()],
            });
            for example in several.chain(one) {
                valid(&content["schema"], &example);
                held += 1;
            }
            assert!(held > 0, "no example of {media_type} in {holder:#}");
        }
    }
}
