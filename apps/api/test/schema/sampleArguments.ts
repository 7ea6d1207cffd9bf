import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from "graphql";
import { NO_ID } from "../support/refusals.js";

const SAMPLES: Record<string, string> = {
  ID: `"${NO_ID}"`,
  Boolean: "false",
  Int: "1",
  Float: "1",
  Date: '"2026-01-31"',
  DateTime: '"2026-01-31T12:00:00Z"',
  Decimal: '"1.00"',
  CurrencyCode: '"BRL"',
  CountryCode: '"BR"',
  EmailAddress: '"someone@example.com"',
  Moment: '"-P30D"',
  URL: '"https://example.com"',
  JSON: "{}",
};

/** The least that a type takes, as a query writes it. */
export function sampleOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return `[${sampleOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? "";
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const required = type.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
    return `{ ${required.map(sampleFor).join(", ")} }`;
  }
  return SAMPLES[type.name] ?? '"x"';
}

const sampleFor = ({ name, type }: GraphQLArgument | GraphQLInputField) =>
  `${name}: ${sampleOf(type)}`;

/** The arguments that a field cannot do without, each the least that its type takes: `(id: "…")`. */
export function sampleArguments(args: readonly GraphQLArgument[]): string {
  const required = args.filter(isRequiredArgument);
  return required.length > 0 ? `(${required.map(sampleFor).join(", ")})` : "";
}
