//! Which sentences tell of a meeting, and which only look like it.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{meetings, record, tells_meetings as told, word};

#[test]
fn verbs_and_nouns_of_meeting_tell_of_one_with_their_sides() {
    for (text, expected) in [
        ("Ana Lopes met Youssef Bennani in Rabat.", "held: Ana Lopes, Youssef Bennani"),
        ("Ana Lopes and Youssef Bennani met in Rabat.", "held: Ana Lopes, Youssef Bennani"),
        ("Youssef Bennani was received by Ana Lopes in Lisbon.", "held: Ana Lopes, Youssef Bennani"),
        ("Ana Lopes held talks with Youssef Bennani on Tuesday.", "held: Ana Lopes, Youssef Bennani"),
        ("Portugal and Morocco held talks in Madrid on Tuesday.", "held: Portugal, Morocco"),
        ("During a meeting with Youssef Bennani, Ana Lopes praised the harbour.", "held: Ana Lopes, Youssef Bennani"),
        ("Ana Lopes sat down with Youssef Bennani in Rabat.", "held: Ana Lopes, Youssef Bennani"),
        ("The meeting between Ana Lopes and Youssef Bennani took place in Rabat.", "held: Ana Lopes, Youssef Bennani"),
    ] {
        assert_eq!(meetings(text), [expected], "{text}");
    }
}

#[test]
fn what_only_looks_like_a_meeting_tells_of_none() {
    for text in [
        "Ana Lopes met the deadline for the harbour plan.",
        "The plan was met with criticism in Rabat.",
        "Ana Lopes met with resistance in Porto.",
        "Ana Lopes often meets Youssef Bennani.",
        "Ana Lopes has never met Youssef Bennani.",
        "Ana Lopes held a press conference in Rabat with Youssef Bennani.",
        "If Ana Lopes meets Youssef Bennani, the markets will rise.",
        "Ana Lopes received an award from Youssef Bennani.",
        "Ana Lopes arrived in Rabat.",
        "Ana Lopes hosted Youssef Bennani at a gala dinner.",
    ] {
        assert_eq!(meetings(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn the_words_above_the_verb_tell_what_became_of_it() {
    for (text, status) in [
        ("Ana Lopes will meet Youssef Bennani on Monday.", "planned"),
        ("Ana Lopes is expected to meet Youssef Bennani.", "planned"),
        ("Ana Lopes refused to meet Youssef Bennani.", "refused"),
        ("Ana Lopes cancelled a meeting with Youssef Bennani.", "cancelled"),
        ("Ana Lopes proposed a summit with Youssef Bennani.", "proposed"),
        ("Ana Lopes denied having met Youssef Bennani.", "denied"),
        ("Ana Lopes did not meet Youssef Bennani.", "denied"),
        ("Ana Lopes is meeting Youssef Bennani in Rabat.", "ongoing"),
    ] {
        let r = record(text);
        let statuses: Vec<String> = r.meetings.iter().map(|m| word(&m.status)).collect();
        assert_eq!(statuses, [status], "{text}");
    }
}

#[test]
fn one_encounter_told_twice_is_one_and_two_days_are_two() {
    let once = "Ana Lopes met Youssef Bennani in Rabat on Tuesday.\n\nIn the meeting with Bennani, Lopes praised the harbour. The talks lasted two hours.";
    assert_eq!(meetings(once).len(), 1);
    let twice = "Ana Lopes met Youssef Bennani on Monday. Ana Lopes met Youssef Bennani again on Wednesday.";
    assert_eq!(meetings(twice).len(), 2);
}

#[test]
fn those_who_come_along_are_attendees() {
    let r = record(
        "Portuguese President Ana Lopes met Moroccan President Youssef Bennani in Rabat. Lopes was accompanied by Foreign Minister Rui Tavares.",
    );
    let roles: Vec<String> =
        r.meetings[0].participants.iter().map(|p| format!("{} {}", common::name(&r, &p.participant), word(&p.role))).collect();
    assert_eq!(roles, ["Ana Lopes principal", "Youssef Bennani principal", "Rui Tavares attendee"]);
}

/// Each text with what it tells of: one line an encounter.
#[test]
fn what_is_to_come_is_planned() {
    told(&[
        ("Ana Lopes is to meet Youssef Bennani on Friday.", &["planned: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes was to meet Youssef Bennani later on Friday.", &["planned: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes is scheduled to travel to Rabat to meet Youssef Bennani.", &["planned: Ana Lopes, Youssef Bennani"]),
        ("When Ana Lopes meets Youssef Bennani on Monday, fish will be on the menu.", &["planned: Ana Lopes, Youssef Bennani"]),
        ("There will be a meeting between Ana Lopes and Youssef Bennani on Monday.", &["planned: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes is due in Rabat on Monday for talks with Youssef Bennani.", &["planned: Ana Lopes, Youssef Bennani"]),
        ("When Ana Lopes met Youssef Bennani on Monday, fish was on the menu.", &["held: Ana Lopes, Youssef Bennani"]),
    ]);
}

#[test]
fn what_did_not_take_place_keeps_its_status() {
    told(&[
        ("Ana Lopes called off a meeting with Youssef Bennani.", &["cancelled: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes pulled out of a meeting with Youssef Bennani.", &["cancelled: Ana Lopes, Youssef Bennani"]),
        ("A planned meeting between Ana Lopes and Youssef Bennani fell through.", &["cancelled: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes denied reports that she had met Youssef Bennani in Paris.", &["denied: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes said she would not meet Youssef Bennani.", &["refused: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes ruled out talks with Youssef Bennani.", &["refused: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes turned down a request for a meeting from Youssef Bennani.", &["refused: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes called for talks with Youssef Bennani.", &["proposed: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes walked out of a meeting with Youssef Bennani.", &["held: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes left Rabat without meeting Youssef Bennani.", &[]),
    ]);
}

#[test]
fn another_meeting_is_of_those_who_met_before() {
    let text = "Ana Lopes and Youssef Bennani met on Tuesday. A further round that had been scheduled for Wednesday was called off.";
    assert_eq!(meetings(text), ["held: Ana Lopes, Youssef Bennani", "cancelled: Ana Lopes, Youssef Bennani"]);
    let once = "Ana Lopes and Youssef Bennani met on Tuesday. The meeting lasted an hour.";
    assert_eq!(meetings(once), ["held: Ana Lopes, Youssef Bennani"]);
}

#[test]
fn one_verb_may_tell_of_several_encounters() {
    let two: &[&str] = &["held: Ana Lopes, Youssef Bennani", "held: Ana Lopes, Karim Tazi"];
    told(&[
        ("Ana Lopes met Youssef Bennani on Monday and Karim Tazi on Tuesday.", two),
        ("Ana Lopes met Youssef Bennani in Rabat and Karim Tazi in Tunis.", two),
        ("Ana Lopes met Youssef Bennani, then Karim Tazi.", two),
        ("Ana Lopes met separately with Youssef Bennani and Karim Tazi.", two),
        ("Ana Lopes held meetings with Youssef Bennani and Karim Tazi.", two),
        ("Ana Lopes met Youssef Bennani and Karim Tazi in Rabat on Monday.", &["held: Ana Lopes, Youssef Bennani, Karim Tazi"]),
    ]);
}

#[test]
fn several_spoken_of_together_are_those_told_before() {
    let pair: &[&str] = &["held: Ana Lopes, Karim Tazi"];
    told(&[
        ("Ana Lopes quarrelled with Karim Tazi. The pair met in Rabat.", pair),
        ("Ana Lopes and Karim Tazi quarrelled. They met in Rabat.", pair),
        ("Ana Lopes and Karim Tazi quarrelled. Both met in Rabat.", pair),
        ("Ana Lopes quarrelled. They met in Rabat.", &[]),
        ("The Portuguese and Moroccan foreign ministers met in Rabat.", &["held: Portugal, Morocco"]),
        ("Leaders of the Fishing Union met in Rabat.", &[]),
    ]);
}

#[test]
fn the_verb_that_an_encounter_frames_tells_its_sides() {
    told(&[
        ("Ana Lopes welcomed Youssef Bennani to Lisbon for a working dinner.", &["held: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes joined Youssef Bennani at a summit.", &["held: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes told Youssef Bennani in a phone call on Monday that the harbour was closed.", &["held: Ana Lopes, Youssef Bennani"]),
        (
            "The summit in Rabat was attended by Ana Lopes, Youssef Bennani and Karim Tazi.",
            &["held: Ana Lopes, Youssef Bennani, Karim Tazi"],
        ),
        ("The talks in Madrid between Portugal and Morocco ended on Monday.", &["held: Portugal, Morocco"]),
        ("Ana Lopes announced the plan after a meeting between Youssef Bennani and Karim Tazi.", &["held: Youssef Bennani, Karim Tazi"]),
    ]);
}

#[test]
fn what_is_spoken_over_a_line_has_its_format() {
    for (text, format) in [
        ("Ana Lopes spoke by video link with Youssef Bennani.", "video"),
        ("Ana Lopes and Youssef Bennani spoke via Zoom on Monday.", "video"),
        ("Ana Lopes spoke on the telephone with Youssef Bennani.", "phone"),
        ("In a telephone conversation with Youssef Bennani, Ana Lopes praised the harbour.", "phone"),
        ("Ana Lopes said on a conference call that she had met Youssef Bennani.", "in_person"),
    ] {
        assert_eq!(record(text).meetings.first().map(|m| word(&m.format)).as_deref(), Some(format), "{text}");
    }
}

/// How many meetings and agreements a text leaves.
fn events_in(text: &str) -> (usize, usize) {
    let r = common::record(text);
    (r.meetings.len(), r.agreements.len())
}

const MATCH: &str = "The striker scored in the second-half and the goalkeeper was sent off by the referee. \
    The football league goes on in the stadium. ";

#[test]
fn in_an_article_about_sport_those_who_meet_play() {
    for text in [
        "Ana Lopes will meet Greta Holm in May.",
        "Ana Lopes won the 60m at Sunday's meeting with Greta Holm.",
        "Ana Lopes signed a contract with Halm United in May.",
    ] {
        assert_eq!(events_in(&format!("{MATCH}{text}")), (0, 0), "{text}");
    }
    assert_eq!(events_in(&format!("{MATCH}Ana Lopes, the club's chairwoman, met Greta Holm, the chairwoman of the fans, in May.")).0, 1);
    assert_eq!(events_in("Ana Lopes will meet Greta Holm in May.").0, 1);
}

#[test]
fn a_title_a_show_and_a_prize_are_no_encounter() {
    for text in [
        "Ana Lopes starred in Meet the Lopezes and Greta Holm's Winter.",
        "Ana Lopes received an Oscar in May.",
        "Ana Lopes hosts the show with Greta Holm.",
        "Ana Lopes and Greta Holm met as students in Lisbon.",
    ] {
        assert_eq!(events_in(text).0, 0, "{text}");
    }
    assert_eq!(events_in("Ana Lopes received Oscar Holm in Lisbon in May.").0, 1);
}

#[test]
fn who_says_i_is_the_speaker() {
    told(&[
        ("\"I met Youssef Bennani in Rabat,\" said Ana Lopes.", &["held: Ana Lopes, Youssef Bennani"]),
        ("\"We had a good meeting with Youssef Bennani,\" Ana Lopes said.", &["held: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes said it was an honour to meet Youssef Bennani.", &["held: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes said it would be an honour to meet Youssef Bennani.", &["proposed: Ana Lopes, Youssef Bennani"]),
        ("\"I have never met Youssef Bennani,\" said Ana Lopes.", &[]),
    ]);
}

#[test]
fn talk_that_two_sides_have_is_a_meeting() {
    told(&[
        (
            "Portuguese Foreign Minister Ana Lopes and Moroccan Foreign Minister Youssef Bennani discussed fisheries.",
            &["held: Ana Lopes, Youssef Bennani"],
        ),
        ("Analysts and officials discussed fisheries.", &[]),
        (
            "President Ana Lopes hosted Prime Minister Youssef Bennani to lunch. They discussed fisheries.",
            &["held: Ana Lopes, Youssef Bennani"],
        ),
        ("President Ana Lopes hosted Prime Minister Youssef Bennani to lunch. The food was good.", &[]),
        ("Ana Lopes asked to see Prime Minister Youssef Bennani.", &["proposed: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes has seen Prime Minister Youssef Bennani on television.", &[]),
        ("Portuguese President Ana Lopes spoke to Moroccan Prime Minister Youssef Bennani.", &["held: Ana Lopes, Youssef Bennani"]),
        ("President Ana Lopes spoke to reporters.", &[]),
        ("Ana Lopes conferred with Youssef Bennani on Monday.", &["held: Ana Lopes, Youssef Bennani"]),
    ]);
}

#[test]
fn three_way_talks_are_of_the_three_spoken_of_last() {
    let three = "Ana Lopes, Luis Ortiz and Youssef Bennani arrived in Madrid. The three-way talks lasted an hour.";
    assert_eq!(meetings(three), ["held: Ana Lopes, Luis Ortiz, Youssef Bennani"]);
    let two = "Ana Lopes and Youssef Bennani arrived in Madrid. The three-way talks lasted an hour.";
    assert_eq!(meetings(two), Vec::<String>::new());
}

#[test]
fn talks_that_only_run_on_and_a_bodys_own_session_are_none() {
    told(&[
        ("Negotiations continue between Portugal and Morocco.", &[]),
        ("Negotiations between Portugal and Morocco continue in Madrid.", &["held: Portugal, Morocco"]),
        ("\"After the Fishing Union's Executive Committee meeting I resigned,\" Ana Lopes said.", &[]),
    ]);
}

#[test]
fn heads_of_different_offices_are_met_one_after_the_other() {
    let apart = "Portuguese President Ana Lopes met Moroccan Prime Minister Youssef Bennani and Moroccan Foreign Minister Karim Tazi.";
    assert_eq!(meetings(apart), ["held: Ana Lopes, Youssef Bennani", "held: Ana Lopes, Karim Tazi"]);
    let together = "Portuguese President Ana Lopes met Moroccan advisers Youssef Bennani and Karim Tazi.";
    assert_eq!(meetings(together).len(), 1);
}

#[test]
fn a_sum_of_meetings_gives_way_to_them() {
    let sum = "Portuguese President Ana Lopes held private meetings with the leaders of Spain and Morocco.";
    assert_eq!(meetings(sum), ["held: Ana Lopes, Spain", "held: Ana Lopes, Morocco"]);
    let each =
        format!("{sum} She met Spanish Prime Minister Luis Ortiz in Madrid. She met Moroccan Prime Minister Youssef Bennani in Rabat.");
    assert_eq!(meetings(&each), ["held: Ana Lopes, Luis Ortiz", "held: Ana Lopes, Youssef Bennani"]);
}

#[test]
fn their_meeting_of_another_month_is_another() {
    let text =
        "Ana Lopes and Youssef Bennani met in Rabat on Tuesday to renew the plan that they had drawn up at their August meeting in Porto.";
    let r = record(text);
    let days: Vec<_> = r.meetings.iter().map(|m| m.date.as_ref().and_then(|d| d.value.clone())).collect();
    assert_eq!(days, [Some("2029-03-13".to_owned()), Some("2028-08".to_owned())]);
}

#[test]
fn what_a_word_tells_of_the_format_outdoes_what_is_taken_for_granted() {
    for (text, format) in [
        ("Ana Lopes and Youssef Bennani held talks on Monday. The phone call lasted an hour.", "phone"),
        ("In a call with Youssef Bennani on Monday, Ana Lopes praised the harbour.", "phone"),
        ("Ana Lopes met virtually with Youssef Bennani on Monday.", "video"),
        ("Ana Lopes held talks with Youssef Bennani by phone.", "phone"),
        ("Ana Lopes held talks with Youssef Bennani about a phone.", "in_person"),
        ("Ana Lopes consulted with Youssef Bennani.", "in_person"),
    ] {
        assert_eq!(record(text).meetings.first().map(|m| word(&m.format)).as_deref(), Some(format), "{text}");
    }
}

#[test]
fn who_brings_others_together_mediates() {
    let r = record("Ana Lopes brought together Colonel Karim Tazi and Commander Luis Ortiz in Rabat in 1991.");
    let roles: Vec<String> =
        r.meetings[0].participants.iter().map(|p| format!("{} {}", common::name(&r, &p.participant), word(&p.role))).collect();
    assert_eq!(roles, ["Karim Tazi principal", "Luis Ortiz principal", "Ana Lopes mediator"]);
    assert_eq!(meetings("Ana Lopes brought together flour and butter in Rabat."), Vec::<String>::new());
}

#[test]
fn more_ways_to_tell_of_talks() {
    told(&[
        ("Ana Lopes, who had nine hours of talks with Youssef Bennani, was tired.", &["held: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes and Youssef Bennani praised the harbour after a meeting on Thursday.", &["held: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes and Youssef Bennani resigned after the council meeting on Thursday.", &[]),
        ("Ana Lopes told Youssef Bennani by telephone that the harbour was closed.", &["held: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes told Youssef Bennani that the telephone was broken.", &[]),
        ("Ana Lopes, who consults with Youssef Bennani, praised the harbour.", &[]),
        ("The city is in talks with Youssef Bennani.", &[]),
    ]);
}

#[test]
fn a_body_that_confers_by_itself_leaves_no_record_of_one() {
    for text in ["The Fisheries Council met in Rabat on Monday.", "A meeting of the Fisheries Council was held in Rabat on Monday."] {
        assert_eq!(events_in(text).0, 0, "{text}");
    }
    assert_eq!(events_in("The Fisheries Council met the Harbour Board in Rabat on Monday.").0, 1);
}

#[test]
fn names_in_a_list_each_take_part() {
    told(&[
        (
            "Interior Secretary Deb Holt, Agriculture Secretary Tom Vance and Health Secretary Ann Reed met Youssef Bennani.",
            &["held: Deb Holt, Tom Vance, Ann Reed, Youssef Bennani"],
        ),
        ("Ana Lopes, the mayor, met Youssef Bennani.", &["held: Ana Lopes, Youssef Bennani"]),
    ]);
}

#[test]
fn offices_with_what_they_are_for_stand_before_names() {
    told(&[
        ("Ana Lopes met Chairman of the Supreme Trade Council (STC) Youssef Bennani.", &["held: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes met Special Envoys for Climate Susan Holt and Robert Dean.", &["held: Ana Lopes, Susan Holt, Robert Dean"]),
        ("Ana Lopes met Director of the Centre for Water Robert Dean.", &["held: Ana Lopes, Robert Dean"]),
    ]);
}

#[test]
fn two_verbs_may_share_whom_they_are_told_of() {
    told(&[
        ("Ana Lopes met and was received by Youssef Bennani.", &["held: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes met Omar Idrissi and was praised by Youssef Bennani.", &["held: Ana Lopes, Omar Idrissi"]),
    ]);
}

#[test]
fn the_other_side_may_hang_on_the_verb_that_frames_the_talks() {
    told(&[
        ("Ana Lopes stressed in talks on Monday with Youssef Bennani the need for rain.", &["held: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes said in talks on Monday that she agreed with the plan of Youssef Bennani.", &[]),
        ("Ana Lopes is in Panama meeting with Youssef Bennani.", &["ongoing: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes is in meetings.", &[]),
    ]);
}

#[test]
fn what_was_told_after_a_meeting_says_that_it_was() {
    told(&[
        ("The package was announced by Ana Lopes after talks with Youssef Bennani.", &["held: Ana Lopes, Youssef Bennani"]),
        ("The package is to be announced by Ana Lopes after talks with Youssef Bennani.", &["planned: Ana Lopes, Youssef Bennani"]),
    ]);
}

#[test]
fn no_word_on_a_report_is_no_denial() {
    told(&[
        ("Ana Lopes declined to comment on reports that Rui Tavares had met Youssef Bennani.", &["held: Rui Tavares, Youssef Bennani"]),
        ("Ana Lopes denied reports that Rui Tavares had met Youssef Bennani.", &["denied: Rui Tavares, Youssef Bennani"]),
    ]);
}

#[test]
fn the_owner_of_a_deed_does_it() {
    told(&[
        ("Portugal's comments came at a meeting with Moroccan officials.", &["held: Portugal, Moroccan officials"]),
        ("Portugal's rebate came up at a meeting with Moroccan officials.", &[]),
        ("Ana Lopes spoke at a news conference with Youssef Bennani.", &[]),
    ]);
}

#[test]
fn what_a_meeting_is_not_it_was_all_the_same() {
    told(&[
        ("Ana Lopes said her meeting with Youssef Bennani is not an endorsement.", &["held: Youssef Bennani, Ana Lopes"]),
        ("There was no meeting between Ana Lopes and Youssef Bennani.", &["denied: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes had an audience with Youssef Bennani.", &["held: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes read it to the audience of Youssef Bennani.", &[]),
        ("Ana Lopes promised to be neutral in negotiations between Portugal and Morocco.", &[]),
        ("Ana Lopes spoke during negotiations between Portugal and Morocco in Rabat.", &["held: Portugal, Morocco"]),
    ]);
}

#[test]
fn both_behind_one_with_are_one_side() {
    told(&[
        ("Talks with Portugal and Morocco have been going on in Rabat.", &[]),
        ("Talks between Portugal and Morocco have been going on in Rabat.", &["ongoing: Portugal, Morocco"]),
        ("Ana Lopes held talks with Portugal and Morocco in Rabat.", &["held: Ana Lopes, Portugal, Morocco"]),
    ]);
}

#[test]
fn a_call_on_somebody_to_act_is_no_visit() {
    told(&[
        ("Ana Lopes called on Youssef Bennani to go.", &[]),
        ("Ana Lopes called on Youssef Bennani in Rabat.", &["held: Ana Lopes, Youssef Bennani"]),
    ]);
}

#[test]
fn a_meeting_of_athletes_is_none() {
    told(&[
        ("Ana Lopes held an indoor meeting with Youssef Bennani.", &[]),
        ("Ana Lopes held a short meeting with Youssef Bennani.", &["held: Ana Lopes, Youssef Bennani"]),
    ]);
}

#[test]
fn a_body_called_after_a_meeting_is_none() {
    told(&[
        ("The Farmers Roundtable with Youssef Bennani wants rain.", &[]),
        ("Ana Lopes held a roundtable with Youssef Bennani in Rabat.", &["held: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes held a bilateral view with Youssef Bennani in Rabat.", &[]),
    ]);
}

#[test]
fn a_name_right_before_its_verb_is_nobodys_second_name() {
    told(&[
        ("After meeting Ana Lopes, Youssef Bennani told reporters that fish was dear.", &["held: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes met Youssef Bennani, the fisheries minister, in Rabat.", &["held: Ana Lopes, Youssef Bennani"]),
    ]);
    let speaker = |text: &str| {
        let r = record(text);
        r.quotes[0].speaker.as_ref().map(|id| common::name(&r, id).to_owned())
    };
    assert_eq!(speaker("Speaking beside Ana Lopes, Youssef Bennani said: \"Fish is dear.\"").as_deref(), Some("Youssef Bennani"));
    assert_eq!(speaker("Ana Lopes, a friend of Youssef Bennani, said: \"Fish is dear.\"").as_deref(), Some("Ana Lopes"));
}

#[test]
fn notes_are_compared_in_a_talk_and_exchanged_in_writing() {
    told(&[
        ("Ana Ruiz compared notes with Luis Gil on Monday.", &["held: Ana Ruiz, Luis Gil"]),
        ("Peru and Chile exchanged notes amending the fisheries treaty.", &[]),
    ]);
}
