//! Encounters of statements, transcripts and captions: who met whom by a title, on which of two days, and what only looks like one.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{meetings, record, tells_meetings as told, when_and_where};

#[track_caller]
fn at(cases: &[(&str, &[&str])]) {
    common::hold(when_and_where, cases);
}

#[test]
fn a_picture_shows_nothing_that_is_still_to_come() {
    let shown = |day: &str| {
        format!(
            "Norway's Karl Brandt met Ana Lopes of Chile on 13 March 2029.\n\nPhoto Caption: Karl Brandt's meeting with Ana Lopes, {day}"
        )
    };
    at(&[
        (&shown("13 April 2029"), &["held Karl Brandt, Ana Lopes 2029-03-13 -"]),
        (&shown("13 January 2029"), &["held Karl Brandt, Ana Lopes 2029-03-13 -", "held Ana Lopes, Karl Brandt 2029-01-13 -"]),
    ]);
}

#[test]
fn who_breaks_off_for_a_meeting_calls_none_off() {
    told(&[
        ("Ministers Ana Lopes and Karl Brandt broke off from the group for a private meeting.", &["held: Ana Lopes, Karl Brandt"]),
        ("Minister Ana Lopes broke off a meeting with Minister Karl Brandt.", &["cancelled: Ana Lopes, Karl Brandt"]),
    ]);
}

#[test]
fn the_day_of_what_they_welcomed_is_not_theirs() {
    let met = "Prime Minister Ana Lopes had a meeting with Prime Minister Karl Brandt.";
    at(&[
        (&format!("{met} They welcomed the opening of a port on 3 March 2029."), &["held Ana Lopes, Karl Brandt - -"]),
        (&format!("{met} She told Prime Minister Brandt on 3 March 2029 that it was late."), &["held Ana Lopes, Karl Brandt 2029-03-03 -"]),
    ]);
}

#[test]
fn the_day_of_a_vote_is_not_that_of_who_met_after_it() {
    at(&[
        ("The leaders of Norway and Chile met in the wake of Monday's vote.", &["held Norway, Chile - -"]),
        ("The leaders of Norway and Chile met at Monday's summit.", &["held Norway, Chile 2029-03-12 -"]),
    ]);
}

#[test]
fn a_day_that_a_comma_closes_is_of_the_first_deed() {
    at(&[
        ("Ana Lopes will give a lecture on 8 April 2029, and meet Minister Karl Brandt.", &["planned Ana Lopes, Karl Brandt - -"]),
        ("Ana Lopes will arrive on 8 April 2029, and meet Minister Karl Brandt.", &["planned Ana Lopes, Karl Brandt 2029-04-08 -"]),
    ]);
}

#[test]
fn a_visit_to_come_has_not_the_day_of_this_one() {
    let stay = "Chairwoman Ana Lopes of Chile is on a visit to Norway from 12 to 17 March 2029.";
    let met = "Minister Karl Brandt met Chairwoman Lopes.";
    at(&[
        (&format!("{stay} {met}"), &["held Karl Brandt, Ana Lopes 2029-03-12/2029-03-17 Norway"]),
        (
            &format!("{stay} She looked forward to her next visit to Norway in 2031. {met}"),
            &["held Karl Brandt, Ana Lopes 2029-03-12/2029-03-17 Norway"],
        ),
    ]);
}

#[test]
fn where_plans_are_for_nobody_met() {
    let discussed = |what: &str| format!("Minister Ana Lopes of Chile and Minister Karl Brandt of Norway discussed {what}.");
    at(&[
        (&discussed("plans for Denmark in Oslo"), &["held Ana Lopes, Karl Brandt - Oslo"]),
        (&discussed("the plans in Denmark and Sweden"), &["held Ana Lopes, Karl Brandt - -"]),
    ]);
}

#[test]
fn a_retreat_was_where_its_clause_says_behind_its_day() {
    let told = |clause: &str| format!("Ana Lopes will meet Karl Brandt, following their retreat in May 2028, {clause}.");
    assert!(when_and_where(&told("which was held in Oslo")).contains(&"held Ana Lopes, Karl Brandt 2028-05 Oslo".to_owned()));
    assert!(!when_and_where(&told("the month of a fair in Oslo")).iter().any(|m| m.starts_with("held") && m.ends_with("Oslo")));
}

#[test]
fn a_building_ends_where_another_line_begins() {
    let place = |text: &str| record(text).meetings[0].place.clone().map(|p| p.name);
    assert_eq!(place("Ana Lopes met Karl Brandt in the Harbour Office anti-war protests erupt.").as_deref(), Some("Harbour Office"));
    assert_eq!(place("Ana Lopes met Karl Brandt in the Harbour Office building.").as_deref(), Some("Harbour Office"));
}

#[test]
fn a_crowd_is_hosted_over_the_years() {
    told(&[
        ("Minister Ana Lopes has hosted 150,000 officials from Chile.", &[]),
        ("Minister Ana Lopes has hosted 15 officials from Chile.", &["held: Ana Lopes, 15 officials"]),
    ]);
}

#[test]
fn what_is_negotiated_is_a_deal_and_no_encounter() {
    told(&[("Norway negotiated a deal with Chile.", &[]), ("Norway negotiated with Chile in Oslo on Monday.", &["held: Norway, Chile"])]);
}

#[test]
fn a_body_s_meeting_of_its_members_is_of_one_side() {
    told(&[("There was a G7 meeting of finance ministers.", &[]), ("There was a meeting of Norway and Chile.", &["held: Norway, Chile"])]);
}

#[test]
fn a_paper_that_is_told_something_takes_no_part() {
    told(&[
        ("Minister Ana Lopes told The Lusitanian at the summit in Oslo that she would stay.", &[]),
        ("Minister Ana Lopes told Minister Karl Brandt at the summit in Oslo that she would stay.", &["held: Ana Lopes, Karl Brandt"]),
    ]);
}

#[test]
fn dialogue_without_more_is_a_habit() {
    told(&[
        ("Norway seeks greater dialogue between Chile and Peru.", &[]),
        ("Norway attended a dialogue between Chile and Peru in Oslo.", &["held: Norway, Chile, Peru"]),
    ]);
}

#[test]
fn what_is_only_spoken_about_did_not_take_place() {
    told(&[
        ("Ana Lopes spoke on Monday about negotiating with Minister Karl Brandt in Oslo.", &[]),
        ("Ana Lopes spoke on Monday after negotiating with Minister Karl Brandt in Oslo.", &["held: Ana Lopes, Karl Brandt"]),
    ]);
}

#[test]
fn who_comes_stands_for_the_state() {
    told(&[
        (
            "Prime Minister Ana Lopes of Chile invited Prime Minister Karl Brandt of Norway to the Chile-Norway Leaders' Retreat in May.",
            &["proposed: Ana Lopes, Karl Brandt"],
        ),
        ("Prime Minister Ana Lopes of Chile held a meeting with Peru and Norway in May.", &["held: Ana Lopes, Peru, Norway"]),
    ]);
}

#[test]
fn who_goes_before_a_delegation_takes_part() {
    told(&[
        (
            "A Chilean delegation led by Speaker Ana Lopes called on Prime Minister Karl Brandt.",
            &["held: Chilean delegation, Ana Lopes, Karl Brandt"],
        ),
        (
            "A Chilean delegation admired by Speaker Ana Lopes called on Prime Minister Karl Brandt.",
            &["held: Chilean delegation, Karl Brandt"],
        ),
    ]);
}

#[test]
fn a_transcript_s_title_tells_who_met() {
    let title = |what: &str| format!("Remarks by President Ana Lopes and Prime Minister Karl Brandt of Norway {what} || It is late.");
    told(&[(&title("Before Bilateral Meeting"), &["held: Ana Lopes, Karl Brandt"]), (&title("on Fish"), &[])]);
}

#[test]
fn ministers_who_reaffirm_their_ties_at_lunch_have_talked() {
    let lunch = "President Ana Lopes of Chile was hosted to lunch by Prime Minister Karl Brandt of Norway.";
    told(&[
        (&format!("{lunch} The Ministers reaffirmed the warm ties."), &["held: Karl Brandt, Ana Lopes"]),
        (&format!("{lunch} The cooks reaffirmed the warm ties."), &[]),
    ]);
}

#[test]
fn they_are_no_bodies_where_the_sentence_before_is_about_somebody() {
    let before = |who: &str| format!("{who} welcomed the interest of Boeing and Airbus. They also exchanged views on trade.");
    told(&[(&before("Minister Ana Lopes"), &[]), (&before("It"), &["held: Boeing, Airbus"])]);
}

#[test]
fn a_title_cut_short_ends_no_sentence() {
    told(&[
        ("Minister Karl Brandt of Norway met army Cmdr. Ana Lopes of Chile.", &["held: Karl Brandt, Ana Lopes"]),
        ("Minister Karl Brandt of Norway met Boeing Inc. Ana Lopes of Chile did not come.", &["held: Karl Brandt, Boeing Inc."]),
    ]);
}

#[test]
fn somebody_and_i_met() {
    let said = |text: &str| format!("Statement by President Ana Lopes on the harbour || {text}");
    told(&[
        (&said("When Prime Minister Karl Brandt and I met in Oslo last month, we discussed trade."), &["held: Karl Brandt, Ana Lopes"]),
        (&said("When Prime Minister Karl Brandt came to Oslo last month, I was away."), &[]),
    ]);
}

#[test]
fn a_son_is_no_second_person() {
    told(&[
        ("President Ana R. Lopes, Jr. met Prime Minister Karl Brandt of Norway today.", &["held: Ana R. Lopes, Karl Brandt"]),
        ("President Ana R. Lopes, Tove Lund and Prime Minister Karl Brandt met today.", &["held: Ana R. Lopes, Tove Lund, Karl Brandt"]),
    ]);
}

#[test]
fn small_words_are_surnames_behind_a_title() {
    told(&[
        ("Minister Ana Lopes of Chile met Vice Premier of the State Council He Lifeng.", &["held: Ana Lopes, He Lifeng"]),
        (
            "Minister Ana Lopes of Chile and Deputy Foreign Minister Do Hung Viet of Vietnam co-chaired the 15th Chile-Vietnam Bilateral \
             Consultations today.",
            &["held: Ana Lopes, Do Hung Viet"],
        ),
        ("Minister Ana Lopes of Chile met Minister Karl Brandt. Do Hung Viet and others know?", &["held: Ana Lopes, Karl Brandt"]),
    ]);
}

#[test]
fn two_offices_before_a_form_of_address_are_one_s() {
    let by = |office: &str| format!("Prime Minister Ana Lopes of Chile was received by {office} Dr Khalid Al Attiyah.");
    told(&[
        (&by("Deputy Prime Minister and Minister of Trade of the State of Qatar, His Excellency"), &["held: Khalid Al Attiyah, Ana Lopes"]),
        (&by("Deputy Prime Minister Tove Lund and Minister of Trade"), &["held: Tove Lund, Khalid Al Attiyah, Ana Lopes"]),
    ]);
}

#[test]
fn words_of_a_page_are_no_part_of_a_name() {
    let who = |text: &str| meetings(text);
    assert_eq!(who("Caption Ana Lopes met Karl Brandt."), ["held: Ana Lopes, Karl Brandt"]);
    assert_eq!(who("Captain Ana Lopes met Karl Brandt."), ["held: Ana Lopes, Karl Brandt"]);
}

#[test]
fn an_audience_that_listens_takes_no_part() {
    told(&[
        ("Minister Ana Lopes told young Norwegian ministers in the audience to stay.", &[]),
        ("Minister Ana Lopes had an audience with Prime Minister Karl Brandt.", &["held: Ana Lopes, Karl Brandt"]),
    ]);
}

#[test]
fn a_country_that_is_met_is_nobody() {
    told(&[
        ("Ana Lopes went to Oslo to meet a country in the midst of change.", &[]),
        ("Ana Lopes went to Oslo to meet a senator in the midst of change.", &["held: Ana Lopes, senator"]),
    ]);
}

#[test]
fn who_meets_in_sport_holds_an_office() {
    let article = |met: &str| format!("The league's season ends with the cup final at the stadium; the striker has an injury. {met}");
    told(&[
        (&article("Winger Ana Lopes spoke with prop Karl Brandt."), &[]),
        (&article("Chairman Ana Lopes spoke with manager Karl Brandt."), &["held: Ana Lopes, Karl Brandt"]),
        (&article("Ana Lopes won the 60m at the Lisbon Athletics Club meeting."), &[]),
    ]);
}
