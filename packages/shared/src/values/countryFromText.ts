import { COUNTRIES, COUNTRY_CODES, isCountry } from "./countries.js";
import { foldText } from "./foldText.js";

// Names that Intl does not give: own names, older names, long forms and abbreviations.
const ALIASES: Readonly<Record<string, string>> = {
  AE: "UAE|EAU|Emirates|Emirados Árabes|Emiratos Árabes",
  AT: "Österreich",
  BE: "Belgique|België",
  BG: "България",
  BO: "Plurinational State of Bolivia|Bolivia (Plurinational State of)",
  // 1058 is its code in the tables of its central bank, which Brazilian systems export.
  BR: "Brasil|Brazil|Brésil|República Federativa do Brasil|Bra|1058",
  BY: "Беларусь",
  CD: "DR Congo|DRC|RDC|Democratic Republic of the Congo|República Democrática do Congo|Congo (Kinshasa)",
  CG: "Congo|Republic of the Congo|Congo (Brazzaville)",
  CH: "Schweiz|Suisse|Svizzera",
  CI: "Ivory Coast|Côte d'Ivoire",
  CN: "PRC|People's Republic of China|República Popular da China|中国",
  CV: "Cape Verde|Cabo Verde",
  CZ: "Czech Republic|República Checa|República Tcheca|Česko|Česká republika",
  DE: "Deutschland|República Federal da Alemanha|Federal Republic of Germany",
  DK: "Danmark",
  ES: "España|Reino de España|Espana",
  FI: "Suomi",
  GB: "UK|U.K.|Great Britain|Grã-Bretanha|Gran Bretaña|England|Inglaterra|Scotland|Escócia|Escocia|Wales|País de Gales|Gales|Northern Ireland|Irlanda do Norte|Irlanda del Norte|United Kingdom of Great Britain and Northern Ireland",
  GR: "EL|Hellas|Ελλάδα",
  HK: "Hong Kong",
  HR: "Hrvatska",
  HU: "Magyarország",
  IE: "Republic of Ireland|República da Irlanda|Éire",
  IR: "Islamic Republic of Iran|Iran, Islamic Republic of",
  IT: "Italia",
  JP: "日本",
  KP: "Democratic People's Republic of Korea|Korea, Democratic People's Republic of|DPRK",
  KR: "Korea|Coreia|Coréia|Corea|Republic of Korea|Korea, Republic of|República da Coreia|República de Corea|대한민국",
  KZ: "Казахстан",
  LA: "Lao People's Democratic Republic|Lao PDR",
  MD: "Republic of Moldova|Moldova, Republic of",
  MK: "Macedonia|Macedônia|Macedónia|FYROM",
  MM: "Burma|Birmânia|Birmania|Myanmar|Mianmar",
  MO: "Macao|Macau",
  NL: "Holland|Holanda|The Netherlands|Nederland|Kingdom of the Netherlands",
  NO: "Norge",
  PL: "Polska",
  PS: "State of Palestine|Palestine, State of",
  PT: "República Portuguesa|Portugal Continental|Açores|Madeira",
  RO: "România",
  RU: "Russian Federation|Federação Russa|Federación Rusa|Российская Федерация|Россия|РФ",
  SE: "Sverige",
  SI: "Slovenija",
  SK: "Slovensko|Slovak Republic|República Eslovaca",
  SY: "Syrian Arab Republic",
  SZ: "Swaziland|Suazilândia|Suazilandia",
  TL: "East Timor|Timor Leste",
  TR: "Turkey|Türkiye",
  TW: "Taiwan, Province of China",
  TZ: "United Republic of Tanzania|Tanzania, United Republic of",
  UA: "Україна|Украина",
  US: "USA|U.S.A.|U.S.|EUA|E.U.A.|EEUU|EE.UU.|United States of America|Estados Unidos da América|Estados Unidos de América|Estados Unidos da América do Norte|America",
  VA: "Holy See|Vatican|Vaticano|Santa Sé|Santa Sede",
  VE: "Bolivarian Republic of Venezuela|Venezuela, Bolivarian Republic of",
  VN: "Viet Nam|Vietnã|Vietname",
};

const LANGUAGES = ["pt-BR", "pt-PT", "en", "es", "fr", "de", "it"];

const SMALL_WORDS = new Set("the of and de da do das dos del la las los e y et und a o".split(" "));

/** Folded text without the small words, in which languages and spellings differ. */
function nameKey(text: string): string {
  const words = foldText(text.replace(/['’.]/g, "")).split(" ");
  return words.filter((word) => !SMALL_WORDS.has(word)).join(" ");
}

let index: Map<string, string> | undefined;

function nameIndex(): Map<string, string> {
  if (index) return index;
  const names = new Map<string, string>();
  const register = (name: string | undefined, code: string) => {
    const key = name ? nameKey(name) : "";
    if (key && !names.has(key)) names.set(key, code);
  };
  for (const pair of COUNTRY_CODES) register(pair.slice(2), pair.slice(0, 2));
  for (const [code, aliases] of Object.entries(ALIASES)) {
    for (const name of aliases.split("|")) register(name, code);
  }
  for (const language of LANGUAGES) {
    for (const style of ["long", "short"] as const) {
      const display = new Intl.DisplayNames([language], {
        type: "region",
        style,
        fallback: "none",
      });
      for (const code of COUNTRIES) register(display.of(code), code);
    }
  }
  index = names;
  return names;
}

/** The country that a text means: a code of two or three letters, or a name in one of seven languages; else null. */
export function countryFromText(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (isCountry(code)) return code;
  if (text.length > 100) return null;
  return nameIndex().get(nameKey(text)) ?? null;
}
