// Light, dark, or as the system has it: what a reader chose is kept in the browser, and set before anything is drawn.
"use strict";
const SAID = { "": "as the system has them", light: "light", dark: "dark" };
const chosen = () => { try { return localStorage.getItem("scheme") ?? ""; } catch { return ""; } };
const set = (scheme) => {
  document.documentElement.style.colorScheme = scheme;
  try { localStorage.setItem("scheme", scheme); } catch { /* a browser that keeps nothing shows it once */ }
};
set(chosen());
document.addEventListener("DOMContentLoaded", () => {
  const button = document.getElementById("scheme");
  const tell = (scheme) => { button.textContent = `Colours: ${SAID[scheme]}`; };
  let scheme = chosen();
  tell(scheme);
  button.hidden = false;
  button.addEventListener("click", () => {
    const every = Object.keys(SAID);
    scheme = every[(every.indexOf(scheme) + 1) % every.length];
    set(scheme);
    tell(scheme);
  });
});
