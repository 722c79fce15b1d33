// Runs inside a page: where Tab should go, and whether the focus is visible there.

/** Defines `window.steps` on a page. One function, so that it can be passed to the browser. */
export function steps() {
  const interactive = "a[href], button, input, select, textarea, summary, [tabindex]";
  const RING = 4;
  let stops = [], plain = [], last = null;

  const name = (item) => `${item.tagName.toLowerCase()} “${(item.textContent || item.ariaLabel || item.id).trim().slice(0, 40)}”`;
  const family = (item) => (item && item !== document.body ? [item, ...family(item.parentElement)] : []);
  const outline = (item) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(item);
    return outlineStyle === "none" || parseFloat(outlineWidth) < 2 ? "" : outlineColor;
  };
  const scrolls = (item) => item.scrollWidth > item.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(item).overflowX)
    && !item.querySelector(interactive);

  /** Red, green and blue of a colour as the browser paints it; null if it is transparent. */
  function paint(colour) {
    const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return a < 255 ? null : [r, g, b];
  }
  const light = (colour) => colour.map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const contrast = (a, b) => {
    const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (item) => {
    for (const one of [...family(item.parentElement), document.body]) {
      const colour = paint(getComputedStyle(one).backgroundColor);
      if (colour) return colour;
    }
    return [255, 255, 255];
  };

  /** Checks that a focus ring with enough contrast appears around an item or one of its ancestors. */
  function seen(item, at) {
    const ring = family(item).find((one, up) => outline(one) && outline(one) !== plain[at][up]);
    if (!ring) return ["its focus is not visible"];
    const colour = paint(outline(ring));
    const much = colour ? contrast(colour, ground(ring)) : 1;
    return much >= 3 ? [] : [`its focus ring has a contrast of only ${much.toFixed(1)}`];
  }

  /** Checks that an item is inside the window, with room for its ring, and that nothing covers it. */
  function bare(item, box) {
    const tall = box.height > innerHeight - 2 * RING;
    if (box.left < 0 || box.right > innerWidth || (!tall && (box.top < RING || box.bottom > innerHeight - RING))) {
      return [`it is outside the window: ${[box.left, box.top, box.right, box.bottom].map(Math.round)}`];
    }
    return [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8]].flatMap(([x, y]) => {
      const hit = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
      return item.contains(hit) ? [] : [`${hit ? name(hit) : "something"} covers it`];
    });
  }

  /** Checks that the focus only moves up to something beside the last stop, never back to something above it. */
  function order(item, box) {
    const top = box.top + scrollY, bottom = box.bottom + scrollY;
    const back = last && bottom <= last.top && box.left < last.right && box.right > last.left;
    const words = back ? [`it is above “${last.name}”, but comes after it`] : [];
    last = { top, bottom, left: box.left, right: box.right, name: name(item) };
    return words;
  }

  window.steps = {
    /** Finds where Tab should go; returns how many stops there are. */
    begin() {
      stops = [...document.querySelectorAll("body *")]
        .filter((item) => item.matches(interactive) || scrolls(item))
        .filter((item) => item.tabIndex >= 0 || scrolls(item))
        .filter((item) => !item.disabled && item.checkVisibility({ visibilityProperty: true }));
      plain = stops.map((item) => family(item).map(outline));
      last = null;
      return stops.length;
    },
    /** Returns what is wrong with the place of the focus after this many steps. */
    look(at) {
      const item = document.activeElement;
      if (at === stops.length) return item === document.body || item === stops[0] ? [] : [`the focus is trapped at ${name(item)}`];
      if (item !== stops[at]) return [`after ${at} steps the focus is on ${name(item)}, not on ${name(stops[at])}`];
      const box = item.getClientRects()[0];
      const skips = at === 0 ? [] : order(item, box);
      return [...skips, ...seen(item, at), ...bare(item, box)].map((words) => `${name(item)}: ${words}`);
    },
  };
}
