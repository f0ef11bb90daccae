#![no_main]

use libfuzzer_sys::fuzz_target;
use paraph::{
    Budget, Options,
    wire::{Line, Lines, answer_line},
};
use paraph_fuzz::{check, extractor, in_time};

/// Longest line, so that some are longer.
const LIMIT: usize = 512;

fuzz_target!(|bytes: &[u8]| {
    let Some((size, body)) = bytes.split_first() else { return };
    let mut cutter = Lines::new(LIMIT);
    let mut lines = Vec::new();
    for mut piece in body.chunks(usize::from(*size).max(1)) {
        while let Some(line) = cutter.next(&mut piece) {
            lines.push(line);
        }
    }
    lines.extend(cutter.last());
    let told = body.split(|b| *b == b'\n').count() - usize::from(body.ends_with(b"\n") || body.is_empty());
    assert_eq!(lines.len(), told, "a line is lost, or told twice");
    for (n, line) in lines.iter().enumerate() {
        let Line::Whole(line) = line else { continue };
        let answer = in_time(|| answer_line(extractor(), line, n + 1, Options::default(), &Budget::unlimited()));
        assert!(answer.record.is_some() != answer.problem.is_some(), "neither a record nor a problem, or both");
        answer.record.iter().for_each(check);
        assert!(!serde_json::to_vec(&answer).expect("an answer can be written").contains(&b'\n'));
    }
});
