//! A page → the article in it.

mod blocks;
mod catalogue;
mod classes;
mod embeds;
mod guard;
mod hint;
mod index;
mod json_ld;
mod kept;
mod literals;
mod locate;
mod main_content;
mod mend;
mod metadata;
mod outline;
mod parse;
mod posts;
mod published;
mod references;
mod sections;
mod stowed;
mod title;
mod tokens;
mod told;
mod tree;
mod trim;
mod walls;
mod write;

pub use self::locate::{beginning, ending};
use self::{
    blocks::Part,
    hint::Hint,
    locate::Locator,
    main_content::Place,
    metadata::{Metadata, key},
    outline::Outline,
    write::Places,
};
use super::{Article, Located};
use crate::budget::Budget;

/// Reads a page: its facts, and its text as headline, body, captions and posts in reading order; where each stands in the page if
/// that is asked for.
pub(super) fn read(page: &str, located: bool, budget: &Budget) -> Article {
    let parsed = parse::parse(page, budget);
    let facts = metadata::read(&parsed.html);
    let hint = facts.body.as_deref().and_then(Hint::of);
    let outline = Outline::of(parsed.html.tree.root());
    let node = main_content::main_content(&outline, &facts, hint.as_ref());
    let mut warnings = Vec::new();
    let stowed = stowed::find(&parsed, &facts, outline.items.get(node.node).map_or(0, |item| item.prose), budget);
    let is_stowed = stowed.is_some();
    let parts = if let Some(stowed) = stowed {
        stowed
    } else if index::is_index(&outline, node.node, &facts) {
        warnings.push("the page is no article but a list of others: its text was left out; send the address of one article".to_owned());
        Vec::new()
    } else {
        in_tree(&outline, &node, hint.as_ref())
    };
    let parts = if warnings.is_empty() && walls::is_wall(&facts, blocks::bytes(&parts)) {
        warnings.push(
            "the page is no article but an error, a check of its reader, or a form: its text was left out; send the page as a reader sees it"
                .to_owned(),
        );
        Vec::new()
    } else {
        parts
    };
    let tells = |part: &Part| match part {
        Part::Piece(piece) => piece.is_body(),
        Part::Post(..) => true,
    };
    if warnings.is_empty() && facts.title.is_some() && !parts.iter().any(tells) {
        warnings.push("the page holds no article, only a title: send the page as a reader sees it, once its scripts have run".to_owned());
    }
    let locator = located.then(|| Locator::new(&outline));
    let places = locator
        .as_ref()
        .map(|locator| Places { blocks: Some(locator).filter(|_| !is_stowed), title: title_place(&outline, locator, &node, &facts) });
    let Metadata { title, byline, site, url, published_at, modified_at, language, .. } = facts;
    let mut article = Article { byline, site, url, published_at, modified_at, language, ..write::write(title, parts, places) };
    if parsed.unread > 0 {
        warnings.push(format!(
            "the time was up before the page was read: its last {} bytes are missing; send a smaller page or allow more time",
            parsed.unread
        ));
    }
    if parsed.flattened {
        warnings.push(
            "the page has more tags than a page of its size: the last of them were passed over, their words read as one text".to_owned(),
        );
    }
    article.warnings = warnings;
    article
}

/// Where the title stands: the heading that gives it, else the page's `<title>`.
fn title_place(outline: &Outline<'_>, locator: &Locator<'_, '_>, place: &Place, facts: &Metadata) -> Option<Located> {
    let title = facts.title.as_deref()?;
    let heading = place.headline.filter(|h| outline.items.get(*h).is_some_and(|item| key(&tree::words(item.node)) == key(title)));
    heading.and_then(|heading| locator.place(&[], Some(heading))).or_else(|| {
        let whole = facts.page_title.as_deref()?;
        let at = whole.find(title)?;
        Some(Located {
            selector: "html > head > title".to_owned(),
            raw: title.to_owned(),
            before: ending(&whole[..at]).to_owned(),
            behind: beginning(&whole[at + title.len()..]).to_owned(),
        })
    })
}

/// The blocks of the article where it stands in the page's tree.
fn in_tree(outline: &Outline<'_>, place: &Place, hint: Option<&Hint>) -> Vec<Part> {
    let (before, behind) = blocks::posts_beside(outline, place.node);
    let mut parts: Vec<Part> = place.leads.iter().flat_map(|lead| blocks::read(outline, *lead)).map(Part::into_lead).collect();
    parts.extend(before);
    parts.extend(blocks::read(outline, place.node));
    parts.extend(behind);
    posts::once(&mut parts);
    trim::trim(&mut parts, hint);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::BlockKind;

    const PAGE: &str = r#"<!doctype html><html lang="en"><head><title>Salt talks end | The Harbour Post</title><meta property="og:site_name" content="The Harbour Post">
        <meta property="article:published_time" content="2024-03-04T08:00:00Z"></head><body><nav><a href=/>Home</a></nav><article><h1>Salt talks end</h1>
        <p>The two ministers met on the pier on Monday and talked about salt until the evening ferry came in and took one of them home.</p>
        <h2>What comes next</h2>
        <p>Nothing was signed. Officials of both ports will meet again in the spring, when the ice has gone and the ferries run again.</p>
        <blockquote class="twitter-tweet"><p>Salt is back!</p>&mdash; Port of Salt (@portofsalt) <a href="https://twitter.com/portofsalt/status/2">March 4, 2024</a></blockquote>
        <iframe src="https://www.instagram.com/p/Cx/embed"></iframe>
        <figure><img><figcaption>The pier on Monday.</figcaption></figure></article><footer>© 2024</footer></body></html>"#;

    #[test]
    fn a_page_is_read_as_headline_body_posts_and_captions() {
        let article = read(PAGE, false, &Budget::unlimited());
        let texts: Vec<&str> = article.blocks.iter().map(|b| &article.text[b.span.range()]).collect();
        assert_eq!(article.text, texts.join("\n\n"));
        assert_eq!(&article.text[article.title_span.unwrap().range()], "Salt talks end");
        assert_eq!(texts.len(), 7, "{texts:#?}");
        assert_eq!(texts[4], "Salt is back!\n\n— Port of Salt (@portofsalt) March 4, 2024");
        let BlockKind::Embed(post) = &article.blocks[4].kind else { panic!("no post") };
        assert_eq!((post.handle.as_deref(), &article.text[post.words.range()]), (Some("portofsalt"), "Salt is back!"));
        let BlockKind::Embed(frame) = &article.blocks[5].kind else { panic!("no post") };
        assert!(frame.words.is_empty() && frame.url.is_some());
        assert_eq!((article.site.as_deref(), article.language.as_deref()), (Some("The Harbour Post"), Some("en")));
    }

    #[test]
    fn broken_markup_and_no_markup_give_what_can_be_read() {
        for (page, expected) in [
            ("<p>one<p>two</div></b><<<>", "one\n\ntwo<<<>"),
            ("just words", "just words"),
            ("", ""),
            ("\0<p>a\0b", "ab"),
            ("<!-- open <p>a", ""),
        ] {
            assert_eq!(read(page, false, &Budget::unlimited()).text, expected, "{page:?}");
        }
    }
}
