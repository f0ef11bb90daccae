//! What all targets share: the program, and what must hold of every record.

use std::sync::LazyLock;

use paraph::{
    Extractor,
    record::Record,
    text::OffsetUnit,
};

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| Extractor::new().expect("the model is in the binary"));

/// The program, made once.
pub fn extractor() -> &'static Extractor {
    &EXTRACTOR
}

/// Panics where a record is not whole.
pub fn check(record: &Record) {
    let text = &record.article.text;
    let length = match record.article.offset_unit {
        OffsetUnit::Unicode => text.chars().count(),
        OffsetUnit::Utf8 => text.len(),
        OffsetUnit::Utf16 => text.encode_utf16().count(),
    };
    let mut end = 0;
    for segment in &record.segments {
        assert_eq!(segment.span.start, end, "segments leave a gap or overlap");
        end = segment.span.end;
    }
    assert!(record.segments.is_empty() || end == length, "segments end at {end} of {length}");
    for span in record.quotes.iter().map(|q| &q.span).chain(record.posts.iter().map(|p| &p.span)) {
        assert!(span.start <= span.end && span.end <= length, "a span outside the text");
    }
    serde_json::to_vec(record).expect("a record can be written");
}
