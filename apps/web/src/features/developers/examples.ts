/** The examples, in the order in which they are shown. */
export const exampleNames = ["list", "profile", "byTaxId", "create"] as const;

/** The name of an example; its title and sentence are `developers.example.…` in the catalogues. */
export type ExampleName = (typeof exampleNames)[number];

/** A customer of the organisation, so that the examples run as they stand. */
export interface SampleCustomer {
  id: string;
  taxId: { country: string; value: string } | null;
}

/** An operation with its variables. */
export interface Example {
  name: ExampleName;
  query: string;
  variables: Record<string, unknown>;
}

const unknownCustomer: SampleCustomer = {
  id: "00000000-0000-7000-8000-000000000000",
  taxId: null,
};

const queries: Record<ExampleName, string> = {
  list: `# Customers in Brazil by name, 25 at a time.
# For the next page give pageInfo.endCursor as "after".
query CustomersInBrazil($after: String) {
  customers(
    first: 25
    after: $after
    filter: { countries: ["BR"], status: [ACTIVE] }
    orderBy: { field: LEGAL_NAME, direction: ASC }
  ) {
    totalCount
    edges {
      cursor
      node {
        id
        number
        displayName
        taxId {
          kind
          formatted
        }
        address {
          city
          region
        }
        owner {
          name
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
  profile: `# One customer with everything that belongs to it.
query CustomerProfile($id: ID!) {
  customer(id: $id) {
    id
    number
    version
    legalName
    tradeName
    status
    email
    phone
    website
    tags
    taxId {
      country
      kind
      value
      formatted
    }
    addresses {
      kind
      formatted
    }
    externalIds {
      source
      id
    }
    owner {
      id
      name
      email
    }
    summary {
      lastActivityAt
    }
    createdAt
    updatedAt
  }
}
`,
  byTaxId: `# A customer by a key that other systems know: a tax ID in any notation,
# a number, an e-mail address, or the id in another system.
query CustomerByTaxId($taxId: TaxIdInput!) {
  customerBy(key: { taxId: $taxId }) {
    id
    number
    legalName
    status
  }
}
`,
  create: `# A new customer. A tax ID in use is refused with DUPLICATE,
# and extensions.existing names the customer that has it.
mutation CreateCustomer($input: CreateCustomerInput!) {
  createCustomer(input: $input) {
    customer {
      id
      number
      version
      legalName
      taxId {
        formatted
      }
    }
  }
}
`,
};

/** The examples with the ids of a customer that is there. */
export function makeExamples(sample: SampleCustomer | null): Example[] {
  const { id, taxId } = sample ?? unknownCustomer;
  const variables: Record<ExampleName, Record<string, unknown>> = {
    list: {},
    profile: { id },
    byTaxId: { taxId: taxId ?? { country: "BR", value: "00.000.000/0001-91" } },
    create: {
      input: {
        legalName: "Padaria Estrela do Sul Ltda",
        tradeName: "Padaria Estrela",
        email: "compras@padariaestrela.example",
        address: { street: "Rua das Flores", number: "120", city: "Curitiba", country: "BR" },
        externalIds: [{ source: "shop", id: "10482" }],
      },
    },
  };
  return exampleNames.map((name) => ({ name, query: queries[name], variables: variables[name] }));
}

/** Narrows a text of the address bar to an example. */
export function isExampleName(text: string | null): text is ExampleName {
  return exampleNames.some((name) => name === text);
}
