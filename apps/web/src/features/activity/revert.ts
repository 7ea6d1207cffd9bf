import type { ApolloClient, TypedDocumentNode } from "@apollo/client";
import {
  CUSTOMER_STATUSES,
  DEAL_STAGES,
  PROJECT_STATUSES,
  TASK_PRIORITIES,
  TASK_STATUSES,
} from "@clientela/shared/records/enums";
import type { Permission } from "@clientela/shared/records/roles";
import { graphql } from "../../gql/gql.js";
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

const putCustomer = graphql(`
  mutation PutBackCustomer($input: UpdateCustomerInput!) {
    updateCustomer(input: $input) {
      customer {
        id
        version
      }
    }
  }
`);

const putContact = graphql(`
  mutation PutBackContact($input: UpdateContactInput!) {
    updateContact(input: $input) {
      contact {
        id
        version
      }
    }
  }
`);

const putProject = graphql(`
  mutation PutBackProject($input: UpdateProjectInput!) {
    updateProject(input: $input) {
      project {
        id
        version
      }
    }
  }
`);

const putTask = graphql(`
  mutation PutBackTask($input: UpdateTaskInput!) {
    updateTask(input: $input) {
      task {
        id
        version
      }
    }
  }
`);

const putDeal = graphql(`
  mutation PutBackDeal($input: UpdateDealInput!) {
    updateDeal(input: $input) {
      deal {
        id
        version
      }
    }
  }
`);

const putQuote = graphql(`
  mutation PutBackQuote($input: UpdateQuoteInput!) {
    updateQuote(input: $input) {
      quote {
        id
        version
      }
    }
  }
`);

const putOrder = graphql(`
  mutation PutBackOrder($input: UpdateOrderInput!) {
    updateOrder(input: $input) {
      order {
        id
        version
      }
    }
  }
`);

const putInvoice = graphql(`
  mutation PutBackInvoice($input: UpdateInvoiceInput!) {
    updateInvoice(input: $input) {
      invoice {
        id
        version
      }
    }
  }
`);

/** The record that gets a value back, as it is now. */
interface Now {
  id: string;
  version: number;
  /** The country of a customer's address, without which an address is not taken. */
  country?: string | null;
}

type Inputs<Input> = Readonly<Record<string, (now: Now, old: unknown) => Input>>;

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

const customer: Inputs<UpdateCustomerInput> = {
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
  "address.street": (now, old) => address(now, { street: text(old) }),
  "address.number": (now, old) => address(now, { number: text(old) }),
  "address.complement": (now, old) => address(now, { complement: text(old) }),
  "address.district": (now, old) => address(now, { district: text(old) }),
  "address.city": (now, old) => address(now, { city: text(old) }),
  "address.region": (now, old) => address(now, { region: text(old) }),
  "address.postalCode": (now, old) => address(now, { postalCode: text(old) }),
  "address.country": (now, old) => address({ ...now, country: text(old) ?? now.country }, {}),
};

const contact: Inputs<UpdateContactInput> = {
  name: (now, old) => ({ ...at(now), name: text(old) }),
  jobTitle: (now, old) => ({ ...at(now), jobTitle: text(old) }),
  email: (now, old) => ({ ...at(now), email: text(old) }),
  phone: (now, old) => ({ ...at(now), phone: text(old) }),
  notes: (now, old) => ({ ...at(now), notes: text(old) }),
};

const project: Inputs<UpdateProjectInput> = {
  name: (now, old) => ({ ...at(now), name: text(old) }),
  description: (now, old) => ({ ...at(now), description: text(old) }),
  status: (now, old) => ({ ...at(now), status: among(PROJECT_STATUSES, old) }),
  startsOn: (now, old) => ({ ...at(now), startsOn: text(old) }),
  dueOn: (now, old) => ({ ...at(now), dueOn: text(old) }),
  budgetMinutes: (now, old) => ({ ...at(now), budgetMinutes: number(old) }),
};

const task: Inputs<UpdateTaskInput> = {
  title: (now, old) => ({ ...at(now), title: text(old) }),
  description: (now, old) => ({ ...at(now), description: text(old) }),
  status: (now, old) => ({ ...at(now), status: among(TASK_STATUSES, old) }),
  priority: (now, old) => ({ ...at(now), priority: among(TASK_PRIORITIES, old) }),
  dueOn: (now, old) => ({ ...at(now), dueOn: text(old) }),
  assigneeId: (now, old) => ({ ...at(now), assigneeId: text(old) }),
};

const deal: Inputs<UpdateDealInput> = {
  title: (now, old) => ({ ...at(now), title: text(old) }),
  stage: (now, old) => ({ ...at(now), stage: among(DEAL_STAGES, old) }),
  value: (now, old) => ({ ...at(now), value: text(old) }),
  probability: (now, old) => ({ ...at(now), probability: number(old) }),
  expectedCloseOn: (now, old) => ({ ...at(now), expectedCloseOn: text(old) }),
  ownerId: (now, old) => ({ ...at(now), ownerId: text(old) }),
  notes: (now, old) => ({ ...at(now), notes: text(old) }),
};

const quote: Inputs<UpdateQuoteInput> = {
  notes: (now, old) => ({ ...at(now), notes: text(old) }),
  issuedOn: (now, old) => ({ ...at(now), issuedOn: text(old) }),
  validUntil: (now, old) => ({ ...at(now), validUntil: text(old) }),
};

const order: Inputs<UpdateOrderInput> = {
  notes: (now, old) => ({ ...at(now), notes: text(old) }),
  reference: (now, old) => ({ ...at(now), reference: text(old) }),
  orderedOn: (now, old) => ({ ...at(now), orderedOn: text(old) }),
};

const invoice: Inputs<UpdateInvoiceInput> = {
  notes: (now, old) => ({ ...at(now), notes: text(old) }),
  issuedOn: (now, old) => ({ ...at(now), issuedOn: text(old) }),
  dueOn: (now, old) => ({ ...at(now), dueOn: text(old) }),
};

/** Puts fields of one type of record back. */
interface FieldReverter {
  needs: Permission;
  /** What is not among them is not put back by one click. */
  fields: ReadonlySet<string>;
  put: (client: ApolloClient, field: string, now: Now, old: unknown) => Promise<unknown>;
}

function putter<Data, Input>(
  needs: Permission,
  mutation: TypedDocumentNode<Data, { input: Input }>,
  inputs: Inputs<Input>,
): FieldReverter {
  return {
    needs,
    fields: new Set(Object.keys(inputs)),
    put: async (client, field, now, old) => {
      const input = inputs[field]?.(now, old);
      return input && client.mutate({ mutation, variables: { input } });
    },
  };
}

const putters: Readonly<Record<string, FieldReverter>> = {
  Customer: putter("customers:write", putCustomer, customer),
  Contact: putter("contacts:write", putContact, contact),
  Project: putter("projects:write", putProject, project),
  Task: putter("tasks:write", putTask, task),
  Deal: putter("deals:write", putDeal, deal),
  Quote: putter("quotes:write", putQuote, quote),
  Order: putter("orders:write", putOrder, order),
  Invoice: putter("invoices:write", putInvoice, invoice),
};

/** What puts a field of a type of record back; undefined where that cannot be, or not by this person. */
export function reverterOf(
  recordType: string,
  field: string,
  permissions: ReadonlySet<Permission>,
): FieldReverter | undefined {
  const found = putters[recordType];
  return found?.fields.has(field) && permissions.has(found.needs) ? found : undefined;
}
