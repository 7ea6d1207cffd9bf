import {
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from "graphql";
import { recordPlaces } from "./inputPlaces.js";

const SCALARS: Readonly<Record<string, unknown>> = {
  Boolean: false,
  Int: 1,
  Float: 1,
  Date: "2026-01-31",
  DateTime: "2026-01-31T12:00:00Z",
  Decimal: "1.00",
  CurrencyCode: "BRL",
  CountryCode: "BR",
  EmailAddress: "someone@example.com",
  Moment: "-P30D",
  URL: "https://example.com",
};

/** Values of the inputs that lead to records. */
export interface RecordSamples {
  /** The id for a field, by its name. */
  idFor(field: string): string;
  ExternalIdInput: object;
  TaxIdInput: object;
}

/** An input of a mutation with what it requires, and something at each place that leads to a record. */
export function sampleInput(
  mutation: GraphQLField<unknown, unknown>,
  samples: RecordSamples,
): unknown {
  const places = recordPlaces(mutation).map(({ path }) => path);
  const fieldsOf = (fields: readonly GraphQLInputField[], path: string) =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const at = path ? `${path}.${field.name}` : field.name;
        const leads = places.some((place) => place === at || place.startsWith(`${at}.`));
        return leads || isRequiredInputField(field) ? [[field.name, sampleOf(field.type, at)]] : [];
      }),
    );
  const sampleOf = (type: GraphQLInputType, path: string): unknown => {
    if (isNonNullType(type)) return sampleOf(type.ofType, path);
    if (isListType(type)) return [sampleOf(type.ofType, path)];
    const { name } = getNamedType(type);
    if (name === "ID") return samples.idFor(path.split(".").at(-1) ?? "");
    if (name === "ExternalIdInput" || name === "TaxIdInput") return samples[name];
    if (isEnumType(type)) return type.getValues()[0]?.name;
    if (isInputObjectType(type)) return fieldsOf(Object.values(type.getFields()), path);
    return SCALARS[name] ?? "x";
  };
  const [argument] = mutation.args;
  return argument && sampleOf(argument.type, "");
}
