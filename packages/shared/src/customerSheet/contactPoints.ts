import { MAX_LABEL } from "../records/contactPoints.js";
import type { SheetColumn } from "../sheets/sheet.js";
import { labels, words } from "../sheets/sheetWords.js";

/** The columns for the label of the main e-mail address, and for all further ones. */
export const furtherEmailColumns: readonly SheetColumn[] = [
  {
    key: "emailLabel",
    type: "text",
    maxLength: MAX_LABEL,
    labels: labels("Rótulo do e-mail", "Email label", "Etiqueta del correo", "Etiqueta do e-mail"),
    synonyms: words("Rótulo e-mail"),
    looks: { unlike: ["email"] },
    example: "work",
  },
  {
    key: "furtherEmails",
    type: "emails",
    several: "join",
    labels: labels("Outros e-mails", "Other emails", "Otros correos electrónicos"),
    synonyms: words(
      "Outros emails|E-mails adicionais|Additional emails|Additional email addresses|Other email addresses|Otros correos|Correos adicionales",
    ),
    example: "fiscal@padariasaojoao.com.br (billing), ana@padariasaojoao.com.br",
  },
];

/** The columns for the label of the main phone, and for all further ones. */
export const furtherPhoneColumns: readonly SheetColumn[] = [
  {
    key: "phoneLabel",
    type: "text",
    maxLength: MAX_LABEL,
    labels: labels(
      "Rótulo do telefone",
      "Phone label",
      "Etiqueta del teléfono",
      "Etiqueta do telefone",
    ),
    synonyms: words("Rótulo telefone"),
    looks: { unlike: ["phone"] },
    example: "work",
  },
  {
    key: "furtherPhones",
    type: "phones",
    several: "join",
    labels: labels("Outros telefones", "Other phones", "Otros teléfonos"),
    synonyms: words(
      "Telefones adicionais|Additional phones|Additional phone numbers|Other phone numbers|Teléfonos adicionales",
    ),
    // Phones that are kept as they were written look like anything.
    looks: { unlike: ["email", "link"] },
    example: "+55 11 98765-4321 (mobile)",
  },
];
