const INVISIBLE = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]+/gu;

/** Whether a text shows nothing: it is empty, or only spaces and invisible characters. */
export function isBlank(text: string): boolean {
  return !/[!-~]/.test(text) && text.replace(INVISIBLE, "") === "";
}

/** How many characters a text has as PostgreSQL counts them: code points. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** A text as it is stored and looked up: trimmed, and one that looks the same written the same (Unicode's NFC). */
export const storedForm = (text: string): string => text.normalize("NFC").trim();
