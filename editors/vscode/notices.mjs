/** Writes the licences of the packages that are bundled into the extension: node notices.mjs META.json OUT.txt */

import { existsSync, readFileSync, writeFileSync } from "node:fs";

const [, , meta, out] = process.argv;
const inputs = Object.keys(JSON.parse(readFileSync(meta, "utf8")).inputs);
const folders = new Set(inputs.map((path) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]).filter(Boolean));
const notices = [...folders].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const names = ["LICENSE", "LICENSE.md", "LICENSE.txt", "License.txt", "license.txt"];
  const file = names.map((one) => `${folder}/${one}`).find(existsSync);
  if (file === undefined) {
    throw new Error(`${name} brings no licence`);
  }
  return `${name} ${version} (${license})\n\n${readFileSync(file, "utf8").trim()}\n`;
});
writeFileSync(out, notices.join(`\n${"-".repeat(80)}\n\n`));
