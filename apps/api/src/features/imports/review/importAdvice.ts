import type { SheetColumn } from "@clientela/shared/sheets/sheet";
import { labelIn } from "@clientela/shared/sheets/sheetWords";
import { type IssueCode, isIssueCode } from "@clientela/shared/values/issues";
import type { Locale } from "@clientela/shared/values/locales";
import type { Text } from "../../../platform/errors.js";
import { textIn } from "../../../platform/graph/messages.js";

const advice: Partial<Record<IssueCode, Text>> = {
  required: { en: "Fill it in.", pt: "Preencha." },
  too_long: { en: "Shorten it.", pt: "Encurte." },
  too_many: { en: "Remove some.", pt: "Retire alguns itens." },
  too_many_decimals: { en: "Round it.", pt: "Arredonde." },
  invalid_characters: {
    en: "Write it again without them.",
    pt: "Escreva de novo sem eles.",
  },
  invalid_email: {
    en: "Write one such as ana@example.com.",
    pt: "Escreva algo como ana@exemplo.com.",
  },
  invalid_phone: {
    en: "Write one such as +55 11 98765-4321.",
    pt: "Escreva algo como +55 11 98765-4321.",
    "pt-PT": "Escreva algo como +351 912 345 678.",
  },
  invalid_url: {
    en: "Write one such as example.com.",
    pt: "Escreva algo como exemplo.com.br.",
    "pt-PT": "Escreva algo como exemplo.pt.",
  },
  invalid_country: {
    en: "Write its name or its two letters, such as BR.",
    pt: "Escreva o nome ou as duas letras, como BR.",
    "pt-PT": "Escreva o nome ou as duas letras, como PT.",
  },
  invalid_currency: {
    en: "Write its three letters, such as BRL.",
    pt: "Escreva as três letras, como BRL.",
    "pt-PT": "Escreva as três letras, como EUR.",
  },
  invalid_number: { en: "Write digits, such as 1234.50.", pt: "Escreva algarismos, como 1234,50." },
  not_an_integer: { en: "Write it without a fraction.", pt: "Escreva sem fração." },
  precision_lost: { en: "Write it as text, whole.", pt: "Escreva como texto, por inteiro." },
  invalid_date: { en: "Write a date such as 2026-03-31.", pt: "Escreva uma data como 2026-03-31." },
  invalid_tax_id: {
    en: "Check the number.",
    pt: "Confira o número.",
    "pt-PT": "Verifique o número.",
  },
  before_start: {
    en: "Check both dates.",
    pt: "Confira as duas datas.",
    "pt-PT": "Verifique as duas datas.",
  },
};

/** What to do about an issue of a cell; nothing where its message says that itself. */
export function adviceOn(
  code: string,
  column: SheetColumn | undefined,
  locale: Locale,
): string | undefined {
  if (code === "invalid_choice" && column?.choices) {
    const values = column.choices.map(({ labels }) => labelIn(labels, locale)).join(", ");
    return locale === "en" ? `Write one of: ${values}.` : `Escreva um destes: ${values}.`;
  }
  if (code === "invalid" && column?.type === "externalIds") {
    return locale === "en"
      ? `Write IDs as in ${column.example}.`
      : `Escreva os IDs como em ${column.example}.`;
  }
  const text = isIssueCode(code) ? advice[code] : undefined;
  return text && textIn(text, locale);
}
