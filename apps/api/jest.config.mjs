/** @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts"],
  moduleNameMapper: {
    "^@clientela/shared/(.*)$": "<rootDir>/../../packages/shared/src/$1.ts",
    "^(\\.{1,2}/.*)\\.js$": "$1",
    // Its ES modules import JSON in a way that jest warns of, once per file.
    "^libphonenumber-js/(min|max)$": "<rootDir>/node_modules/libphonenumber-js/$1/index.cjs",
  },
  transform: { "\\.ts$": ["@swc/jest", { configFile: "../../tools/swc.build.json" }] },
  testMatch: ["<rootDir>/src/**/*.test.ts", "<rootDir>/test/**/*.test.ts"],
  globalSetup: "<rootDir>/test/setup/globalSetup.ts",
  globalTeardown: "<rootDir>/test/setup/globalTeardown.ts",
  setupFiles: ["reflect-metadata"],
  testTimeout: 30_000,
  // The tests wait for their database as often as they compute.
  maxWorkers: "100%",
  // Modules of past files stay in memory; a worker that holds this much begins again before it has to collect it all the time.
  workerIdleMemoryLimit: "1500MB",
};
