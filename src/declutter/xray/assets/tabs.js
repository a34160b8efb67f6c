"use strict";
/* Tabs by pointer and by arrow keys, and the side that is shown where there is little room. */
const tabs = (() => {
  const changed = [];
  const select = (tab) => {
    for (const other of tab.parentNode.querySelectorAll("[role=tab]")) {
      const on = other === tab;
      other.setAttribute("aria-selected", on);
      other.tabIndex = on ? 0 : -1;
      document.getElementById(other.getAttribute("aria-controls")).hidden = !on;
    }
    for (const call of changed) call();
  };
  for (const list of document.querySelectorAll("[role=tablist]")) {
    const members = [...list.querySelectorAll("[role=tab]")];
    list.hidden = false;
    members.forEach((tab, at) => {
      tab.addEventListener("click", () => select(tab));
      tab.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1, Home: -at, End: members.length - 1 - at }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        const next = members[(at + step + members.length) % members.length];
        select(next);
        next.focus();
      });
    });
    select(members[0]);
  }
  const sides = document.querySelectorAll(".panes button");
  for (const button of sides) {
    button.addEventListener("click", () => {
      document.body.dataset.pane = button.dataset.pane;
      for (const other of sides) other.setAttribute("aria-pressed", other === button);
      for (const call of changed) call();
    });
  }
  return { select, onChange: (call) => changed.push(call) };
})();
