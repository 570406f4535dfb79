"use strict";

/* The picture of a look, with its hotspots on it as numbered markers. The list of hotspots and its
   number fields stay what is saved: markers are drawn from them and write into them. */
(function () {
  const { StructBlockDefinition } = window.wagtailStreamField.blocks;
  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const SLACK = 4; // pixels that a pointer may move and still have clicked

  function make(tag, className, attributes) {
    const element = Object.assign(document.createElement(tag), { className });
    for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
    return element;
  }

  /* Per cent with one decimal, on the picture. */
  const within = (value) => Math.round(Math.min(100, Math.max(0, value)) * 10) / 10;

  class Picker {
    constructor(look) {
      this.list = look.childBlocks.hotspots;
      this.chooser = look.childBlocks.image.widget;
      this.pictureUrl = look.blockDef.meta.pictureUrl;
      this.markers = new Map(); // item of the list -> its marker
      this.placing = null; // the item that the next click on the picture moves
      this.build();
      this.list.container[0].closest("[data-contentpath]").before(this.root);
      this.follow(look.container[0]);
      this.draw();
    }

    build() {
      this.root = make("div", "looks");
      this.stage = make("div", "looks__stage", { role: "group", "aria-label": "Hotspots on the picture" });
      this.image = make("img", "looks__picture", { alt: "", draggable: "false" });
      this.hint = make("p", "help looks__hint");
      this.said = make("p", "w-sr-only", { "aria-live": "polite" });
      this.more = make("button", "button button-secondary", { type: "button" });
      this.more.textContent = "Add a hotspot in the middle";
      this.stage.append(this.image);
      this.root.append(this.stage, this.hint, this.more, this.said);
      this.image.addEventListener("click", (event) => this.place(...this.under(event)));
      this.more.addEventListener("click", () => this.place(50, 50));
      this.stage.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && this.placing) this.hold(null);
      });
    }

    /* Draw again whenever the fields or the order of the list change. */
    follow(container) {
      for (const kind of ["input", "change"]) container.addEventListener(kind, () => this.draw());
      for (const name of ["blockCountChanged", "moveBlock"]) {
        const before = this.list[name];
        this.list[name] = (...given) => {
          before.apply(this.list, given);
          this.draw();
        };
      }
    }

    draw() {
      const items = this.list.children;
      if (this.placing && !items.includes(this.placing)) this.placing = null;
      this.drawPicture();
      for (const [item, marker] of this.markers) {
        if (items.includes(item)) continue;
        marker.remove();
        this.markers.delete(item);
      }
      items.forEach((item, index) => this.drawMarker(item, index));
      this.drawHint();
    }

    drawPicture() {
      const chosen = this.chooser.getState();
      this.stage.hidden = !chosen;
      const id = chosen ? String(chosen.id) : "";
      if (this.image.dataset.id === id) return;
      this.image.dataset.id = id;
      if (!id) return;
      const { width, height } = chosen.preview || {};
      this.image.style.aspectRatio = `${width} / ${height}`; // room for it while it loads
      this.image.src = this.pictureUrl.replace("/0/", `/${id}/`);
    }

    drawMarker(item, index) {
      const marker = this.markers.get(item) || this.addMarker(item);
      const [x, y] = this.where(item);
      marker.hidden = !(x >= 0 && x <= 100 && y >= 0 && y <= 100);
      marker.style.left = `${x}%`;
      marker.style.top = `${y}%`;
      marker.textContent = String(index + 1);
      marker.setAttribute("aria-label", this.nameOf(item));
      marker.setAttribute("aria-pressed", String(this.placing === item));
      // Tab walks through the markers by their numbers.
      const next = this.stage.children[index + 1];
      if (next !== marker) this.stage.insertBefore(marker, next || null);
    }

    drawHint() {
      const next = this.next();
      const full = !next && this.isFull();
      this.more.hidden = this.stage.hidden || full;
      if (this.stage.hidden) this.hint.textContent = "Choose an image, then place the hotspots on it here.";
      else if (next) this.hint.textContent = `Click the picture where hotspot ${this.numberOf(next)} is.`;
      else if (full) this.hint.textContent = `There are ${this.list.children.length} hotspots, and that is the most.`;
      else this.hint.textContent = "Click the picture to add a hotspot. Drag a marker to move it, or use the arrow keys (with Shift in small steps).";
    }

    addMarker(item) {
      const marker = make("button", "looks__marker", { type: "button" });
      this.markers.set(item, marker);
      this.stage.append(marker);
      let from = null; // where the pointer went down
      let moved = false;
      marker.addEventListener("pointerdown", (event) => {
        if (event.button !== 0) return;
        from = event;
        moved = false;
        marker.setPointerCapture(event.pointerId);
      });
      marker.addEventListener("pointermove", (event) => {
        if (!from) return;
        moved ||= Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > SLACK;
        if (moved) this.move(item, ...this.under(event));
      });
      marker.addEventListener("pointerup", () => {
        if (from && moved) this.say(item);
        from = null;
      });
      marker.addEventListener("pointercancel", () => {
        from = null;
        moved = false;
      });
      // A click that did not drag takes the marker up: the next click on the picture puts it down.
      marker.addEventListener("click", () => {
        if (!moved) this.hold(this.placing === item ? null : item);
        moved = false;
      });
      marker.addEventListener("keydown", (event) => this.step(item, event));
      return marker;
    }

    step(item, event) {
      const way = STEPS[event.key];
      if (!way || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const length = event.shiftKey ? 0.1 : 1;
      const [x, y] = this.where(item);
      this.move(item, x + way[0] * length, y + way[1] * length);
      this.say(item);
    }

    hold(item) {
      this.placing = item;
      this.draw();
    }

    /* The item that a click on the picture places; none where it adds one. */
    next() {
      const isEmpty = (item) => this.fields(item).every((field) => !field.getValue());
      return this.placing || this.list.children.find(isEmpty);
    }

    isFull() {
      return this.list.children.length >= this.list.blockDef.meta.maxNum;
    }

    place(x, y) {
      let item = this.next();
      if (!item) {
        if (this.isFull()) return;
        const { children, blockDef } = this.list;
        item = this.list.insert(blockDef.initialChildState, children.length, { id: newId() });
      }
      this.placing = null;
      this.move(item, x, y);
      this.markers.get(item).focus();
      this.say(item);
    }

    move(item, x, y) {
      [x, y].forEach((value, index) => {
        const field = this.fields(item)[index];
        field.setState(String(within(value)));
        // Wagtail's preview and its warning of unsaved changes hear of it as of typing.
        const input = field.element.querySelector("input");
        for (const kind of ["input", "change"]) input.dispatchEvent(new Event(kind, { bubbles: true }));
      });
    }

    say(item) {
      const [x, y] = this.where(item);
      this.said.textContent = `Hotspot ${this.numberOf(item)}: ${x} per cent from the left, ${y} from the top.`;
    }

    fields(item) {
      return [item.block.childBlocks.x, item.block.childBlocks.y];
    }

    where(item) {
      return this.fields(item).map((field) => parseFloat(field.getValue()));
    }

    numberOf(item) {
      return this.list.children.indexOf(item) + 1;
    }

    nameOf(item) {
      const { variant, label } = item.block.childBlocks;
      const name = variant.getTextLabel() || label.getValue() || "no piece chosen yet";
      return `Hotspot ${this.numberOf(item)}: ${name}`;
    }

    under(event) {
      const box = this.image.getBoundingClientRect();
      const x = ((event.clientX - box.left) / box.width) * 100;
      return [x, ((event.clientY - box.top) / box.height) * 100];
    }
  }

  const newId = () => (window.crypto.randomUUID ? window.crypto.randomUUID() : null);

  class LookDefinition extends StructBlockDefinition {
    render(...given) {
      const look = super.render(...given);
      new Picker(look);
      return look;
    }
  }

  window.telepath.register("fashionistar.looks.Look", LookDefinition);
})();
