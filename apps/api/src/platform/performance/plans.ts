import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import { ExecutionPlan, type Variables } from "./executionPlan.js";

const MAX_KEPT = 300;
const MAX_KEPT_FIELDS = 60_000;

/** The plans of operations that come again, those of each for each combination of the variables that it is conditional on. */
export class Plans {
  private readonly conditionsOf = new WeakMap<OperationDefinitionNode, Conditions>();
  /** What was used last at the end. */
  private readonly kept = new Map<string, ExecutionPlan>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** The plan of an operation with these variables, which were coerced. */
  of(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
  ): ExecutionPlan {
    const conditions = this.conditionsOf.get(operation);
    if (!conditions) {
      const first = new Conditions(document);
      this.conditionsOf.set(operation, first);
      // Most operations that are sent only once come neither from the app nor from a service.
      return new ExecutionPlan(this.schema, document, operation, first.among(variables));
    }
    const key = conditions.keyOf(variables);
    const known = this.kept.get(key);
    if (known) {
      this.kept.delete(key);
    } else this.makeRoom();
    const plan =
      known ?? new ExecutionPlan(this.schema, document, operation, conditions.among(variables));
    this.kept.set(key, plan);
    return plan;
  }

  private makeRoom(): void {
    let fields = 0;
    for (const plan of this.kept.values()) fields += plan.size;
    for (const [key, plan] of this.kept) {
      if (this.kept.size < MAX_KEPT && fields < MAX_KEPT_FIELDS) return;
      this.kept.delete(key);
      fields -= plan.size;
    }
  }
}

let documents = 0;

/** The variables that decide which fields of a document are answered. */
class Conditions {
  private readonly names: readonly string[];
  private readonly id = String(++documents);

  constructor(document: DocumentNode) {
    const names = new Set<string>();
    visit(document, {
      Directive: ({ arguments: args = [] }) => {
        for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    });
    this.names = [...names];
  }

  among(variables: Variables): Variables {
    return Object.fromEntries(
      this.names
        .filter((name) => Object.hasOwn(variables, name))
        .map((name) => [name, variables[name]]),
    );
  }

  keyOf(variables: Variables): string {
    let key = this.id;
    for (const name of this.names)
      key += ` ${Object.hasOwn(variables, name) ? variables[name] : "-"}`;
    return key;
  }
}
