import {
  type GraphQLInputField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from "graphql";
import type { Random } from "../../src/demo/random.js";
import { NO_ID } from "../support/refusals.js";

/** Ids of records by their types, of which queries speak. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

/** A value that a query or its variables carry, or one that stands for a variable. */
export type Value =
  | null
  | boolean
  | number
  | string
  | Enum
  | Variable
  | Value[]
  | { [name: string]: Value };

/** The name of an enum's value, which literals write without quotes. */
export class Enum {
  constructor(readonly name: string) {}
}

/** A variable in the place of a value. */
export class Variable {
  constructor(readonly name: string) {}
}

const DEEPEST = 3;

// Right ones more often than wrong ones.
const SCALARS: Readonly<Record<string, readonly Value[]>> = {
  Boolean: [true, false],
  Int: [0, 1, 2, 3, 2, 5, -1, 1000],
  Float: [0, 1, 0.5, 2],
  String: ["a", "São", "pad", "", "x'\"\\", "erp", "ação", "\u{1f600}"],
  Date: ["2026-01-31", "2020-02-29", "2030-12-01", "2026-01-31"],
  LocalTime: ["09:30", "00:00"],
  DateTime: ["2026-01-31T12:00:00Z", "2020-02-29T00:00:00.123Z"],
  Decimal: ["1.00", "0", "99999999.99", "-3.5"],
  CurrencyCode: ["BRL", "EUR", "BRL"],
  CountryCode: ["BR", "PT", "BR"],
  EmailAddress: ["ana@example.com", "Nobody@Example.com"],
  Moment: ["2026-01-31", "-P30D", "P0D", "P1M", "2026-01-31T12:00:00Z", "-P2W", "P1X"],
  URL: ["https://example.com", "https://example.com/a?b=c"],
  JSON: [null, 1, "text", [1, { a: true }]],
  JSONObject: [{}, { a: [1, null] }],
};

/** Makes random values of the schema's input types. */
export class RandomValues {
  constructor(
    private readonly random: Random,
    private readonly ids: KnownIds,
    /** Puts a variable in the place of a value of a type, or declines. */
    private readonly variable: (type: GraphQLInputType, depth: number) => Variable | null,
  ) {}

  /** A value of this type, in which variables may stand unless it is to be one's own value. */
  of(type: GraphQLInputType, about: string, depth = 0, plain = false): Value {
    const { random } = this;
    // Refused where it comes in a variable, whose type says what it must be.
    if (plain && depth > 0 && random.chance(0.01))
      return random.pick<Value>([{ wrong: 1 }, true, "wrong"]);
    const variable = plain ? null : this.variable(type, depth);
    if (variable) return variable;
    if (isNonNullType(type)) return this.present(type.ofType, about, depth, plain);
    return random.chance(0.1) ? null : this.present(type, about, depth, plain);
  }

  private present(type: GraphQLInputType, about: string, depth: number, plain: boolean): Value {
    const { random } = this;
    if (isNonNullType(type)) return this.present(type.ofType, about, depth, plain);
    if (isListType(type)) {
      // One value is taken for a list of it.
      if (random.chance(0.15)) return this.of(type.ofType, about, depth + 1, plain);
      const length = random.int(0, 3);
      return Array.from({ length }, () => this.of(type.ofType, about, depth + 1, plain));
    }
    if (isEnumType(type)) return new Enum(random.pick(type.getValues()).name);
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      const chosen = type.isOneOf
        ? [random.pick(fields)]
        : fields.filter((field) => this.isChosen(field, depth));
      return Object.fromEntries(
        chosen.map((field) => [field.name, this.of(field.type, field.name, depth + 1, plain)]),
      );
    }
    if (type.name === "ID") return this.id(about);
    if (type.name === "_Any") return this.representation();
    return random.pick(SCALARS[type.name] ?? ["x"]);
  }

  private isChosen(field: GraphQLInputField, depth: number): boolean {
    return isRequiredInputField(field) || (depth < DEEPEST && this.random.chance(0.3));
  }

  private id(about: string): string {
    const { random } = this;
    if (random.chance(0.1)) return random.pick([NO_ID, "x", ""]);
    const kind = Object.keys(this.ids).find((name) =>
      about.toLowerCase().startsWith(name.toLowerCase()),
    );
    const kinds = Object.values(this.ids).filter((ids) => ids.length > 0);
    const ids = (kind && random.chance(0.9) && this.ids[kind]) || random.pick(kinds);
    return random.pick(ids);
  }

  private representation(): Value {
    const { random } = this;
    const kind = random.pick(Object.keys(this.ids).filter((name) => this.ids[name]?.length));
    const id = random.pick(this.ids[kind] ?? [NO_ID]);
    return random.pick<Value>([
      { __typename: kind, id },
      { __typename: kind, id },
      { __typename: "Nothing", id },
      { __typename: kind, id: "x" },
      { id },
    ]);
  }
}

/** A value as a query writes it. */
export function literal(value: Value): string {
  if (value instanceof Enum) return value.name;
  if (value instanceof Variable) return `$${value.name}`;
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, one]) => `${name}: ${literal(one)}`)
    .join(", ")}}`;
}

/** A value, in which no variable stands, as JSON carries it. */
export function asJson(value: Value): unknown {
  if (value instanceof Enum) return value.name;
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== "object" || value === null || value instanceof Variable) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asJson(one)]));
}
