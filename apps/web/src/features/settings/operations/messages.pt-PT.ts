import type { operations as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const operations: Partial<Record<keyof typeof english, string>> = {
  "operations.database": "Base de dados",
  "operations.connections": "Ligações",
  "operations.storage": "Armazenamento de ficheiros",
  "operations.lastBackup": "Última cópia de segurança",
  "operations.backups": "Cópias de segurança",
  "operations.noBackup": "Ainda não há nenhuma",
  "operations.notScheduled":
    "Desativado. Defina BACKUP_TARGET para fazer cópias de segurança automáticas.",
  "operations.backupFacts": "{rows} linhas e {files} ficheiros, {size} adicionados em {place}",
  "operations.run.DONE": "Concluída",
  "operations.run.RUNNING": "Em curso",
  "operations.noReason": "Não foi registado nenhum motivo.",
  "operations.discardText":
    "Sai desta lista e não será repetida. O registo a que se refere fica como está.",
  "operations.imports": "Importações em curso",
  "operations.noImports": "Nenhuma importação em curso.",
  "operations.import.READING": "A ler",
  "operations.import.CHECKING": "A verificar",
  "operations.import.RUNNING": "A importar",
  "operations.import.UNDOING": "A anular",
};
