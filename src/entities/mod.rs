//! Who is named, in what office, for which side, and which words stand for whom.
//!
//! Entities are all that are named or described; which of them take part in something only the last room chooses.

mod model;

pub use model::{Entities, Entity, EntityId, EntityKind, Form, Mention};
