import { getMetadataStorage } from "type-graphql";
import { getMetadataArgsStorage } from "typeorm";

type Entity = new () => object;

/** A field that a record resolves by itself, and the columns that it is computed from. */
interface PlainField {
  name: string;
  property: string;
  needs: readonly string[];
}

const isNames = (value: unknown): value is readonly string[] => Array.isArray(value);

function chainOf(type: Entity): unknown[] {
  const chain: unknown[] = [];
  for (let at: unknown = type; typeof at === "function"; at = Object.getPrototypeOf(at))
    chain.unshift(at);
  return chain;
}

// Methods that take the context or lead to other records have parameters.
function plainFieldsOf(type: Entity): PlainField[] {
  const chain = chainOf(type);
  const { objectTypes, interfaceTypes } = getMetadataStorage();
  return [...interfaceTypes, ...objectTypes]
    .filter(({ target }) => chain.includes(target))
    .flatMap(({ fields }) => fields ?? [])
    .filter(({ params }) => !params?.length)
    .map(({ name, schemaName, extensions }) => ({
      name: schemaName,
      property: name,
      needs: isNames(extensions?.needs) ? extensions.needs : [],
    }));
}

/** A record with the plain fields of its type in the graph, and the ids of the records that it references. */
export function toGraphQL<Row extends object>(type: new () => Row, row: Row): object {
  const chain = chainOf(type);
  const pointers = getMetadataArgsStorage()
    .foreignKeys.filter(({ target }) => chain.includes(target))
    .flatMap(({ propertyName }) => propertyName ?? []);
  const read = (property: string): unknown => {
    const value: unknown = Reflect.get(row, property);
    return typeof value === "function" ? value.call(row) : value;
  };
  return Object.fromEntries([
    ...pointers.map((property) => [property, read(property)] as const),
    ...plainFieldsOf(type).map(({ name, property }) => [name, read(property)] as const),
  ]);
}

/** The graph's names for the columns of a record, each once: the parts of an address are its `address`. */
export function graphQLNames(type: Entity, properties: readonly string[]): string[] {
  const plain = plainFieldsOf(type);
  const names = properties.map((property) => {
    const own = plain.some(({ name }) => name === property);
    const made = plain.find(({ needs }) => needs.includes(property));
    return own || !made ? property : made.name;
  });
  return [...new Set(names)];
}
