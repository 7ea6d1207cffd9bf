import {
  CUSTOMER_STATUSES,
  DEAL_STAGES,
  PROJECT_STATUSES,
  TASK_PRIORITIES,
  TASK_STATUSES,
} from "@clientela/shared/enums";
import type { Permission } from "@clientela/shared/roles";
import type {
  UpdateContactInput,
  UpdateCustomerInput,
  UpdateDealInput,
  UpdateInvoiceInput,
  UpdateOrderInput,
  UpdateProjectInput,
  UpdateQuoteInput,
  UpdateTaskInput,
} from "../../gql/graphql.js";

/** The record that gets a value back, as it is now. */
interface Now {
  id: string;
  version: number;
  /** The country of a customer's address, without which an address is not taken. */
  country?: string | null;
}

type Putters<Input> = Readonly<Record<string, (now: Now, old: unknown) => Input>>;

const text = (value: unknown) => (typeof value === "string" ? value : null);
const number = (value: unknown) => (typeof value === "number" ? value : null);
const texts = (value: unknown) =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
const among = <Word extends string>(words: readonly Word[], value: unknown) =>
  words.find((word) => word === value);

const at = ({ id, version }: Now) => ({ id, version });
const address = (now: Now, part: object) => ({
  ...at(now),
  address: { country: now.country ?? "ZZ", ...part },
});

const customer: Putters<UpdateCustomerInput> = {
  legalName: (now, old) => ({ ...at(now), legalName: text(old) }),
  tradeName: (now, old) => ({ ...at(now), tradeName: text(old) }),
  status: (now, old) => ({ ...at(now), status: among(CUSTOMER_STATUSES, old) }),
  email: (now, old) => ({ ...at(now), email: text(old) }),
  phone: (now, old) => ({ ...at(now), phone: text(old) }),
  website: (now, old) => ({ ...at(now), website: text(old) }),
  ownerId: (now, old) => ({ ...at(now), ownerId: text(old) }),
  tags: (now, old) => ({ ...at(now), tags: texts(old) }),
  notes: (now, old) => ({ ...at(now), notes: text(old) }),
  currency: (now, old) => ({ ...at(now), currency: text(old) }),
  paymentTermDays: (now, old) => ({ ...at(now), paymentTermDays: number(old) }),
  street: (now, old) => address(now, { street: text(old) }),
  streetNumber: (now, old) => address(now, { number: text(old) }),
  complement: (now, old) => address(now, { complement: text(old) }),
  district: (now, old) => address(now, { district: text(old) }),
  city: (now, old) => address(now, { city: text(old) }),
  region: (now, old) => address(now, { region: text(old) }),
  postalCode: (now, old) => address(now, { postalCode: text(old) }),
};

const contact: Putters<UpdateContactInput> = {
  name: (now, old) => ({ ...at(now), name: text(old) }),
  jobTitle: (now, old) => ({ ...at(now), jobTitle: text(old) }),
  email: (now, old) => ({ ...at(now), email: text(old) }),
  phone: (now, old) => ({ ...at(now), phone: text(old) }),
  notes: (now, old) => ({ ...at(now), notes: text(old) }),
};

const project: Putters<UpdateProjectInput> = {
  name: (now, old) => ({ ...at(now), name: text(old) }),
  description: (now, old) => ({ ...at(now), description: text(old) }),
  status: (now, old) => ({ ...at(now), status: among(PROJECT_STATUSES, old) }),
  startsOn: (now, old) => ({ ...at(now), startsOn: text(old) }),
  dueOn: (now, old) => ({ ...at(now), dueOn: text(old) }),
  budgetMinutes: (now, old) => ({ ...at(now), budgetMinutes: number(old) }),
};

const task: Putters<UpdateTaskInput> = {
  title: (now, old) => ({ ...at(now), title: text(old) }),
  description: (now, old) => ({ ...at(now), description: text(old) }),
  status: (now, old) => ({ ...at(now), status: among(TASK_STATUSES, old) }),
  priority: (now, old) => ({ ...at(now), priority: among(TASK_PRIORITIES, old) }),
  dueOn: (now, old) => ({ ...at(now), dueOn: text(old) }),
  assigneeId: (now, old) => ({ ...at(now), assigneeId: text(old) }),
};

const deal: Putters<UpdateDealInput> = {
  title: (now, old) => ({ ...at(now), title: text(old) }),
  stage: (now, old) => ({ ...at(now), stage: among(DEAL_STAGES, old) }),
  value: (now, old) => ({ ...at(now), value: text(old) }),
  probability: (now, old) => ({ ...at(now), probability: number(old) }),
  expectedCloseOn: (now, old) => ({ ...at(now), expectedCloseOn: text(old) }),
  ownerId: (now, old) => ({ ...at(now), ownerId: text(old) }),
  notes: (now, old) => ({ ...at(now), notes: text(old) }),
};

const quote: Putters<UpdateQuoteInput> = {
  notes: (now, old) => ({ ...at(now), notes: text(old) }),
  issuedOn: (now, old) => ({ ...at(now), issuedOn: text(old) }),
  validUntil: (now, old) => ({ ...at(now), validUntil: text(old) }),
};

const order: Putters<UpdateOrderInput> = {
  notes: (now, old) => ({ ...at(now), notes: text(old) }),
  reference: (now, old) => ({ ...at(now), reference: text(old) }),
  orderedOn: (now, old) => ({ ...at(now), orderedOn: text(old) }),
};

const invoice: Putters<UpdateInvoiceInput> = {
  notes: (now, old) => ({ ...at(now), notes: text(old) }),
  issuedOn: (now, old) => ({ ...at(now), issuedOn: text(old) }),
  dueOn: (now, old) => ({ ...at(now), dueOn: text(old) }),
};

/** How a field of each type gets a past value back; what is not here is not put back by one click. */
export const putters = { customer, contact, project, task, deal, quote, order, invoice } as const;

/** A type of record whose fields can be put back, as `putters` calls it. */
export type PutBackType = keyof typeof putters;

const types: Readonly<Record<string, [type: PutBackType, needs: Permission]>> = {
  Customer: ["customer", "customers:write"],
  Contact: ["contact", "contacts:write"],
  Project: ["project", "projects:write"],
  Task: ["task", "tasks:write"],
  Deal: ["deal", "deals:write"],
  Quote: ["quote", "quotes:write"],
  Order: ["order", "orders:write"],
  Invoice: ["invoice", "invoices:write"],
};

/** The type whose field this person may put back; undefined where that cannot be. */
export function putBackType(
  recordType: string,
  field: string,
  permissions: ReadonlySet<Permission>,
): PutBackType | undefined {
  const [type, needs] = types[recordType] ?? [];
  return type && needs && permissions.has(needs) && field in putters[type] ? type : undefined;
}
