//! What all targets share: the program, and what must hold of every record.

use std::{sync::LazyLock, time::Duration};

use paraph::{Extractor, record::Record, text::OffsetUnit};
use rustix::time::{ClockId, clock_gettime};

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| Extractor::new().expect("the model is in the binary"));

/// The program, made once.
pub fn extractor() -> &'static Extractor {
    &EXTRACTOR
}

/// Does `work`; panics where it takes over a second of the processor, whoever else has the machine meanwhile.
pub fn in_time<T>(work: impl FnOnce() -> T) -> T {
    // not a part of any run's work
    extractor();
    let begun = spent();
    let done = work();
    let taken = spent() - begun;
    assert!(taken <= Duration::from_secs(1), "a run of {taken:?}");
    done
}

/// Processor time of this thread.
fn spent() -> Duration {
    clock_gettime(ClockId::ThreadCPUTime).try_into().expect("a clock of the processor begins at 0")
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
        assert!(end <= segment.span.start && segment.span.start < segment.span.end, "segments overlap, or one is empty");
        assert!(!shows(text, end, segment.span.start, record.article.offset_unit), "text that no segment has");
        end = segment.span.end;
    }
    assert!(end <= length, "segments end at {end} of {length}");
    assert!(!shows(text, end, length, record.article.offset_unit), "text behind the last segment");
    for span in record.quotes.iter().map(|q| &q.span).chain(record.posts.iter().map(|p| &p.span)) {
        assert!(span.start <= span.end && span.end <= length, "a span outside the text");
    }
    serde_json::to_vec(record).expect("a record can be written");
}

/// Characters without a width: byte order and direction marks, joiners, soft hyphens.
const INVISIBLE: [std::ops::RangeInclusive<char>; 5] =
    ['\u{ad}'..='\u{ad}', '\u{200b}'..='\u{200f}', '\u{202a}'..='\u{202e}', '\u{2060}'..='\u{206f}', '\u{feff}'..='\u{feff}'];

/// Whether anything that can be seen stands from `start` to `end`. Between segments there is blank space, which they leave out.
fn shows(text: &str, start: usize, end: usize, unit: OffsetUnit) -> bool {
    let mut at = 0;
    text.chars().any(|c| {
        let begin = at;
        at += match unit {
            OffsetUnit::Unicode => 1,
            OffsetUnit::Utf8 => c.len_utf8(),
            OffsetUnit::Utf16 => c.len_utf16(),
        };
        let blank = c.is_whitespace() || c.is_control() || INVISIBLE.iter().any(|r| r.contains(&c));
        start <= begin && begin < end && !blank
    })
}
