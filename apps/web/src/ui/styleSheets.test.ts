import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const source = resolve(__dirname, "..");
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).map((name) =>
  join(source, name),
);
const read = (path: string) => readFileSync(path, "utf8");

interface Use {
  sheet: string;
  name: string;
  component: string;
}

// A style sheet is imported by a name, and its classes are read from that: `classes.row`.
const uses = files
  .filter((path) => /\.tsx?$/.test(path))
  .flatMap((component): Use[] => {
    const code = read(component);
    // One component chooses a class by a name that it is given; its sheet counts as used whole.
    const imports = code.matchAll(/import (\w+) from "([^"]+\.module\.css)"/g);
    return [...imports].flatMap(([, alias, path = ""]) =>
      (code.includes(`${alias}[`)
        ? [...classesOf(resolve(dirname(component), path))]
        : [...code.matchAll(new RegExp(`\\b${alias}\\.(\\w+)`, "g"))].map(([, name]) => name)
      ).map((name = "") => ({
        sheet: resolve(dirname(component), path),
        name,
        component: relative(source, component),
      })),
    );
  });

function classesOf(sheet: string): Set<string | undefined> {
  const rules = read(sheet).replace(/\/\*[\s\S]*?\*\//g, "");
  return new Set([...rules.matchAll(/\.([a-zA-Z]\w*)(?=[\s,:.[>)])/g)].map(([, name]) => name));
}

test("a class that a component uses is in its style sheet", () => {
  const missing = uses.filter(({ sheet, name }) => !classesOf(sheet).has(name));
  expect(missing.map(({ component, name }) => `${component}: ${name}`)).toEqual([]);
});

test("a class of a style sheet is used", () => {
  const unused = files
    .filter((path) => path.endsWith(".module.css"))
    .flatMap((sheet) => {
      const used = new Set(uses.filter((use) => use.sheet === sheet).map(({ name }) => name));
      return [...classesOf(sheet)]
        .filter((name) => !used.has(name ?? ""))
        .map((name) => `${relative(source, sheet)}: ${name}`);
    });
  expect(unused).toEqual([]);
});
