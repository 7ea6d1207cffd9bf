import sql from "sql-template-tag";
import {
  money,
  number,
  reference,
  storedTimes,
  text,
} from "../../../platform/graph/filters/fieldKinds.js";
import { declareFilterFields } from "../../../platform/graph/filters/filterField.js";
import { CustomerFilter } from "./customerFilter.js";

/** The fields that `customers r` are filtered by, besides those that other features add. */
export const customerFields = declareFilterFields(CustomerFilter, "customers:read", {
  number: text(sql`r.number`, { description: "The number for people." }),
  legalName: text(sql`r.legal_name`, { description: "The name it is registered under." }),
  tradeName: text(sql`r.trade_name`, { description: "The name it trades under." }),
  taxId: text(sql`r.tax_id_value`, { description: "The tax ID, without punctuation." }),
  email: text(sql`r.email`, { description: "The main e-mail address." }),
  phone: text(sql`r.phone`, { description: "The main phone." }),
  website: text(sql`r.website`, { description: "The website." }),
  addressStreet: text(sql`r.street`, { description: "The street of the main address." }),
  addressDistrict: text(sql`r.district`, { description: "The district of the main address." }),
  addressCity: text(sql`r.city`, { description: "The city of the main address." }),
  addressRegion: text(sql`r.region`, { description: "The state of the main address." }),
  addressPostalCode: text(sql`r.postal_code`, { description: "The main address's postal code." }),
  notes: text(sql`r.notes`, { description: "What is noted of it." }),
  ownerId: reference(sql`r.owner_id`, { description: "Who looks after it." }),
  paymentTermDays: number(sql`r.payment_term_days`, { description: "In how many days it pays." }),
  creditLimit: money(
    sql`r.credit_limit`,
    ({ organisation }) => sql`coalesce(r.currency, ${organisation.currency})`,
    { description: "How much it may owe us at once." },
  ),
  ...storedTimes,
});
