/** @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts"],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  transform: { "\\.ts$": ["@swc/jest", { configFile: "../../tools/swc.build.json" }] },
  testMatch: ["<rootDir>/src/**/*.test.ts"],
  maxWorkers: "100%",
};
