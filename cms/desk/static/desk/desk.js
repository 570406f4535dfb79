"use strict";

/* Rows of a form that grow, columns of options that show once they have a name, comparisons that
   fit what is compared, and the products of a collection as they would be shown. */
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

  function narrow(select) {
    const operators = all('select[name$="-operator"]', select.closest("[data-desk-row]"))[0];
    if (!operators || !select.value) return;
    const options = Array.from(operators.options);
    for (const option of options) {
      option.disabled = option.hidden = !option.dataset.fields.split(" ").includes(select.value);
    }
    if (operators.selectedOptions[0].disabled) {
      operators.value = options.find((each) => !each.disabled).value;
    }
  }

  const isField = (each) => each.matches && each.matches('.desk-condition select[name$="-field"]');

  function clear(row) {
    for (const old of all(".error-message", row)) old.remove();
    for (const field of all("[aria-invalid]", row)) {
      field.removeAttribute("aria-invalid");
      field.removeAttribute("aria-describedby");
    }
    row.classList.remove("desk-condition--wrong");
  }

  function mark(panel, form) {
    for (const live of all("[data-desk-live]", form)) clear(live.closest(".desk-condition"));
    for (const about of all("[data-desk-about]", panel)) {
      const field = form.elements[about.dataset.deskAbout];
      const row = field && field.closest && field.closest(".desk-condition");
      if (!row || field.getAttribute("aria-invalid")) continue;
      const said = document.createElement("p");
      said.className = "error-message";
      said.dataset.deskLive = "";
      said.id = `${field.id}_error`;
      said.textContent = about.dataset.deskSaid;
      field.after(said);
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", said.id);
      row.classList.add("desk-condition--wrong");
    }
  }

  function preview(panel) {
    const form = panel.closest("form");
    let timer = 0;
    let asking = null;

    async function ask() {
      if (asking) asking.abort();
      const mine = (asking = new AbortController());
      panel.setAttribute("aria-busy", "true");
      try {
        const body = new FormData(form);
        const options = { method: "POST", body, signal: mine.signal };
        const answer = await fetch(panel.dataset.deskPreview, options);
        const text = await answer.text();
        if (answer.ok && !answer.redirected) {
          panel.innerHTML = text;
          mark(panel, form);
        }
      } catch (error) {
        if (error.name !== "AbortError" && !(error instanceof TypeError)) throw error;
      } finally {
        if (asking === mine) panel.removeAttribute("aria-busy");
      }
    }

    function soon(event) {
      const row = event.target.closest(".desk-condition");
      if (row) clear(row);
      clearTimeout(timer);
      timer = setTimeout(ask, 400);
    }

    for (const button of all("[data-desk-show]", form)) button.remove();
    form.addEventListener("input", soon);
    form.addEventListener("change", soon);
  }

  function start() {
    document.addEventListener("change", (event) => isField(event.target) && narrow(event.target));
    for (const select of all("select").filter(isField)) narrow(select);
    for (const panel of all("[data-desk-preview]")) preview(panel);
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
