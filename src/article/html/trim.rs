//! Blocks that are none of the article, told by their links, by what stands around them, and by the page's own text of the article.

use super::{
    blocks::{Part, Piece, PieceKind},
    hint::Hint,
    sections,
};

/// Bytes of a block that may be a bare link to something else.
const SHORT: usize = 300;
/// Part of a block that stands in the hint, where the block is the article's.
const HELD: f64 = 0.4;
/// Bytes of a block from which on it is prose.
const PROSE: usize = 100;
/// Bytes of a label before or behind the article's prose.
const LABEL: usize = 80;
/// Labels behind the last prose; more are a list of the article's.
const LABELS: usize = 4;
/// Times that a label of the page stands in it.
const REPEATED: usize = 3;

/// Marks as furniture what is none of the article.
pub(super) fn trim(parts: &mut [Part], hint: Option<&Hint>) {
    if let Some(hint) = hint {
        against(parts, hint);
    }
    links(parts);
    repeated(parts);
    times(parts);
    other_sections(parts);
    edges(parts);
    empty_headings(parts);
}

/// The blocks that may be furniture: captions and posts are what they are.
fn pieces(parts: &mut [Part]) -> impl Iterator<Item = &mut Piece> {
    parts.iter_mut().filter_map(|part| match part {
        Part::Piece(piece) if !matches!(piece.kind, PieceKind::Caption | PieceKind::Furniture) => Some(piece),
        _ => None,
    })
}

/// Marks what the page's own text of the article does not have, where it has nearly all the rest.
fn against(parts: &mut [Part], hint: &Hint) {
    let share = |part: &Part| match part {
        Part::Piece(p) if p.kind == PieceKind::Paragraph || p.kind == PieceKind::ListItem => hint.share(&p.text).map(|s| (p.text.len(), s)),
        _ => None,
    };
    let shares: Vec<Option<(usize, f64)>> = parts.iter().map(share).collect();
    let bytes = |held: bool| shares.iter().flatten().filter(|(_, s)| (*s >= HELD) == held).map(|(length, _)| *length).sum::<usize>();
    if bytes(true) < bytes(false) * 5 {
        return;
    }
    // What stands before its beginning may be the standfirst.
    let begin = shares.iter().position(|s| s.is_some_and(|(_, s)| s >= HELD)).unwrap_or(0);
    for (part, share) in parts.iter_mut().zip(shares).skip(begin) {
        if let (Part::Piece(piece), Some((_, share))) = (part, share)
            && share < HELD
        {
            piece.kind = PieceKind::Furniture;
        }
    }
}

/// Marks short blocks that are a link, but for marks and a few words around it.
fn links(parts: &mut [Part]) {
    for piece in pieces(parts).filter(|p| p.text.len() <= SHORT && p.linked * 10 >= p.text.len() * 8) {
        piece.kind = PieceKind::Furniture;
    }
}

/// Marks labels of buttons: the same short paragraph several times on end, or with one block between.
fn repeated(parts: &mut [Part]) {
    let texts: Vec<Option<String>> =
        pieces(parts).map(|p| (p.kind == PieceKind::Paragraph && p.text.len() <= SHORT && !p.in_table).then(|| p.text.clone())).collect();
    let near = |i: usize, by: usize| i.checked_sub(by).and_then(|j| texts[j].as_ref()).is_some_and(|t| texts[i].as_ref() == Some(t));
    let mut run = vec![0_usize; texts.len()];
    for i in 0..texts.len() {
        let before = [1, 2].into_iter().find(|by| near(i, *by));
        run[i] = before.map_or(1, |by| run[i - by] + 1);
    }
    let mut marked = vec![false; texts.len()];
    for i in (0..texts.len()).rev() {
        if run[i] >= REPEATED || marked[i] {
            marked[i] = true;
            if let Some(by) = [1, 2].into_iter().find(|by| near(i, *by)) {
                marked[i - by] = true;
            }
        }
    }
    for (piece, marked) in pieces(parts).zip(marked) {
        if marked {
            piece.kind = PieceKind::Furniture;
        }
    }
}

/// Marks lines that are a date or a time of day and little else.
fn times(parts: &mut [Part]) {
    for piece in pieces(parts).filter(|p| p.kind == PieceKind::Paragraph && p.text.len() <= LABEL && !p.in_table) {
        let figures = piece.text.chars().filter(char::is_ascii_digit).count();
        let letters = piece.text.chars().filter(|c| c.is_alphabetic()).count();
        let marks = piece.text.matches([':', '.', '/', '-', '年', '月', '日']).count();
        if figures >= 3 && letters <= figures * 2 && marks > 0 && !ends_sentence(&piece.text) {
            piece.kind = PieceKind::Furniture;
        }
    }
}

/// Marks headings over other reading, and what stands under them up to the next heading or paragraph.
fn other_sections(parts: &mut [Part]) {
    let mut inside = false;
    for piece in pieces(parts) {
        let heads = piece.kind == PieceKind::Heading || piece.text.len() <= LABEL;
        if heads && sections::is_other(&piece.text) {
            inside = true;
        } else if piece.kind == PieceKind::Heading || is_prose(piece) {
            inside = false;
        }
        if inside {
            piece.kind = PieceKind::Furniture;
        }
    }
}

/// A paragraph that tells something: of some length, and not mostly links.
fn is_prose(piece: &Piece) -> bool {
    piece.kind != PieceKind::ListItem && piece.text.len() >= PROSE && piece.linked * 2 < piece.text.len()
}

/// Marks labels before the first and behind the last block of prose: dates, names of sections, sources.
fn edges(parts: &mut [Part]) {
    let prose: Vec<bool> = pieces(parts).map(|p| is_prose(p)).collect();
    let (Some(first), Some(last)) = (prose.iter().position(|p| *p), prose.iter().rposition(|p| *p)) else { return };
    let count = prose.len();
    let edge = |i: usize| (i < first && first <= LABELS * 2) || (i > last && count - last - 1 <= LABELS);
    for (_, piece) in pieces(parts).enumerate().filter(|(i, _)| edge(*i)) {
        if piece.kind == PieceKind::Paragraph && !piece.lead && !piece.in_table && piece.text.len() <= LABEL && !ends_sentence(&piece.text)
        {
            piece.kind = PieceKind::Furniture;
        }
    }
}

fn ends_sentence(text: &str) -> bool {
    let bare =
        text.trim_end_matches(|c: char| matches!(c, '"' | '”' | '’' | '“' | '»' | '«' | '\'' | ')' | '」' | '』') || c.is_whitespace());
    bare.ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', '۔', '।', '：'])
}

/// Marks headings under which nothing of the article follows.
fn empty_headings(parts: &mut [Part]) {
    let mut follows = false;
    for part in parts.iter_mut().rev() {
        match part {
            Part::Piece(piece) if piece.kind == PieceKind::Heading => {
                if !follows {
                    piece.kind = PieceKind::Furniture;
                }
            }
            Part::Piece(piece) => follows |= !matches!(piece.kind, PieceKind::Furniture | PieceKind::Caption),
            Part::Post(..) => follows = true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PieceKind::{Furniture, Heading, ListItem, Paragraph};

    const PROSE_TEXT: &str =
        "The two ministers met on the pier on Monday and talked about the price of salt until the evening ferry came in.";

    fn kinds(blocks: &[(PieceKind, &str, usize)]) -> Vec<PieceKind> {
        let piece = |(kind, text, linked): &(PieceKind, &str, usize)| {
            Part::Piece(Piece { kind: *kind, text: (*text).to_owned(), linked: *linked, lead: false, in_table: false, texts: Vec::new() })
        };
        let mut parts: Vec<Part> = blocks.iter().map(piece).collect();
        trim(&mut parts, None);
        let told = |part| if let Part::Piece(piece) = part { Some(piece.kind) } else { None };
        parts.into_iter().filter_map(told).collect()
    }

    #[test]
    fn bare_links_and_headings_over_nothing_go() {
        let found = kinds(&[
            (Heading, "Salt", 0),
            (Paragraph, PROSE_TEXT, 9),
            (Paragraph, "More: Ferries run again", 17 + 2),
            (Heading, "What else", 0),
            (ListItem, "Ferries run again", 17),
        ]);
        assert_eq!(found, [Heading, Paragraph, Furniture, Furniture, Furniture]);
    }

    #[test]
    fn labels_at_the_edges_go_and_sentences_stay() {
        let found = kinds(&[
            (Paragraph, "4 March 2024, 10:00", 0),
            (Paragraph, "Salt is back.", 0),
            (Paragraph, PROSE_TEXT, 0),
            (Paragraph, "Said and done", 0),
            (Paragraph, PROSE_TEXT, 0),
            (Paragraph, "He laughed.", 0),
            (Paragraph, "Source: agencies", 0),
        ]);
        assert_eq!(found, [Furniture, Paragraph, Paragraph, Paragraph, Paragraph, Paragraph, Furniture]);
    }

    #[test]
    fn lines_that_are_a_time_go_and_lines_that_hold_one_stay() {
        let found = kinds(&[
            (Paragraph, PROSE_TEXT, 0),
            (Paragraph, "04.03.2024 | 10:15 Uhr", 0),
            (Paragraph, "Novak and Lind came on 4 March 2024 at 10:15", 0),
            (Paragraph, PROSE_TEXT, 0),
        ]);
        assert_eq!(found, [Paragraph, Furniture, Paragraph, Paragraph]);
    }

    #[test]
    fn other_reading_goes_up_to_the_next_paragraph() {
        let found = kinds(&[
            (Paragraph, PROSE_TEXT, 0),
            (Heading, "Related", 0),
            (ListItem, "Ferries run again in spring", 0),
            (Paragraph, PROSE_TEXT, 0),
            (Heading, "What comes next", 0),
            (Paragraph, PROSE_TEXT, 0),
        ]);
        assert_eq!(found, [Paragraph, Furniture, Furniture, Paragraph, Heading, Paragraph]);
    }

    #[test]
    fn what_stands_there_again_and_again_is_a_label() {
        let found = kinds(&[
            (Paragraph, PROSE_TEXT, 0),
            (Paragraph, "Log in to react.", 0),
            (Paragraph, "Log in to react.", 0),
            (Paragraph, "Log in to react.", 0),
            (Paragraph, "No, no.", 0),
            (Paragraph, "No, no.", 0),
            (Paragraph, PROSE_TEXT, 0),
        ]);
        assert_eq!(found, [Paragraph, Furniture, Furniture, Furniture, Paragraph, Paragraph, Paragraph]);
    }

    #[test]
    fn what_the_pages_own_text_lacks_goes() {
        let hint = Hint::of(&format!("{PROSE_TEXT} {LONG}")).unwrap();
        let long = format!("{PROSE_TEXT} {LONG}");
        let piece = |text: &str| {
            Part::Piece(Piece { kind: Paragraph, text: text.to_owned(), linked: 0, lead: false, in_table: false, texts: Vec::new() })
        };
        let other = "Buy the paper of the harbour every day.";
        let mut parts = vec![piece(other), piece(&long), piece(other), piece(&long)];
        trim(&mut parts, Some(&hint));
        let kinds: Vec<PieceKind> = parts.iter().filter_map(|p| if let Part::Piece(p) = p { Some(p.kind) } else { None }).collect();
        assert_eq!(kinds, [Paragraph, Paragraph, Furniture, Paragraph]);
    }

    const LONG: &str =
        "Nothing was signed, said officials of both ports, who will meet again in the spring when the ice has gone from the sea.";
}
