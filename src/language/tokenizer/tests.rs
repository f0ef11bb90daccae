//! Whole sentences through a small pack, which says what each rule is for.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

const PACK: &str = r#"{
    "sets": {
        "letter": "41-5A 61-7A C0-D6 D8-F6 F8-17F", "upper": "41-5A C0-D6 D8-DE", "lower": "61-7A DF-F6 F8-FF", "digit": "30-39",
        "decimal": "30-39", "word": "30-39 41-5A 5F 61-7A", "top_level_domain": "61-7A", "dot": "2E", "icon": "2600-26FF 1F300-1F5FF"
    },
    "prefixes": [
        {"literals": ["(", "\"", "“", "$", ",", "'", "-", ":", ")"]}, {"literals": ["+"], "not_ahead": "digit"},
        {"run": {"set": "dot", "min": 2}}, {"set": "icon"}
    ],
    "suffixes": [
        {"literals": [")", "\"", "”", ",", "'", "!", ":", "("]}, {"run": {"set": "dot", "min": 2}}, {"literals": ["'s", "’s"]}, {"set": "icon"},
        {"behind": ["digit"], "literals": ["km", "m"]}, {"behind": ["lower"], "literals": ["."]}, {"behind": ["upper", "upper"], "literals": ["."]}
    ],
    "infixes": [
        {"run": {"set": "dot", "min": 2}}, {"behind": ["lower"], "ahead": "upper", "literals": ["."]},
        {"behind": ["letter"], "ahead": "letter", "literals": ["-", "--"]}
    ],
    "exceptions": {
        "don't": [["do"], ["n't", "not"]], "a.m.": [["a.m."]], "Gen.": [["Gen.", "General"]], ":-)": [[":-)"]], "'": [["'"]],
        "10am": [["10"], ["am", "a.m."]], "\n": [["\n"]]
    },
    "symbols": {"ORG": 383}
}"#;

fn tokenizer() -> Tokenizer {
    Tokenizer::new(PACK.as_bytes(), &[]).unwrap()
}

/// Words, each with `_` where a space follows.
fn cut(text: &str) -> Vec<String> {
    let tokens = tokenizer().tokenize(text);
    tokens.iter().map(|t| format!("{}{}", &text[t.span().range()], if t.space_after { "_" } else { "" })).collect()
}

#[test]
fn affixes_come_off_both_ends() {
    assert_eq!(cut("“The $5 plan,” she said."), ["“", "The_", "$", "5_", "plan", ",", "”_", "she_", "said", "."]);
    assert_eq!(cut("(Lima's port)"), ["(", "Lima", "'s_", "port", ")"]);
    assert_eq!(cut("+well +5"), ["+", "well_", "+5"]);
    assert_eq!(cut("so... ..."), ["so", "..._", "..."]);
}

#[test]
fn a_final_point_stays_where_the_rules_do_not_know_what_is_before_it() {
    assert_eq!(cut("the NATO. W. 5."), ["the_", "NATO", "._", "W._", "5."]);
}

#[test]
fn units_come_off_numbers_only() {
    assert_eq!(cut("30km 30m film"), ["30", "km_", "30", "m_", "film"]);
}

#[test]
fn infixes_cut_between_letters_only() {
    assert_eq!(cut("trade-talks end.Next 19-20 a--b"), ["trade", "-", "talks_", "end", ".", "Next_", "19-20_", "a", "--", "b"]);
}

#[test]
fn exceptions_hold_inside_affixes_too() {
    assert_eq!(cut("(don't)"), ["(", "do", "n't", ")"]);
    assert_eq!(cut("Gen. Ruiz at 10am, a.m."), ["Gen._", "Ruiz_", "at_", "10", "am", ",_", "a.m."]);
    assert_eq!(cut("donn't"), ["donn't"]);
}

#[test]
fn an_exception_that_affixes_cut_apart_is_put_together_but_not_across_spaces() {
    assert_eq!(cut(":-)nice!"), [":-)", "nice", "!"]);
    assert_eq!(cut(": - )"), [":_", "-_", ")"]);
}

#[test]
fn an_exceptions_norm_is_its_own() {
    let (t, text) = (tokenizer(), "don't Gen. ORG");
    let norms: Vec<u64> = t.tokenize(text).iter().map(|token| t.lexeme(text, token).norm).collect();
    assert_eq!(norms, ["do", "not", "General", "org"].map(|w| t.ids().of(w)));
    assert_eq!(t.form_and_norm("ORG", &t.tokenize("ORG")[0]).0, 383);
}

#[test]
fn addresses_stay_whole_inside_quotation_marks() {
    assert_eq!(
        cut("\"see-it.example.org/a-b\", press-office@example.org."),
        ["\"", "see-it.example.org/a-b", "\"", ",_", "press-office@example.org", "."]
    );
}

#[test]
fn one_space_belongs_to_the_word_and_further_white_space_is_a_token() {
    assert_eq!(cut("a b  c"), ["a_", "b_", " ", "c"]);
    assert_eq!(cut("  a\n\nb \n c "), ["  ", "a", "\n\n", "b_", "\n ", "c_"]);
    assert_eq!(cut("a  "), ["a_", " "]);
    assert_eq!(cut(" "), [" "]);
    assert_eq!(cut("a\u{a0}b\u{1c}c"), ["a", "\u{a0}", "b", "\u{1c}", "c"]);
    assert!(cut("").is_empty());
}

#[test]
fn a_broken_pack_is_told_by_its_section() {
    let error = Tokenizer::new(b"{", &[]).unwrap_err().to_string();
    assert!(error.contains("rules/tokenizer.json"), "{error}");
    let error = Tokenizer::new(PACK.replace("\"upper\":", "\"upper_\":").as_bytes(), &[]).unwrap_err().to_string();
    assert!(error.contains("'upper'"), "{error}");
}

#[test]
fn hostile_texts_take_time_by_their_length() {
    let t = tokenizer();
    let texts = [
        ("one word", "a".repeat(5_000_000)),
        ("marks", "\"".repeat(100_000)),
        ("points", ".".repeat(1_000_000)),
        ("points behind a word", format!("a{}", ".".repeat(1_000_000))),
        ("pairs of points", "a..".repeat(300_000)),
        ("suffixes that look like points", format!("a{}", "!..".repeat(300_000))),
        ("smileys", ":-)".repeat(300_000)),
        ("half smileys", ":-".repeat(300_000)),
        ("hyphens", "a-".repeat(500_000)),
        ("accounts", "a@b.".repeat(250_000)),
        ("spaces", " ".repeat(1_000_000)),
        ("icons", "☀".repeat(300_000)),
        ("brackets", format!("{}a{}", "(".repeat(300_000), ")".repeat(300_000))),
        ("possessives", "'s".repeat(300_000)),
        ("units", format!("1{}", "km".repeat(300_000))),
    ];
    for (name, text) in texts {
        let start = Instant::now();
        let tokens = t.tokenize(&text);
        assert!(start.elapsed() < Duration::from_secs(8), "{name}: {:?} for {} tokens", start.elapsed(), tokens.len());
    }
}

proptest! {
    #[test]
    fn tokens_and_spaces_make_up_the_text(text in "(\\PC|[ \n\t.'\"():$+-]|don't|:-\\)|a\\.m\\.|[a-zA-Z0-9]){0,60}") {
        let mut at = 0;
        for token in tokenizer().tokenize(&text) {
            prop_assert_eq!(token.span().start, at);
            prop_assert!(!token.span().is_empty());
            at = token.span().end + usize::from(token.space_after);
            prop_assert!(!token.space_after || &text[token.span().end..at] == " ");
        }
        prop_assert_eq!(at, text.len());
    }

    #[test]
    fn what_stands_before_a_line_break_is_cut_alike_whatever_follows(first in "[a-z.'\"(): -]{1,30}[a-z]", second in "[a-z.'\"():-]{1,30}") {
        let both = format!("{first}\n\n{second}");
        let whole = tokenizer().tokenize(&both);
        let alone = tokenizer().tokenize(&first);
        prop_assert_eq!(&whole[..alone.len()], &alone[..]);
    }
}
