//! Sides that the sentence leaves to the ones around it: the government, host and guest of a visit, what is like what was told before.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{record, tells_agreements, tells_meetings};

#[test]
fn the_government_is_that_of_the_state_which_is_named() {
    tells_agreements(&[
        (
            "The Peruvian government has kept its word. The Norlund Front signed a peace treaty with the government last year.",
            &["signed treaty: Norlund Front, Peru"],
        ),
        (
            "The Norlund Front signed a peace treaty with the government last year. The Peruvian government has kept it.",
            &["signed treaty: Norlund Front, Peru"],
        ),
        // the state that the article speaks of most
        (
            "Peru lies south of Peru's forests. Peru is quiet. Norlund Oil signed a contract with the federal government.",
            &["signed contract: Norlund Oil, Peru"],
        ),
        // of two, which one is not told
        ("Peru borders on Chile. Norlund Oil signed a contract with the government.", &[]),
        // of a part of a state
        ("The Peruvian government has kept its word. Norlund Oil signed a contract with the provincial government.", &[]),
    ]);
}

#[test]
fn people_outside_the_government_are_not_the_government() {
    tells_meetings(&[
        ("The Peruvian government has kept its word. Half the people outside the government who met with Ana Ruiz gave money.", &[]),
        (
            "The Peruvian government has kept its word. Norlund Oil's bosses met the government on Monday.",
            &["held: Norlund Oil's bosses, Peru"],
        ),
    ]);
}

#[test]
fn guest_and_host_sign_on_a_visit() {
    tells_agreements(&[
        (
            "President Luis Gil of Peru travelled to Beijing for a state visit and the two countries signed 20 agreements.",
            &["signed agreement: Peru, China"],
        ),
        (
            "President Luis Gil of Peru travelled to Beijing for a state visit. The two countries signed 20 agreements.",
            &["signed agreement: Peru, China"],
        ),
        ("President Luis Gil of Peru visited Beijing in January, where he signed energy deals.", &["signed deal: Peru, China"]),
        (
            "President Luis Gil of Peru visited China in January. During the visit, 20 agreements were signed.",
            &["signed agreement: Peru, China"],
        ),
        // two others sign there
        ("Ministers of Peru and Chile met in Paris on Monday. The two countries signed 20 agreements.", &["signed agreement: Peru, Chile"]),
        // a visit of which nobody has told
        ("During the visit, 20 agreements were signed.", &[]),
    ]);
}

#[test]
fn how_somebody_stands_to_a_state_tells_no_side() {
    let r = record("The pro-Chile President Ana Ruiz of Peru met Foreign Minister Luis Gil of Norway, who won on an anti-Chile platform.");
    let told: Vec<_> = r.participants.iter().map(|p| (p.name.as_str(), p.roles[0].title.as_str(), p.country.as_deref())).collect();
    assert_eq!(told, [("Ana Ruiz", "President", Some("PE")), ("Luis Gil", "Foreign Minister", Some("NO"))]);
    let r = record("Chile's President Ana Ruiz met Luis Gil.");
    assert_eq!(r.participants[0].country.as_deref(), Some("CL"));
}

#[test]
fn what_is_like_the_one_before_has_a_side_of_it() {
    let first = "Norlund Energy signed an agreement with Kestrel Foods.";
    tells_agreements(&[
        (
            &format!("{first} It follows a similar agreement with Sable Mining in May."),
            &["signed agreement: Norlund Energy, Kestrel Foods", "signed agreement: Norlund Energy, Sable Mining"],
        ),
        // another's, that is like nothing
        (&format!("{first} It follows an agreement with Sable Mining in May."), &["signed agreement: Norlund Energy, Kestrel Foods"]),
        ("It follows a similar agreement with Sable Mining in May.", &[]),
    ]);
}

#[test]
fn the_company_is_no_union() {
    let first = "Leaders of the Sintra union met bosses of Norlund Ports on Monday.";
    tells_agreements(&[
        (
            &format!("{first} The wage agreement between the union and the company expired on 31 July."),
            &["terminated agreement: Sintra union, Norlund Ports"],
        ),
        ("Leaders of the Sintra union marched. The wage agreement between the union and the company expired on 31 July.", &[]),
    ]);
}

#[test]
fn a_city_or_county_that_does_something_is_a_body() {
    tells_agreements(&[
        (
            "The City of Wilmington will sign a memorandum of understanding with Norlund Energy.",
            &["planned memorandum: City of Wilmington, Norlund Energy"],
        ),
        ("Swain County and the State of North Carolina signed an agreement.", &["signed agreement: Swain County, State of North Carolina"]),
    ]);
    let r = record("Ana Ruiz met Luis Gil in the City of Lima.");
    assert_eq!((r.participants.len(), r.meetings[0].place.as_ref().unwrap().name.as_str()), (2, "City of Lima"));
}

#[test]
fn who_signs_and_has_no_known_name_is_a_body() {
    tells_agreements(&[
        ("Air Lease and Boeing signed a contract.", &["signed contract: Air Lease, Boeing"]),
        ("Norway's Telverk signed the deal with Lakshdeep Investments.", &["signed deal: Telverk, Lakshdeep Investments"]),
        ("Air Lease and Boeing rose.", &[]),
    ]);
}

#[test]
fn parties_are_called_by_who_is_in_them() {
    tells_agreements(&[
        ("The Greens and the Liberals struck a coalition deal on Monday.", &["agreed deal: Greens, Liberals"]),
        ("House Republicans and Senate Democrats reached a budget deal.", &["agreed deal: House Republicans, Senate Democrats"]),
        ("The greens and the liberal reached the shop.", &[]),
    ]);
}

#[test]
fn the_place_behind_a_body_is_where_they_met() {
    let r = record("A delegation led by Ana Ruiz met officials of the World Bank in Lima on Monday.");
    assert_eq!(r.meetings[0].place.as_ref().unwrap().name, "Lima");
    let r = record("Ana Ruiz met officials of the World Bank on a plan for Lima on Monday.");
    assert!(r.meetings[0].place.is_none());
}

#[test]
fn where_talks_are_held_is_no_side() {
    tells_agreements(&[
        ("The US and the Taliban held talks in Doha on Monday. The two sides signed a peace deal.", &["signed deal: US, Taliban"]),
        ("Ukraine and the IMF held talks in Vienna. The two sides reached an agreement.", &["agreed agreement: Ukraine, IMF"]),
        ("Ghanaian football fans visited Peru on Monday. During the visit a contract was signed.", &[]),
    ]);
}

#[test]
fn a_state_that_is_hardly_named_has_no_government() {
    tells_agreements(&[
        ("The government reached a deal with the nurses' union. Carmen Soto, a nurse from Spain, welcomed it.", &[]),
        ("Norvik, a French company, signed a contract with the government.", &[]),
    ]);
}

#[test]
fn ministers_of_the_government_speak_for_it() {
    tells_meetings(&[(
        "Ministers of the Peruvian government, who met Chilean leaders on Monday, are at home.",
        &["held: Peru, Chilean leaders"],
    )]);
}
