import { trashRecords } from "../../platform/records/trash.js";
import { assertReachable } from "../documents/transition.rules.js";
import { activePeople } from "../upserts/activePeople.js";
import type { KindTrash, UpsertKind } from "../upserts/upsertKind.js";
import type { Deal } from "./deal.entity.js";
import { UpsertDealItem } from "./deal.input.js";
import { checkDealChanges, checkNewDeal, dealLifecycle } from "./deal.rules.js";
import { subject } from "./deal.service.js";

/** How other systems write deals. */
export const dealUpserts: UpsertKind<Deal, UpsertDealItem> & { trash: KindTrash } = {
  plural: "Deals",
  subject,
  permission: "deals:write",
  item: UpsertDealItem,
  trash: { move: (context, ids) => trashRecords(context, subject, ids) },
  takesCustomer: true,
  defaults: { stage: "LEAD", probability: 0 },
  async open(context, { items }) {
    const { organisation } = context;
    const assertActive = await activePeople(
      context,
      items.map(({ ownerId }) => ownerId),
    );
    return {
      change(item, { row, customer }) {
        const values = row
          ? checkDealChanges(item, row)
          : checkNewDeal(item, customer?.currency ?? organisation.currency);
        assertActive(values.ownerId, "ownerId", row?.ownerId);
        if (row) assertReachable(dealLifecycle, row.stage, values.stage ?? row.stage, "stage");
        return { values };
      },
    };
  },
};
