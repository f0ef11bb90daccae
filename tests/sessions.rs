//! Groups and bodies: whom a noun before "officials" stands for, and which of them confer by themselves.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::meetings;

fn told(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(meetings(text), *expected, "{text}");
    }
}

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
fn a_body_or_a_group_of_several_sides_confers_alone() {
    told(&[
        ("The UN Security Council met on Monday.", &["held: UN Security Council"]),
        ("OPEC held an emergency meeting in Vienna on Sunday.", &["held: OPEC"]),
        ("A meeting of NATO ministers was called off on Monday.", &["cancelled: NATO ministers"]),
        ("EU leaders will meet in Brussels on Friday.", &["planned: EU leaders"]),
        ("African leaders gathered in Rabat on Monday.", &["held: African leaders"]),
        ("Ministers from 20 countries will meet in Lisbon.", &["planned: Ministers from 20 countries"]),
        ("Leaders of five coalition parties met on Monday.", &["held: Leaders of five coalition parties"]),
    ]);
}

#[test]
fn whoever_else_is_told_of_alone_has_met_nobody() {
    told(&[
        // neither day nor place
        ("The UN Security Council met.", &[]),
        // a company, a band, officials of one side, countries without a number
        ("Halm Shipping held a meeting in Oslo on Monday.", &[]),
        ("The musicians met in Oslo on Monday.", &[]),
        ("Portuguese officials met in Oslo on Monday.", &[]),
        ("Ministers of the countries met in Oslo on Monday.", &[]),
        // what a body meets is no encounter, and whom else it meets is not told of alone
        ("The UN Security Council met the deadline on Monday.", &[]),
        ("EU leaders met with criticism in Brussels on Monday.", &[]),
        // where somebody else conferred
        ("Ana Lopes spoke in Brussels on Monday on the sidelines of a NATO meeting.", &[]),
    ]);
}

#[test]
fn a_body_told_of_alone_and_beside_another_has_met_once() {
    told(&[
        ("EU leaders met in Brussels on Monday. On Monday EU leaders met Ana Lopes in Brussels.", &["held: EU leaders, Ana Lopes"]),
        (
            "EU leaders met in Brussels on Monday. On Tuesday EU leaders met Ana Lopes in Rabat.",
            &["held: EU leaders", "held: EU leaders, Ana Lopes"],
        ),
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
