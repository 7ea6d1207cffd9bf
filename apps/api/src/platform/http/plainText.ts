import { type DocumentNode, Kind, visit } from "graphql";
import { Invalid } from "../errors.js";

const NUL = String.fromCharCode(0);

// No input of the schema is as deep, and walking a value is recursive.
const MAX_LEVELS = 50;

const refuse = (path: string): never => {
  throw new Invalid([{ path, code: "invalid_characters" }]);
};

// Twice the maximum length of any stored text: what is longer is refused before it is processed.
const LONGEST_TEXT = 20_000;

// The path within the input, as the rules of its fields have it; the variable or argument itself where it is the text.
function assertShort(text: string, path: readonly string[]): void {
  if (text.length <= LONGEST_TEXT) return;
  const [whole = "", ...within] = path;
  const params = { max: LONGEST_TEXT };
  throw new Invalid([{ path: within.join(".") || whole, code: "too_long", params }]);
}

function assertPlain(value: unknown, path: readonly string[]): void {
  if (typeof value === "string") {
    assertShort(value, path);
    if (value.includes(NUL)) refuse(path.join("."));
  }
  if (typeof value !== "object" || value === null) return;
  if (path.length === MAX_LEVELS) {
    throw new Invalid([{ path: path[0] ?? "", code: "too_deep", params: { max: MAX_LEVELS } }]);
  }
  for (const [key, inner] of Object.entries(value)) assertPlain(inner, [...path, key]);
}

/**
 * Refuses NUL characters in variables, which PostgreSQL cannot store, texts that are too long, and values that are
 * nested too deeply; the error has the path.
 */
export function assertPlainVariables(variables: Record<string, unknown>): void {
  assertPlain(variables, []);
}

const plain = new WeakSet<DocumentNode>();

/** The same for text within the query itself. */
export function assertPlainDocument(document: DocumentNode): void {
  if (plain.has(document)) return;
  visit(document, {
    StringValue: (node, _key, parent, _path, ancestors) => {
      if (node.value.length <= LONGEST_TEXT && !node.value.includes(NUL)) return;
      const names = [...ancestors, parent].flatMap((at) =>
        at && "kind" in at && (at.kind === Kind.ARGUMENT || at.kind === Kind.OBJECT_FIELD)
          ? [at.name.value]
          : [],
      );
      assertShort(node.value, names);
      refuse(names.join("."));
    },
  });
  plain.add(document);
}
