//! Where a post begins: which of the paragraphs above its closing line are its words.
//!
//! Each paragraph, from the closing line upwards, is weighed: what it shows of a post against what it shows of prose. The first one is
//! the post unless much speaks against it; each further one must show why it should be. The weights are small whole
//! numbers, so that one strong sign (another language, a hashtag) outweighs two weak ones.

use super::{
    super::{draft::Draft, language::is_rather},
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
/// A heading.
const HEADING: i32 = -3;
/// What the first paragraph has for it, and what a further one has against it.
const FIRST: i32 = 2;
const FURTHER: i32 = -3;

/// The first block of the post that `line` in block `at` closes; `at` itself where its words are lost. Blocks before `floor` belong to others.
pub(super) fn first(
    drafts: &[Draft<'_>],
    floor: usize,
    at: usize,
    line: &Attribution,
    main: Option<&str>,
    spoken: Option<&[&str]>,
) -> usize {
    let limit = limit(line.platform);
    let floor = floor.max(at.saturating_sub(DEEPEST));
    let read = |i: usize| signs(drafts[i].view.text(), main);
    let (mut first, mut length, mut foreign) = (at, 0_usize, None::<bool>);
    let mut below: Option<Signs> = None;
    // A paragraph that shows nothing waits for one above it that does.
    let mut waiting = 0_usize;
    for i in (floor..at).rev() {
        let draft = &drafts[i];
        if draft.is_set_apart() {
            break;
        }
        let own = read(i);
        let above = i.checked_sub(1).filter(|a| *a >= floor).map(read);
        let is_foreign = is_foreign(draft, main);
        length += own.length + usize::from(length > 0);
        let fits = length <= if is_foreign || foreign == Some(true) { limit.saturating_mul(LONGER) } else { limit };
        let weight = weigh(draft, &own, above.as_ref(), below.as_ref(), is_foreign)
            + if first == at { first_weight(draft, line, main, spoken) } else { FURTHER }
            + if foreign == Some(true) && !is_foreign { against_change(draft, drafts, i, main) } else { 0 };
        if !fits || own.introduces && !is_foreign && !own.of_platform {
            break;
        }
        if weight > 0 {
            (first, waiting) = (i, 0);
            foreign.get_or_insert(is_foreign);
        } else if first == at || weight <= FURTHER * 2 || waiting > 0 {
            break;
        } else {
            waiting += 1;
        }
        below = Some(own);
    }
    first
}

/// What a paragraph shows by itself and by its neighbours.
fn weigh(draft: &Draft<'_>, own: &Signs, above: Option<&Signs>, below: Option<&Signs>, foreign: bool) -> i32 {
    let when = |shown: bool, weight: i32| if shown { weight } else { 0 };
    when(foreign, FOREIGN)
        + when(own.of_platform, PLATFORM)
        + when(own.first_person, VOICE)
        + when(own.exclaims, VOICE)
        + when(own.unended && *draft.kind != BlockKind::Heading, UNENDED)
        + when(above.is_some_and(|a| a.introduces), INTRODUCED)
        + when(below.is_some_and(|b| b.depends), LEANED_ON)
        + when(own.introduces && !foreign && !own.of_platform, REPORTS)
        + when(own.says && !foreign, SAYS)
        + when(own.narrates && !foreign, NARRATES)
        + when(*draft.kind == BlockKind::Heading && !foreign, HEADING)
}

/// What speaks for and against the paragraph directly above the closing line.
fn first_weight(draft: &Draft<'_>, line: &Attribution, main: Option<&str>, spoken: Option<&[&str]>) -> i32 {
    let in_main = draft.language.as_deref() == main || draft.language.is_none();
    let other_script = line
        .author
        .as_deref()
        .is_some_and(|a| is_latin(draft.view.text()) && !a.chars().any(is_letter_of_latin) && a.chars().any(char::is_alphabetic))
        || line.author.as_deref().is_some_and(|a| {
            is_latin(draft.view.text())
                && a.chars().filter(|c| c.is_alphabetic() && !is_letter_of_latin(*c)).count() * 2
                    > a.chars().filter(|c| c.is_alphabetic()).count()
        });
    let elsewhere = spoken.is_some_and(|all| all.len() > 1 && all.iter().any(|l| Some(*l) != main));
    FIRST + if in_main && (other_script || elsewhere) { NOT_THEIR_TONGUE } else { 0 }
}

/// Below stands another language: a paragraph in the article's own ends the post; one too short to tell is asked whether it is nearer.
fn against_change(draft: &Draft<'_>, drafts: &[Draft<'_>], i: usize, main: Option<&str>) -> i32 {
    let below = drafts.get(i + 1).and_then(|d| d.language.as_deref());
    let text = draft.view.text();
    match (below, main) {
        (Some(other), Some(main)) if text.chars().count() < 80 && is_rather(text, other, main) => FOREIGN,
        _ if draft.language.is_none() => 0,
        _ => -FOREIGN,
    }
}

fn is_foreign(draft: &Draft<'_>, main: Option<&str>) -> bool {
    draft.language.is_some() && draft.language.as_deref() != main
}

fn is_latin(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).take(200).filter(|c| is_letter_of_latin(*c)).count() * 2
        > text.chars().filter(|c| c.is_alphabetic()).take(200).count()
}

fn is_letter_of_latin(c: char) -> bool {
    c.is_alphabetic() && matches!(u32::from(c), 0..=0x24F | 0x1E00..=0x1EFF)
}

impl Draft<'_> {
    /// True where no post goes past this block.
    fn is_set_apart(&self) -> bool {
        matches!(self.kind, BlockKind::Embed(_) | BlockKind::Boilerplate | BlockKind::Caption)
            || matches!(self.found, Some(SegmentKind::Boilerplate | SegmentKind::Caption))
    }
}
