//! Embedded posts by their markup: platform, author, date, permalink, words.

use ego_tree::iter::Edge;
use scraper::{ElementRef, Node};

use super::tree::{attribute, class_names, collapse, is_invisible};
use crate::{
    article::{
        check::day,
        posts::{attribution, by_element, permalink},
    },
    record::Platform,
};

/// A post as its markup tells it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub platform: Platform,
    pub author: Option<String>,
    pub handle: Option<String>,
    pub posted_on: Option<String>,
    pub url: Option<String>,
    /// Its own words, paragraphs parted by an empty line; empty where they are not on the page.
    pub words: String,
    /// The line that closes it, as the page shows it; empty where there is none.
    pub closing: String,
}

/// Attributes in which embeds keep a post's address.
const ADDRESSES: &[&str] =
    &["data-instgrm-permalink", "data-href", "cite", "data-url", "data-tweet-url", "data-bluesky-uri", "data-src", "src"];

/// The post that this element embeds, if it does.
pub(super) fn read(element: ElementRef<'_>) -> Option<Found> {
    read_markup(element).or_else(|| match element.value().name() {
        "iframe" => from_frame(element),
        "p" | "div" | "figure" => from_bare_link(element),
        _ => None,
    })
}

/// The post that this element embeds by the platform's own markup.
pub(super) fn read_markup(element: ElementRef<'_>) -> Option<Found> {
    by_element(element.value().name(), class_names(element.value())).map(|platform| from_markup(element, platform))
}

/// A quotation that a platform's script would turn into the post.
fn from_markup(element: ElementRef<'_>, platform: Platform) -> Found {
    let text = paragraphs(element);
    let line = attribution(&text);
    let links =
        || element.descendants().filter_map(ElementRef::wrap).filter(|e| e.value().name() == "a").filter_map(|a| attribute(&a, "href"));
    let own = ADDRESSES.iter().find_map(|name| attribute(&element, name));
    let telegram = attribute(&element, "data-telegram-post").map(|post| format!("https://t.me/{post}"));
    let by_id = attribute(&element, "data-tweet-id")
        .or_else(|| attribute(&element, "data-tweetid"))
        .map(|id| format!("https://twitter.com/i/web/status/{id}"));
    // The post's own address is the last link: those in its words come before.
    let url = links()
        .filter(|l| permalink(l).is_some_and(|p| p.platform == platform))
        .last()
        .or(own)
        .map(|u| without_tracking(u).to_owned())
        .or(telegram)
        .or(by_id);
    let linked = url.as_deref().and_then(permalink).and_then(|p| p.handle);
    let (words, closing) = match &line {
        Some(line) => (text[..line.start].trim_end().to_owned(), text[line.start..].trim().to_owned()),
        None => (text, String::new()),
    };
    Found {
        platform,
        author: line.as_ref().and_then(|l| l.author.clone()),
        handle: line.as_ref().map(|l| l.handle.clone()).or(linked),
        posted_on: line.and_then(|l| l.posted_on).or_else(|| time_in(element)),
        url,
        words,
        closing,
    }
}

/// A frame whose address is a post's. Its words are on another page.
fn from_frame(element: ElementRef<'_>) -> Option<Found> {
    let address = attribute(&element, "src").or_else(|| attribute(&element, "data-src"))?;
    permalink(address).map(|p| without_words(p.platform, p.handle, address))
}

/// A paragraph in which nothing stands but a post's bare address, which a script would have turned into the post.
fn from_bare_link(element: ElementRef<'_>) -> Option<Found> {
    let mut text = String::new();
    for part in element.text() {
        collapse(&mut text, part);
        if text.len() > 300 {
            return None;
        }
    }
    let text = text.trim();
    (!text.contains(' ')).then(|| permalink(text)).flatten().map(|p| without_words(p.platform, p.handle, text))
}

fn without_words(platform: Platform, handle: Option<String>, address: &str) -> Found {
    let url = Some(without_tracking(address).to_owned());
    Found { platform, author: None, handle, posted_on: None, url, words: String::new(), closing: String::new() }
}

/// X adds `?ref_src=…` to its links; a path alone names a post there.
fn without_tracking(address: &str) -> &str {
    address.split_once("?ref_src=").map_or(address, |(address, _)| address)
}

fn time_in(element: ElementRef<'_>) -> Option<String> {
    element.descendants().filter_map(ElementRef::wrap).filter_map(|e| attribute(&e, "datetime")).find_map(day).map(|d| d.to_string())
}

/// The element's text: `<p>` and `<div>` as paragraphs, `<br>` as a line break.
fn paragraphs(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    let mut hidden = 0_usize;
    for edge in element.traverse() {
        let (node, opens) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Text(t) if opens && hidden == 0 => collapse(&mut text, t),
            Node::Element(e) if is_invisible(e.name()) => {
                if opens {
                    hidden += 1;
                } else {
                    hidden -= 1;
                }
            }
            Node::Element(e) if matches!(e.name(), "p" | "div" | "blockquote") => end_paragraph(&mut text),
            Node::Element(e) if opens && e.name() == "br" => {
                text.truncate(text.trim_end_matches(' ').len());
                if !text.is_empty() && !text.ends_with("\n\n") {
                    text.push('\n');
                }
            }
            _ => {}
        }
    }
    text.truncate(text.trim_end().len());
    text
}

fn end_paragraph(text: &mut String) {
    text.truncate(text.trim_end().len());
    if !text.is_empty() {
        text.push_str("\n\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::{Html, Selector};

    fn first(markup: &str, selector: &str) -> Option<Found> {
        let html = Html::parse_fragment(markup);
        read(html.select(&Selector::parse(selector).unwrap()).next().unwrap())
    }

    #[test]
    fn a_quotation_holds_words_author_and_date() {
        let found = first(
            r#"<blockquote class="twitter-tweet"><p lang="es">Hoy vuelve la sal.<br>Gracias <a href="https://twitter.com/lind/status/1">@lind</a></p>
               &mdash; Port of Salt (@portofsalt) <a href="https://twitter.com/portofsalt/status/2?ref_src=twsrc">March 4, 2024</a></blockquote>"#,
            "blockquote",
        );
        let expected = Found {
            platform: Platform::X,
            author: Some("Port of Salt".into()),
            handle: Some("portofsalt".into()),
            posted_on: Some("2024-03-04".into()),
            url: Some("https://twitter.com/portofsalt/status/2".into()),
            words: "Hoy vuelve la sal.\nGracias @lind".into(),
            closing: "— Port of Salt (@portofsalt) March 4, 2024".into(),
        };
        assert_eq!(found, Some(expected));
    }

    #[test]
    fn a_frame_or_a_bare_link_has_no_words() {
        let found = first("<iframe src='https://www.instagram.com/p/Cx/embed/'></iframe>", "iframe").unwrap();
        assert_eq!((found.platform, found.words.as_str()), (Platform::Instagram, ""));
        let found = first("<p><a href='#'>https://x.com/novak/status/7</a></p>", "p").unwrap();
        assert_eq!((found.handle.as_deref(), found.url.as_deref()), (Some("novak"), Some("https://x.com/novak/status/7")));
    }

    #[test]
    fn prose_and_pull_quotes_are_none() {
        assert_eq!(first("<blockquote class=pull>Salt is back.</blockquote>", "blockquote"), None);
        assert_eq!(first("<p>She wrote at https://x.com/novak/status/7 that salt was back.</p>", "p"), None);
        assert_eq!(first("<iframe src='https://maps.example/embed/1'></iframe>", "iframe"), None);
    }
}
