"use strict";

/* A list to choose from, in a dialog. Of the lists that are asked for one after another only the newest
   is shown, and an old one cannot be chosen from while it is on its way. What is ticked stays ticked
   whatever is looked for next; how many there are stands beside the button that takes them. */
(function () {
  const TICK = "[data-multiple-choice-select]";
  const MANY = "[data-multiple-choice-form]";
  const SEARCH = "form[data-chooser-modal-search]";
  let newest = null;

  /* By its form: a dialog has its own ticks each time it is opened. */
  const kept = new WeakMap();

  function ticksOf(form) {
    if (!kept.has(form)) kept.set(form, new Set());
    return kept.get(form);
  }

  const searchOf = (form) => form.closest(".modal-body").querySelector(SEARCH);

  /* Return the list that a request fills, or nothing where it is for something else. */
  function listFor(address) {
    const search = document.querySelector(`.modal ${SEARCH}`);
    if (!search || new URL(address, location).pathname !== new URL(search.action).pathname) return null;
    return search.closest(".modal-body").querySelector("#search-results");
  }

  function hidden(value) {
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name: "id", value });
    return input;
  }

  function counter(form) {
    let found = form.querySelector("[data-choices-ticked]");
    if (!found) {
      found = document.createElement("div");
      found.className = "choices-ticked";
      found.dataset.choicesTicked = "";
      found.innerHTML = '<span role="status"></span><span data-choices-sent hidden></span>' +
        '<button type="button" class="button button-secondary" data-choices-untick>Untick all</button>';
      form.querySelector("[data-multiple-choice-submit]").after(found);
    }
    return found;
  }

  /* Every tick is sent, in the order in which they were made; the boxes themselves say it again. */
  function tell(form) {
    const ticks = ticksOf(form);
    const boxes = [...form.querySelectorAll(TICK)];
    for (const box of boxes) box.checked = ticks.has(box.value);
    const shown = boxes.filter((each) => each.checked).length;
    const elsewhere = ticks.size - shown;
    const bar = counter(form);
    bar.querySelector("[role=status]").textContent =
      `${ticks.size || "None"} ticked${elsewhere ? `, ${elsewhere} of them not in this list` : ""}`;
    bar.querySelector("[data-choices-untick]").hidden = !ticks.size;
    bar.querySelector("[data-choices-sent]").replaceChildren(...[...ticks].map(hidden));
    form.querySelector("[data-multiple-choice-submit]").disabled = !ticks.size;
  }

  function tellAll() {
    const form = document.querySelector(`.modal ${MANY}`);
    if (form && searchOf(form)) tell(form);
  }

  window.jQuery(document).on("ajaxSend", (event, request, { url }) => {
    const list = listFor(url);
    if (!list) return;
    const before = newest;
    newest = request;
    if (before) before.abort();
    list.setAttribute("aria-busy", "true");
    request.always((said, outcome) => {
      if (newest !== request) return;
      newest = null;
      /* Given up because something is being typed: the next one follows. */
      if (outcome === "abort") return;
      list.removeAttribute("aria-busy");
      if (outcome !== "success") list.innerHTML =
        '<p class="error-message" role="alert">The list could not be loaded. Search again.</p>';
      tellAll();
    });
  });

  document.addEventListener("change", ({ target }) => {
    const form = target.matches(TICK) && target.closest(`.modal ${MANY}`);
    if (!form) return;
    if (target.checked) ticksOf(form).add(target.value);
    else ticksOf(form).delete(target.value);
    tellAll();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest(".modal [aria-busy=true]")) {
      event.preventDefault();
      event.stopPropagation();
    }
    const untick = event.target.closest("[data-choices-untick]");
    if (!untick) return;
    const form = untick.closest(MANY);
    ticksOf(form).clear();
    tellAll();
    (form.querySelector(TICK) || searchOf(form).querySelector("input, select")).focus();
  }, true);

  window.jQuery(document).on("show.bs.modal", ".modal", tellAll);
})();
