// The example site as tests begin with it: a copy, without what was built of it.
import { cpSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

export const EXAMPLE = fileURLToPath(new URL("../../example-site", import.meta.url));

/** Copies it with the photos that `run` had made: they take ten seconds, and no test here asks how they are made. */
export function copyOfExample(folder) {
  const filter = (file) => relative(EXAMPLE, file) !== "public";
  cpSync(EXAMPLE, folder, { recursive: true, filter, preserveTimestamps: true });
}
