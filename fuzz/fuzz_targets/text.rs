#![no_main]

use libfuzzer_sys::fuzz_target;
use paraph::{
    Budget, Options,
    article::{self, Input, Source},
};
use paraph_fuzz::{check, extractor, in_time};

fuzz_target!(|bytes: &[u8]| {
    let input = Input { source: Source::Text(article::decode(bytes, None).text), ..Input::text("") };
    let options = Options { explain: true, ..Options::default() };
    if let Ok(record) = in_time(|| extractor().extract(&input, options, &Budget::unlimited())) {
        check(&record);
    }
});
