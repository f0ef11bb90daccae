//! Posts in prose, through the front door: where each one's words begin and end, whose they are and from which day.

#![allow(clippy::unwrap_used, reason = "a case that is badly written is to fail the test")]

use paraph::{Budget, Extractor, Options, article::Input};

const CASES: &str = include_str!("posts/extent.txt");

/// An article and the posts that it holds: words and day.
struct Case {
    name: &'static str,
    text: String,
    posts: Vec<(String, Option<String>)>,
}

fn cases() -> Vec<Case> {
    CASES.split("=== ").skip(1).map(case).collect()
}

fn case(source: &'static str) -> Case {
    let (head, marked) = source.split_once('\n').unwrap();
    let (name, days) = head.split_once('|').unwrap();
    let marked = marked.trim_end();
    let words = marked.split('⟦').skip(1).map(|rest| rest.split_once('⟧').unwrap().0.to_owned());
    let days = days.split(',').map(str::trim).filter(|d| !d.is_empty()).map(|d| (d != "-").then(|| d.to_owned()));
    let posts: Vec<_> = words.zip(days.clone()).collect();
    assert_eq!((posts.len(), days.count()), (marked.matches('⟦').count(), marked.matches('⟦').count()), "{name}: as many days as posts");
    // Where the words were lost, nothing is left of their line.
    Case { name: name.trim(), text: marked.replace("⟦⟧\n", "").replace(['⟦', '⟧'], ""), posts }
}

/// White space within a post is as the scraper left it; what counts is the words.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn posts_begin_and_end_where_a_reader_says() {
    let extractor = Extractor::new().unwrap();
    let mut wrong = Vec::new();
    for case in cases() {
        let options = Options { only_article: true, ..Options::default() };
        let record = extractor.extract(&Input::text(case.text.clone()), options, &Budget::unlimited()).unwrap();
        let found: Vec<_> = record.posts.iter().map(|p| (flat(&p.text), p.posted_on.clone())).collect();
        let wanted: Vec<_> = case.posts.iter().map(|(words, day)| (flat(words), day.clone())).collect();
        if found != wanted {
            wrong.push(format!("{}\n  wanted {wanted:?}\n  found  {found:?}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases().len(), wrong.join("\n"));
}
