use super::*;

fn gazetteer() -> &'static Gazetteer {
    Gazetteer::global()
}

fn shown(code: Option<CountryCode>) -> String {
    code.map_or_else(|| "-".to_owned(), |c| c.to_string())
}

#[test]
fn states_are_known_by_their_names() {
    for (name, code) in [
        ("Cuba", "CU"),
        ("the Islamic Republic of Iran", "IR"),
        ("The Netherlands", "NL"),
        ("U.S.", "US"),
        ("US", "US"),
        ("us", "-"),
        ("UNITED STATES", "US"),
        ("Türkiye", "TR"),
        ("Turkiye", "TR"),
        ("turkey", "-"),
        ("Cote d'Ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("Republic of Korea", "KR"),
        ("DPRK", "KP"),
        ("the People's Republic of China", "CN"),
        ("Kosovo", "XK"),
        ("Palestine", "PS"),
        ("Burma", "MM"),
        ("Eswatini", "SZ"),
        ("Niger", "NE"),
        ("Guinea-Bissau", "GW"),
        ("Atlantis", "-"),
        ("", "-"),
    ] {
        assert_eq!(shown(gazetteer().country_by_name(name)), code, "{name}");
    }
}

#[test]
fn people_are_known_by_their_demonyms() {
    for (word, code) in [
        ("Iranian", "IR"),
        ("Iranians", "IR"),
        ("Britons", "GB"),
        ("British", "GB"),
        ("Emirati", "AE"),
        ("South Koreans", "KR"),
        ("Kazakhstani", "KZ"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("Soviet", "RU"),
        ("Latin American", "-"),
        ("Native Americans", "-"),
        ("polish", "-"),
        ("Polish", "PL"),
        ("Iran", "-"),
    ] {
        assert_eq!(shown(gazetteer().demonym(word)), code, "{word}");
    }
}

#[test]
fn capitals_and_buildings_stand_for_governments() {
    for (name, code) in [
        ("the Kremlin", "RU"),
        ("Downing Street", "GB"),
        ("Élysée", "FR"),
        ("Elysee", "FR"),
        ("the White House", "US"),
        ("Ankara", "TR"),
        ("Washington", "US"),
        ("Seattle", "-"),
    ] {
        assert_eq!(shown(gazetteer().seat(name)), code, "{name}");
    }
    assert_eq!(shown(gazetteer().capital("Kyiv")), "UA");
    assert_eq!(shown(gazetteer().capital("Kremlin")), "-");
}

#[test]
fn a_city_says_where_it_lies_and_whether_its_name_is_another_citys_too() {
    let city = |name| gazetteer().city(name).map(|c| (c.country.to_string(), c.ambiguous));
    assert_eq!(city("Isfahan"), Some(("IR".to_owned(), false)));
    assert_eq!(city("Saint Petersburg"), Some(("RU".to_owned(), false)));
    assert_eq!(city("Bombay"), Some(("IN".to_owned(), false)));
    assert_eq!(city("Córdoba").map(|c| c.1), Some(true));
    assert_eq!(city("Nowhereville"), None);
    assert!(gazetteer().city("Shanghai").unwrap().population > 10_000_000);
}

#[test]
fn venues_have_a_city_and_bodies_a_kind() {
    let venue = gazetteer().venue("the Great Hall of the People").unwrap();
    assert_eq!((venue.city, venue.country.as_str()), ("Beijing", "CN"));
    assert_eq!(gazetteer().venue("Palacio de la Revolución").unwrap().name, "Palace of the Revolution");
    let body = |name| gazetteer().body(name).map(|b| (b.name, b.kind, shown(b.country)));
    assert_eq!(body("the U.N."), Some(("United Nations", BodyKind::Intergovernmental, "-".to_owned())));
    assert_eq!(body("OPEC+").unwrap().0, "OPEC+");
    assert_eq!(body("AT&T").unwrap().1, BodyKind::Company);
    assert_eq!(body("Hezbollah"), Some(("Hezbollah", BodyKind::ArmedGroup, "LB".to_owned())));
    assert_eq!(body("hamas"), None);
}

#[test]
fn an_entry_holds_every_meaning_of_its_name() {
    let washington = gazetteer().look_up("Washington").unwrap();
    assert!(washington.capital().is_some() && washington.city().is_some() && washington.country().is_none());
    assert_eq!(shown(gazetteer().look_up("Gaza").unwrap().located_in()), "PS");
    assert_eq!(shown(gazetteer().look_up("Florida").unwrap().located_in()), "US");
    assert_eq!(shown(gazetteer().look_up("Cubans").unwrap().state()), "CU");
}

#[test]
fn the_longest_name_wins_whatever_the_tokens() {
    let longest = |words: &[&str]| gazetteer().longest_match(words).map(|(n, e)| (n, shown(e.state())));
    assert_eq!(longest(&["Guinea", "-", "Bissau", "and"]), Some((3, "GW".to_owned())));
    assert_eq!(longest(&["Guinea-Bissau", "and"]), Some((1, "GW".to_owned())));
    assert_eq!(longest(&["Guinea", "."]), Some((1, "GN".to_owned())));
    assert_eq!(longest(&["People", "'s", "Republic", "of", "China", "said"]), Some((5, "CN".to_owned())));
    assert_eq!(longest(&["South", "Korean", "officials"]), Some((2, "KR".to_owned())));
    assert_eq!(longest(&["South", "of"]), None);
    assert_eq!(longest(&["U.S.", "officials"]), Some((1, "US".to_owned())));
    assert_eq!(longest(&[]), None);
    assert_eq!(longest(&["Democratic", "Republic", "of", "the", "Congo"]), Some((5, "CD".to_owned())));
}

#[test]
fn a_scan_finds_names_on_word_boundaries() {
    let scan = |text: &'static str| gazetteer().scan(text).iter().map(|m| &text[m.span.range()]).collect::<Vec<_>>();
    assert_eq!(
        scan("The U.S. and the Democratic People's Republic of Korea met in Côte d’Ivoire."),
        ["U.S.", "Democratic People's Republic of Korea", "Côte d’Ivoire"]
    );
    assert_eq!(scan("Iran's envoy saw the Cuban-born mayor of St. Petersburg."), ["Iran", "Cuban", "St. Petersburg"]);
    assert_eq!(scan("They moved to Guinea. Bissau was next."), ["Guinea", "Bissau"]);
    assert_eq!(scan("Cubanos, iranian, Irangate, join us for turkey and china"), Vec::<&str>::new());
    assert_eq!(scan("TALKS BETWEEN IRAN AND SAUDI ARABIA"), ["IRAN", "SAUDI ARABIA"]);
    assert_eq!(scan(""), Vec::<&str>::new());
    assert_eq!(scan("ﬂ🇨🇺ß…\u{0}Cuba"), ["Cuba"]);
}

#[test]
fn other_languages_have_their_own_names() {
    let find = |language: &str, name: &str| shown(Gazetteer::for_language(language).and_then(|g| g.look_up(name)).and_then(Entry::state));
    for (language, name, code) in [
        ("es", "Irán", "IR"),
        ("es", "iraníes", "IR"),
        ("es", "EE.UU.", "US"),
        ("es", "estadounidense", "US"),
        ("fr", "États-Unis", "US"),
        ("fr", "cubaines", "CU"),
        ("de", "iranischen", "IR"),
        ("de", "Deutschland", "DE"),
        ("pt", "brasileiros", "BR"),
        ("es", "Deutschland", "-"),
        ("xx", "Cuba", "-"),
    ] {
        assert_eq!(find(language, name), code, "{language} {name}");
    }
}

#[test]
fn hostile_text_costs_no_more_than_its_length() {
    let text = "United Kingdom of ".repeat(20_000) + &"-".repeat(100_000) + &"New ".repeat(50_000);
    assert_eq!(gazetteer().scan(&text).len(), 20_000);
}
