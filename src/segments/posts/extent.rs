//! Where a post begins: which of the lines above its closing line are its words.
//!
//! Each line, from the closing one upwards, is weighed: what it shows of a post against what it shows of prose
//! (`data/posts/weights.toml`). The post begins where the sum down to the closing line is greatest, so that a line that shows
//! nothing is taken along by one above it that does; of equal sums the shorter post wins.

use super::{
    super::{draft::Draft, language::nearer},
    layout::Layout,
    signs::{Signs, signs},
    weights::WEIGHTS,
};
use crate::{
    article::{Attribution, BlockKind, limit},
    record::{Platform, SegmentKind},
};

/// Blocks that are looked at for one post.
const DEEPEST: usize = 24;
/// A post may be this many times the platform's limit: subscribers write longer ones, and servers set their own.
const LONGER: usize = 8;
/// The first day on which X let subscribers write longer ones; from which all might write 280 characters; and the limit before it.
const LONG_FROM: &str = "2023-02-08";
const LIMIT_DOUBLED: &str = "2017-11-07";
const LIMIT_BEFORE: usize = 140;
/// A limit is exceeded by one character in so many: handles and links that X did not count.
const GRACE: usize = 5;
/// Speaking of oneself so often is no accident.
const STEADY: usize = 3;
/// Characters of a line too short to tell its language by itself, and of one that is short below prose about its author.
const SHORT: usize = 80;
/// Bytes of a line that two posts do not share by chance, as they may "To be continued".
const TELLING: usize = 24;
/// A sum so far below the best is not made good by lines above.
const LOST: i32 = 7;

/// What is known of a closing line and of what stands above it.
pub(super) struct Above<'a, 'd> {
    /// The article's blocks.
    pub drafts: &'a [Draft<'d>],
    /// How the article sets them.
    pub layout: &'a Layout,
    /// The first block that belongs to no post before.
    pub floor: usize,
    /// The blocks of the post before.
    pub before: &'a [Draft<'d>],
    /// The block of the closing line.
    pub at: usize,
    /// The words that stand before the closing line in its own block; empty where it stands alone.
    pub inline: &'a str,
    /// What the closing line says.
    pub line: &'a Attribution,
    /// The article's language.
    pub main: Option<&'a str>,
    /// The languages above all closing lines of this author.
    pub spoken: &'a [&'d str],
}

/// A line above the closing one.
struct Line<'a, 'd> {
    draft: &'a Draft<'d>,
    text: &'a str,
    signs: Signs,
    foreign: bool,
    /// It names the author, as prose does.
    names_author: bool,
}

impl<'a, 'd> Above<'a, 'd> {
    /// The first block of the post; the closing line's own where nothing above it is of the post.
    pub fn first(&self) -> usize {
        let inline = !self.inline.is_empty();
        let floor = self.floor.max(self.at.saturating_sub(DEEPEST));
        // The post's language, once its last line is known; none while that is the article's.
        let mut tongue: Option<&str> = if inline { self.tongue(self.at) } else { None };
        let mut below: Option<Line<'_, '_>> = inline.then(|| self.line(self.at, self.inline));
        let mut length = below.as_ref().map_or(0, |line| line.signs.length);
        let (mut first, mut best, mut sum) = (self.at, 0, 0);
        // Each line is read once: what stands above one is the next.
        let mut next: Option<Line<'_, '_>> = None;
        for i in (floor..self.at).rev() {
            let own = next.take().unwrap_or_else(|| self.line(i, self.drafts[i].view.text()));
            length += own.signs.length + usize::from(length > 0);
            let nearest = below.is_none();
            if own.is_set_apart() || self.is_repeated(&own) || length > self.longest() || (!nearest && Self::tells(&own, below.as_ref())) {
                break;
            }
            let above = i.checked_sub(1).filter(|a| *a >= floor).map(|a| self.line(a, self.drafts[a].view.text()));
            let overlong = !own.foreign && tongue.is_none() && length > limit(self.line.platform);
            let weight = self.weigh(&own, above.as_ref(), below.as_ref())
                + if nearest { self.of_nearest(&own) } else { self.of_further(i, &own, below.as_ref(), tongue) }
                + when(overlong, WEIGHTS.overlong);
            sum += weight;
            if sum > best {
                (first, best) = (i, sum);
            } else if nearest || tongue.is_some() || sum < best - LOST {
                break;
            }
            if nearest {
                tongue = self.tongue(i);
            }
            (below, next) = (Some(own), above);
        }
        first
    }

    fn line(&self, block: usize, text: &'a str) -> Line<'a, 'd> {
        let draft = &self.drafts[block];
        let author = self.line.author.as_deref().and_then(surname);
        Line {
            draft,
            text,
            signs: signs(text, self.main),
            foreign: is_foreign(draft, self.main),
            names_author: author.is_some_and(|name| has_word(text, name)),
        }
    }

    /// The language of a block that is not in the article's.
    fn tongue(&self, block: usize) -> Option<&'a str> {
        let draft = &self.drafts[block];
        draft.language.as_deref().filter(|_| is_foreign(draft, self.main))
    }

    /// Characters beyond which nothing is the post.
    fn longest(&self) -> usize {
        let limit = limit(self.line.platform);
        match (self.line.platform, self.line.posted_on.as_deref()) {
            (Platform::X, Some(day)) if day < LIMIT_DOUBLED => with_grace(LIMIT_BEFORE),
            (Platform::X, Some(day)) if day < LONG_FROM => with_grace(limit),
            _ => longest_ever(self.line.platform),
        }
    }

    /// True where the line stands in the post before, too: some converters leave a post's words a second time behind its closing line.
    fn is_repeated(&self, own: &Line<'_, '_>) -> bool {
        own.text.len() >= TELLING && self.before.iter().any(|d| d.view.text() == own.text)
    }

    /// True for prose that says: here is a post. A colon above a list may stand within one.
    fn tells(own: &Line<'_, '_>, below: Option<&Line<'_, '_>>) -> bool {
        let heads_list = below.is_some_and(Line::is_item) && !own.signs.posting && !own.names_author;
        let tells = own.signs.posting || (own.signs.colon && !heads_list);
        // Who speaks of themselves tells of no post, but posts.
        let speaks = own.signs.voice > 0 && !own.signs.says && !own.signs.colon;
        tells && !speaks && !own.foreign && !own.signs.of_platform
    }

    /// True for prose that gives the author's name in full, a person's or not: a surname alone may be a town's.
    fn introduces(&self, draft: &Draft<'_>) -> bool {
        self.line.author.as_deref().is_some_and(|name| surname(name).is_some() && has_word(draft.view.text(), name))
    }

    /// What a line shows by itself and by its neighbours.
    fn weigh(&self, own: &Line<'_, '_>, above: Option<&Line<'_, '_>>, below: Option<&Line<'_, '_>>) -> i32 {
        let signs = &own.signs;
        let of_author = mentions(own.text, &self.line.handle);
        let prose_above = above.filter(|a| !a.foreign && !a.signs.of_platform);
        let announced = prose_above.is_some_and(|a| a.signs.colon && !own.is_item() && !own.is_quoted());
        // Where the whole article speaks of itself, that is no sign of a post.
        let own_voice = !self.layout.personal;
        let introduced = prose_above.is_some_and(|a| a.signs.posting);
        when(own.foreign, WEIGHTS.foreign)
            + when(signs.of_platform && !of_author, WEIGHTS.platform)
            + when(signs.alert, WEIGHTS.alert)
            + when(signs.voice > 0 && own_voice, WEIGHTS.voice)
            + when(signs.voice >= STEADY && !signs.says && own_voice, WEIGHTS.steady_voice)
            + when(signs.exclaims && own_voice, WEIGHTS.exclaims)
            + when(signs.unended && !signs.posting && !own.is_item(), WEIGHTS.unended)
            + if announced { WEIGHTS.announced } else { when(introduced, WEIGHTS.introduced) }
            + when(below.is_some_and(|b| b.signs.depends && !b.is_item()), WEIGHTS.leaned_on)
            + when(below.is_some_and(|b| b.signs.joins && !b.is_item()), WEIGHTS.joined)
            + when(Self::tells(own, below), WEIGHTS.reports)
            + when(of_author, WEIGHTS.reports)
            + when(signs.says && !own.foreign, WEIGHTS.says)
            + when(signs.narrates && !own.foreign, WEIGHTS.narrates)
            + when(own.names_author && !own.foreign, WEIGHTS.names_author)
    }

    /// What speaks for and against the line directly above the closing one.
    fn of_nearest(&self, own: &Line<'_, '_>) -> i32 {
        let other_script = self.line.author.as_deref().is_some_and(|author| !is_latin(author) && is_latin(own.text));
        let foreign = self.spoken.iter().filter(|language| Some(**language) != self.main).count();
        let once = self.spoken.len() == foreign + 1;
        let other_tongue = match foreign {
            _ if own.foreign => 0,
            _ if other_script => WEIGHTS.other_tongue,
            1 if once => WEIGHTS.elsewhere,
            2.. if once => WEIGHTS.other_tongue,
            _ => 0,
        };
        WEIGHTS.first + other_tongue
    }

    /// What speaks for and against a further line: how it is set, and the tongue of what stands below.
    fn of_further(&self, block: usize, own: &Line<'_, '_>, below: Option<&Line<'_, '_>>, tongue: Option<&str>) -> i32 {
        let characters = own.text.chars().count();
        let closing_is_close = !self.inline.is_empty() || !self.layout.has_blank_below(self.at - 1);
        let after_author = block > self.floor && characters <= SHORT && self.introduces(&self.drafts[block - 1]);
        WEIGHTS.further
            + of_change(own, tongue, self.main)
            + when(self.layout.is_tight(block), WEIGHTS.tight)
            + when(closing_is_close && self.layout.has_blank_below(block), WEIGHTS.apart)
            + when(self.layout.is_short(characters) && !own.is_item(), WEIGHTS.short)
            + when(after_author, WEIGHTS.after_author)
            + when(
                !self.layout.personal && own.signs.speaks() && below.is_some_and(|b| b.signs.speaks() || b.signs.of_platform),
                WEIGHTS.both_speak,
            )
            + when(own.signs.goes_on && !own.foreign, WEIGHTS.goes_on)
            + when(own.is_item(), WEIGHTS.in_list)
            + when(own.signs.colon && below.is_some_and(Line::is_item), WEIGHTS.list_below)
    }
}

impl Line<'_, '_> {
    fn is_item(&self) -> bool {
        *self.draft.kind == BlockKind::ListItem
    }

    fn is_quoted(&self) -> bool {
        self.text.starts_with(['"', '“', '„', '«', '»'])
    }

    /// True where no post goes past this line. What only looks like furniture or a caption ("Watch: …") is a post's with a sign of the platform.
    fn is_set_apart(&self) -> bool {
        let furniture = matches!(self.draft.found, Some(SegmentKind::Boilerplate | SegmentKind::Caption)) && !self.signs.of_platform;
        matches!(self.draft.kind, BlockKind::Embed(_) | BlockKind::Boilerplate | BlockKind::Caption)
            || furniture
            || self.draft.raw.starts_with("# ")
            || self.draft.raw.starts_with("##")
    }
}

fn when(shown: bool, weight: i32) -> i32 {
    if shown { weight } else { 0 }
}

/// Characters that no post of the platform exceeds, whenever it was written.
pub(super) fn longest_ever(platform: Platform) -> usize {
    limit(platform).saturating_mul(LONGER)
}

fn with_grace(limit: usize) -> usize {
    limit.saturating_add(limit / GRACE)
}

/// Where the post is in another language, a line in the article's own is none of it; a short one is asked which it is nearer to.
fn of_change(own: &Line<'_, '_>, tongue: Option<&str>, main: Option<&str>) -> i32 {
    let (Some(tongue), Some(main)) = (tongue, main) else { return 0 };
    match own.draft.language.as_deref() {
        Some(language) if language != main => 0,
        _ if own.text.chars().count() < SHORT => match nearer(own.text, tongue, main) {
            Some(true) => WEIGHTS.foreign,
            Some(false) => -WEIGHTS.foreign,
            None => WEIGHTS.undecided,
        },
        Some(_) => -WEIGHTS.foreign,
        None => WEIGHTS.undecided,
    }
}

/// The last word of a name of two or three capitalized words: a person's surname, as prose uses it. Of other authors none.
fn surname(author: &str) -> Option<&str> {
    let words: Vec<&str> = author.split_whitespace().filter(|w| w.chars().any(char::is_alphabetic)).collect();
    let named = (2..=3).contains(&words.len()) && words.iter().all(|w| w.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()));
    words.last().copied().filter(|w| named && w.chars().count() > 2)
}

fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word)
        .any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric) && !text[at + word.len()..].starts_with(char::is_alphanumeric))
}

/// True where the text speaks of the post's author by handle, as prose about a post does and the post does not.
fn mentions(text: &str, handle: &str) -> bool {
    text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ':' | ';'))
        .any(|w| w.strip_prefix('@').is_some_and(|h| h.trim_end_matches(['.', '\'', '’']).eq_ignore_ascii_case(handle)))
}

fn is_foreign(draft: &Draft<'_>, main: Option<&str>) -> bool {
    draft.language.is_some() && draft.language.as_deref() != main
}

/// True where most of the letters are Latin ones, or there are none.
fn is_latin(text: &str) -> bool {
    let letters = || text.chars().filter(|c| c.is_alphabetic()).take(200);
    letters().filter(|c| matches!(u32::from(*c), 0..=0x24F | 0x1E00..=0x1EFF)).count() * 2 >= letters().count()
}

#[cfg(test)]
mod tests {
    use super::super::super::sort;
    use crate::{
        article::{Article, Input},
        budget::Budget,
    };

    const PROSE: &str = "The two ministers met on the pier on Monday and talked about the price of salt until the evening ferry came in.";
    const MORE: &str = "Officials of both ports will meet again in the spring, when the ice has gone, the ministry said in a statement.";
    const LINE: &str = "— Port of Salt ⚓ (@portofsalt) March 4, 2024";

    /// The words of the posts in an article of these paragraphs.
    fn posts(paragraphs: &[&str]) -> Vec<String> {
        let article = Article::read(&Input::text(paragraphs.join("\n\n")), &Budget::unlimited()).unwrap();
        sort(&article, &Budget::unlimited())
            .passages
            .iter()
            .filter_map(|p| p.post.as_ref())
            .map(|p| article.text[p.words.range()].to_owned())
            .collect()
    }

    #[test]
    fn another_language_is_the_post_and_prose_is_not() {
        let spanish = "Los dos ministros se reunieron el lunes en el muelle y hablaron del precio de la sal.";
        let more = "Gracias a todos los que vinieron a la reunión de hoy.";
        assert_eq!(posts(&[PROSE, spanish, LINE, MORE]), [spanish]);
        assert_eq!(posts(&[PROSE, spanish, more, LINE, MORE]), [[spanish, more].join("\n\n")]);
    }

    #[test]
    fn signs_of_the_platform_make_further_paragraphs_the_posts() {
        let (one, two) = ("Salt is back on the pier! #salt", "Come and see it before the ferry leaves.");
        assert_eq!(posts(&[PROSE, one, two, LINE, MORE]), [[one, two].join("\n\n")]);
        assert_eq!(posts(&[PROSE, MORE, one, LINE]), [one]);
    }

    #[test]
    fn a_paragraph_above_a_post_that_could_stand_alone_is_prose() {
        let post = "Ministers of both ports talk about salt this afternoon on the old pier";
        assert_eq!(posts(&[MORE, "The talks had been put off twice.", post, LINE, PROSE]), [post]);
    }

    #[test]
    fn a_paragraph_that_leans_on_the_one_above_takes_it_along() {
        let (one, two) = (
            "The ministers of both ports are on the old pier, where they talk about salt and sign for fish.",
            "This comes after they also walked the saltworks and the ferry",
        );
        assert_eq!(posts(&[MORE, PROSE, one, two, LINE, MORE]), [[one, two].join("\n\n")]);
    }

    #[test]
    fn what_introduces_a_post_is_prose_and_all_below_it_is_the_post() {
        let (intro, one, two) = ("The port tweeted on Monday:", "Salt is back.", "Ferries run again.");
        assert_eq!(posts(&[PROSE, intro, one, two, LINE, MORE]), [[one, two].join("\n\n")]);
    }

    #[test]
    fn lost_words_leave_an_empty_post() {
        let arabic = "— ميناء الملح (@portofsalt) March 4, 2024";
        assert_eq!(posts(&[PROSE, "On her part, the minister of the north stayed on the pier.", arabic, MORE]), [""]);
        assert_eq!(posts(&[PROSE, "Salt is back! #salt", LINE, LINE, MORE]), ["Salt is back! #salt", ""]);
        let long = [PROSE, MORE, PROSE].join(" ");
        assert_eq!(posts(&[long.as_str(), LINE, MORE]), [""]);
    }

    #[test]
    fn prose_that_names_the_author_is_not_the_post() {
        let post = "Salt is back 🧂";
        assert_eq!(posts(&[PROSE, "@portofsalt had the news first, before noon", post, LINE, MORE]), [post]);
    }

    #[test]
    fn a_line_behind_its_words_needs_no_more() {
        assert_eq!(
            posts(&[PROSE, "<post id=\"1\">Salt is back. — Port of Salt (@portofsalt) March 4, 2024</post>.", MORE]),
            ["Salt is back."]
        );
    }
}
