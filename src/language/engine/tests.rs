use std::time::Duration;

use super::*;
use crate::language::Relation;

fn parse(texts: &[&str]) -> Vec<Doc> {
    let views: Vec<View> = texts.iter().map(|text| View::verbatim(text, 0)).collect();
    let parsed = Engine::english().unwrap().parse(&views.iter().collect::<Vec<_>>(), &Budget::unlimited());
    assert!(parsed.complete);
    parsed.docs
}

const NEWS: &str = "Foreign Minister Ana Kovač met her Danish counterpart in Oslo on Tuesday. They didn't sign anything.";

#[test]
fn a_sentence_is_tagged_parsed_and_its_names_are_found() {
    let doc = &parse(&[NEWS])[0];
    let met = (0..doc.len()).find(|&i| doc.word(i) == "met").unwrap();
    assert_eq!((doc.treebank(met).map(|t| &*t.tag), doc.lemma(met)), (Some("VBD"), "meet"));
    assert_eq!(doc.tokens[met].relation, Relation::Root);
    let subject = doc.children_by(met, Relation::Subject).next().unwrap();
    assert_eq!(doc.word(subject), "Kovač");
    assert_eq!(doc.sentences().len(), 2);
    let names: Vec<_> = doc.names.iter().map(|n| (doc.words(n.tokens), n.label.as_str())).collect();
    assert!(names.contains(&("Oslo", "GPE")) && names.contains(&("Tuesday", "DATE")), "{names:?}");
    assert!((0..doc.len()).any(|i| doc.word(i) == "n't" && doc.tokens[i].morph.negative));
}

#[test]
fn what_stands_beside_a_text_does_not_change_it() {
    let long = NEWS.repeat(30);
    let alone = format!("{:?}", parse(&[NEWS])[0]);
    for beside in [vec![NEWS, &long], vec![&long, NEWS, "No.", &long], vec!["", NEWS, "\n"]] {
        let docs = parse(&beside);
        let at = beside.iter().position(|&t| t == NEWS).unwrap();
        assert_eq!(format!("{:?}", docs[at]), alone);
    }
}

#[test]
fn a_spent_budget_is_told_and_leaves_documents_without_tokens() {
    let view = View::verbatim(NEWS, 0);
    let parsed = Engine::english().unwrap().parse(&[&view, &view], &Budget::within(Duration::ZERO));
    assert!(!parsed.complete);
    assert_eq!(parsed.docs.len(), 2);
    assert!(parsed.docs.iter().all(|d| d.is_empty() && d.text == NEWS));
}

#[test]
fn hostile_texts_end_and_keep_every_byte() {
    let texts = [
        String::new(),
        " \n\t ".to_owned(),
        "\0\u{feff}\u{202e}".to_owned(),
        "\"".repeat(5_000),
        "word ".repeat(5_000),
        "a".repeat(20_000),
        "مرحبا بالعالم 日本語 👩‍👩‍👧‍👧".to_owned(),
    ];
    let docs = parse(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    for (doc, text) in docs.iter().zip(&texts) {
        assert_eq!(&doc.text, text);
        let covered: usize = doc.tokens.iter().map(|t| t.span.len() + usize::from(t.space_after)).sum();
        assert_eq!(covered, text.len());
        for (i, token) in doc.tokens.iter().enumerate() {
            let mut at = i;
            for _ in 0..doc.len() {
                at = doc.tokens[at].head;
            }
            assert_eq!(doc.tokens[at].head, at, "a cycle above {:?}", token.span);
        }
    }
}

#[test]
fn a_broken_pack_says_what_is_wrong() {
    let english = || Pack::embedded("en").unwrap();
    let error = |pack| Engine::new(pack).unwrap_err().to_string();
    assert!(error(Pack { model: b"no".to_vec().into(), name: "my.model".into(), ..english() }).contains("my.model is no model"));
    assert!(error(Pack { scheme: "x = 1".into(), ..english() }).contains("scheme of language 'en'"));
}

#[test]
fn the_model_names_itself() {
    let engine = Engine::english().unwrap();
    let mut parts = engine.model_id().split('-');
    assert_eq!(parts.next(), Some(engine.language()));
    assert_eq!(parts.count(), 3);
    assert_eq!(Pack::embedded("en").unwrap().model_id().unwrap(), engine.model_id(), "told without loading it");
}
