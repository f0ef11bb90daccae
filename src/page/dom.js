// Elements, made without markup: what an article says is only ever text.

/** An element; `attributes` with the value null or undefined are left out, children are elements or text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** Like `Intl.DisplayNames`, but with the code itself where it names nothing that is known. */
function named(type) {
  const names = new Intl.DisplayNames(["en"], { type, fallback: "code" });
  return (code) => {
    try {
      return names.of(code);
    } catch {
      return code;
    }
  };
}

/** "Cuba" for CU. What is no code of a country, an organization's name say, stays. */
export const country = (code) => (/^[A-Z]{2}$/.test(code ?? "") ? named("region")(code) : code);

/** "Spanish" for es. */
export const language = (code) => (code ? named("language")(code) : "unknown language");

/** A link, where the address is one that leads to a page; else its words. */
export function link(address) {
  let known = null;
  try {
    known = new URL(address);
  } catch {
    return address;
  }
  return ["http:", "https:"].includes(known.protocol) ? element("a", { href: known.href, rel: "noopener noreferrer nofollow" }, address) : address;
}
