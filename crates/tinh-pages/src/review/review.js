"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { drafts, lists, lines, words } = data;
  const cards = [...document.querySelectorAll(".draft")];
  const said = document.getElementById("said");
  const OPEN = "open", ACCEPTED = "accepted", REJECTED = "rejected";

  // What was decided: for each draft by the id of its claim a state, and for
  // each corrected field the number of its choice.
  let decided = new Map();
  const idOf = (n) => drafts[n].claim.id;
  const of = (n) => decided.get(idOf(n)) ?? { state: OPEN, fields: {} };

  // Choices of a field: its own, then those of its list.
  const choices = (field) => field.choices.concat(field.list ? lists[field.list] : []);

  // The page is known by what is on it: another article has another memory.
  const memory = "tinh-review:" + hash(JSON.stringify(drafts));
  function hash(text) {
    let h = 0xcbf29ce484222325n;
    for (const byte of new TextEncoder().encode(text)) h = BigInt.asUintN(64, (h ^ BigInt(byte)) * 0x100000001b3n);
    return h.toString(16);
  }
  function remember() {
    // A browser may forbid it; the saved file remains.
    try { localStorage.setItem(memory, JSON.stringify([...decided])); } catch { /* nothing to do */ }
  }
  function recall() {
    try { decided = new Map(JSON.parse(localStorage.getItem(memory) ?? "[]")); } catch { decided = new Map(); }
  }

  function fill(text, ...values) {
    return values.reduce((done, value) => done.replace("{}", () => value), text);
  }
  function say(text) { said.textContent = text; }

  // --- what is lit -------------------------------------------------------
  let lit = [];
  function light(runs, scroll) {
    for (const piece of lit) piece.classList.remove("lit");
    lit = [];
    for (const [from, to] of runs) {
      for (let at = from; at < to; at += 1) lit.push(document.getElementById("p" + at));
    }
    for (const piece of lit) piece.classList.add("lit");
    if (scroll && lit.length > 0) show(lit[0]);
  }
  // Scrolls the pane of the article only, and only where it must.
  function show(piece) {
    const pane = document.querySelector(".texts");
    const box = piece.getBoundingClientRect(), frame = pane.getBoundingClientRect();
    if (pane.scrollHeight <= pane.clientHeight) return;
    if (box.top < frame.top + 20) pane.scrollTop += box.top - frame.top - 40;
    else if (box.bottom > frame.bottom - 20) pane.scrollTop += box.bottom - frame.bottom + 40;
  }
  function lightOf(target) {
    const card = target.closest?.(".draft");
    if (!card) return;
    const draft = drafts[card.dataset.draft];
    const field = target.closest(".field");
    const runs = field ? draft.fields[field.dataset.field].runs : [];
    const all = draft.runs.concat(...draft.fields.map((one) => one.runs));
    light(runs.length > 0 ? runs : all, true);
  }

  // --- deciding -----------------------------------------------------------
  function lineOf(n) {
    const line = { ...drafts[n].claim };
    const set = (changes) => {
      for (const [key, value] of Object.entries(changes)) {
        if (value === null) delete line[key]; else line[key] = value;
      }
    };
    drafts[n].fields.forEach((field, at) => {
      const choice = of(n).fields[at];
      if (choice !== undefined) set(choices(field)[choice].set);
    });
    set(drafts[n].accept);
    return line;
  }
  function missing(n) {
    return drafts[n].fields.filter((field, at) => field.needed && of(n).fields[at] === undefined);
  }
  function decide(n, state) {
    if (state === ACCEPTED && missing(n).length > 0) {
      say(fill(words.needed, missing(n).map((field) => field.label).join(", ")));
      const at = drafts[n].fields.indexOf(missing(n)[0]);
      cards[n].querySelectorAll(".field")[at].querySelector("select")?.focus();
      return false;
    }
    say("");
    decided.set(idOf(n), { ...of(n), state });
    remember();
    paint(n);
    count();
    return true;
  }
  function correct(n, at, value) {
    const fields = { ...of(n).fields };
    if (value === "") delete fields[at]; else fields[at] = Number(value);
    decided.set(idOf(n), { state: of(n).state, fields });
    say("");
    remember();
    paint(n);
  }

  // --- what is shown ------------------------------------------------------
  function offerAll(n, at) {
    const field = drafts[n].fields[at];
    const select = cards[n].querySelectorAll(".field")[at].querySelector("select");
    if (!field.list || select.dataset.full) return;
    select.dataset.full = "yes";
    const group = document.createElement("optgroup");
    group.label = words.all;
    lists[field.list].forEach((choice, number) => {
      group.append(new Option(choice.shown, field.choices.length + number));
    });
    select.append(group);
    const chosen = of(n).fields[at];
    if (chosen !== undefined) select.value = chosen;
  }
  function paint(n) {
    const { state, fields } = of(n);
    const card = cards[n];
    card.classList.toggle(ACCEPTED, state === ACCEPTED);
    card.classList.toggle(REJECTED, state === REJECTED);
    card.querySelector(".state").textContent = words[state];
    card.querySelectorAll(".field").forEach((row, at) => {
      const select = row.querySelector("select");
      if (!select) return;
      const chosen = fields[at];
      if (chosen !== undefined && chosen >= drafts[n].fields[at].choices.length) offerAll(n, at);
      select.value = chosen ?? "";
      row.classList.toggle("corrected", chosen !== undefined);
    });
  }
  function paintAll() {
    drafts.forEach((_, n) => paint(n));
    count();
  }
  function count() {
    const states = drafts.map((_, n) => of(n).state);
    const many = (state) => String(states.filter((one) => one === state).length);
    document.getElementById("count").textContent = fill(words.count, many(ACCEPTED), many(REJECTED), many(OPEN));
    document.getElementById("save").disabled = many(ACCEPTED) === "0";
  }

  // --- the file -----------------------------------------------------------
  const RELATIONS = ["same_as", "part_of", "corrects", "conflicts_with"];
  function fileText() {
    const accepted = drafts.map((_, n) => n).filter((n) => of(n).state === ACCEPTED);
    const kept = new Set(accepted.map(idOf));
    const known = new Set(drafts.map((_, n) => idOf(n)));
    const written = [];
    lines.forEach((own, article) => {
      if (accepted.some((n) => drafts[n].article === article)) written.push(...own);
    });
    for (const n of accepted) {
      const line = lineOf(n);
      // A relation to a draft that is not accepted would lead nowhere.
      for (const key of RELATIONS) {
        if (line[key] === undefined) continue;
        const to = [line[key]].flat().filter((id) => !known.has(id) || kept.has(id));
        if (to.length === 0) delete line[key];
        else line[key] = Array.isArray(line[key]) ? to : to[0];
      }
      written.push(line);
    }
    return written.map((line) => JSON.stringify(line) + "\n").join("");
  }
  function save() {
    const text = fileText();
    if (document.getElementById("save").disabled) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/x-ndjson" }));
    link.download = "accepted.jsonl";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    say(fill(words.saved, link.download));
  }
  // Takes up a saved file: its claims are accepted, with the choices that make
  // the fields what they are in the file.
  function load(text) {
    const number = new Map(drafts.map((_, n) => [idOf(n), n]));
    let found = 0;
    for (const row of text.split("\n")) {
      if (row.trim() === "") continue;
      let line;
      try { line = JSON.parse(row); } catch { say(words.unreadable); return; }
      const n = number.get(line?.id);
      if (n === undefined) continue;
      const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
      const fields = {};
      drafts[n].fields.forEach((field, at) => {
        const holds = (set) => Object.entries(set).every(([key, value]) => same(line[key] ?? null, value));
        const all = choices(field);
        const keys = new Set(all.flatMap((choice) => Object.keys(choice.set)));
        const asDrafted = [...keys].every((key) => same(line[key] ?? null, drafts[n].claim[key] ?? null));
        const choice = asDrafted ? -1 : all.findIndex((one) => holds(one.set));
        if (choice >= 0) fields[at] = choice;
      });
      decided.set(idOf(n), { state: ACCEPTED, fields });
      found += 1;
    }
    remember();
    paintAll();
    say(fill(words.loaded, String(found)));
  }

  // --- mouse and keyboard -------------------------------------------------
  const current = () => cards.indexOf(document.activeElement?.closest?.(".draft"));
  const isShown = (n) => cards[n].offsetParent !== null;
  function go(n) {
    cards[n].focus({ preventScroll: true });
    cards[n].scrollIntoView({ block: "nearest" });
  }
  function step(by) {
    const from = current();
    let n = from < 0 ? (by > 0 ? 0 : cards.length - 1) : from + by;
    while (n >= 0 && n < cards.length && !isShown(n)) n += by;
    if (n >= 0 && n < cards.length) go(n);
  }
  function decideAndGoOn(n, state) {
    if (!decide(n, state)) return;
    const order = [...cards.keys()].slice(n + 1).concat([...cards.keys()].slice(0, n));
    const next = order.find((one) => of(one).state === OPEN);
    if (next === undefined) go(n); else go(next);
  }
  // The first field that is not known, else the first that can be corrected.
  function toCorrect(n, wanted) {
    const rows = [...cards[n].querySelectorAll(".field")];
    const able = (row) => row.querySelector("select");
    const row = wanted !== undefined ? rows[wanted] :
      rows.find((one, at) => able(one) && drafts[n].fields[at].needed) ?? rows.find(able);
    row?.querySelector("select")?.focus();
  }
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    if (target.matches("select")) {
      if (event.key === "Escape") { go(current()); event.preventDefault(); }
      return;
    }
    if (target.matches("input")) return;
    const n = current();
    const acts = {
      j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1), s: save,
    };
    if (n >= 0) {
      acts.a = () => decideAndGoOn(n, ACCEPTED);
      acts.r = () => decideAndGoOn(n, REJECTED);
      acts.u = () => decide(n, OPEN);
      acts.c = () => toCorrect(n);
      acts.Escape = () => go(n);
      if (/^[1-9]$/.test(event.key)) acts[event.key] = () => toCorrect(n, Number(event.key) - 1);
    }
    if (acts[event.key]) { event.preventDefault(); acts[event.key](); }
  });
  cards.forEach((card, n) => {
    card.querySelector(".accept").addEventListener("click", () => decide(n, ACCEPTED));
    card.querySelector(".reject").addEventListener("click", () => decide(n, REJECTED));
    card.querySelector(".undo").addEventListener("click", () => decide(n, OPEN));
    card.querySelectorAll(".field").forEach((row, at) => {
      const select = row.querySelector("select");
      if (!select) return;
      for (const kind of ["focus", "pointerdown"]) select.addEventListener(kind, () => offerAll(n, at));
      select.addEventListener("change", () => correct(n, at, select.value));
    });
  });
  document.querySelector(".drafts").addEventListener("pointerover", (event) => lightOf(event.target));
  document.querySelector(".drafts").addEventListener("focusin", (event) => lightOf(event.target));
  // A click on a lit or marked piece goes to the draft that rests on it.
  document.querySelector(".texts").addEventListener("click", (event) => {
    const piece = Number(event.target.id?.slice(1));
    if (!event.target.id?.startsWith("p")) return;
    const rests = (runs) => runs.some(([from, to]) => from <= piece && piece < to);
    let n = drafts.findIndex((draft, at) => isShown(at) && rests(draft.runs));
    if (n < 0) n = drafts.findIndex((draft, at) => isShown(at) && draft.fields.some((field) => rests(field.runs)));
    if (n >= 0) go(n);
  });
  document.getElementById("save").addEventListener("click", save);
  document.getElementById("only").addEventListener("change", (event) => {
    document.body.classList.toggle("only-open", event.target.checked);
  });
  document.getElementById("load").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    if (file) load(await file.text());
    event.target.value = "";
  });
  document.getElementById("forget").addEventListener("click", () => {
    if (!confirm(words.forget)) return;
    decided = new Map();
    remember();
    paintAll();
    say("");
  });

  recall();
  paintAll();
})();
