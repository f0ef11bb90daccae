//! Who works or plays for somebody signs no agreement of two sides; and who only seems to is one.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{tells_agreements, tells_meetings};

#[test]
fn a_deal_of_somebody_for_years_is_a_contract_of_employment() {
    tells_agreements(&[
        ("Film director Ana Ruiz has signed a three-year deal with Norlund Pictures.", &[]),
        ("Ana Ruiz and Norlund Pictures reached an agreement on a one-year contract.", &[]),
        ("Norlund Pictures reached a contract agreement with producer Ana Ruiz.", &[]),
        ("Both studios claim to have a deal with the British driver.", &[]),
        // for others than herself
        ("Finance Minister Ana Ruiz signed a five-year agreement with Norlund Energy.", &["signed agreement: Ana Ruiz, Norlund Energy"]),
        ("Billionaire Ana Ruiz signed a three-year deal with Norlund Energy to supply steel.", &["signed deal: Ana Ruiz, Norlund Energy"]),
        // two companies sign for years too
        ("Norlund Pictures has signed a three-year deal with Kestrel Foods.", &["signed deal: Norlund Pictures, Kestrel Foods"]),
        (
            "Ana Ruiz, the chief executive of Norlund Pictures, signed a three-year deal with Kestrel Foods.",
            &["signed deal: Norlund Pictures, Kestrel Foods"],
        ),
    ]);
}

#[test]
fn the_contract_of_somebody_is_one_of_employment() {
    tells_agreements(&[
        ("Norlund Motors has terminated the contract of Italian driver Luigi Gallo.", &[]),
        ("Norlund Motors has terminated its contract with Kestrel Foods.", &["terminated contract: Norlund Motors, Kestrel Foods"]),
    ]);
}

#[test]
fn two_persons_who_work_together_sign_nothing() {
    tells_agreements(&[
        ("Ana Ruiz ended her 18-month partnership with Greta Holm on Monday.", &[]),
        (
            "Norlund Motors ended its 18-month partnership with Kestrel Foods on Monday.",
            &["terminated agreement: Norlund Motors, Kestrel Foods"],
        ),
    ]);
}

#[test]
fn a_club_that_wants_a_player_buys_no_club() {
    let team = "The midfielder scored twice in the second half of the match.";
    let bid = "Norvik Rovers have rejected a second bid from Halm United for Ana Ruiz.";
    let takeover = "Norvik Rovers have rejected a second bid from Kestrel Foods.";
    tells_agreements(&[(&format!("{team} {bid}"), &[]), (&format!("{team} {takeover}"), &["rejected deal: Norvik Rovers, Kestrel Foods"])]);
}

#[test]
fn a_bid_to_host_games_is_for_no_company() {
    tells_agreements(&[
        ("Peru's bid for the Super Bowl may be at risk, Norlund Energy said.", &[]),
        ("Ann Derby and Norlund Energy struck a deal to buy Kestrel Foods.", &["agreed deal: Ann Derby, Norlund Energy"]),
        ("Kestrel Foods' bid for Halden Motors may be at risk, it said.", &["proposed deal: Halden Motors, Kestrel Foods"]),
    ]);
}

#[test]
fn deals_with_so_many_are_none_in_particular() {
    tells_agreements(&[
        ("Peru has free-trade agreements with 22 countries.", &[]),
        ("Peru has signed a free-trade agreement with 22 countries.", &["signed agreement: Peru, 22 countries"]),
        ("Peru has a free-trade agreement with Chile.", &["agreed agreement: Peru, Chile"]),
    ]);
}

#[test]
fn a_band_whose_members_met_is_not_met_by_them() {
    tells_meetings(&[
        ("Norlund, whose members met in Oslo, won the prize.", &[]),
        ("Ana Ruiz, whom Luis Gil met in Oslo, won the prize.", &["held: Luis Gil, Ana Ruiz"]),
    ]);
}

#[test]
fn what_is_told_of_each_time_is_no_encounter() {
    tells_meetings(&[
        ("Foreign Minister Ana Ruiz made a habit of meeting President Luis Gil.", &[]),
        ("Foreign Minister Ana Ruiz met President Luis Gil whenever she came to Oslo.", &[]),
        ("Foreign Minister Ana Ruiz met President Luis Gil when she came to Oslo.", &["held: Ana Ruiz, Luis Gil"]),
        ("Foreign Minister Ana Ruiz is glad when she meets Chilean lawmakers.", &[]),
        ("Foreign Minister Ana Ruiz faces a test when she meets Chilean lawmakers on Tuesday.", &["planned: Ana Ruiz, Chilean lawmakers"]),
        ("Foreign Minister Ana Ruiz is ready to meet President Luis Gil whenever he comes.", &["planned: Ana Ruiz, Luis Gil"]),
        ("Half the Chilean lawmakers who met President Luis Gil are from Oslo.", &[]),
        ("All Chilean lawmakers, who met President Luis Gil on Monday, are at home.", &["held: Chilean lawmakers, Luis Gil"]),
        ("Foreign Minister Ana Ruiz has regular meetings with President Luis Gil.", &[]),
        ("Foreign Minister Ana Ruiz had a meeting with President Luis Gil.", &["held: Ana Ruiz, Luis Gil"]),
        ("Foreign Minister Ana Ruiz made a point of her plan and met President Luis Gil.", &["held: Ana Ruiz, Luis Gil"]),
    ]);
}

#[test]
fn talks_of_which_only_the_stage_is_told_run_on() {
    tells_meetings(&[
        ("Talks between Peru and Chile are understood to be at an advanced stage.", &[]),
        ("Talks between Peru and Chile are at an impasse.", &[]),
        ("Talks between Peru and Chile were held in Oslo at an advanced stage of the dispute.", &["held: Peru, Chile"]),
    ]);
}

#[test]
fn who_meets_for_a_place_in_the_final_plays() {
    tells_meetings(&[
        ("Ana Ruiz meets Greta Holm for a place in the final.", &[]),
        ("Army to meet Navy in football.", &[]),
        ("President Ana Ruiz met President Luis Gil on the sidelines of the World Cup final.", &["held: Ana Ruiz, Luis Gil"]),
        ("President Ana Ruiz met President Luis Gil to speak on football.", &["held: Ana Ruiz, Luis Gil"]),
        ("Ana Ruiz met Greta Holm for a talk in the palace.", &["held: Ana Ruiz, Greta Holm"]),
    ]);
}

#[test]
fn an_offer_to_do_something_else_is_no_sale() {
    tells_agreements(&[
        ("Peru will take up Norlund Energy's offer to extend the talks.", &[]),
        ("Peru will take up Norlund Energy's offer to buy the mine.", &["planned deal: Peru, Norlund Energy"]),
    ]);
}

#[test]
fn who_only_backs_a_deal_is_no_side_of_it() {
    tells_agreements(&[
        ("Peru and the Norlund Front signed a US-backed deal.", &["signed deal: Peru, Norlund Front"]),
        ("Peru is considering a US-friendly treaty.", &[]),
        ("Peru and the US signed a deal.", &["signed deal: Peru, US"]),
    ]);
}

#[test]
fn how_somebody_met_whom_they_live_with_is_no_encounter() {
    tells_meetings(&[
        ("Luis Gil had been out to see his fiancee Ana Ruiz, 47, whom he met when she was a patient.", &[]),
        ("Ana Ruiz met Rosa Gil, a bank's chairwoman, in Oslo.", &["held: Ana Ruiz, Rosa Gil"]),
    ]);
}
