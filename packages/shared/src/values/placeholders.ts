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
