//! Posts in prose: the block of paragraphs that an attribution line closes, `— Author (@handle) June 15, 2023`.
//!
//! Not every paragraph above such a line is the post. Going up from the line, a paragraph belongs to it where its language is not the
//! article's, or where it fits a post's length and reads like one; a paragraph of the story ends it. A post whose words were lost
//! has none.

use smol_str::SmolStr;

use crate::{
    article::{Article, Attribution, BlockKind, Embed, attribution, limit},
    text::Span,
};

/// A post: which blocks it takes, and what it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Index of its first block.
    pub first: usize,
    /// Index of the block with its attribution line.
    pub last: usize,
    /// What it is.
    pub embed: Embed,
}

/// All posts in prose, in order.
pub fn find(article: &Article, languages: &[Option<SmolStr>], main: Option<&str>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for (i, block) in article.blocks.iter().enumerate() {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::BlockQuote | BlockKind::Heading) {
            continue;
        }
        let text = &article.text[block.span.range()];
        let Some(line) = attribution(text) else { continue };
        let floor = found.last().map_or(0, |f| f.last + 1);
        found.push(gather(article, languages, main, i, floor, &line));
    }
    found
}

fn gather(article: &Article, languages: &[Option<SmolStr>], main: Option<&str>, last: usize, floor: usize, line: &Attribution) -> Found {
    let block = article.blocks[last].span;
    let own = article.text[block.start..block.start + line.start].trim_end();
    let mut first = last;
    let mut words = Span::new(block.start, block.start + own.len());
    let mut budget = limit(line.platform).saturating_sub(own.chars().count());
    let limit_left = |budget: usize, text: &str| text.chars().count() <= budget;
    while first > floor {
        let i = first - 1;
        let text = article.text[article.blocks[i].span.range()].trim();
        if !matches!(article.blocks[i].kind, BlockKind::Paragraph | BlockKind::ListItem) {
            break;
        }
        let foreign = languages[i].as_deref().is_some_and(|l| main.is_some_and(|m| m != l));
        let belongs = if foreign {
            // a long post of another language is still none of the story
            words.is_empty() || languages[first].is_none() || languages[first] == languages[i] || first == last
        } else if words.is_empty() {
            limit_left(budget, text) && reads_like_post(text, line)
        } else {
            let joined_foreign = languages[first].as_deref().is_some_and(|l| main.is_some_and(|m| m != l));
            let short_foreign = joined_foreign && languages[i].is_none() && !text.is_ascii();
            short_foreign
                || !joined_foreign
                    && limit_left(budget, text)
                    && reads_like_post(text, line)
                    && goes_on(&article.text[article.blocks[first].span.range()])
        };
        if !belongs {
            break;
        }
        budget = budget.saturating_sub(text.chars().count() + 2);
        let span = article.blocks[i].span;
        words = Span::new(span.start, if words.is_empty() { span.start + article.text[span.range()].trim_end().len() } else { words.end });
        first = i;
    }
    let embed = Embed {
        platform: line.platform,
        author: line.author.clone(),
        handle: Some(line.handle.clone()),
        posted_on: line.posted_on.clone(),
        url: None,
        words,
    };
    Found { first, last, embed }
}

/// True for a paragraph in the article's language that can be a post's: no quote with its speaker, no author of another script.
fn reads_like_post(text: &str, line: &Attribution) -> bool {
    if has_marks_of_posts(text) {
        return true;
    }
    let author_is_latin = line.author.as_deref().is_none_or(|a| a.chars().filter(|c| c.is_alphabetic()).all(|c| (c as u32) < 0x250));
    let quotes = text.chars().filter(|c| matches!(c, '"' | '“' | '”')).count();
    author_is_latin && quotes < 2 && !text.ends_with(':')
}

/// Tags, handles and shortened links stand in posts.
fn has_marks_of_posts(text: &str) -> bool {
    text.split_whitespace().any(|w| {
        let tagged = w.strip_prefix(['#', '@']).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        tagged || w.contains("t.co/") || w.contains("pic.twitter.com") || w.chars().any(|c| matches!(c as u32, 0x1F000..=0x1FAFF))
    })
}

/// True where the paragraph that already belongs asks for one before it: it ends without a stop, or begins in the middle.
fn goes_on(text: &str) -> bool {
    let text = text.trim();
    !text.ends_with(['.', '!', '?', '"', '”', '…']) || text.starts_with(char::is_lowercase) || has_marks_of_posts(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        article::{Article, Input},
        budget::Budget,
        segments::language,
    };

    fn posts(text: &str) -> Vec<String> {
        let article = Article::read(&Input::text(text), &Budget::unlimited()).unwrap();
        let texts: Vec<&str> = article.blocks.iter().map(|b| &article.text[b.span.range()]).collect();
        let l = language::read(&texts, Some("en"));
        find(&article, &l.blocks, l.main.as_deref()).into_iter().map(|f| article.text[f.embed.words.range()].to_owned()).collect()
    }

    #[test]
    fn paragraphs_of_another_language_above_the_line_are_the_post() {
        let text = "The mayor received the president in the old palace on Tuesday, her office said in a note.\n\nLa presidenta fue recibida hoy por el alcalde de la ciudad en el palacio. #Lima\n\n— Palacio (@palacio) March 14, 2029";
        assert_eq!(posts(text), ["La presidenta fue recibida hoy por el alcalde de la ciudad en el palacio. #Lima"]);
    }

    #[test]
    fn a_quoted_sentence_of_the_story_above_the_line_is_not() {
        let text = "\"We came to buy seeds,\" the president said. \"The rest of the road we walk together.\"\n\n— Ana Lopes (@AnaLopes) March 14, 2029";
        assert_eq!(posts(text), [""]);
    }

    #[test]
    fn a_short_text_in_the_same_language_is() {
        let text = "The two sides met for an hour in the palace, and the minister left the room before the end of the talks, witnesses told reporters, who had waited in the rain since the early morning and who were not let in. Nobody else spoke, and the gates of the palace were closed behind the last of the cars that left it.\n\nProud to open the new harbour today! Thank you all for coming.\n\n— Ana Lopes (@AnaLopes) March 14, 2029";
        assert_eq!(posts(text), ["Proud to open the new harbour today! Thank you all for coming."]);
    }
}
