import type { Messages } from "../../platform/graph/messages.js";

/** What is said of items of other systems where something is wrong. */
export const upsertMessages: Messages = {
  not_written: {
    en: "could not be written: it conflicts with another record",
    pt: "não pôde ser gravado: entra em conflito com outro registro",
    "pt-PT": "não pôde ser gravado: entra em conflito com outro registo",
  },
  never_deleted: {
    en: "cannot be ARCHIVE: such records are never deleted",
    pt: "não pode ser ARCHIVE: registros assim nunca são excluídos",
    "pt-PT": "não pode ser ARCHIVE: registos assim nunca são eliminados",
  },
  unknown_sync_run: {
    en: "is no full sync that began within the last seven days; begin one with startSyncRun",
    pt: "não é uma sincronização completa iniciada nos últimos sete dias; inicie uma com startSyncRun",
  },
  sync_run_empty: {
    en: "archives nothing: no record was sent in this full sync",
    pt: "não arquiva nada: nenhum registro foi enviado nesta sincronização completa",
    "pt-PT": "não arquiva nada: nenhum registo foi enviado nesta sincronização completa",
  },
  immutable: {
    en: "cannot change once the record exists",
    pt: "não pode mudar depois que o registro existe",
    "pt-PT": "não pode mudar depois de o registo existir",
  },
};
