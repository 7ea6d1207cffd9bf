import { ordersSheet } from "@clientela/shared/documents/orders.sheet";
import { ORDER_TRANSITIONS } from "@clientela/shared/records/enums";
import sql from "sql-template-tag";
import type { Importer, RowIssue } from "../../platform/sheets/importer.js";
import { columnIn } from "../../platform/sheets/importRow.js";
import {
  customerParent,
  customerReferenceKeys,
} from "../customers/spreadsheet/customerReference.js";
import {
  importedExternalIds,
  repeatedExternalId,
} from "../customers/spreadsheet/importExternalIds.js";
import { gatheringOf, lineRefusals } from "../documents/documentImportLines.js";
import {
  afterImportedNumbers,
  documentLine,
  documentOnCreate,
  documentRefusals,
  numberInTrash,
  readDocument,
  repeatedNumber,
  totalKey,
} from "../documents/documentImportTable.js";
import { Order } from "./order.entity.js";
import { orderLines } from "./order.list.js";

const COLUMN_BY_FIELD: Readonly<Record<string, string>> = {
  number: "number",
  reference: "reference",
  status: "status",
  orderedOn: "ordered_on",
  currency: "currency",
  total: "total",
  notes: "notes",
};

const externalIds = importedExternalIds({
  type: Order,
  label: "o.number",
  doubt: sql`CASE WHEN c.number <> s.number THEN 'number_of_another' END`,
});

/** How customers' purchase orders come in from sheets. */
export const orderImporter: Importer = {
  recordType: "ORDER",
  sheet: ordersSheet,
  permission: "orders:write",
  readPermission: "orders:read",
  async openRows(_db, { currency }, idSource) {
    return (row) => {
      const issues: RowIssue[] = [];
      const reading = { columns: COLUMN_BY_FIELD, amounts: ["total"], currency, idSource };
      const values = readDocument(row, reading, issues);
      return { values, issues };
    };
  },
  columnOf: columnIn(COLUMN_BY_FIELD),
  table: {
    type: Order,
    recordType: "Order",
    writes: { reference: "text", status: "text", orderedOn: "date", notes: "text" },
    onCreate: documentOnCreate,
    defaults: { status: "coalesce(v.status, 'DRAFT')" },
    keys: {
      ...customerReferenceKeys,
      ...externalIds.keys,
      ...totalKey,
      number: sql`r."values"->>'number'`,
    },
    parent: customerParent,
    label: "o.number",
    gathering: gatheringOf("ordered_on"),
    newShouldHave: { anyOf: ["total"], code: "total_missing" },
    matchStrategies: [
      {
        matchKey: "NUMBER",
        keys: ["number"],
        find: () => sql`
          SELECT s.line, c.id FROM staged s JOIN orders c ON c.number = s.number WHERE c.deleted_at IS NULL`,
      },
      externalIds.strategy,
    ],
    noRepeats: [...repeatedNumber(["number"], ["customer_id", "total"]), repeatedExternalId],
    refusals: [...lineRefusals("ordered_on", "orderedOn"), ...documentRefusals(ORDER_TRANSITIONS)],
    owned: [numberInTrash(Order, sql`o.number = s.number`), externalIds.owned],
    beforeCreate: (within) => afterImportedNumbers(within, "order"),
    parts: [documentLine(Order, orderLines), externalIds.part],
  },
};
