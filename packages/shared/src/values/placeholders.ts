import { foldText } from "./foldText.js";

const PLACEHOLDERS = new Set([
  ...["n a", "na", "n d", "nd", "none", "null", "nil", "unknown", "not available", "not informed"],
  ...[
    "nao tem",
    "nao informado",
    "nao informada",
    "nao possui",
    "nao consta",
    "sem informacao",
    "sem dados",
  ],
  ...["no tiene", "no informado", "no consta", "sin datos", "desconhecido", "desconocido"],
]);

/** Whether a text only says that there is no value: a dash, "n/a", "não tem". */
export function isPlaceholder(text: string): boolean {
  const plain = foldText(text)
    .replace(/[^\p{L}\p{N}+@]+/gu, " ")
    .trim();
  return plain === "" || PLACEHOLDERS.has(plain);
}

// "0000-000", "00000", and words that begin like those that say so; short ones such as "NA" are names of places too.
const ZEROS = /^0[0 .-]{3,}$/;
const MAY_SAY_UNKNOWN = /^\W*(?:unk|desc|n[aãá]o |not |sem |no |sin )/i;

/** Whether a part of an address only says that it is not known: "Desconhecido", "0000-000". */
export const isUnknownPlace = (text: string): boolean =>
  ZEROS.test(text) || (MAY_SAY_UNKNOWN.test(text) && isPlaceholder(text));
