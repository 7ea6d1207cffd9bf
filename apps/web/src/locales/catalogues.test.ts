import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import type { Language } from "../i18n/language.js";
import { areas } from "./areas.js";
import { en } from "./en.js";
import { ptBR } from "./pt-BR.js";
import { ptPT } from "./pt-PT.js";

const source = join(__dirname, "..");
const catalogues: Record<Language, Record<string, string>> = {
  en: { ...en },
  "pt-BR": { ...ptBR },
  "pt-PT": { ...ptPT },
};
const languages = ["en", "pt-BR", "pt-PT"] as const satisfies Language[];
let keys: string[];
beforeAll(async () => {
  for (const area of Object.values(areas)) {
    for (const language of languages) Object.assign(catalogues[language], await area[language]());
  }
  keys = Object.keys(catalogues.en).sort();
});

function codeFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return entry.name === "locales" || entry.name === "gql" ? [] : codeFiles(path);
    }
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function placeholders(message: string): string[] {
  const found = new Set<string>();
  const walk = (tokens: unknown) => {
    if (!Array.isArray(tokens)) return;
    for (const token of tokens) {
      if (!Array.isArray(token)) continue;
      found.add(String(token[0]));
      if (typeof token[2] === "object" && token[2] !== null) Object.values(token[2]).forEach(walk);
    }
  };
  walk(compileMessageOrThrow(message));
  return [...found].sort();
}

describe("the catalogues", () => {
  it.each(languages)("%s has every key, and a text for it", (language) => {
    const catalogue = catalogues[language];
    expect(Object.keys(catalogue).sort()).toEqual(keys);
    expect(keys.filter((key) => !catalogue[key]?.trim())).toEqual([]);
  });

  it.each(["pt-BR", "pt-PT"] as const)("%s has the placeholders of English", (language) => {
    const catalogue = catalogues[language];
    const differ = Object.entries(catalogues.en).filter(
      ([key, message]) =>
        placeholders(message).join() !== placeholders(catalogue[key] ?? "").join(),
    );
    expect(differ.map(([key]) => key)).toEqual([]);
  });

  it("pt-PT says nothing in Brazilian words", () => {
    const ofBrazil =
      /\barquivos?\b|registr|usuári|planilha|contato|\bsenha|\bsalv|lixeira|exclu[ií]|banco de dados|requisiç|CNPJ|CPF|celular|\bem (?:uma?|outr[oa]s?)\b|\bvocê|equipe|aplicativo|gerenci|caractere|compartilh|desf[ae][zi]|(?:est[áã]o?) \w+(?:ando|endo|indo)\b/i;
    const wrong = Object.entries(catalogues["pt-PT"]).filter(([, text]) => ofBrazil.test(text));
    expect(wrong).toEqual([]);
  });

  it("has no key that no source file uses", () => {
    const code = codeFiles(source)
      .map((path) => readFileSync(path, "utf8"))
      .join("\n");
    // A template such as t(`shell.role.${role}`) uses all keys that start as it does.
    const starts = [...code.matchAll(/`([a-z][\w.]*\.)\$\{/g)].map(([, start = ""]) => start);
    const unused = keys.filter(
      (key) => !code.includes(`"${key}"`) && !starts.some((start) => key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });
});
