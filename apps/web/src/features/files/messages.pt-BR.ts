import type { files as english } from "./messages.en.js";

/** Files of a customer. */
export const files: Record<keyof typeof english, string> = {
  "files.size": "Tamanho",
  "files.added": "Adicionado em",
  "files.addedBy": "Adicionado por",
  "files.add": "Adicionar arquivos",
  "files.search": "Buscar arquivos",
  "files.preview": "Visualizar",
  "files.download": "Baixar",
  "files.rename": "Renomear",
  "files.nameMissing": "Informe um nome.",
  "files.none":
    "Nenhum arquivo ainda. Solte-os em qualquer lugar da página, cole-os ou use o botão.",
  "files.noneYet": "Nenhum arquivo ainda.",
  "files.file": "Arquivo",
  "files.failed": "Não foi possível carregar os arquivos.",
  "files.dropHere": "Solte para adicionar a este cliente",
  "files.uploading": "Envios em andamento",
  "files.progressOf": "Envio de {name}",
  "files.cancelUpload": "Cancelar o envio de {name}",
  "files.empty": "O arquivo está vazio.",
  "files.notArrived": "Não foi possível enviar o arquivo.",
};
