import {
  defaultFieldResolver,
  type ExecutionResult,
  execute,
  type FragmentDefinitionNode,
  GraphQLError,
  GraphQLList,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type ResponsePath,
  responsePathAsArray,
  type SelectionNode,
} from "graphql";
import { inResponseOrder } from "../../src/platform/graph/errorOrder.js";
import type { Execute } from "../../src/platform/graph/execution.js";
import { fragmentsOf } from "../../src/platform/graph/rootFields.js";
import { introspectionOf, withIntrospection } from "./introspection.js";

type Path = readonly (string | number)[];

/** A field that was executed. */
interface Executed {
  info: GraphQLResolveInfo;
  /** Its type in the schema. */
  type: GraphQLOutputType;
}

/** What is executed, and the type of its root. */
interface Operation {
  root: string | undefined;
  selections: readonly SelectionNode[];
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** An error, and its path without what graphql-js leaves optional. */
interface Failure {
  error: GraphQLError;
  path: Path;
}

const keyOf = (path: Path): string => JSON.stringify(path);

function nullable(type: GraphQLOutputType): GraphQLOutputType {
  if (isNonNullType(type)) return nullable(type.ofType);
  return isListType(type) ? new GraphQLList(nullable(type.ofType)) : type;
}

/**
 * Executes operations by graphql-js, but for what it does with errors: it reports whichever of several came first. Here
 * every field may be null, so that graphql-js reports all errors, each at its field; then they take effect by the rule of
 * decision 43. Introspection is answered by the schema as it is declared.
 */
export function referenceExecution(
  createSchema: () => GraphQLSchema,
  maxCoercionErrors: number,
): Execute {
  const declaredSchema = createSchema();
  const schema = createSchema();
  const executedBy = new WeakMap<object, Map<string, Executed>>();
  const typeOf = new Map<string, GraphQLOutputType>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(isObjectType(type) || isInterfaceType(type)) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const { type: declared, resolve = defaultFieldResolver } = field;
      typeOf.set(`${type.name}.${field.name}`, declared);
      field.type = nullable(declared);
      field.resolve = (source, args, context: object, info) => {
        executedBy
          .get(context)
          ?.set(keyOf(responsePathAsArray(info.path)), { info, type: declared });
        // What a resolver says of the schema is of the declared one.
        return resolve(source, args, context, { ...info, schema: declaredSchema });
      };
    }
  }
  return async ({ document, operationName, variables, context }) => {
    if (typeof context !== "object" || context === null) throw new Error("there is no context");
    const executed = new Map<string, Executed>();
    executedBy.set(context, executed);
    const args = {
      operationName,
      variableValues: variables,
      contextValue: context,
      options: { maxCoercionErrors },
    };
    const result = await execute({ ...args, schema, document });
    if (!result.data) return result;
    const introspection = introspectionOf(declaredSchema, document);
    const complete = introspection
      ? withIntrospection(result, await execute({ ...args, ...introspection }), introspection.keys)
      : result;
    return new Propagation(complete, executed, typeOf, {
      root: schema.getQueryType()?.name,
      selections: getOperationAST(document, operationName)?.selectionSet.selections ?? [],
      fragments: fragmentsOf(document),
    }).result();
  };
}

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | null)?.[step] ?? null,
    data,
  );

class Propagation {
  private readonly nulled = new Set<string>();

  constructor(
    private readonly complete: ExecutionResult,
    private readonly executed: ReadonlyMap<string, Executed>,
    private readonly typeOf: ReadonlyMap<string, GraphQLOutputType>,
    private readonly operation: Operation,
  ) {}

  result(): ExecutionResult {
    const { complete } = this;
    const all = [...(complete.errors ?? []), ...this.unexpectedNulls()];
    if (all.length === 0) return complete;
    const taken: (Failure & { nulled: Path | null })[] = [];
    for (const error of inResponseOrder(all, complete.data)) {
      const path = error.path ?? [];
      if (this.isNulled(path)) continue;
      const nulled = this.nearestNullable(path);
      this.nulled.add(keyOf(nulled ?? []));
      taken.push({ error, path, nulled });
    }
    const errors = taken
      .filter(({ nulled }) => nulled === null || !this.isNulled(nulled.slice(0, -1)))
      .map(({ error }) => error);
    return {
      errors,
      data: this.isNulled([]) ? null : this.withNulls(complete.data, []),
    } as ExecutionResult;
  }

  private isNulled(path: Path): boolean {
    for (let length = 0; length <= path.length; length += 1)
      if (this.nulled.has(keyOf(path.slice(0, length)))) return true;
    return false;
  }

  // Null where the schema has none, of which graphql-js says nothing where every field may be null.
  private unexpectedNulls(): GraphQLError[] {
    const failed = new Set((this.complete.errors ?? []).map(({ path = [] }) => keyOf(path)));
    const found: GraphQLError[] = [];
    const look = (
      value: unknown,
      type: GraphQLOutputType,
      { info }: Executed,
      path: Path,
    ): void => {
      if (value === null && isNonNullType(type) && !failed.has(keyOf(path))) {
        const { parentType, fieldName, fieldNodes } = info;
        const message = `Cannot return null for non-nullable field ${parentType.name}.${fieldName}.`;
        found.push(new GraphQLError(message, { nodes: fieldNodes, path }));
      }
      const of = isNonNullType(type) ? type.ofType : type;
      if (!Array.isArray(value) || !isListType(of)) return;
      for (const [index, item] of value.entries())
        look(item, of.ofType, { info, type }, [...path, index]);
    };
    for (const field of this.executed.values()) {
      const path = responsePathAsArray(field.info.path as ResponsePath);
      look(valueAt(this.complete.data, path), field.type, field, path);
    }
    return found;
  }

  // Null for the operation as a whole.
  private nearestNullable(path: Path): Path | null {
    if (this.isIntrospection(path)) {
      // graphql-js has put null there by itself.
      const length = path.findIndex(
        (_, last) => valueAt(this.complete.data, path.slice(0, last + 1)) === null,
      );
      return length === -1 ? path : path.slice(0, length + 1);
    }
    for (let length = path.length; length > 0; length -= 1) {
      const at = path.slice(0, length);
      if (!isNonNullType(this.typeAt(at))) return at;
    }
    return null;
  }

  private typeAt(path: Path): GraphQLOutputType {
    const step = path.at(-1);
    if (typeof step === "number") {
      const list = this.typeAt(path.slice(0, -1));
      const of = isNonNullType(list) ? list.ofType : list;
      if (isListType(of)) return of.ofType;
    }
    const executed = this.executed.get(keyOf(path));
    if (executed) return executed.type;
    // Its arguments were refused before its resolver was called.
    const { typeName, name } = this.refused(path);
    const type = this.typeOf.get(`${typeName}.${name}`);
    if (!type) throw new Error(`no type is known at ${keyOf(path)}`);
    return type;
  }

  private refused(path: Path): { typeName: string | undefined; name: string | undefined } {
    const key = String(path.at(-1));
    const above = path.slice(0, -1);
    for (const { info } of this.executed.values()) {
      const parent = responsePathAsArray(info.path as ResponsePath).slice(0, -1);
      if (keyOf(parent) !== keyOf(above)) continue;
      return { typeName: info.parentType.name, name: this.nameOf(key, above) };
    }
    while (typeof above.at(-1) === "number") above.pop();
    const field = this.executed.get(keyOf(above));
    const typeName = field ? getNamedType(field.type).name : this.operation.root;
    return { typeName, name: this.nameOf(key, above) };
  }

  private isIntrospection([key]: Path): boolean {
    return this.nameOf(String(key), [])?.startsWith("__") ?? false;
  }

  // What a field is called that has this key in the response; wherever it is selected, it has the same type.
  private nameOf(key: string, above: Path): string | undefined {
    const fieldPath = [...above];
    while (typeof fieldPath.at(-1) === "number") fieldPath.pop();
    const { fragments, selections } = this.operation;
    const field = this.executed.get(keyOf(fieldPath));
    const pending = field
      ? field.info.fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? [])
      : [...selections];
    for (const selection of pending) {
      if (selection.kind === Kind.INLINE_FRAGMENT)
        pending.push(...selection.selectionSet.selections);
      else if (selection.kind === Kind.FRAGMENT_SPREAD)
        pending.push(...(fragments[selection.name.value]?.selectionSet.selections ?? []));
      else if ((selection.alias ?? selection.name).value === key) return selection.name.value;
    }
    return undefined;
  }

  private withNulls(value: unknown, path: Path): unknown {
    if (this.nulled.has(keyOf(path))) return null;
    if (Array.isArray(value))
      return value.map((item, index) => this.withNulls(item, [...path, index]));
    if (typeof value !== "object" || value === null || !this.isAbove(path)) return value;
    const copy: Record<string, unknown> = Object.create(null);
    for (const [key, inner] of Object.entries(value))
      copy[key] = this.withNulls(inner, [...path, key]);
    return copy;
  }

  // Values of scalars, such as JSON, stay as they are.
  private isAbove(path: Path): boolean {
    const start = keyOf(path).slice(0, -1);
    return [...this.nulled].some((one) => one.startsWith(start));
  }
}
