// What the record says, beside the article: a card for each thing, with the words that a person would use.

import { country, element, language, link } from "./dom.js";

const SECTIONS = [
  ["meeting", "meetings", "Meetings", "No meeting is told.", meeting],
  ["agreement", "agreements", "Agreements", "No agreement is told.", agreement],
  ["quote", "quotes", "Quotes", "Nobody's words are given.", quote],
  ["post", "posts", "Posts", "No post is embedded.", post],
  ["participant", "participants", "Participants", "Nobody takes part in anything.", participant],
];

/** Fills `into` with the record; a card's button calls `choose` with its id. */
export function show(into, record, choose) {
  const names = new Map(record.participants.map((p) => [p.id, p.name]));
  const sections = SECTIONS.map(([kind, field, title, none, card]) => {
    const things = record[field];
    const cards = things.map((thing) => whole(kind, thing, card(thing, names), choose));
    const list = cards.length ? cards : [element("p", { class: "help" }, none)];
    return element("section", { "aria-labelledby": field }, element("h3", { id: field }, `${title} (${things.length})`), ...list);
  });
  into.replaceChildren(...sections);
}

/** A card: what it is, its rows, why. */
function whole(kind, { id, explanation }, { title, rows }, choose) {
  const button = element("button", { type: "button", "aria-pressed": "false", "aria-label": `Show ${id} in the article` }, "Show");
  button.onclick = () => choose(button.getAttribute("aria-pressed") === "true" ? null : id);
  const list = rows.filter(([, said]) => said !== null && said !== undefined && said !== "" && said.length !== 0);
  const terms = list.flatMap(([term, said]) => [element("dt", {}, term), element("dd", { dir: "auto" }, ...[said].flat())]);
  return element(
    "article",
    { class: `card ${kind}`, id, tabindex: "-1" },
    element("h4", {}, element("span", { class: `label ${kind}` }, id), " ", element("bdi", {}, title), button),
    element("dl", {}, ...terms),
    why(explanation),
  );
}

/** The rules that made it. */
function why(explanation) {
  if (!explanation?.length) return null;
  const lines = explanation.map(({ of, rule, words }) => {
    const stood = words.map((word) => `“${word.text}”`).join(", ");
    return element("li", {}, `${of}: `, element("code", {}, rule), stood && ` on ${stood}`);
  });
  return element("details", {}, element("summary", {}, "Why"), element("ul", {}, ...lines));
}

const reference = (id, name) => element("a", { href: `#${id}` }, name ?? id);
const parted = (things) => things.flatMap((thing, i) => (i ? [", ", thing] : [thing]));
const words = (code) => code?.replaceAll("_", " ");

function when(date) {
  return date && (date.value && date.value !== date.text ? `${date.text} (${date.value})` : date.text);
}

function where(place) {
  return place && [place.name, country(place.country)].filter(Boolean).join(", ");
}

function codes({ cameo, plover }) {
  return [plover && `PLOVER ${plover}`, cameo && `CAMEO ${cameo}`].filter(Boolean).join(", ");
}

function meeting(m, names) {
  const who = m.participants.map(({ participant, role, side }) => {
    const of = [role !== "principal" && role, country(side)].filter(Boolean).join(", ");
    return element("div", {}, reference(participant, names.get(participant)), of && ` (${of})`);
  });
  return {
    title: m.format === "unknown" ? m.status : `${m.status}, ${words(m.format)}`,
    rows: [
      ["Who", who],
      ["When", when(m.date)],
      ["Where", where(m.place)],
      ["About", m.topics.join("; ")],
      ["Signed", parted(m.agreements.map((id) => reference(id)))],
      ["Codes", codes(m.codes)],
      ["Confidence", percent(m.confidence)],
    ],
  };
}

function agreement(a, names) {
  const people = (ids) => parted(ids.map((id) => reference(id, names.get(id))));
  const number = a.count ?? a.count_text;
  const items = a.items.map(({ title, instrument, subjects }) => {
    const said = title || subjects.join(", ") || words(instrument);
    return element("div", {}, said);
  });
  return {
    title: `${words(a.instrument)}, ${a.status}`,
    rows: [
      ["Parties", people(a.parties)],
      ["Signed by", people(a.signatories)],
      ["Number", number === null ? null : String(number)],
      ["Of them", items],
      ["About", a.subjects.join("; ")],
      ["When", when(a.date)],
      ["Where", where(a.place)],
      ["At", a.meeting && [reference(a.meeting)]],
      ["Codes", codes(a.codes)],
      ["Confidence", percent(a.confidence)],
    ],
  };
}

function quote(q, names) {
  const speaker = q.speaker ? [reference(q.speaker, names.get(q.speaker))] : (q.speaker_text ?? "not told");
  return { title: q.type, rows: [["Words", q.text], ["By", speaker], ["Cue", q.cue], ["In", q.language && language(q.language)]] };
}

function post(t) {
  const author = [t.author, t.handle && `@${t.handle}`].filter(Boolean).join(" ");
  return {
    title: words(t.platform),
    rows: [
      ["By", author],
      ["On", t.posted_on],
      ["Words", t.text || "lost"],
      ["In", t.language && language(t.language)],
      ["At", t.url && [link(t.url)]],
    ],
  };
}

function participant(p) {
  const roles = p.roles.map(({ title, former, of }) => element("div", {}, `${former ? "former " : ""}${title}${of ? ` of ${of}` : ""}`));
  return {
    title: p.name,
    rows: [
      ["Kind", p.kind],
      ["Also", p.aliases.join(", ")],
      ["Offices", roles],
      ["Country", country(p.country)],
      ["Named", `${p.mentions.length} ${p.mentions.length === 1 ? "time" : "times"}`],
    ],
  };
}

const percent = (share) => `${Math.round(share * 100)} %`;
