// Lists of links are shut where they would push the text off the screen, and what scrolls sideways can be reached by key.
"use strict";
const lists = [[".pages details", "(min-width: 60rem)"], [".parts details", "(min-width: 80rem)"]];
for (const [name, wide] of lists) {
  const list = document.querySelector(name);
  const room = matchMedia(wide);
  const fit = () => { if (list) list.open = room.matches; };
  room.addEventListener("change", fit);
  fit();
}
const reach = () => {
  for (const box of document.querySelectorAll("pre, .wide")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
};
addEventListener("resize", reach);
reach();
