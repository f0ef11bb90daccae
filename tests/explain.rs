//! Explanations: only where they are asked for, one for each record, on words that stand where they say, by rules that are written down.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{collections::BTreeSet, fs, path::Path};

use paraph::{
    Budget, Extractor, Options,
    article::Input,
    pack::LanguagePack,
    record::{Ground, Reason, Record, Rule},
};

const VISIT: &str = "Foreign Minister Ana Lopes received her Moroccan counterpart, Youssef Bennani, in Rabat on Tuesday. \
    “We will open the ports,” she said. “It took very long.” Lopes said that the talks had been useful.\n\n\
    The two ministers signed two agreements on fisheries and customs. The French president, Luc Marchand, plans to meet Lopes next week. \
    According to Bennani, the deal would be ratified soon.\n";

fn read(text: &str, explain: bool) -> Record {
    let input = Input { published_at: Some("2029-03-16".into()), language: Some("en".into()), ..Input::text(text) };
    Extractor::new().unwrap().extract(&input, Options { explain, ..Options::default() }, &Budget::unlimited()).unwrap()
}

/// The explanations of a record, each with the id of what it explains.
fn explanations(record: &Record) -> Vec<(&str, Option<&[Reason]>)> {
    let participants = record.participants.iter().map(|p| (p.id.as_str(), p.explanation.as_deref()));
    let quotes = record.quotes.iter().map(|q| (q.id.as_str(), q.explanation.as_deref()));
    let meetings = record.meetings.iter().map(|m| (m.id.as_str(), m.explanation.as_deref()));
    let agreements = record.agreements.iter().map(|a| (a.id.as_str(), a.explanation.as_deref()));
    participants.chain(quotes).chain(meetings).chain(agreements).collect()
}

/// `rule: words | words` of what stands behind a field of the first record of its kind.
fn why(text: &str, id: &str, of: &str) -> String {
    let record = read(text, true);
    let (_, reasons) = explanations(&record).into_iter().find(|(i, _)| *i == id).unwrap_or_else(|| panic!("no {id} in {record:#?}"));
    let reason = reasons.unwrap().iter().find(|r| r.of == of).unwrap_or_else(|| panic!("no {of} in {reasons:#?}"));
    let words: Vec<&str> = reason.words.iter().map(|w| w.text.as_str()).collect();
    format!("{}: {}", reason.rule, words.join(" | "))
}

#[test]
fn a_record_without_it_is_the_same_but_for_it() {
    let (plain, mut explained) = (read(VISIT, false), read(VISIT, true));
    assert!(explanations(&plain).iter().all(|(_, e)| e.is_none()));
    assert!(!serde_json::to_string(&plain).unwrap().contains("explanation"));
    explained.participants.iter_mut().for_each(|p| p.explanation = None);
    explained.quotes.iter_mut().for_each(|q| q.explanation = None);
    explained.meetings.iter_mut().for_each(|m| m.explanation = None);
    explained.agreements.iter_mut().for_each(|a| a.explanation = None);
    explained.near_misses = None;
    assert_eq!(serde_json::to_string(&plain).unwrap(), serde_json::to_string(&explained).unwrap());
}

#[test]
fn every_participant_quote_meeting_and_agreement_is_explained() {
    let record = read(VISIT, true);
    for kind in ["p", "q", "m", "a"] {
        assert!(explanations(&record).iter().any(|(id, _)| id.starts_with(kind)), "the article has no {kind}");
    }
    for (id, reasons) in explanations(&record) {
        assert!(reasons.is_some_and(|r| !r.is_empty()), "{id}");
    }
    for meeting in &record.meetings {
        let reasons = meeting.explanation.as_deref().unwrap();
        let parties = (0..meeting.participants.len()).map(|i| format!("participants[{i}]"));
        for of in parties.chain(["meeting".into(), "status".into()]) {
            assert!(reasons.iter().any(|r| r.of == of), "{of} of {}", meeting.id.as_str());
        }
    }
}

#[test]
fn the_spans_cut_out_the_words_that_they_say() {
    // letters of one to four bytes before, and a hard line's end, which the view joins
    for text in [VISIT.to_owned(), format!("Ünal’s 🧂 note.\n\n{}", VISIT.replace("in Rabat", "in\nRabat"))] {
        let record = read(&text, true);
        let units: Vec<char> = record.article.text.chars().collect();
        let mut held = 0;
        for (id, reasons) in explanations(&record) {
            for words in reasons.unwrap().iter().flat_map(|r| &r.words) {
                assert_eq!(words.ground, Ground::Text);
                assert_eq!(units[words.span.start..words.span.end].iter().collect::<String>(), words.text, "{id}");
                held += 1;
            }
        }
        assert!(held > 30, "{held}");
    }
}

#[test]
fn a_mention_tells_how_it_was_bound() {
    for (id, of, told) in [
        ("p1", "mentions[0]", "entities.name.full: Foreign Minister Ana Lopes"),
        ("p1", "mentions[1]", "entities.pronoun.person: her"),
        ("p1", "mentions[3]", "entities.name.part: Lopes"),
        ("p1", "mentions[4]", "entities.pair.persons: The two ministers"),
        ("p1", "roles[0]", "entities.role.glued: Foreign Minister Ana Lopes"),
        ("p2", "mentions[0]", "entities.counterpart: her Moroccan counterpart"),
        ("p2", "roles[0]", "entities.role.counterpart: her Moroccan counterpart"),
        ("p2", "country", "entities.country.office: her Moroccan counterpart"),
    ] {
        assert_eq!(why(VISIT, id, of), told, "{of} of {id}");
    }
    let company = "Portuguese President Ana Lopes met Youssef Bennani in Rabat. Lopes was accompanied by Foreign Minister Pedro Reis.";
    assert_eq!(why(company, "p3", "country"), "entities.country.company: ");
    let later = "President Ana Lopes met Youssef Bennani in Rabat. The Portuguese president Ana Lopes left on Tuesday.";
    assert_eq!(why(later, "p1", "country"), "entities.country.office: Portuguese president Ana Lopes");
}

#[test]
fn a_quote_tells_its_cue_its_type_and_its_speaker() {
    for (id, of, told) in [
        ("q1", "quote", "quotes.behind.verb: said"),
        ("q1", "type", "quotes.type.direct: We"),
        ("q2", "quote", "quotes.alone.sentence: It"),
        ("q2", "speaker", "quotes.speaker.carried: she"),
        ("q3", "quote", "quotes.reported.verb: said"),
        ("q3", "type", "quotes.type.indirect: the"),
        ("q3", "speaker", "quotes.speaker.cue: Lopes"),
        ("q4", "quote", "quotes.reported.source: According to"),
    ] {
        assert_eq!(why(VISIT, id, of), told, "{of} of {id}");
    }
}

#[test]
fn a_meeting_tells_its_frame_its_slots_and_what_was_merged_into_it() {
    for (id, of, told) in [
        ("m1", "meeting", "meeting.verb.receive: received"),
        ("m1", "participants[0]", "events.slot.subject: Foreign Minister Ana Lopes"),
        ("m1", "participants[1]", "events.slot.object: her Moroccan counterpart"),
        ("m1", "evidence", "meeting.noun.talks: talks | been"),
        ("m1", "status", "events.status.tense: received"),
        ("m1", "date", "events.date.told: Tuesday"),
        ("m1", "place", "events.place.told: Rabat"),
        ("m2", "status", "events.status.word: plans | meet"),
    ] {
        assert_eq!(why(VISIT, id, of), told, "{of} of {id}");
    }
    let visit = "Ana Lopes arrived in Rabat on Monday. There she held talks with Youssef Bennani, accompanied by Pedro Reis.";
    assert_eq!(why(visit, "m1", "meeting"), "meeting.noun.talks: held | talks");
    assert_eq!(why(visit, "m1", "participants[1]"), "events.slot.behind: with | Youssef Bennani");
    assert_eq!(why(visit, "m1", "place"), "events.place.visit: Rabat");
}

#[test]
fn an_agreement_tells_its_verb_and_where_its_parties_stand() {
    for (of, told) in [
        ("agreement", "agreement.verb.sign: signed | agreements"),
        ("parties[0]", "events.slot.subject: The two ministers"),
        ("status", "events.status.frame: signed"),
        ("date", "events.date.meeting: Tuesday"),
        ("place", "events.place.meeting: Rabat"),
    ] {
        assert_eq!(why(VISIT, "a1", of), told, "{of}");
    }
    let pact = "A pact between Portugal and Morocco was signed on Tuesday.";
    assert_eq!(why(pact, "a1", "parties[1]"), "events.slot.behind: between | Morocco");
    assert_eq!(why(pact, "a1", "date"), "events.date.told: Tuesday");
}

/// Every name that an explanation can give: the rules, and for those that are frames each frame of the English pack.
fn names() -> BTreeSet<String> {
    let frames = &LanguagePack::of("en").unwrap().unwrap().frames;
    let of = |rule: Rule| -> Vec<&str> {
        match rule {
            Rule::MeetingVerb => frames.meetings.verbs.iter().map(|f| f.name.as_str()).collect(),
            Rule::MeetingNoun => frames.meetings.nouns.iter().map(|f| f.name.as_str()).collect(),
            Rule::AgreementVerb => frames.agreements.verbs.iter().map(|f| f.name.as_str()).collect(),
            Rule::AgreementTransaction => frames.agreements.transactions.iter().map(|f| f.name.as_str()).collect(),
            _ => Vec::new(),
        }
    };
    let mut names = BTreeSet::new();
    for &rule in Rule::ALL {
        let frames = of(rule);
        let own =
            if frames.is_empty() { vec![rule.name().to_owned()] } else { frames.iter().map(|f| format!("{}.{f}", rule.name())).collect() };
        for name in own {
            assert!(names.insert(name.clone()), "two rules are called {name}");
        }
    }
    names
}

#[test]
fn the_document_lists_every_rule_and_no_other() {
    let document = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/EXPLAIN.md")).unwrap();
    let (_, list) = document.split_once("## The rules").unwrap();
    let rows = list.lines().filter_map(|l| l.strip_prefix("| `")).map(|l| l.split_once("` | ").unwrap());
    let listed: BTreeSet<String> = rows.clone().map(|(name, _)| name.to_owned()).collect();
    assert_eq!(listed, names());
    for rule in Rule::ALL {
        for (name, meaning) in rows.clone().filter(|(name, _)| *name == rule.name()) {
            assert_eq!(meaning, format!("{} |", rule.meaning()), "{name}");
        }
    }
}

#[test]
fn every_rule_that_has_a_name_is_given_somewhere() {
    fn sources(folder: &Path, into: &mut String) {
        for entry in fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            if entry.is_dir() {
                sources(&entry, into);
            } else if !entry.ends_with("record/rule.rs") && entry.extension().is_some_and(|e| e == "rs") {
                into.push_str(&fs::read_to_string(entry).unwrap());
            }
        }
    }
    let mut code = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut code);
    for rule in Rule::ALL {
        let variant = format!("Rule::{rule:?}");
        assert!(code.split(&variant).skip(1).any(|rest| !rest.starts_with(|c: char| c.is_alphanumeric())), "{variant}");
    }
}

#[test]
fn what_was_let_go_is_told_with_its_reason() {
    for (text, of, rule) in [
        ("Ana Lopes met in Rabat.", "meeting", "events.miss.sides"),
        ("If Ana Lopes meets Youssef Bennani, prices will rise.", "meeting", "events.miss.hypothetical"),
        ("Ana Lopes often meets Youssef Bennani.", "meeting", "events.miss.habit"),
        ("Ana Lopes met the deadline.", "meeting", "events.miss.sense"),
        ("The striker, the goalkeeper and the referee of the tennis club: Ana Lopes will meet Greta Holm.", "meeting", "events.miss.sense"),
        ("Negotiations continue between Portugal and Morocco.", "meeting", "events.miss.background"),
        ("Portugal signed a treaty on Monday.", "agreement", "events.miss.sides"),
        ("Portugal and Morocco doubt any treaty.", "agreement", "events.miss.hypothetical"),
    ] {
        let r = read(text, true);
        let told: Vec<_> = r.near_misses.unwrap().into_iter().map(|m| (m.of, m.rule)).collect();
        assert!(told.contains(&(of.to_owned(), rule.to_owned())), "{text}: {told:?}");
        assert_eq!(read(text, false).near_misses, None);
    }
    assert_eq!(read("Ana Lopes met Youssef Bennani.", true).near_misses, Some(Vec::new()));
}

#[test]
fn a_word_of_a_bodys_name_is_no_instrument_that_was_let_go() {
    let let_go = |text: &str| read(text, true).near_misses.unwrap().len();
    assert_eq!(let_go("Portugal's Project and Contract Office broke with Morocco."), 0);
    assert_eq!(let_go("Portugal broke a project and a contract in Rabat."), 1);
}
