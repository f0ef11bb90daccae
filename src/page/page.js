// The page: takes an article, asks the service that it came from, and shows what that answers.

import * as article from "./article.js";
import { element, language } from "./dom.js";
import { KINDS } from "./marks.js";
import * as problem from "./problem.js";
import * as records from "./records.js";

/** Where the service stands: behind a proxy, under a path of its own. */
const BASE = new URL("..", import.meta.url);
const PLURALS = { meeting: "meetings", agreement: "agreements", quote: "quotes", post: "posts", participant: "participants" };

const at = (id) => document.getElementById(id);
const [form, field, status, trouble, result] = ["ask", "article", "status", "problem", "result"].map(at);
let asking = null;

/** What is asked of the service. */
function input() {
  const said = field.value;
  const looks = /^\s*<(!doctype|!--|[a-z][^>]*>)/i.test(said) ? "html" : "text";
  const asked = { [form.elements.kind.value || looks]: said };
  for (const fact of ["published_at", "title", "url", "language"]) {
    if (at(fact).value.trim()) asked[fact] = at(fact).value.trim();
  }
  return asked;
}

async function read() {
  // one at a time: who asks again wants the later answer
  asking?.abort();
  const mine = (asking = new AbortController());
  problem.forget(trouble);
  result.hidden = true;
  status.textContent = "Reading…";
  const begun = performance.now();
  try {
    const answer = await fetch(new URL("v1/extract?offsets=utf16&explain=true", BASE), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input()),
      signal: mine.signal,
    });
    if (!answer.ok) throw await problem.of(answer);
    show(await answer.json(), performance.now() - begun);
  } catch (wrong) {
    if (mine.signal.aborted) return;
    status.textContent = "";
    const known = wrong.detail ? wrong : { title: "The service does not answer", detail: "see whether it still runs, and try again" };
    problem.tell(trouble, known, BASE);
  }
}

function show(record, time) {
  result.hidden = false;
  status.textContent = summary(record, time);
  at("warnings").replaceChildren(...record.warnings.map((warning) => element("li", {}, warning)));
  article.show(at("marked"), record, (id) => choose(id)?.card.scrollIntoView({ block: "nearest" }));
  records.show(at("records"), record, (id) => choose(id)?.words?.scrollIntoView({ block: "center" }));
  for (const kind of KINDS) at(`count-${kind}`).textContent = `(${record[PLURALS[kind]].length})`;
  at("raw").querySelector("pre").textContent = JSON.stringify(record, null, 2);
  at("result-title").focus({ preventScroll: true });
  at("result-title").scrollIntoView();
}

function summary({ article: { language: code, reference_date: day, reference_date_source: source }, ...record }, time) {
  const counts = KINDS.map((kind) => [record[PLURALS[kind]].length, kind]).filter(([n]) => n > 0);
  const told = counts.map(([n, kind]) => `${n} ${n === 1 ? kind : PLURALS[kind]}`).join(", ") || "Nothing";
  const counted = day ? `; days count from ${day} (${source})` : "";
  return `${told}, in ${language(code)}${counted}. ${Math.round(time)} ms.`;
}

/** Brings a thing of the record out, in the article and beside it, and gives both places; nothing without an id. */
function choose(id) {
  const words = article.bringOut(at("marked"), id);
  for (const card of at("records").querySelectorAll(".card")) {
    card.classList.toggle("chosen", card.id === id);
    card.querySelector("button").setAttribute("aria-pressed", String(card.id === id));
  }
  return id === null ? null : { card: at(id), words };
}

/** Boxes that say which kinds are marked. */
function boxes() {
  for (const kind of KINDS) {
    const box = element("input", { type: "checkbox", checked: "" });
    box.onchange = () => at("marked").classList.toggle(`without-${kind}`, !box.checked);
    const swatch = element("span", { class: `mark ${kind}` }, PLURALS[kind]);
    at("kinds").append(element("label", {}, box, " ", swatch, " ", element("span", { id: `count-${kind}` })));
  }
}

form.onsubmit = (event) => {
  event.preventDefault();
  read();
};
form.onreset = () => {
  asking?.abort();
  problem.forget(trouble);
  status.textContent = "";
  result.hidden = true;
  field.focus();
};
form.onkeydown = (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
};
at("example").onclick = async () => {
  field.value = await (await fetch(new URL("example.txt", import.meta.url))).text();
  read();
};
at("copy").onclick = async ({ target }) => {
  await navigator.clipboard.writeText(at("raw").querySelector("pre").textContent);
  target.textContent = "Copied";
};
// a link to a thing of the record also brings out its words
addEventListener("hashchange", () => {
  const card = at(location.hash.slice(1));
  if (card?.classList.contains("card")) {
    choose(card.id);
    card.focus();
  }
});
// the browser may hold clipboards back from pages that came without TLS
at("copy").hidden = !navigator.clipboard;
boxes();
