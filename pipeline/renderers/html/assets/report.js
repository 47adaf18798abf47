// Filters and search of the report, without a server. Pages are complete without this file; text is only
// ever set as text, never as markup. A link may ask for a filter: findings.html?severity=error.
"use strict";

const asked = new URLSearchParams(location.search);

function fold(text) {
  return text.normalize("NFKC").toLowerCase();
}

function startFilters(form) {
  const list = document.getElementById(form.dataset.filters);
  const rows = [...list.querySelectorAll("[data-row]")];
  const texts = rows.map((row) => fold(row.textContent));
  const box = form.querySelector("[data-text]");
  const choices = [...form.querySelectorAll("[data-choice]")];
  const status = form.querySelector("[data-shown]");

  function fits(row, place) {
    return texts[place].includes(fold(box.value.trim()))
      && choices.every((choice) => !choice.value || row.dataset[choice.dataset.choice] === choice.value);
  }

  function show() {
    let shown = 0;
    rows.forEach((row, place) => {
      row.hidden = !fits(row, place);
      shown += row.hidden ? 0 : 1;
    });
    for (const group of list.querySelectorAll("[data-group]")) {
      group.hidden = !group.querySelector("[data-row]:not([hidden])");
      group.open = group.open || shown < rows.length;
    }
    status.textContent = `${shown} of ${rows.length} shown`;
  }

  form.hidden = false;
  box.value = asked.get("q") || "";
  for (const choice of choices) {
    choice.value = asked.get(choice.dataset.choice) || "";
  }
  form.addEventListener("input", show);
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}

function startSearch(form) {
  const MOST = 100;
  const box = document.getElementById("search-words");
  const status = document.getElementById("search-count");
  const results = document.getElementById("search-results");
  const entries = searchIndex.map((entry) => ({...entry, text: fold(`${entry.kind} ${entry.title} ${entry.more}`)}));

  function item(entry) {
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.href = entry.href;
    const title = document.createElement("bdi");
    title.textContent = entry.title;
    link.append(title);
    const more = document.createElement("p");
    more.className = "note";
    more.textContent = `${entry.kind} · ${entry.more}`;
    line.append(link, more);
    return line;
  }

  function show() {
    const words = fold(box.value).split(/\s+/).filter(Boolean);
    const found = words.length ? entries.filter((entry) => words.every((word) => entry.text.includes(word))) : [];
    results.replaceChildren(...found.slice(0, MOST).map(item));
    const rest = found.length > MOST ? `, the first ${MOST} are shown` : "";
    status.textContent = words.length ? `${found.length} found${rest}` : `${entries.length} documents, facts and findings`;
  }

  box.value = asked.get("q") || "";
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}

document.querySelectorAll("[data-filters]").forEach(startFilters);
if (document.getElementById("search-form")) {
  document.addEventListener("DOMContentLoaded", () => startSearch(document.getElementById("search-form")));
}
