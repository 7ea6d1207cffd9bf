import type { SheetColumnType } from "./sheets/sheet.js";
import { isBlank } from "./values/textRules.js";

const EMAIL = /[^\s@;,<>()[\]"':|/]+@[^\s@;,<>()[\]"':|/]+\.[^\s@;,<>()[\]"':|/]{2,}/g;
const LINE_OR_MARK = /:::|[;|\r\n]+/;
const BETWEEN_TAX_IDS = /:::|[;|,\r\n]+|\s\/\s|\s(?:e|ou|or|and|y|o)\s/i;
// A slash parts phones, and belongs to a CNPJ.
const BETWEEN_PHONES = new RegExp(`${BETWEEN_TAX_IDS.source}|\\/`, "i");
const CNPJ = /\d{2}\.?\d{3}\.?\d{3}\/\d{4}-?\d{2}/;

const filled = (parts: readonly string[]) =>
  parts.map((part) => part.trim()).filter((part) => !isBlank(part));
const digitsOf = (text: string) => text.replace(/[^\p{L}\d]/gu, "");

// What stands around addresses, such as whose they are, is a value as well.
function emailsOf(text: string): string[] {
  const isOne = text.indexOf("@") === text.lastIndexOf("@") && !/[\s<(;,|]|mailto:/i.test(text);
  if (isOne) return [text];
  const addresses = text.match(EMAIL) ?? [];
  if (addresses.length === 0) return [text];
  const around = text.replace(EMAIL, "\n").replace(/\bmailto:/gi, "");
  const words = filled(around.split(/[\s;,<>()[\]"'|/:]+/));
  return words.length === 0 ? addresses : [...addresses, words.join(" ")];
}

// Two numbers, and not one with a range at its end ("3333-2222/23").
function numbersOf(text: string, between: RegExp, shortest: number): string[] {
  if (!between.test(text)) return [text];
  const parts = filled(text.split(between));
  const areNumbers = parts.every((part) => {
    const digits = part.replace(/\D/g, "").length;
    return digits >= shortest && digitsOf(part).length <= digits + 12;
  });
  return parts.length > 1 && areNumbers ? parts : [text];
}

function linksOf(text: string): string[] {
  if (!/[;|,\s]/.test(text)) return [text];
  const parts = filled(text.split(/:::|[;|,\s]+/));
  return parts.length > 1 && parts.every((part) => /[^.]\.[^.]/.test(part)) ? parts : [text];
}

/**
 * The values in a cell of a type that takes one: e-mails, phones, numbers or links that stand in it one after
 * the other, with the words around e-mails last. One where it cannot be distinguished for sure.
 */
export function severalIn(type: SheetColumnType, text: string): string[] {
  switch (type) {
    case "email":
      return emailsOf(text);
    case "phone":
      return numbersOf(text, CNPJ.test(text) ? BETWEEN_TAX_IDS : BETWEEN_PHONES, 6);
    case "taxId":
      return numbersOf(text, BETWEEN_TAX_IDS, 8);
    case "url":
      return linksOf(text);
    default:
      return [text];
  }
}

/** The names or ids in a cell that other systems write one after the other, parted by ";" or a line break. */
export function listIn(text: string): string[] {
  const parts = filled(text.split(LINE_OR_MARK));
  return parts.length > 1 ? parts : [text];
}
