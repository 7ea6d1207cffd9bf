import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { ItemSize } from "../../request/responseMeter.js";
import { costOfItem } from "./listSize.js";

// Short lists of texts, and JSON, count as this many values.
const VALUES_IN_LIST = 8;

/** The position of a page is part of the page. */
export const PAGE_INFO = "PageInfo";

type Where = Pick<GraphQLResolveInfo, "schema" | "fragments" | "variableValues">;

/** Whether the result of a field is counted when it is resolved. */
type IsMetered = (field: GraphQLField<unknown, unknown>) => boolean;

/** Measures the items of one field; what directives exclude adds nothing. */
class Ruler {
  /** Whether the size depends on variables. */
  varies = false;

  constructor(
    private readonly where: Where,
    private readonly isMetered: IsMetered,
  ) {}

  /** The maximum size of an object of a type. */
  extentOf(type: GraphQLCompositeType, sets: readonly SelectionSetNode[], own = 1): ItemSize {
    const { schema } = this.where;
    const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    const extents = types.map((one) => this.within(one.name, sets));
    return {
      records: own + Math.max(...extents.map(({ records }) => records)),
      values: Math.max(...extents.map(({ values }) => values)),
    };
  }

  private within(typeName: string, sets: readonly SelectionSetNode[]): ItemSize {
    const sum = { records: 0, values: 0 };
    for (const { selections } of sets) {
      for (const selection of selections) {
        if (!this.isSelected(selection)) continue;
        const { records, values } = this.of(typeName, selection);
        sum.records += records;
        sum.values += values;
      }
    }
    return sum;
  }

  private of(typeName: string, selection: SelectionNode): ItemSize {
    if (selection.kind === Kind.FIELD) return this.ofField(typeName, selection);
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : this.where.fragments[selection.name.value];
    const condition = fragment?.typeCondition?.name.value;
    if (!fragment || !isOf(this.where.schema, typeName, condition))
      return { records: 0, values: 0 };
    return this.within(typeName, [fragment.selectionSet]);
  }

  private ofField(typeName: string, { name, selectionSet }: FieldNode): ItemSize {
    const type = this.where.schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[name.value] : undefined;
    if (!field) return { records: 0, values: 1 };
    const named = getNamedType(field.type);
    if (named.name === PAGE_INFO) return { records: 0, values: 4 };
    if (!isCompositeType(named) || !selectionSet) {
      const isLong = isListType(getNullableType(field.type)) || named.name === "JSON";
      return { records: 0, values: isLong ? VALUES_IN_LIST : 1 };
    }
    if (this.isMetered(field)) return { records: 0, values: 1 };
    return this.extentOf(named, [selectionSet]);
  }

  private isSelected(selection: SelectionNode): boolean {
    if (!selection.directives?.length) return true;
    this.varies = true;
    const { variableValues } = this.where;
    try {
      const skip = getDirectiveValues(GraphQLSkipDirective, selection, variableValues);
      const include = getDirectiveValues(GraphQLIncludeDirective, selection, variableValues);
      return skip?.if !== true && include?.if !== false;
    } catch {
      // A null where a directive wants a boolean: the execution reports it in its place.
      return true;
    }
  }
}

function isOf(schema: GraphQLSchema, typeName: string, condition: string | undefined): boolean {
  if (condition === undefined || condition === typeName) return true;
  const [type, abstract] = [schema.getType(typeName), schema.getType(condition)];
  return isAbstractType(abstract) && isObjectType(type) && schema.isSubType(abstract, type);
}

/** Sizes by selection. */
export class ItemSizes {
  private readonly known = new WeakMap<FieldNode, ItemSize>();

  constructor(private readonly isMetered: IsMetered) {}

  /** What each item returned by a field adds to the response, apart from parts that are counted themselves. */
  of(info: GraphQLResolveInfo): ItemSize {
    const [field, ...more] = info.fieldNodes;
    const isAlone = field !== undefined && more.length === 0;
    const known = isAlone ? this.known.get(field) : undefined;
    if (known) return known;
    const ruler = new Ruler(info, this.isMetered);
    const size = sizeOf(ruler, info);
    if (isAlone && !ruler.varies) this.known.set(field, size);
    return size;
  }
}

function sizeOf(ruler: Ruler, info: GraphQLResolveInfo): ItemSize {
  const { returnType, parentType, fieldName, fieldNodes } = info;
  const type = getNamedType(returnType);
  const field = parentType.getFields()[fieldName];
  if (!isCompositeType(type) || !field) return { records: 0, values: 1 };
  const sets = fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  return ruler.extentOf(type, sets, costOfItem(field));
}
