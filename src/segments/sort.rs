//! Blocks → passages.

use super::{Passage, Segmented, clean, furniture, language, marks, posts};
use crate::{
    article::{Article, BlockKind},
    record::SegmentKind,
    text::{Span, View},
};

/// Sorts out what each block is, what language it is in, what the engine reads of it, and which marks pair.
pub fn sort(article: &Article) -> Segmented {
    let texts: Vec<&str> = article.blocks.iter().map(|b| &article.text[b.span.range()]).collect();
    let languages = language::read(&texts, article.language.as_deref());
    let prose = posts::find(article, &languages.blocks, languages.main.as_deref());
    let words = clean::Words::of(&article.text);
    let mut passages = Vec::with_capacity(article.blocks.len() + 1);
    if let (Some(title), None) = (&article.title, article.title_span) {
        let mut passage = plain(SegmentKind::Headline, Span::new(0, title.len()), clean::view(title, 0, &words), true);
        passage.in_title = true;
        passages.push(passage);
    }
    let mut i = 0;
    let mut next_post = prose.into_iter().peekable();
    while i < article.blocks.len() {
        let block = &article.blocks[i];
        if let Some(post) = next_post.next_if(|p| p.first == i) {
            let span = block.span.join(article.blocks[post.last].span);
            let mut passage = post_passage(article, span, post.embed, &words);
            passage.language = languages.blocks[post.first..=post.last].iter().flatten().next().cloned();
            passages.push(passage);
            i = post.last + 1;
            continue;
        }
        let text = texts[i];
        let mut passage = match &block.kind {
            BlockKind::Embed(embed) => post_passage(article, block.span, (**embed).clone(), &words),
            kind => {
                let heading = matches!(kind, BlockKind::Heading) || article.title_span == Some(block.span);
                let sort = match kind {
                    BlockKind::Caption => SegmentKind::Caption,
                    BlockKind::Boilerplate => SegmentKind::Boilerplate,
                    _ if furniture::is_boilerplate(text) => SegmentKind::Boilerplate,
                    _ if furniture::is_caption(text) => SegmentKind::Caption,
                    _ if heading => SegmentKind::Headline,
                    _ => SegmentKind::Narrative,
                };
                plain(sort, block.span, clean::view(text, block.span.start, &words), heading)
            }
        };
        passage.list_item = matches!(block.kind, BlockKind::ListItem);
        passage.block_quote = matches!(block.kind, BlockKind::BlockQuote);
        passage.language.clone_from(&languages.blocks[i]);
        passages.push(passage);
        i += 1;
    }
    if let Some(first) = passages.first_mut().filter(|p| p.in_title) {
        first.language.clone_from(&languages.main);
    }
    pair_marks(&mut passages);
    Segmented { passages, language: languages.main, language_confidence: languages.confidence }
}

fn plain(kind: SegmentKind, span: Span<crate::text::Byte>, view: View, heading: bool) -> Passage {
    Passage {
        kind,
        span,
        in_title: false,
        language: None,
        view,
        marks: Vec::new(),
        post: None,
        list_item: false,
        heading,
        block_quote: false,
    }
}

/// A post's engine reads only its own words: the attribution line tells of nothing.
fn post_passage(article: &Article, span: Span<crate::text::Byte>, embed: crate::article::Embed, words: &clean::Words<'_>) -> Passage {
    let view = clean::view(&article.text[embed.words.range()], embed.words.start, words);
    Passage {
        kind: SegmentKind::Post,
        span,
        in_title: false,
        language: None,
        view,
        marks: Vec::new(),
        post: Some(embed),
        list_item: false,
        heading: false,
        block_quote: false,
    }
}

/// Marks pair within a paragraph, and across paragraphs of the story that follow one another.
fn pair_marks(passages: &mut [Passage]) {
    let story = |p: &Passage| p.kind == SegmentKind::Narrative;
    let mut from = 0;
    while from < passages.len() {
        let mut to = from + 1;
        while to < passages.len() && story(&passages[from]) && story(&passages[to]) {
            to += 1;
        }
        let texts: Vec<&str> = passages[from..to].iter().map(|p| p.view.text()).collect();
        let found = marks::pair(&texts);
        for (passage, marks) in passages[from..to].iter_mut().zip(found) {
            passage.marks = marks;
        }
        from = to;
    }
}
