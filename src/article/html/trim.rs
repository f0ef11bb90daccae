//! Blocks that are none of the article, told by their links and by what stands behind them.

use super::blocks::{Part, Piece, PieceKind};

/// Bytes of a block that may be a bare link to something else.
const SHORT: usize = 300;

/// Marks as furniture what is mostly links, and a heading under which nothing of the article follows.
pub(super) fn trim(mut parts: Vec<Part>) -> Vec<Part> {
    for part in &mut parts {
        if let Part::Piece(piece) = part
            && is_link(piece)
        {
            piece.kind = PieceKind::Furniture;
        }
    }
    let mut follows = false;
    for part in parts.iter_mut().rev() {
        match part {
            Part::Piece(piece) if piece.kind == PieceKind::Heading => {
                if !follows {
                    piece.kind = PieceKind::Furniture;
                }
                follows = false;
            }
            Part::Piece(piece) => follows |= !matches!(piece.kind, PieceKind::Furniture | PieceKind::Caption),
            Part::Post(_) => follows = true,
        }
    }
    parts
}

/// True where a short block is a link, but for marks and a few words around it.
fn is_link(piece: &Piece) -> bool {
    let linked = piece.linked * 10 >= piece.text.len() * 8;
    linked && piece.text.len() <= SHORT && !matches!(piece.kind, PieceKind::Caption | PieceKind::Furniture)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(blocks: &[(PieceKind, &str, usize)]) -> Vec<PieceKind> {
        let parts = blocks.iter().map(|(kind, text, linked)| Part::Piece(Piece { kind: *kind, text: (*text).to_owned(), linked: *linked }));
        let told = |part| if let Part::Piece(piece) = part { Some(piece.kind) } else { None };
        trim(parts.collect()).into_iter().filter_map(told).collect()
    }

    #[test]
    fn bare_links_and_headings_over_nothing_go() {
        use PieceKind::{Furniture, Heading, ListItem, Paragraph};
        let found = kinds(&[
            (Heading, "Salt", 0),
            (Paragraph, "The ministers met on the pier.", 9),
            (Paragraph, "More: Ferries run again", 17 + 2),
            (Heading, "What else", 0),
            (ListItem, "Ferries run again", 17),
        ]);
        assert_eq!(found, [Heading, Paragraph, Furniture, Furniture, Furniture]);
    }
}
