//! Encounters told by the clause around them: what only says when, what one thinks of others' talks, what a visit is to bring.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{record, tells_agreements as told_agreements, tells_meetings as told};

#[test]
fn a_summit_of_others_may_only_say_when() {
    told(&[
        ("Ana Ruiz will meet Luis Gil in Chile during a summit of Pacific leaders.", &["planned: Ana Ruiz, Luis Gil"]),
        ("The Peruvian and Chilean ministers met during a summit.", &["held: Peru, Chile"]),
    ]);
}

#[test]
fn what_two_do_ahead_of_talks_tells_of_none_of_theirs() {
    told(&[
        ("Ahead of peace talks, Ana Ruiz and Luis Gil ordered a raid.", &[]),
        ("Ana Ruiz and Luis Gil pledged unity after a meeting.", &["held: Ana Ruiz, Luis Gil"]),
    ]);
}

#[test]
fn who_opposes_others_talks_has_no_part_in_them() {
    told(&[
        ("Senator Ana Ruiz opposed the government's negotiations with Peru.", &[]),
        ("Chile's Prime Minister Ana Ruiz rejected talks with President Luis Gil of Peru.", &["refused: Ana Ruiz, Luis Gil"]),
    ]);
}

#[test]
fn what_a_visit_is_to_include_is_planned() {
    told(&[
        ("Prime Minister Ana Ruiz arrived for a visit that includes talks with President Luis Gil.", &["planned: Ana Ruiz, Luis Gil"]),
        ("Prime Minister Ana Ruiz, who holds talks with officials, arrived for a visit.", &[]),
    ]);
}

#[test]
fn who_asks_for_something_at_a_meeting_has_met() {
    told(&[
        (
            "At a meeting in Oslo, Foreign Minister Ana Ruiz of Peru asked Foreign Minister Luis Gil of Chile for help.",
            &["held: Ana Ruiz, Luis Gil"],
        ),
        ("Foreign Minister Ana Ruiz of Peru asked Foreign Minister Luis Gil of Chile for a meeting.", &["proposed: Ana Ruiz, Luis Gil"]),
    ]);
}

#[test]
fn those_behind_one_with_are_one_side() {
    told(&[
        ("The militants said that talks with Peruvian and Chilean officials had been postponed.", &[]),
        ("The militants met Peruvian officials on Monday.", &["held: militants, Peruvian officials"]),
    ]);
}

#[test]
fn talks_that_ran_on_are_no_encounter() {
    told(&[
        ("The trade ministry of Chile was negotiating with the Peruvian government on ways to cut tariffs.", &[]),
        ("The trade ministry of Chile negotiated with the Peruvian government in Lima on Monday.", &["held: trade ministry, Peru"]),
    ]);
}

#[test]
fn a_dateline_does_nothing_in_the_sentence_behind_it() {
    told(&[
        ("LIMA (Agency) - Ana Ruiz, one of the ministers, met Luis Gil on Monday.", &["held: Ana Ruiz, Luis Gil"]),
        ("Reuters - Ana Ruiz, one of the ministers, met Luis Gil on Monday.", &["held: Ana Ruiz, Luis Gil"]),
    ]);
}

#[test]
fn an_office_may_have_a_field_and_a_body_before_its_holders_name() {
    let offices = |text: &str| -> Vec<String> {
        let r = record(text);
        let roles = |p: &paraph::record::Participant| -> Vec<String> {
            p.roles.iter().map(|role| format!("{} of {}", role.title, role.of.as_deref().unwrap_or("-"))).collect()
        };
        let people = r.participants.iter().filter(|p| !p.roles.is_empty());
        people.map(|p| format!("{} ({}): {}", p.name, p.country.as_deref().unwrap_or("-"), roles(p).join(", "))).collect()
    };
    assert_eq!(
        offices("Vice President for Europe at Norlund Group Ana Ruiz met Ambassador of Peru to Chile Luis Gil."),
        ["Ana Ruiz (-): Vice President for Europe of Norlund Group", "Luis Gil (PE): Ambassador of Peru"]
    );
    assert_eq!(
        offices("Board Chairman at Vestra Bank Ana Ruiz met President of the Norlund Group Luis Gil."),
        ["Ana Ruiz (-): Board Chairman at Vestra Bank of Vestra Bank", "Luis Gil (-): President of the Norlund Group of Norlund Group"]
    );
}

#[test]
fn what_somebody_is_kept_from_is_not_done() {
    told_agreements(&[
        ("The court stopped Kestrel Foods from buying Norlund Energy.", &[]),
        ("The bill would prohibit the president of Peru from waiving sanctions to enter into new agreements with Chile.", &[]),
        ("Kestrel Foods bought Norlund Energy from Sable Mining.", &["agreed deal: Kestrel Foods, Sable Mining"]),
    ]);
}
