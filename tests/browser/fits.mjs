// Checks that a page fits in its window; the functions run inside the page.

/** Everything that is too wide or cuts off its content, except what may scroll or is only for screen readers. */
export function misfits() {
  const chain = (item) => (item && item !== document.body ? [item, ...chain(item.parentElement)] : []);
  const style = (item) => getComputedStyle(item);
  const meant = (item) => chain(item).some((one) => /auto|scroll/.test(style(one).overflowX) || style(one).clipPath !== "none");
  const name = (item) => `${item.tagName.toLowerCase()}.${item.getAttribute("class") ?? ""} “${item.textContent.trim().slice(0, 30)}”`;
  const hides = (item) => /hidden|clip/.test(style(item).overflowX) && item.scrollWidth > item.clientWidth + 1;
  const out = ({ left, right }) => right > innerWidth + 0.5 || left < -0.5;
  const where = (item) => {
    const { left, right } = item.getBoundingClientRect();
    return out({ left, right }) ? `runs from ${Math.round(left)} to ${Math.round(right)}` : "cuts off its content";
  };
  const wrong = [...document.querySelectorAll("body *")].filter((item) => {
    const box = item.getBoundingClientRect();
    if (!box.width || !box.height || meant(item.parentElement)) return false;
    return out(box) || (hides(item) && !meant(item));
  });
  const { scrollWidth } = document.scrollingElement;
  const page = scrollWidth > innerWidth ? [`the page is ${scrollWidth} wide in ${innerWidth}`] : [];
  const innermost = wrong.filter((item) => !wrong.some((other) => other !== item && item.contains(other)));
  return [...page, ...innermost.map((item) => `${name(item)} ${where(item)}`)];
}

/** Words of the title that are broken without a hyphen, if they are no longer than names usually are. */
export function brokenTitles() {
  return [...document.querySelectorAll("h1")].flatMap((title) => {
    const longest = getComputedStyle(title).hyphens === "auto" ? 11 : 20;
    const walk = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
    const broken = [];
    while (walk.nextNode()) {
      for (const { 0: word, index } of walk.currentNode.data.matchAll(/[\p{L}\p{M}’']+/gu)) {
        if ([...word].length > longest) continue;
        const range = document.createRange();
        range.setStart(walk.currentNode, index);
        range.setEnd(walk.currentNode, index + word.length);
        const lines = new Set([...range.getClientRects()].filter(({ width }) => width).map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(`the title breaks “${word}”`);
      }
    }
    return broken;
  });
}
