import { type ExampleName, exampleNames, exampleQueries } from "./exampleQueries.js";

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

/** The examples with the ids of an existing customer. */
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
        externalIds: [{ source: "shop", value: "10482" }],
      },
    },
    upsert: {
      input: {
        items: [
          {
            externalId: { source: "shop", value: "10482" },
            legalName: "Padaria Estrela do Sul Ltda",
            address: { city: "Curitiba", country: "BR" },
          },
          {
            externalId: { source: "shop", value: "10483" },
            legalName: "Café Serra Azul Ltda",
            address: { city: "Recife", country: "BR" },
          },
        ],
      },
    },
    import: { fileId: unknownCustomer.id },
  };
  return exampleNames.map((name) => ({
    name,
    query: exampleQueries[name],
    variables: variables[name],
  }));
}

/** Narrows a text of the address bar to an example. */
export function isExampleName(text: string | null): text is ExampleName {
  return exampleNames.some((name) => name === text);
}
