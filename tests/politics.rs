//! What papers of politics tell: deals that may come, whose names say of whom they are, who only has a view of them; presidents whose side goes
//! without saying.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{record, tells_agreements, tells_meetings};

#[test]
fn what_somebody_is_able_or_called_upon_to_agree_on_is_not_agreed() {
    tells_agreements(&[
        ("It is critical for Peru's ability to strike a trade deal with Chile.", &["negotiating deal: Peru, Chile"]),
        ("Trust has become a key obstacle for Peru to reach a lasting deal with Chile.", &["negotiating deal: Peru, Chile"]),
        ("The senators have called for Peru to reach an agreement with Chile.", &["negotiating agreement: Peru, Chile"]),
        // it is for what they did
        ("Peru flew in its envoys to reach an agreement with Chile.", &["agreed agreement: Peru, Chile"]),
    ]);
}

#[test]
fn the_decision_to_leave_is_as_good_as_leaving() {
    tells_agreements(&[
        ("The decision by Peru to pull out of the fisheries pact with Chile pushed prices higher.", &["terminated pact: Peru, Chile"]),
        ("Prices will rise after Peru's decision to pull out of the pact with Chile.", &["terminated pact: Peru, Chile"]),
        ("Prices will rise if Peru decides to pull out of the pact with Chile.", &[]),
    ]);
}

#[test]
fn a_part_of_what_is_still_negotiated_makes_it_no_more() {
    tells_agreements(&[
        ("As part of a deal being negotiated by Norway and Chile, fish will be cheaper.", &["negotiating deal: Norway, Chile"]),
        ("As part of a deal negotiated by Norway and Chile, fish will be cheaper.", &["agreed deal: Norway, Chile"]),
    ]);
}

#[test]
fn of_two_names_in_one_word_each_is_a_side() {
    let known = "President Ana Lopes of Portugal and Norwegian Prime Minister Karl Brandt are old hands.";
    tells_meetings(&[
        (&format!("{known} The Lopes-Brandt summit in Oslo was short."), &["held: Ana Lopes, Karl Brandt"]),
        // nobody is told to be called so
        (&format!("{known} The Marsh-Dale summit in Oslo was short."), &[]),
        // a name that is one
        (&format!("{known} Tove Lopes-Brandt spoke at a summit in Oslo."), &[]),
    ]);
    let known = "Senator Ana Lopes and Senator Karl Brandt are old hands.";
    tells_agreements(&[
        (&format!("{known} The House rejected the Lopes-Brandt deal."), &["rejected deal: Ana Lopes, Karl Brandt"]),
        (&format!("{known} Norway ripped up the Lopes-era agreement."), &[]),
    ]);
}

#[test]
fn who_has_a_view_of_a_deal_is_no_side_of_it() {
    tells_agreements(&[
        ("Critics of the government struck a blow. Opponents want a better deal with Chile.", &[]),
        ("The farmers' leaders want a better deal with Chile.", &["proposed deal: farmers' leaders, Chile"]),
    ]);
}

#[test]
fn deals_with_whoever_they_are_are_no_deal() {
    tells_agreements(&[
        ("Peru was always on the losing end of deals with richer nations.", &[]),
        ("Peru was glad of the end of its deal with Chile.", &["terminated deal: Peru, Chile"]),
    ]);
}

#[test]
fn what_is_said_of_somebody_in_the_aim_of_a_deal_is_no_side() {
    tells_agreements(&[
        ("Norway dismissed the deal to keep Kestrel Foods, which announced a move to Chile, in Oslo.", &[]),
        ("Norway announced a deal to buy gas from Kestrel Foods.", &["agreed deal: Norway, Kestrel Foods"]),
    ]);
}

#[test]
fn in_combination_with_is_no_combination() {
    tells_agreements(&[
        ("Kestrel Foods said Halden Motors, a Chilean carmaker, uses oil in combination with its rival, Norvel Bank.", &[]),
        ("The combination of Kestrel Foods with Halden Motors is due in May.", &["planned deal: Kestrel Foods, Halden Motors"]),
    ]);
}

#[test]
fn what_is_made_ready_or_yielded_is_no_instrument() {
    tells_agreements(&[
        ("Norway and Chile finalised arrangements for the feast.", &[]),
        ("Norway and Chile signed two arrangements on fish.", &["signed other: Norway, Chile"]),
        ("Norway seemed willing to make a concession to Chile.", &[]),
        ("Norway may lower duties in exchange for concessions from Chile.", &[]),
        ("Norway tore up the concession held by Kestrel Foods.", &["terminated contract: Norway, Kestrel Foods"]),
    ]);
}

#[test]
fn a_states_forces_stand_for_it() {
    tells_agreements(&[
        ("Under a deal signed in 2019, Norway is giving the planes to Chile's air force.", &["signed deal: Norway, Chile"]),
        ("Kestrel Airlines signed a contract with the Air Force Academy.", &["signed contract: Kestrel Airlines, Air Force Academy"]),
    ]);
}

#[test]
fn each_of_a_list_has_its_own_sides() {
    tells_meetings(&[
        (
            "Norway has much to do: hard talks with China over trade, a crisis in Peru, tensions between India and Pakistan and a strike.",
            &["held: Norway, China"],
        ),
        ("Norway welcomed the talks and the truce between India and Pakistan on Monday.", &["held: India, Pakistan"]),
    ]);
}

#[test]
fn the_same_by_another_name_is_no_second_side() {
    tells_meetings(&[
        ("The central committee or Grand Council will meet on Monday.", &[]),
        ("The central committee and the Grand Council will meet on Monday.", &["planned: central committee, Grand Council"]),
    ]);
    tells_agreements(&[("Kestrel Airlines will buy ten jets from either Airbus or Boeing.", &[])]);
}

#[test]
fn who_comes_to_a_summit_does_not_meet_whose_it_is() {
    tells_meetings(&[
        ("Portuguese President Ana Lopes will make stops in Rome and Oslo for NATO and G-7 meetings.", &[]),
        ("Portuguese President Ana Lopes lashed out at her friends at the NATO summit in Oslo.", &[]),
        ("Portuguese President Ana Lopes held a meeting with NATO in Oslo.", &["held: Ana Lopes, NATO"]),
        ("A NATO-EU summit was held in Oslo.", &["held: NATO, EU"]),
        // a council sits there
        (
            "At a U.N. Security Council meeting on the strike, Portuguese President Ana Lopes denied it.",
            &["held: Ana Lopes, U.N. Security Council"],
        ),
    ]);
}

#[test]
fn plans_that_nobody_has_are_denied_and_what_they_can_do_when_they_meet_is_to_come() {
    tells_meetings(&[
        ("Ana Lopes said she does not have plans to speak with Karl Brandt.", &["denied: Ana Lopes, Karl Brandt"]),
        ("Ana Lopes has no plans to meet Karl Brandt.", &["denied: Ana Lopes, Karl Brandt"]),
        ("Ana Lopes has plans to meet Karl Brandt.", &["planned: Ana Lopes, Karl Brandt"]),
        ("Ana Lopes hopes that she can do better when she meets Karl Brandt in May.", &["planned: Ana Lopes, Karl Brandt"]),
        ("Ana Lopes did better when she met Karl Brandt in February.", &["held: Ana Lopes, Karl Brandt"]),
        ("Ana Lopes is planning visits to Oslo to discuss fish with Karl Brandt.", &["planned: Ana Lopes, Karl Brandt"]),
    ]);
}

/// Each person with its state.
fn sides(text: &str) -> Vec<String> {
    let r = record(text);
    r.participants.iter().map(|p| format!("{} {}", p.name, p.country.as_deref().unwrap_or("-"))).collect()
}

#[test]
fn whose_call_with_a_president_it_was_is_not_that_president() {
    let home = "WASHINGTON - President Ana Lopes fired the inspector. The Senate and the Democrats in Congress were angry.";
    assert_eq!(sides(&format!("{home} Lopes spoke of her phone call with Chile's president.")), ["Ana Lopes US", "Chile's president CL"]);
    // but of somebody else's it may be
    assert_eq!(
        sides("President Ana Lopes met Karl Brandt. The Chilean president said that it was useful."),
        ["Ana Lopes CL", "Karl Brandt -"]
    );
    assert_eq!(sides("President Ana Lopes spoke as the Chilean president. She met Karl Brandt."), ["Ana Lopes CL", "Karl Brandt -"]);
}

#[test]
fn a_surname_alone_is_his_who_holds_the_office_not_hers_by_marriage() {
    let text = "President Lopes landed in Oslo. Norwegian Prime Minister Karl Brandt is coming into his meetings with Lopes in good mood. The \
                president and first lady Ana Lopes will dine.";
    tells_meetings(&[
        (text, &["held: Lopes, Karl Brandt"]),
        ("First lady Ana Lopes came to the school. Lopes met the teachers' leader Eva Sol.", &["held: Ana Lopes, Eva Sol"]),
    ]);
}

#[test]
fn a_lone_word_is_the_name_of_the_one_who_is_told_of_over_and_over() {
    let often = "Kim Min-jun thanked the envoys. Kim Min-jun is the leader of North Korea. Kim Min-jun spoke.";
    tells_meetings(&[
        (&format!("{often} The men are Karl Brandt and Tony Kim. Ana Lopes met Kim on Monday."), &["held: Ana Lopes, Kim Min-jun"]),
        ("Kim Min-jun spoke. Tony Kim thanked the envoys. Ana Lopes met Kim on Monday.", &["held: Ana Lopes, Tony Kim"]),
    ]);
}

#[test]
fn a_body_keeps_all_of_its_name_and_nothing_before_it() {
    tells_agreements(&[
        (
            "Peruvian railway manufacturer ABTV signed an agreement with the Chilean ministry of transport and tourism.",
            &["signed agreement: ABTV, Chilean ministry of transport and tourism"],
        ),
        // what is apposed to the agreement tells of no side
        (
            "Kestrel Foods signed an agreement with Halden Motors to sell lorries to Norway, the first Peruvian exports of lorries.",
            &["signed agreement: Kestrel Foods, Halden Motors"],
        ),
    ]);
}

#[test]
fn who_sits_in_a_parliament_binds_itself_at_home_and_its_state_abroad() {
    tells_agreements(&[
        ("Democrats hope to strike a deal with U.S. Senator Ana Lopes to alter her bill.", &["planned deal: Democrats, Ana Lopes"]),
        ("U.S. Senator Ana Lopes signed an agreement with Peru.", &["signed agreement: U.S., Peru"]),
    ]);
}

#[test]
fn who_only_speaks_of_a_deal_has_no_part_in_it() {
    tells_agreements(&[
        ("Norwegian Prime Minister Karl Brandt told the house of his reservations on a trade deal with Chile.", &[]),
        ("Norwegian Prime Minister Karl Brandt began talks on a trade deal with Chile.", &["negotiating deal: Chile, Norway"]),
        ("For years, Norway has violated the terms of the Northern Waters Protection Treaty without remorse.", &[]),
        ("Norway worked out the terms of the Northern Waters Treaty with Chile.", &["agreed treaty: Chile, Norway"]),
    ]);
}

#[test]
fn what_a_reader_with_fresh_eyes_found() {
    tells_meetings(&[
        // a name of two halves is one name where it stands for somebody
        (
            "US Congresswoman Ana Ocasio-Cortez met Eva Sol on Monday. Luis Cortez and Karl Ocasio spoke.",
            &["held: Ana Ocasio-Cortez, Eva Sol"],
        ),
        (
            "James Ruiz leads Peru. James Ruiz spoke. James Ruiz left. Mrs Eva James is a mayor. On Monday Mrs James met Karl Brandt.",
            &["held: Eva James, Karl Brandt"],
        ),
        // a company's meeting is with the company
        ("Norlund boss Ana Lopes walked out of the Halden Motors meeting on Monday.", &["held: Ana Lopes, Halden Motors"]),
    ]);
    tells_agreements(&[
        ("Kestrel Foods signed two concessions with Peru on Monday.", &["signed contract: Kestrel Foods, Peru"]),
        ("Weight Watchers signed a deal with Kestrel Foods.", &["signed deal: Weight Watchers, Kestrel Foods"]),
        ("Peru and Chile reached arrangements on fishing rights on Monday.", &["agreed other: Peru, Chile"]),
        ("Peru, Chile and rebel leaders signed a peace deal.", &["signed deal: Peru, Chile, rebel leaders"]),
        // a decision that is only weighed, or no longer stands, ends nothing
        ("Peru is weighing a decision to leave the pact with Chile.", &["signed pact: Peru, Chile"]),
        ("Peru reversed its decision to leave the pact with Chile.", &["signed pact: Peru, Chile"]),
        ("Peru announced its decision to leave the pact with Chile.", &["terminated pact: Peru, Chile"]),
    ]);
}

#[test]
fn what_is_made_in_a_series_is_no_side() {
    tells_agreements(&[
        ("The Peruvian acquisition of F-16s will help the pilots.", &[]),
        ("The G-20 signed an agreement with Peru.", &["signed agreement: G-20, Peru"]),
    ]);
}
