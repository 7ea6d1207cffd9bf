import type { exportWords as english } from "../en/exports.js";

/** The dialog that exports customers. */
export const exportWords: Record<keyof typeof english, string> = {
  "exports.columns": "Colunas",
  "exports.copyChecksum": "Copiar o SHA-256 do arquivo",
  "exports.done":
    "{count, plural, one {{shown} cliente está no arquivo.} other {{shown} clientes estão no arquivo.}}",
  "exports.download": "Baixar",
  "exports.extent.all": "Todos os campos, para importar de novo ou guardar",
  "exports.extent.shown": "As colunas da tela",
  "exports.failed": "Não foi possível gerar o arquivo.",
  "exports.format": "Formato",
  "exports.format.CSV": "CSV",
  "exports.format.CSV_EXCEL_PT": "CSV para Excel em português",
  "exports.format.JSONL": "JSON Lines",
  "exports.format.XLSX": "Excel",
  "exports.formatHint.CSV": "Com vírgulas, para outros programas",
  "exports.formatHint.CSV_EXCEL_PT": "Com ponto e vírgula e vírgula decimal",
  "exports.formatHint.JSONL": "Um cliente por linha, para integrações",
  "exports.formatHint.XLSX": "Uma planilha .xlsx",
  "exports.part.everything": "Todos os clientes, inclusive os arquivados",
  "exports.part.list": "A lista da tela, com sua busca e seus filtros",
  "exports.part.selection": "A seleção",
  "exports.rows": "{count, plural, one {{shown} cliente} other {{shown} clientes}}",
  "exports.start": "Exportar",
  "exports.title": "Exportar clientes",
  "exports.what": "Quais clientes",
  "exports.written": "{rows} gravados…",
};
