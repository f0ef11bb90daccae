//! Which marks of quotation pair, and what they enclose: the typographic side of quotes.
//!
//! One pass over a passage's view gives each mark a role (opens, closes, neither) by what stands around it; a stack pairs them; what
//! stays open at the end of a paragraph is dropped, or goes on in the next one where that one says so. Linear in the text.

mod across;
mod pairing;
mod roles;

pub(super) use across::link;
pub(super) use pairing::{Paired, pair};

/// A form of mark; an opening one is closed only by marks that go with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    /// “…”
    Curly,
    /// "…"
    Straight,
    /// „…“
    Low,
    /// «…»
    Angle,
    /// »…«
    AngleInward,
    /// ``…'' or ''…''
    Typewriter,
    /// 「…」
    Corner,
    /// 『…』
    CornerWhite,
    /// ‘…’
    CurlySingle,
    /// '…'
    StraightSingle,
    /// ‚…‘
    LowSingle,
    /// ‹…›
    AngleSingle,
}

/// How many forms there are.
const FORMS: usize = 12;

impl Form {
    /// Single marks look like apostrophes: they are trusted less.
    fn is_single(self) -> bool {
        matches!(self, Self::CurlySingle | Self::StraightSingle | Self::LowSingle)
    }
}
