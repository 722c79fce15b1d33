// Whether a page fits in its window; the function runs inside the page.

/** Everything that is too wide, or that hides what does not fit; not what is meant to scroll, or is there only to be heard. */
export function misfits() {
  const chain = (item) => (item && item !== document.body ? [item, ...chain(item.parentElement)] : []);
  const style = (item) => getComputedStyle(item);
  const meant = (item) => chain(item).some((one) => /auto|scroll/.test(style(one).overflowX) || style(one).clipPath !== "none");
  const name = (item) => `${item.tagName.toLowerCase()}.${item.getAttribute("class") ?? ""} “${item.textContent.trim().slice(0, 30)}”`;
  const hides = (item) => /hidden|clip/.test(style(item).overflowX) && item.scrollWidth > item.clientWidth + 1;
  const out = ({ left, right }) => right > innerWidth + 0.5 || left < -0.5;
  const where = (item) => {
    const { left, right } = item.getBoundingClientRect();
    return out({ left, right }) ? `runs from ${Math.round(left)} to ${Math.round(right)}` : "hides what does not fit";
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
