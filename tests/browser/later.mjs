// Pages that the program under test does not make yet; what tests of them is left out until it does.

/** Set to false when the pages are there: then a page that is missing is a mistake. */
const MAY_BE_MISSING = true;

/** Leaves a test out, with the reason, when a page is not made yet; whether it did. */
export function comesLater(test, { pages }, path) {
  const missing = MAY_BE_MISSING && !pages.some((page) => page.path === path);
  if (missing) test.skip(`the program does not make ${path} yet`);
  return missing;
}
