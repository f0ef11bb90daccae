//! What can be wrong with a pack's rules.

/// A section of the model that does not hold what it should; `paraph` was built with a broken pack.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("language rules: {0}: export the pack anew with tools/export_rules.py")]
pub struct RuleError(String);

impl RuleError {
    /// An error that says what is wrong and where.
    pub fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }

    /// The same for a section that does not read as JSON of the form wanted.
    pub(crate) fn json(section: &str, why: &serde_json::Error) -> Self {
        Self(format!("{section} does not read: {why}"))
    }
}
