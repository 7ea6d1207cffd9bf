import type { exportWords as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const exportWords: Partial<Record<keyof typeof english, string>> = {
  "exports.copyChecksum": "Copiar o SHA-256 do ficheiro",
  "exports.done": "O ficheiro está pronto.",
  "exports.download": "Transferir",
  "exports.failed": "Não foi possível gerar o ficheiro.",
  "exports.formatHint.XLSX": "Uma folha de cálculo .xlsx",
  "exports.part.list": "A lista atual, com a sua pesquisa e os seus filtros",
  "exports.kind.CONTACT": "Contactos dos clientes",
  "exports.kind.ORDER": "Encomendas dos clientes",
  "exports.receipt.file": "Ficheiro",
  "exports.receipt.search": "pesquisa “{search}”",
  "exports.formatHint.JSONL": "Um registo por linha, para integrações",
  "exports.rows.ORDER": "{count, plural, one {{shown} encomenda} other {{shown} encomendas}}",
  "exports.status.RUNNING": "Em curso",
  "exports.receipt.what": "Âmbito",
  "exports.rows.CONTACT": "{count, plural, one {{shown} contacto} other {{shown} contactos}}",
  "exports.pastNone": "Ainda não há exportações.",
  "exports.status": "Estado",
};
