//! Encounters in Spanish, French, German and Portuguese: told by patterns over words, and what only looks like one.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{name, word};
use paraph::{Budget, Extractor, Options, article::Input, record::Record};

fn record(language: &str, text: &str) -> Record {
    let input = Input { published_at: Some("2029-03-16".into()), language: Some(language.into()), ..Input::text(text) };
    Extractor::new().unwrap().extract(&input, Options { explain: true, ..Options::default() }, &Budget::unlimited()).unwrap()
}

fn meetings(r: &Record) -> Vec<String> {
    let line = |m: &paraph::record::Meeting| {
        let names: Vec<&str> = m.participants.iter().map(|p| name(r, &p.participant)).collect();
        format!("{} {}: {}", word(&m.status), word(&m.format), names.join(", "))
    };
    r.meetings.iter().map(line).collect()
}

/// What a warning denies, the record does not hold.
#[test]
fn what_a_caller_says_of_the_language_holds_for_a_text_full_of_names() {
    let text = "President Ana Lopes met Premier of Sarawak Datuk Patinggi Tan Sri Dr Abdul Rahman Zahari, and Minister of Trade Dato’ Seri Diraja Dr \
        Zamri Kadir in Oslo.";
    let said = |language: Option<&str>, text: &str| {
        let input = Input { language: language.map(str::to_owned), ..Input::text(text) };
        let record = Extractor::new().unwrap().extract(&input, Options::default(), &Budget::unlimited()).unwrap();
        record.segments[0].language.clone().unwrap_or_default()
    };
    assert_eq!(said(Some("en"), text), "en");
    // but not for what shows nothing of it
    assert_eq!(said(Some("en"), "Presiden bertemu dengan perdana menteri di istana untuk membahas perdagangan antara kedua negara."), "id");
}

#[test]
fn the_warning_says_what_is_read() {
    let warnings = |language: &str, text: &str| record(language, text).warnings.join(" ");
    let spanish = "La canciller Rosa Gil recibirá mañana al ministro portugués Rui Tavares.";
    assert_eq!(warnings("es", spanish), "language 'es' has no language pack: posts, quotes and meetings only");
    assert_eq!(warnings("it", "Il presidente ha incontrato il ministro."), "language 'it' has no language pack: posts and quotes only");
    assert_eq!(Extractor::new().unwrap().languages(), ["en", "es", "fr", "de", "pt"]);
    assert!(Extractor::of_articles().unwrap().languages().is_empty());
}

#[test]
fn verbs_and_nouns_tell_of_encounters() {
    for (language, text, expected) in [
        (
            "es",
            "El presidente de Chile, Luis Ortiz, se reunió en Lima con la canciller peruana Rosa Gil.",
            "held in_person: Luis Ortiz, Rosa Gil",
        ),
        ("es", "La canciller Rosa Gil recibirá mañana al ministro portugués Rui Tavares.", "planned in_person: Rosa Gil, Rui Tavares"),
        ("es", "Luis Ortiz y su homóloga Rosa Gil conversaron por teléfono ayer.", "held phone: Luis Ortiz, Rosa Gil"),
        (
            "fr",
            "La rencontre entre le président Luc Morel et la chancelière Petra Vogel a duré une heure.",
            "held in_person: Luc Morel, Petra Vogel",
        ),
        (
            "fr",
            "Le président Luc Morel rencontrera la chancelière allemande Petra Vogel à Berlin.",
            "planned in_person: Luc Morel, Petra Vogel",
        ),
        (
            "fr",
            "Petra Vogel s’est entretenue avec le ministre des Affaires étrangères Karim Alaoui.",
            "held in_person: Petra Vogel, Karim Alaoui",
        ),
        (
            "de",
            "Bundeskanzlerin Petra Vogel hat den französischen Präsidenten Luc Morel in Berlin empfangen.",
            "held in_person: Petra Vogel, Luc Morel",
        ),
        (
            "de",
            "Außenminister Jan Hauser wird morgen seinen Amtskollegen Karim Alaoui treffen.",
            "planned in_person: Jan Hauser, Karim Alaoui",
        ),
        ("de", "Präsident Luc Morel und Kanzlerin Petra Vogel telefonierten am Dienstag.", "held phone: Luc Morel, Petra Vogel"),
        ("pt", "O presidente do Chile, Luis Ortiz, se reuniu com a ministra Rosa Gil em Lisboa.", "held in_person: Luis Ortiz, Rosa Gil"),
    ] {
        assert_eq!(meetings(&record(language, text)), [expected], "{text}");
    }
}

#[test]
fn what_only_looks_like_one_tells_of_none() {
    for (language, text) in [
        ("es", "El presidente Luis Ortiz recibió un premio en Lima."),
        ("es", "La ministra Rosa Gil nunca se reunió con Luis Ortiz."),
        ("es", "El líder de la Revolución recibió al General de Ejército."),
        ("fr", "Le président Luc Morel a rencontré un vif succès à Berlin."),
        ("de", "Petra Vogel trifft eine Entscheidung."),
        ("de", "Das Treffen war kurz. Petra Vogel lachte."),
        ("pt", "O presidente Luis Ortiz recebeu um prêmio."),
    ] {
        assert_eq!(meetings(&record(language, text)), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn offices_sides_days_and_places_are_told() {
    let r = record("es", "El presidente de Chile, Luis Ortiz, se reunió en Lima con la canciller peruana Rosa Gil el 14 de marzo.");
    let m = &r.meetings[0];
    assert_eq!(m.date.as_ref().and_then(|d| d.value.as_deref()), Some("2029-03-14"));
    assert_eq!(m.place.as_ref().map(|p| (p.name.as_str(), p.country.as_deref())), Some(("Lima", Some("PE"))));
    let told: Vec<_> = r.participants.iter().map(|p| (p.roles[0].title.as_str(), p.country.as_deref())).collect();
    assert_eq!(told, [("presidente", Some("CL")), ("canciller", Some("PE"))]);
    let why = m.explanation.as_ref().unwrap();
    assert!(why.iter().any(|w| w.rule == "meeting.pattern"), "{why:#?}");
}

#[test]
fn a_post_confirms_what_the_prose_tells() {
    let text = "Chilean President Luis Ortiz met Peruvian Foreign Minister Rosa Gil in Lima on Wednesday, her office said in a long note \
        about the visit that it put out in the evening.\n\n\
        El presidente Luis Ortiz se reunió con la canciller Rosa Gil. Hablaron de los puertos y de la pesca.\n\n\
        — Cancillería (@cancilleria_x) March 14, 2029\n";
    let r = record("en", text);
    assert_eq!(meetings(&r), ["held in_person: Luis Ortiz, Rosa Gil"]);
    assert_eq!(r.meetings[0].evidence.len(), 2);
}

#[test]
fn an_account_without_a_subject_is_of_who_met_before() {
    let r =
        record("es", "El presidente Luis Ortiz se reunió con la canciller Rosa Gil. Posteriormente conversó con el ministro Rui Tavares.");
    assert_eq!(meetings(&r), ["held in_person: Luis Ortiz, Rosa Gil", "held in_person: Luis Ortiz, Rui Tavares"]);
}
