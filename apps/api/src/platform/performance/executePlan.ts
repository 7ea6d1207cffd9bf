import {
  type ExecutionResult,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  isObjectType,
} from "graphql";
import type { Context } from "../context.js";
import type { ListMetering } from "../graph/cost/metering.js";
import type {
  ExecutionPlan,
  PlannedField,
  PlannedType,
  Selection,
  Variables,
} from "./executionPlan.js";
import { type Container, ExecutionProgress, Place } from "./executionProgress.js";

const isReadable = (value: unknown): value is Container =>
  (typeof value === "object" && value !== null) || typeof value === "function";

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  isReadable(value) && typeof value.then === "function";

const NO_ARGUMENTS: Variables = Object.freeze({});

/**
 * One execution of a plan, by the algorithm of graphql-js. Where graphql-js creates a promise for each object that waits
 * for a field, values are put into their places as they resolve, and errors take effect at the end.
 */
class Execution {
  private readonly progress = new ExecutionProgress();
  /** Created for the first field with arguments. */
  private arguments: Map<PlannedField, Variables> | null = null;

  constructor(
    private readonly plan: ExecutionPlan,
    private readonly context: unknown,
    private readonly variables: Variables,
  ) {}

  async run(): Promise<ExecutionResult> {
    const { progress } = this;
    let data: Container | null = null;
    try {
      data = this.fields(this.plan.root, undefined, undefined);
    } catch (error) {
      progress.failAll(error);
    }
    await progress.ended();
    const { errors, isNulled } = progress.settle();
    if (isNulled) data = null;
    return errors.length > 0 ? { errors, data } : { data };
  }

  /** Returns the fields of an object. Throws where one fails that may not be null, without starting those after it. */
  private fields(selection: Selection, source: unknown, place: Place | undefined): Container {
    const output = selection.emptyResult();
    const isPlain = isReadable(source);
    for (const field of selection.fields) {
      output[field.key] =
        isPlain && field.isPlain
          ? this.plainField(field, source, place, output)
          : this.field(field, source, place, output);
    }
    return output;
  }

  // Most fields only read a leaf, and need no path unless it is missing or fails.
  private plainField(
    field: PlannedField,
    source: Container,
    parent: Place | undefined,
    output: Container,
  ): unknown {
    const { type } = field;
    let place: Place | undefined;
    try {
      const value = source[field.name];
      if (typeof value === type.plain) return value;
      if (value === null || value === undefined) {
        if (!type.isNonNull) return null;
      } else if (!isReadable(value)) return serialized(type, value);
      place = placeOf(field, parent, output);
      return this.completeOrAwait(field, type, place, this.called(field, source, {}, place, value));
    } catch (error) {
      return this.progress.fail(field.nodes, place ?? placeOf(field, parent, output), error);
    }
  }

  private field(
    field: PlannedField,
    source: unknown,
    parent: Place | undefined,
    output: Container,
  ): unknown {
    const place = placeOf(field, parent, output);
    try {
      return this.completeOrAwait(field, field.type, place, this.resolve(field, source, place));
    } catch (error) {
      return this.progress.fail(field.nodes, place, error);
    }
  }

  private resolve(field: PlannedField, source: unknown, place: Place): unknown {
    const { definition, listMetering } = field;
    if (listMetering && isReadable(source)) {
      const items = source[field.name];
      if (Array.isArray(items)) return this.counted(field, listMetering, items, place);
    }
    const args = field.takesArguments ? this.argumentsOf(field) : NO_ARGUMENTS;
    if (definition.resolve)
      return definition.resolve(source, args, this.context, this.infoOf(field, place));
    return isReadable(source)
      ? this.called(field, source, args, place, source[field.name])
      : undefined;
  }

  private counted(
    field: PlannedField,
    metering: ListMetering,
    items: readonly unknown[],
    place: Place,
  ): unknown {
    field.itemSize ??= metering.sizeOf(this.infoOf(field, place));
    return metering.count(items, this.context as Context, field.itemSize);
  }

  // The same for each object that has the field.
  private argumentsOf(field: PlannedField): Variables {
    const known = field.constantArguments ?? this.arguments?.get(field);
    if (known) return known;
    const args = field.argumentsWith(this.variables);
    if (field.constantArguments) return args;
    this.arguments ??= new Map();
    this.arguments.set(field, args);
    return args;
  }

  private called(
    field: PlannedField,
    source: Container,
    args: Variables,
    place: Place,
    value: unknown,
  ): unknown {
    return typeof value === "function"
      ? value.call(source, args, this.context, this.infoOf(field, place))
      : value;
  }

  private infoOf(field: PlannedField, path: Place): GraphQLResolveInfo {
    const { schema, fragments, operation } = this.plan;
    return {
      fieldName: field.name,
      fieldNodes: field.nodes,
      returnType: field.definition.type,
      parentType: field.parentType,
      path,
      schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues: this.variables,
    };
  }

  private completeOrAwait(
    field: PlannedField,
    type: PlannedType,
    place: Place,
    value: unknown,
  ): unknown {
    if (!isPromise(value)) return this.complete(field, type, place, value);
    const { progress } = this;
    progress.wait();
    value.then(
      (settled) => {
        try {
          place.container[place.key] = this.complete(field, type, place, settled);
        } catch (error) {
          progress.failLater(field.nodes, place, error);
        }
        progress.arrive();
      },
      (error) => {
        progress.failLater(field.nodes, place, error);
        progress.arrive();
      },
    );
    // Keeps its position among the keys.
    return null;
  }

  private complete(field: PlannedField, type: PlannedType, place: Place, value: unknown): unknown {
    if (value === null || value === undefined) {
      if (!type.isNonNull) return null;
      throw new Error(`Cannot return null for non-nullable field ${field.coordinate}.`);
    }
    if (value instanceof Error) throw value;
    const { object, item, abstract } = type;
    if (object) return this.fields(field.selectionOf(object), value, place);
    if (item) return this.list(field, item, place, value);
    if (!abstract) return serialized(type, value);
    const info = this.infoOf(field, place);
    const name = abstract.resolveType?.(value, this.context, info, abstract);
    return this.fields(field.selectionOf(this.objectType(field, type, name)), value, place);
  }

  private objectType(
    field: PlannedField,
    { abstract }: PlannedType,
    name: unknown,
  ): GraphQLObjectType {
    const { schema } = this.plan;
    const type = typeof name === "string" ? schema.getType(name) : undefined;
    if (abstract && isObjectType(type) && schema.isSubType(abstract, type)) return type;
    const message = `${field.coordinate} led to a value that is of no type of ${abstract?.name}.`;
    throw new GraphQLError(message, { nodes: field.nodes });
  }

  private list(field: PlannedField, type: PlannedType, place: Place, value: unknown): unknown[] {
    const items: readonly unknown[] = Array.isArray(value) ? value : iterated(field, value);
    const output: unknown[] = [];
    for (let index = 0; index < items.length; index += 1) {
      const item = items[index];
      output.push(typeof item === type.plain ? item : this.item(field, type, place, output, item));
    }
    return output;
  }

  private item(
    field: PlannedField,
    type: PlannedType,
    list: Place,
    output: unknown[],
    value: unknown,
  ): unknown {
    const container = output as unknown as Container;
    const place = new Place(list, output.length, undefined, container, type.isNonNull);
    try {
      return this.completeOrAwait(field, type, place, value);
    } catch (error) {
      return this.progress.fail(field.nodes, place, error);
    }
  }
}

const placeOf = (field: PlannedField, parent: Place | undefined, output: Container): Place =>
  new Place(parent, field.key, field.parentType.name, output, field.type.isNonNull);

function serialized({ leaf, plain, isInt, choices }: PlannedType, value: unknown): unknown {
  const choice = choices?.get(value);
  if (choice !== undefined) return choice;
  if (typeof value === plain || (isInt && ((value as number) | 0) === value)) return value;
  const result = leaf?.serialize(value);
  if (result !== null && result !== undefined) return result;
  throw new Error(`${leaf?.name} serialized a value to nothing.`);
}

function iterated(field: PlannedField, value: unknown): unknown[] {
  if (isReadable(value) && Symbol.iterator in value) return [...(value as Iterable<unknown>)];
  throw new GraphQLError(
    `Expected Iterable, but did not find one for field "${field.coordinate}".`,
  );
}

/** Executes a query by its plan, with variables that were coerced. */
export const executePlan = (
  plan: ExecutionPlan,
  context: unknown,
  variables: Variables,
): Promise<ExecutionResult> => new Execution(plan, context, variables).run();
