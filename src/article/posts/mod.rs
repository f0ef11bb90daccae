//! What is known of the platforms: their embeds, their permalinks, and the line that closes a post once a page is plain text.

mod attribution;
mod canonical;
mod date;
mod link;
mod platform;

pub use attribution::{Attribution, attribution};
pub(super) use attribution::{Framed, attribution_of_embed, framed};
pub(super) use canonical::canonical;
pub use date::day;
pub use platform::limit;
pub(super) use platform::{by_element, by_id, is_around, permalink};
