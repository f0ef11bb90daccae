//! Whether a caller has the answer already (RFC 9110, section 13.1.2).
//!
//! A record depends on the request, the program and the model, and on nothing else. So a tag made of these names the answer before
//! any work is done.

use axum::http::{
    HeaderMap, HeaderValue, Uri,
    header::{CONTENT_TYPE, IF_NONE_MATCH},
};
use sha2::{Digest, Sha256};

use super::state::App;

/// The tag of the answer to a request with this body. Weak, for an answer may be compressed.
pub(super) fn tag(app: &App, uri: &Uri, headers: &HeaderMap, body: &[u8]) -> Option<HeaderValue> {
    let content_type = headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default();
    let query = uri.query().unwrap_or_default().as_bytes();
    let mut digest = Sha256::new();
    for part in [env!("CARGO_PKG_VERSION").as_bytes(), app.extractor.model_id().as_bytes(), content_type, query, body] {
        // lengths keep the parts apart
        digest.update(part.len().to_le_bytes());
        digest.update(part);
    }
    let short: String =
        digest.finalize().iter().take(16).flat_map(|b| [b >> 4, b & 15]).filter_map(|d| char::from_digit(d.into(), 16)).collect();
    HeaderValue::from_str(&format!("W/\"{short}\"")).ok()
}

/// True where the caller names `tag` as one that it has.
pub(super) fn has(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    let weakly = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let Ok(tag) = tag.to_str().map(weakly) else { return false };
    let mut named = headers.get_all(IF_NONE_MATCH).iter().filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(','));
    named.any(|one| weakly(one) == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_found_among_others_and_weakly() {
        let tag = HeaderValue::from_static("W/\"ab\"");
        let has = |value: &'static str| has(&HeaderMap::from_iter([(IF_NONE_MATCH, HeaderValue::from_static(value))]), &tag);
        assert!(has("W/\"ab\"") && has("\"x\", \"ab\""));
        assert!(!has("\"abc\"") && !has("ab") && !has(""));
    }
}
