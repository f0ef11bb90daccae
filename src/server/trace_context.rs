//! The trace that a request belongs to, as its caller names it (W3C Trace Context, level 1).

use axum::http::{HeaderMap, HeaderName};

/// The header that names it.
pub(super) const TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");

/// A caller's trace and span.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TraceParent<'h> {
    /// 32 digits of base 16.
    pub(super) trace_id: &'h str,
    /// 16 digits of base 16.
    pub(super) parent_id: &'h str,
    /// Bit 0: the caller records the trace.
    pub(super) flags: u8,
}

impl<'h> TraceParent<'h> {
    /// The caller's, where it is well formed; another is passed over, as the standard wants it.
    pub(super) fn of(headers: &'h HeaderMap) -> Option<Self> {
        let value = headers.get(&TRACEPARENT)?.to_str().ok()?;
        let mut parts = value.split('-');
        let (version, trace_id, parent_id, flags) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        // version 00 has these four parts; later ones may have more
        let known = hex(version, 2) && version != "ff" && (version != "00" || parts.next().is_none());
        let named = |id: &str, length| hex(id, length) && id.bytes().any(|b| b != b'0');
        (known && named(trace_id, 32) && named(parent_id, 16) && hex(flags, 2)).then(|| Self {
            trace_id,
            parent_id,
            flags: u8::from_str_radix(flags, 16).unwrap_or_default(),
        })
    }
}

fn hex(part: &str, length: usize) -> bool {
    part.len() == length && part.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(value: &str) -> Option<String> {
        let headers = HeaderMap::from_iter([(TRACEPARENT, value.parse().unwrap())]);
        TraceParent::of(&headers).map(|t| format!("{} {}", t.trace_id, t.parent_id))
    }

    #[test]
    fn a_well_formed_parent_is_taken_and_no_other() {
        let (trace, span) = ("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7");
        let taken = Some(format!("{trace} {span}"));
        assert_eq!(read(&format!("00-{trace}-{span}-01")), taken);
        assert_eq!(read(&format!("01-{trace}-{span}-01-more")), taken);
        let zeros = "0".repeat(32);
        for wrong in [
            format!("00-{trace}-{span}"),
            format!("00-{trace}-{span}-01-more"),
            format!("ff-{trace}-{span}-01"),
            format!("00-{zeros}-{span}-01"),
            format!("00-{trace}-0000000000000000-01"),
            format!("00-{}-{span}-01", trace.to_uppercase()),
            String::new(),
        ] {
            assert_eq!(read(&wrong), None, "{wrong}");
        }
    }
}
