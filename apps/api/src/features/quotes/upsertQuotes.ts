import { documentNumber } from "@clientela/shared/documents/documentFields";
import type { QuoteStatus } from "@clientela/shared/records/enums";
import { parseInput } from "../../platform/graph/parseInput.js";
import { trashRecords } from "../../platform/records/trash.js";
import type { Deal } from "../deals/deal.entity.js";
import { subject as dealSubject } from "../deals/deal.service.js";
import {
  type DocumentUpsertKind,
  DocumentUpserts,
  documentPlan,
  holdersOfNumbers,
} from "../documents/documentUpserts.js";
import { lockReferences } from "../upserts/lockReferences.js";
import type { KindTrash, UpsertKind } from "../upserts/upsertKind.js";
import { Quote } from "./quote.entity.js";
import { UpsertQuoteItem } from "./quote.input.js";
import { quoteLines } from "./quote.list.js";
import { assertValidity, quoteLifecycle, quoteRules } from "./quote.rules.js";
import { OPEN, subject } from "./quote.service.js";

const documentKind: DocumentUpsertKind<QuoteStatus, Quote> = {
  lines: quoteLines,
  lifecycle: quoteLifecycle,
  open: OPEN,
  seriesOf: () => "quote",
  numberKey: ({ number }) => number,
  numberHolders: holdersOfNumbers(Quote),
};

const rules = quoteRules.extend({ number: documentNumber });

/** How other systems write offers and quotes, with numbers of their own. */
export const quoteUpserts: UpsertKind<Quote, UpsertQuoteItem> & { trash: KindTrash } = {
  plural: "Quotes",
  subject,
  permission: "quotes:write",
  item: UpsertQuoteItem,
  trash: { move: (context, ids) => trashRecords(context, subject, ids) },
  takesCustomer: true,
  defaults: { kind: "QUOTE", status: "DRAFT" },
  async open(context, batch) {
    const { source, items } = batch;
    const documents = await DocumentUpserts.open(context, documentKind, batch);
    const wanted = items.map(({ dealId: id, dealExternalId: externalId }) => ({ id, externalId }));
    const deals = await lockReferences<Deal>(context, dealSubject, source, wanted);
    return documentPlan(documents, (item, entry) => {
      const { lines, number, status, ...given } = parseInput(rules, item);
      const { row, customer } = entry;
      const issuedOn = given.issuedOn ?? row?.issuedOn ?? context.today;
      const validUntil = given.validUntil === undefined ? row?.validUntil : given.validUntil;
      assertValidity(issuedOn, validUntil);
      const draft = documents.draft(entry, { ...given, lines, number, status });
      const values = { ...given, ...draft.values, issuedOn, status };
      documents.assertNumber(entry, values);
      const reference = { id: given.dealId, externalId: item.dealExternalId };
      const dealId = deals.idAt(reference, {
        path: "dealId",
        customerId: row?.customerId ?? customer?.id ?? "",
        already: row?.dealId,
      });
      draft.keep(values);
      return { values: { ...values, dealId }, changesMore: draft.changesMore };
    });
  },
};
