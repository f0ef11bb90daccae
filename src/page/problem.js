// What went wrong, in the service's own words (RFC 9457), at the field that it is about.

import { element } from "./dom.js";

/** Fields of the article, by the name that a problem gives them. */
const FIELDS = { text: "article", html: "article", title: "title", url: "url", published_at: "published_at", language: "language" };

/** Tells a problem in `into`, and leads to the field to be changed. */
export function tell(into, problem, base) {
  forget(into);
  const help = problem.code && [" ", element("a", { href: new URL(`problems/${problem.code}`, base).href }, "What that means")];
  const id = problem.request_id && element("p", { class: "help" }, `Request ${problem.request_id}`);
  into.append(element("p", {}, element("strong", {}, problem.title), ": ", problem.detail, ...(help || [])), ...(id ? [id] : []));
  const field = document.getElementById(FIELDS[problem.field]);
  if (!field) return;
  field.closest("details")?.setAttribute("open", "");
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-errormessage", into.id);
  field.focus();
}

/** Takes back what was told. */
export function forget(into) {
  into.replaceChildren();
  for (const field of document.querySelectorAll("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-errormessage");
  }
}

/** The problem that an answer is: its own, or what can be said of one that comes from elsewhere, a proxy say. */
export async function of(answer) {
  if (answer.headers.get("content-type")?.startsWith("application/problem+json")) return answer.json();
  return { title: `The answer is ${answer.status}`, detail: "it does not come from the service itself; ask whoever runs it" };
}
