import { currencyFromText } from "@clientela/shared/values/currencies";

// A dollar sign is that of many countries; the language that Excel and LibreOffice write behind it says which (LCID, MS-LCID 2.2).
const DOLLARS: Readonly<Record<string, string>> = {
  409: "USD",
  "40a": "EUR",
  816: "EUR",
  "80a": "MXN",
  c09: "AUD",
  1009: "CAD",
  1409: "NZD",
  "2c0a": "ARS",
  "340a": "CLP",
  "240a": "COP",
};

const TOKEN = /"[^"]*"?|\\.|[_*].|\[\$([^\]-]*)(?:-([0-9a-f]+))?\]|\[[^\]]*\]|./giu;
const PLACEHOLDER = /^[\d#?.,%+\-/ ()@]$/;

/**
 * The currency that a section of a number format shows amounts in, such as `"R$" #,##0.00` or `[$€-816] #,##0.00`, as its
 * ISO 4217 code; null where it names none, or a dollar that may be that of many countries.
 */
export function currencyOfFormat(section: string): string | null {
  if (!/[#0?]|general/i.test(section)) return null;
  let sign = "";
  let language = "";
  for (const [token, symbol, lcid = ""] of section.replace(/general/gi, "").matchAll(TOKEN)) {
    if (symbol !== undefined) {
      sign += symbol;
      language = lcid.toLowerCase();
    } else if (token.startsWith('"')) sign += token.replaceAll('"', "");
    else if (token.startsWith("\\")) sign += token.slice(1);
    else if (!/^[_*[]/.test(token) && !PLACEHOLDER.test(token)) sign += token;
  }
  sign = sign.replace(/[\s().,+-]+/g, "");
  if (sign === "") return null;
  return sign === "$" ? (DOLLARS[language] ?? null) : currencyFromText(sign);
}
