//! The ground under every offset: spans whose unit is part of their type, the conversion between units, and views.
//!
//! Inside, everything counts **bytes**: of the article's text ([`Byte`]) or of a view of it ([`ViewByte`]). Code points and
//! UTF-16 units exist only at the way out, through [`Offsets`]. A `Span<ViewByte>` cannot be handed to something that wants a
//! `Span<Byte>`; only the [`View`] that it belongs to translates it.

mod fold;
mod offsets;
mod span;
mod view;

pub use fold::fold;
pub use offsets::{OffsetUnit, Offsets};
pub use span::{Byte, Span, Tok, ViewByte};
pub use view::{View, ViewBuilder};
