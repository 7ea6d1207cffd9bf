import { raw, type Sql } from "sql-template-tag";
import { DefaultNamingStrategy, getMetadataArgsStorage } from "typeorm";
import { snakeCase } from "typeorm/util/StringUtils.js";

class SnakeNames extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined): string {
    return custom || snakeCase(property);
  }
}

/** `legalName` in TypeScript is `legal_name` in SQL. */
export const snakeNames = new SnakeNames();

/** A property of an entity and the column that holds it. */
export interface ColumnName {
  property: string;
  column: string;
  /** An exact number, which is text in TypeScript. */
  isDecimal: boolean;
}

const cache = new Map<unknown, readonly ColumnName[]>();

/** The columns that an entity class declares, its parents' first. */
export function columnsOf(type: new () => object): readonly ColumnName[] {
  const known = cache.get(type);
  if (known) return known;
  const chain: unknown[] = [];
  for (let at: unknown = type; typeof at === "function"; at = Object.getPrototypeOf(at))
    chain.unshift(at);
  const declared = getMetadataArgsStorage().columns;
  const columns = chain.flatMap((target) =>
    declared
      .filter((column) => column.target === target)
      .map(({ propertyName, options }) => ({
        property: propertyName,
        column: snakeNames.columnName(propertyName, options.name),
        isDecimal: options.type === "numeric",
      })),
  );
  cache.set(type, columns);
  return columns;
}

/** The select list of an entity, or of some of its properties: `c.legal_name AS "legalName", …`. */
export function selectList(type: new () => object, alias: string, only?: ReadonlySet<string>): Sql {
  return raw(
    columnsOf(type)
      .filter(({ property }) => only?.has(property) ?? true)
      .map(({ property, column }) => `${alias}."${column}" AS "${property}"`)
      .join(", "),
  );
}

/** The table of an entity class. */
export function tableOf(type: new () => object): string {
  const name = getMetadataArgsStorage().tables.find((table) => table.target === type)?.name;
  if (!name) throw new Error(`${type.name} is no entity`);
  return name;
}
