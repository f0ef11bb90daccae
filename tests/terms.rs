//! Agreements whose sides the clause around them tells: what is done under them, who talks on them, for whom they are signed.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::tells_agreements as told;

#[test]
fn who_does_something_under_a_paper_and_to_whom_are_its_sides() {
    told(&[
        ("Peru ceded the islands to Chile under an agreement that Norway brokered.", &["agreed agreement: Peru, Chile"]),
        ("Chile buys its gas from Peru under a long-term agreement.", &["agreed agreement: Chile, Peru"]),
        ("Vestra Corp operates flights for Halden Air under an agreement.", &["agreed agreement: Vestra Corp, Halden Air"]),
        ("As part of a deal with Peru, Chile will open a consulate in Lima.", &["agreed deal: Chile, Peru"]),
        // no paper, nobody on the other side, or three of whom two cannot be told
        ("Peru ceded the islands to Chile under pressure.", &[]),
        ("Peru pays its debts under an agreement.", &[]),
        ("Vestra Corp sued Peru under an investment treaty.", &[]),
        ("Ana Ruiz was hired by Vestra Corp under a one-year contract.", &[]),
    ]);
}

#[test]
fn the_name_behind_an_opening_phrase_is_the_subject() {
    told(&[
        ("Under a trade pact with Peru, Chile cut its tariffs.", &["agreed pact: Chile, Peru"]),
        ("On the margins of a summit in Lima, Norway, Peru and Chile signed a treaty.", &["signed treaty: Peru, Chile"]),
        ("In Lima, Peru signed a treaty with Chile.", &["signed treaty: Peru, Chile"]),
        ("Of the members of the bloc, Norway, Peru and Chile signed a treaty.", &["signed treaty: Norway, Peru, Chile"]),
    ]);
}

#[test]
fn talks_on_reaching_a_deal_are_no_deal_yet() {
    told(&[
        ("Peru and Chile are in talks on reaching a trade deal.", &["negotiating deal: Peru, Chile"]),
        ("Peru is continuing talks with Chile on signing a trade deal.", &["negotiating deal: Peru, Chile"]),
        ("Peru made a breakthrough by signing a trade deal with Chile.", &["signed deal: Peru, Chile"]),
        ("Peru closed the talks after signing a trade deal with Chile.", &["signed deal: Peru, Chile"]),
    ]);
}

#[test]
fn the_two_sides_are_those_who_sat_together() {
    told(&[
        ("Peru's government and the Maoist rebels began talks. The two sides signed a truce.", &["signed agreement: Peru, Maoist rebels"]),
        ("Peru's government and the Maoist rebels began talks. They say two sides signed a truce in Chile.", &[]),
    ]);
}

#[test]
fn workers_come_to_terms_with_those_they_strike_against() {
    told(&[
        ("Pilots ended their strike against Halden Air after reaching a tentative deal.", &["agreed deal: Pilots, Halden Air"]),
        ("Peru reached a tentative deal after strikes against Halden Air.", &[]),
        ("Pilots reached a deal with the government after air strikes against Vestra Mining.", &[]),
    ]);
}

#[test]
fn who_leads_a_consortium_stands_for_it() {
    told(&[
        (
            "A consortium led by Vestra Corp and Halden Group made a $2bn offer for Kestrel Airlines.",
            &["proposed deal: Vestra Corp, Halden Group, Kestrel Airlines"],
        ),
        ("A coalition led by Peru struck targets in Chile.", &[]),
    ]);
}

#[test]
fn a_treaty_called_by_its_place_is_one_whatever_it_is_called() {
    told(&[
        ("Peru ratified the Paris climate agreement in 2016.", &["ratified agreement: Peru, Paris climate agreement"]),
        (
            "Peru pulled out of the Paris climate accord. It had signed the Paris agreement in 2015.",
            &["terminated agreement: Peru, Paris climate accord"],
        ),
        ("Peru and Chile signed an accord in Paris.", &["signed agreement: Peru, Chile"]),
        ("Peru pulled out of the Lima fish market.", &[]),
        ("The Geneva watch agreement was signed by Vestra Corp.", &[]),
    ]);
}

#[test]
fn those_for_whom_it_is_signed_are_bound() {
    told(&[
        ("The pact was signed on behalf of Peru by Ana Ruiz and on behalf of Chile by Luis Gil.", &["signed pact: Peru, Chile"]),
        ("The pact was welcomed on behalf of Peru by Ana Ruiz and on behalf of Chile by Luis Gil.", &[]),
    ]);
}

#[test]
fn two_who_hold_offices_stand_beside_each_other() {
    told(&[
        ("Chile's Foreign Minister, Luis Gil, and Peru's Ambassador, Ana Ruiz, signed a treaty.", &["signed treaty: Chile, Peru"]),
        (
            "The treaty was signed by the Foreign Minister of Peru, H.E. Ana Ruiz, and the Trade Minister of Chile, H.E. Luis Gil.",
            &["signed treaty: Peru, Chile"],
        ),
        ("Ana Ruiz, Peru's foreign minister, and Luis Gil, her Chilean counterpart, signed a treaty.", &["signed treaty: Peru, Chile"]),
        ("The Peruvian and Chilean presidents, Ana Ruiz and Luis Gil, signed a treaty.", &["signed treaty: Peru, Chile"]),
        (
            "The Department of Energy and Norway's Ministry of Energy signed a pact.",
            &["signed pact: Department of Energy, Ministry of Energy"],
        ),
        // one who has both
        ("Chile's foreign minister, Luis Gil, signed a treaty with Peru.", &["signed treaty: Chile, Peru"]),
    ]);
}

#[test]
fn who_only_proposes_what_others_make_is_none_of_them() {
    told(&[
        ("Peru and Chile accepted a truce proposed by Norway.", &["agreed agreement: Peru, Chile"]),
        ("Norway proposed a truce to Chile.", &["proposed agreement: Norway, Chile"]),
        ("Chile accepted a truce proposed by Norway.", &["agreed agreement: Norway, Chile"]),
    ]);
}

#[test]
fn another_states_senate_is_its_own() {
    told(&[
        ("Peru's Senate approved a trade agreement with Chile.", &["agreed agreement: Peru, Chile"]),
        ("The Peruvian Senate ratified a treaty with Chile. The Senate also passed a bill.", &["ratified treaty: Peru, Chile"]),
        ("The Senate approved a trade agreement with Chile. The United States needs it.", &["agreed agreement: United States, Chile"]),
    ]);
}

#[test]
fn the_text_of_a_treaty_is_agreed_for_the_whole_of_it() {
    told(&[
        ("Peru and Chile agreed on the text of a trade treaty.", &["agreed treaty: Peru, Chile"]),
        ("Peru and Chile agreed on the date of a trade fair.", &[]),
        ("Negotiations between Peru and Chile on a trade treaty broke down.", &["terminated treaty: Peru, Chile"]),
    ]);
}

#[test]
fn of_three_the_one_that_is_sold_deals_with_nobody() {
    told(&[
        ("Vestra Corp bought Kestrel Airlines from Halden Group.", &["agreed deal: Vestra Corp, Halden Group"]),
        ("Vestra Corp bought Kestrel Airlines.", &["agreed deal: Vestra Corp, Kestrel Airlines"]),
        ("He praised the stake Norlund Corp agreed to buy in Vestra Group.", &["agreed deal: Norlund Corp, Vestra Group"]),
    ]);
}

#[test]
fn a_journeys_stops_are_no_pair() {
    let text = "Foreign Minister Ana Ruiz of Peru paid a visit to Malta. She met Juan Vega of Malta. The two countries signed a pact.";
    told(&[
        (&format!("Foreign Minister visits Malta and Chad || {text}"), &["signed pact: Peru, Malta"]),
        (&format!("Peru and Malta sign pact || {text}"), &["signed pact: Peru, Malta"]),
    ]);
}

#[test]
fn a_headline_tells_again_what_the_text_tells() {
    told(&[
        (
            "Ruiz signs Northern Council treaty || Peru acceded to the Northern Fisheries Treaty, with Foreign Minister Ana Ruiz signing the \
             treaty in Lima. It is seen by the countries of the Northern Council as a statement of principles.",
            &["signed treaty: Peru, Northern Fisheries Treaty"],
        ),
        (
            "Peru signs deals with Chile and Vestra || Peru signed a trade deal with Chile. Peru signed a contract with Vestra Corp on Friday.",
            &["signed deal: Peru, Chile", "signed contract: Peru, Vestra Corp"],
        ),
    ]);
}

#[test]
fn the_readers_own_state_may_be_told_by_its_organs_alone() {
    let organs = "Democrats in Congress opposed it. The Senate voted on it. Sen. Luis Gil (D-N.J.) agreed.";
    let tells = |text: &str| common::agreements(&format!("{text} {organs}"));
    let deal = "Sen. Ana Ruiz (R-Tenn.) said last year's nuclear deal with Norway was a mistake.";
    assert_eq!(tells(deal), ["agreed deal: United States, Norway"]);
    assert!(tells("Sen. Ana Ruiz (R-Tenn.) said Norway was a mistake.").is_empty());
}
