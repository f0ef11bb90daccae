//! Papers and who is bound by them: between whom a clause lies, who joins by signing, what is still awaited, titles in marks, items of one
//! line, and sides that only the headline or an owner tells.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{agreements, record, tells_agreements as told};

/// What the agreements are about, one after the other.
fn subjects(text: &str) -> Vec<String> {
    record(text).agreements.into_iter().flat_map(|a| a.subjects).collect()
}

#[test]
fn what_a_clause_lies_between_is_between_those() {
    told(&[
        ("Norway announced an agreement to draw a border between Chad and Sudan.", &["agreed agreement: Chad, Sudan"]),
        // who reaches one is bound by it
        ("Norway reached an agreement with Chile to open an air route between Chad and Sudan.", &["agreed agreement: Norway, Chile"]),
    ]);
}

#[test]
fn who_signs_what_many_have_made_joins_it() {
    told(&[
        ("The ministers welcomed Chile's signing of the Artemis Accords.", &["signed agreement: Chile, Artemis Accords"]),
        ("The ministers welcomed Chile's signing of the Fisheries Agreement.", &[]),
        (
            "Norway and Chile signed the 1994 Northern Fisheries Charter. Peru has signed the Charter.",
            &["signed other: Norway, Chile", "signed other: Peru, Northern Fisheries Charter"],
        ),
        ("Peru has signed the charter of a plane.", &[]),
    ]);
}

#[test]
fn a_document_is_about_its_title() {
    let text = "Norway and Chile issued a joint declaration titled \"Partners for a Green Future\".";
    assert_eq!(subjects(text), ["Partners for a Green Future"]);
    assert_eq!(subjects("Norway and Chile signed a treaty called on Monday by its authors a success."), [""; 0]);
}

#[test]
fn an_agreement_is_about_what_it_will_do() {
    let text = "Norway and Chile will sign several agreements that will deepen cooperation in energy and fisheries.";
    assert_eq!(subjects(text), ["cooperation in energy and fisheries"]);
    assert_eq!(subjects("Norway and Chile will sign several agreements that the press has deepened."), [""; 0]);
}

#[test]
fn a_headline_s_verb_is_no_subject() {
    let under = |title: &str| subjects(&format!("{title} || Norway and Chile are neighbours."));
    assert_eq!(under("Norway Secures Settlement with Chile"), [""; 0]);
    assert_eq!(under("Norway Signs Fisheries Settlement with Chile"), ["Fisheries"]);
}

#[test]
fn a_union_is_told_by_whom_it_speaks_for() {
    told(&[
        (
            "A union representing 5,200 pilots at Boeing has agreed to a new contract.",
            &["agreed contract: union representing 5,200 pilots, Boeing"],
        ),
        ("A union facing 5,200 pilots has agreed to a new contract.", &[]),
    ]);
}

#[test]
fn who_tells_of_an_offer_that_another_turned_down_has_made_it() {
    told(&[
        ("Airbus said on Monday that Boeing had rejected a deal worth $8bn.", &["rejected deal: Boeing, Airbus"]),
        ("Ana Lopes said on Monday that Boeing had rejected a deal worth $8bn.", &[]),
        ("Airbus said on Monday that Boeing had rejected the deal.", &[]),
    ]);
}

#[test]
fn an_intent_to_sign_is_a_plan_of_whose_it_is() {
    let met = "President Ana Lopes of Chile and President Karl Brandt of Norway met on Monday.";
    told(&[
        ("Norway and Chile announced their intent to sign a treaty on fish.", &["planned treaty: Norway, Chile"]),
        (&format!("{met} The presidents announced their countries' intent to sign a treaty on fish."), &["planned treaty: Chile, Norway"]),
        (&format!("{met} The presidents praised their countries' intent."), &[]),
    ]);
}

#[test]
fn a_code_of_conduct_is_an_instrument_where_somebody_draws_it_up() {
    told(&[
        ("A code of conduct for the sea is being drawn up by Norway and Denmark.", &["negotiating other: Norway, Denmark"]),
        ("A code of conduct binds the players of Norway and Denmark.", &[]),
    ]);
}

#[test]
fn a_consensus_is_one_where_it_is_agreed() {
    told(&[
        ("The Six-Point Consensus was agreed to by Norway and Chile.", &["agreed agreement: Norway, Chile"]),
        ("Norway and Chile have a consensus.", &[]),
    ]);
}

#[test]
fn a_sum_in_goods_is_paid_to_whose_they_are() {
    told(&[
        ("Norway agreed to purchase $1.2 billion in Boeing surveillance aircraft.", &["agreed deal: Norway, Boeing"]),
        ("Norway agreed to purchase $1.2 billion in an aircraft of Boeing size.", &[]),
    ]);
}

#[test]
fn what_two_buy_of_each_other_is_their_deal() {
    told(&[
        ("Airbus and Boeing will continue to buy each other's engines.", &["planned deal: Airbus, Boeing"]),
        ("Airbus and Boeing will continue to buy engines.", &[]),
        ("A study commissioned by Airbus and Boeing is out.", &[]),
        ("Airbus commissioned 20 engines from Boeing.", &["agreed deal: Airbus, Boeing"]),
    ]);
}

#[test]
fn an_effort_to_buy_is_whose_it_is() {
    told(&[
        ("Boeing's plan to buy Airbus was announced.", &["proposed deal: Boeing, Airbus"]),
        ("The plan to buy Airbus was announced.", &[]),
    ]);
}

#[test]
fn a_meeting_on_a_bid_says_nothing_of_who_bids() {
    told(&[
        ("Ana Lopes called on Boeing to hold a meeting to discuss the bid.", &[]),
        ("Boeing made a bid for Airbus.", &["proposed deal: Boeing, Airbus"]),
    ]);
}

#[test]
fn the_day_of_somebody_else_s_approval_is_not_the_deal_s() {
    let day = |text: &str| record(text).agreements[0].date.clone().and_then(|d| d.value);
    assert_eq!(day("Airbus's acquisition of Boeing was approved by regulators last month."), None);
    assert_eq!(day("Airbus's acquisition of Boeing was agreed last month.").as_deref(), Some("2029-02"));
}

#[test]
fn a_signing_that_is_looked_forward_to_is_to_come() {
    let by = |verb: &str| format!("The leaders of Norway and Chile {verb} the signing of the Norway-Chile Fisheries Agreement.");
    told(&[
        (&by("looked forward to"), &["planned agreement: Norway, Chile"]),
        (&by("witnessed"), &["signed agreement: Norway, Chile"]),
        (&by("welcomed"), &["signed agreement: Norway, Chile"]),
    ]);
}

#[test]
fn an_exchange_signs_what_is_exchanged() {
    told(&[
        (
            "The leaders of Norway and Chile witnessed the exchange of two memoranda of understanding.",
            &["signed memorandum: Norway, Chile"],
        ),
        ("The leaders of Norway and Chile had an exchange of views on a memorandum of understanding.", &[]),
    ]);
}

#[test]
fn a_paper_on_what_two_have_is_between_those() {
    told(&[
        (
            "The signing of the Memorandum of Understanding on the Norway-Chile Green Framework is a milestone.",
            &["signed memorandum: Norway, Chile"],
        ),
        ("The signing of the Memorandum of Understanding on the green framework of Norway is a milestone.", &[]),
    ]);
}

#[test]
fn a_statement_is_another_paper_than_a_treaty() {
    told(&[
        (
            "Norway and Chile signed a fisheries agreement in May. Norway and Chile also issued a joint statement on ports.",
            &["signed agreement: Norway, Chile", "agreed joint_statement: Norway, Chile"],
        ),
        (
            "Norway and Chile signed a fisheries agreement in May. Norway and Chile hailed the agreement.",
            &["signed agreement: Norway, Chile"],
        ),
    ]);
}

#[test]
fn what_a_paper_is_under_is_not_signed_with_it() {
    told(&[
        (
            "The leaders of Norway and Chile witnessed the signing of a memorandum of understanding under Article 6 of the Paris Agreement.",
            &["signed memorandum: Norway, Chile"],
        ),
        ("The leaders of Norway and Chile witnessed the signing of the Northern Agreement.", &["signed agreement: Norway, Chile"]),
    ]);
}

#[test]
fn what_stands_before_the_verb_is_not_taken_by_it() {
    told(&[
        ("On declaration of its exports, Norway submits reports to Chile.", &[]),
        ("Norway submitted a declaration to Chile.", &["proposed declaration: Norway, Chile"]),
    ]);
}

#[test]
fn two_of_one_state_deal_with_each_other() {
    let with = |of: &str| format!("President Ana Lopes of Chile struck a deal with Senator Karl Brandt of {of}.");
    told(&[(&with("Chile"), &["agreed deal: Karl Brandt, Ana Lopes"]), (&with("Norway"), &["agreed deal: Chile, Norway"])]);
}

#[test]
fn an_organ_stands_for_the_body_that_it_is_of() {
    told(&[
        ("Airbus struck a deal with Boeing's management.", &["agreed deal: Airbus, Boeing"]),
        ("Airbus struck a deal with Boeing's workers.", &["agreed deal: Airbus, Boeing's workers"]),
    ]);
}

#[test]
fn a_campaign_stands_for_who_runs_it() {
    told(&[
        ("Senator Ana Lopes is ahead. The Lopes campaign signed an agreement with Boeing.", &["signed agreement: Ana Lopes, Boeing"]),
        ("Senator Ana Lopes is ahead. A campaign signed an agreement with Boeing.", &[]),
    ]);
}

#[test]
fn who_brings_nobody_together_deals_itself() {
    told(&[
        ("Norway brokered a deal with Chile on fish.", &["agreed deal: Chile, Norway"]),
        ("Norway brokered a deal between Chile and Peru on fish.", &["agreed deal: Chile, Peru"]),
    ]);
}

#[test]
fn the_headline_tells_whose_deals_those_with_others_are() {
    let deals = "Additional trade deals with Norway and Denmark have been struck. Chile is ready.";
    told(&[
        (
            &format!("Fact sheet: President Ana Lopes of Chile on trade || {deals}"),
            &["agreed deal: Chile, Norway", "agreed deal: Chile, Denmark"],
        ),
        (&format!("Fact sheet on trade || {deals}"), &[]),
        (&format!("President Ana Lopes of Chile and President Karl Brandt of Peru on trade || {deals}"), &[]),
    ]);
}

#[test]
fn our_countries_are_those_of_a_letter_s_writer_and_reader() {
    let letter = |whose: &str| {
        format!(
            "Letter from Prime Minister Ana Lopes of Chile to Prime Minister Karl Brandt of Norway || Dear Prime Minister Brandt,\n\n\
             I recall the visit on which {whose} signed an Air Services Agreement.\n\nYours sincerely,\n\nANA LOPES"
        )
    };
    assert_eq!(agreements(&letter("our countries")), ["signed agreement: Chile, Norway"]);
    assert_eq!(agreements(&letter("some countries")), [""; 0]);
}

#[test]
fn items_of_one_line_are_told_apart() {
    let line = |mark: &str| {
        format!(
            "Annex: (1) Fisheries Agreement between Chile and Peru{mark} (2) Memorandum of Understanding between Norway and Denmark on ports."
        )
    };
    told(&[(&line(";"), &["agreed agreement: Chile, Peru", "agreed memorandum: Norway, Denmark"])]);
    assert_ne!(agreements(&line(", see")), agreements(&line(";")));
}

#[test]
fn two_kinds_in_one_heading_are_signed_too() {
    let under = |line: &str| agreements(&format!("{line}\n\nAgreement on Fish between Chile and Peru"));
    assert_eq!(under("List of Agreements/Memoranda of Understanding Signed"), ["signed agreement: Chile, Peru"]);
    assert_eq!(under("List of Agreements/Memoranda of Understanding Discussed"), ["agreed agreement: Chile, Peru"]);
}

#[test]
fn what_is_said_of_a_side_between_dashes_is_no_other_side() {
    told(&[
        ("Iran - the second producer and one of the leaders of the market - signed a deal with India.", &["signed deal: Iran, India"]),
        ("Iran - and Chile - signed a deal with India.", &["signed deal: Iran, Chile, India"]),
    ]);
}

#[test]
fn a_short_name_in_capitals_is_the_company_s() {
    let text = |short: &str| format!("Boeing agreed to buy NXP Chips NV in May. Boeing's purchase of {short} was approved by regulators.");
    told(&[
        (&text("NXP"), &["agreed deal: Boeing, NXP Chips NV"]),
        (&text("Airbus"), &["agreed deal: Boeing, NXP Chips NV", "agreed deal: Boeing, Airbus"]),
    ]);
}

#[test]
fn a_field_is_nobody() {
    told(&[
        (
            "Norway and Chile signed a memorandum on Trade, Defence Cooperation and Extradition of Fugitives.",
            &["signed memorandum: Norway, Chile"],
        ),
        (
            "The Ministry of Defence and the Ministry of Trade signed a memorandum.",
            &["signed memorandum: Ministry of Defence, Ministry of Trade"],
        ),
    ]);
}

#[test]
fn a_bid_by_one_is_for_the_other() {
    told(&[
        ("Ana Lopes recalled a bid by oil giant Halden for Woodside Petroleum.", &["proposed deal: Woodside Petroleum, Halden"]),
        ("Ana Lopes recalled a speech by oil giant Halden for Woodside Petroleum.", &[]),
    ]);
}

#[test]
fn who_would_like_to_join_has_signed_nothing() {
    let pact = "the Northern Fisheries Agreement (NFA)";
    let proposed = &["proposed agreement: Chile, Northern Fisheries Agreement"][..];
    told(&[
        (&format!("Ana Lopes welcomed Chile's interest in joining {pact}."), proposed),
        (&format!("Ana Lopes welcomed Chile's application to {pact}."), proposed),
        (&format!("Ana Lopes welcomed Chile's letter to {pact}."), &[]),
        (&format!("Chile joined {pact} in May."), &["signed agreement: Chile, Northern Fisheries Agreement"]),
    ]);
}

#[test]
fn what_enters_into_force_is_ratified() {
    let met = "Prime Minister Ana Lopes of Chile spoke with Norwegian Prime Minister Karl Brandt";
    told(&[
        (
            &format!("{met} on the occasion of the entry into force of the agreements under the Framework."),
            &["ratified agreement: Chile, Norway"],
        ),
        (&format!("{met} on the occasion of the entry into office of the ministers."), &[]),
    ]);
}

#[test]
fn who_means_to_rejoin_a_pact_has_not_yet() {
    let party = |told: &str| format!("{told} the Northern Fisheries Agreement.");
    told(&[
        (&party("Ana Lopes hailed Chile's decision to rejoin"), &["planned agreement: Chile, Northern Fisheries Agreement"]),
        (&party("Chile rejoined"), &["signed agreement: Chile, Northern Fisheries Agreement"]),
    ]);
}

#[test]
fn an_executive_speaks_for_no_state() {
    let deal = |by: &str| {
        format!(
            "Japanese car maker Halden Motors has lost money. The deal with Vestra Group was celebrated by {by} Takashi Nishioka of Japan."
        )
    };
    told(&[
        (&deal("Halden's newly-appointed chief executive"), &[]),
        ("Vestra Group's deal was signed by Prime Minister Takashi Nishioka of Japan.", &["signed deal: Japan, Vestra Group"]),
    ]);
}

#[test]
fn a_pact_is_what_it_is_called_when_it_is_told_closer() {
    let pact =
        |called: &str| format!("Chile and Peru signed a pact in May. The pact, {called} between Chile and Peru, was published on Monday.");
    told(&[
        (&pact("a memorandum of understanding"), &["signed memorandum: Chile, Peru"]),
        (&pact("a deal"), &["signed pact: Chile, Peru"]),
    ]);
}

#[test]
fn a_word_with_a_hyphen_is_one_subject() {
    let about = |what: &str| {
        let record = common::record(&format!("Chile and Peru signed a memorandum of understanding on {what} on Tuesday."));
        record.agreements[0].subjects.clone()
    };
    assert_eq!(about("energy co-operation"), ["energy co-operation"]);
    assert_eq!(about("energy, co-operation and trade"), ["energy", "co-operation", "trade"]);
    let kind = |what: &str| common::record(&format!("Chile and Peru concluded a {what} deal.")).agreements[0].subjects.clone();
    assert_eq!(kind("loan-for-oil"), ["loan-for-oil"]);
    assert_eq!(kind("long-term gas"), ["long-term gas"]);
}

#[test]
fn what_others_border_on_binds_neither() {
    told(&[
        ("The United States and Norway signed a memorandum on the Chile-Peru border.", &["signed memorandum: United States, Norway"]),
        ("Google announced an agreement to lay a cable between Chile and Peru.", &[]),
    ]);
}

#[test]
fn who_reports_a_rejection_is_no_party() {
    told(&[
        ("Norlund Ltd said on Monday that Vestra Ltd had rejected a deal worth $8bn.", &["rejected deal: Vestra Ltd, Norlund Ltd"]),
        ("The BBC reported that Hamas had rejected a deal.", &[]),
    ]);
}

#[test]
fn a_plan_that_is_dropped_is_no_offer() {
    told(&[
        ("Vestra Ltd dropped its plan to buy Halden Ltd on Monday.", &[]),
        ("Vestra Ltd announced its plan to buy Halden Ltd on Monday.", &["proposed deal: Vestra Ltd, Halden Ltd"]),
    ]);
}

#[test]
fn a_headline_s_state_has_no_part_in_what_others_do() {
    let story = |told: &str| format!("US Secretary of State Ana Lopes meets ministers || {told}");
    told(&[
        (&story("Tehran's media said a deal with China was signed on Monday."), &[]),
        (&story("A deal with China was signed on Monday."), &["signed deal: US, China"]),
    ]);
}

#[test]
fn what_a_pact_is_called_for_praise_is_no_title() {
    let about = |called: &str| {
        let record = common::record(&format!("Chile and Peru signed a pact {called} in May."));
        record.agreements[0].subjects.clone()
    };
    assert!(about("dubbed historic by the press").is_empty());
    assert_eq!(about("titled \"Partners for Growth\""), ["Partners for Growth"]);
}
