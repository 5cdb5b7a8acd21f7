// What Chromium and axe say of web pages, as JSON: node .ci/page_judge.mjs CHROMIUM FOLDER FILE...
// Of each page: what axe finds (WCAG and best practice) at two widths, how far it reaches beyond narrow screens,
// which fonts of its own did not load, and the pages that it prints, written to FOLDER.
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { chromium } from "playwright-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const [program, folder, ...files] = process.argv.slice(2);
const axe = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
const said = [];
for (const file of files) {
  const page = await browser.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`file://${resolve(file)}`);
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(axe);
  const violations = [], beyond = {};
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    beyond[width] = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const found = await page.evaluate((runOnly) => axe.run(document, { runOnly }), RULES);
    for (const one of found.violations) violations.push(`${width}: ${one.id}: ${one.nodes[0].html.slice(0, 200)}`);
  }
  const failed = await page.evaluate(() => [...document.fonts].filter((f) => f.status === "error").length);
  const pdf = `${folder}/${basename(file, ".html")}.printed.pdf`;
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  const outside = asked.filter((url) => !url.startsWith("data:") && !url.startsWith("file:"));
  said.push({ file, violations, beyond, failed, pdf, outside });
  await page.close();
}
await browser.close();
console.log(JSON.stringify(said));
