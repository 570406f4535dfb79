"use strict";

/* Rows of a form that grow, and columns of options that show once they have a name. */
(function () {
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));

  function revive(root) {
    for (const old of all("script", root)) {
      const script = document.createElement("script");
      script.textContent = old.textContent;
      old.replaceWith(script);
    }
  }

  function add(prefix) {
    const total = document.getElementById(`id_${prefix}-TOTAL_FORMS`);
    const rows = document.querySelector(`[data-desk-rows="${prefix}"]`);
    const template = document.querySelector(`template[data-desk-template="${prefix}"]`);
    const number = Number(total.value);
    const holder = document.createElement("template");
    holder.innerHTML = template.innerHTML.replaceAll("__prefix__", String(number));
    const row = holder.content.querySelector("[data-desk-row]");
    rows.appendChild(row);
    revive(row);
    total.value = String(number + 1);
    const order = row.querySelector(`[name="${prefix}-${number}-ORDER"]`);
    if (order && !order.value) order.value = String(rows.children.length);
    showColumns();
    const first = row.querySelector("input:not([type=hidden]), button");
    if (first) first.focus();
  }

  function showColumns() {
    for (const input of all("[data-desk-option]")) {
      const name = input.value.trim();
      for (const cell of all(`[data-desk-column="${input.dataset.deskOption}"]`)) {
        const isUsed = all("input", cell).some((each) => each.value);
        cell.hidden = !name && !isUsed;
        if (cell.tagName === "TH") cell.textContent = name;
        else if (name) cell.dataset.label = name;
      }
    }
  }

  function start() {
    for (const button of all("[data-desk-add]")) {
      button.addEventListener("click", () => add(button.dataset.deskAdd));
    }
    for (const input of all("[data-desk-option]")) {
      input.addEventListener("input", showColumns);
    }
    showColumns();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
