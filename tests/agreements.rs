//! Which sentences tell of an agreement, and which only look like it.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{agreements, record, tells_agreements as told};

#[test]
fn instruments_tell_their_parties_kind_and_stage() {
    for (text, expected) in [
        ("Portugal and Morocco signed a treaty on fisheries in Rabat.", "signed treaty: Portugal, Morocco"),
        ("Portugal signed six memoranda of understanding with Morocco.", "signed memorandum: Portugal, Morocco"),
        ("A pact between Portugal and Morocco was signed on Tuesday.", "signed pact: Portugal, Morocco"),
        ("Portugal and Morocco are negotiating a trade agreement.", "negotiating agreement: Portugal, Morocco"),
        ("Portugal will sign a protocol with Morocco next week.", "planned protocol: Portugal, Morocco"),
        ("Portugal rejected a deal with Morocco.", "rejected deal: Portugal, Morocco"),
    ] {
        assert_eq!(agreements(text), [expected], "{text}");
    }
}

#[test]
fn what_only_looks_like_an_agreement_tells_of_none() {
    for text in [
        "Portugal and Morocco agreed to strengthen ties.",
        "Ana Lopes signed a bill into law in Lisbon.",
        "Portugal and Morocco agreed that the sea is wide.",
        "The striker signed a contract extension with Porto.",
        "If Portugal and Morocco signed a treaty, prices would fall.",
        "No agreement was reached between Portugal and Morocco.",
    ] {
        assert_eq!(agreements(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn those_who_sign_bind_the_states_that_they_speak_for() {
    let r = record(
        "Portuguese President Ana Lopes and Moroccan President Youssef Bennani signed 4 agreements on customs and fisheries in Rabat.",
    );
    let a = &r.agreements[0];
    let names = |ids: &[paraph::record::Id]| ids.iter().map(|i| common::name(&r, i).to_owned()).collect::<Vec<_>>();
    assert_eq!(names(&a.parties), ["Portugal", "Morocco"]);
    assert_eq!(names(&a.signatories), ["Ana Lopes", "Youssef Bennani"]);
    assert_eq!((a.count, a.count_text.as_deref()), (Some(4), Some("4")));
    assert_eq!(a.subjects, ["customs", "fisheries"]);
}

#[test]
fn an_open_number_keeps_its_words() {
    let r = record("Portugal and Morocco signed several agreements.");
    assert_eq!((r.agreements[0].count, r.agreements[0].count_text.as_deref()), (None, Some("several")));
}

#[test]
fn agreements_belong_to_the_meeting_that_they_came_of() {
    let r = record(
        "Portuguese President Ana Lopes met Moroccan President Youssef Bennani in Rabat, after which Portugal and Morocco signed a treaty.",
    );
    assert_eq!(r.agreements[0].meeting.as_ref(), Some(&r.meetings[0].id));
    assert_eq!(r.meetings[0].agreements, [r.agreements[0].id.clone()]);
}

#[test]
fn clauses_on_the_noun_tell_who_and_how_far() {
    for (text, expected) in [
        ("The ban would breach the free trade agreement that Portugal signed with Morocco in 2001.", "signed agreement: Portugal, Morocco"),
        ("She has pledged to honour the lithium treaty that Portugal and Morocco signed in 2022.", "signed treaty: Portugal, Morocco"),
        (
            "Ministers discussed a deal signed in April by Norlund Bank, Vestra Foods and Palmer Steel.",
            "signed deal: Norlund Bank, Vestra Foods, Palmer Steel",
        ),
        ("The Portugal-Morocco fisheries treaty was ratified in June.", "ratified treaty: Portugal, Morocco"),
    ] {
        assert_eq!(agreements(text), [expected], "{text}");
    }
    let r = record("The ban would breach the free trade agreement that Portugal signed with Morocco in 2001.");
    assert_eq!(r.agreements[0].date.as_ref().map(|d| d.text.as_str()), Some("2001"));
}

#[test]
fn an_instrument_ends_as_it_is_told_to() {
    for (text, stage) in [
        ("A land swap agreement between Norlund Bank and Palmer Steel lapsed in March.", "terminated"),
        ("Portugal suspended its extradition treaty with Morocco.", "suspended"),
        ("Portugal withdrew from its fisheries treaty with Morocco.", "terminated"),
        ("Portugal threatened to suspend its 2016 fisheries accord with Morocco.", "signed"),
        ("Portugal and Morocco extended their fisheries agreement by two years.", "signed"),
        ("The 1998 peace agreement between Portugal and Morocco ended the war.", "agreed"),
    ] {
        let told = agreements(text);
        assert!(told.len() == 1 && told[0].starts_with(stage), "{text}: {told:?}");
    }
}

#[test]
fn business_is_told_by_verbs_and_by_nouns() {
    for (text, stage) in [
        ("Palmer Steel agreed to sell its mine in Peru to Vestra Mining for $2bn.", "agreed"),
        ("Palmer Steel bought a 20% stake in Vestra Mining.", "agreed"),
        ("Vestra Mining rejected a £2bn bid from Palmer Steel.", "rejected"),
        ("Vestra Mining has accepted a takeover offer from Palmer Steel.", "agreed"),
        ("Palmer Steel made a £2bn bid for Vestra Mining.", "proposed"),
        ("Palmer Steel is in talks to buy Vestra Mining.", "negotiating"),
        ("Palmer Steel's takeover of Vestra Mining was completed in June.", "agreed"),
        ("Palmer Airlines ordered 40 jets from Vestra Aerospace.", "agreed"),
    ] {
        let told = agreements(text);
        assert!(told.len() == 1 && told[0].starts_with(&format!("{stage} deal")), "{text}: {told:?}");
    }
    for text in [
        "Palmer Steel sold 20,000 cars to customers in Germany last year.",
        "Portugal sells most of its oil to Morocco.",
        "Vestra Foods lost out to Norlund Bank in the battle to buy Palmer Group.",
        "Portugal may want to make a deal with Morocco one day.",
        "Portugal bought 30% of its gas from Morocco last year.",
    ] {
        assert_eq!(agreements(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_second_instrument_has_its_own_parties() {
    let told =
        agreements("Palmer Steel signed a concession agreement with Norlund Bank and a memorandum of understanding with Vestra Mining.");
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[1].starts_with("signed memorandum") && told[1].contains("Vestra Mining") && !told[1].contains("Norlund"), "{told:?}");
}

#[test]
fn a_pronoun_in_what_somebody_says_is_that_somebody() {
    let told = agreements("Norlund Bank confirmed it had agreed a sponsorship deal with Vestra Foods.");
    assert!(told.len() == 1 && told[0].contains("Norlund Bank") && told[0].contains("Vestra Foods"), "{told:?}");
    let told = agreements("The clinic in Portugal waived its fees under an agreement it signed with Norlund Bank in 2018.");
    assert!(!told.iter().any(|t| t.contains("Portugal")), "{told:?}");
}

#[test]
fn subjects_hang_where_they_may() {
    let r = record(
        "Portuguese President Ana Lopes and Moroccan President Youssef Bennani witnessed the signing of two memoranda of understanding on \
         cooperation in the areas of health and training.",
    );
    let said = r.agreements[0].subjects.join("; ");
    assert!(said.contains("health") && said.contains("training"), "{said}");
}

#[test]
fn several_spoken_of_together_sign_too() {
    let text = "Portugal met Morocco in Madrid. The two countries signed a fisheries treaty on Monday.";
    assert_eq!(agreements(text), ["signed treaty: Portugal, Morocco"]);
    assert_eq!(agreements("Portugal slept. The two countries signed a fisheries treaty."), Vec::<String>::new());
}

#[test]
fn a_pronoun_may_stand_for_what_is_signed() {
    let text = "The fisheries treaty is ready. Portugal and Morocco will sign it on Monday.";
    assert_eq!(agreements(text), ["planned treaty: Portugal, Morocco"]);
    assert_eq!(agreements("The picture is ready. Portugal and Morocco will sign it on Monday."), Vec::<String>::new());
}

#[test]
fn what_it_covers_may_be_told_in_the_next_sentence() {
    let r = record("Portugal and Morocco signed an agreement on Monday. It covers customs and energy.");
    assert_eq!(r.agreements[0].subjects, ["customs", "energy"]);
    let r = record("Portugal and Morocco signed an agreement on Monday. The sea is wide. It covers most of the Earth.");
    assert_eq!(r.agreements[0].subjects, Vec::<String>::new());
}

#[test]
fn an_amount_of_money_is_no_number_of_instruments() {
    let r = record("Portugal signed a $300m loan agreement with Morocco.");
    assert_eq!(r.agreements[0].count, Some(1));
    let r = record("Portugal signed 30 agreements with Morocco.");
    assert_eq!(r.agreements[0].count, Some(30));
}

#[test]
fn who_signs_alone_what_has_a_name_joins_it() {
    assert_eq!(
        agreements("Portugal signed the Northern Fisheries Convention on Monday."),
        ["signed convention: Portugal, Northern Fisheries Convention"]
    );
    assert_eq!(agreements("Portugal signed a convention on Monday."), Vec::<String>::new());
}

/// Each text with what it tells of: one line an instrument.
#[test]
fn what_is_near_or_supposed_is_told_as_far_as_it_goes() {
    told(&[
        ("Kestrel Foods said it was close to striking a deal with Halden Bank.", &["negotiating deal: Kestrel Foods, Halden Bank"]),
        ("Kestrel Foods said it was happy after striking a deal with Halden Bank.", &["agreed deal: Kestrel Foods, Halden Bank"]),
        (
            "If the agreement that Kestrel Foods signed with Halden Bank in May holds, prices will fall.",
            &["signed agreement: Kestrel Foods, Halden Bank"],
        ),
        ("If Kestrel Foods signed an agreement with Halden Bank, prices would fall.", &[]),
        ("Talks between Kestrel Foods and Halden Bank on a deal collapsed on Friday.", &["terminated deal: Kestrel Foods, Halden Bank"]),
        ("Talks between Kestrel Foods and Halden Bank on a deal began on Friday.", &["negotiating deal: Kestrel Foods, Halden Bank"]),
    ]);
}

#[test]
fn a_plan_is_an_instrument_only_where_two_come_to_terms() {
    told(&[
        ("Portugal agreed a plan with Morocco on Friday.", &["agreed other: Portugal, Morocco"]),
        ("Portugal discussed a rebuilding plan with Morocco on Friday.", &[]),
        ("Portugal and Morocco abandoned plans for a bridge.", &[]),
    ]);
}

#[test]
fn the_other_side_may_stand_in_a_clause_on_the_noun() {
    told(&[
        ("Portugal agreed a deal totalling $375m with Kestrel Foods.", &["agreed deal: Portugal, Kestrel Foods"]),
        (
            "Kestrel Foods signed a deal to buy the printer division of Halden Electronics.",
            &["signed deal: Kestrel Foods, Halden Electronics"],
        ),
        ("Kestrel Foods signed a deal to visit the old town of Halden.", &[]),
        ("Chile is not interested in a deal similar to that concluded between Portugal and Morocco.", &["agreed deal: Portugal, Morocco"]),
        ("Chile wants a deal similar to that of 1999.", &[]),
    ]);
}

#[test]
fn a_state_is_told_by_its_kind_and_by_whose_it_is() {
    told(&[
        ("Portugal signed a treaty with the kingdom of Morocco.", &["signed treaty: Portugal, Morocco"]),
        ("Portuguese President Ana Lopes praised the treaty between her country and Morocco.", &["signed treaty: Portugal, Morocco"]),
        ("Portuguese President Ana Lopes praised the treaty that her country has.", &[]),
        ("The Republicans and the Democrats signed an agreement on Monday.", &["signed agreement: Republicans, Democrats"]),
    ]);
}

#[test]
fn money_put_into_a_company_and_companies_that_become_one_are_deals() {
    told(&[
        ("Kestrel Foods agreed to inject $6bn into Halden Bank.", &["agreed deal: Kestrel Foods, Halden Bank"]),
        ("Kestrel Foods injected $6bn into its own mines.", &[]),
        (
            "United Airlines and Halden Airlines are one. Since the airlines merged in 2010, their crews have flown apart.",
            &["agreed deal: United Airlines, Halden Airlines"],
        ),
        ("United Airlines flies to Halden. Since the airlines merged in 2010, their crews have flown apart.", &[]),
        ("Kestrel Foods and Halden Bank suspended sales of a drug.", &[]),
    ]);
}

#[test]
fn a_list_in_words_gives_its_items_and_their_number() {
    let text = "Portuguese President Ana Lopes met Moroccan President Youssef Bennani in Rabat. Lopes and Bennani will witness the signing \
        of a set of agreements on Friday. These agreements are: an Agreement on Fisheries, a Treaty on Extradition and a Protocol on Customs.";
    let r = record(text);
    let a = &r.agreements[0];
    let items: Vec<&str> = a.items.iter().map(|i| i.title.as_str()).collect();
    assert_eq!(items, ["an Agreement on Fisheries", "a Treaty on Extradition", "a Protocol on Customs"]);
    assert_eq!((a.count, common::word(&a.status).as_str()), (Some(3), "planned"));
    let (before, _) = text.split_once("These").unwrap();
    let r = record(&format!("{before}These agreements are old."));
    assert!(r.agreements[0].items.is_empty());
}

#[test]
fn instruments_of_two_kinds_told_in_numbers_are_two() {
    told(&[
        (
            "Portugal and Morocco will sign several agreements on Friday. The two signed three memoranda before that.",
            &["planned agreement: Portugal, Morocco", "signed memorandum: Portugal, Morocco"],
        ),
        (
            "Portugal and Morocco will sign several agreements on Friday. The agreements cover customs.",
            &["planned agreement: Portugal, Morocco"],
        ),
    ]);
}

#[test]
fn who_keeps_a_treaty_signs_none() {
    let r = record("Portuguese President Ana Lopes would respect the treaty between Portugal and Morocco.");
    assert!(r.agreements[0].signatories.is_empty());
    let r = record("Portuguese President Ana Lopes signed the treaty between Portugal and Morocco.");
    assert_eq!(r.agreements[0].signatories.len(), 1);
}

#[test]
fn of_what_a_states_own_agencies_agree_the_state_is_no_party() {
    told(&[
        (
            "The Environmental Protection Agency and NASA signed a memorandum with Interior Secretary Deb Holt.",
            &["signed memorandum: Environmental Protection Agency, NASA"],
        ),
        (
            "The Environmental Protection Agency and Moroccan President Youssef Bennani signed a memorandum.",
            &["signed memorandum: Environmental Protection Agency, Morocco"],
        ),
    ]);
}

#[test]
fn an_instruments_short_name_is_no_party() {
    told(&[
        ("Portugal signed an MOU with Morocco.", &["signed memorandum: Portugal, Morocco"]),
        ("The MOU and Morocco signed a treaty.", &[]),
    ]);
}

#[test]
fn a_companys_organ_binds_the_company() {
    let merger: &[&str] = &["agreed deal: Kestrel Foods, Halden Bank"];
    told(&[
        ("The board of Kestrel Foods approved a merger with Halden Bank.", merger),
        ("Kestrel Foods' board approved a merger with Halden Bank.", merger),
        ("Shareholders of Kestrel Foods accepted a merger with Halden Bank.", merger),
        ("The board approved a merger with Halden Bank.", &[]),
    ]);
}

#[test]
fn an_agency_called_an_administration_is_not_its_state() {
    told(&[
        (
            "Washington and Rabat spoke. The Food and Drug Administration signed an agreement with Morocco.",
            &["signed agreement: Food and Drug Administration, Morocco"],
        ),
        ("The Portuguese administration signed an agreement with Morocco.", &["signed agreement: Portugal, Morocco"]),
    ]);
}

#[test]
fn consent_is_no_agreement() {
    told(&[
        ("Kestrel Foods secured the agreement of Halden Bank to sell its mines.", &[]),
        ("Kestrel Foods secured an agreement with Halden Bank to sell its mines.", &["agreed agreement: Kestrel Foods, Halden Bank"]),
    ]);
}

#[test]
fn a_judged_deal_is_one_where_somebody_concludes_it() {
    told(&[
        ("Portugal and Morocco signed the biggest agreement on fisheries.", &["signed agreement: Portugal, Morocco"]),
        ("For Portugal Morocco is a big deal.", &[]),
    ]);
    let r = record("Kestrel Foods and Halden Bank struck a good deal on grain.");
    assert_eq!(r.agreements[0].subjects, ["grain"]);
}

#[test]
fn who_is_tipped_to_buy_has_not_even_offered() {
    told(&[
        ("Kestrel Foods is tipped to buy Halden Bank.", &[]),
        ("Kestrel Foods agreed to buy Halden Bank.", &["agreed deal: Kestrel Foods, Halden Bank"]),
    ]);
}

#[test]
fn what_is_agreed_is_past_though_its_purpose_is_ahead() {
    let date = |text: &str| record(text).agreements[0].date.as_ref().and_then(|d| d.value.clone());
    assert_eq!(date("Kestrel Foods on Monday agreed to buy Halden Bank.").as_deref(), Some("2029-03-12"));
    assert_eq!(date("Kestrel Foods plans to buy Halden Bank on Monday.").as_deref(), Some("2029-03-19"));
}

#[test]
fn a_list_behind_including_gives_subjects() {
    let subjects = |text: &str| record(text).agreements[0].subjects.clone();
    let signed = "At the summit, memoranda were signed by Portugal and Morocco";
    assert_eq!(subjects(&format!("{signed}, including in fisheries and customs.")), ["fisheries", "customs"]);
    assert_eq!(subjects(&format!("{signed}, despite fisheries and customs.")), Vec::<String>::new());
}

#[test]
fn a_trade_name_taken_for_somebodys_signs_by_itself() {
    // a person binds itself, too, but as the one who signs
    let signs = |text: &str| record(text).agreements[0].signatories.len();
    assert_eq!(signs("QatarEnergy signed a treaty with Morocco."), 0);
    assert_eq!(signs("MacKestrel signed a treaty with Morocco."), 1);
}

#[test]
fn unseen_companies_are_told_by_how_they_stand_and_are_written() {
    told(&[
        ("Portugal signed a contract with South Korea's Hyundai Rotem for 180 tanks.", &["signed contract: Portugal, Hyundai Rotem"]),
        ("Kestrel Foods signed a memorandum of understanding with PortaGrain.", &["signed memorandum: Kestrel Foods, PortaGrain"]),
        ("Kestrel Foods signed a memorandum of understanding on LNG.", &[]),
        (
            "Kestrel Foods and Halden Bank signed a 15-year LNG sale and purchase agreement.",
            &["signed agreement: Kestrel Foods, Halden Bank"],
        ),
    ]);
}

#[test]
fn what_is_done_to_the_talks_or_to_a_part_in_it_is_done_to_the_instrument() {
    told(&[
        ("Portugal and Morocco concluded negotiations on a trade agreement.", &["agreed agreement: Portugal, Morocco"]),
        ("Portugal and Morocco resumed negotiations on a trade agreement.", &["negotiating agreement: Portugal, Morocco"]),
        ("Portugal suspended its participation in the fisheries treaty with Morocco.", &["suspended treaty: Portugal, Morocco"]),
        ("Halden Foods and Kestrel Foods finalised an order for 40 trucks.", &["agreed deal: Halden Foods, Kestrel Foods"]),
        ("Halden Foods and Kestrel Foods suspended an order for 40 trucks.", &[]),
    ]);
}
