import sql from "sql-template-tag";
import type { Feature } from "../../platform/feature.js";
import { externalIdWrites } from "../../platform/records/externalIdWrites.js";
import { CONTACT_POINT_PATHS } from "../customers/contact-points/contactPoints.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { deletionResolver } from "../upserts/deletion.resolver.js";
import { upsertResolver } from "../upserts/upsert.resolver.js";
import { ContactEdges, CustomerContacts } from "./contact.edges.js";
import { Contact } from "./contact.entity.js";
import { contactEraser } from "./contact.eraser.js";
import { contactExporter } from "./contact.exporter.js";
import { contactImporter } from "./contact.importer.js";
import { customersByContacts } from "./contact.list.js";
import { contactById } from "./contact.loaders.js";
import { contactMessages } from "./contact.messages.js";
import { ContactResolver } from "./contact.resolver.js";
import { subject } from "./contact.service.js";
import { contactSearch } from "./contactSearch.js";
import { contactUpserts } from "./upsertContacts.js";

/** The people at customers. */
export const contacts: Feature = {
  name: "contacts",
  eraser: contactEraser,
  entities: [Contact],
  resolvers: [
    ContactResolver,
    upsertResolver(contactUpserts),
    deletionResolver(contactUpserts),
    ContactEdges,
    CustomerContacts,
  ],
  messages: contactMessages,
  fieldPaths: { Contact: CONTACT_POINT_PATHS },
  search: [contactSearch],
  nodes: [
    {
      type: Contact,
      table: "contacts",
      permission: "contacts:read",
      byId: contactById,
      externalIds: externalIdWrites(subject, "contacts:write"),
    },
  ],
  listExtensions: [{ list: "Customer", filters: [customersByContacts] }],
  trash: [
    {
      recordType: "Contact",
      type: Contact,
      name: sql`r.name`,
      where: [ofLiveCustomer],
      permission: "contacts:write",
    },
  ],
  ownedRecords: [{ type: Contact, permission: "contacts:read", oneOf: "is_primary" }],
  importer: contactImporter,
  exporter: contactExporter,
};
