import { isAbstractType } from "graphql";

/** A codegen plugin: which types an interface or union may be, for the cache; gateways' own types aside. */
export const plugin = (schema) => {
  const possible = Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter((type) => isAbstractType(type) && !type.name.startsWith("_"))
      .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
  );
  return `export const possibleTypes: Record<string, string[]> = ${JSON.stringify(possible)};\n`;
};
