import { furtherEmailColumns, furtherPhoneColumns } from "../customerSheet/contactPoints.js";
import { NAMELESS } from "../customerSheet/headers.js";
import { namePartColumns } from "../customerSheet/namePartColumns.js";
import { phonePartColumns } from "../customerSheet/reach.js";
import {
  createdAtColumn,
  customerForeignId,
  customerReferenceColumns,
  customerReferenceKeys,
  notesColumn,
  recordIdColumn,
} from "../customers/customerReference.sheet.js";
import { externalIdsColumn } from "../sheets/externalIdColumns.js";
import type { SheetSchema } from "../sheets/sheet.js";
import { choice, labels, words } from "../sheets/sheetWords.js";

/** The sheet of people at customers. */
export const contactsSheet: SheetSchema = {
  recordType: "CONTACT",
  noun: "contacts",
  matchKeys: ["AUTO", "EXTERNAL_ID", "EMAIL", "NAME"],
  needsOneOf: customerReferenceKeys,
  foreignId: customerForeignId,
  columns: [
    ...customerReferenceColumns,
    {
      key: "name",
      type: "text",
      lines: "joined",
      required: true,
      maxLength: 200,
      labels: labels("Nome da pessoa", "Contact name", "Nombre de la persona"),
      several: "first",
      synonyms: words(
        "Contato|Nome do contato|Contact|Nombre del contacto|Contacto|Person|Pessoa|Person - Name|Full name|Nome completo|Nombre completo|Display name|Name|Nome|Nombre|Nom",
      ),
      looks: NAMELESS,
      example: "Ana Souza",
    },
    ...namePartColumns("name"),
    {
      key: "jobTitle",
      type: "text",
      maxLength: 200,
      labels: labels("Cargo", "Job title", "Puesto"),
      synonyms: words(
        "Função|Title|Position|Role|Cargo do contato|Posición|Job|Organization title|Organization 1 - Title|Person - Job title|Function",
      ),
      hints: words("Departamento|Department"),
      looks: NAMELESS,
      example: "Financeiro",
    },
    {
      key: "email",
      type: "email",
      maxLength: 254,
      several: "first",
      furtherIn: "furtherEmails",
      labels: labels("E-mail da pessoa", "Contact email", "Correo de la persona"),
      synonyms: words(
        "E-mail|Email|E-mail address|Email address|Emails|Mail|E-mail do contato|Correo electrónico|Correo|Work email|Email work|E-mail 1 - Value|Person - Email - Work|Email 2|E-mail 2|E-mail 2 Address|E-mail 2 - Value|Person - Email - Home|Person - Email - Other|Home email|Email home|Other email|Email other|Secondary email|E-mail secundário",
      ),
      example: "ana@padariasaojoao.com.br",
    },
    ...furtherEmailColumns,
    {
      key: "phone",
      type: "phone",
      maxLength: 40,
      several: "first",
      furtherIn: "furtherPhones",
      labels: labels("Telefone da pessoa", "Contact phone", "Teléfono de la persona"),
      synonyms: words(
        "Telefone|Phone|Phone number|Telephone|Tel|Fone|Business phone|Work phone|Phone work|Work|Phone 1 - Value|Person - Phone - Work|Celular|Telefone celular|Telemóvel|Mobile|Mobile phone|Mobile phone number|Mobile no|Teléfono|Móvil|WhatsApp|Person - Phone - Mobile|Phone 2|Phone 2 - Value|Business Phone 2|Telefone 2|Person - Phone - Home|Person - Phone - Other|Home phone|Phone home|Other phone|Phone other",
      ),
      example: "+55 11 98765-4321",
    },
    ...furtherPhoneColumns,
    ...phonePartColumns,
    {
      key: "isPrimary",
      type: "choice",
      choices: [
        choice("true", "Sim|Yes|Sí", "S|Y|1|True"),
        choice("false", "Não|No|No", "N|0|False"),
      ],
      labels: labels(
        "Contato principal",
        "Primary contact",
        "Contacto principal",
        "Contacto principal",
      ),
      synonyms: words(
        "Principal|Primary|Is primary|Main contact|Contato preferencial|Default contact|Contacto preferente",
      ),
      example: "Sim",
    },
    notesColumn,
    recordIdColumn,
    externalIdsColumn,
    createdAtColumn,
  ],
};
