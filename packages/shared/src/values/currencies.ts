import { foldText } from "./foldText.js";

/** The active currencies of ISO 4217 that money can be stated in (funds, metals and test codes left out). */
export const CURRENCIES: readonly string[] = (
  "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD " +
  "CAD CDF CHF CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS " +
  "GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW " +
  "KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD " +
  "NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD " +
  "SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UYW UZS " +
  "VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG"
).split(" ");

const KNOWN = new Set(CURRENCIES);

const MINOR_UNITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
      .split(" ")
      .map((code) => [code, 0]),
  ),
  ...Object.fromEntries("BHD IQD JOD KWD LYD OMR TND".split(" ").map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
};

/** Whether a text is the code of an active ISO 4217 currency, in capitals. */
export function isCurrency(code: string): boolean {
  return KNOWN.has(code);
}

/** How many decimal places a currency's minor unit has (ISO 4217); 2 where the code is unknown. */
export function minorUnits(currency: string): number {
  return MINOR_UNITS[currency] ?? 2;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  R$: "BRL",
  US$: "USD",
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  "¥": "JPY",
  "₹": "INR",
};

let index: Map<string, string> | undefined;

function nameIndex(): Map<string, string> {
  if (index) return index;
  const names = new Map<string, string>([
    ["real", "BRL"],
    ["reais", "BRL"],
    ["reales", "BRL"],
    ["dolar", "USD"],
    ["dolares", "USD"],
    ["dollar", "USD"],
    ["dollars", "USD"],
    ["euros", "EUR"],
  ]);
  for (const language of ["pt-BR", "pt-PT", "en", "es"]) {
    const display = new Intl.DisplayNames([language], { type: "currency", fallback: "none" });
    for (const code of CURRENCIES) {
      const name = foldText(display.of(code) ?? "");
      if (name && !names.has(name)) names.set(name, code);
    }
  }
  index = names;
  return names;
}

/** The currency that a text means: a code, a symbol, or its name in Portuguese, English or Spanish; else null. */
export function currencyFromText(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (KNOWN.has(code)) return code;
  if (Object.hasOwn(SYMBOLS, code)) return SYMBOLS[code] ?? null;
  if (text.length > 100) return null;
  return nameIndex().get(foldText(text)) ?? null;
}
