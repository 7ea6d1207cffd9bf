import { buildSchema, type DocumentNode, getOperationAST, parse } from "graphql";
import type { ExecutionPlan } from "./executionPlan.js";
import { Plans } from "./plans.js";

const MANY = 400;

function planOf(plans: Plans, document: DocumentNode): ExecutionPlan {
  const operation = getOperationAST(document);
  if (!operation) throw new Error("the document has no operation");
  return plans.of(document, operation, {});
}

/** The plan of a document that came before. */
function keptPlanOf(plans: Plans, document: DocumentNode): ExecutionPlan {
  planOf(plans, document);
  return planOf(plans, document);
}

const sameQuery = () => parse("{ name }");

test("a plan that is in use stays while many others come, one that is not is dropped", () => {
  const plans = new Plans(buildSchema("type Query { name: String }"));
  const [used, unused] = [sameQuery(), sameQuery()];
  const first = { used: keptPlanOf(plans, used), unused: keptPlanOf(plans, unused) };
  for (let other = 0; other < MANY; other += 1) {
    keptPlanOf(plans, sameQuery());
    expect(planOf(plans, used)).toBe(first.used);
  }
  expect(planOf(plans, unused)).not.toBe(first.unused);
});
