//! When and where an encounter was, told beside it or around it.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{meetings, record, word};

#[test]
fn place_date_and_format_are_those_of_the_events_own_words() {
    let r = record("Ana Lopes met Youssef Bennani in Rabat on Tuesday, her office said on Thursday in Lisbon.");
    let m = &r.meetings[0];
    assert_eq!(m.place.as_ref().map(|p| (p.name.as_str(), p.country.as_deref())), Some(("Rabat", Some("MA"))));
    assert_eq!(m.date.as_ref().and_then(|d| d.value.as_deref()), Some("2029-03-13"));
    assert_eq!(word(&m.format), "in_person");
    let r = record("Ana Lopes spoke with Youssef Bennani by phone on Monday.");
    assert_eq!(word(&r.meetings[0].format), "phone");
    assert_eq!(r.meetings[0].codes.cameo.as_deref(), Some("041"));
}

#[test]
fn an_encounter_has_the_day_and_place_of_the_visit_or_gathering() {
    for (text, day, place) in [
        ("Ana Lopes flew to Morocco on Tuesday, where she met Youssef Bennani.", "2029-03-13", "Morocco"),
        ("Ana Lopes visited Rabat on 12 March. There she met Youssef Bennani.", "2029-03-12", "Rabat"),
        ("Negotiators gathered at a summit in Madrid on Monday. On the sidelines, Ana Lopes met Youssef Bennani.", "2029-03-12", "Madrid"),
        ("Ana Lopes met Youssef Bennani behind closed doors in Madrid on Monday.", "2029-03-12", "Madrid"),
        ("Ana Lopes met Youssef Bennani at Belem palace on Monday, her office said on Tuesday.", "2029-03-12", "Belem palace"),
    ] {
        let r = record(text);
        let m = &r.meetings[0];
        assert_eq!(m.date.as_ref().and_then(|d| d.value.as_deref()), Some(day), "{text}");
        assert_eq!(m.place.as_ref().map(|p| p.name.as_str()), Some(place), "{text}");
    }
    let since = record("Ana Lopes and Youssef Bennani met for the first time since a border dispute in 2021.");
    assert_eq!(since.meetings[0].date, None);
}

/// Day and place of the last meeting that a text tells of.
fn last_of(text: &str) -> (Option<String>, Option<String>) {
    let r = record(text);
    let m = r.meetings.last().unwrap();
    (m.date.as_ref().and_then(|d| d.value.clone()), m.place.as_ref().map(|p| p.name.clone()))
}

#[test]
fn an_account_that_goes_on_is_of_the_same_day_and_place() {
    let lead = "President Ana Lopes met Youssef Bennani in Rabat on Monday.";
    let same = (Some("2029-03-12".to_owned()), Some("Rabat".to_owned()));
    assert_eq!(last_of(&format!("{lead} She also met Karim Tazi.")), same);
    assert_eq!(last_of(&format!("{lead} Lopes later held talks with Karim Tazi.")), same);
    assert_eq!(last_of(&format!("{lead} Lopes met Karim Tazi.")), (None, None));
    assert_eq!(last_of(&format!("{lead} Lopes also met Karim Tazi in Porto on Tuesday.")).1.as_deref(), Some("Porto"));
    assert_eq!(last_of(&format!("{lead} Lopes had earlier met Karim Tazi.")), (None, None));
}

#[test]
fn a_part_of_the_day_is_of_the_day_told_before() {
    let part = last_of("Ana Lopes spent Monday in Rabat. Earlier in the day she met Youssef Bennani.");
    assert_eq!(part, (Some("2029-03-12".to_owned()), Some("Rabat".to_owned())));
    assert_eq!(last_of("Ana Lopes met Youssef Bennani in the morning on Tuesday.").0.as_deref(), Some("2029-03-13"));
    assert_eq!(last_of("Ana Lopes met Youssef Bennani in the morning.").0, None);
}

#[test]
fn a_line_without_a_verb_dates_what_it_names() {
    let caption = "Ana Lopes spoke.\n\nMinister Ana Lopes's meeting with Minister Youssef Bennani, 14 March 2029\n";
    assert_eq!(last_of(caption).0.as_deref(), Some("2029-03-14"));
    let said = "The ministry said on 14 March 2029 that Ana Lopes had met Youssef Bennani.";
    assert_eq!(last_of(said).0, None);
}

#[test]
fn places_are_told_by_dateline_pointer_departure_and_kind_of_building() {
    for (text, place) in [
        ("RABAT, March 15 (MAP) -- Ana Lopes met Youssef Bennani here on Wednesday.", Some("RABAT")),
        ("LISBON (LUSA) - Portuguese President Ana Lopes will meet Moroccan President Youssef Bennani on Saturday.", Some("LISBON")),
        ("LISBON (LUSA) - Portuguese President Ana Lopes will meet Moroccan President Youssef Bennani in May.", None),
        ("Ana Lopes toured Rabat.\n\nIn the city, Lopes met Youssef Bennani.", Some("Rabat")),
        ("Portuguese President Ana Lopes met Youssef Bennani. Lopes will leave Morocco on Saturday.", Some("Morocco")),
        ("Portuguese President Ana Lopes met Youssef Bennani. Lopes will leave Portugal on Saturday.", None),
        ("Ana Lopes met Youssef Bennani at the presidential palace.", Some("presidential palace")),
        ("Ana Lopes met Youssef Bennani at the Hotel Estrela on Monday.", Some("Hotel Estrela")),
        ("Ana Lopes met Youssef Bennani at the house.", None),
        ("Ana Lopes met Youssef Bennani at the World Bank.", Some("World Bank")),
        ("Ana Lopes called Youssef Bennani by phone while she was in Rabat.", None),
    ] {
        let r = record(text);
        assert_eq!(r.meetings.first().and_then(|m| m.place.as_ref()).map(|p| p.name.as_str()), place, "{text}");
    }
}

#[test]
fn a_clause_on_a_thing_is_not_of_the_people_before_it() {
    let text = "A meeting between Ana Lopes and Youssef Bennani, which had been expected on Wednesday, fell through.";
    assert_eq!(last_of(text).0.as_deref(), Some("2029-03-14"));
}

#[test]
fn an_arrival_tells_nothing_of_a_meeting_far_ahead() {
    let text =
        "Ana Lopes spent the day in Rabat.\n\nPrices rose.\n\nPrices fell.\n\nLopes has promised to meet Youssef Bennani within a month.";
    assert_eq!(last_of(text).1, None);
}

#[test]
fn the_dateline_is_the_place_of_a_hosts_news() {
    for (text, place) in [
        ("LISBON, March 16 (LUSA) -- Portuguese President Ana Lopes met Moroccan President Youssef Bennani on Friday.", Some("LISBON")),
        ("LISBON Portuguese President Ana Lopes met Moroccan President Youssef Bennani on Friday.", Some("LISBON")),
        ("Lisbon (LUSA) Portuguese President Ana Lopes met Moroccan President Youssef Bennani on Friday.", Some("Lisbon")),
        ("LISBON, March 16 (LUSA) -- Portuguese President Ana Lopes met Moroccan President Youssef Bennani in June.", None),
        ("MADRID, March 16 (EFE) -- Portuguese President Ana Lopes met Moroccan President Youssef Bennani on Friday.", None),
        ("LISBON, March 16 (LUSA) -- Portuguese President Ana Lopes met Moroccan President Youssef Bennani in Rabat.", Some("Rabat")),
        ("LISBON, March 16 (LUSA) -- Portuguese President Ana Lopes spoke with Moroccan President Youssef Bennani by phone.", None),
    ] {
        let r = record(text);
        assert_eq!(r.meetings.first().and_then(|m| m.place.as_ref()).map(|p| p.name.as_str()), place, "{text}");
    }
}

#[test]
fn what_is_told_by_halves_lends_its_day_and_place() {
    let half = "Ana Lopes stopped in Rabat on Wednesday to meet her old rival.\n\nAfter the meeting with Youssef Bennani, Lopes smiled.";
    assert_eq!(last_of(half), (Some("2029-03-14".to_owned()), Some("Rabat".to_owned())));
    let told = "Ana Lopes told Youssef Bennani on Wednesday that the harbour was closed. After meeting Bennani, Lopes smiled.";
    assert_eq!(last_of(told).0.as_deref(), Some("2029-03-14"));
    let others = "Ana Lopes told Karim Tazi on Wednesday that the harbour was closed. Rui Tavares met Youssef Bennani.";
    assert_eq!(last_of(others).0, None);
    assert_eq!(meetings("Ana Lopes told Youssef Bennani on Wednesday that the harbour was closed."), Vec::<String>::new());
}

#[test]
fn talks_of_another_month_and_another_place_are_others() {
    let told = |text: &str| {
        let r = record(text);
        let day = |m: &paraph::record::Meeting| m.date.as_ref().and_then(|d| d.value.clone()).unwrap_or_default();
        r.meetings.iter().map(|m| format!("{} {}", day(m), m.place.as_ref().map_or("-", |p| p.name.as_str()))).collect::<Vec<_>>()
    };
    let first = "Portugal and Morocco held talks in Rabat on Monday.";
    assert_eq!(told(&format!("{first} In January, talks in Geneva ended without a result.")), ["2029-03-12 Rabat", "2029-01 Geneva"]);
    // of the same days, or of no place of their own, they may be the same
    assert_eq!(told(&format!("{first} In March, talks in Geneva ended without a result.")), ["2029-03-12 Rabat"]);
    assert_eq!(told(&format!("{first} In January, talks ended without a result.")), ["2029-03-12 Rabat"]);
}

#[test]
fn a_new_round_is_the_one_that_the_headline_announces() {
    let told = |title: Option<&str>, text: &str| {
        let input = paraph::article::Input {
            title: title.map(str::to_owned),
            published_at: Some("2029-03-16".into()),
            language: Some("en".into()),
            ..paraph::article::Input::text(text)
        };
        let extractor = paraph::Extractor::new().unwrap();
        let r = extractor.extract(&input, paraph::Options::default(), &paraph::Budget::unlimited()).unwrap();
        r.meetings.iter().map(|m| word(&m.status)).collect::<Vec<_>>()
    };
    let text = "A new round of talks aimed at an end of the fish war will take place in Rabat on Monday.";
    assert_eq!(told(Some("Portugal and Morocco to hold talks in Rabat"), text), ["planned"]);
    assert_eq!(told(None, &format!("Portugal and Morocco held talks in Rabat. {text}")), ["held", "planned"]);
}

#[test]
fn the_simple_present_of_a_day_to_come_is_a_plan() {
    common::hold(
        common::when_and_where,
        &[
            ("Ana Lopes meets Youssef Bennani in Rabat on Monday.", &["planned Ana Lopes, Youssef Bennani 2029-03-19 Rabat"]),
            ("Ana Lopes holds talks with Youssef Bennani on Monday.", &["planned Ana Lopes, Youssef Bennani 2029-03-19 -"]),
            (
                "Ana Lopes flies to Rabat on Monday for talks with Youssef Bennani.",
                &["planned Ana Lopes, Youssef Bennani 2029-03-19 Rabat"],
            ),
            // a habit
            ("Ana Lopes meets Youssef Bennani in Rabat every Monday.", &[]),
            ("Every Monday Ana Lopes meets Youssef Bennani in Rabat.", &[]),
            // what is told as past, of a day that was, or of a picture
            ("Ana Lopes waves as she meets Youssef Bennani in Rabat on Monday.", &["held Ana Lopes, Youssef Bennani 2029-03-12 Rabat"]),
            ("Ana Lopes met Youssef Bennani in Rabat on Monday.", &["held Ana Lopes, Youssef Bennani 2029-03-12 Rabat"]),
            ("Ana Lopes meets Youssef Bennani in Rabat on 9 March.", &["held Ana Lopes, Youssef Bennani 2029-03-09 Rabat"]),
        ],
    );
}
