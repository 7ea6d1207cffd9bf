import { isAbstractType } from "graphql";

/** A codegen plugin: which types an interface or union may be, for the cache. */
export const plugin = (schema) => {
  const possible = Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter((type) => isAbstractType(type) && !type.name.startsWith("__"))
      .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
  );
  return `export const possibleTypes: Record<string, string[]> = ${JSON.stringify(possible)};\n`;
};
