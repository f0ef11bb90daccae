//! The room's door: an article's blocks become passages.

use std::collections::BTreeSet;

use super::{
    Passage, Segmented,
    clean::{self, Words},
    draft::Draft,
    language::{Asked, languages},
    marks,
    posts::{self, Group},
    vocabulary,
};
use crate::{
    article::{Article, BlockKind, Embed},
    budget::Budget,
    record::SegmentKind,
    text::{Span, View, ViewByte},
};

/// Says of each block what it is, in which language, and what the engine reads of it; which marks pair in it says [`mark`]. Where the
/// budget is spent, further blocks are left out. O(bytes).
pub fn sort(article: &Article, budget: &Budget) -> Segmented {
    let words = Words::of(&article.text);
    let mut drafts: Vec<Draft<'_>> =
        article.blocks.iter().take_while(|_| !budget.is_spent()).map(|block| draft(article, block, &words)).collect();
    let title = article.title.as_deref().filter(|_| article.title_span.is_none()).map(|title| clean::view(title, 0, &Words::default()));
    let lines = posts::closing_lines(&drafts);
    let posted: BTreeSet<usize> = lines.iter().flat_map(|(at, _)| [at.saturating_sub(1), *at]).collect();
    let texts = drafts
        .iter()
        .enumerate()
        .map(|(i, d)| Asked {
            text: if d.found == Some(SegmentKind::Boilerplate) { "" } else { d.view.text() },
            heading: *d.kind == BlockKind::Heading,
            posted: posted.contains(&i),
        })
        .chain(title.as_ref().map(|t| Asked { text: t.text(), heading: true, posted: false }));
    let mut tongues = languages(texts, article.language.as_deref(), article.language_given);
    let title_language = title.as_ref().and_then(|_| tongues.blocks.pop()).flatten();
    for (draft, language) in drafts.iter_mut().zip(tongues.blocks) {
        draft.language = language;
    }
    let groups = posts::find(&drafts, &lines, &article.text, tongues.main.as_deref());
    let mut passages: Vec<Passage> = Vec::with_capacity(drafts.len() + 1);
    if let (Some(view), Some(text)) = (title, article.title.as_deref()) {
        let mut passage = plain(SegmentKind::Headline, Span::new(0, text.len()), view);
        (passage.in_title, passage.heading, passage.language) = (true, true, title_language.or_else(|| tongues.main.clone()));
        passages.push(passage);
    }
    let mut groups = groups.into_iter().peekable();
    let (mut next, mut told) = (0, false);
    while next < drafts.len() {
        match groups.next_if(|g| *g.blocks.start() == next) {
            Some(group) => {
                passages.extend(before_post(article, &drafts[next], &group, &words));
                next = group.blocks.end() + 1;
                passages.push(post_in_prose(article, &drafts, group, &words));
                told = true;
            }
            None => {
                let mut passage = passage(&mut drafts[next]);
                // Behind the first words of its text a heading is part of what the article tells.
                if passage.kind == SegmentKind::Headline && told && article.title_span != Some(passage.span) {
                    passage.kind = SegmentKind::Narrative;
                }
                told |= passage.kind == SegmentKind::Narrative;
                passages.push(passage);
                next += 1;
            }
        }
    }
    Segmented { passages, language: tongues.main, language_confidence: tongues.confidence }
}

fn draft<'a>(article: &'a Article, block: &'a crate::article::Block, words: &Words<'_>) -> Draft<'a> {
    let raw = article.text.get(block.span.range()).unwrap_or("");
    let view = match &block.kind {
        BlockKind::Embed(embed) => clean::view(article.text.get(embed.words.range()).unwrap_or(""), embed.words.start, words),
        _ => clean::prose(raw, block.span.start, words),
    };
    let found = match &block.kind {
        BlockKind::Embed(_) => Some(SegmentKind::Post),
        BlockKind::Boilerplate => Some(SegmentKind::Boilerplate),
        _ if article.title_span == Some(block.span) => Some(SegmentKind::Headline),
        _ => vocabulary::kind(view.text()),
    };
    let words_of = (found == Some(SegmentKind::Caption)).then(|| vocabulary::words_of_caption(raw)).filter(|w| w.len() < raw.len());
    let view = words_of.map_or(view, |w| clean::caption(raw, block.span.start, words, w));
    Draft { kind: &block.kind, span: block.span, raw, view, found, language: None }
}

/// A passage of which nothing more is known.
fn plain(kind: SegmentKind, span: Span<crate::text::Byte>, view: View) -> Passage {
    Passage {
        kind,
        span,
        in_title: false,
        language: None,
        view,
        marks: Vec::new(),
        post: None,
        list_item: false,
        heading: false,
        block_quote: false,
    }
}

/// What a draft has become; its view goes with it.
fn passage(draft: &mut Draft<'_>) -> Passage {
    let by_form = match draft.kind {
        BlockKind::Heading => SegmentKind::Headline,
        BlockKind::Caption => SegmentKind::Caption,
        _ => SegmentKind::Narrative,
    };
    let mut passage =
        plain(draft.found.unwrap_or(by_form), draft.span, std::mem::replace(&mut draft.view, View::verbatim("", draft.span.start)));
    passage.language.clone_from(&draft.language);
    passage.list_item = *draft.kind == BlockKind::ListItem;
    passage.heading = passage.kind == SegmentKind::Headline;
    passage.block_quote = *draft.kind == BlockKind::BlockQuote;
    if let BlockKind::Embed(embed) = draft.kind {
        passage.post = Some((**embed).clone());
    }
    passage
}

/// The prose that stands before a post in its first block, where there is some.
fn before_post(article: &Article, draft: &Draft<'_>, group: &Group, words: &Words<'_>) -> Option<Passage> {
    let raw = article.text.get(draft.span.start..group.words.start)?;
    let span = Span::new(draft.span.start, draft.span.start + raw.trim_end().len());
    let view = clean::prose(raw.trim_end(), span.start, words);
    let mut head = Draft { kind: draft.kind, span, raw: raw.trim_end(), view, found: draft.found, language: draft.language.clone() };
    (!head.raw.is_empty()).then(|| passage(&mut head))
}

/// One passage of a post's blocks; its view holds its own words only.
fn post_in_prose(article: &Article, drafts: &[Draft<'_>], group: Group, words: &Words<'_>) -> Passage {
    let Group { blocks, words: own, language, line } = group;
    let view = clean::view(article.text.get(own.range()).unwrap_or(""), own.start, words);
    let words = view.to_article(Span::<ViewByte>::new(0, view.text().len()));
    let mut passage = plain(SegmentKind::Post, Span::new(own.start, drafts[*blocks.end()].span.end), view);
    passage.language = language.filter(|_| !words.is_empty());
    passage.post = Some(Embed {
        platform: line.platform,
        author: line.author,
        handle: Some(line.handle),
        posted_on: line.posted_on,
        url: line.url,
        words,
    });
    passage
}

/// Pairs the marks of each passage, and links quotes that run over narrative passages which follow one another. O(bytes).
pub fn mark(passages: &mut [Passage]) {
    let mut paired: Vec<marks::Paired> = passages.iter().map(|p| marks::pair(p.view.text())).collect();
    let texts: Vec<&str> = passages.iter().map(|p| p.view.text()).collect();
    let mut from = 0;
    while from < passages.len() {
        let run = passages[from..].iter().take_while(|p| p.kind == SegmentKind::Narrative && !p.heading).count();
        marks::link(&mut paired[from..from + run], &texts[from..from + run]);
        from += run + 1;
    }
    for (passage, paired) in passages.iter_mut().zip(paired) {
        passage.marks = paired.finish();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Input;

    const PROSE: &str = "The two ministers met on the pier on Monday and talked about the price of salt until the evening ferry came in.";

    fn sorted(input: &Input) -> (Article, Segmented) {
        let article = Article::read(input, &Budget::unlimited()).unwrap();
        let mut segmented = sort(&article, &Budget::unlimited());
        mark(&mut segmented.passages);
        (article, segmented)
    }

    #[test]
    fn each_block_is_what_it_is() {
        let text = format!(
            "Ministers talk about salt\n\n{PROSE}\n\nThe pier on Monday (Photo: A. Novak)\n\n¡La sal vuelve hoy al muelle viejo! #sal\n\n\
             — Port of Salt (@portofsalt) March 4, 2024\n\nSalt in sacks\n\n{PROSE} “Salt is back,” one said.\n\nfacebook twitter whatsapp rss"
        );
        let (article, found) = sorted(&Input::text(text));
        use SegmentKind::{Boilerplate, Caption, Headline, Narrative, Post};
        assert_eq!(
            found.passages.iter().map(|p| p.kind).collect::<Vec<_>>(),
            [Headline, Narrative, Caption, Post, Narrative, Narrative, Boilerplate]
        );
        assert_eq!(
            found.passages.iter().map(|p| p.heading).collect::<Vec<_>>(),
            [true, false, false, false, true, false, false],
            "a heading inside the text is part of it"
        );
        let post = &found.passages[3];
        assert_eq!((post.view.text(), post.language.as_deref()), ("¡La sal vuelve hoy al muelle viejo! #sal", Some("es")));
        assert!(article.text[post.span.range()].ends_with("March 4, 2024"));
        let last = &found.passages[5];
        assert_eq!(&last.view.text()[last.marks[0].inner.range()], "Salt is back,");
    }

    #[test]
    fn a_title_that_stands_nowhere_else_is_a_passage_of_its_own() {
        let mut input = Input::text(PROSE);
        input.title = Some("Salt &amp; **ferries**".into());
        let (_, found) = sorted(&input);
        assert!(found.passages[0].in_title && found.passages[0].heading);
        assert_eq!(found.passages[0].view.text(), "Salt & ferries");
        assert_eq!(found.passages[0].language.as_deref(), Some("en"));
        input.title = Some(PROSE.into());
        assert!(sorted(&input).1.passages.iter().all(|p| !p.in_title));
    }

    #[test]
    fn passages_lie_in_order_and_hold_their_blocks() {
        let text = format!(
            "{PROSE}\n\n- one\n- two\n\n> three\n\nSalt! #salt\n\n— Port (@portofsalt) March 4, 2024\n\n— Port (@portofsalt) March 4, 2024"
        );
        let (article, found) = sorted(&Input::text(text));
        let mut at = 0;
        for passage in &found.passages {
            assert!(passage.span.start >= at && article.text[at..passage.span.start].trim().is_empty());
            at = passage.span.end;
        }
        assert!(article.text[at..].trim().is_empty());
    }

    #[test]
    fn hostile_texts_take_linear_time() {
        let begun = std::time::Instant::now();
        for unit in [
            "\"",
            "“",
            "a' ",
            "[](",
            "](",
            "[",
            "**a ",
            "_a ",
            "\\",
            "<",
            "<b ",
            "&",
            "Ã",
            "â€",
            "Ð¡",
            "-\n",
            "\n\n— A (@a) March 4, 2024",
            "#a ",
            "`",
            "\u{AD}",
            "a\n",
            "# a\n\n",
            "x: \"",
            "\u{202E}ا ",
        ] {
            sorted(&Input::text(unit.repeat(300_000 / unit.len())));
        }
        sorted(&Input::text("word ".repeat(1_000_000)));
        assert!(begun.elapsed() < std::time::Duration::from_secs(20), "{:?}", begun.elapsed());
    }
}
