"use strict";
(() => {
  const items = [...document.querySelectorAll(".b")];
  const list = document.querySelector(".blocks"), status = document.querySelector("#status");
  let current = -1;
  for (const radio of document.querySelectorAll("[name=show]")) {
    radio.addEventListener("change", () => list.classList.toggle("show-differs", radio.value === "differs"));
  }
  const goTo = (at) => {
    if (current >= 0) items[current].tabIndex = -1;
    current = at;
    items[at].tabIndex = 0;
    items[at].focus({ preventScroll: true });
    items[at].scrollIntoView({ block: "center" });
    requestAnimationFrame(() => items[at].scrollIntoView({ block: "center" }));
    status.textContent = "";
  };
  const step = (by) => {
    for (let at = current < 0 && by < 0 ? items.length - 1 : current + by; at >= 0 && at < items.length; at += by) {
      if (items[at].classList.contains("differs")) {
        goTo(at);
        return;
      }
    }
    status.textContent = by > 0 ? "no more below" : "no more above";
  };
  document.querySelector("#next").addEventListener("click", () => step(1));
  document.querySelector("#previous").addEventListener("click", () => step(-1));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") step(1);
    if (event.key === "p") step(-1);
  });
})();
