import { type DocumentNode, Kind, visit } from "graphql";
import { Invalid } from "./errors.js";

const NUL = String.fromCharCode(0);

function findNul(value: unknown, path: string): string | null {
  if (typeof value === "string") return value.includes(NUL) ? path : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = findNul(inner, path ? `${path}.${key}` : key);
    if (found !== null) return found;
  }
  return null;
}

const refuse = (path: string): never => {
  throw new Invalid([{ path, code: "invalid_characters" }]);
};

/** Refuses NUL characters in variables, which PostgreSQL cannot store; the path says where. */
export function assertPlainVariables(variables: Record<string, unknown>): void {
  const path = findNul(variables, "");
  if (path !== null) refuse(path);
}

const plain = new WeakSet<DocumentNode>();

/** The same for text that stands in the query itself. */
export function assertPlainDocument(document: DocumentNode): void {
  if (plain.has(document)) return;
  visit(document, {
    StringValue: (node, _key, parent, _path, ancestors) => {
      if (!node.value.includes(NUL)) return;
      const names = [...ancestors, parent].flatMap((at) =>
        at && "kind" in at && (at.kind === Kind.ARGUMENT || at.kind === Kind.OBJECT_FIELD)
          ? [at.name.value]
          : [],
      );
      refuse(names.join("."));
    },
  });
  plain.add(document);
}
