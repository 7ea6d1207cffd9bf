import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const call = /\bgraphql\(\s*(?:\/\*\s*GraphQL\s*\*\/\s*)?`([^`]*)`\s*,?\s*\)/g;
const entry = /^ {4}("(?:[^"\\]|\\.)*"): typeof types\.(\w+),$/gm;

/**
 * Puts the generated document in the place of each `graphql(…)` call. The generated map of all
 * sources would otherwise be in every first load, with each query's text in it twice.
 */
export function graphqlDocuments(folder: string): Plugin {
  let names = new Map<string, string>();
  return {
    name: "graphql-documents",
    apply: "build",
    buildStart() {
      const map = readFileSync(`${folder}/gql.ts`, "utf8");
      names = new Map(
        [...map.matchAll(entry)].map(([, source = '""', name = ""]) => [JSON.parse(source), name]),
      );
    },
    transform(code, id) {
      if (id.startsWith(`${folder}/`) || !/\.tsx?$/.test(id) || !code.includes("graphql(")) return;
      const used = new Set<string>();
      const changed = code.replace(call, (_whole, source: string) => {
        const name = names.get(source);
        if (!name) this.error(`${id}: run codegen, it does not know this document:\n${source}`);
        used.add(name);
        return name;
      });
      if (used.size === 0) return;
      const imports = `import { ${[...used].join(", ")} } from "${folder}/graphql.js";\n`;
      return { code: imports + changed, map: null };
    },
  };
}
