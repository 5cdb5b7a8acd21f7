// Finds pages and parts of pages by words, in the index that mkdocs writes and search_index.js holds.
"use strict";
const asked = new URLSearchParams(location.search).get("q") ?? "";
document.getElementById("asked").value = asked;
const said = document.getElementById("found");
const MOST = 40;

function find() {
  const { docs } = searchIndex;
  const index = lunr(function () {
    this.ref("location");
    this.field("title", { boost: 10 });
    this.field("text");
    for (const doc of docs) this.add(doc);
  });
  const words = asked.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  const hits = index.query((query) => {
    for (const word of words) query.term(word, { presence: lunr.Query.presence.REQUIRED, wildcard: lunr.Query.wildcard.TRAILING });
  });
  said.textContent = words.length ? `${hits.length} places for “${asked}”${hits.length > MOST ? `, the first ${MOST} of them` : ""}.` : "Write a word into the field above.";
  const titles = new Map(docs.map((doc) => [doc.location, doc.title]));
  for (const { ref } of words.length ? hits.slice(0, MOST) : []) {
    const link = document.createElement("a");
    link.href = `${base}/${ref}`;
    link.textContent = titles.get(ref);
    const [page, part] = ref.split("#");
    const item = document.createElement("li");
    item.append(link, part ? ` in ${titles.get(page) ?? page}` : "");
    document.getElementById("hits").append(item);
  }
}
find();
