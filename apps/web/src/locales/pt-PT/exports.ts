import type { exportWords as english } from "../en/exports.js";

/** Where Portugal says it otherwise than Brazil. */
export const exportWords: Partial<Record<keyof typeof english, string>> = {
  "exports.copyChecksum": "Copiar o SHA-256 do ficheiro",
  "exports.done":
    "{count, plural, one {{shown} cliente está no ficheiro.} other {{shown} clientes estão no ficheiro.}}",
  "exports.download": "Transferir",
  "exports.extent.shown": "As colunas do ecrã",
  "exports.failed": "Não foi possível gerar o ficheiro.",
  "exports.formatHint.XLSX": "Uma folha de cálculo .xlsx",
  "exports.part.list": "A lista do ecrã, com a sua procura e os seus filtros",
};
