import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const call = /\bgraphql\(\s*(?:\/\*\s*GraphQL\s*\*\/\s*)?`([^`]*)`\s*,?\s*\)/g;
const entry = /^ {4}("(?:[^"\\]|\\.)*"): typeof types\.(\w+),$/gm;
const generated = /^export const (\w+) = (\{"kind":"Document".*\}) as unknown as /gm;

/**
 * Writes the generated document in the place of each `graphql(…)` call. The generated map of all
 * sources would otherwise be in every first load, with each query's text in it twice; and a module
 * of all documents would be there still, where each belongs to the page that asks it.
 */
export function graphqlDocuments(folder: string): Plugin {
  let documents = new Map<string, string>();
  return {
    name: "graphql-documents",
    apply: "build",
    buildStart() {
      const code = readFileSync(`${folder}/graphql.ts`, "utf8");
      const byName = new Map(
        [...code.matchAll(generated)].map(([, name = "", document = ""]) => [name, document]),
      );
      const map = readFileSync(`${folder}/gql.ts`, "utf8");
      documents = new Map(
        [...map.matchAll(entry)].map(([, source = '""', name = ""]) => [
          JSON.parse(source),
          byName.get(name) ?? "",
        ]),
      );
    },
    transform(code, id) {
      if (id.startsWith(`${folder}/`) || !/\.tsx?$/.test(id) || !code.includes("graphql(")) return;
      const changed = code.replace(call, (_whole, source: string) => {
        const document = documents.get(source);
        if (!document) this.error(`${id}: run codegen, it does not know this document:\n${source}`);
        return `(${document})`;
      });
      return { code: changed, map: null };
    },
  };
}
