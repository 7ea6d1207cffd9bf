import type { CodegenConfig } from "@graphql-codegen/cli";

const languages = ["en", "pt-BR", "pt-PT"];
const nounMessages = Object.fromEntries(
  languages.map((language) => [
    `./src/gql/nounMessages.${language}.ts`,
    { plugins: ["./build/nounMessages.mjs"], config: { language } },
  ]),
);

const config: CodegenConfig = {
  schema: [{ "../api/schema.graphql": { loader: "./build/strictSchema.mjs" } }],
  documents: ["src/**/*.{ts,tsx}", "!src/gql/**", "!src/**/*.test.{ts,tsx}"],
  ignoreNoDocuments: true,
  generates: {
    "./src/gql/": {
      preset: "client",
      presetConfig: { fragmentMasking: { unmaskFunctionName: "readFragment" } },
      config: {
        enumsAsTypes: true,
        // The client adds it to every selection; optimistic answers must have it.
        nonOptionalTypename: true,
        skipTypeNameForRoot: true,
        useTypeImports: true,
        strictScalars: true,
        defaultScalarType: "unknown",
        importExtension: ".js",
        emitLegacyCommonJSImports: false,
        scalars: {
          CountryCode: "string",
          CurrencyCode: "string",
          Date: "string",
          DateTime: "string",
          Moment: "string",
          Decimal: "string",
          EmailAddress: "string",
          URL: "string",
          LocalTime: "string",
          JSON: "unknown",
          JSONObject: "Record<string, unknown>",
          UUID: "string",
          _Any: "unknown",
        },
      },
    },
    "./src/gql/possibleTypes.ts": { plugins: ["./build/possibleTypes.mjs"] },
    "./src/gql/cacheShapes.ts": { plugins: ["./build/cacheShapes.mjs"] },
    ...nounMessages,
  },
};

export default config;
