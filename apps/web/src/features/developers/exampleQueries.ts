/** The examples, in the order in which they are shown. */
export const exampleNames = ["list", "profile", "byTaxId", "create", "upsert", "import"] as const;

/** The name of an example; its title and sentence are `developers.example.…` in the catalogues. */
export type ExampleName = (typeof exampleNames)[number];

/** The document of each example, as the playground shows it. */
export const exampleQueries: Record<ExampleName, string> = {
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
  profile: `# One customer with everything that belongs to it, in one request.
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
      formatted
    }
    addresses {
      kind
      formatted
    }
    externalIds {
      source
      value
    }
    owner {
      name
      email
    }
    summary {
      lastActivityAt
      projects {
        count
        totalHours
      }
      tasks {
        overdue
        dueToday
        upcoming
      }
      orders {
        total {
          ...Total
        }
        finalized {
          ...Total
        }
      }
      invoices {
        authorized {
          ...Total
        }
        pending {
          ...Total
        }
        overdue {
          ...Total
        }
      }
    }
    contacts {
      name
      jobTitle
      email
    }
    projects(first: 5) {
      nodes {
        name
        status
        totalHours
      }
    }
    orders(first: 5) {
      nodes {
        number
        status
        total {
          amount
          currency
        }
      }
    }
    invoices(first: 5) {
      nodes {
        number
        state
        dueOn
        balance {
          amount
          currency
        }
      }
    }
    quotes(first: 5) {
      nodes {
        number
        status
        validUntil
      }
    }
    files(first: 5) {
      nodes {
        name
        url
      }
    }
    activity(first: 5) {
      nodes {
        action
        recordType
        createdAt
      }
    }
  }
}

fragment Total on DocumentTotal {
  count
  amounts {
    amount
    currency
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
  upsert: `# Your system's customers, up to 1,000 at once: new ones are made,
# known ones changed. One result for each item, in order.
mutation UpsertCustomers($input: UpsertCustomersInput!) {
  upsertCustomers(input: $input) {
    results {
      status
      record {
        id
        number
      }
      issues {
        path
        code
        message
      }
    }
  }
}
`,
  import: `# A spreadsheet. First upload it, and take the "id" of the response:
#   curl -F file=@customers.xlsx -H "Authorization: Bearer $CLIENTELA_API_KEY" …/files
# It is read, matched and checked by itself; ask import(id:) until it is READY,
# then runImport(input: { id }).
mutation CreateImport($fileId: ID!) {
  createImport(input: { fileId: $fileId, recordType: CUSTOMER }) {
    import {
      id
      status
      fileName
      columns {
        header
        field
        confidence
      }
      counts {
        total
        new
        update
        unchanged
        error
      }
    }
  }
}
`,
};
