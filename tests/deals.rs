//! Deals of companies, claims that are settled, and instruments with several others.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{agreements, record, tells_agreements as told};

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

#[test]
fn captives_that_two_sides_swap_are_a_deal() {
    told(&[
        ("Portugal and Morocco swapped 20 prisoners on Monday.", &["agreed deal: Portugal, Morocco"]),
        ("Portugal and Morocco swapped shirts on Monday.", &[]),
        ("Portugal and Morocco could swap prisoners, Ana Lopes said.", &[]),
    ]);
}

#[test]
fn a_state_sells_another_what_is_told_by_number() {
    told(&[
        ("Portugal sold 12 fighter jets to Morocco last year.", &["agreed deal: Portugal, Morocco"]),
        ("Portugal sold 400,000 bottles of wine to Morocco last year.", &[]),
        ("Portugal sold $3bn of jets to Morocco last year.", &[]),
    ]);
}

#[test]
fn companies_settle_disputes_and_states_may_do_it_on_the_pitch() {
    told(&[
        ("Kestrel Foods and Halden Motors settled their patent dispute.", &["agreed agreement: Kestrel Foods, Halden Motors"]),
        ("Portugal and Morocco settled their dispute on the football pitch.", &[]),
    ]);
}

#[test]
fn what_came_to_nothing_was_negotiated() {
    told(&[
        ("Portugal and Morocco failed to reach a deal on fisheries.", &["negotiating deal: Portugal, Morocco"]),
        ("Portugal and Morocco have yet to agree a trade deal.", &["negotiating deal: Portugal, Morocco"]),
        ("Kestrel Foods and Halden Motors failed to merge.", &["negotiating deal: Kestrel Foods, Halden Motors"]),
        ("Portugal has yet to ratify the treaty with Morocco.", &["signed treaty: Portugal, Morocco"]),
        // who would not win it had no talks
        ("Kestrel Foods failed to win a contract with Morocco.", &[]),
    ]);
}

#[test]
fn what_is_done_under_an_instrument_names_its_sides() {
    told(&[
        (
            "Kestrel Foods will supply Halden Motors with grain under a five-year contract.",
            &["agreed contract: Kestrel Foods, Halden Motors"],
        ),
        ("Kestrel Foods will supply 30 trains to Halden Motors under a contract.", &["agreed contract: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods will build 20 trains for Halden Motors under a contract.", &["agreed contract: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods will build a plant in Morocco under a plan for growth.", &[]),
        ("Under a 1998 treaty between Portugal and Morocco, boats may land anywhere.", &["agreed treaty: Portugal, Morocco"]),
        ("Kestrel Foods supplies Halden Motors with grain.", &[]),
    ]);
}

#[test]
fn somebody_may_bid_for_a_company_and_no_company_for_somebody() {
    told(&[
        ("Ana Lopes made a takeover bid for Halden Motors.", &["proposed deal: Ana Lopes, Halden Motors"]),
        ("Halden Motors rejected a takeover bid from Ana Lopes.", &["rejected deal: Halden Motors, Ana Lopes"]),
        ("Halden Motors rejected a bid from Kestrel Foods for Ana Lopes.", &[]),
        ("Kestrel Foods' offer for Ana Lopes was rejected.", &[]),
        ("Ana Lopes rejected a takeover bid from Halden Motors.", &[]),
    ]);
}

#[test]
fn what_is_bought_for_a_sum_is_news_in_the_present_too() {
    told(&[
        ("Kestrel Foods buys rival Halden Motors for $2bn.", &["agreed deal: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods buys Halden Motors in the play.", &[]),
        ("Kestrel Foods paid $2bn to buy a stake in Halden Motors.", &["agreed deal: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods raised money to buy a stake in Halden Motors.", &[]),
    ]);
}

#[test]
fn what_is_a_companys_stands_for_it() {
    told(&[
        ("Kestrel Foods merged with Halden Motors' truck business.", &["agreed deal: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods announced the purchase of a stake in Halden Motors.", &["agreed deal: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods bought plants in Morocco.", &[]),
        ("Halden Motors was sold to Kestrel Foods in May.", &["agreed deal: Kestrel Foods, Halden Motors"]),
    ]);
}

#[test]
fn an_investment_is_one_where_it_is_made() {
    told(&[
        ("Kestrel Foods announced a $2bn investment in Halden Motors.", &["agreed deal: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods' investment in Halden Motors fell.", &[]),
        ("Kestrel Foods announced a $2bn investment in Morocco.", &[]),
    ]);
}

#[test]
fn what_is_only_talked_about_is_no_deal() {
    told(&[
        ("A tie-up of Kestrel Foods and Halden Motors was agreed.", &["agreed deal: Kestrel Foods, Halden Motors"]),
        ("Rumours of a merger of Kestrel Foods and Halden Motors lifted shares.", &[]),
        ("The takeover of Morocco by Kestrel Foods is a joke.", &[]),
        ("Kestrel Foods and Morocco agreed a merger.", &[]),
    ]);
}

#[test]
fn staff_come_to_terms_with_who_employs_them() {
    told(&[
        ("Workers at Halden Motors have agreed to a new contract.", &["agreed contract: Workers at Halden Motors, Halden Motors"]),
        ("Workers at Halden Motors signed a declaration against the war.", &[]),
        ("Workers from Porto have agreed to a new contract.", &[]),
    ]);
}

#[test]
fn leaders_bind_their_bloc_and_rebels_never_their_state() {
    told(&[
        ("Portugal joined the African Union. Morocco signed a pact with African Union leaders.", &["signed pact: Morocco, African Union"]),
        ("Morocco's government and Rif rebels signed a truce.", &["signed agreement: Morocco, Rif rebels"]),
        // the parser puts the first of the two before the noun of the second
        ("Ethiopia's government and Tigray rebels signed a truce in Rabat.", &["signed agreement: Ethiopia, Tigray rebels"]),
        ("Officials and diplomats reworked a draft deal.", &[]),
    ]);
}

#[test]
fn what_is_signed_on_a_visit_is_between_guest_and_host() {
    told(&[
        ("The treaty was signed during Portuguese President Ana Lopes's visit to Morocco.", &["signed treaty: Portugal, Morocco"]),
        ("The treaty was signed before President Ana Lopes's visit to a school.", &[]),
    ]);
}

#[test]
fn a_court_that_decides_signs_nothing() {
    told(&[
        ("Court approves Kestrel Foods' buyout of Halden Motors", &["agreed deal: Kestrel Foods, Halden Motors"]),
        ("The Halden Tribunal signed a memorandum with Kestrel Foods.", &["signed memorandum: Halden Tribunal, Kestrel Foods"]),
    ]);
}

#[test]
fn a_later_stage_of_an_instrument_has_a_day_of_its_own() {
    told(&[
        (
            "Portugal and Morocco signed a treaty on March 5. Portugal and Morocco suspended the treaty on March 12.",
            &["suspended treaty: Portugal, Morocco"],
        ),
        (
            "Portugal and Morocco signed a treaty on March 5. Portugal and Morocco signed a second treaty on March 12.",
            &["signed treaty: Portugal, Morocco", "signed treaty: Portugal, Morocco"],
        ),
    ]);
}

#[test]
fn who_is_hired_is_no_treaty() {
    told(&[
        ("Kestrel Foods signed Ana Lopes on a short-term deal from Halden Motors.", &[]),
        ("Kestrel Foods signed a short-term deal with Halden Motors.", &["signed deal: Kestrel Foods, Halden Motors"]),
    ]);
}

#[test]
fn somebody_who_buys_a_company_or_a_part_of_one_makes_a_deal() {
    told(&[
        ("Ana Ruiz bought Vestra Inc. for $2bn in May.", &["agreed deal: Ana Ruiz, Vestra Inc."]),
        ("Ana Ruiz agreed to buy Vestra Inc.'s 5% stake in Halden Bank.", &["agreed deal: Ana Ruiz, Vestra Inc."]),
        ("Ana Ruiz took over Vestra Inc.'s business in May.", &[]),
        ("Ana Ruiz bought Vestra shoes for $100.", &[]),
        ("Ana Ruiz bought a Tesla for $90,000.", &[]),
    ]);
}

#[test]
fn nobody_buys_itself() {
    told(&[
        (
            "Vestra Inc. has tried to stay independent since Norlund AG bought 19.9% of the company.",
            &["agreed deal: Norlund AG, Vestra Inc."],
        ),
        ("Norlund AG said it bought 10% of the company.", &[]),
    ]);
}

#[test]
fn the_group_is_a_company_where_nobody_else_is_one() {
    told(&[
        (
            "Vestra Inc. did well. Last week, the group rejected a takeover offer from Norlund AG.",
            &["rejected deal: Norlund AG, Vestra Inc."],
        ),
        ("A group of senators met in Lima. Last week, the group rejected a takeover offer from Norlund AG.", &[]),
        ("Ten senators toured Vestra Inc. Last week, the group rejected a takeover offer from Norlund AG.", &[]),
    ]);
}

#[test]
fn to_whom_something_is_sold_is_a_company_where_no_place_is_known_by_that_name() {
    told(&[
        ("Kestrel Foods sold its bakery to Halmor for $2m.", &["agreed deal: Kestrel Foods, Halmor"]),
        ("Kestrel Foods sold its bakery in Halmor for $2m.", &[]),
    ]);
}

#[test]
fn what_papers_are_called_is_nobody() {
    told(&[
        ("Kestrel Foods will sign Letters of Interest with Halden Bank.", &["planned letter_of_intent: Kestrel Foods, Halden Bank"]),
        (
            "President Ruiz of Peru and President Gil of Chile witnessed the exchange of eight Memorandums of Understanding (MOU) and \
             Co-operation Agreements (see Annex).",
            &["signed memorandum: Peru, Chile"],
        ),
    ]);
}
