#![no_main]

use libfuzzer_sys::fuzz_target;
use paraph::{Budget, Options, text::OffsetUnit, wire::parse_article};
use paraph_fuzz::{check, extractor, in_time};

fuzz_target!(|bytes: &[u8]| {
    let Ok(input) = parse_article(bytes).1 else { return };
    let unit = match bytes.len() % 3 {
        0 => OffsetUnit::Unicode,
        1 => OffsetUnit::Utf8,
        _ => OffsetUnit::Utf16,
    };
    let options = Options { offsets: unit, explain: true, ..Options::default() };
    if let Ok(record) = in_time(|| extractor().extract(&input, options, &Budget::unlimited())) {
        check(&record);
    }
});
