"use strict";

/* A row of products asks only for what its source needs. What is out of sight keeps its value, so
   that who tries another source and comes back finds it. */
(function () {
  const { StructBlockDefinition } = window.wagtailStreamField.blocks;
  const NEEDED = ["products", "collection", "category", "vendor"];

  function holderOf(rail, name) {
    const within = rail.container[0];
    return [...within.querySelectorAll(`[data-contentpath="${name}"]`)].find(
      (each) => each.parentElement.closest("[data-contentpath]") === within.closest("[data-contentpath]")
    );
  }

  class RailDefinition extends StructBlockDefinition {
    render(...given) {
      const rail = super.render(...given);
      const holders = NEEDED.map((name) => [name, holderOf(rail, name)]).filter(([, found]) => found);
      const source = holderOf(rail, "source").querySelector("select");
      const show = () => {
        for (const [name, holder] of holders) holder.hidden = name !== source.value;
      };
      source.addEventListener("change", show);
      show();
      return rail;
    }
  }

  window.telepath.register("fashionistar.rails.Rail", RailDefinition);
})();
