// Visits all types of pages, and reports what the browser blocked because of a policy.
import { pagesOf } from "./site.mjs";
import { spread } from "./types.mjs";

/** What a Content-Security-Policy blocked on any type of page of a built site; `at` returns the URL of a page. */
export async function walk(page, output, at) {
  const stopped = [];
  await page.exposeFunction("dpStopped", (words) => void stopped.push(words));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      window.dpStopped(`${location.pathname}: ${event.violatedDirective} blocks ${event.blockedURI} ${event.sample}`);
    });
  });
  for (const path of spread(pagesOf(output))) {
    await page.goto(at(path));
    await page.evaluate(() => {
      document.querySelectorAll("details").forEach((part) => { part.open = true; });
      scrollTo(0, document.body.scrollHeight);
    });
  }
  return stopped;
}
