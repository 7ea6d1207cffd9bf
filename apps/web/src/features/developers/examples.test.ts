import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, getVariableValues, parse, validate } from "graphql";
import { makeExamples } from "./examples.js";

const schema = buildSchema(readFileSync(join(__dirname, "../../../../api/schema.graphql"), "utf8"));

describe("the examples for developers", () => {
  const samples = { "without customers": null, "with a customer": { id: "1", taxId: null } };
  const cases = Object.entries(samples).flatMap(([when, sample]) =>
    makeExamples(sample).map((example) => ({ when, ...example })),
  );

  it.each(cases)("$name fits the schema $when", ({ query, variables }) => {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    const operation = document.definitions.find((one) => one.kind === "OperationDefinition");
    if (operation?.kind !== "OperationDefinition") throw new Error("no operation");
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    expect(errors).toBeUndefined();
  });
});
