import { type ASTNode, type DocumentNode, visit } from "graphql";
import { costOfFilter } from "./filterCost.js";

type Variables = Readonly<Record<string, unknown>>;

// The lengths of pages.
const LENGTHS = new Set(["first", "last"]);
const MAX_KNOWN = 50;
const LONGEST_KEY = 1_000;

function variablesIn(node: ASTNode, names: Set<string>): void {
  visit(node, {
    Variable: ({ name }) => {
      names.add(name.value);
    },
  });
}

/** The variables that a cost depends on: those of directives, and lengths of pages. */
function decidingVariables(document: DocumentNode): Set<string> {
  const names = new Set<string>();
  visit(document, {
    Directive: (node) => variablesIn(node, names),
    Argument: (node) => {
      if (LENGTHS.has(node.name.value)) variablesIn(node, names);
    },
  });
  return names;
}

// Otherwise the cost depends only on the lengths of lists: see `AsManyAs`.
function lengthsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length;
  if (typeof value !== "object" || value === null) return undefined;
  const lengths = Object.entries(value).map(([key, inner]) => [key, lengthsOf(inner)]);
  return lengths.filter(([, inner]) => inner !== undefined);
}

/** The costs of the operations of one document, by everything that they depend on. */
export class CostMemory {
  private readonly deciding: ReadonlySet<string>;
  private readonly costs = new Map<string, number>();

  constructor(document: DocumentNode) {
    this.deciding = decidingVariables(document);
  }

  /** The cost of an operation with these variables, computed once. */
  of(operationName: string | undefined, variables: Variables, findOut: () => number): number {
    const key = this.keyOf(operationName, variables);
    const known = this.costs.get(key);
    if (known !== undefined) return known;
    const cost = findOut();
    if (this.costs.size < MAX_KNOWN && key.length <= LONGEST_KEY) this.costs.set(key, cost);
    return cost;
  }

  // A variable that is null differs from an omitted one, which may have a default, and from any value: where null is not
  // allowed, the request is refused.
  private keyOf(operationName: string | undefined, variables: Variables): string {
    const parts = Object.entries(variables).map(([name, value]) => [
      name,
      this.deciding.has(name) ? value : value === null ? "null" : lengthsOf(value),
      costOfFilter(value),
    ]);
    return JSON.stringify([operationName, parts]);
  }
}
