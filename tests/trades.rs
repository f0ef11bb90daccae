//! Deals of companies, by how business pages tell them: what is won, planned or tried, who makes what is bought, who only lets others deal.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::tells_agreements as told;

#[test]
fn what_stands_over_a_purchase_tells_how_far_it_has_come() {
    told(&[
        ("Kestrel Foods has won the bidding to acquire Halden Motors.", &["agreed deal: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods announced plans to buy Halden Motors.", &["planned deal: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods has made an attempt to buy Halden Motors.", &["proposed deal: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods was in talks with Halden Motors about buying a stake.", &["negotiating deal: Kestrel Foods, Halden Motors"]),
        // a wish, a permission, what was lost or is not told
        ("Kestrel Foods lost the bidding to acquire Halden Motors.", &[]),
        ("Kestrel Foods got permission to buy Halden Motors.", &[]),
        ("Kestrel Foods may announce plans to buy Halden Motors.", &[]),
        ("Kestrel Foods wrote of its hopes about buying Halden Motors.", &[]),
    ]);
}

#[test]
fn what_can_be_counted_is_made_by_a_company_and_is_none() {
    told(&[
        ("Kestrel Airlines has agreed to buy six Airbus A380s.", &["agreed deal: Kestrel Airlines, Airbus"]),
        ("Kestrel Airlines announced a deal to buy 45 Airbus aircraft.", &["agreed deal: Kestrel Airlines, Airbus"]),
        ("Kestrel Airlines has agreed to buy Halden Motors.", &["agreed deal: Kestrel Airlines, Halden Motors"]),
        ("Kestrel Airlines announced a deal to buy the aircraft.", &[]),
    ]);
}

#[test]
fn of_three_who_sells_what_is_anothers_deals() {
    told(&[
        ("Kestrel Foods bought Norvel Bank's software from Halden Motors.", &["agreed deal: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods bought Norvel Bank's software.", &["agreed deal: Kestrel Foods, Norvel Bank"]),
        ("Kestrel Foods bought the software products of Norvel Bank.", &["agreed deal: Kestrel Foods, Norvel Bank"]),
        ("Kestrel Foods will buy Norvel Bank's North Sea pipelines.", &["planned deal: Kestrel Foods, Norvel Bank"]),
        ("Kestrel Foods bought a map of Norvel Bank.", &[]),
        // of two who are told, one is one too many
        ("Kestrel Foods is to buy jets from either Norvel Industries or Halden Motors.", &[]),
    ]);
}

#[test]
fn who_settles_with_somebody_has_an_agreement_with_them() {
    told(&[
        ("Kestrel Foods settled with Halden Motors over their brands.", &["agreed agreement: Kestrel Foods, Halden Motors"]),
        (
            "Kestrel Foods will pay $30 million to Halden Motors to settle an antitrust suit.",
            &["agreed agreement: Kestrel Foods, Halden Motors"],
        ),
        ("Kestrel Foods and Halden Motors settled in Oslo.", &[]),
        ("Kestrel Foods will pay $30 million to Halden Motors.", &[]),
    ]);
}

#[test]
fn two_companies_may_be_told_by_what_they_are() {
    told(&[
        (
            "Kestrel Motors and Halden Motors are cutting jobs. The two carmakers say they have signed a memorandum.",
            &["signed memorandum: Kestrel Motors, Halden Motors"],
        ),
        (
            "Kestrel Telecom and Halden Telecom announced a merger. The merger between the two companies was completed in May.",
            &["agreed deal: Kestrel Telecom, Halden Telecom"],
        ),
        // of a list of three no two are meant
        (
            "Kestrel Telecom and Halden Telecom have shops like Norvel Stores, Sable Stores and Vestra Stores. The two companies signed a deal.",
            &["signed deal: Kestrel Telecom, Halden Telecom"],
        ),
        ("Two carmakers say they have signed a memorandum.", &[]),
    ]);
}

#[test]
fn who_comes_somewhere_with_a_deal_has_made_it() {
    told(&[
        ("Kestrel Foods is back in Chile with an agreement to buy Halden Motors.", &["agreed agreement: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods hopes to return with a takeover of Halden Motors.", &["planned deal: Kestrel Foods, Halden Motors"]),
        (
            "Now that its takeover of Halden Motors has been completed, Kestrel Foods will spend more.",
            &["agreed deal: Kestrel Foods, Halden Motors"],
        ),
        ("Kestrel Foods is unhappy with an agreement to buy Halden Motors.", &[]),
        ("Kestrel Foods is back in Chile with an agreement.", &[]),
    ]);
}

#[test]
fn who_cuts_jobs_amid_a_bid_is_bid_for() {
    told(&[
        ("Kestrel Foods cut jobs amid a takeover bid from Halden Motors.", &["proposed deal: Halden Motors, Kestrel Foods"]),
        ("Kestrel Foods' shares rose after an offer from Halden Motors.", &["proposed deal: Halden Motors, Kestrel Foods"]),
        ("Kestrel Foods told of a takeover bid from Halden Motors.", &[]),
        ("Ana Ruiz left amid a takeover bid from Halden Motors.", &[]),
    ]);
}

#[test]
fn who_lets_others_deal_is_none_of_them() {
    told(&[
        ("Norvel Bank wants to block a takeover of Kestrel Foods by Halden Motors.", &["proposed deal: Kestrel Foods, Halden Motors"]),
        (
            "Kestrel Foods made a bid for Halden Motors. The Trade Commission approved the bid.",
            &["proposed deal: Kestrel Foods, Halden Motors"],
        ),
        ("Kestrel Foods blocked a takeover by Halden Motors.", &["rejected deal: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods assesses the possibility of making a bid for Halden Motors.", &[]),
        ("Kestrel Foods is making a bid for Halden Motors.", &["proposed deal: Kestrel Foods, Halden Motors"]),
    ]);
}

#[test]
fn who_hails_what_others_reached_is_no_side() {
    told(&[
        (
            "Ana Ruiz, an aide, hailed the accord reached between Kestrel Foods and Halden Motors.",
            &["agreed agreement: Kestrel Foods, Halden Motors"],
        ),
        ("Peru hailed the accord reached between Kestrel Foods and its staff.", &["agreed agreement: Kestrel Foods, staff"]),
        ("Peru and Chile hailed an accord on fish.", &["agreed agreement: Peru, Chile"]),
    ]);
}

#[test]
fn two_of_one_state_come_to_terms_with_each_other() {
    told(&[
        (
            "Norway brokered a truce between a Peruvian militia leader and the governor of the Peruvian province of Loreto.",
            &["agreed agreement: Peruvian militia leader, governor of the Peruvian province of Loreto"],
        ),
        ("Norway brokered a truce between Peru and Chile.", &["agreed agreement: Peru, Chile"]),
    ]);
}

#[test]
fn time_to_come_to_terms_is_no_agreement() {
    told(&[
        (
            "Kestrel Foods gave Halden Motors three weeks to reach an agreement with Norvel Bank.",
            &["negotiating agreement: Halden Motors, Norvel Bank"],
        ),
        ("Kestrel Foods spent three weeks to reach an agreement with Norvel Bank.", &["agreed agreement: Kestrel Foods, Norvel Bank"]),
    ]);
}

#[test]
fn a_partys_name_ends_with_what_it_is() {
    told(&[
        ("The Labour Party clinched a deal with Prime Minister Ana Ruiz's Likud party.", &["agreed deal: Labour Party, Likud party"]),
        ("The Labour Party clinched a deal with Prime Minister Ana Ruiz.", &["agreed deal: Labour Party, Ana Ruiz"]),
    ]);
}

#[test]
fn dollars_are_no_state() {
    told(&[
        ("Kestrel Foods will pay US $3 billion for Halden Motors.", &["planned deal: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods signed a contract with the US in May.", &["signed contract: Kestrel Foods, US"]),
    ]);
}

#[test]
fn what_two_sign_to_buy_is_a_thirds() {
    told(&[
        (
            "Kestrel Foods and Halden Motors signed an agreement to buy the stake of Norvel Bank.",
            &["signed agreement: Kestrel Foods, Halden Motors, Norvel Bank"],
        ),
        ("Kestrel Foods and Halden Motors signed an agreement to tell Norvel Bank.", &["signed agreement: Kestrel Foods, Halden Motors"]),
    ]);
}

#[test]
fn a_union_is_told_by_its_leaders_too() {
    told(&[
        (
            "Union leaders at Kestrel Airlines accepted a contract.",
            &["agreed contract: Union leaders at Kestrel Airlines, Kestrel Airlines"],
        ),
        ("Party leaders at Kestrel Airlines accepted a contract.", &[]),
    ]);
}

#[test]
fn a_new_arrangement_of_ones_own_binds_nobody() {
    told(&[
        ("Under Peru's new arrangement, four Chilean ministers would deal with it.", &[]),
        ("Under an arrangement between Peru and Chile, four ministers would deal with it.", &["agreed other: Peru, Chile"]),
    ]);
}

#[test]
fn who_approaches_a_company_about_a_takeover_bids_for_it() {
    told(&[
        ("Kestrel Foods has approached Halden Motors about a takeover.", &["proposed deal: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods may approach Halden Motors about a takeover.", &[]),
        ("Kestrel Foods has approached Halden Motors about a loan.", &[]),
    ]);
}

#[test]
fn a_deal_for_one_to_sell_to_another_is_between_those() {
    told(&[
        (
            "Chancellor Ana Ruiz of Peru signed a deal for Kestrel Foods to sell trucks to Halden Motors.",
            &["signed deal: Kestrel Foods, Halden Motors"],
        ),
        ("Kestrel Foods signed a deal to sell trucks to Halden Motors.", &["signed deal: Kestrel Foods, Halden Motors"]),
    ]);
}

#[test]
fn what_might_have_been_bought_was_not() {
    told(&[
        ("The pact could have forced Kestrel Foods to buy Halden Motors.", &[]),
        ("The pact forced Kestrel Foods to buy Halden Motors.", &["agreed deal: Kestrel Foods, Halden Motors"]),
    ]);
}

#[test]
fn who_leaves_a_pact_in_tatters_has_not_left_it() {
    told(&[("Peru and Chile left the pact in tatters.", &[]), ("Peru and Chile left the pact in May.", &["terminated pact: Peru, Chile"])]);
}

#[test]
fn a_package_is_one_where_two_agree_on_it() {
    told(&[
        ("Kestrel Foods agreed a rescue package with Halden Motors.", &["agreed agreement: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods sent a package to Halden Motors.", &[]),
    ]);
}

#[test]
fn an_offer_that_one_is_urged_to_reject_is_proposed() {
    told(&[
        ("Investors urged Kestrel Foods to reject an offer from Halden Motors.", &["proposed deal: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods rejected an offer from Halden Motors.", &["rejected deal: Kestrel Foods, Halden Motors"]),
    ]);
}

#[test]
fn a_deal_that_is_over_is_not_the_one_that_is_hoped_for() {
    told(&[
        (
            "Peru and Chile hope to reach a deal on fish. Last year, Peru terminated an agreement with Chile.",
            &["planned deal: Peru, Chile", "terminated agreement: Peru, Chile"],
        ),
        ("Peru and Chile signed a deal on fish. Last year, Peru terminated the deal with Chile.", &["terminated deal: Peru, Chile"]),
    ]);
}

#[test]
fn a_town_of_a_companys_name_is_no_company() {
    told(&[
        ("Monsanto has agreed to buy Kestrel Foods.", &["agreed deal: Monsanto, Kestrel Foods"]),
        ("Kestrel Foods has agreed to buy a field in Monsanto.", &[]),
    ]);
}

#[test]
fn what_a_company_is_in_law_may_stand_before_its_name() {
    told(&[
        (
            "The two signed a memorandum between JSC Norvel and Kestrel Transport SA.",
            &["signed memorandum: JSC Norvel, Kestrel Transport SA"],
        ),
        ("BlackRock Inc., one of the largest managers, said it will buy Kestrel Foods.", &["planned deal: BlackRock Inc., Kestrel Foods"]),
    ]);
}

#[test]
fn what_is_sold_to_several_is_a_deal_with_each() {
    told(&[
        (
            "Vestra Corp sold five trains this week: two to Kestrel Rail and three to the Peruvian government.",
            &["agreed deal: Vestra Corp, Kestrel Rail", "agreed deal: Vestra Corp, Peru"],
        ),
        (
            "Halden Air likes Airbus's A380 jets. There were five A380 sales this week: two to Kestrel Airlines and three to Peru.",
            &["agreed deal: Airbus, Kestrel Airlines", "agreed deal: Airbus, Peru"],
        ),
        // no word on whose they are, or on what became of them
        ("There were five sales this week: two to Kestrel Rail and three to Peru.", &[]),
        ("Vestra Corp sent five trains this week: two to Kestrel Rail and three to Peru.", &[]),
    ]);
}

#[test]
fn countries_across_the_world_come_to_terms_with_each_other() {
    told(&[
        ("The climate accord was forged in December by countries across the world.", &["agreed agreement: countries"]),
        ("Countries across the world signed deals with Peru.", &["signed deal: Countries, Peru"]),
        ("The climate accord was forged in December by countries.", &[]),
    ]);
}

#[test]
fn what_looks_like_such_a_deal_is_told_as_what_it_is() {
    told(&[
        // purposes that nobody has, or somebody else
        ("Kestrel Foods has no plans to buy Halden Motors.", &[]),
        ("Kestrel Foods made no attempt to buy Halden Motors.", &[]),
        ("Kestrel Foods disclosed plans of Norvel Bank to buy Halden Motors.", &[]),
        // offers of something else, or for somebody else
        ("Norvel Bank's shares fell after an offer from Halden Motors for Kestrel Foods.", &[]),
        ("Halden Motors rose after an offer from Kestrel Foods to clean its offices.", &[]),
        ("Norvel Bank rated Vestra Corp a buy after a takeover bid from Kestrel Foods.", &[]),
        // sides told at the noun, or two who sign
        ("Peru signed a deal with Chile for Kestrel Foods to sell trucks to Halden Motors.", &["signed deal: Peru, Chile"]),
        (
            "Norvel Bank and Kestrel Foods signed a deal for Halden Motors to deliver trucks to Vestra Corp.",
            &["signed deal: Norvel Bank, Kestrel Foods"],
        ),
        // who sells what another makes, or has
        (
            "Kestrel Airlines announced a deal to buy 45 Airbus aircraft from Norvel Leasing.",
            &["agreed deal: Kestrel Airlines, Norvel Leasing"],
        ),
        ("Kestrel Foods purchased the goods of Halden Motors from Norvel Bank.", &["agreed deal: Kestrel Foods, Norvel Bank"]),
        (
            "Kestrel Foods contacted Halden Motors about the merger of Norvel Bank and Vestra Corp.",
            &["agreed deal: Norvel Bank, Vestra Corp."],
        ),
        ("Kestrel Foods settled with Halden Motors for second place in the rankings.", &[]),
        ("Kestrel Foods may settle with Halden Motors.", &[]),
        (
            "Kestrel Foods and Norvel Bank signed an agreement to buy trucks for Halden Motors.",
            &["signed agreement: Kestrel Foods, Norvel Bank"],
        ),
        ("Kestrel Foods competed with an agreement to buy Halden Motors made by Norvel Bank.", &[]),
        ("Halden Motors approved the takeover of Kestrel Foods.", &["agreed deal: Halden Motors, Kestrel Foods"]),
        ("Peru left the pact with Chile in anger.", &["terminated pact: Peru, Chile"]),
    ]);
}

#[test]
fn ministers_of_one_state_sign_for_their_departments_and_for_no_others() {
    told(&[
        (
            "The US Forest Agency, the US Water Agency and US Agriculture Secretary Ana Ruiz signed a memorandum. The US Department of Agriculture will pay.",
            &["signed memorandum: US Forest Agency, US Water Agency, US Department of Agriculture"],
        ),
        (
            "Peru's Health Minister Ana Ruiz signed an agreement with Kestrel Foods and Norvel Bank. Chile's Health Ministry objected.",
            &["signed agreement: Peru, Kestrel Foods, Norvel Bank"],
        ),
        ("Former guerrilla leader and President Ana Ruiz of Peru signed a treaty with Chile.", &["signed treaty: Peru, Chile"]),
    ]);
}

#[test]
fn whose_offer_is_rejected_has_made_it() {
    told(&[
        ("Kestrel Foods said Halden Motors had rejected its offer.", &["rejected deal: Halden Motors, Kestrel Foods"]),
        ("The Halden Motors bid was turned down by Kestrel Foods.", &["rejected deal: Kestrel Foods, Halden Motors"]),
        // whose it is, is not told
        ("Kestrel Foods said Halden Motors had rejected the offer.", &[]),
        // for whom, or by whom?
        ("Kestrel Foods welcomed the Halden Motors bid.", &[]),
    ]);
}

#[test]
fn who_sells_and_what_is_sold_are_no_two_sides() {
    told(&[
        ("Halden Motors was sold to Kestrel Foods.", &["agreed deal: Kestrel Foods, Halden Motors"]),
        ("Halden Motors was sold by Kestrel Foods.", &[]),
        ("Kestrel Foods is bigger than Halden Motors in terms of the value of its sales.", &[]),
        ("Kestrel Foods announced its sale to Halden Motors.", &["agreed deal: Kestrel Foods, Halden Motors"]),
    ]);
}

#[test]
fn what_a_third_has_made_is_none_of_his_who_speaks_of_it() {
    told(&[
        ("Kestrel Foods will ask the court to stop a loan that Halden Motors had secured.", &[]),
        ("Kestrel Foods broke an agreement that it had signed with Halden Motors.", &["signed agreement: Kestrel Foods, Halden Motors"]),
        ("Trade agreements with Peru help growth, Kestrel Foods said.", &[]),
        ("A trade agreement with Peru is under way, Kestrel Foods said.", &["negotiating agreement: Kestrel Foods, Peru"]),
        ("Ministers spoke of making treaties with other countries.", &[]),
        ("The treaty with Chile is null and void, Peru said.", &["terminated treaty: Peru, Chile"]),
    ]);
}
