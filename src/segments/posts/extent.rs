//! Where a post begins: which of the paragraphs above its closing line are its words.
//!
//! Each paragraph, from the closing line upwards, is weighed: what it shows of a post against what it shows of prose. The first one is
//! the post unless much speaks against it; each further one must show why it should be. The weights are small whole
//! numbers, so that one strong sign (another language, a hashtag) outweighs two weak ones.

use super::{
    super::{draft::Draft, language::nearer},
    signs::{Signs, signs},
};
use crate::{
    article::{Attribution, BlockKind, limit},
    record::SegmentKind,
};

/// Paragraphs that are looked at for one post.
const DEEPEST: usize = 24;
/// A post in another language than the article's may be this many times the platform's limit: subscribers write longer ones.
const LONGER: usize = 8;

/// Another language than the article's.
const FOREIGN: i32 = 8;
/// A sign of the platform.
const PLATFORM: i32 = 6;
/// Somebody speaks of themselves; an exclamation.
const VOICE: i32 = 2;
/// No sentence's end.
const UNENDED: i32 = 3;
/// Prose above says that here is a post.
const INTRODUCED: i32 = 4;
/// The paragraph below leans on this one.
const LEANED_ON: i32 = 6;
/// Prose that tells of a post, or of what was said.
const REPORTS: i32 = -6;
const SAYS: i32 = -2;
/// Prose that goes on from prose.
const NARRATES: i32 = -4;
/// The author writes in another script, or elsewhere in the article in another language.
const NOT_THEIR_TONGUE: i32 = -5;
/// What the first paragraph has for it, and what a further one has against it.
const FIRST: i32 = 2;
const FURTHER: i32 = -2;
/// A paragraph of this weight is not waited with.
const SURELY_NOT: i32 = -6;
/// Characters of a paragraph too short to tell its language by itself.
const SHORT: usize = 80;

/// The first block of the post that `line` in block `at` closes; `at` itself where its words are lost. Blocks before `floor` belong to
/// others. `spoken` are the languages above all closing lines of this author.
pub(super) fn first(drafts: &[Draft<'_>], floor: usize, at: usize, line: &Attribution, main: Option<&str>, spoken: &[&str]) -> usize {
    let limit = limit(line.platform);
    let floor = floor.max(at.saturating_sub(DEEPEST));
    let read = |i: usize| signs(drafts[i].view.text(), main);
    let mut first = at;
    let mut length = 0_usize;
    // The post's language, once its last paragraph is known; none while that is the article's.
    let mut tongue: Option<&str> = None;
    let mut below: Option<Signs> = None;
    // A paragraph that shows nothing waits for one above it that does.
    let mut waits = false;
    for i in (floor..at).rev() {
        let draft = &drafts[i];
        let foreign = is_foreign(draft, main);
        let own = read(i);
        length += own.length + usize::from(length > 0);
        let longest = if foreign || tongue.is_some() { limit.saturating_mul(LONGER) } else { limit };
        if draft.is_set_apart() || length > longest || (first < at && own.introduces && !foreign && !own.of_platform) {
            break;
        }
        let above = i.checked_sub(1).filter(|a| *a >= floor).map(read);
        let weight = weigh(draft, &own, above.as_ref(), below.as_ref(), foreign, &line.handle)
            + if first == at { of_first(draft, line, main, spoken) } else { FURTHER + of_change(draft, tongue, main) };
        if weight > 0 {
            if first == at && foreign {
                tongue = draft.language.as_deref();
            }
            (first, waits) = (i, false);
        } else if first == at || waits || tongue.is_some() || weight <= SURELY_NOT {
            break;
        } else {
            waits = true;
        }
        below = Some(own);
    }
    first
}

/// What a paragraph shows by itself and by its neighbours.
fn weigh(draft: &Draft<'_>, own: &Signs, above: Option<&Signs>, below: Option<&Signs>, foreign: bool, handle: &str) -> i32 {
    let of_author = mentions(draft.view.text(), handle);
    let when = |shown: bool, weight: i32| if shown { weight } else { 0 };
    when(foreign, FOREIGN)
        + when(own.of_platform && !of_author, PLATFORM)
        + when(own.first_person, VOICE)
        + when(own.exclaims, VOICE)
        + when(own.unended, UNENDED)
        + when(above.is_some_and(|a| a.introduces), INTRODUCED)
        + when(below.is_some_and(|b| b.depends), LEANED_ON)
        + when(own.introduces && !foreign && !own.of_platform, REPORTS)
        + when(of_author, REPORTS)
        + when(own.says && !foreign, SAYS)
        + when(own.narrates && !foreign, NARRATES)
}

/// What speaks for and against the paragraph directly above the closing line.
fn of_first(draft: &Draft<'_>, line: &Attribution, main: Option<&str>, spoken: &[&str]) -> i32 {
    let other_script = line.author.as_deref().is_some_and(|author| !is_latin(author) && is_latin(draft.view.text()));
    let elsewhere = spoken.len() > 1 && spoken.iter().any(|language| Some(*language) != main);
    FIRST + if !is_foreign(draft, main) && (other_script || elsewhere) { NOT_THEIR_TONGUE } else { 0 }
}

/// Where the post is in another language, a paragraph in the article's own is none of it; a short one is asked which it is nearer to.
fn of_change(draft: &Draft<'_>, tongue: Option<&str>, main: Option<&str>) -> i32 {
    let (Some(tongue), Some(main)) = (tongue, main) else { return 0 };
    let text = draft.view.text();
    match draft.language.as_deref() {
        Some(own) if own != main => 0,
        _ if text.chars().count() < SHORT => match nearer(text, tongue, main) {
            Some(true) => FOREIGN,
            Some(false) => -FOREIGN,
            None => 0,
        },
        Some(_) => -FOREIGN,
        None => 0,
    }
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

impl Draft<'_> {
    /// True where no post goes past this block.
    fn is_set_apart(&self) -> bool {
        matches!(self.kind, BlockKind::Embed(_) | BlockKind::Boilerplate | BlockKind::Caption)
            || matches!(self.found, Some(SegmentKind::Boilerplate | SegmentKind::Caption))
            || self.raw.starts_with("# ")
            || self.raw.starts_with("##")
    }
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
        sort(&article).passages.iter().filter_map(|p| p.post.as_ref()).map(|p| article.text[p.words.range()].to_owned()).collect()
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
