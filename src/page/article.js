// The article, marked up.

import { element } from "./dom.js";
import { KINDS, pieces, ranges } from "./marks.js";

/** Kinds whose ranges carry their id, as a link to what the record says. Participants have too many. */
const LABELLED = ["meeting", "agreement", "quote", "post"];

/** Fills `into` with the article; a click on a mark chooses what it stands for. */
export function show(into, record, choose) {
  const { title, text, language } = record.article;
  into.replaceChildren();
  // a title that the text has is marked there
  if (title && !text.includes(title)) {
    into.append(element("h3", { class: "text", dir: "auto", lang: language }, ...marked(title, ranges(record, "title"))));
  }
  into.append(element("div", { class: "text", dir: "auto", lang: language }, ...marked(text, ranges(record, "text"))));
  into.onclick = (event) => {
    const ids = event.target.closest("[data-ids]")?.dataset.ids.split(" ");
    // a link does the same by itself, and a selection is no click
    if (ids && !event.target.closest("a") && getSelection().isCollapsed) choose(ids.at(-1));
  };
}

function marked(text, found) {
  return pieces(text.length, found).flatMap(({ start, end, on, begins }) => {
    const words = text.slice(start, end);
    const labels = begins.filter((r) => LABELLED.includes(r.kind)).map(label);
    if (on.length === 0) return [words];
    const ids = on.filter((r) => KINDS.includes(r.kind)).map((r) => r.id);
    const all = on.map((r) => r.id);
    const classes = ["mark", ...new Set(on.map((r) => r.kind).filter((kind) => kind !== "detail"))].join(" ");
    return [...labels, element("span", { class: classes, "data-ids": ids.length ? ids.join(" ") : null, "data-all": all.join(" ") }, words)];
  });
}

function label({ kind, id }) {
  return element("a", { class: `label ${kind}`, href: `#${id}`, "aria-label": `${kind} ${id}` }, id);
}

/** Brings out the words that a thing of the record stands on, and those alone; none without an id. Gives the first of them. */
export function bringOut(into, id) {
  let first = null;
  for (const mark of into.querySelectorAll("[data-all]")) {
    const its = id !== null && mark.dataset.all.split(" ").includes(id);
    mark.classList.toggle("chosen", its);
    first ??= its ? mark : null;
  }
  return first;
}
