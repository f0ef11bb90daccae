//! Encounters by what was talked of, by habit, by header: what is one encounter of a day, and what is told of many or of none.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{tells_meetings as told, when_and_where};

#[track_caller]
fn at(cases: &[(&str, &[&str])]) {
    common::hold(when_and_where, cases);
}

#[test]
fn a_meal_at_which_they_talked_is_a_meeting() {
    let lunch = "Prime Minister Ana Lopes of Chile had lunch with Minister Karl Brandt of Norway.";
    let met = &["held: Ana Lopes, Karl Brandt"][..];
    told(&[
        (&format!("{lunch} The leaders had a wide-ranging discussion on fish."), met),
        (&format!("{lunch} In her meeting with the minister, she discussed fish."), met),
        (&format!("{lunch} The leaders had a nice dessert."), &[]),
        (&format!("{lunch} In her speech, she discussed fish."), &[]),
    ]);
}

#[test]
fn a_round_of_talks_is_no_round_of_a_cup() {
    told(&[
        ("Ana Lopes met with Minister Karl Brandt on Monday, in the latest round of talks.", &["held: Ana Lopes, Karl Brandt"]),
        ("Ana Lopes met with Minister Karl Brandt on Monday, in the latest round of the cup.", &[]),
    ]);
}

#[test]
fn who_came_along_with_an_office_each_all_came() {
    let met = "Prime Minister Ana Lopes of Chile met Minister Karl Brandt in Oslo.";
    told(&[(
        &format!("{met} Prime Minister Lopes was accompanied by Senior Minister Tove Lund, Minister for Trade Luis Gil and officials."),
        &["held: Ana Lopes, Karl Brandt, Tove Lund, Luis Gil, officials"],
    )]);
    told(&[(
        &format!("{met} Prime Minister Lopes was criticised by Senior Minister Tove Lund, Minister for Trade Luis Gil and officials."),
        &["held: Ana Lopes, Karl Brandt"],
    )]);
}

#[test]
fn a_habit_of_years_is_no_encounter() {
    told(&[
        ("Ana Lopes and Karl Brandt have met over the years in the lobby.", &[]),
        ("Ana Lopes and Karl Brandt have met over the weekend in the lobby.", &["held: Ana Lopes, Karl Brandt"]),
    ]);
}

#[test]
fn what_she_does_in_all_of_her_meetings_is_done_in_none() {
    told(&[
        ("President Ana Lopes praised the law, as she does in all of her meetings with ministers of Norway.", &[]),
        ("President Ana Lopes praised the law in one of her meetings with Minister Karl Brandt.", &["held: Karl Brandt, Ana Lopes"]),
    ]);
}

#[test]
fn who_spends_a_week_meeting_somebody_meets_them() {
    told(&[
        ("Chief executive Ana Lopes spent last week meeting with shareholders.", &["held: Ana Lopes, shareholders"]),
        ("Chief executive Ana Lopes spent last week in a car with shareholders.", &[]),
    ]);
}

#[test]
fn figures_are_people_by_what_they_are_of() {
    told(&[
        ("Minister Ana Lopes met senior opposition figures on Thursday.", &["held: Ana Lopes, senior opposition figures"]),
        ("Minister Ana Lopes met growth figures on Thursday.", &[]),
        ("Minister Ana Lopes met Chilean alumni of the academy.", &["held: Ana Lopes, Chilean alumni"]),
    ]);
}

#[test]
fn the_header_of_a_transcript_tells_its_place_and_day() {
    let remarks = |title: &str, header: &str| format!("{title} || {header}\n\nPRESIDENT LOPES: It is great to see you.");
    let before = "Remarks by President Lopes and Prime Minister Karl Brandt of Sweden Before Bilateral Meeting";
    at(&[
        (&remarks(before, "Oval Office\n\n2:09 P.M. EDT"), &["held Lopes, Karl Brandt 2029-03-16 Oval Office"]),
        (&remarks(before, "Oval Office\n\n2.09 is the mark"), &["held Lopes, Karl Brandt - -"]),
        (
            &remarks("President Lopes met Prime Minister Karl Brandt of Sweden", "Oval Office\n\n2:09 P.M. EDT"),
            &["held Lopes, Karl Brandt - -"],
        ),
    ]);
}

#[test]
fn a_visit_that_is_part_of_a_tour_is_where_it_goes() {
    let called = "Minister Brandt called on Prime Minister Ana Lopes today.";
    let visit = |where_: &str| format!("Norway's Minister Karl Brandt made a visit to Chile {where_}. {called}");
    at(&[
        (&visit("as part of a tour to Asia"), &["held Karl Brandt, Ana Lopes 2029-03-16 Chile"]),
        (&visit("after a tour to Peru"), &["held Karl Brandt, Ana Lopes 2029-03-16 Peru"]),
    ]);
}

#[test]
fn what_is_talked_about_is_not_where() {
    let met = |behind: &str| format!("Ana Lopes will meet Minister Karl Brandt in the talks {behind}.");
    at(&[
        (&met("on North Korea"), &["planned Ana Lopes, Karl Brandt - -"]),
        (&met("in North Korea"), &["planned Ana Lopes, Karl Brandt - North Korea"]),
        ("Ana Lopes and Karl Brandt met on Malta on Monday.", &["held Ana Lopes, Karl Brandt 2029-03-12 Malta"]),
    ]);
}

#[test]
fn the_negotiations_of_a_treaty_by_its_name_are_no_encounter() {
    told(&[
        ("Ministers welcomed the conclusion of the Chile-Norway Trade Agreement Subsequent Negotiations.", &[]),
        ("Ministers welcomed the conclusion of the Chile-Norway Subsequent Negotiations.", &["held: Chile, Norway"]),
        ("Chile and Norway opened the Free Trade Agreement Negotiations in Lima on Monday.", &["held: Chile, Norway"]),
    ]);
}

#[test]
fn an_opening_tells_of_whom_the_next_sentence_names() {
    let story = |first: &str, then: &str| {
        format!("Norway's trade minister has {first}.\n\nAna Lopes said {then}. The minister met Karl Brandt of Chile on Monday.")
    };
    let fish = "fish are one of the measures considered";
    told(&[
        (&story("warned importers that she will ban fish", fish), &["held: Ana Lopes, Karl Brandt"]),
        (&story("sacked her press secretary", fish), &["held: Norway's trade minister, Karl Brandt"]),
        (&story("warned importers", "the trade minister was wrong"), &["held: Norway's trade minister, Karl Brandt"]),
    ]);
}

#[test]
fn the_two_men_are_those_with_names() {
    let talked = |who: &str| format!("Karl Brandt called {who} unfit. Luis Gil said so too. The talks between the two men lasted an hour.");
    told(&[(&talked("the tycoon"), &["held: Karl Brandt, Luis Gil"]), (&talked("Per Holm"), &["held: Per Holm, Luis Gil"])]);
}

#[test]
fn a_society_s_own_meeting_is_with_nobody() {
    told(&[
        ("Editors Ana Lopes and Karl Brandt will discuss art at the Norwegian Chess Society's winter meeting.", &[]),
        (
            "Ana Lopes will attend the Norwegian Chess Society's meeting with Karl Brandt.",
            &["planned: Ana Lopes, Karl Brandt, Norwegian Chess Society"],
        ),
    ]);
}

#[test]
fn leaders_of_business_stand_for_no_state() {
    told(&[
        (
            "President Ana Lopes will meet Norwegian and Kazakh business leaders.",
            &["planned: Ana Lopes, Norwegian and Kazakh business leaders"],
        ),
        ("President Ana Lopes will meet Norwegian and Kazakh leaders.", &["planned: Ana Lopes, Norway, Kazakhstan"]),
        ("The labour ministers of Norway and Finland met in Oslo on Monday.", &["held: Norway, Finland"]),
    ]);
}

#[test]
fn who_was_not_at_a_summit_took_no_part() {
    let said = |was: &str| format!("Karl Brandt {was} at the summit of Nordic leaders on Wednesday.");
    told(&[(&said("was not"), &[]), (&said("was"), &["held: Karl Brandt, Nordic leaders"])]);
}

#[test]
fn a_body_s_own_committee_is_no_other_side() {
    told(&[
        ("Following discussion at the AFL-CIO's Executive Committee meeting and talks with many of you, I have decided.", &[]),
        ("The AFL-CIO's meeting with Norway was long.", &["held: Norway, AFL-CIO"]),
    ]);
}

#[test]
fn a_guest_of_two_brings_nobody_together() {
    at(&[
        (
            "Norway's Minister Karl Brandt visited Chile from 1 to 3 March 2029. During his visit, Minister Brandt was hosted to a meeting by Minister for Trade Ana Ruiz and Minister for Health Luis Gil.",
            &["held Karl Brandt, Ana Ruiz, Luis Gil 2029-03-01/2029-03-03 Chile"],
        ),
        (
            "Norway's Minister Karl Brandt visited Chile from 1 to 3 March 2029. During his visit, Minister Brandt hosted a meeting between Ana Ruiz and Luis Gil.",
            &["held Ana Ruiz, Luis Gil, Karl Brandt - -"],
        ),
    ]);
}

#[test]
fn who_greets_the_other_on_a_day_meets_that_day() {
    let greeted =
        |whom: &str| format!("President Karl Brandt and Ana Ruiz greeted {whom} at the White House today. The two met for an hour.");
    at(&[
        (&greeted("each other"), &["held Karl Brandt, Ana Ruiz 2029-03-16 White House"]),
        (&greeted("voters"), &["held Karl Brandt, Ana Ruiz - -"]),
    ]);
}

#[test]
fn a_dialogue_that_is_held_takes_place() {
    told(&[
        ("India and China held maritime dialogue in Delhi on Monday.", &["held: India, China"]),
        ("Norway seeks greater dialogue between India and China.", &[]),
    ]);
}

#[test]
fn who_speaks_of_others_meeting_took_no_part() {
    let titled = |title: &str| format!("{title} || It is good to be here, she said.");
    told(&[
        (&titled("Statement by President Ana Lopes on the meeting of Norway and Finland"), &["held: Norway, Finland"]),
        (&titled("Statements by Chile and Peru before Security Council meeting"), &[]),
        (&titled("Remarks by Ana Lopes and Karl Brandt before their meeting"), &["held: Ana Lopes, Karl Brandt"]),
    ]);
}

#[test]
fn who_is_on_the_way_to_meet_somebody_has_yet_to() {
    told(&[
        ("President Ana Lopes is travelling to Oslo to meet Karl Brandt.", &["planned: Ana Lopes, Karl Brandt"]),
        ("President Ana Lopes travelled to Oslo to meet Karl Brandt.", &["held: Ana Lopes, Karl Brandt"]),
        ("President Ana Lopes is not travelling to Oslo to meet Karl Brandt.", &["denied: Ana Lopes, Karl Brandt"]),
    ]);
}

#[test]
fn ones_own_lawyers_are_no_side() {
    told(&[
        ("Ana Lopes is consulting Karl Brandt, the premier.", &["ongoing: Ana Lopes, Karl Brandt"]),
        ("Ana Lopes is consulting her lawyers.", &[]),
    ]);
}

#[test]
fn what_is_with_somebody_is_talked_of_and_not_with_whom() {
    told(&[
        ("Ana Lopes met Karl Brandt to discuss competition with China.", &["held: Ana Lopes, Karl Brandt"]),
        ("Ana Lopes discussed fish with Minister Karl Brandt of China.", &["held: Ana Lopes, Karl Brandt"]),
    ]);
}
