"use strict";
(() => {
  const $ = (selector) => document.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const root = document.documentElement;
  const items = all(".b");
  const tip = $("#tip"), status = $("#status"), search = $("#search"), frame = $("#frame");
  const families = items.map((item) => [...item.classList].find((name) => name.startsWith("f-")).slice(2));
  const missed = new Uint8Array(items.length);
  const only = new Set();
  let shown = "both", current = -1, texts = null, quietUntil = 0;

  const hasLayout = frame.getAttribute("srcdoc") !== "";
  if (!hasLayout) {
    $("#tab-layout").remove();
    $("#panel-layout").remove();
  }
  const inLayout = () => hasLayout && !$("#panel-layout").hidden;

  /* The frame is of this file, but nothing in it can run: all that moves in it is moved from here */
  let marks = null;
  const inside = () => {
    try { return frame.contentDocument; } catch { return null; }
  };
  const marksOf = (at) => {
    if (!marks) {
      marks = new Map();
      for (const mark of inside()?.querySelectorAll("mark[data-block]") ?? []) {
        const key = Number(mark.dataset.block);
        if (marks.has(key)) marks.get(key).push(mark);
        else marks.set(key, [mark]);
      }
    }
    return marks.get(at) ?? [];
  };

  /* What is shown */
  const isShown = (at) => {
    const list = items[at].classList;
    if (missed[at] || (shown !== "both" && list.contains("gone") !== (shown === "removed"))) return false;
    if (!only.size || only.has(families[at])) return true;
    return list.contains("wrong") && only.has(list.contains("gone") ? "wrongly-removed" : "wrongly-kept");
  };
  const refresh = () => {
    const names = [...only].map((name) => `on-${name}`);
    if (only.size) names.push("only");
    if (shown !== "both") names.push(`show-${shown}`);
    if (items.some((item) => item.classList.contains("wrong"))) root.classList.add("has-gold");
    for (const element of [$(".blocks"), inside()?.documentElement]) {
      if (!element) continue;
      element.className = (element.classList.contains("blocks") ? ["blocks", ...names] : names).join(" ");
    }
    let count = 0;
    for (let at = 0; at < items.length; at++) count += isShown(at);
    $(".none").hidden = count > 0;
    status.textContent = count === items.length ? "" : `${count.toLocaleString("en")} of ${items.length.toLocaleString("en")} blocks`;
    hideTip();
  };
  for (const chip of all(".chip")) {
    chip.addEventListener("click", () => {
      const on = chip.getAttribute("aria-pressed") !== "true";
      chip.setAttribute("aria-pressed", on);
      if (on) only.add(chip.dataset.only);
      else only.delete(chip.dataset.only);
      refresh();
    });
  }
  for (const radio of all("[name=show]")) {
    radio.addEventListener("change", () => { shown = radio.value; refresh(); });
  }

  /* Search */
  const runSearch = () => {
    const query = search.value.trim().toLowerCase();
    texts ??= items.map((item) => item.querySelector(".t").textContent.toLowerCase());
    const ranges = [];
    for (let at = 0; at < items.length; at++) {
      const place = query ? texts[at].indexOf(query) : 0;
      const miss = place < 0;
      if (miss !== Boolean(missed[at])) {
        missed[at] = miss;
        items[at].classList.toggle("miss", miss);
        for (const mark of marksOf(at)) mark.classList.toggle("miss", miss);
      }
      const node = items[at].querySelector(".t").firstChild;
      if (query && !miss && ranges.length < 3000 && node.length >= place + query.length) {
        const range = new Range();
        range.setStart(node, place);
        range.setEnd(node, place + query.length);
        ranges.push(range);
      }
    }
    if (window.CSS?.highlights) CSS.highlights.set("search", new Highlight(...ranges));
    refresh();
  };
  let waiting = 0;
  search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(runSearch, 120); });

  /* The reason beside a block */
  const part = (name, className, text) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };
  const say = (at, box) => {
    const item = items[at], why = item.querySelector(".why"), edge = item.querySelector(".edge");
    const text = (name) => why.querySelector(name)?.textContent ?? "";
    const name = part("p", "name");
    if (edge) name.append(part("i", `swatch f-${families[at]} ${edge.classList[1]}`));
    const badge = text(".badge");
    if (badge) name.append(part("b", "badge", badge));
    name.append(text(".family"));
    const score = text(".score"), meter = part("meter");
    meter.value = Number(score);
    const words = Number(item.dataset.w);
    tip.replaceChildren(
      name, part("p", "reason", text(".reason")), meter,
      part("p", "small", `Probability of being content ${score}, by “${text(".rule")}”`),
      part("p", "small", `${text(".place")}, ${words.toLocaleString("en")} ${words === 1 ? "word" : "words"}`));
    tip.hidden = false;
    const pane = $("section.page").getBoundingClientRect(), size = tip.getBoundingClientRect();
    let top = box.bottom + 6;
    if (top + size.height > innerHeight - 8) top = box.top - size.height - 6;
    if (top < 8) top = Math.max(8, innerHeight - size.height - 8);
    tip.style.top = `${top}px`;
    tip.style.left = `${Math.max(8, Math.min(box.right, pane.right) - size.width - 12)}px`;
  };
  function hideTip() { tip.hidden = true; }
  const blockOf = (node) => {
    const item = node.closest?.(".b");
    return item ? Number(item.id.slice(1)) : -1;
  };
  const list = $(".blocks");
  list.addEventListener("mouseover", (event) => {
    const at = blockOf(event.target);
    if (at >= 0) say(at, items[at].getBoundingClientRect());
  });
  const leave = (event) => {
    if (event.relatedTarget && (tip.contains(event.relatedTarget) || list.contains(event.relatedTarget))) return;
    hideTip();
  };
  list.addEventListener("mouseleave", leave);
  tip.addEventListener("mouseleave", leave);
  list.addEventListener("focusin", (event) => {
    const at = blockOf(event.target);
    if (at < 0) return;
    setCurrent(at);
    say(at, items[at].getBoundingClientRect());
  });
  list.addEventListener("focusout", hideTip);
  $("#panel-blocks").addEventListener("scroll", () => { if (!list.contains(document.activeElement)) hideTip(); }, { passive: true });
  const boxOf = (mark) => {
    const inner = mark.getBoundingClientRect(), outer = frame.getBoundingClientRect();
    return new DOMRect(inner.x + outer.x, inner.y + outer.y, inner.width, inner.height);
  };

  /* From block to block */
  const setCurrent = (at) => {
    if (current >= 0) {
      items[current].tabIndex = -1;
      for (const mark of marksOf(current)) mark.classList.remove("current");
    }
    current = at;
    items[at].tabIndex = 0;
    for (const mark of marksOf(at)) mark.classList.add("current");
  };
  const goTo = (at) => {
    if (inLayout()) {
      setCurrent(at);
      const mark = marksOf(at)[0];
      quietUntil = performance.now() + 300;
      if (mark) mark.scrollIntoView({ block: "center" });
      say(at, mark ? boxOf(mark) : frame.getBoundingClientRect());
      return;
    }
    items[at].focus({ preventScroll: true });
    items[at].scrollIntoView({ block: "center" });
    say(at, items[at].getBoundingClientRect());
    requestAnimationFrame(() => {
      items[at].scrollIntoView({ block: "center" });
      if (!tip.hidden && current === at) say(at, items[at].getBoundingClientRect()); // Escape may have come before
    });
  };
  const step = (by, wanted) => {
    for (let at = current < 0 && by < 0 ? items.length - 1 : current + by; at >= 0 && at < items.length; at += by) {
      if (isShown(at) && wanted(items[at]) && (!inLayout() || marksOf(at).length)) {
        goTo(at);
        return;
      }
    }
    status.textContent = by > 0 ? "no more below" : "no more above";
  };
  const isGone = (item) => item.classList.contains("gone");
  const isWrong = (item) => item.classList.contains("wrong");
  const isAny = () => true;
  $("#next").addEventListener("click", () => step(1, isGone));
  $("#previous").addEventListener("click", () => step(-1, isGone));
  if (items.length) items[0].tabIndex = 0;

  /* Keys */
  const toggleView = () => {
    const next = $(inLayout() ? "#tab-blocks" : "#tab-layout");
    if (!next) return;
    tabs.select(next);
    if (current >= 0) goTo(current);
  };
  const clear = () => {
    if (!tip.hidden) { hideTip(); return; }
    only.clear();
    for (const chip of all(".chip")) chip.setAttribute("aria-pressed", "false");
    shown = "both";
    $("[name=show][value=both]").checked = true;
    search.value = "";
    runSearch();
  };
  const actions = {
    n: () => step(1, isGone), p: () => step(-1, isGone),
    j: () => step(1, isAny), k: () => step(-1, isAny),
    m: () => step(1, isWrong), M: () => step(-1, isWrong),
    v: toggleView, "/": () => search.focus(),
  };
  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") { clear(); return; }
    if (event.target.matches?.("input[type=search]")) {
      if (event.key === "Enter") { event.preventDefault(); clearTimeout(waiting); runSearch(); step(1, isAny); }
      return;
    }
    if (!$("#keys").checked || !(event.key in actions)) return;
    event.preventDefault();
    actions[event.key]();
  };
  document.addEventListener("keydown", onKey);
  const connect = () => {
    const page = inside();
    marks = null;
    if (!page) return;
    page.addEventListener("keydown", onKey);
    page.addEventListener("mouseover", (event) => {
      const mark = event.target.closest?.("mark[data-block]");
      if (mark) say(Number(mark.dataset.block), boxOf(mark));
      else hideTip();
    });
    page.addEventListener("click", (event) => {
      const mark = event.target.closest?.("mark[data-block]");
      if (mark) setCurrent(Number(mark.dataset.block));
    });
    page.addEventListener("scroll", () => { if (performance.now() > quietUntil) hideTip(); }, { passive: true });
    refresh();
  };
  frame.addEventListener("load", connect);
  if (inside()?.readyState === "complete") connect();

  tabs.onChange(() => hideTip());
  refresh();
})();
