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

/** A cached plan, and when it was used last, as a number that increases with each use. */
interface Kept {
  readonly plan: ExecutionPlan;
  lastUse: number;
}

/** A cache of the plans of operations, by the values of the variables that their directives depend on. */
export class Plans {
  private readonly conditionsOf = new WeakMap<OperationDefinitionNode, Conditions>();
  // A use does not move a plan to the end of the map: V8 allocates new tables for maps that change with every request.
  private readonly kept = new Map<string, Kept>();
  private uses = 0;

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
    this.uses += 1;
    const key = conditions.keyOf(variables);
    const known = this.kept.get(key);
    if (known) {
      known.lastUse = this.uses;
      return known.plan;
    }
    this.makeRoom();
    const plan = new ExecutionPlan(this.schema, document, operation, conditions.among(variables));
    this.kept.set(key, { plan, lastUse: this.uses });
    return plan;
  }

  private makeRoom(): void {
    let fields = 0;
    for (const { plan } of this.kept.values()) fields += plan.size;
    if (this.kept.size < MAX_KEPT && fields < MAX_KEPT_FIELDS) return;
    const longestUnused = [...this.kept].sort(([, a], [, b]) => a.lastUse - b.lastUse);
    for (const [key, { plan }] of longestUnused) {
      if (this.kept.size < MAX_KEPT && fields < MAX_KEPT_FIELDS) return;
      this.kept.delete(key);
      fields -= plan.size;
    }
  }
}

let documents = 0;

/** The variables that decide which fields of a document are selected. */
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
