//! Embedded posts by their markup: platform, author, date, permalink, words.

use ego_tree::{NodeRef, iter::Edge};
use scraper::{ElementRef, Node, node::Element};
use serde_json::Value;

use super::{
    parse,
    tree::{attr, attribute, class_names, collapse, is_invisible},
};
use crate::{
    article::{
        check::day,
        posts::{Framed, attribution_of_embed, by_element, by_id, canonical, framed, is_around, permalink},
    },
    budget::Budget,
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
const ADDRESSES: &[&str] = &[
    "data-instgrm-permalink",
    "data-href",
    "cite",
    "data-url",
    "data-tweet-url",
    "data-embed-url",
    "data-oembed-url",
    "data-post-url",
    "data-permalink",
    "data-text-post-permalink",
    "data-bluesky-uri",
    "data-src",
    "src",
];
/// What the name of a `data-` attribute ends with that says on any element that it is a post's.
const TELLING: &[&str] = &["url", "src", "href", "permalink", "oembed", "embed", "link", "uri"];
/// Words in the name of a `data-` attribute that tell of a button to send something on.
const SHARING: &[&str] = &["share", "via", "text", "intent"];
/// Bytes of such markup, or of a script that holds it.
const LARGEST: usize = 64 * 1024;
/// Bytes of text in an element that stands for a post: "Loading …", "Allow cookies to see this".
const PLACEHOLDER: usize = 400;

/// The post that this element embeds, if it does.
pub(super) fn read(element: ElementRef<'_>) -> Option<Found> {
    read_markup(element).or_else(|| match element.value().name() {
        "iframe" => from_frame(element),
        "script" => from_script(element),
        "noscript" => from_string(&element.text().collect::<String>()),
        "template" => from_template(element),
        "a" | "img" => None,
        "p" | "div" | "figure" => from_attributes(element).or_else(|| from_bare_link(element)),
        _ => from_attributes(element),
    })
}

/// True for an element that no reader sees but that may hold an embedded post: a frame, a script, what waits for consent or for one without
/// scripts.
pub(super) fn may_hold_post(hidden: ElementRef<'_>) -> bool {
    let element = hidden.value();
    match element.name() {
        "iframe" | "template" => true,
        "script" => attr(element, "data-telegram-post").is_some() || attr(element, "type") == Some("application/json"),
        "noscript" => hidden.text().any(holds_markup),
        _ => false,
    }
}

/// True for markup in which an embed may be.
fn holds_markup(text: &str) -> bool {
    text.contains("<blockquote") || text.contains("<iframe")
}

/// The post that this element embeds by the platform's own markup.
pub(super) fn read_markup(element: ElementRef<'_>) -> Option<Found> {
    by_element(element.value().name(), class_names(element.value())).map(|platform| from_markup(element, platform))
}

/// A quotation that a platform's script would turn into the post.
fn from_markup(element: ElementRef<'_>, platform: Platform) -> Found {
    let own = ADDRESSES.iter().find_map(|name| attribute(&element, name));
    let author = own.and_then(permalink).and_then(|p| p.handle);
    let text = paragraphs(element, |link| attr(link, "href").is_some_and(|href| is_around(platform, author.as_deref(), href)));
    let line = attribution_of_embed(&text);
    let links =
        || element.descendants().filter_map(ElementRef::wrap).filter(|e| e.value().name() == "a").filter_map(|a| attribute(&a, "href"));
    // The post's own address is the last link: those in its words come before.
    let is_own = |l: &&str| permalink(l).is_some_and(|p| p.platform == platform);
    // What the platform's script has made of an embed is a frame.
    let frames = || {
        let frames = element.descendants().filter_map(ElementRef::wrap).filter(|e| e.value().name() == "iframe");
        frames.filter_map(|e| attribute(&e, "src").or_else(|| attribute(&e, "data-src")))
    };
    let address = links().filter(is_own).last().or(own).or_else(|| frames().find(is_own));
    let linked = address.and_then(permalink).and_then(|p| p.handle);
    let url =
        address.map(|u| canonical(u).into_owned()).or_else(|| by_id(Some(platform), |name| attribute(&element, name)).map(|(_, url)| url));
    let linked = linked.or_else(|| url.as_deref().and_then(permalink).and_then(|p| p.handle));
    let (words, closing) = match &line {
        Some(line) => (text[..line.start].trim_end().to_owned(), text[line.start..].trim().to_owned()),
        None => (text, String::new()),
    };
    let (words, frame) = without_frame(&words, linked.as_deref());
    Found {
        platform,
        author: line.as_ref().and_then(|l| l.author.clone()).or(frame.author),
        handle: line.as_ref().map(|l| l.handle.clone()).or(linked).or(frame.handle),
        posted_on: line.and_then(|l| l.posted_on).or(frame.posted_on).or_else(|| time_in(element)),
        url,
        words,
        closing,
    }
}

/// A post's words without the lines that the embed shows around them, and what those tell. A line that is but the author's handle is one.
fn without_frame(words: &str, handle: Option<&str>) -> (String, Framed) {
    let mut told = Framed::default();
    let is_own = |line: &str| line.trim().strip_prefix('@').is_some_and(|l| Some(l) == handle);
    let kept: Vec<&str> = words
        .split("\n\n")
        .filter(|line| match framed(line) {
            Some(frame) => {
                told.author = told.author.take().or(frame.author);
                told.handle = told.handle.take().or(frame.handle);
                told.posted_on = told.posted_on.take().or(frame.posted_on);
                false
            }
            None => !is_own(line),
        })
        .collect();
    (kept.join("\n\n"), told)
}

/// A frame whose address is a post's, also where it waits for the reader's consent or the place to be seen, or which holds an embed as its
/// document. Its words are on another page.
fn from_frame(element: ElementRef<'_>) -> Option<Found> {
    let attrs = || element.value().attrs.iter();
    let addresses =
        attribute(&element, "src").into_iter().chain(attrs().filter(|(name, _)| name.local.ends_with("src")).map(|(_, v)| v.trim()));
    let framed = addresses.into_iter().find_map(|address| permalink(address).map(|p| without_words(p.platform, p.handle, address)));
    framed.or_else(|| attribute(&element, "srcdoc").and_then(from_string))
}

/// An element whose attributes say which post is to stand there, or hold the embed itself. One that holds the embed as markup, too, or words of
/// its own, is none.
fn from_attributes(element: ElementRef<'_>) -> Option<Found> {
    let attrs = || element.value().attrs.iter().filter_map(|(name, value)| Some((name.local.strip_prefix("data-")?, value.trim())));
    attrs().next()?;
    let markup = attrs().find_map(|(_, value)| if value.starts_with('{') { from_json(value) } else { from_string(value) });
    let address = || {
        let says = |name: &str| TELLING.iter().any(|t| name.ends_with(t)) && !name.split('-').any(|word| SHARING.contains(&word));
        let (_, address) = attrs().find(|(name, value)| says(name) && permalink(value).is_some())?;
        permalink(address).map(|p| without_words(p.platform, p.handle, address))
    };
    let id = || by_id(None, |name| attribute(&element, name)).map(|(platform, url)| without_words(platform, None, &url));
    let found = markup.or_else(address).or_else(id)?;
    let mut text = String::new();
    for node in element.descendants().skip(1) {
        match node.value() {
            Node::Element(e) if by_element(e.name(), class_names(e)).is_some() => return None,
            Node::Text(words) => collapse(&mut text, words),
            _ => {}
        }
        if text.len() > PLACEHOLDER {
            return None;
        }
    }
    Some(found)
}

/// A script that would write a post: the platform's own, or the data of a publisher's.
fn from_script(element: ElementRef<'_>) -> Option<Found> {
    if let Some((platform, url)) = by_id(None, |name| attribute(&element, name)) {
        let handle = permalink(&url).and_then(|p| p.handle);
        return Some(without_words(platform, handle, &url));
    }
    from_json(&element.text().collect::<String>())
}

/// The post of which JSON holds the embed or the address.
fn from_json(json: &str) -> Option<Found> {
    let holds = json.contains("<blockquote") || json.contains("003cblockquote") || json.contains("\"url\"");
    if json.len() > LARGEST || !holds {
        return None;
    }
    let value: Value = serde_json::from_str(json).ok()?;
    let own = value.get("url").and_then(Value::as_str).filter(|url| permalink(url).is_some());
    in_value(&value).or_else(|| own.and_then(|url| permalink(url).map(|p| without_words(p.platform, p.handle, url))))
}

/// The first string in JSON that is an embed's markup. Depth is bounded by the parser.
fn in_value(value: &Value) -> Option<Found> {
    match value {
        Value::String(text) => from_string(text),
        Value::Array(items) => items.iter().find_map(in_value),
        Value::Object(object) => object.values().find_map(in_value),
        _ => None,
    }
}

/// A post in markup that is told as a string.
fn from_string(markup: &str) -> Option<Found> {
    if markup.len() > LARGEST || !holds_markup(markup) {
        return None;
    }
    let parsed = parse::parse(markup, &Budget::unlimited());
    first_in(parsed.html.tree.root())
}

/// The post of a template, which a script shows once the reader agrees. One without an address is a pattern for posts to come.
fn from_template(element: ElementRef<'_>) -> Option<Found> {
    first_in(*element).filter(|found| found.url.is_some())
}

/// The first embed below a node.
fn first_in(node: NodeRef<'_, Node>) -> Option<Found> {
    let elements = || node.descendants().skip(1).filter_map(ElementRef::wrap);
    elements().find_map(read_markup).or_else(|| elements().filter(|e| e.value().name() == "iframe").find_map(from_frame))
}

/// A paragraph in which nothing stands but a post's bare address, which a script would have turned into the post.
fn from_bare_link(element: ElementRef<'_>) -> Option<Found> {
    let mut text = String::new();
    for part in element.text() {
        collapse(&mut text, part);
        // Most elements are told by their first letter.
        if text.len() > 300 || !(text.is_empty() || text.starts_with(['h', '/'])) {
            return None;
        }
    }
    let text = text.trim();
    (!text.contains(' ')).then(|| permalink(text)).flatten().map(|p| without_words(p.platform, p.handle, text))
}

fn without_words(platform: Platform, handle: Option<String>, address: &str) -> Found {
    let url = Some(canonical(address).into_owned());
    let handle = handle.or_else(|| url.as_deref().and_then(permalink).and_then(|p| p.handle));
    Found { platform, author: None, handle, posted_on: None, url, words: String::new(), closing: String::new() }
}

fn time_in(element: ElementRef<'_>) -> Option<String> {
    element.descendants().filter_map(ElementRef::wrap).filter_map(|e| attribute(&e, "datetime")).find_map(day).map(|d| d.to_string())
}

/// The element's text without some of its links: `<p>` and `<div>` as paragraphs, `<br>` as a line break.
fn paragraphs(element: ElementRef<'_>, is_left_out: impl Fn(&Element) -> bool) -> String {
    let mut text = String::new();
    let mut hidden = 0_usize;
    for edge in element.traverse() {
        let (node, opens) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Text(t) if opens && hidden == 0 => collapse(&mut text, t),
            Node::Element(e) if is_invisible(e.name()) || (e.name() == "a" && is_left_out(e)) => {
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
    fn what_an_embed_shows_around_a_post_is_none_of_its_words() {
        let found = first(
            "<blockquote class=text-post-media data-text-post-permalink='https://www.threads.net/@port/post/C1'><a href='https://www.threads.net/@port/post/C1'><div>Post by @port</div><div>View on Threads</div></a></blockquote>",
            "blockquote",
        )
        .unwrap();
        assert_eq!((found.words.as_str(), found.handle.as_deref()), ("", Some("port")));
        let found = first(
            "<blockquote class=tiktok-embed cite='https://www.tiktok.com/@port/video/7'><section><a href='https://www.tiktok.com/@port'>@port</a><p>Salt is back.</p></section></blockquote>",
            "blockquote",
        )
        .unwrap();
        assert_eq!((found.words.as_str(), found.handle.as_deref()), ("Salt is back.", Some("port")));
    }

    #[test]
    fn publishers_keep_posts_in_attributes_and_scripts() {
        let url = |markup: &str, selector: &str| first(markup, selector).and_then(|f| f.url);
        for (markup, selector, expected) in [
            ("<div data-tweet-id=20>Loading</div>", "div", "https://twitter.com/i/web/status/20"),
            ("<section data-embed-url='https://x.com/port/status/2'></section>", "section", "https://x.com/port/status/2"),
            ("<script data-telegram-post='port/15'></script>", "script", "https://t.me/port/15"),
            ("<lite-youtube videoid=ab-c></lite-youtube>", "lite-youtube", "https://www.youtube.com/watch?v=ab-c"),
            ("<script type=application/json>{\"url\": \"https://x.com/port/status/2\"}</script>", "script", "https://x.com/port/status/2"),
        ] {
            assert_eq!(url(markup, selector).as_deref(), Some(expected), "{markup}");
        }
        for (markup, selector) in [
            ("<iframe data-lazy-src='https://x.com/port/status/2'></iframe>", "iframe"),
            ("<iframe src='about:blank' data-consent-src='https://x.com/port/status/2'></iframe>", "iframe"),
            ("<div class='twitter-tweet twitter-tweet-rendered'><iframe src='https://x.com/port/status/2'></iframe></div>", "div"),
            ("<div data-props='{\"url\": \"https://x.com/port/status/2\", \"width\": 5}'>Loading</div>", "div"),
            ("<div data-url='https://x.com/port/status/2'></div>", "div"),
        ] {
            assert_eq!(url(markup, selector).as_deref(), Some("https://x.com/port/status/2"), "{markup}");
        }
        let tweet = "<blockquote class='twitter-tweet'><p>Salt is back.</p>&mdash; Port (@port) <a href='https://twitter.com/port/status/2'>March 4, 2024</a></blockquote>";
        let kept = format!("<div data-embed-html=\"{tweet}\"></div>");
        assert_eq!(first(&kept, "div").map(|f| (f.words, f.handle)), Some(("Salt is back.".to_owned(), Some("port".to_owned()))));
        let framed = format!("<iframe srcdoc=\"{tweet}\"></iframe>");
        assert_eq!(first(&framed, "iframe").map(|f| f.words), Some("Salt is back.".to_owned()));
        let json = serde_json::json!({"type": "embed", "data": {"html": tweet}});
        let script = format!("<script type=application/json>{json}</script>");
        assert_eq!(first(&script, "script").map(|f| f.words), Some("Salt is back.".to_owned()));
    }

    #[test]
    fn an_attribute_beside_words_or_the_embed_itself_is_none() {
        assert_eq!(first("<div data-tweet-id=20><blockquote class=twitter-tweet>Salt</blockquote></div>", "div"), None);
        let words = "The ministers met on the pier and talked about salt. ".repeat(9);
        assert_eq!(first(&format!("<div data-permalink='https://x.com/port/status/2'>{words}</div>"), "div"), None);
        assert_eq!(first("<div data-url='https://x.com/intent/tweet?url=a'></div>", "div"), None);
        assert_eq!(first("<div data-share-url='https://x.com/port/status/2'></div>", "div"), None);
        assert_eq!(first("<div data-props='{\"url\": \"https://harbour.example\"}'></div>", "div"), None);
        assert_eq!(first("<script type=application/json>{\"url\": \"https://harbour.example\"}</script>", "script"), None);
    }

    #[test]
    fn prose_and_pull_quotes_are_none() {
        assert_eq!(first("<blockquote class=pull>Salt is back.</blockquote>", "blockquote"), None);
        assert_eq!(first("<p>She wrote at https://x.com/novak/status/7 that salt was back.</p>", "p"), None);
        assert_eq!(first("<iframe src='https://maps.example/embed/1'></iframe>", "iframe"), None);
    }

    #[test]
    fn what_waits_for_consent_or_stands_for_those_without_scripts() {
        let post = r#"<blockquote class="twitter-tweet"><p>Salt!</p>&mdash; P (@port) <a href="https://x.com/port/status/2">March 4, 2024</a></blockquote>"#;
        for name in ["noscript", "template"] {
            let found = first(&format!("<div><{name}>{post}</{name}></div>"), name).unwrap();
            assert_eq!((found.words.as_str(), found.url.as_deref()), ("Salt!", Some("https://x.com/port/status/2")), "{name}");
        }
        assert!(first("<noscript><iframe src=https://www.youtube.com/embed/ab></iframe></noscript>", "noscript").is_some());
        for silent in [
            "<template><blockquote class=twitter-tweet><p>{{text}}</p></blockquote></template>",
            "<template><iframe src=https://harbour.example/map></iframe></template>",
        ] {
            assert_eq!(first(silent, "template"), None, "{silent}");
        }
        assert_eq!(first("<noscript><img src=https://x.com/port/status/2></noscript>", "noscript"), None);
    }

    #[test]
    fn links_around_the_words_of_a_video_are_none_of_them() {
        let found = first(
            r#"<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@port/video/7"><section><a href="https://www.tiktok.com/@port?refer=embed">@port</a>
               Salt with <a href="https://www.tiktok.com/@lind">@lind</a> <a href="https://www.tiktok.com/tag/salt">#salt</a>
               <a href="https://www.tiktok.com/music/original-7">♬ original sound</a></section></blockquote>"#,
            "blockquote",
        );
        assert_eq!(found.unwrap().words, "Salt with @lind #salt");
    }
}
