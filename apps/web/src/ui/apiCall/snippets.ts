/** The languages in which a call is shown. */
export const snippetLanguages = ["curl", "typescript", "python"] as const;

/** One of the languages. */
export type SnippetLanguage = (typeof snippetLanguages)[number];

/** The names of the languages, which are the same everywhere. */
export const snippetLanguageNames: Record<SnippetLanguage, string> = {
  curl: "curl",
  typescript: "TypeScript",
  python: "Python",
};

/** What is sent to the API. */
export interface Call {
  endpoint: string;
  query: string;
  variables: unknown;
}

const makers: Record<SnippetLanguage, (call: Call) => string> = { curl, typescript, python };

/** A program that makes the call with an API key from the environment. */
export function snippetOf(language: SnippetLanguage, call: Call): string {
  return makers[language]({ ...call, query: withoutComments(call.query) });
}

// Single quotes keep the shell from reading anything inside, but for themselves.
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function withoutComments(query: string): string {
  return query.replace(/^[ \t]*#.*\n?/gm, "").trim();
}

function hasVariables(variables: unknown): boolean {
  return typeof variables === "object" && variables !== null && Object.keys(variables).length > 0;
}

function curl({ endpoint, query, variables }: Call): string {
  const body = {
    query: query.replace(/\s+/g, " "),
    ...(hasVariables(variables) ? { variables } : {}),
  };
  return [
    `curl ${endpoint} \\`,
    `  -H "Authorization: Bearer $CLIENTELA_API_KEY" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d ${quoted(JSON.stringify(body))}`,
  ].join("\n");
}

function indented(text: string, by: string): string {
  return text.replaceAll("\n", `\n${by}`);
}

function typescript({ endpoint, query, variables }: Call): string {
  const escaped = query.replace(/[\\`]|\$\{/g, "\\$&");
  const given = hasVariables(variables)
    ? `\nconst variables = ${JSON.stringify(variables, null, 2)};\n`
    : "";
  return `const query = \`
${escaped}
\`;
${given}
const response = await fetch("${endpoint}", {
  method: "POST",
  headers: {
    authorization: \`Bearer \${process.env.CLIENTELA_API_KEY}\`,
    "content-type": "application/json",
  },
  body: JSON.stringify({ query${given ? ", variables" : ""} }),
});
const { data, errors } = await response.json();
if (errors) throw new Error(errors[0].message);
console.log(data);`;
}

function pythonLiteral(value: unknown): string {
  return JSON.stringify(value, null, 4)
    .replace(/: true\b/g, ": True")
    .replace(/: false\b/g, ": False")
    .replace(/: null\b/g, ": None");
}

function python({ endpoint, query, variables }: Call): string {
  const given = hasVariables(variables);
  const json = given
    ? `{"query": QUERY, "variables": ${indented(pythonLiteral(variables), "    ")}}`
    : `{"query": QUERY}`;
  return `import os

import requests

QUERY = """
${query.replaceAll("\\", "\\\\")}
"""

response = requests.post(
    "${endpoint}",
    headers={"Authorization": f"Bearer {os.environ['CLIENTELA_API_KEY']}"},
    json=${json},
    timeout=30,
)
result = response.json()
if "errors" in result:
    raise RuntimeError(result["errors"][0]["message"])
print(result["data"])`;
}
