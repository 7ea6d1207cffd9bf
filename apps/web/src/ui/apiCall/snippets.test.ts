import { execFileSync } from "node:child_process";
import { snippetOf } from "./snippets.js";

const call = {
  endpoint: "https://clientela.example/graphql",
  query: `# It's the list.\nquery {\n  customers(search: "L'Été") {\n    totalCount\n  }\n}\n`,
  variables: { on: true, note: "D'Ávila", none: null },
};

describe("snippets", () => {
  it("give curl a body that the shell hands over unchanged", () => {
    const script = snippetOf("curl", call).replace(/^curl/, "printf '%s\\n'");
    const words = execFileSync("sh", ["-c", script], { encoding: "utf8" }).trim().split("\n");
    expect(JSON.parse(words.at(-1) ?? "")).toEqual({
      query: `query { customers(search: "L'Été") { totalCount } }`,
      variables: call.variables,
    });
  });

  it("write TypeScript that is a program", () => {
    const tricky = ['query { a(b: "`', '{c}") }'].join("$");
    const code = snippetOf("typescript", { ...call, query: tricky });
    const body = code.slice(0, code.indexOf("\nconst response"));
    const query: unknown = new Function(`${body}; return query;`)();
    expect(query).toBe(`
${tricky}
`);
  });

  it("write the values of Python as Python does", () => {
    const code = snippetOf("python", call);
    expect(code).toContain('"on": True');
    expect(code).toContain('"none": None');
    expect(code).not.toContain("# It's the list");
  });

  it("leave variables out where there are none", () => {
    for (const language of ["curl", "typescript", "python"] as const) {
      expect(snippetOf(language, { ...call, variables: {} })).not.toContain("variables");
    }
  });
});
