import {
  createdAtColumn,
  customerReferenceColumns,
  customerReferenceKeys,
  notesColumn,
  recordIdColumn,
} from "./customerReference.sheet.js";
import { namePartColumns } from "./namePart.columns.js";
import type { SheetSchema } from "./sheet.js";
import { choice, labels, words } from "./sheetWords.js";

/** The sheet of people at customers. */
export const contactsSheet: SheetSchema = {
  kind: "CONTACTS",
  needsOneOf: customerReferenceKeys,
  columns: [
    ...customerReferenceColumns,
    {
      key: "name",
      type: "text",
      required: true,
      maxLength: 200,
      labels: labels("Nome da pessoa", "Contact name", "Nombre de la persona"),
      synonyms: words(
        "Contato|Nome do contato|Contact|Full name|Nome completo|Nombre completo|Nombre del contacto|Contacto|Person|Pessoa|Person - Name|Name|Nome|Nombre",
      ),
      example: "Ana Souza",
    },
    ...namePartColumns("name"),
    {
      key: "jobTitle",
      type: "text",
      maxLength: 200,
      labels: labels("Cargo", "Job title", "Puesto"),
      synonyms: words(
        "Função|Title|Position|Role|Cargo do contato|Posición|Job|Organization title|Organization 1 - Title|Departamento",
      ),
      example: "Financeiro",
    },
    {
      key: "email",
      type: "email",
      maxLength: 254,
      labels: labels("E-mail da pessoa", "Contact email", "Correo de la persona"),
      synonyms: words(
        "E-mail|Email|E-mail address|Email address|Mail|E-mail do contato|Correo electrónico|Correo|Work email|E-mail 1 - Value|Person - Email - Work",
      ),
      example: "ana@padariasaojoao.com.br",
    },
    {
      key: "phone",
      type: "phone",
      maxLength: 40,
      labels: labels("Telefone da pessoa", "Contact phone", "Teléfono de la persona"),
      synonyms: words(
        "Telefone|Phone|Phone number|Tel|Fone|Celular|Telemóvel|Mobile|Mobile phone|Teléfono|Móvil|WhatsApp|Business phone|Work phone|Phone 1 - Value|Person - Phone - Work",
      ),
      example: "+55 11 98765-4321",
    },
    {
      key: "isPrimary",
      type: "choice",
      choices: [
        choice("true", "Sim|Yes|Sí", "S|Y|1|True"),
        choice("false", "Não|No|No", "N|0|False"),
      ],
      labels: labels("Contato principal", "Primary contact", "Contacto principal"),
      synonyms: words(
        "Principal|Primary|Is primary|Main contact|Contato preferencial|Default contact|Contacto preferente",
      ),
      example: "Sim",
    },
    notesColumn,
    recordIdColumn,
    createdAtColumn,
  ],
};
