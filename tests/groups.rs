//! Groups: whom they stand for, and by what they are known.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::tells_meetings as told;

#[test]
fn names_and_adjectives_before_a_plural_are_its_sides() {
    told(&[
        ("U.S. and Japanese officials met in Geneva on Monday.", &["held: U.S., Japan"]),
        ("EU and Chinese officials met in Geneva on Monday.", &["held: EU, China"]),
        ("U.S., British and French envoys met in Oslo on Monday.", &["held: U.S., United Kingdom, France"]),
        ("Foreign ministers from the EU and China met on Monday.", &["held: EU, China"]),
        ("Halm Shipping and Norsk Energy executives met in Oslo.", &["held: Halm Shipping, Norsk Energy"]),
        // one of two houses is no side, nor are two things that a minister is for
        ("House and Senate members met in Lisbon.", &[]),
        ("Oil and gas ministers met in Lisbon.", &[]),
    ]);
}

#[test]
fn those_of_a_group_who_are_named_take_its_place() {
    told(&[
        ("Ana Lopes met several of her counterparts, including Youssef Bennani.", &["held: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes met business leaders, including Ruth Meyer and Paul Keller.", &["held: Ana Lopes, Ruth Meyer, Paul Keller"]),
        ("Ana Lopes met Youssef Bennani on several matters, including fish.", &["held: Ana Lopes, Youssef Bennani"]),
    ]);
}

#[test]
fn a_group_is_known_by_whose_it_is() {
    told(&[
        ("Bosses at Halm Shipping met union leaders in Oslo.", &["held: Bosses at Halm Shipping, union leaders"]),
        ("Bosses at last met union leaders in Oslo.", &[]),
        ("Bosses met union leaders in Oslo.", &[]),
    ]);
}

#[test]
fn a_place_before_the_noun_is_where_they_are_meeting() {
    for (text, place) in [
        ("Ana Lopes is in Rabat meeting with Youssef Bennani.", Some("Rabat")),
        ("Ana Lopes is in talks with Youssef Bennani about a meeting on Monday.", None),
    ] {
        let r = common::record(text);
        let ongoing = r.meetings.iter().find(|m| common::word(&m.status) == "ongoing");
        assert_eq!(ongoing.and_then(|m| m.place.as_ref()).map(|p| p.name.as_str()), place, "{text}");
    }
}

#[test]
fn one_who_holds_two_offices_is_met_once() {
    told(&[
        (
            "Ana Lopes met Deputy Prime Minister and Minister of Trade Youssef Bennani on Monday and Prime Minister Luis Ortiz on Tuesday.",
            &["held: Ana Lopes, Youssef Bennani", "held: Ana Lopes, Luis Ortiz"],
        ),
        (
            "Ana Lopes met Youssef Bennani on Monday and Prime Minister Luis Ortiz on Tuesday.",
            &["held: Ana Lopes, Youssef Bennani", "held: Ana Lopes, Luis Ortiz"],
        ),
    ]);
}
