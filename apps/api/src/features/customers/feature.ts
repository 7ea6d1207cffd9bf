import sql from "sql-template-tag";
import type { Feature } from "../../platform/feature.js";
import { startRefreshing } from "../../platform/lists/kept/refreshMetrics.js";
import { externalIdWrites } from "../../platform/records/externalIdWrites.js";
import { AddressRecord } from "./addresses/address.entity.js";
import { AddressEdges, AddressResolver } from "./addresses/address.resolver.js";
import { Address } from "./addresses/address.type.js";
import { BulkResolver } from "./bulk/bulk.resolver.js";
import { CustomerEdges, CustomerSummaryEdges } from "./customer.edges.js";
import { Customer } from "./customer.entity.js";
import {
  addressById,
  customerById,
  lastActivity,
  notMerged,
  ofLiveCustomer,
} from "./customer.loaders.js";
import { customerMessages } from "./customer.messages.js";
import { CustomerResolver } from "./customer.resolver.js";
import { customerSubject } from "./customer.service.js";
import { CustomerSubscriptions } from "./customerChanges.resolver.js";
import { ADDRESS_PATHS, CUSTOMER_PATHS } from "./customerPaths.js";
import { customerEraser, NAMING_FIELDS } from "./data-deletion/customer.eraser.js";
import { CustomerGroup, GroupMetrics, GroupSizes } from "./groups/group.edges.js";
import { groupSize } from "./groups/group.loaders.js";
import { customerKeys } from "./identity/entityKeys.js";
import { LifecycleResolver } from "./lifecycle/lifecycle.resolver.js";
import { byLastActivity, lastActivityRange } from "./list/activityOrder.js";
import { extensibleCustomers } from "./list/customerOrder.js";
import { customerSearch } from "./list/customerSearch.js";
import { customerExporter } from "./spreadsheet/customer.exporter.js";
import { customerImporter } from "./spreadsheet/customer.importer.js";
import { UpsertResolver } from "./upsert/upsert.resolver.js";
import { ofVisibleCustomer, visibleCustomers } from "./visibleCustomers.js";

/** Customers: the record type that all others belong to. */
export const customers: Feature = {
  name: "customers",
  extensibleLists: [extensibleCustomers],
  listExtensions: [{ list: "Customer", filters: [lastActivityRange], orders: [byLastActivity] }],
  start: startRefreshing,
  entities: [Customer, AddressRecord],
  resolvers: [
    AddressResolver,
    AddressEdges,
    CustomerResolver,
    LifecycleResolver,
    BulkResolver,
    UpsertResolver,
    CustomerSubscriptions,
    CustomerEdges,
    CustomerSummaryEdges,
    CustomerGroup,
    GroupMetrics,
    GroupSizes,
  ],
  messages: customerMessages,
  metrics: [lastActivity, groupSize],
  fieldPaths: { Customer: CUSTOMER_PATHS, Address: ADDRESS_PATHS },
  visibleRows: visibleCustomers,
  visibleOwnedRows: ofVisibleCustomer,
  cascadeTables: ["customer_tax_ids"],
  ownedRecords: [{ type: AddressRecord, name: "Address", permission: "customers:read" }],
  trash: [
    {
      recordType: "Customer",
      type: Customer,
      name: sql`r.legal_name`,
      parentId: sql`NULL::uuid`,
      where: [notMerged],
      permission: "customers:write",
    },
    {
      recordType: "Address",
      type: AddressRecord,
      name: sql`nullif(concat_ws(', ', r.street, r.city), '')`,
      where: [ofLiveCustomer],
      permission: "customers:write",
      some: { permission: "customers:billing", where: () => sql`r.kind = 'BILLING'` },
    },
  ],
  eraser: customerEraser,
  importer: customerImporter,
  exporter: customerExporter,
  search: [customerSearch],
  nodes: [
    {
      type: Customer,
      table: "customers",
      permission: "customers:read",
      byId: customerById,
      externalIds: externalIdWrites(customerSubject, "customers:write"),
      keys: customerKeys,
      history: { othersNames: [...NAMING_FIELDS, "parentId"] },
    },
    {
      type: Address,
      table: "addresses",
      permission: "customers:read",
      byId: addressById,
    },
  ],
};
