//! The examples' records, whole: a change of a rule shows its effect in the snapshots' diff.

use std::fs;

use paraph::{Budget, Extractor, Options, article::Input, record::Record};

fn read(name: &str, form: fn(String) -> Input) -> Record {
    let text = fs::read_to_string(format!("{}/examples/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap_or_default();
    let input = form(text);
    let read = Extractor::new()
        .map_err(|e| e.to_string())
        .and_then(|x| x.extract(&input, Options::default(), &Budget::unlimited()).map_err(|e| e.to_string()));
    let mut record = read.unwrap_or_else(|e| panic!("{name}: {e}"));
    // what changes with every release or model, and is no rule's doing
    record.engine.version = "-".into();
    record.engine.model = "-".into();
    record
}

#[test]
fn a_state_visit_told_out_of_order() {
    let record = read("state-visit.txt", Input::text);
    assert_eq!(record.article.reference_date.as_deref(), Some("2029-03-14"));
    assert_eq!(record.meetings[0].date.as_ref().and_then(|d| d.value.as_deref()), Some("2029-03-14"));
    insta::assert_json_snapshot!(record);
}

#[test]
fn business_and_ministers() {
    insta::assert_json_snapshot!(read("trade-talks.txt", Input::text));
}

#[test]
fn a_page_with_its_metadata_and_a_post() {
    insta::assert_json_snapshot!(read("page.html", Input::html));
}
