// What the page marks where: `node --test tests/page/*.mjs`.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pieces, ranges } from "../../src/page/marks.js";

const cut = (text, found) => pieces(text.length, found).map((p) => `${text.slice(p.start, p.end)}|${p.on.map((r) => r.id).join(" ")}`);

test("a text without ranges is one piece, and an empty one none", () => {
  assert.deepEqual(cut("They met.", []), ["They met.|"]);
  assert.deepEqual(cut("", [{ start: 0, end: 3, kind: "quote", id: "q1" }]), []);
});

test("ranges that overlap cut each other, the longest first, and each begins once", () => {
  const found = [
    { start: 0, end: 9, kind: "meeting", id: "m1" },
    { start: 0, end: 4, kind: "participant", id: "p1" },
    { start: 5, end: 14, kind: "quote", id: "q1" },
  ];
  assert.deepEqual(cut("They met. Again", found), ["They|m1 p1", " |m1", "met.|m1 q1", " Agai|q1", "n|"]);
  const begins = pieces(15, found).flatMap((p) => p.begins.map((r) => `${r.id}@${p.start}`));
  assert.deepEqual(begins, ["m1@0", "p1@0", "q1@5"]);
});

test("pieces follow each other without gaps, whatever the ranges are", () => {
  let seed = 7;
  const random = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  for (let round = 0; round < 200; round++) {
    const length = random(40);
    const found = Array.from({ length: random(8) }, (_, i) => {
      const start = random(45);
      return { start, end: start + random(20), kind: "quote", id: `q${i}` };
    });
    const all = pieces(length, found);
    assert.equal(all.reduce((at, p) => (assert.equal(p.start, at), assert.ok(p.end > at), p.end), 0), length);
    for (const { start, end, on } of all) {
      const covers = found.filter((r) => r.start <= start && end <= r.end).map((r) => r.id);
      assert.deepEqual(on.map((r) => r.id).sort(), covers.sort());
    }
  }
});

test("units are JavaScript's own: a sign of two units moves nothing", () => {
  assert.deepEqual(cut("🇳🇴 They met", [{ start: 5, end: 9, kind: "participant", id: "p1" }]), ["🇳🇴 |", "They|p1", " met|"]);
});

const record = {
  segments: [
    { id: "s1", kind: "headline", span: { start: 0, end: 5 } },
    { id: "s2", kind: "quote", span: { start: 6, end: 9 } },
  ],
  quotes: [{ id: "q1", span: { start: 7, end: 8 }, speaker_span: null, cue_span: { start: 10, end: 14 } }],
  posts: [{ id: "t1", span: { start: 20, end: 20 } }],
  participants: [{ id: "p1", mentions: [{ in: "title", start: 0, end: 3 }, { in: "text", start: 10, end: 14 }] }],
  meetings: [{ id: "m1", evidence: [{ in: "title", span: { start: 0, end: 9 } }], date: { span: { start: 1, end: 2 } }, place: null }],
  agreements: [],
};

test("what stands in the title is marked there and not in the text", () => {
  const of = (ground) => ranges(record, ground).map((r) => `${r.kind} ${r.id}`);
  assert.deepEqual(of("title"), ["meeting m1", "participant p1"]);
  // an empty post has no words, and narrative and quotes of the segments are no marks of their own
  assert.deepEqual(of("text"), ["participant p1", "quote q1", "detail q1", "headline s1"]);
});
