// The page around the brief: asks for what is to be shown, and shows it. All texts are set as text, never as markup.
"use strict";

const at = (id) => document.getElementById(id);
const FIELDS = ["relation", "audience", "as-of"];
const TABS = { origin: "Origin", problems: "Problems", limits: "Limits", changes: "Changes", unseen: "Not shown" };
const frame = at("brief");
let choice = {}, state = null, trace = null, events = null, picked = null, tab = "origin", isOwners = false;

function made(name, words = "", attributes = {}) {
  const element = document.createElement(name);
  element.textContent = words;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

const query = () => new URLSearchParams(Object.entries(choice).filter(([, value]) => value)).toString();
const address = (path) => `${path}?${query()}`;

async function asked(path, more = "") {
  const answer = await fetch(address(path) + more);
  return answer.ok ? answer.json() : null;
}

// ---------------------------------------------------------------- which brief

async function begin() {
  const before = new URLSearchParams(location.search);
  history.replaceState(null, "", "/");
  const offer = await (await fetch("/offer")).json();
  isOwners = offer.is_owners;
  for (const name of ["relation", "audience"]) {
    at(name).replaceChildren(...offer[`${name}s`].map((one) => made("option", one, { value: one })));
  }
  for (const name of FIELDS) {
    at(name).value = isOffered(name, before.get(name), offer) ? before.get(name) : offer.first[name];
    at(name).addEventListener("change", choose);
  }
  at("choice").addEventListener("submit", (event) => { event.preventDefault(); choose(); });
  buildTabs();
  choose();
}

/** Whether what the address says of a brief can still be chosen: so a page that is loaded again shows what it showed. */
function isOffered(name, value, offer) {
  return name in offer.first && value && (name === "as-of" || offer[`${name}s`].includes(value));
}

function choose() {
  choice = Object.fromEntries(FIELDS.map((name) => [name, at(name).value.trim()]));
  history.replaceState(null, "", `/?${query()}`);
  state = trace = picked = null;
  since = "";
  at("docx").href = address("/brief.docx");
  document.title = `${choice.relation} · ${choice.audience}`;
  standing("making it …", false);
  if (events) events.close();
  events = new EventSource(address("/events"));
  events.onmessage = (event) => show(JSON.parse(event.data));
  events.onerror = () => {
    const isGone = events.readyState === EventSource.CLOSED;
    standing(isGone ? "there is no such brief: look at the day" : "the preview has ended, or does not answer", true);
  };
}

function standing(words, isStale) {
  at("standing").textContent = words;
  at("standing").classList.toggle("stale", isStale);
}

// ---------------------------------------------------------------- the brief

async function show(next) {
  const last = state;
  state = next;
  const errors = next.problems.filter((one) => one.severity === "error");
  at("problems").hidden = !errors.length;
  at("problems").replaceChildren(...errors.map(problem));
  const others = next.problems.filter((one) => one.severity === "warning").length;
  const warned = others ? `, ${others} ${others === 1 ? "warning" : "warnings"}` : "";
  if (next.is_current) standing(`as the files are now${warned}`, false);
  else standing(next.digest ? "the last page that could be made" : "no page can be made yet", true);
  if (next.digest && (!last || last.digest !== next.digest)) await load(Boolean(last && last.digest));
  if (next.digest && (!last || last.number !== next.number)) {
    trace = null;
    if (!at("pdf").hidden) loadPdf();
  }
  document.documentElement.dataset.shown = String(next.number);
  if (!at("side").hidden) fill();
}

async function load(isAgain) {
  const answer = await fetch(address("/brief.html"));
  if (!answer.ok) return;
  const text = await answer.text();
  const shown = frame.contentDocument;
  if (!isAgain || !shown || !shown.querySelector("main")) {
    await new Promise((done) => {
      frame.addEventListener("load", done, { once: true });
      frame.src = `${address("/brief.html")}&v=${state.digest}`;
    });
    prepare(frame.contentDocument);
    return;
  }
  // A parser of the frame's own, under what the frame is held to: looks may stand in the brief, but not in this page.
  picked = null;
  const fresh = new frame.contentWindow.DOMParser().parseFromString(text, "text/html");
  const before = new Map();
  for (const one of blocks(shown)) before.set(words(one), (before.get(words(one)) || 0) + 1);
  const [x, y] = [frame.contentWindow.scrollX, frame.contentWindow.scrollY];
  shown.documentElement.lang = fresh.documentElement.lang;
  const looks = (of) => [...of.querySelectorAll("style")].map((one) => one.textContent).join("");
  if (looks(fresh) !== looks(shown)) {  // letters that are not read anew do not jump
    shown.head.replaceChildren(...[...fresh.head.childNodes].map((node) => shown.importNode(node, true)));
  }
  shown.body.replaceChildren(...[...fresh.body.childNodes].map((node) => shown.importNode(node, true)));
  frame.contentWindow.scrollTo(x, y);
  for (const one of blocks(shown)) {
    const left = before.get(words(one)) || 0;
    if (left) before.set(words(one), left - 1);
    else mark(one);
  }
}

const BLOCKS = "h1, h2, h3, h4, p, li, tr, figcaption, caption, .card";
const words = (element) => element.textContent.replace(/\s+/g, " ").trim();
const blocks = (page) => [...page.querySelectorAll(BLOCKS)].filter((one) => !one.querySelector(BLOCKS) && words(one));

function mark(element) {
  element.dataset.changed = "";
  const colours = ["rgb(255 226 138 / 1)", "rgb(255 226 138 / 0)"];
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.animate({ backgroundColor: still ? [colours[0], colours[0]] : colours }, { duration: 2500 });
}

function prepare(page) {
  page.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link && !link.getAttribute("href").startsWith("#")) {
      event.preventDefault();
      open(link.href, "_blank", "noopener,noreferrer");
    } else if (!link) pick(event.target);
  });
  page.addEventListener("keydown", keys);
}

function loadPdf() {
  at("pdf").src = `${address("/brief.pdf")}&v=${state ? state.number : 0}`;
}

// ---------------------------------------------------------------- where words come from

/** The trace of the page that is shown, asked for when somebody wants to know. */
async function traced() {
  const number = state ? state.number : 0;
  if (!trace && number) {
    const found = await asked("/trace");
    if (state && state.number === number) trace = found;
  }
  return trace;
}

const squeezed = (text) => text.replace(/[\s|\u00ad\u200b\u2060]+/g, "").toLowerCase();

function pick(element) {
  const block = element.closest(BLOCKS) || element;
  const word = element.closest("[data-facts]");
  if (picked) picked.element.style.removeProperty("outline");
  picked = { element: word || block, block, word };
  picked.element.style.outline = "2px solid #0b7285";
  turn("origin", true);
}

/** The pieces of the trace that the chosen word stands for, or its block. */
function piecesOf({ block, word }) {
  if (!trace) return [];
  const said = squeezed(block.textContent);
  const holds = trace.passages.filter((one) => {
    const passage = squeezed(one.words);
    return passage && (said.includes(passage) || (word && passage.includes(said)));
  });
  const all = holds.flatMap((passage) => passage.pieces.map((piece) => ({ passage, piece })));
  if (!word) return all;
  const text = squeezed(word.textContent);
  const same = all.filter(({ piece }) => squeezed(piece.text) === text && isOf(piece, word));
  const alike = [...block.querySelectorAll("[data-facts]")].filter((one) => squeezed(one.textContent) === text);
  const nth = alike.indexOf(word);
  return same.length > 1 && same.length === alike.length ? [same[nth]] : same.slice(0, 1);
}

/** The lines of templates that write a block, and the entries of the wording that say the chosen word, or any of it. */
function writersOf({ block, word }) {
  if (!trace) return { lines: [], entries: [] };
  const whole = squeezed(block.textContent), part = squeezed((word || block).textContent);
  const isOf = (one) => { const said = squeezed(one.words); return said && whole.includes(said); };
  const lines = new Map(trace.typed.filter(isOf).map((one) => [one.place, one]));
  const said = trace.worded.filter((one) => {
    const words = squeezed(one.words);
    return words.length > 2 && (part.includes(words) || (word && words.includes(part) && whole.includes(words)));
  });
  said.sort((one, other) => other.words.length - one.words.length);
  const entries = new Map(said.map((one) => [one.entry, one]));
  return { lines: [...lines.values()], entries: [...entries.values()].slice(0, 8) };
}

function isOf(piece, word) {
  const ids = new Set(word.dataset.facts.split(" "));
  return piece.causes.some((index) => ids.has(trace.causes[index].id.split("/")[0]));
}

async function originPanel() {
  if (!picked) return [made("p", "Press on a word of the brief, or press n and p to go from figure to figure.")];
  const asking = picked;
  if (!await traced() || picked !== asking) return [made("p", "No page was made yet.")];
  const shown = [made("h2", `“${words(picked.element).slice(0, 200)}”`)];
  const found = piecesOf(picked);
  if (!found.length) shown.push(made("p", "No fact stands behind these words."));
  for (const { passage, piece } of found) shown.push(...pieceShown(passage, piece));
  const { lines, entries } = writersOf(picked);
  if (lines.length) shown.push(made("h3", "Written in"), listed(lines.map((one) => placeShown(one.place, one.open))));
  if (entries.length) {
    shown.push(made("h3", "Worded by"), listed(entries.map((one) => {
      const told = made("span", `${one.entry} “${one.words}” `);
      told.append(placeShown(one.place, one.open));
      return told;
    })));
  }
  return shown;
}

function pieceShown(passage, piece) {
  const list = made("dl");
  const add = (name, ...values) => list.append(made("dt", name), ...values.map((value) => {
    const told = made("dd");
    told.append(value);
    return told;
  }));
  add("In the brief", `${piece.text} (${passage.where}${passage.section ? `, ${passage.section}` : ""})`);
  if (piece.value) add("Value", [grouped(piece.value), piece.unit].filter(Boolean).join(" "));
  if (piece.formula) add("Formula", piece.formula);
  for (const index of piece.causes) {
    const cause = trace.causes[index];
    add(cause.kind === "fact" ? "Fact" : cause.kind[0].toUpperCase() + cause.kind.slice(1), cause.id);
    if (cause.place) add("Stands in", placeShown(cause.place, cause.open));
    if (cause.text.trim().length > 2) add("Line", made("code", cause.text));
    for (const source of cause.sources || []) add("Source", sourceShown(source));
  }
  return [list];
}

/** A long number in groups of three, which a reader can tell apart. */
const grouped = (value) => value.replace(/(?<![\d.])\d{5,}/g, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, "\u202f"));

function listed(elements) {
  const list = made("ul");
  for (const one of elements) {
    const item = made("li");
    item.append(one);
    list.append(item);
  }
  return list;
}

function sourceShown(source) {
  const entry = trace.passages.find((one) => one.where.startsWith("reference") && one.pieces.some((piece) =>
    piece.causes.some((index) => trace.causes[index].kind === "reference" && trace.causes[index].id === source.ref)));
  const quote = source.quote ? ` “${source.quote}”` : "";
  return [source.ref, source.locator].filter(Boolean).join(", ") + (entry ? `: ${entry.words}` : "") + quote;
}

function placeShown(place, opens) {
  return opens ? made("a", place, { href: opens, class: "place" }) : made("span", place, { class: "place" });
}

// ---------------------------------------------------------------- panels

function problem(one) {
  const shown = made("div", "", { class: `problem ${one.severity}` });
  const head = made("p");
  head.append(made("span", one.severity === "info" ? "note" : one.severity, { class: "severity" }), ` ${one.code} `);
  if (one.place) head.append(placeShown(one.place, one.open), " ");
  head.append(one.message);
  shown.append(head);
  if (one.text) {
    const line = made("pre", `${one.line} | ${one.text}`, { tabindex: "0", role: "region", "aria-label": `Line of ${one.place}` });
    if (one.caret >= 0) {
      line.append("\n" + " ".repeat(String(one.line).length + 3 + one.caret), made("span", "^", { class: "caret" }));
    }
    shown.append(line);
  }
  if (one.hint) shown.append(made("p", one.hint, { class: "hint" }));
  return shown;
}

function problemsPanel() {
  const found = state ? state.problems : [];
  if (!found.length) return [made("p", "Nothing is wrong with this brief.")];
  const errors = found.filter((one) => one.severity === "error").length;  // which stand above the page
  const above = errors ? [made("p", errors === 1 ? "The error stands above the page." : `${errors} errors stand above the page.`)] : [];
  return [...above, ...found.filter((one) => one.severity !== "error").map(problem)];
}

const LIMITS = {
  pages: "pages", words: "words", grade: "grade of reading", sentence_words: "words in a sentence", acronyms: "acronyms",
};

async function limitsPanel() {
  if (!await traced()) return [made("p", "No page was made yet.")];
  const most = Object.entries(LIMITS).filter(([name]) => trace.limits[name] !== undefined);
  const shown = [made("h2", "What this audience takes at the most")];
  if (most.length) shown.push(listed(most.map(([name, title]) => `${title}: ${trace.limits[name]}`)));
  else shown.push(made("p", "It has no limits."));
  shown.push(made("h2", "Left out so that the brief keeps to its pages"));
  const left = trace.left_out.map((one) => (one.of ? `${one.items} of ${one.of} in ${one.section}` : `the section ${one.section}`));
  shown.push(left.length ? listed(left) : made("p", "Nothing."));
  return shown;
}

let since = "";

async function changesPanel() {
  const found = await asked("/changes", since ? `&since=${since}` : "");
  if (!found || !found.editions.length) return [made("p", "No edition was made yet: briefgen make makes one.")];
  const label = made("label", "Since edition ");
  const select = made("select");
  select.append(made("option", "the last that differs", { value: "" }));
  for (const one of found.editions) select.append(made("option", `${one.number} (as of ${one.as_of})`, { value: one.number }));
  select.value = since;
  select.addEventListener("change", () => { since = select.value; fill(); });
  label.append(select);
  const told = found.changes.length ? listed(found.changes) : made("p", "Nothing is new.");
  return [made("h2", "What is new"), label, told];
}

async function unseenPanel() {
  if (!isOwners) return [made("p", "briefgen preview --owner shows what this audience is not told, and why.")];
  const found = (await asked("/left-out")) || [];
  const table = made("table");
  const head = made("tr");
  for (const name of ["Fact", "Why", "Stands in"]) head.append(made("th", name, { scope: "col" }));
  table.append(head);
  for (const one of found) {
    const row = made("tr");
    row.append(made("td", one.id), made("td", one.reason));
    const place = made("td");
    place.append(placeShown(one.place, one.open));
    row.append(place);
    table.append(row);
  }
  return [made("h2", `${found.length} facts are not shown`), table];
}

const PANELS = {
  origin: originPanel, problems: problemsPanel, limits: limitsPanel, changes: changesPanel, unseen: unseenPanel,
};

function buildTabs() {
  at("tabs").replaceChildren(...Object.entries(TABS).map(([name, title]) => {
    const button = made("button", title, { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": "panel" });
    button.addEventListener("click", () => turn(name, true));
    button.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const names = Object.keys(TABS);
      const next = names[(names.indexOf(name) + step + names.length) % names.length];
      turn(next, true);
      at(`tab-${next}`).focus();
    });
    return button;
  }));
}

async function fill() {
  const [name, asking] = [tab, picked];
  for (const one of Object.keys(TABS)) {
    at(`tab-${one}`).setAttribute("aria-selected", String(one === name));
    at(`tab-${one}`).tabIndex = one === name ? 0 : -1;
  }
  at("panel").setAttribute("aria-labelledby", `tab-${name}`);
  const shown = await PANELS[name]();
  if (tab === name && picked === asking) at("panel").replaceChildren(...shown);
}

function turn(name, isOpen) {
  tab = name;
  at("side").hidden = !isOpen;
  at("show-side").setAttribute("aria-pressed", String(isOpen));
  if (isOpen) fill();
}

at("show-side").addEventListener("click", () => turn(tab, at("side").hidden));
at("show-pdf").addEventListener("click", () => {
  at("pdf").hidden = !at("pdf").hidden;
  at("show-pdf").setAttribute("aria-pressed", String(!at("pdf").hidden));
  if (!at("pdf").hidden) loadPdf();
});

// ---------------------------------------------------------------- keys

function keys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  if (event.key === "n" || event.key === "p") step(event.key === "n" ? 1 : -1);
  else if (event.key === "e") openPlace();
  else if (event.key === "Escape") turn(tab, false);
  else return;
  event.preventDefault();
}

function step(by) {
  const page = frame.contentDocument;
  const figures = [...page.querySelectorAll("[data-facts]")].filter((one) => /\d/.test(one.textContent) && one.offsetParent);
  if (!figures.length) return;
  const here = picked ? figures.indexOf(picked.element) : -1;
  const next = figures[(here + by + figures.length) % figures.length];
  next.scrollIntoView({ block: "center" });
  pick(next);
}

/** The place of what is picked, or of the first problem, in the editor. */
async function openPlace() {
  if (picked) await traced();
  const causes = picked ? piecesOf(picked).flatMap(({ piece }) => piece.causes.map((index) => trace.causes[index])) : [];
  const wrong = state ? state.problems.filter((one) => one.severity === "error" && one.open) : [];
  const { lines } = picked ? writersOf(picked) : { lines: [] };
  const found = [...wrong, ...causes, ...lines].find((one) => one.open);
  if (found) location.assign(found.open);
}

document.addEventListener("keydown", keys);
begin();
