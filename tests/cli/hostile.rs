//! Inputs that are broken, odd or made to hurt: each gives a record, with a warning where it helps, or a problem.

use std::{fmt::Write, time::Instant};

use super::program::{files, run};

#[test]
fn odd_texts_give_a_record() {
    let rtl = "\u{202e}وزیر خارجه ایران با همتای خود دیدار کرد. קראו עוד.";
    let cases: &[(&str, &[u8], &str)] = &[
        ("empty.txt", b"", "empty"),
        ("spaces.txt", b" \n\t  \r\n", "empty"),
        ("bom.txt", b"\xef\xbb\xbf", "empty"),
        ("nul.txt", b"Anna Berg met\0 Otto Lindt.", ""),
        ("broken.txt", b"The talks \xff ended \xe2\x80\x94 in Oslo \xe2\x80\x94.", "UTF-8"),
        ("rtl.txt", rtl.as_bytes(), "no language pack"),
        ("tongue.txt", "Ngiyabonga kakhulu, umongameli uhlangane nesivakashi eGoli izolo ntambama.".as_bytes(), ""),
        ("broken.html", b"<html><p>Anna Berg met <b>Otto <i>Lindt</b></i in <table><td>Oslo<p", ""),
        ("empty.html", b"", "no words"),
    ];
    let (_folder, paths) = files(&cases.iter().map(|(name, bytes, _)| (*name, *bytes)).collect::<Vec<_>>());
    let arguments: Vec<&str> = ["extract"].into_iter().chain(paths.iter().map(String::as_str)).collect();
    let ran = run(&arguments, "");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let records = ran.lines();
    assert_eq!(records.len(), cases.len());
    for (record, (name, bytes, warned)) in records.iter().zip(cases) {
        let warnings = record["warnings"].to_string();
        assert!(warnings.contains(warned), "{name}: {warnings}");
        if let (Ok(text), false) = (std::str::from_utf8(bytes), name.ends_with("html")) {
            assert_eq!(record["article"]["text"], text.trim_start_matches('\u{feff}'), "{name}");
        }
    }
}

#[test]
fn a_batch_loses_nothing_to_its_bad_lines() {
    let mut batch: Vec<u8> = Vec::new();
    let mut wanted = Vec::new();
    let mut line = |bytes: &[u8], status: u64, told: &'static str| {
        batch.extend_from_slice(bytes);
        batch.push(b'\n');
        wanted.push((status, told));
    };
    line(b"{\"text\": \"\"}", 200, "empty");
    line(b"{\"text\": 5}", 422, "a number");
    line(b"{\"html\": null}", 422, "neither");
    line(b"{\"text\": \"a\", \"published_at\": \"the day after\"}", 422, "published_at");
    line(b"{\"text\": \"a\", \"language\": \"english, please\"}", 422, "language");
    line(b"progress 50 %", 422, "no JSON");
    line(b"{\"text\": \"caf\xe9\"}", 422, "UTF-8");
    line(b"\xef\xbb\xbf{\"text\": \"Anna Berg met Otto Lindt.\"}", 200, "");
    line(b"\0", 422, "no JSON");
    line("[".repeat(50_000).as_bytes(), 422, "no JSON");
    line(b"{\"text\": \"\\ud800\"}", 422, "no JSON");
    line(format!("{{\"text\": \"{}\"}}", "x".repeat(70_000)).as_bytes(), 413, "--max-line-bytes");
    line(b"{\"text\": \"Otto Lindt met Anna Berg.\"}", 200, "");
    let arguments = ["extract", "--from", "ndjson", "--only", "article", "--max-line-bytes", "64K", "-"];
    let ran = run(&arguments, batch);
    let answers = ran.lines();
    assert_eq!((ran.code, answers.len()), (1, wanted.len()), "{}", ran.err);
    for (answer, (status, told)) in answers.iter().zip(wanted) {
        let written = answer.to_string();
        assert_eq!(answer["status"], status, "{written}");
        assert!(
            answer["problem"]["detail"].to_string().contains(told) || answer["record"]["warnings"].to_string().contains(told),
            "{written}"
        );
    }
}

#[test]
fn long_and_dense_inputs_end() {
    let mut line = String::from("x");
    while line.len() < 5_000_000 {
        _ = write!(line, " word{}", line.len() % 97);
    }
    let marks = "\"".repeat(100_000);
    let (_folder, paths) = files(&[("line.txt", line.as_bytes()), ("marks.txt", marks.as_bytes())]);
    let begun = Instant::now();
    let ran = run(&["extract", "--to", "ndjson", "--time-limit", "5", &paths[0], &paths[1]], "");
    let answers = ran.lines();
    assert_eq!(answers.len(), 2, "{ran:?}");
    for answer in &answers {
        let out_of_time = answer["problem"]["type"] == "urn:paraph:problem:out-of-time";
        assert!(answer["status"] == 200 || out_of_time, "{}", answer["problem"]);
    }
    assert!(begun.elapsed().as_secs() < 120, "took {:?}", begun.elapsed());
}
