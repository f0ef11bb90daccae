//! Only what is sure enough, where a caller asks for that.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

use paraph::{Budget, Extractor, Options, article::Input, record::Record};

const ARTICLE: &str = "Chile and Peru held talks in Oslo on Monday, and Chile is said to have signed a treaty with Peru. \
    Minister Ana Lopes met Mayor Karl Brandt in Rome on Tuesday. Norway and Denmark signed a pact there.";

fn read(min_confidence: f64) -> Record {
    let input = Input { published_at: Some("2029-03-16".into()), language: Some("en".into()), ..Input::text(ARTICLE) };
    let options = Options { min_confidence, explain: true, ..Options::default() };
    Extractor::new().unwrap().extract(&input, options, &Budget::unlimited()).unwrap()
}

#[test]
fn what_is_told_with_less_confidence_is_left_out_and_the_rest_is_numbered_anew() {
    let all = read(0.0);
    let least = 0.9;
    let sure = read(least);
    let kept = |r: &Record| {
        let meetings = r.meetings.iter().filter(|m| m.confidence >= least).map(|m| (m.confidence, m.participants.len()));
        let agreements = r.agreements.iter().filter(|a| a.confidence >= least).map(|a| (a.confidence, a.parties.len()));
        (meetings.collect::<Vec<_>>(), agreements.collect::<Vec<_>>())
    };
    assert!(all.meetings.iter().any(|m| m.confidence < least) && all.agreements.iter().any(|a| a.confidence < least), "{all:#?}");
    assert_eq!(kept(&all), kept(&sure));
    assert_eq!((sure.meetings.len(), sure.agreements.len()), (kept(&all).0.len(), kept(&all).1.len()));
    assert!(sure.meetings.iter().enumerate().all(|(i, m)| m.id.as_str() == format!("m{}", i + 1)));
}

#[test]
fn nobody_stands_in_a_record_for_an_event_that_was_left_out() {
    let sure = read(1.0);
    assert!(sure.meetings.is_empty() && sure.agreements.is_empty() && sure.participants.is_empty());
}

#[test]
fn what_an_agreement_came_of_is_told_only_where_that_stands_too() {
    for least in [0.0, 0.8, 0.9, 1.0] {
        let record = read(least);
        for agreement in &record.agreements {
            assert!(
                agreement
                    .meeting
                    .as_ref()
                    .is_none_or(|id| record.meetings.iter().any(|m| m.id == *id && m.agreements.contains(&agreement.id)))
            );
        }
    }
}
