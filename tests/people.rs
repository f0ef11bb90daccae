//! Who is who: names, offices, sides, and what stands for them.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::record;
use paraph::record::{Participant, Record};

fn person<'r>(record: &'r Record, name: &str) -> &'r Participant {
    record
        .participants
        .iter()
        .find(|p| p.name == name)
        .unwrap_or_else(|| panic!("no {name} among {:?}", record.participants.iter().map(|p| &p.name).collect::<Vec<_>>()))
}

#[test]
fn an_office_is_read_before_and_behind_the_name() {
    let r = record(
        "The former President of Portugal, General Rui Castro Prado, met Moroccan Foreign Minister Youssef Amir-Bennani in Rabat. \
         Spain's Minister of Foreign Affairs, Carmen Robledo, attended the meeting.",
    );
    let castro = person(&r, "Rui Castro Prado");
    assert!(
        castro.roles.iter().any(|role| role.title == "President" && role.former && role.country.as_deref() == Some("PT")),
        "{:?}",
        castro.roles
    );
    assert!(castro.roles.iter().any(|role| role.title == "General" && !role.former));
    let bennani = person(&r, "Youssef Amir-Bennani");
    assert_eq!((bennani.roles[0].title.as_str(), bennani.country.as_deref()), ("Foreign Minister", Some("MA")));
    let robledo = person(&r, "Carmen Robledo");
    assert_eq!((robledo.roles[0].title.as_str(), robledo.country.as_deref()), ("Minister of Foreign Affairs", Some("ES")));
}

#[test]
fn a_counterpart_holds_the_same_office_on_the_other_side() {
    let r = record("Portuguese President Ana Lopes arrived on Monday. She met her Moroccan counterpart Youssef Bennani in Rabat.");
    let bennani = person(&r, "Youssef Bennani");
    assert_eq!(bennani.roles[0].title, "President");
    assert_eq!(bennani.country.as_deref(), Some("MA"));
    assert_eq!(person(&r, "Ana Lopes").country.as_deref(), Some("PT"));
}

#[test]
fn surname_office_and_pronoun_are_one_participant() {
    let r = record(
        "Portuguese President Ana Lopes met Youssef Bennani in Rabat.\n\nLopes praised the harbour. She met Carmen Robledo on Thursday. \
         The Portuguese president met Rui Tavares on Friday.",
    );
    let lopes = person(&r, "Ana Lopes");
    assert_eq!(r.participants.len(), 4);
    assert!(lopes.mentions.len() >= 4, "{:?}", lopes.mentions);
}

#[test]
fn two_of_one_surname_stay_two() {
    let r = record("Ana Lopes met Youssef Bennani in Rabat on Monday. Rui Lopes met Carmen Robledo in Lisbon on Monday.");
    assert!(person(&r, "Ana Lopes").id != person(&r, "Rui Lopes").id);
    assert_eq!(r.meetings.len(), 2);
}

#[test]
fn a_group_keeps_its_description_and_side() {
    let r = record("Ana Lopes met Moroccan business leaders in Rabat.");
    let group = person(&r, "Moroccan business leaders");
    assert_eq!((common::word(&group.kind).as_str(), group.country.as_deref()), ("group", Some("MA")));
}

/// The side of somebody in a text.
fn side(text: &str, name: &str) -> Option<String> {
    person(&record(text), name).country.clone()
}

#[test]
fn one_who_speaks_for_a_body_or_a_state_is_on_its_side() {
    for (text, name, country) in [
        ("Halm Shipping, a Norwegian group, lost money. Halm's chairman, Kari Aune, said: \"We will be back.\"", "Kari Aune", "NO"),
        (
            "Mexico offered to host the talks. Its economy minister, Paula Barrios, said: \"Our door is open to all.\"",
            "Paula Barrios",
            "MX",
        ),
        ("Norwegian officials, including Kari Holm, met Youssef Bennani in Rabat. \"It went well,\" Holm said.", "Kari Holm", "NO"),
    ] {
        assert_eq!(side(text, name).as_deref(), Some(country), "{text}");
    }
}

#[test]
fn one_who_speaks_for_a_body_of_no_told_side_has_none() {
    let text = "Halm Shipping lost money. Halm's chairman, Kari Aune, said: \"We will be back.\"";
    assert_eq!(side(text, "Kari Aune"), None);
}

#[test]
fn a_predecessor_had_the_office_and_the_side() {
    let r =
        record("Portuguese President Ana Lopes arrived on Monday. Lopes's predecessor, Rui Tavares, met Youssef Bennani in Rabat in 2021.");
    let tavares = person(&r, "Rui Tavares");
    assert_eq!(tavares.country.as_deref(), Some("PT"));
    assert!(tavares.roles.iter().any(|role| role.title == "President" && role.former), "{:?}", tavares.roles);
}

#[test]
fn senators_of_a_list_each_hold_the_office() {
    let r = record("Senators Mary Holt and Peter Lind met Youssef Bennani in Rabat on Monday.");
    for name in ["Mary Holt", "Peter Lind"] {
        assert_eq!(person(&r, name).roles[0].title, "Senator", "{name}");
    }
    let r = record("Senator Mary Holt and Peter Lind met Youssef Bennani in Rabat on Monday.");
    assert!(person(&r, "Peter Lind").roles.is_empty());
}

#[test]
fn a_name_beside_an_office_or_an_age_is_somebodys() {
    use paraph::record::ParticipantKind;
    for (text, name) in [
        ("The ministry was calm. Its spokesman, Kazem Sohrabi, said: \"We are ready for the talks.\"", "Kazem Sohrabi"),
        ("Prasong Wattana, 47, said: \"We are ready for the talks.\"", "Prasong Wattana"),
    ] {
        assert_eq!(person(&record(text), name).kind, ParticipantKind::Person, "{text}");
    }
}

#[test]
fn a_body_beside_what_it_does_stays_a_body() {
    use paraph::record::ParticipantKind;
    for what in ["supplier", "partner", "group", "owner"] {
        let r = record(&format!("Holm Shipping, a Danish {what}, said: \"We are ready for the talks.\""));
        assert_eq!(person(&r, "Holm Shipping").kind, ParticipantKind::Organization, "{what}");
    }
}

#[test]
fn somebody_described_may_speak_and_nobody_in_particular_meets_no_one() {
    let r = record("\"The bus never came,\" said one customer.");
    assert_eq!(r.participants.len(), 1);
    assert!(r.quotes[0].speaker.is_some());
    assert!(record("Norway will meet with the man who sold the ships.").meetings.is_empty());
}

#[test]
fn people_of_one_country_are_not_taken_for_one_another() {
    let r = record(
        "American President Mary Holt met American Senator Peter Lind on Monday. After that Holt met with American farmers on Monday.",
    );
    assert_eq!(r.meetings.len(), 2, "{:?}", r.meetings);
}

/// Who speaks each of an article's quotes in marks.
fn speakers(text: &str) -> Vec<Option<String>> {
    let r = record(text);
    let name = |id: &_| r.participants.iter().find(|p| p.id == *id).map(|p| p.name.clone());
    r.quotes.iter().filter(|q| common::word(&q.kind) != "indirect").map(|q| q.speaker.as_ref().and_then(name)).collect()
}

#[test]
fn namesakes_are_told_apart_by_gender() {
    let text =
        "Linda Carter, a nurse, and Duncan Carter, a driver, sued the city. \"We won,\" Mrs Carter said. \"We did,\" Mr Carter said.";
    assert_eq!(speakers(text), [Some("Linda Carter".to_owned()), Some("Duncan Carter".to_owned())]);
}

#[test]
fn a_surname_that_is_a_capital_too_is_somebodys_where_it_acts() {
    let text = "Maria Washington, a nurse, sued on Monday. \"I waited for months,\" Washington said.";
    assert_eq!(speakers(text), [Some("Maria Washington".to_owned())]);
    let state = speakers("Maria Holt, a nurse, sued on Monday. \"We will wait,\" Washington said.");
    assert_ne!(state, [Some("Maria Holt".to_owned())]);
}

#[test]
fn what_one_has_been_stands_for_the_one_in_question_and_what_one_is_for_somebody_else() {
    let text =
        "Dora Lane is 93. She made four films, and has never seen herself on a screen.\n\n\"I shall wear a hat,\" said the former actress.";
    assert_eq!(speakers(text), [Some("Dora Lane".to_owned())]);
    let other = speakers(&text.replace("the former actress", "a former actress"));
    assert_ne!(other, [Some("Dora Lane".to_owned())]);
}

#[test]
fn partisans_are_people_and_their_parties_are_not() {
    assert_eq!(
        speakers("The race was close on Monday. \"She is too far behind,\" said a Nevada Democrat."),
        [Some("Nevada Democrat".to_owned())]
    );
    assert!(record("The race was close on Monday. The Nevada Democrat race is close.").participants.is_empty());
}

#[test]
fn a_name_hung_on_a_nearer_noun_is_the_speakers() {
    let text = "The bank paid on Monday, and its chairman was glad. Her opposite number at Halm Shipping, Kari Aune, described the payment as \"a fair price for peace and quiet\".";
    assert_eq!(speakers(text), [Some("Kari Aune".to_owned())]);
    let text = "Some mothers had to repay it all. One of them, Kari Aune, said: \"They put it in the bank.\"";
    assert_eq!(speakers(text), [Some("Kari Aune".to_owned())]);
}

/// Who speaks the quote whose words begin so.
fn speaker(text: &str, words: &str) -> Option<String> {
    let r = record(text);
    let quote = r.quotes.iter().find(|q| q.text.starts_with(words)).unwrap_or_else(|| panic!("no “{words}” among {:?}", r.quotes));
    let id = quote.speaker.as_ref()?;
    r.participants.iter().find(|p| p.id == *id).map(|p| p.name.clone())
}

#[test]
fn a_pronoun_beside_a_quote_stands_for_nobody_whom_the_quote_speaks_of() {
    let text = "Regional lawmakers asked for answers. \"The threat to Canadian citizens is large,\" they wrote.";
    assert_eq!(speaker(text, "The threat").as_deref(), Some("Regional lawmakers"));
    let outside = "Regional lawmakers wrote to Canadian citizens. \"The threat is large,\" they wrote.";
    assert_eq!(speaker(outside, "The threat").as_deref(), Some("Canadian citizens"));
}

#[test]
fn a_possessive_at_the_beginning_points_to_the_subject_to_come() {
    let text = "Ana Lopes chairs the Harbour Authority. In its report, the Ferry Union said the pier was closed.";
    let r = record(text);
    let whose = |name: &str| person(&r, name).mentions.len();
    assert_eq!(whose("Ferry Union"), 2, "{:?}", r.participants);
    let back = record("The Ferry Union said the pier was closed. The Harbour Authority said the union had read its report.");
    assert_eq!(person(&back, "Harbour Authority").mentions.len(), 1, "{:?}", back.participants);
}

#[test]
fn a_plural_of_a_noun_for_people_is_a_group() {
    assert_eq!(speaker("Environmentalists say nothing has been done.", "nothing has").as_deref(), Some("Environmentalists"));
    assert_eq!(speaker("Pupils told the paper that they were afraid.", "they were").as_deref(), Some("Pupils"));
    assert_eq!(speaker("Waiting lists say that nothing has been done.", "nothing has"), None);
}

#[test]
fn somebodys_kin_is_somebody_else() {
    let text = "Peter Lund left in May. \"We miss him,\" Lund's mother said.";
    assert_eq!(speaker(text, "We miss").as_deref(), Some("Lund's mother"));
    let named = "Peter Lund left in May. \"We miss him,\" Lund's mother Greta Holm said.";
    assert_eq!(speaker(named, "We miss").as_deref(), Some("Greta Holm"));
}

#[test]
fn a_paper_named_after_a_people_is_no_state() {
    let r = record("\"It is slow,\" Maria Lopez told The Namibian last month. Namibian officials met Lopez in May.");
    assert!(r.participants.iter().all(|p| common::word(&p.kind) != "state"), "{:?}", r.participants);
    let state = record("The Namibian minister Tom Garo said that Namibian President Ana Lopes had met the Portuguese.");
    assert!(state.participants.iter().all(|p| p.name != "The Namibian"), "{:?}", state.participants);
}

#[test]
fn one_of_several_is_somebody() {
    let text = "Halm lost money. One of its largest shareholders said: \"They are paying far too much.\"";
    assert_eq!(speaker(text, "They are").as_deref(), Some("One of its largest shareholders"));
    let thing = "Halm lost money. One of its largest ships carried a sign: \"They are paying far too much.\"";
    assert_eq!(speaker(thing, "They are"), None);
}

#[test]
fn a_source_is_known_by_all_that_is_said_of_it() {
    let text = "\"They are paying far too much,\" a source close to the talks said.";
    assert_eq!(speaker(text, "They are").as_deref(), Some("source close to the talks"));
    let bare = "\"They are paying far too much,\" the source said.";
    assert_eq!(speaker(bare, "They are").as_deref(), Some("source"));
}

#[test]
fn an_office_told_with_its_state_before_its_holder_is_named_is_the_holders() {
    let text = "The Kenyan finance minister hit back on Monday. The finance minister, Amos Otieno, said: \"They are paying far too much.\"";
    assert_eq!(side(text, "Amos Otieno").as_deref(), Some("KE"));
    let two = "The Kenyan finance minister hit back on Monday. The central banker, Amos Otieno, said: \"They are paying far too much.\"";
    assert_eq!(side(two, "Amos Otieno"), None);
}

#[test]
fn the_president_is_who_was_spoken_of_where_nobody_is_told_to_be_it() {
    let text = "Amos Otieno has few friends left in Nairobi.\n\nThe president said: \"They are paying far too much.\"";
    assert_eq!(speaker(text, "They are").as_deref(), Some("Amos Otieno"));
    let painter = "The painter Amos Otieno has few friends left in Nairobi.\n\nThe president said: \"They are paying far too much.\"";
    assert_ne!(speaker(painter, "They are").as_deref(), Some("Amos Otieno"));
}

#[test]
fn a_capital_at_the_beginning_of_a_sentence_makes_nobody() {
    let r = record("Medals came late. She was met by Ana Lopes. Medals met her again. Ana Lopes said she had been kind.");
    assert!(r.participants.iter().all(|p| p.name != "Medals"), "{:?}", r.participants);
    let r = record("Otieno met Ana Lopes in Nairobi on Monday. \"It rained,\" said Otieno.");
    assert!(r.participants.iter().any(|p| p.name == "Otieno"), "{:?}", r.participants);
}

#[test]
fn a_plan_is_nobodys_occupation() {
    let r = record("Ana Lopes, a painter, met Rui Tavares, a Moroccan initiative. \"It went well,\" said Ana Lopes.");
    let titles: Vec<&str> = r.participants.iter().flat_map(|p| p.roles.iter().map(|role| role.title.as_str())).collect();
    assert_eq!(titles, ["painter"]);
}

#[test]
fn a_shares_sign_is_no_name() {
    let r = record("Talks between Halm (HALM.OL) and Corro Rail (CORR.PA) collapsed in Oslo. \"It went badly,\" Halm said.");
    assert!(r.participants.iter().all(|p| !p.name.contains('.')), "{:?}", r.participants);
    let named = record("U.S. officials met Halm in Oslo.");
    assert!(named.participants.iter().any(|p| p.name.contains("U.S.")), "{:?}", named.participants);
}

#[test]
fn a_surname_that_comes_first_is_its_bearers() {
    let text = "Commerce Minister Hwang Wentai spoke in May. \"They are paying far too much,\" Hwang said.";
    assert_eq!(speaker(text, "They are").as_deref(), Some("Hwang Wentai"));
    let thing = "Commerce Minister Hwang Wentai spoke in May. \"They are paying far too much,\" a Hwang Bank clerk said.";
    assert_ne!(speaker(thing, "They are").as_deref(), Some("Hwang Wentai"));
}

#[test]
fn what_a_noun_for_bodies_introduces_is_a_body() {
    let r = record("The Danish shipping group Nordfart bought the port. \"We looked at it for ten years,\" Nordfart said.");
    let body = person(&r, "Nordfart");
    assert_eq!((common::word(&body.kind).as_str(), body.country.as_deref()), ("organization", Some("DK")));
    let r = record("The Danish group chief Nordfart bought the port. \"I looked at it for ten years,\" Nordfart said.");
    assert_eq!(common::word(&person(&r, "Nordfart").kind), "person");
}

#[test]
fn a_colleague_by_demonym_is_of_that_side() {
    let text = "Moroccan minister Samira Tazi left. Her Senegalese colleague, Ousmane Diagne, stayed. \"It went well,\" said Diagne.";
    assert_eq!(side(text, "Ousmane Diagne").as_deref(), Some("SN"));
    let plain = "Moroccan minister Samira Tazi left. Her old colleague, Ousmane Diagne, stayed. \"It went well,\" said Diagne.";
    assert_ne!(side(plain, "Ousmane Diagne").as_deref(), Some("SN"));
}

#[test]
fn what_only_a_company_has_makes_a_name_a_companys() {
    use paraph::record::ParticipantKind;
    let of = |text: &str, name: &str| person(&record(text), name).kind;
    // a name that the recognizer has never seen
    let deals = |told: &str| record(&format!("{told} Telvara agreed to buy Halden Foods.")).agreements.len();
    assert_eq!(deals("Telvara rose."), 0);
    for told in [
        "Telvara's shareholders rose.",
        "A stake in Telvara was sold.",
        "Analysts praised Telvara, the carmaker.",
        "Telvara (TELV.PA) rose.",
    ] {
        assert_eq!(deals(told), 1, "{told}");
    }
    let text = "Taylor Reed, her former label and a friend arrived. \"We are late,\" Reed said.";
    assert_eq!(of(text, "Taylor Reed"), ParticipantKind::Person);
}

#[test]
fn a_counterpart_has_the_office_that_it_is_called_there() {
    let r = record("U.S. Secretary of State John Holt met his Chilean counterpart. Chilean Foreign Minister Delia Ramos said little.");
    let names: Vec<&str> = r.meetings[0].participants.iter().map(|p| common::name(&r, &p.participant)).collect();
    assert_eq!(names, ["John Holt", "Delia Ramos"]);
    let r = record("U.S. Secretary of State John Holt met his Chilean counterpart. Chilean Finance Minister Delia Ramos said little.");
    assert!(r.meetings[0].participants.iter().all(|p| common::name(&r, &p.participant) != "Delia Ramos"));
}

#[test]
fn the_head_of_something_is_not_the_head_of_state() {
    let text = "Chilean President Ana Lopes spoke. The head of Chilean WHAT met Youssef Bennani in Rabat.";
    let met = |what: &str| {
        let r = record(&text.replace("WHAT", what));
        r.meetings.iter().any(|m| m.participants.iter().any(|p| common::name(&r, &p.participant) == "Ana Lopes"))
    };
    assert!(!met("diplomacy"));
    let r = record("Chilean President Ana Lopes spoke. The Chilean leader met Youssef Bennani in Rabat.");
    assert!(r.meetings[0].participants.iter().any(|p| common::name(&r, &p.participant) == "Ana Lopes"));
}

#[test]
fn a_letter_that_a_writer_changed_is_no_name() {
    let r = record("The union's president, Rui Tavares, wrote a letter. \"[W]e encourage unions to decide,\" he said.");
    assert!(r.participants.iter().all(|p| !p.name.contains(']')), "{:?}", r.participants);
    assert_eq!(r.quotes[0].speaker.as_ref(), Some(&person(&r, "Rui Tavares").id));
}

#[test]
fn who_begins_the_sentence_speaks_where_the_tree_takes_a_word_of_a_groups_name() {
    let speaker = |text: &str| {
        let r = record(text);
        r.quotes[0].speaker.as_ref().map(|id| common::name(&r, id).to_owned())
    };
    assert_eq!(
        speaker("Rui Tavares, director of the group Vote No, said: \"It is unpopular with voters.\"").as_deref(),
        Some("Rui Tavares")
    );
}

#[test]
fn a_group_told_in_numbers_is_met_again() {
    let people = |text: &str| record(text).participants.len();
    assert_eq!(people("Five public sector unions met Youssef Bennani in Rabat. \"We want rain,\" the five unions said."), 2);
    assert_eq!(people("Five public sector unions met Youssef Bennani in Rabat. \"We want rain,\" three unions said."), 3);
}

#[test]
fn one_of_several_owners_speaks_for_nobody_else() {
    let text = "\"It is too early,\" one of Kestrel's ten largest shareholders said.";
    let r = record(text);
    let speaker = r.quotes[0].speaker.as_ref().map(|id| common::name(&r, id));
    assert_eq!(speaker, Some("one of Kestrel's ten largest shareholders"));
}

#[test]
fn forms_of_address_and_short_offices_are_no_part_of_a_name() {
    for (text, name) in [
        ("Ana Lopes met His Excellency Youssef Bennani in Rabat.", "Youssef Bennani"),
        ("Ana Lopes met Malaysian Minister of Defence Dato’ Seri Hisham Razak in Rabat.", "Hisham Razak"),
        ("Ana Lopes met Vice Premier He Lifan in Rabat.", "He Lifan"),
        ("Ana Lopes met Secretary-General of the General Secretariat for Defence and National Security Paul Bouvier.", "Paul Bouvier"),
        ("Ana Lopes met the Secretary of the Mongolian National Security Council Jadam Enkhbay.", "Jadam Enkhbay"),
        ("Ana Lopes met UAE Ambassador to the United States Youssef Bennani.", "Youssef Bennani"),
        ("Ana Lopes met Minister of Religious Affairs and Endowments Youssef Bennani.", "Youssef Bennani"),
    ] {
        let r = record(text);
        assert!(r.participants.iter().any(|p| p.name == name), "{text}: {:?}", r.participants);
    }
    let r = record("Senior Minister (SM) Hui Teo spoke. SM Teo met Youssef Bennani in Rabat.");
    assert_eq!(r.meetings[0].participants.len(), 2);
    assert!(r.participants.iter().any(|p| p.name == "Hui Teo"), "{:?}", r.participants);
}

#[test]
fn officials_from_a_ministry_are_a_group_and_leaders_of_a_union_the_union() {
    let takes_part = |whom: &str, name: &str| {
        let r = record(&format!("Ana Lopes met Youssef Bennani and {whom} in Rabat."));
        r.meetings[0].participants.iter().any(|p| common::name(&r, &p.participant) == name)
    };
    assert!(!takes_part("officials from the Ministry of Foreign Affairs", "Ministry of Foreign Affairs"));
    assert!(takes_part("leaders of the Central Bank", "Central Bank"));
}
