//! What is asked wrongly is refused at once, with code 2 and a word on what to do.

use super::program::{files, run};

#[test]
fn wrong_usage_is_refused_before_anything_is_read() {
    let (_folder, paths) = files(&[("a.txt", b"One."), ("b.txt", b"Two."), ("c.json", b"{}")]);
    let [a, b, c] = [0, 1, 2].map(|i| paths[i].as_str());
    let cases: &[(&[&str], &str)] = &[
        (&["extract"], "FILE"),
        (&["extract", "-", "-"], "once"),
        (&["extract", "--title", "Talks", a, b], "--title"),
        (&["extract", "--language", "en", c], "--language"),
        (&["extract", "--offsets", "bytes", a], "unicode"),
        (&["extract", "--from", "pdf", a], "ndjson"),
        (&["extract", "--pretty", "--to", "ndjson", a], "--to json"),
        (&["extract", "--threads", "0", a], "1..=1024"),
        (&["parse", c], "JSON"),
        (&["serve", "--max-body-bytes", "much"], "8M"),
        (&["health", "https://127.0.0.1"], "http://"),
        (&["frobnicate"], "frobnicate"),
    ];
    for (arguments, told) in cases {
        let ran = run(arguments, "");
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}: {ran:?}");
        assert!(ran.err.contains(told), "{arguments:?}: {}", ran.err);
    }
}

#[test]
fn every_help_tells_the_codes_and_shows_examples() {
    for command in ["extract", "serve", "health", "parse"] {
        let help = run(&[command, "--help"], "");
        assert_eq!(help.code, 0);
        assert!(help.out.contains("Exit codes:") && help.out.contains("Examples:"), "{command}: {}", help.out);
        assert!(!help.out.contains('\u{1b}'), "colours into a pipe");
    }
}

#[test]
fn licences_name_project_model_data_and_crates() {
    let ran = run(&["licenses"], "");
    assert_eq!(ran.code, 0);
    for named in [
        "MIT License",
        "Apache License",
        "ExplosionAI",
        "WordNet 3.0 Copyright",
        "GeoNames",
        "UNICODE LICENSE V3",
        "Mozilla Public License",
        "tokio",
    ] {
        assert!(ran.out.contains(named), "{named}");
    }
}
