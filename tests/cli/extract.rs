//! Records of files.

use super::program::{files, run};

const TALKS: &str = "Foreign Minister Anna Berg met her counterpart Otto Lindt in Vienna on Monday.";

#[test]
fn a_record_for_each_file_in_their_order() {
    let page = format!("<html><head><title>Talks</title></head><body><p>{TALKS}</p></body></html>");
    let json = serde_json::json!({"text": TALKS, "title": "Third"}).to_string();
    let (_folder, paths) = files(&[("one.txt", b"First. \xe2\x80\x94"), ("two.html", page.as_bytes()), ("three.json", json.as_bytes())]);
    let ran = run(&["extract", "--only", "article", &paths[0], &paths[1], &paths[2]], "");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let records = ran.lines();
    assert_eq!(records.len(), 3);
    assert_eq!(records[0]["article"]["text"], "First. —");
    assert!(records[1]["article"]["text"].as_str().unwrap().contains(TALKS));
    assert_eq!(records[2]["article"]["title"], "Third");
}

#[test]
fn what_the_flags_say_reaches_the_record() {
    let facts = ["--published-at", "2029-03-16", "--title", "Ministers talk", "--url", "https://paper.example/talks", "--language", "en"];
    let ran = run(&[&["extract", "--offsets", "utf16", "--pretty"], &facts[..], &["-"]].concat(), TALKS);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.starts_with("{\n  \"engine\""), "not pretty: {}", ran.out);
    let article = &ran.json()["article"];
    assert_eq!((&article["text"], &article["offset_unit"]), (&TALKS.into(), &"utf16".into()));
    assert_eq!((&article["reference_date"], &article["reference_date_source"]), (&"2029-03-16".into(), &"given".into()));
    assert_eq!((&article["title"], &article["url"]), (&"Ministers talk".into(), &"https://paper.example/talks".into()));
}

#[test]
fn what_cannot_be_read_stops_nothing_else() {
    let (folder, paths) = files(&[("good.txt", TALKS.as_bytes()), ("bad.json", b"{\"text\": 3}")]);
    let missing = folder.path().join("missing.txt");
    let bad = run(&["extract", "--only", "article", &paths[1], &paths[0]], "");
    assert_eq!((bad.code, bad.lines().len()), (1, 1), "{bad:?}");
    assert!(bad.err.contains("bad.json") && bad.err.contains("\"text\" is a number"), "{}", bad.err);
    let unreadable = run(&["extract", "--only", "article", missing.to_str().unwrap(), &paths[1], &paths[0]], "");
    assert_eq!((unreadable.code, unreadable.lines().len()), (2, 1), "{unreadable:?}");
    assert!(unreadable.err.contains("missing.txt") && unreadable.err.contains("check the path"), "{}", unreadable.err);
}

#[test]
fn a_wrong_date_names_its_field() {
    let ran = run(&["extract", "--published-at", "soon", "-"], TALKS);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("published_at"), "{}", ran.err);
}

#[test]
fn a_batch_is_answered_line_by_line() {
    let lines = format!(
        "{{\"id\": 7, \"text\": \"{TALKS}\"}}\n\n{{no json\n{{\"id\": \"x\"}}\n{{\"text\": \"a\", \"html\": \"b\"}}\n{{\"id\": [1], \"text\": \"Last.\", \"more\": 1}}"
    );
    for threads in ["1", "4"] {
        let ran = run(&["extract", "--from", "ndjson", "--only", "article", "--threads", threads, "-"], lines.clone());
        let answers = ran.lines();
        assert_eq!(ran.code, 1);
        assert_eq!(answers.iter().map(|a| a["status"].as_u64().unwrap()).collect::<Vec<_>>(), [200, 422, 422, 422, 200]);
        assert_eq!((&answers[0]["id"], &answers[2]["id"], &answers[4]["id"]), (&7.into(), &"x".into(), &serde_json::json!([1])));
        assert_eq!(
            answers.iter().map(|a| &a["problem"]["line"]).collect::<Vec<_>>(),
            [&().into(), &3.into(), &4.into(), &5.into(), &().into()]
        );
        assert!(ran.err.contains("3 articles were answered with a problem"), "{}", ran.err);
    }
}

#[test]
fn files_too_can_be_answered_as_a_batch_is() {
    let (_folder, paths) = files(&[("good.txt", TALKS.as_bytes()), ("bad.json", b"[]")]);
    let answers = run(&["extract", "--only", "article", "--to", "ndjson", &paths[0], &paths[1]], "").lines();
    assert_eq!((&answers[0]["id"], &answers[0]["status"]), (&paths[0].as_str().into(), &200.into()));
    assert_eq!((&answers[1]["id"], &answers[1]["status"]), (&paths[1].as_str().into(), &422.into()));
}

#[test]
fn the_engine_shows_what_it_sees() {
    let (_folder, paths) = files(&[("talks.txt", TALKS.as_bytes())]);
    let conllu = run(&["parse", &paths[0]], "");
    assert_eq!(conllu.code, 0, "{conllu:?}");
    assert!(conllu.out.starts_with(&format!("# newdoc id = {}\n", paths[0])), "{}", conllu.out);
    assert!(conllu.out.contains("\tmet\tmeet\tVERB\t"), "{}", conllu.out);
    let json = run(&["parse", "--format", "json", &paths[0]], "").json();
    assert_eq!(json["blocks"][0]["text"], TALKS);
}
