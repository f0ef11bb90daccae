//! Deals of companies, claims that are settled, and instruments with several others.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{agreements, record};

#[track_caller]
fn told(cases: &[(&str, &[&str])]) {
    common::hold(agreements, cases);
}

#[test]
fn who_settles_a_claim_comes_to_terms_with_who_has_it() {
    told(&[
        ("Kestrel Foods agreed to settle a lawsuit brought by Halden Bank.", &["agreed agreement: Kestrel Foods, Halden Bank"]),
        ("Kestrel Foods paid Halden Bank $2m to settle charges of fraud.", &["agreed agreement: Kestrel Foods, Halden Bank"]),
        ("Kestrel Foods settled in a suburb of Halden Bank.", &[]),
        ("Judge Ana Lopes settled the case of Kestrel Foods and Halden Bank.", &[]),
    ]);
}

#[test]
fn what_is_bought_may_be_all_or_a_part_of_a_company() {
    told(&[
        ("Kestrel Foods bought all of Halden Motors.", &["agreed deal: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods bought Halden Motors' refinery in Porto.", &["agreed deal: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods bought Portugal.", &[]),
    ]);
}

#[test]
fn an_order_is_with_whose_goods_are_ordered() {
    told(&[
        ("Kestrel Foods placed an order for 10 Halden Motors trucks.", &["agreed deal: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods placed an order for 10 trucks.", &[]),
    ]);
}

#[test]
fn a_rival_bid_is_for_the_same_company() {
    told(&[
        (
            "Kestrel Foods made a bid for Halden Motors. A rival offer from Norsk Group was rejected.",
            &["proposed deal: Kestrel Foods, Halden Motors", "rejected deal: Norsk Group, Halden Motors"],
        ),
        // of no company that is told of
        ("Kestrel Foods grew. An offer from Norsk Group was rejected.", &[]),
        ("Halden Motors rejected a takeover proposal from Norsk Group.", &["rejected deal: Norsk Group, Halden Motors"]),
        ("Halden Motors discussed a takeover proposal from Norsk Group.", &["proposed deal: Norsk Group, Halden Motors"]),
    ]);
}

#[test]
fn a_takeover_is_told_of_once_whatever_the_words() {
    told(&[(
        "Kestrel Foods will sign a takeover deal with Halden Motors. Kestrel Foods and Halden Motors agreed a smaller bailout.",
        &["agreed deal: Kestrel Foods, Halden Motors"],
    )]);
}

#[test]
fn several_instruments_with_several_others_are_one_with_each() {
    told(&[
        (
            "Portugal signed agreements on trade with Morocco and Chile.",
            &["signed agreement: Portugal, Morocco", "signed agreement: Portugal, Chile"],
        ),
        ("Portugal signed an agreement on trade with Morocco and Chile.", &["signed agreement: Portugal, Morocco, Chile"]),
        ("Agreements on trade with Morocco and Chile were welcomed.", &[]),
    ]);
}

#[test]
fn what_was_agreed_may_be_called_a_deal_afterwards() {
    told(&[
        ("Portugal and Morocco agreed on Tuesday to cut quotas. The deal is a first.", &["agreed deal: Portugal, Morocco"]),
        ("Portugal and Morocco agreed on Tuesday to cut quotas.", &[]),
        ("Portugal and Morocco agreed on Tuesday to cut quotas. The Lima Agreement is old.", &[]),
        ("Portugal and Morocco agreed on Tuesday to hold talks. The deal is a first.", &[]),
    ]);
    let r = record("Portugal and Morocco agreed on Tuesday to cut quotas. The deal is a first.");
    assert_eq!(r.agreements[0].subjects, ["cut quotas"]);
}

#[test]
fn two_states_may_stand_in_one_word() {
    told(&[
        ("The ministers praised the U.S.-Chile Free Trade Agreement.", &["signed agreement: United States, Chile"]),
        ("The ministers praised the U.S.-Chile trade deal.", &["signed deal: United States, Chile"]),
        ("The ministers praised the U.S.-backed trade deal.", &[]),
    ]);
}

#[test]
fn whose_clause_it_is_has_the_deal_with_who_is_named() {
    told(&[
        (
            "Portugal said its tests were no violation of a fisheries pact reached in 2015 with Morocco.",
            &["agreed pact: Portugal, Morocco"],
        ),
        ("The bank said its tests were no violation of a fisheries pact reached in 2015 with Morocco.", &[]),
        (
            "Portugal will sell more, as prices rose following a deal with world powers over its fleet.",
            &["agreed deal: Portugal, world powers"],
        ),
        ("Portugal criticised the fisheries pact reached with Morocco.", &[]),
        ("Portugal wants to change a pact agreed in May with Morocco.", &["agreed pact: Portugal, Morocco"]),
    ]);
}

#[test]
fn who_is_praised_for_a_deal_has_made_it() {
    told(&[
        ("Ana Lopes praised Kestrel Foods and Halden Bank for reaching an agreement.", &["agreed agreement: Kestrel Foods, Halden Bank"]),
        ("Ana Lopes asked Kestrel Foods and Halden Bank for an agreement.", &[]),
    ]);
}

#[test]
fn who_agreed_to_end_a_deal_has_ended_it() {
    told(&[
        ("Kestrel Foods agreed to terminate its agreement with Halden Bank.", &["terminated agreement: Kestrel Foods, Halden Bank"]),
        ("Kestrel Foods may agree to terminate its agreement with Halden Bank.", &["signed agreement: Kestrel Foods, Halden Bank"]),
        ("Kestrel Foods wants to terminate its agreement with Halden Bank.", &["signed agreement: Kestrel Foods, Halden Bank"]),
    ]);
}

#[test]
fn a_governor_binds_no_state_and_a_president_does() {
    let sides = |text: &str| agreements(&format!("{text} Ana Lopes is Portuguese. Portugal is a country."));
    assert_eq!(sides("Portuguese President Ana Lopes reached a deal with Morocco."), ["agreed deal: Portugal, Morocco"]);
    assert_eq!(sides("Portuguese Governor Ana Lopes reached a deal with Morocco."), ["agreed deal: Ana Lopes, Morocco"]);
}

#[test]
fn the_firm_of_a_side_is_the_one_told_of_before() {
    let firm =
        |article: &str| agreements(&format!("Portuguese firm Halden Motors makes trucks. {article} Portuguese firm bought Norsk Group."));
    assert_eq!(firm("The"), ["agreed deal: Halden Motors, Norsk Group"]);
    assert_eq!(firm("Another"), Vec::<String>::new());
}

#[test]
fn not_all_of_a_group_have_joined() {
    told(&[("Not all members have signed up to the deal with Morocco.", &[])]);
}
