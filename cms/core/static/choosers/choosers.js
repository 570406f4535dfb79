"use strict";

/* A field that holds a product or a piece shows its picture, and below its title vendor, price and
   how it stands. */
(function () {
  class GoodsChooser extends window.Chooser {
    initHTMLElements(id) {
      super.initHTMLElements(id);
      this.picture = this.chooserElement.querySelector("[data-goods-picture]");
      this.line = this.chooserElement.querySelector("[data-goods-line]");
    }

    getStateFromHTML() {
      const state = super.getStateFromHTML();
      if (!state) return state;
      return { ...state, picture: this.picture.getAttribute("src"), line: this.line.textContent };
    }

    renderState(state) {
      super.renderState(state);
      this.picture.hidden = !state.picture;
      if (state.picture) this.picture.setAttribute("src", state.picture);
      else this.picture.removeAttribute("src");
      this.line.textContent = state.line || "";
    }
  }

  const Factory = window.telepath.constructors["wagtail.admin.widgets.Chooser"];

  class GoodsFactory extends Factory {
    widgetClass = GoodsChooser;
  }

  window.GoodsChooser = GoodsChooser;
  window.telepath.register("fashionistar.choosers.Goods", GoodsFactory);
})();
