//! What can be wrong with a model.

use crate::language::RuleError;

/// A model or pack that the engine cannot run.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// The first bytes are not a model's.
    #[error("{model} is no model of this engine (it does not begin with PARAPHLM): make one with tools/export_model.py")]
    NotAModel {
        /// The model's name or path.
        model: String,
    },
    /// A form of file that this version does not read.
    #[error("{model} has form {found}, this version reads form {wanted}: export it anew with tools/export_model.py")]
    Format {
        /// The model's name or path.
        model: String,
        /// The form that the file names.
        found: u32,
        /// The form that is read.
        wanted: u32,
    },
    /// The content is not what was written.
    #[error("{model} is damaged: its checksum is {found:08x}, its header says {wanted:08x}: copy or export it anew")]
    Checksum {
        /// The model's name or path.
        model: String,
        /// What the content gives.
        found: u32,
        /// What the header says.
        wanted: u32,
    },
    /// The table of sections does not hold together.
    #[error("{model} breaks off or lies about a length at byte {at}: copy or export it anew")]
    Truncated {
        /// The model's name or path.
        model: String,
        /// Where.
        at: usize,
    },
    /// A section is missing or has another kind or shape than its user needs.
    #[error("section '{section}': {why}: the model was made by another version of tools/export_model.py")]
    Section {
        /// The section's name.
        section: String,
        /// What is wrong.
        why: String,
    },
    /// The pack's scheme does not read.
    #[error("the scheme of language '{language}' does not read: {why}")]
    Scheme {
        /// The pack's language.
        language: String,
        /// What is wrong, and where.
        why: String,
    },
    /// The rules of tokenizer or morphology do not read.
    #[error(transparent)]
    Rules(#[from] RuleError),
}

impl ModelError {
    /// What is wrong with one section.
    pub(crate) fn section(section: &str, why: impl Into<String>) -> Self {
        Self::Section { section: section.to_owned(), why: why.into() }
    }
}
