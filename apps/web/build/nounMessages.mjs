import { existsSync, readdirSync } from "node:fs";

const FEATURES = new URL("../src/features/", import.meta.url);

const isNoun = (folder) =>
  readdirSync(new URL(`${folder}/`, FEATURES)).some((file) => file.endsWith(".record.ts"));

/**
 * A codegen plugin: the messages of all kinds of record in one language. They are found by convention: a folder with a
 * `.record.ts` has a `messages.<language>.ts`, which exports them under the folder's name.
 */
export const plugin = (_schema, _documents, { language }) => {
  const nouns = readdirSync(FEATURES, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() && isNoun(entry.name) ? [entry.name] : []))
    .sort();
  const fileOf = (noun) => `features/${noun}/messages.${language}.ts`;
  const missing = nouns.map(fileOf).filter((file) => !existsSync(new URL(`../${file}`, FEATURES)));
  if (missing.length > 0) throw new Error(`missing: ${missing.join(", ")}`);
  const modules = nouns.map((noun) => `../${fileOf(noun).replace(/ts$/, "js")}`);
  return [
    ...nouns.map((noun, index) => `import { ${noun} } from ${JSON.stringify(modules[index])};`),
    `export const nounMessages = { ${nouns.map((noun) => `...${noun}`).join(", ")} } as const;\n`,
  ].join("\n");
};
