// The example site as tests start with it: a copy without its output.
import { cpSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

export const EXAMPLE = fileURLToPath(new URL("../../example-site", import.meta.url));

/** Copies it with the photos that `run` has already resized: that takes ten seconds, and no test here checks it. */
export function copyOfExample(folder) {
  const filter = (file) => relative(EXAMPLE, file) !== "public";
  cpSync(EXAMPLE, folder, { recursive: true, filter, preserveTimestamps: true });
}
