// What of a record stands where in the article: ranges of kinds, and the pieces that overlapping ranges cut a text into.
// No document is touched here, so that it can be tried without a browser.

/** Kinds that a person can choose to see, in the order of the record's worth. */
export const KINDS = ["meeting", "agreement", "quote", "post", "participant"];

/** A record's ranges in `ground`, "text" or "title": [{start, end, kind, id}]. */
export function ranges(record, ground) {
  const found = [];
  const add = (kind, id, span) => {
    if (span && span.start < span.end) found.push({ start: span.start, end: span.end, kind, id });
  };
  const event = (kind, { id, evidence, date, place }) => {
    const here = evidence.filter((e) => e.in === ground);
    here.forEach((e) => add(kind, id, e.span));
    // where and when: shown with their event only; those of a title that stands alone cannot be told from the text's
    if (ground === "text" && here.length > 0) [date, place].forEach((part) => add("detail", id, part?.span));
  };
  record.meetings.forEach((m) => event("meeting", m));
  record.agreements.forEach((a) => event("agreement", a));
  for (const { id, mentions } of record.participants) {
    mentions.filter((m) => m.in === ground).forEach((m) => add("participant", id, m));
  }
  if (ground === "text") {
    for (const q of record.quotes) {
      add("quote", q.id, q.span);
      add("detail", q.id, q.speaker_span);
      add("detail", q.id, q.cue_span);
    }
    record.posts.forEach((t) => add("post", t.id, t.span));
    // quotes and posts have ranges of their own, with ids
    record.segments.filter((s) => !["narrative", "quote", "post"].includes(s.kind)).forEach((s) => add(s.kind, s.id, s.span));
  }
  return found;
}

/**
 * Cuts `length` units at every end of a range: [{start, end, on, begins}], in order and without gaps. `on` are the ranges that cover a
 * piece, the longest first; `begins` those of them that begin with it.
 */
export function pieces(length, ranges) {
  const inside = ranges.map((r) => ({ ...r, end: Math.min(r.end, length) })).filter((r) => r.start < r.end);
  inside.sort((a, b) => a.start - b.start || b.end - a.end);
  const cuts = [...new Set([0, length, ...inside.flatMap((r) => [r.start, r.end])])].sort((a, b) => a - b);
  const cut = [];
  let [next, on] = [0, []];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [start, end] = [cuts[i], cuts[i + 1]];
    on = on.filter((r) => r.end > start);
    const begins = [];
    while (next < inside.length && inside[next].start === start) begins.push(inside[next++]);
    on = [...on, ...begins];
    on.sort((a, b) => b.end - b.start - (a.end - a.start));
    cut.push({ start, end, on, begins });
  }
  return cut;
}
