//! Agreements whose parties the occasion tells: who meets, who visits, whose ties are praised; and papers named with their parties.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{agreements, meetings, record, tells_agreements as told};

#[test]
fn who_meets_and_welcomes_a_paper_has_made_it() {
    let met = "Foreign Minister Ana Lopes of Chile met Foreign Minister Karl Brandt of Norway in Oslo.";
    let tells = |rest: &str| agreements(&format!("{met} {rest}"));
    assert_eq!(tells("Both sides welcomed the conclusion of the Free Trade Agreement."), ["agreed agreement: Chile, Norway"]);
    assert_eq!(tells("They took stock of the Joint Declaration on Shipping signed in March 2027."), ["signed declaration: Chile, Norway"]);
    // of more than these two, or welcomed by somebody else
    assert!(tells("They took stock of the Regional Declaration on Shipping signed in March 2027.").is_empty());
    assert!(tells("Both sides welcomed the conclusion of the Kyoto Protocol.").is_empty());
    assert!(tells("Peruvian papers welcomed the conclusion of the Free Trade Agreement.").is_empty());
}

#[test]
fn a_paper_among_the_ties_of_two_is_theirs() {
    told(&[
        (
            "Minister Ruiz praised the ties between Chile and Norway, including the Currency Agreement established in 1967.",
            &["agreed agreement: Chile, Norway"],
        ),
        ("Minister Ruiz praised the ties between Chile and Norway, including the Geneva Convention established in 1967.", &[]),
        ("Minister Ruiz praised the ties between Chile and Norway and criticised the Plastics Treaty signed in 2027.", &[]),
    ]);
}

#[test]
fn what_is_signed_on_a_leaders_visit_is_between_his_state_and_the_host() {
    told(&[
        (
            "The treaty on ports was signed during Norwegian Prime Minister Karl Brandt's visit to Chile in February 2023.",
            &["signed treaty: Norway, Chile"],
        ),
        ("The ship was signed over during Norwegian singer Karl Brandt's visit to Chile in February 2023.", &[]),
    ]);
}

#[test]
fn who_works_towards_a_signing_has_planned_it() {
    told(&[
        ("Chile and Norway are working towards signing a fisheries treaty.", &["planned treaty: Chile, Norway"]),
        ("Chile and Norway are content after signing a fisheries treaty.", &["signed treaty: Chile, Norway"]),
    ]);
}

#[test]
fn two_titles_are_two_papers_and_one_title_is_one() {
    told(&[
        (
            "Ministers hailed the entry into force of the Chile-Norway Digital Economy Agreement and the signing of the Memorandum of \
             Understanding on the Chile-Norway Green Economy Framework.",
            &["ratified agreement: Chile, Norway", "signed memorandum: Chile, Norway"],
        ),
        (
            "Ministers hailed the entry into force of the Chile-Norway Digital Economy Agreement and the signing of the Chile-Norway Digital \
             Economy Agreement.",
            &["ratified agreement: Chile, Norway"],
        ),
    ]);
}

#[test]
fn entry_into_force_may_have_its_day_before_the_paper() {
    let day = |text: &str| record(text).agreements.into_iter().filter_map(|a| a.date?.value).collect::<Vec<_>>();
    assert_eq!(day("Ministers hailed the entry into force in January of the Chile-Norway Fisheries Agreement."), ["2029-01"]);
    assert!(day("Ministers hailed the entry into force in full of the Chile-Norway Fisheries Agreement.").is_empty());
}

#[test]
fn a_weak_noun_is_a_paper_where_it_is_signed() {
    told(&[
        ("They welcomed the signing of the protocol on fish between Chile and Norway.", &["signed protocol: Chile, Norway"]),
        ("They welcomed the text of the protocol on fish between Chile and Norway.", &[]),
    ]);
}

#[test]
fn terms_under_a_deal_tell_its_sides() {
    let firm = "Norwegian energy firm Norlund Energy welcomed the news. Norlund Energy will receive a fee from Vestra Motors";
    assert_eq!(agreements(&format!("{firm} under the deal.")), ["agreed deal: Norlund Energy, Vestra Motors"]);
    assert!(agreements(&format!("{firm} under the law.")).is_empty());
}

#[test]
fn names_are_put_to_what_is_signed() {
    told(&[
        ("Chile and Norway put their names to a fisheries treaty.", &["signed treaty: Chile, Norway"]),
        ("Chile and Norway put their hopes in a fisheries treaty.", &[]),
    ]);
}

#[test]
fn a_concession_is_held_of_who_can_end_it() {
    told(&[
        (
            "The government of Guinea tore up the concession held by Turkish operator Bosfor Liman over the terminal.",
            &["terminated contract: Guinea, Bosfor Liman"],
        ),
        ("The government of Guinea tore up the letter held by Turkish operator Bosfor Liman over the terminal.", &[]),
    ]);
}

#[test]
fn who_is_called_investors_is_a_company_and_the_firms_own_are_not() {
    told(&[
        ("Norlund Energy has sold its gaming division to Kestrel Investors.", &["agreed deal: Norlund Energy, Kestrel Investors"]),
        ("Norlund Energy has sold its gaming division to its investors.", &[]),
    ]);
}

#[test]
fn who_reached_a_deal_stands_before_whom_it_is_about() {
    told(&[
        ("The Puerto Rico debt deal reached by Chile and Norway last week is in danger.", &["agreed deal: Chile, Norway"]),
        ("The Puerto Rico debt deal with Norway is in danger.", &["agreed deal: Puerto Rico, Norway"]),
    ]);
}

#[test]
fn who_proposed_what_another_rejects_is_the_other_side() {
    told(&[
        ("Norway rejected the treaty on carbon credits proposed by Chile.", &["rejected treaty: Norway, Chile"]),
        ("Norway rejected the treaty on carbon credits printed in Chile.", &[]),
    ]);
}

#[test]
fn the_two_governments_are_those_of_the_headline() {
    let text = "Chile and Norway on Tuesday signed a supply agreement. The accord follows one with Peru. A security agreement, \
                concluded by the two WHO in the spring, is to be published.";
    let of = |who: &str| agreements(&format!("Chile, Norway sign pact || {}", text.replace("WHO", who)));
    assert_eq!(of("governments"), ["signed agreement: Chile, Norway", "agreed agreement: Chile, Norway"]);
    assert_eq!(of("companies"), ["signed agreement: Chile, Norway"]);
    // another pair was named last
    let other = "Chile, Norway sign pact || In Africa, Kenya and Uganda signed a rail accord. The two countries met in Nairobi on Tuesday.";
    assert_eq!(meetings(other), ["held: Kenya, Uganda"]);
}

#[test]
fn a_paper_is_no_party_and_its_name_may_hold_one() {
    told(&[
        (
            "Both ministers witnessed the signing of the MOU on Trade between the Government of Chile and the Government of Norway.",
            &["signed memorandum: Government of Chile, Government of Norway"],
        ),
        ("Both ministers witnessed the signing of the MOU on Trade in the hall of the Government of Norway.", &[]),
    ]);
}

#[test]
fn what_a_paper_speaks_of_is_its_subject() {
    let subjects = |text: &str| record(text).agreements.into_iter().flat_map(|a| a.subjects).collect::<Vec<_>>();
    let signed = "Chile and Norway signed a memorandum.";
    assert_eq!(
        subjects(&format!("{signed} The memorandum underscores their commitment to promote capacity-building in fisheries.")),
        ["promote capacity-building in fisheries"]
    );
    assert!(subjects(&format!("{signed} The speech underscores their commitment to promote capacity-building in fisheries.")).is_empty());
}

#[test]
fn a_title_of_a_list_becomes_what_the_one_before_it_became() {
    let list = "(a) the MOU on Trade between Chile and Norway; and (b) the MOU on Ports between the Port Authority of Chile and the Maritime \
                Agency of Norway.";
    let signed = ["signed memorandum: Chile, Norway", "signed memorandum: Port Authority of Chile, Maritime Agency of Norway"];
    let told_of = ["agreed memorandum: Chile, Norway", "agreed memorandum: Port Authority of Chile, Maritime Agency of Norway"];
    assert_eq!(agreements(&format!("The ministers witnessed the signing of {list}")), signed);
    assert_eq!(agreements(&format!("The ministers spoke of {list}")), told_of);
}

#[test]
fn a_body_that_ratifies_with_a_state_binds_its_own_state() {
    told(&[
        ("Russia's Federation Council ratified a fisheries treaty with Norway.", &["ratified treaty: Russia, Norway"]),
        ("Russia's Federation Council debated fish with Norway.", &[]),
    ]);
}

#[test]
fn a_union_in_letters_is_a_side_of_the_paper_named_after_it() {
    told(&[
        ("Ministers hailed the entry into force of the EU-Chile Trade Agreement.", &["ratified agreement: EU, Chile"]),
        ("Ministers hailed the entry into force of the Pre-Chile Trade Agreement.", &[]),
    ]);
}

#[test]
fn a_paper_in_a_letter_is_of_writer_and_reader() {
    let letter = |rest: &str| {
        agreements(&format!(
            "Letter from Prime Minister Ana Lopes of Chile to Prime Minister Karl Brandt of Norway || Dear Karl,\n\nCongratulations on your \
             appointment. {rest}\n\nYours sincerely,\n\nANA LOPES"
        ))
    };
    assert_eq!(letter("I recall the Fisheries Agreement which our predecessors signed in 1998."), ["signed agreement: Chile, Norway"]);
    assert!(letter("I recall the Kyoto Protocol which our predecessors signed in 1998.").is_empty());
}
