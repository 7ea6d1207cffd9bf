import { documentNumber } from "@clientela/shared/documents/documentFields";
import type { OrderStatus } from "@clientela/shared/records/enums";
import { parseInput } from "../../platform/graph/parseInput.js";
import { trashRecords } from "../../platform/records/trash.js";
import {
  type DocumentUpsertKind,
  DocumentUpserts,
  documentPlan,
  holdersOfNumbers,
} from "../documents/documentUpserts.js";
import type { Quote } from "../quotes/quote.entity.js";
import { subject as quoteSubject } from "../quotes/quote.service.js";
import { lockReferences } from "../upserts/lockReferences.js";
import type { KindTrash, UpsertKind } from "../upserts/upsertKind.js";
import { Order } from "./order.entity.js";
import { UpsertOrderItem } from "./order.input.js";
import { orderLines } from "./order.list.js";
import { orderLifecycle, orderRules } from "./order.rules.js";
import { OPEN, subject } from "./order.service.js";

const documentKind: DocumentUpsertKind<OrderStatus, Order> = {
  lines: orderLines,
  lifecycle: orderLifecycle,
  open: OPEN,
  seriesOf: () => "order",
  numberKey: ({ number }) => number,
  numberHolders: holdersOfNumbers(Order),
};

const rules = orderRules.extend({ number: documentNumber });

/** How other systems write orders, with numbers of their own. */
export const orderUpserts: UpsertKind<Order, UpsertOrderItem> & { trash: KindTrash } = {
  plural: "Orders",
  subject,
  permission: "orders:write",
  item: UpsertOrderItem,
  trash: { move: (context, ids) => trashRecords(context, subject, ids) },
  takesCustomer: true,
  defaults: { status: "DRAFT" },
  async open(context, batch) {
    const { source, items } = batch;
    const documents = await DocumentUpserts.open(context, documentKind, batch);
    const wanted = items.map(({ quoteId: id, quoteExternalId: externalId }) => ({
      id,
      externalId,
    }));
    const quotes = await lockReferences<Quote>(context, quoteSubject, source, wanted);
    return documentPlan(documents, (item, entry) => {
      const { lines, number, status, ...given } = parseInput(rules, item);
      const { row, customer } = entry;
      const orderedOn = given.orderedOn ?? row?.orderedOn ?? context.today;
      const draft = documents.draft(entry, { ...given, lines, number, status });
      const values = { ...given, ...draft.values, orderedOn, status };
      documents.assertNumber(entry, values);
      const reference = { id: given.quoteId, externalId: item.quoteExternalId };
      const quoteId = quotes.idAt(reference, {
        path: "quoteId",
        customerId: row?.customerId ?? customer?.id ?? "",
        already: row?.quoteId,
      });
      draft.keep(values);
      return { values: { ...values, quoteId }, changesMore: draft.changesMore };
    });
  },
};
