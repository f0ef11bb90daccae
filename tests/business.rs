//! Deals in the words of business pages: bids, purchases told through what is bought, deals told by halves, and titles of what was signed.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{agreements, record, tells_agreements as told};

#[test]
fn who_supplies_a_company_deals_with_it() {
    told(&[
        ("Kestrel Foods will supply Halden Motors with steel.", &["planned deal: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods will supply trucks to Halden Motors.", &["planned deal: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods supplies the south of Chile.", &[]),
        ("Norway will supply oil to Chile.", &[]),
        // what a deal already told of says that they will do
        (
            "Kestrel Foods signed an agreement with Halden Motors. Under the agreement, Kestrel Foods will supply Halden Motors with steel.",
            &["signed agreement: Kestrel Foods, Halden Motors"],
        ),
        (
            "Norlund Energy signed an agreement with Sable Mining. Under the agreement, Kestrel Foods will supply it with steel.",
            &["signed agreement: Norlund Energy, Sable Mining"],
        ),
        // of which nothing else is told
        ("Under the agreement, Kestrel Foods will supply Halden Motors with steel.", &["agreed agreement: Kestrel Foods, Halden Motors"]),
    ]);
}

#[test]
fn a_sum_that_is_offered_for_a_company_is_a_bid() {
    told(&[
        ("Kestrel Foods offered $2bn for Halden Motors.", &["proposed deal: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods offered $2bn, which was rejected by Halden Motors.", &["proposed deal: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods made a takeover attempt for Halden Motors.", &["proposed deal: Kestrel Foods, Halden Motors"]),
        ("Kestrel Foods offered tea for Halden Motors.", &[]),
        ("Kestrel Foods said it had failed in its takeover attempt.", &[]),
    ]);
}

#[test]
fn a_bid_that_is_completed_is_agreed() {
    told(&[
        ("Kestrel Foods has completed its bid for Halden Motors.", &["agreed deal: Halden Motors, Kestrel Foods"]),
        ("Kestrel Foods has launched its bid for Halden Motors.", &["proposed deal: Halden Motors, Kestrel Foods"]),
    ]);
}

#[test]
fn a_deal_may_be_told_by_halves() {
    told(&[
        ("Halden Motors has received a takeover offer. The bid came from Kestrel Foods.", &["proposed deal: Halden Motors, Kestrel Foods"]),
        // of another company
        (
            "Halden Motors has received a takeover offer. A bid for Norvel Bank came from Kestrel Foods.",
            &["proposed deal: Norvel Bank, Kestrel Foods"],
        ),
        ("Halden Motors has received a takeover offer. It was told of in Oslo.", &[]),
    ]);
}

#[test]
fn a_stake_is_bought_of_who_has_it() {
    told(&[
        ("Kestrel Foods agreed to buy Norvel Bank's stake in Halden Motors.", &["agreed deal: Kestrel Foods, Norvel Bank"]),
        ("Kestrel Foods agreed to buy a stake in Halden Motors.", &["agreed deal: Kestrel Foods, Halden Motors"]),
    ]);
}

#[test]
fn what_a_sum_buys_tells_of_whom() {
    told(&[
        ("Australia agreed to purchase $1.2 billion in Kestrel Motors underwater vehicles.", &["agreed deal: Australia, Kestrel Motors"]),
        ("Kestrel Foods bought $2bn in shares from Halden Motors.", &["agreed deal: Kestrel Foods, Halden Motors"]),
        ("Norvel Bank bought $2bn of Norwegian bonds.", &[]),
        ("Kestrel Foods bought $2bn of shares in May.", &[]),
    ]);
}

#[test]
fn goods_that_are_bought_come_from_the_state_that_they_are_called_by() {
    told(&[
        ("Chile has signed a deal to import Venezuelan fuel.", &["signed deal: Chile, Venezuela"]),
        ("Chile has signed a deal to sell Venezuelan fuel.", &[]),
    ]);
}

#[test]
fn nobody_but_himself_is_bound_by_a_tycoon() {
    told(&[
        ("Norwegian tycoon Ana Lopes launched a takeover bid for Kestrel Foods.", &["proposed deal: Ana Lopes, Kestrel Foods"]),
        ("Norwegian Prime Minister Ana Lopes signed a treaty with Chile.", &["signed treaty: Norway, Chile"]),
    ]);
}

#[test]
fn a_name_behind_what_it_is_is_one_company() {
    told(&[
        (
            "Kestrel Foods agreed to buy its former parent and phone trailblazer Boeing for about $16bn.",
            &["agreed deal: Kestrel Foods, Boeing"],
        ),
        ("Kestrel Foods sold it to Italian bank Mediovela.", &["agreed deal: Kestrel Foods, Mediovela"]),
        // two, of whom the first has something
        ("Portugal's government and Rif rebels signed a truce.", &["signed agreement: Portugal, Rif rebels"]),
    ]);
}

#[test]
fn what_there_is_of_somebody_is_nobody() {
    told(&[
        ("Opposition from Norvel Bank has fuelled speculation that the takeover could fail.", &[]),
        ("Talks go on with a union of mechanics and cleaners, which has failed to negotiate a contract.", &[]),
        ("The Republicans and the Democrats signed an agreement.", &["signed agreement: Republicans, Democrats"]),
    ]);
}

#[test]
fn an_instrument_on_a_matter_is_signed_where_the_matter_seems_to_be() {
    told(&[
        ("They welcomed the memorandum on trade signed by Vietnam and Peru in May.", &["signed memorandum: Vietnam, Peru"]),
        // the matter is an instrument itself
        ("They welcomed the law on the treaty signed by Vietnam and Peru in May.", &["signed treaty: Vietnam, Peru"]),
        ("They discussed a deal on grain exported by Vietnam and Peru.", &[]),
    ]);
}

#[test]
fn two_states_before_an_instrument_are_its_parties() {
    told(&[
        ("They welcomed the signing of the Germany-Peru Agreement for Innovation.", &["signed agreement: Germany, Peru"]),
        ("They welcomed the signing of the Germany-Peru Framework for Innovation.", &["signed other: Germany, Peru"]),
        ("They welcomed the Germany-Peru Framework for Innovation.", &[]),
        (
            "They welcomed the signing of the U.S.-Mexico-Canada Agreement for Innovation.",
            &["signed agreement: United States, Mexico, Canada"],
        ),
        // of three, one is no state
        ("They welcomed the signing of the U.S.-Mexico-Norlund Agreement for Innovation.", &[]),
    ]);
}

#[test]
fn titles_below_a_line_that_says_signed_are_signed() {
    let titles = "Agreement on Trade in Services between Kazakhstan and Peru\n\n\
        Cooperation Agreement between Oslo Finance Centre and Enterprise Norway\n\n\
        Memorandum of Understanding between Kazakhstan and Peru on Training";
    let signed = format!("The two presidents met in Oslo on Monday.\n\nList of Agreements Signed\n\n{titles}");
    assert_eq!(agreements(&signed), ["signed agreement: Kazakhstan, Peru", "signed agreement: Oslo Finance Centre, Enterprise Norway"]);
    assert_eq!(record(&signed).agreements[0].count, Some(2));
    let open = format!("The two presidents met in Oslo on Monday.\n\nAgreements\n\n{titles}");
    assert_eq!(agreements(&open), ["agreed memorandum: Kazakhstan, Peru", "agreed agreement: Oslo Finance Centre, Enterprise Norway"]);
}

#[test]
fn a_programme_that_something_joins_is_no_treaty() {
    told(&[
        ("NASA's Artemis program will be joined by a rover from Australia.", &[]),
        ("The Paris Agreement will be joined by Peru.", &["planned agreement: Peru, Paris Agreement"]),
    ]);
}

#[test]
fn a_sum_told_twice_is_told_once() {
    told(&[("Kestrel Foods made a $2bn (£1bn) bid for Halden Motors.", &["proposed deal: Kestrel Foods, Halden Motors"])]);
}

#[test]
fn whose_chief_executive_it_is_tells_for_whom_he_signs() {
    told(&[("Kestrel Foods makes tea. Its chief executive signed a deal with Halden Bank.", &["signed deal: Kestrel Foods, Halden Bank"])]);
}

#[test]
fn an_approach_is_of_business_where_a_word_says_so() {
    told(&[
        ("Halden Motors' takeover approach to Kestrel Foods was rejected.", &["rejected deal: Halden Motors, Kestrel Foods"]),
        ("Halden Motors' approach to Kestrel Foods has been cautious.", &[]),
        ("Ukraine's NATO bid was supported by Poland.", &[]),
    ]);
}

#[test]
fn a_signing_that_is_put_off_is_still_to_come() {
    told(&[
        ("The signing of a treaty between Chile and Peru was postponed.", &["planned treaty: Chile, Peru"]),
        ("The signing of the treaty between Chile and Peru never took place.", &["planned treaty: Chile, Peru"]),
        ("The signing of the treaty between Chile and Peru took place on Monday.", &["signed treaty: Chile, Peru"]),
        ("The signing of the treaty between Chile and Peru was welcomed.", &["signed treaty: Chile, Peru"]),
    ]);
}

#[test]
fn what_was_supplied_tells_of_no_deal() {
    told(&[("Iran supplied Hezbollah with rockets.", &[]), ("The museum bought a Picasso from Sotheby's.", &[])]);
}

#[test]
fn titles_below_a_line_that_says_that_they_are_not_signed_are_not() {
    let titled = |line: &str| format!("{line}\n\nTreaty between Chile and Peru on Fish");
    assert_eq!(agreements(&titled("Agreements Signed")), ["signed treaty: Chile, Peru"]);
    assert_eq!(agreements(&titled("Agreements not signed")), ["agreed treaty: Chile, Peru"]);
    assert_eq!(agreements(&titled("Agreements signed in a novel")), ["agreed treaty: Chile, Peru"]);
}

#[test]
fn who_teams_up_to_do_something_has_a_deal_on_it() {
    let of = |text: &str| record(text).agreements.into_iter().flat_map(|a| a.subjects).collect::<Vec<_>>();
    let firms = "Norwegian firm Norlund Energy and carmaker Vestra Motors will";
    assert_eq!(of(&format!("{firms} team up to build batteries.")), ["build batteries"]);
    assert_eq!(of(&format!("{firms} join forces to build batteries.")), ["build batteries"]);
    assert!(of(&format!("{firms} line up to build batteries.")).is_empty());
    assert!(agreements(&format!("{firms} join forces to protest against the law.")).is_empty());
}

#[test]
fn an_envoy_of_a_state_signs_for_it_and_a_writer_of_letters_for_nobody() {
    told(&[
        ("Ambassador Karl Brandt of Norway signed a treaty on ports with Chile.", &["signed treaty: Norway, Chile"]),
        ("Karl Brandt of Halden signed a letter on ports with Chile.", &[]),
    ]);
}

#[test]
fn a_company_that_is_only_named_again_by_it_is_the_one_taken_over() {
    told(&[
        (
            "Testing firm Northbrook has been sold: the Danish group Havne Pharma took it over in March for £112m.",
            &["agreed deal: Havne Pharma, Northbrook"],
        ),
        ("Testing firm Northbrook has been sold: the Danish group Havne Pharma took note in March for £112m.", &[]),
    ]);
}
