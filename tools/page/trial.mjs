// The page in a real browser: `node tools/page/trial.mjs http://127.0.0.1:8080/ [FOLDER]`, with `npm install playwright-core axe-core`
// and a Chromium (CHROMIUM=path, else /usr/bin/chromium). Both colour schemes, at a desk and on a phone; pictures go into FOLDER.
//
// It must ask no other host, break no rule of its content policy, say nothing on the console, fit the screen, work by keyboard, show a
// problem at its field, and break no rule of WCAG 2.2 that axe can check. Ends with 1 where it does not.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.cwd(), "x.js"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [url, folder] = process.argv.slice(2);
const PAGE = `<!doctype html><title>Talks in Oslo</title><article><h1>Talks in Oslo</h1><p>President Ana Moreau met Prime Minister Tomas Lind
in Oslo on Monday. <b>“We agreed on the road,”</b> Moreau said.</p><script>alert(1)</script><p>&lt;img src=x onerror=alert(2)&gt;</p></article>`;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
let wrong = 0;

async function trial(scheme, name, viewport) {
  const found = [];
  const must = (what, is) => is || found.push(what);
  const context = await browser.newContext({ colorScheme: scheme, viewport });
  const page = await context.newPage();
  const picture = async (n) => folder && (await page.screenshot({ path: join(folder, `${scheme}-${name}-${n}.png`) }));
  page.on("console", (message) => found.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => found.push(String(error)));
  page.on("dialog", (dialog) => found.push("a script of the article ran") && dialog.dismiss());
  page.on("request", (request) => must(`asks ${request.url()}`, request.url().startsWith(url) || request.url().startsWith("data:")));
  const told = () => page.waitForSelector("#result:not([hidden])");
  const here = (f, ...args) => page.evaluate(f, ...args);

  await page.goto(url);
  await page.click("#example");
  await told();
  await picture("record");
  must("wider than the screen", (await here(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
  must("no card for each kind", (await here(() => new Set([...document.querySelectorAll(".card")].map((c) => c.className)).size)) === 5);

  await page.focus(".card.agreement button");
  await page.keyboard.press("Enter");
  const chosen = () => here(() => document.querySelectorAll("#marked .chosen").length);
  must("Enter shows nothing", (await chosen()) > 0);
  await picture("chosen");
  await page.keyboard.press("Enter");
  must("Enter takes nothing back", (await chosen()) === 0);
  await page.click("#marked .mark.participant >> nth=0");
  must("a click on words chooses no card", (await here(() => document.querySelectorAll(".card.participant.chosen").length)) === 1);
  await page.focus("#marked a.label >> nth=0");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.classList.contains("card"));
  await page.uncheck("#kinds input >> nth=2");
  const ground = await here(() => getComputedStyle(document.querySelector("#marked .mark.quote:not(.chosen)")).backgroundColor);
  must("quotes stay marked", ground === "rgba(0, 0, 0, 0)");

  await page.fill("#article", PAGE);
  await page.click("#ask button[type=submit]");
  await page.waitForFunction(() => document.querySelector("#marked").textContent.includes("Tomas Lind"));
  must("markup of the article is markup of the page", (await page.$("#marked img, #marked script")) === null);

  // the last that is told on the console: the browser says there that it was answered 422
  page.removeAllListeners("console");
  await here(() => (document.getElementById("published_at").value = "soon"));
  await page.press("#article", "Control+Enter");
  await page.waitForSelector("#problem p");
  must("the problem says not what to change", (await page.textContent("#problem")).includes("write it as"));
  must("the wrong field is not led to", (await here(() => document.activeElement.id)) === "published_at");
  await picture("problem");

  // a second window, for the policy keeps axe out of the first
  const open = await (await browser.newContext({ colorScheme: scheme, viewport, bypassCSP: true })).newPage();
  await open.goto(url);
  await open.click("#example");
  await open.waitForSelector("#result:not([hidden])");
  await open.addScriptTag({ content: axe });
  for (const state of ["as it comes", "all open"]) {
    const { violations } = await open.evaluate(() => window.axe.run());
    violations.forEach((v) => found.push(`axe, ${state}: ${v.id}: ${v.nodes.map((n) => n.html.slice(0, 90)).join(" ")}`));
    await open.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
  }
  console.log(`${scheme}, ${name}: ${found.length === 0 ? "ok" : found.join("\n  ")}`);
  wrong += found.length;
}

for (const scheme of ["light", "dark"]) {
  await trial(scheme, "desk", { width: 1280, height: 900 });
  await trial(scheme, "phone", { width: 360, height: 740 });
}
await browser.close();
process.exit(wrong ? 1 : 0);
