//! Tagged words through a small pack, which says what each rule is for.

use super::*;
use crate::language::morph::VerbForm;

const ATTRIBUTES: &str = r#"[
    {"tokens": [{"tag": {"in": ["NNP"]}}], "index": 0, "set": {"pos": "PROPN", "morph": "Number=Sing"}},
    {"tokens": [{"tag": {"in": ["NNS"]}}], "index": 0, "set": {"pos": "NOUN", "morph": "Number=Plur"}},
    {"tokens": [{"tag": {"in": ["NN"]}}], "index": 0, "set": {"pos": "NOUN", "morph": "Number=Sing"}},
    {"tokens": [{"tag": {"in": ["VBD"]}}], "index": 0, "set": {"pos": "VERB", "morph": "Tense=Past|VerbForm=Fin"}},
    {"tokens": [{"tag": {"in": ["VBP"]}}], "index": 0, "set": {"pos": "VERB", "morph": "Tense=Pres|VerbForm=Fin"}},
    {"tokens": [{"tag": {"in": ["VBZ"]}}], "index": 0, "set": {"pos": "VERB", "morph": "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"}},
    {"tokens": [{"tag": {"in": ["RB"]}}], "index": 0, "set": {"pos": "ADV", "morph": ""}},
    {"tokens": [{"tag": {"in": ["DT"]}}], "index": 0, "set": {"pos": "DET", "morph": ""}},
    {"tokens": [{"tag": {"in": ["RB"]}, "lower": {"in": ["not", "n't"]}}], "index": 0, "set": {"pos": "PART", "lemma": "not"}},
    {"tokens": [{"lower": {"in": ["let"]}}, {"lower": {"in": ["'s"]}}], "index": 1, "set": {"lemma": "us"}},
    {"tokens": [{"tag": {"not_in": ["TO", ""]}, "dep": {"in": ["aux", "auxpass"]}}], "index": 0, "set": {"pos": "AUX"}},
    {"tokens": [{"dep": {"not_in": ["det", ""]}, "tag": {"in": ["DT"]}}], "index": 0, "set": {"pos": "PRON"}},
    {"tokens": [{"is_space": true}], "index": 0, "set": {"tag": "_SP", "dep": "dep", "pos": "SPACE", "morph": ""}}
]"#;

const WORDS: &str = "meet\ntreaty\ntie\nmet\tmeet\nmen\tman\n";

const LEMMAS: &str = r#"{
    "letter": "41-5A 61-7A",
    "base_forms": [
        {"pos": "NOUN", "feats": {"Number": "Sing"}},
        {"pos": "VERB", "feats": {"VerbForm": "Fin", "Tense": "Pres", "Number": null}}
    ],
    "cased": ["PROPN"],
    "parts": [
        {"pos": "NOUN", "rules": [["s", ""], ["ies", "y"]], "index": [5, 16], "exceptions": [25, 33]},
        {"pos": "VERB", "rules": [["s", ""], ["ed", "e"], ["ed", ""]], "index": [0, 5], "exceptions": [16, 25]}
    ]
}"#;

fn morphology() -> Morphology {
    Morphology::new(ATTRIBUTES.as_bytes(), LEMMAS.as_bytes(), WORDS.as_bytes()).unwrap()
}

/// Analyses "word/tag/label" tokens.
fn analyse(tokens: &str) -> Vec<Analysis> {
    let tagged: Vec<Tagged<'_>> = tokens
        .split(' ')
        .map(|t| {
            let parts: Vec<&str> = t.split('/').collect();
            Tagged { word: parts[0], tag: parts[1], label: parts[2], is_space: parts[0].trim().is_empty() }
        })
        .collect();
    morphology().analyse(&tagged)
}

fn lemmas(tokens: &str) -> Vec<String> {
    analyse(tokens).into_iter().map(|a| a.lemma.to_string()).collect()
}

#[test]
fn a_tag_gives_the_coarse_tag_and_the_features() {
    let met = &analyse("met/VBD/ROOT")[0];
    assert_eq!((met.pos, met.feats.as_str()), (Pos::Verb, "Tense=Past|VerbForm=Fin"));
    assert_eq!((met.morph.past, met.morph.form), (Some(true), Some(VerbForm::Finite)));
    assert_eq!((&met.tag, &met.label), (&None, &None));
}

#[test]
fn labels_overrule_tags_and_later_rules_earlier_ones() {
    assert_eq!(analyse("has/VBZ/aux")[0].pos, Pos::Aux);
    assert_eq!(analyse("to/TO/aux")[0].pos, Pos::X);
    assert_eq!(analyse("That/DT/nsubj")[0].pos, Pos::Pron);
    assert_eq!(analyse("That/DT/det")[0].pos, Pos::Det);
    let negation = &analyse("N't/RB/neg")[0];
    assert_eq!((negation.pos, negation.lemma.as_str()), (Pos::Part, "not"));
}

#[test]
fn a_row_of_two_sets_the_one_that_it_names() {
    assert_eq!(lemmas("Let/VB/ROOT 's/PRP/nsubj"), ["let", "us"]);
    assert_eq!(lemmas("let/VB/ROOT go/VB/x 's/POS/case let/VB/ROOT"), ["let", "go", "'s", "let"]);
}

#[test]
fn white_space_gets_its_tag_and_label() {
    let space = &analyse("\n/NN/ROOT")[0];
    assert_eq!((space.pos, space.tag.as_deref(), space.label.as_deref()), (Pos::Space, Some("_SP"), Some("dep")));
    assert_eq!(space.lemma, "\n");
}

#[test]
fn irregular_forms_go_before_rules_and_known_words_before_unknown() {
    assert_eq!(lemmas("Met/VBD/ROOT men/NNS/dobj treaties/NNS/dobj ties/NNS/dobj"), ["meet", "man", "treaty", "tie"]);
    assert_eq!(lemmas("zorbed/VBD/ROOT x-rays/NNS/dobj Zorb/VBD/ROOT"), ["zorbe", "x-ray", "Zorb"]);
}

#[test]
fn base_forms_and_names_are_their_own_lemmas() {
    assert_eq!(lemmas("Treaties/NN/dobj Meets/VBP/ROOT Meets/VBZ/ROOT"), ["treaties", "meets", "meet"]);
    assert_eq!(lemmas("Castro/NNP/nsubj The/DT/det"), ["Castro", "the"]);
}

#[test]
fn a_broken_pack_is_told_by_section_and_rule() {
    let error =
        |attributes: &str, rules: &str| Morphology::new(attributes.as_bytes(), rules.as_bytes(), WORDS.as_bytes()).unwrap_err().to_string();
    assert!(error(&ATTRIBUTES.replace("\"index\": 1", "\"index\": 2"), LEMMAS).contains("rule 9"));
    assert!(error(&ATTRIBUTES.replace("PROPN", "NAME"), LEMMAS).contains("'NAME'"));
    assert!(error(ATTRIBUTES, &LEMMAS.replace("[5, 16]", "[4, 16]")).contains("4..16"));
    assert!(error(ATTRIBUTES, &LEMMAS.replace("[5, 16]", "[5, 999]")).contains("5..999"));
    assert!(error("[", LEMMAS).contains("rules/attributes.json"));
}
