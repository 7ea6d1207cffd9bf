// The registers that name every noun, and how a new one is entered: at an anchor, which must be there exactly once.

/**
 * The lines that a noun adds, by file. Each goes in front of its anchor; imports go in front of the first one, as
 * the formatter sorts them.
 */
export function registerEdits({ noun, nouns, Noun, NOUN }) {
  return [
    {
      file: "packages/shared/src/records/recordKinds.ts",
      edits: [
        {
          before: "  File: {",
          insert:
            `  ${Noun}: { value: "${NOUN}", noun: "${nouns}", ` +
            'actions: ["created", "updated", "deleted", "restored", "purged"] },\n',
        },
      ],
    },
    {
      file: "packages/shared/src/sheetRegister.ts",
      import: `import { ${nouns}Sheet } from "./${nouns}/${nouns}.sheet.js";`,
      edits: [{ before: "} as const satisfies Partial<", insert: `  ${NOUN}: ${nouns}Sheet,\n` }],
    },
    {
      file: "apps/api/src/features.ts",
      import: `import { ${nouns} } from "./features/${nouns}/feature.js";`,
      edits: [{ before: "  files,\n", insert: `  ${nouns},\n` }],
    },
    {
      file: "apps/web/src/app/records.ts",
      import: `import { ${noun}Record } from "../features/${nouns}/${noun}.record.js";`,
      edits: [{ before: "  Contact: contactRecord,\n", insert: `  ${Noun}: ${noun}Record,\n` }],
    },
  ];
}

/** Enters a noun in a register's text. Throws where an anchor is missing or ambiguous, saying which. */
export function registered(text, { file, import: line, edits }) {
  const all = line
    ? [{ before: /^import /m.exec(text)?.[0], insert: `${line}\n`, first: true }, ...edits]
    : edits;
  return all.reduce((current, { before, insert, first = false }) => {
    const found = before === undefined ? 0 : current.split(before).length - 1;
    if (found === 0 || (found > 1 && !first))
      throw new Error(
        `${file}: ${found === 0 ? "nothing begins" : `${found} places begin`} with ${JSON.stringify(before ?? "import")}, ` +
          "where the noun goes; tell tools/new-record/registers.mjs where that is now.",
      );
    const at = current.indexOf(before);
    return current.slice(0, at) + insert + current.slice(at);
  }, text);
}
