import type { Messages } from "../../platform/graph/messages.js";

/** What is said of files where something is wrong. */
export const fileMessages: Messages = {
  multipart_expected: {
    en: 'must be sent as multipart/form-data, with one part named "file"',
    pt: 'deve ser enviado como multipart/form-data, com uma parte chamada "file"',
  },
  one_file: {
    en: 'must be exactly one part named "file"',
    pt: 'deve ser exatamente uma parte chamada "file"',
  },
  before_file: {
    en: "must come before the file",
    pt: "deve vir antes do arquivo",
    "pt-PT": "deve vir antes do ficheiro",
  },
  upload_broken: { en: "was not received completely", pt: "não foi recebido por completo" },
};
