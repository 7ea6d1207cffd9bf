import { externalColumns, identityColumns } from "../customerSheet/identity.js";
import { placeColumns } from "../customerSheet/place.js";
import { reachColumns } from "../customerSheet/reach.js";
import { relationColumns } from "../customerSheet/relation.js";
import { externalIdsColumn } from "../sheets/externalIdColumns.js";
import type { SheetColumn, SheetSchema } from "../sheets/sheet.js";
import { labels } from "../sheets/sheetWords.js";

const parent: SheetColumn = {
  key: "parent",
  type: "text",
  exportOnly: true,
  labels: labels("Número da empresa-mãe", "Parent company number", "Número de la empresa matriz"),
  synonyms: [],
  example: "C-000042",
};

const createdAt: SheetColumn = {
  key: "createdAt",
  type: "dateTime",
  exportOnly: true,
  labels: labels("Criado em", "Created at", "Creado el"),
  synonyms: [],
  example: "2026-01-31T12:00:00.000Z",
};

/** The sheet of customers: template, import and export in one description. */
export const customersSheet: SheetSchema = {
  foreignId: { id: "externalId", source: "externalSource" },
  recordType: "CUSTOMER",
  noun: "customers",
  matchKeys: ["AUTO", "NUMBER", "EXTERNAL_ID", "TAX_ID", "EMAIL", "NAME"],
  columns: [
    ...identityColumns,
    ...reachColumns,
    ...placeColumns,
    ...relationColumns,
    ...externalColumns,
    externalIdsColumn,
    parent,
    createdAt,
  ],
};
