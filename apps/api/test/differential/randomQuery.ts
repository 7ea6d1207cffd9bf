import {
  GraphQLBoolean,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  GraphQLNonNull,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isRequiredArgument,
  isUnionType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from "graphql";
import type { Random } from "../../src/demo/random.js";
import { asJson, type KnownIds, literal, RandomValues, Variable } from "./randomValues.js";

/** A query, and values of its variables with which it is asked. */
export interface RandomQuery {
  text: string;
  variables: Record<string, unknown>[];
}

const DEPTH = 5;
const MAX_FIELDS = 60;
const ASKED_WITH = 2;

// What objects of JavaScript have of themselves.
const ODD = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "then", "data"];

interface Declared {
  name: string;
  type: GraphQLInputType;
  defaultValue: string | null;
}

interface Fragment {
  name: string;
  on: GraphQLCompositeType;
  text: string;
}

/** Makes one random query. */
class QueryMaker {
  private readonly values: RandomValues;
  private readonly declared: Declared[] = [];
  private readonly fragments: Fragment[] = [];
  /** How a field is asked again with the same arguments, so that both can be merged. */
  private readonly argumentsOf = new Map<string, string>();
  private readonly aliases = new Map<string, string>();
  private left = MAX_FIELDS;
  private names = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
    ids: KnownIds,
  ) {
    this.values = new RandomValues(random, ids, (type, depth) =>
      random.chance(depth > 0 ? 0.1 : 0.25) ? this.variableOf(type) : null,
    );
  }

  make(): RandomQuery {
    const query = this.schema.getQueryType();
    if (!query) throw new Error("the schema has no queries");
    const selection = this.selection(query, DEPTH);
    const variables = this.declared.map(({ name, type, defaultValue }) => {
      const written = defaultValue === null ? "" : ` = ${defaultValue}`;
      return `$${name}: ${type}${written}`;
    });
    const head = variables.length > 0 ? `query Q(${variables.join(", ")}) ` : "";
    const fragments = this.fragments.map(
      ({ name, on, text }) => `fragment ${name} on ${on.name} ${text}`,
    );
    return {
      text: [`${head}${selection}`, ...fragments].join("\n"),
      variables: Array.from({ length: ASKED_WITH }, () => this.given()),
    };
  }

  // What may be omitted is left out at times, as is what has a default.
  private given(): Record<string, unknown> {
    const given = this.declared.flatMap(({ name, type, defaultValue }): [string, unknown][] => {
      const isNeeded = isNonNullType(type) && defaultValue === null;
      if (!isNeeded && this.random.chance(0.3)) return [];
      return [[name, asJson(this.values.of(type, name, 0, true))]];
    });
    return Object.fromEntries(given);
  }

  private variableOf(type: GraphQLInputType): Variable {
    const { random } = this;
    const same = this.declared.filter((one) => String(one.type) === String(type));
    if (same.length > 0 && random.chance(0.4)) return new Variable(random.pick(same).name);
    const odd = ODD.filter((name) => !this.declared.some((one) => one.name === name));
    this.names += 1;
    const name = odd.length > 0 && random.chance(0.15) ? random.pick(odd) : `v${this.names}`;
    // With a default a variable may be null or left out where a value is needed.
    const declaredType =
      isNonNullType(type) && random.chance(0.3)
        ? type.ofType
        : !isNonNullType(type) && random.chance(0.2)
          ? new GraphQLNonNull(type)
          : type;
    const needsDefault = isNonNullType(type) && !isNonNullType(declaredType);
    const defaultValue =
      needsDefault || random.chance(0.25)
        ? literal(this.values.of(needsDefault ? type : declaredType, name, 0, true))
        : null;
    this.declared.push({ name, type: declaredType, defaultValue });
    return new Variable(name);
  }

  private directives(): string {
    const { random } = this;
    if (!random.chance(0.2)) return "";
    const type = new GraphQLNonNull(GraphQLBoolean);
    const one = (name: string) => {
      const value = random.chance(0.7) ? this.variableOf(type) : random.chance(0.5);
      return ` @${name}(if: ${literal(value)})`;
    };
    if (random.chance(0.2)) return one("skip") + one("include");
    return one(random.pick(["skip", "include"]));
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    const { random } = this;
    const parts: string[] = [];
    const count = random.int(1, depth === DEPTH ? 3 : 6);
    for (let n = 0; n < count; n += 1) {
      const kind = random.weighted({ field: 70, inline: 12, named: 12, typename: 6 });
      if (kind === "field") parts.push(this.field(type, depth) ?? "__typename");
      if (kind === "inline") parts.push(this.inline(type, depth));
      if (kind === "named") parts.push(this.spread(type, depth));
      if (kind === "typename")
        parts.push(`${this.alias("__typename", 0.3)}__typename${this.directives()}`);
    }
    return `{ ${parts.join(" ")} }`;
  }

  // Mostly one that is free, or that the same field has elsewhere: two fields of one name conflict in most places.
  private alias(field: string, chance: number): string {
    const { random } = this;
    if (!random.chance(chance)) return "";
    const alias = random.chance(0.4) ? random.pick(ODD) : random.pick(["a", "b", "c", "d", "e"]);
    const taken = this.aliases.get(alias) ?? field;
    if (taken !== field && random.chance(0.9)) return "";
    this.aliases.set(alias, field);
    return `${alias}: `;
  }

  private field(type: GraphQLCompositeType, depth: number): string | null {
    const { random } = this;
    const own = isUnionType(type) ? [] : Object.values(type.getFields());
    const ofRoot =
      type === this.schema.getQueryType() && random.chance(0.02)
        ? [SchemaMetaFieldDef, TypeMetaFieldDef]
        : own;
    const possible = ofRoot.filter(
      (field) => !isCompositeType(getNamedType(field.type)) || (depth > 1 && this.left > 0),
    );
    if (possible.length === 0) return null;
    const field = random.pick(possible);
    this.left -= 1;
    const to = getNamedType(field.type);
    const alias = this.alias(`${type.name}.${field.name}`, 0.2);
    const args = this.arguments(type, field, alias);
    const head = `${alias}${field.name}${args}${this.directives()}`;
    return isCompositeType(to) ? `${head} ${this.selection(to, depth - 1)}` : head;
  }

  private arguments(
    type: GraphQLCompositeType,
    field: GraphQLField<unknown, unknown>,
    alias: string,
  ): string {
    const place = `${type.name}.${field.name}.${alias}`;
    const known = this.argumentsOf.get(place);
    if (known !== undefined) return known;
    const given = field.args.filter((one) => isRequiredArgument(one) || this.random.chance(0.3));
    const about = getNamedType(field.type).name;
    const written = given.map((one) => {
      const value = this.values.of(one.type, one.name === "id" ? about : one.name);
      return `${one.name}: ${literal(value)}`;
    });
    const text = written.length > 0 ? `(${written.join(", ")})` : "";
    this.argumentsOf.set(place, text);
    return text;
  }

  // Types of which an object of the given type may be.
  private overlapping(type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
    const all = Object.values(this.schema.getTypeMap()).filter(isCompositeType);
    if (isAbstractType(type)) return [type, ...this.schema.getPossibleTypes(type)];
    return [type, ...all.filter((one) => isAbstractType(one) && this.schema.isSubType(one, type))];
  }

  private inline(type: GraphQLCompositeType, depth: number): string {
    const { random } = this;
    const to = random.pick(this.overlapping(type));
    const condition = to === type && random.chance(0.4) ? "" : ` on ${to.name}`;
    return `...${condition}${this.directives()} ${this.selection(to, depth)}`;
  }

  private spread(type: GraphQLCompositeType, depth: number): string {
    const { random } = this;
    const possible = this.overlapping(type);
    const known = this.fragments.filter(({ on, text }) => possible.includes(on) && text !== "");
    const again = known.length > 0 && random.chance(0.5);
    const { name } = again ? random.pick(known) : this.fragment(random.pick(possible), depth);
    return `...${name}${this.directives()}`;
  }

  private fragment(on: GraphQLCompositeType, depth: number): Fragment {
    this.names += 1;
    const fragment = { name: `F${this.names}`, on, text: "" };
    this.fragments.push(fragment);
    // Only when it is whole can others spread it, so that none comes to itself.
    fragment.text = this.selection(on, depth);
    return fragment;
  }
}

/** A random query over a schema, which speaks of known records; it need not be valid. */
export const randomQuery = (schema: GraphQLSchema, random: Random, ids: KnownIds): RandomQuery =>
  new QueryMaker(schema, random, ids).make();
