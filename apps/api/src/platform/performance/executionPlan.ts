import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLArgument,
  type GraphQLField,
  GraphQLInt,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type ValueNode,
} from "graphql";
// Not in graphql's index: which fields are selected, and in which order, is decided by graphql-js alone.
import { collectFields, collectSubfields } from "graphql/execution/collectFields.js";
import { type ListMetering, listMeteringOf } from "../graph/cost/metering.js";
import { fragmentsOf } from "../graph/rootFields.js";
import type { ItemSize } from "../request/responseMeter.js";

/** Values of variables by their names. */
export type Variables = Readonly<Record<string, unknown>>;

/** A type of the schema with precomputed properties. Exactly one of the last four is set. */
export class PlannedType {
  readonly isNonNull: boolean;
  readonly item: PlannedType | undefined;
  readonly leaf: GraphQLLeafType | undefined;
  readonly object: GraphQLObjectType | undefined;
  readonly abstract: GraphQLAbstractType | undefined;
  /** The type of plain values that a leaf returns unchanged. */
  readonly plain: "string" | "boolean" | undefined;
  readonly isInt: boolean;
  /** The output values of an enum by its internal values. */
  readonly choices: ReadonlyMap<unknown, string> | undefined;

  private constructor(type: GraphQLOutputType) {
    this.isNonNull = isNonNullType(type);
    const of = isNonNullType(type) ? type.ofType : type;
    this.item = isListType(of) ? PlannedType.of(of.ofType) : undefined;
    this.object = isObjectType(of) ? of : undefined;
    this.abstract = isAbstractType(of) ? of : undefined;
    this.leaf = isListType(of) || isObjectType(of) || isAbstractType(of) ? undefined : of;
    this.plain = this.leaf && PLAIN[this.leaf.name];
    this.isInt = this.leaf === GraphQLInt;
    this.choices = isEnumType(of)
      ? new Map(of.getValues().map(({ value, name }) => [value, name]))
      : undefined;
  }

  static of(type: GraphQLOutputType): PlannedType {
    return new PlannedType(type);
  }
}

const PLAIN: Readonly<Record<string, "string" | "boolean">> = {
  String: "string",
  ID: "string",
  Boolean: "boolean",
};

/** A field of a selection, with everything that does not depend on the request. */
export class PlannedField {
  readonly name: string;
  /** Its coordinate in the schema: `Customer.name`. */
  readonly coordinate: string;
  readonly type: PlannedType;
  readonly takesArguments: boolean;
  /** All arguments, where they are the same for every request; set when they are first read. */
  constantArguments: Variables | undefined;
  private readonly varyingArguments: readonly GraphQLArgument[];
  /** The arguments whose values hold no variables; set when they are first read. */
  private fixedArguments: Variables | undefined;
  /** Whether it only reads a leaf from its object. */
  readonly isPlain: boolean;
  /** Set where it only reads a list from its object, whose items are counted. */
  readonly listMetering: ListMetering | undefined;
  /** What each item of the list counts for, with the plan's selection; set when it is first counted. */
  itemSize: ItemSize | undefined;
  private readonly selections = new Map<GraphQLObjectType, Selection>();

  constructor(
    private readonly plan: ExecutionPlan,
    /** The name of the field in the response. */
    readonly key: string,
    readonly parentType: GraphQLObjectType,
    readonly definition: GraphQLField<unknown, unknown>,
    readonly nodes: readonly FieldNode[],
  ) {
    this.name = definition.name;
    this.type = PlannedType.of(definition.type);
    this.takesArguments = definition.args.length > 0;
    const varying = nodes[0]?.arguments?.filter(({ value }) => hasVariable(value)) ?? [];
    const varyingNames = new Set(varying.map(({ name }) => name.value));
    this.varyingArguments = definition.args.filter(({ name }) => varyingNames.has(name));
    this.isPlain = !definition.resolve && !this.takesArguments && this.type.leaf !== undefined;
    this.listMetering = this.takesArguments ? undefined : listMeteringOf(definition);
    this.coordinate = `${parentType.name}.${definition.name}`;
  }

  /** The values of its arguments. Throws the errors of graphql-js about them. */
  argumentsWith(variables: Variables): Variables {
    const { definition, varyingArguments } = this;
    const [node] = this.nodes;
    if (!node) return {};
    if (!this.fixedArguments) {
      const all = getArgumentValues(definition, node, variables);
      // A resolver that changed them would change them for other requests as well.
      this.fixedArguments = frozen(
        Object.fromEntries(
          Object.entries(all).filter(
            ([name]) => !varyingArguments.some((arg) => arg.name === name),
          ),
        ),
      );
      if (varyingArguments.length === 0) this.constantArguments = this.fixedArguments;
    }
    if (this.constantArguments) return this.constantArguments;
    const varying = getArgumentValues({ ...definition, args: varyingArguments }, node, variables);
    return Object.freeze({ ...this.fixedArguments, ...varying });
  }

  /** The selection of an object of this type. Throws the errors of graphql-js about a condition. */
  selectionOf(type: GraphQLObjectType): Selection {
    let selection = this.selections.get(type);
    if (!selection) {
      selection = this.plan.select(type, this.nodes);
      this.selections.set(type, selection);
    }
    return selection;
  }
}

// Of values that are no plain objects, such as dates, nothing is known.
function frozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = Array.isArray(value) || prototype === null || prototype === Object.prototype;
  if (!isPlain) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

function hasVariable(value: ValueNode): boolean {
  if (value.kind === Kind.LIST) return value.values.some(hasVariable);
  if (value.kind === Kind.OBJECT) return value.fields.some((field) => hasVariable(field.value));
  return value.kind === Kind.VARIABLE;
}

/** The selected fields of an object, in their order. */
export class Selection {
  // Plain objects are faster to create and to serialize.
  private readonly isPlainObject: boolean;

  constructor(readonly fields: readonly PlannedField[]) {
    this.isPlainObject = !fields.some(({ key }) => key === "__proto__");
  }

  /** An object for the value of each field. */
  emptyResult(): Record<string, unknown> {
    return this.isPlainObject ? {} : Object.create(null);
  }
}

/**
 * How an operation is executed for given values of the variables that its directives depend on: what graphql-js
 * computes again for each object of each request is computed once. Parts are planned when an execution reaches them.
 */
export class ExecutionPlan {
  readonly fragments: Record<string, FragmentDefinitionNode>;
  /** How many fields were planned so far. */
  size = 0;
  private rootSelection: Selection | undefined;

  constructor(
    readonly schema: GraphQLSchema,
    document: DocumentNode,
    readonly operation: OperationDefinitionNode,
    private readonly conditions: Variables,
  ) {
    this.fragments = fragmentsOf(document);
  }

  /** The selection of the root. Throws the errors of graphql-js about a condition. */
  get root(): Selection {
    if (!this.rootSelection) {
      const { schema, fragments, conditions, operation } = this;
      const type = schema.getRootType(operation.operation);
      if (!type) throw new Error(`the schema has no ${operation.operation}`);
      this.rootSelection = this.planned(
        type,
        collectFields(schema, fragments, conditions, type, operation.selectionSet),
      );
    }
    return this.rootSelection;
  }

  /** The selection of an object of this type by these fields, which have one name in the response. */
  select(type: GraphQLObjectType, nodes: readonly FieldNode[]): Selection {
    const { schema, fragments, conditions } = this;
    return this.planned(type, collectSubfields(schema, fragments, conditions, type, nodes));
  }

  private planned(
    type: GraphQLObjectType,
    collected: ReadonlyMap<string, readonly FieldNode[]>,
  ): Selection {
    const fields = [...collected].flatMap(([key, nodes]) => {
      const definition = nodes[0] && this.definitionOf(type, nodes[0].name.value);
      return definition ? [new PlannedField(this, key, type, definition, nodes)] : [];
    });
    this.size += fields.length;
    return new Selection(fields);
  }

  private definitionOf(type: GraphQLObjectType, name: string) {
    if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
    if (type === this.schema.getQueryType()) {
      if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
      if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    }
    return type.getFields()[name];
  }
}
