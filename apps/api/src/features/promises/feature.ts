import sql from "sql-template-tag";
import type { Feature } from "../../platform/feature.js";
import { externalIdWrites } from "../../platform/records/externalIdWrites.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { CustomerPromises, PromiseEdges } from "./promise.edges.js";
import { PromiseToPay } from "./promise.entity.js";
import { promiseEraser } from "./promise.eraser.js";
import { promiseById } from "./promise.list.js";
import { promiseMessages } from "./promise.messages.js";
import { PromiseResolver } from "./promise.resolver.js";
import { subject } from "./promise.service.js";
import { promiseCustomerFilter } from "./promiseCustomerFilter.js";

/** What customers promised to pay, until when, and whether the money came. */
export const promises: Feature = {
  name: "promises",
  entities: [PromiseToPay],
  resolvers: [PromiseResolver, CustomerPromises, PromiseEdges],
  messages: promiseMessages,
  eraser: promiseEraser,
  nodes: [
    {
      type: PromiseToPay,
      table: "promises_to_pay",
      permission: "invoices:read",
      byId: promiseById,
      externalIds: externalIdWrites(subject, "invoices:write"),
    },
  ],
  trash: [
    {
      recordType: "PromiseToPay",
      type: PromiseToPay,
      name: sql`r.due_on || ' · ' || r.amount || ' ' || r.currency`,
      where: [ofLiveCustomer],
      permission: "invoices:write",
    },
  ],
  ownedRecords: [{ type: PromiseToPay, permission: "invoices:read" }],
  listExtensions: [{ list: "Customer", filters: [promiseCustomerFilter] }],
};
