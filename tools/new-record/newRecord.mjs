// `pnpm new:record NOUN` writes the start of a kind of record in both apps, from the templates beside this file, and
// enters it in the registers. It writes all or nothing: what is in the way is named before the first file is written.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { root, runBinary, runScript } from "../workspace.mjs";
import { namesOf, WrongArguments } from "./names.mjs";
import { registerEdits, registered } from "./registers.mjs";

const TEMPLATES = path.join(import.meta.dirname, "templates");
const MIGRATIONS = "apps/api/src/migrations";

const read = (file) => readFileSync(path.join(root, file), "utf8");

function nextMigration() {
  const numbers = readdirSync(path.join(root, MIGRATIONS)).map((file) => Number.parseInt(file, 10));
  return String(Math.max(...numbers) + 1);
}

/** What the schema has already under one of the new noun's names. */
function takenNames({ noun, nouns, Noun }) {
  const schema = read("apps/api/schema.graphql");
  const types = [Noun, `${Noun}Filter`, `${Noun}Order`, `${Noun}Status`, `${Noun}Payload`];
  const fields = new RegExp(`^  (${noun}|${nouns})[(:]`, "m").exec(schema)?.[1];
  return [
    ...types.filter((type) =>
      new RegExp(`^(type|enum|input|interface|scalar) ${type}\\b`, "m").test(schema),
    ),
    ...(fields ? [fields] : []),
  ];
}

const filled = (text, names) =>
  text.replaceAll(/__([A-Za-z]+)__/g, (placeholder, key) => names[key] ?? placeholder);

/** The new files with their texts. */
function newFiles(names) {
  return readdirSync(TEMPLATES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((template) => ({
      file: filled(path.relative(TEMPLATES, template).replace(/\.template$/, ""), names),
      text: filled(readFileSync(template, "utf8"), names),
    }));
}

/** Writes the noun. Throws where its names are taken, a file is in the way or a register has no place for it. */
async function writeRecord(names) {
  const taken = takenNames(names);
  if (taken.length > 0)
    throw new WrongArguments(`The schema already has ${taken.join(", ")}; choose another noun.`);
  const created = newFiles(names);
  const inTheWay = created.filter(({ file }) => existsSync(path.join(root, file)));
  if (inTheWay.length > 0)
    throw new Error(`Already there:\n${inTheWay.map(({ file }) => `  ${file}`).join("\n")}`);
  const changed = registerEdits(names).map((register) => ({
    file: register.file,
    text: registered(read(register.file), register),
  }));
  for (const { file, text } of [...created, ...changed]) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  const files = [...created, ...changed].map(({ file }) => file);
  const formatted = await runBinary("biome", ["check", "--write", ...files], { quiet: true });
  if (!formatted.ok) throw new Error(`biome check:\n${formatted.output}`);
  const printed = await runScript("apps/api", "print-schema", [], { quiet: true });
  if (!printed.ok) throw new Error(`print-schema:\n${printed.output}`);
  return { created, changed };
}

try {
  const text = { type: "string" };
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { plural: text, pt: text, "pt-plural": text, "pt-article": text, tab: text },
  });
  const names = { ...namesOf(positionals, values), migration: nextMigration() };
  const { created, changed } = await writeRecord(names);
  const list = (files) => files.map(({ file }) => `  ${file}`).join("\n");
  console.log(`Created ${created.length} files:\n${list(created)}\n`);
  console.log(`Entered in ${changed.length} registers:\n${list(changed)}\n`);
  console.log(
    "Printed anew: apps/api/schema.graphql, apps/api/subgraph.graphql, docs/permissions.md, docs/webhooks.md\n",
  );
  const translate = values.pt ? "" : "\n  - Translate messages.pt-BR.ts and messages.pt-PT.ts.";
  console.log(`Next:
  - Give it its own fields: entity, input, rules, sheet and migration; in the web app fields and operations.
  - Say in packages/shared/src/records/roles.ts which roles write it; now admins do.${translate}
  - npm test`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
