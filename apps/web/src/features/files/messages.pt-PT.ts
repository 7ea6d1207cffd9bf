import type { files as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const files: Partial<Record<keyof typeof english, string>> = {
  "files.add": "Adicionar ficheiros",
  "files.search": "Pesquisar ficheiros",
  "files.preview": "Pré-visualizar",
  "files.download": "Transferir",
  "files.rename": "Mudar o nome",
  "files.nameMissing": "Indique um nome.",
  "files.none":
    "Ainda não há ficheiros. Largue-os em qualquer sítio da página, cole-os ou use o botão.",
  "files.noneYet": "Ainda não há ficheiros.",
  "files.file": "Ficheiro",
  "files.failed": "Não foi possível carregar os ficheiros.",
  "files.dropHere": "Largue para adicionar a este cliente",
  "files.uploading": "Envios em curso",
  "files.empty": "O ficheiro está vazio.",
  "files.notArrived": "Não foi possível enviar o ficheiro.",
};
