import {
  type FieldNode,
  type GraphQLResolveInfo,
  getNamedType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from "graphql";
import { createParameterDecorator, Extensions, getMetadataStorage } from "type-graphql";
import type { Context } from "../context.js";
import { columnsOf } from "../database/columns.js";
import { ColumnSelection } from "../lists/columnSelection.js";

/**
 * Declares which properties of its record a field reads where it is no column itself, so that the others need not be
 * selected for it. A field without a declaration is assumed to read all of them.
 */
export const DependsOn = <Row extends object>(...properties: (keyof Row & string)[]) =>
  Extensions({ needs: properties });

/** The columns that an operation selects of records; undefined for all. */
export type SelectedColumns<Row extends object> = ColumnSelection<Row> | undefined;

/** The columns that an operation selects of the records that a field returns. */
export const Selection = () =>
  createParameterDecorator<Context>(({ info, context }) =>
    context.app.performance ? selectedColumns(info as GraphQLResolveInfo) : undefined,
  );

type Entity = new () => object;

const byField = new WeakMap<FieldNode, ColumnSelection<object> | "all">();

function selectedColumns(info: GraphQLResolveInfo): SelectedColumns<object> {
  const [field, ...more] = info.fieldNodes;
  if (!field || more.length > 0) return choose(info, info.fieldNodes);
  const known = byField.get(field);
  if (known) return known === "all" ? undefined : known;
  const chosen = choose(info, [field]);
  byField.set(field, chosen ?? "all");
  return chosen;
}

function choose(info: GraphQLResolveInfo, fields: readonly FieldNode[]): SelectedColumns<object> {
  const record = recordIn(info, fields);
  const entity = getMetadataStorage().objectTypes.find(({ name }) => name === record.type)?.target;
  if (!isEntity(entity)) return undefined;
  const chosen = new Set<string>();
  for (const name of record.fields) {
    const needs = needsOf(info, record.type, entity, name);
    if (!needs) return undefined;
    for (const property of needs) chosen.add(property);
  }
  return ColumnSelection.of(entity, chosen);
}

const isEntity = (target: unknown): target is Entity =>
  typeof target === "function" && columnsOf(target as Entity).length > 0;

interface SelectedRecord {
  type: string;
  fields: ReadonlySet<string>;
}

// The records of a page are in `nodes` and in `edges`.
function recordIn(info: GraphQLResolveInfo, fields: readonly FieldNode[]): SelectedRecord {
  const type = getNamedType(info.returnType);
  const nodes = isObjectType(type) ? type.getFields().nodes : undefined;
  if (!nodes) return { type: type.name, fields: namesIn(under(info, fields)) };
  const inside = under(info, fields);
  const edges = inside.filter(({ name }) => name.value === "edges");
  const records = [
    ...inside.filter(({ name }) => name.value === "nodes"),
    ...under(info, edges).filter(({ name }) => name.value === "node"),
  ];
  return { type: getNamedType(nodes.type).name, fields: namesIn(under(info, records)) };
}

const namesIn = (fields: readonly FieldNode[]) => new Set(fields.map(({ name }) => name.value));

// Fields skipped by a directive, or selected on another type, count as selected.
function under(info: GraphQLResolveInfo, fields: readonly FieldNode[]): FieldNode[] {
  const within = (set: SelectionSetNode | undefined): FieldNode[] =>
    (set?.selections ?? []).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      return within(
        selection.kind === Kind.FRAGMENT_SPREAD
          ? info.fragments[selection.name.value]?.selectionSet
          : selection.selectionSet,
      );
    });
  return fields.flatMap(({ selectionSet }) => within(selectionSet));
}

/** The properties that a field of an entity's type reads; undefined if unknown. */
function needsOf(
  { schema }: GraphQLResolveInfo,
  typeName: string,
  entity: Entity,
  name: string,
): readonly string[] | undefined {
  if (name === "__typename") return [];
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  const declared: unknown = field?.extensions.needs;
  if (isNames(declared)) return declared;
  return isPlainColumn(entity, name) ? [name] : undefined;
}

const isNames = (value: unknown): value is readonly string[] => Array.isArray(value);

// A column is read by the field of its name, unless a method replaces it.
function isPlainColumn(entity: Entity, name: string): boolean {
  const { objectTypes, interfaceTypes, fieldResolvers } = getMetadataStorage();
  const chain: unknown[] = [];
  for (let at: unknown = entity; typeof at === "function"; at = Object.getPrototypeOf(at))
    chain.push(at);
  const declared = [...objectTypes, ...interfaceTypes]
    .filter(({ target }) => chain.includes(target))
    .flatMap(({ fields }) => fields ?? [])
    .find(({ schemaName }) => schemaName === name);
  const hasResolver = fieldResolvers.some(
    ({ schemaName, kind, getObjectType }) =>
      schemaName === name && kind === "external" && chain.includes(getObjectType?.()),
  );
  return (
    declared?.name === name &&
    !hasResolver &&
    columnsOf(entity).some(({ property }) => property === name)
  );
}
