"use strict";

/* Products in an order: Wagtail's own panel moves, drags, adds and removes the rows. Here numbers and
   ticks, which do without a script, make room for it; what was moved keeps the focus and is told. */
(function () {
  const MOVES = "[data-inline-panel-child-move-up], [data-inline-panel-child-move-down]";

  function equip(root) {
    for (const input of root.querySelectorAll("[data-desk-plain] input")) {
      if (input.type === "checkbox") input.setAttribute("value", input.checked ? "1" : "");
      input.type = "hidden";
    }
    for (const each of root.querySelectorAll("[data-desk-plain]")) each.hidden = true;
    for (const each of root.querySelectorAll("[data-desk-scripted]")) each.hidden = false;
  }

  function start(list) {
    const prefix = list.dataset.deskMembers;
    const rows = document.getElementById(`id_${prefix}-FORMS`);
    equip(rows);
    equip(document.getElementById(`id_${prefix}-EMPTY_FORM_TEMPLATE`).content);
    const panel = new window.MultipleChooserPanel({
      formsetPrefix: `id_${prefix}`,
      emptyChildFormPrefix: `${prefix}-__prefix__`,
      chooserFieldName: "product",
      canOrder: "deskOrdered" in list.dataset,
      maxForms: Number(list.dataset.deskMost),
    });
    const left = () => [...rows.children].filter((each) => !each.classList.contains("deleted"));
    const told = list.querySelector("[data-desk-told]");
    const tell = (words, isShown = false) => {
      told.classList.toggle("w-sr-only", !isShown);
      told.textContent = words;
    };
    const keyOf = (row) => row.querySelector("[name$='-product']").value;
    const titleOf = (row) => row.querySelector("[data-chooser-title]").textContent;

    function moved(row) {
      panel.updateOrderValues();
      panel.updateControlStates();
      list.dispatchEvent(new Event("change", { bubbles: true }));
      const now = left();
      tell(`${titleOf(row)} is number ${now.indexOf(row) + 1} of ${now.length} now.`);
    }

    /* What is in the list already is not put into it again. */
    function add(found, put) {
      const before = left();
      const here = new Set(before.map(keyOf));
      const fresh = found.filter((each) => !here.has(String(each.id)));
      put(fresh);
      const added = left().length - before.length;
      const again = found.length - fresh.length;
      const words = [`${added || "No"} product${added === 1 ? "" : "s"} added.`];
      if (again) words.push(`${again} ${again === 1 ? "is" : "are"} in the list already.`);
      if (added < fresh.length) words.push(`${fresh.length - added} did not fit: the list is full.`);
      tell(words.join(" "), words.length > 1);
    }

    const factory = panel.chooserWidgetFactory;
    const open = factory.openModal.bind(factory);
    factory.openModal = (put, options) => open((found) => add(found, put), options);

    rows.addEventListener("click", (event) => {
      const button = event.target.closest(MOVES);
      if (button) {
        const row = button.closest("[data-desk-row]");
        moved(row);
        [button, ...row.querySelectorAll(MOVES)].find((each) => !each.disabled)?.focus();
      }
      if (event.target.closest("[data-desk-remove]")) {
        const row = event.target.closest("[data-desk-row]");
        tell(`${titleOf(row)} is taken out when you save.`);
        const next = left().find((each) => row.compareDocumentPosition(each) & 4) || left().at(-1);
        const target = next?.querySelector("[data-desk-remove]");
        (target || document.getElementById(`id_${prefix}-OPEN_MODAL`)).focus();
      }
    });
    rows.addEventListener("end", (event) => moved(event.item));
    panel.updateOrderValues();
  }

  function all() {
    for (const list of document.querySelectorAll("[data-desk-members]")) start(list);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", all);
  else all();
})();
