import { NAMELESS, taxIdHeaders } from "../customerSheet/headers.js";
import type { SheetColumn } from "../sheets/sheet.js";
import { labels, words } from "../sheets/sheetWords.js";

/** The columns by which a row of another kind names its customer; one of them is enough. */
export const customerReferenceColumns: readonly SheetColumn[] = [
  {
    key: "customerNumber",
    type: "text",
    maxLength: 40,
    labels: labels("Número do cliente", "Customer number", "Número de cliente"),
    synonyms: words(
      "Customer no|Customer #|Client number|Client no|Nº do cliente|Nº cliente|N.º de cliente|N.º cliente|Num cliente|Account number|Código do cliente|Código de cliente|Código cliente|Customer code|Client code|Kundennummer",
    ),
    cues: {
      headers: words("Cliente|Customer|Client"),
      looks: { like: ["code"], unlike: ["name", "email", "date", "link"] },
    },
    looks: { like: ["code"], unlike: ["email", "date", "link"] },
    example: "C-000042",
  },
  {
    key: "customerTaxId",
    type: "taxId",
    maxLength: 40,
    several: "first",
    labels: labels(
      "CNPJ / CPF / NIF do cliente",
      "Customer tax ID",
      "NIF del cliente",
      "NIF do cliente",
    ),
    synonyms: words(
      `${taxIdHeaders}|CNPJ do cliente|CPF do cliente|NIF do cliente|Documento do cliente|Customer VAT|CPF/CNPJ cliente`,
    ),
    example: "12.345.678/0001-95",
  },
  {
    key: "customerName",
    type: "text",
    lines: "joined",
    maxLength: 200,
    several: "first",
    takesFirst: true,
    labels: labels("Cliente", "Customer", "Cliente"),
    synonyms: words(
      "Nome do cliente|Razão social|Empresa|Nome da empresa|Nome cliente|Customer name|Client|Client name|Company|Company name|Organization|Organization name|Organization 1 - Name|Account|Accounts|Account name|Associated company|Person - Organization|Deal - Organization|Nombre del cliente|Razón social|Legal name|Bill to name|Contact name|ContactName|Kunde|Firma|Destinatário|Tomador",
    ),
    looks: NAMELESS,
    example: "Padaria São João Ltda",
  },
  {
    key: "customerExternalId",
    type: "text",
    maxLength: 200,
    takesFirst: true,
    ofSystem: true,
    labels: labels("ID externo do cliente", "Customer external ID", "ID externo del cliente"),
    synonyms: words(
      "Customer ID|Client ID|Company ID|Account ID|ID do cliente|ID cliente|ID del cliente|Organization ID|Associated Company IDs|Associated Company ID|Parent customer ID|Parent_id/id",
    ),
    looks: { like: ["code"], unlike: ["email", "date", "link"] },
    example: "A-1017",
  },
  {
    key: "customerExternalSource",
    type: "text",
    maxLength: 100,
    labels: labels(
      "Sistema de origem do cliente",
      "Customer source system",
      "Sistema de origen del cliente",
    ),
    synonyms: words("Customer source|Customer external source"),
    example: "erp",
  },
];

/** The keys of the columns that name a customer. */
export const customerReferenceKeys: readonly string[] = customerReferenceColumns
  .map(({ key }) => key)
  .filter((key) => key !== "customerExternalSource");

/** The column of a record's own id, by which an export finds its records again. */
export const recordIdColumn: SheetColumn = {
  key: "id",
  type: "recordId",
  labels: labels("ID do registro", "Record ID", "ID del registro", "ID do registo"),
  synonyms: [],
  example: "01939d6f-7c00-7000-8000-000000000000",
};

/** The columns by which a row names its customer by an id in another system. */
export const customerForeignId = {
  id: "customerExternalId",
  source: "customerExternalSource",
} as const;

/** When a record was made; written by exports alone. */
export const createdAtColumn: SheetColumn = {
  key: "createdAt",
  type: "dateTime",
  exportOnly: true,
  labels: labels("Criado em", "Created at", "Creado el"),
  synonyms: [],
  example: "2026-01-31T12:00:00.000Z",
};

/** Anything worth knowing about a record. */
export const notesColumn: SheetColumn = {
  key: "notes",
  type: "text",
  maxLength: 10_000,
  lines: "paragraphs",
  several: "join",
  labels: labels("Observações", "Notes", "Notas"),
  synonyms: words(
    "Note|Nota|Obs|Observação|Observaciones|Observación|Anotações|Comments|Comment|Comentários|Remarks|Memo",
  ),
  cues: {
    headers: words("Description|Descrição|Descripción|Details|Detalhes"),
    looks: { unlike: ["number", "date", "link", "email"] },
  },
  example: "Ligar antes de visitar",
};
