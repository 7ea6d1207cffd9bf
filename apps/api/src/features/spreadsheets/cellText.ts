import type { IssueCode } from "./messages/issueMessages.js";
import type { CellIssue } from "./row.js";
import { shorten } from "./row.js";

/** A text that can be stored, and what was replaced in it. */
export interface CleanText {
  text: string;
  issue?: IssueCode;
}

/**
 * Makes a text storable: NUL becomes ␀ and lone surrogates become �, both with an issue. Everything else, zero-width
 * and direction marks too, is kept as it is.
 */
export function cleanText(text: string): CleanText {
  if (text.includes("\0")) {
    return { text: text.replaceAll("\0", "␀").toWellFormed(), issue: "nulCharacter" };
  }
  if (!text.isWellFormed()) return { text: text.toWellFormed(), issue: "loneSurrogate" };
  return text.includes("\uFFFD") ? { text, issue: "replacementCharacter" } : { text };
}

/** The escapes of OOXML in texts (ECMA-376 22.4.2.4): `_x000D_` is a carriage return. */
export function decodeEscapes(text: string): string {
  if (text.indexOf("_x") < 0) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** An issue of a cell, with its value shortened to what a message can show. */
export function cellIssue(column: number, code: IssueCode, value: string): CellIssue {
  return { column, code, value: shorten(value) };
}
