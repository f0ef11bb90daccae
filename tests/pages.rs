//! Pages written for these tests, one for each form of post and each trap, read whole: a change of a rule shows its effect in the snapshots' diff.

#![allow(clippy::unwrap_used, reason = "a page that cannot be read is to fail the test")]

use std::{fmt::Write, fs, path::PathBuf};

use encoding_rs::{Encoding, SHIFT_JIS, WINDOWS_1252};
use paraph::{
    Budget, Extractor, Options,
    article::{Input, decode},
    record::Record,
};
use scraper::{Html, Selector};

fn extract(html: String, source: bool) -> Record {
    let options = Options { only_article: true, source, ..Options::default() };
    Extractor::new().unwrap().extract(&Input::html(html), options, &Budget::unlimited()).unwrap()
}

fn pages() -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut pages: Vec<(String, String)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "html"))
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), decode(fs::read(path).unwrap(), None).text))
        .collect();
    pages.sort();
    pages
}

/// Characters `start..end` of a text.
fn cut(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end - start).collect()
}

/// A record as a person reads it.
fn told(record: &Record) -> String {
    let article = &record.article;
    let mut told = String::new();
    let or_none = |fact: &Option<String>| fact.clone().unwrap_or_else(|| "–".to_owned());
    writeln!(told, "title     {}", or_none(&article.title)).unwrap();
    writeln!(told, "byline    {}", article.byline.join("; ")).unwrap();
    writeln!(told, "site      {}", or_none(&article.site)).unwrap();
    writeln!(told, "url       {}", or_none(&article.url)).unwrap();
    writeln!(told, "published {}, modified {}", or_none(&article.published_at), or_none(&article.modified_at)).unwrap();
    writeln!(told, "language  {}", or_none(&article.language)).unwrap();
    for segment in &record.segments {
        let kind = format!("{:?}", segment.kind).to_lowercase();
        writeln!(told, "\n[{kind}]\n{}", cut(&article.text, segment.span.start, segment.span.end)).unwrap();
    }
    for post in &record.posts {
        let platform = serde_json::to_value(post.platform).unwrap();
        let handle = post.handle.as_deref().map_or_else(|| "–".to_owned(), |h| format!("@{h}"));
        writeln!(told, "\npost on {}: {} {handle}, {}", platform.as_str().unwrap(), or_none(&post.author), or_none(&post.posted_on))
            .unwrap();
        writeln!(told, "{} | {:?} #{:?} @{:?}", or_none(&post.url), post.text, post.hashtags, post.mentioned_handles).unwrap();
    }
    for warning in &record.warnings {
        writeln!(told, "\nwarning: {warning}").unwrap();
    }
    told
}

#[test]
fn each_page_is_read_as_its_snapshot_says() {
    let pages = pages();
    assert!(pages.len() >= 30, "{}", pages.len());
    for (name, html) in pages {
        insta::assert_snapshot!(name, told(&extract(html, false)));
    }
}

/// The text that a selector and a quote lead to, as a newsroom's tool would look for it: the element, and in it the words.
fn found(html: &Html, selector: &str, exact: &str) -> Option<String> {
    let selector_of_one = Selector::parse(selector).unwrap();
    let mut elements = html.select(&selector_of_one);
    let element = elements.next()?;
    assert!(elements.next().is_none(), "{selector} is not the only one");
    let text: String = element.text().collect();
    text.find(exact).map(|at| text[at..at + exact.len()].to_owned())
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn each_segment_tells_where_it_stands_in_the_page() {
    let (mut located, mut all) = (0, 0);
    for (name, source) in pages() {
        let record = extract(source.clone(), true);
        let html = Html::parse_document(&source);
        for segment in &record.segments {
            all += 1;
            let Some(place) = &segment.source else { continue };
            located += 1;
            let words = cut(&record.article.text, segment.span.start, segment.span.end);
            let exact = found(&html, &place.selector, &place.quote.exact);
            assert_eq!(exact.as_deref(), Some(place.quote.exact.as_str()), "{name}: {words}");
            // Of a frame, and of an embed in an attribute, the page shows no words.
            if !place.quote.exact.is_empty() && segment.kind != paraph::record::SegmentKind::Post {
                assert_eq!(letters(&place.quote.exact), letters(&words), "{name}");
            }
        }
    }
    assert!(located * 10 >= all * 8, "{located} of {all}");
}

#[test]
fn a_quote_inside_a_paragraph_has_its_own_place() {
    let html = "<article><h1>Salt</h1><p>The ministers\n   met.</p><p>The  minister <b>said: “Salt   is back”</b> and left the\nquay on the evening boat, as he had come, while the pilots of both harbours were still waiting for the ice to go and for somebody to tell them what they should do in the spring.</p></article>";
    let extractor = Extractor::new().unwrap();
    let record = extractor.extract(&Input::html(html), Options { source: true, ..Options::default() }, &Budget::unlimited()).unwrap();
    let quote = record.segments.iter().find(|s| s.kind == paraph::record::SegmentKind::Quote).and_then(|s| s.source.as_ref()).unwrap();
    assert_eq!(quote.selector, "html > body > article:nth-of-type(1) > p:nth-of-type(2)");
    assert_eq!(quote.quote.exact, "“Salt   is back”");
    assert!(quote.quote.prefix.ends_with("met.The  minister said: ") && quote.quote.suffix.starts_with(" and left the\nquay"), "{quote:?}");
    let first = record.segments[1].source.as_ref().unwrap();
    assert_eq!((first.quote.exact.as_str(), first.quote.prefix.as_str()), ("The ministers\n   met.", "Salt"));
}

#[test]
fn nothing_is_told_of_places_where_nobody_asks_or_there_is_no_page() {
    let (_, source) = pages().remove(0);
    let record = serde_json::to_value(extract(source, false)).unwrap();
    assert!(record["segments"].as_array().unwrap().iter().all(|s| s.get("source").is_none()));
    let options = Options { source: true, ..Options::default() };
    let text = Extractor::new().unwrap().extract(&Input::text("The ministers met on the quay."), options, &Budget::unlimited()).unwrap();
    assert!(!text.segments.is_empty() && text.segments.iter().all(|s| s.source.is_none()));
}

const FRENCH: &str = "Le ministre a été reçu à l’hôtel de ville, où il a dîné d’œufs à 5 € ; « rien n’est signé », a-t-il répété.";
const JAPANESE: &str = "塩の交渉は月曜日に港で終わり、両大臣は夕方の船が着くまで話し合った。何も署名されなかったと当局者は述べた。";

/// A page of which every byte but the words is ASCII.
fn page_in(encoding: &'static Encoding, declared: &str, words: &str) -> Vec<u8> {
    let page = format!(
        "<html><head>{declared}<title>Salt</title></head><body><article><p>{words}</p><p>{words} {words}</p></article></body></html>"
    );
    let (bytes, _, lost) = encoding.encode(&page);
    assert!(!lost);
    bytes.into_owned()
}

/// The body of a page that came as these bytes, with this header.
fn body(bytes: &[u8], content_type: Option<&str>) -> String {
    let record = extract(decode(bytes, content_type).text, false);
    record.article.text
}

#[test]
fn charsets_are_known_by_mark_header_page_and_look() {
    let declared = |name: &str| format!("<meta charset=\"{name}\">");
    let http = |name: &str| format!("<meta http-equiv='Content-Type' content='text/html; charset={name}'>");
    for (bytes, header) in [
        (page_in(WINDOWS_1252, &declared("windows-1252"), FRENCH), None),
        (page_in(WINDOWS_1252, &http("ISO-8859-1"), FRENCH), None),
        (page_in(WINDOWS_1252, "", FRENCH), Some("text/html; charset=windows-1252")),
        // The header goes before the page.
        (page_in(WINDOWS_1252, &declared("utf-8"), FRENCH), Some("text/html; charset=ISO-8859-1")),
        (page_in(WINDOWS_1252, "", FRENCH), None),
        // Stored as UTF-8 under the word of another.
        (page_in(encoding_rs::UTF_8, &declared("windows-1252"), FRENCH), None),
    ] {
        assert!(body(&bytes, header).contains(FRENCH), "{header:?} {:?}", body(&bytes, header));
    }
    for (bytes, header) in [
        (page_in(SHIFT_JIS, &declared("Shift_JIS"), JAPANESE), None),
        (page_in(SHIFT_JIS, &http("x-sjis"), JAPANESE), None),
        (page_in(SHIFT_JIS, "", JAPANESE), None),
        (page_in(encoding_rs::EUC_JP, &declared("euc-jp"), JAPANESE), Some("text/html")),
    ] {
        assert!(body(&bytes, header).contains(JAPANESE), "{header:?} {:?}", body(&bytes, header));
    }
    // A mark goes before all.
    let page = String::from_utf8(page_in(encoding_rs::UTF_8, "", JAPANESE)).unwrap();
    let marked = [b"\xEF\xBB\xBF".as_slice(), page.as_bytes()].concat();
    assert!(body(&marked, Some("text/html; charset=Shift_JIS")).contains(JAPANESE));
    let wide: Vec<u8> = std::iter::once(0xFEFF).chain(page.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert!(body(&wide, Some("text/html; charset=utf-8")).contains(JAPANESE));
}

#[test]
fn a_page_of_two_charsets_is_read_as_the_one_that_most_of_it_is() {
    let mut bytes = page_in(encoding_rs::UTF_8, "<meta charset=utf-8>", FRENCH);
    let at = bytes.windows(4).position(|w| w == b"</p>").unwrap();
    bytes.splice(at..at, b" caf\xE9".iter().copied());
    let decoded = decode(&bytes, None);
    assert!(decoded.text.contains(FRENCH) && decoded.text.contains("caf\u{FFFD}"));
    assert!(decoded.warning.is_some());
}

#[test]
fn structure_bounds_what_a_hostile_page_costs() {
    let words = "The ferry ministers of both islands met in the salt house on Monday and talked until the evening boat came in.";
    for open in [
        "<table><tbody><tr><td><p>",
        "<ul><li>x",
        "<p>x",
        "<div></span></b></i></p></li></td>",
        "<p><b><i><u><s>x",
        "<blockquote class=twitter-tweet>",
        "<li><ul>",
    ] {
        let page = format!("<article><p>{words}</p><p>{words}</p><p>{words}</p></article>{}", open.repeat(300_000 / open.len()));
        let record = extract(page, true);
        assert!(record.article.text.contains(words) || record.warnings.iter().any(|w| w.contains("more tags")), "{open}");
        assert!(record.segments.len() < 20_000 && record.article.text.len() < 400_000, "{open}: {}", record.segments.len());
        let longest = record.segments.iter().filter_map(|s| s.source.as_ref()).map(|s| s.selector.len()).max();
        assert!(longest.unwrap_or(0) <= 2_000, "{open}");
    }
}
