/** @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  // The built-ins of the context are those of the worker.
  testEnvironmentOptions: { globalsCleanup: "off" },
  // Node and the loader of the test script compile TypeScript; jest need not.
  runtime: "<rootDir>/test/setup/sharedModules.mjs",
  transform: {},
  testMatch: ["<rootDir>/src/**/*.test.ts", "<rootDir>/test/**/*.test.ts"],
  globalSetup: "<rootDir>/test/setup/globalSetup.ts",
  globalTeardown: "<rootDir>/test/setup/globalTeardown.ts",
  setupFiles: ["reflect-metadata", "<rootDir>/test/setup/builtPrograms.ts"],
  // What takes so long hangs, on whichever machine; the longest test takes half a minute.
  testTimeout: 180_000,
  // The tests wait for their database as often as they compute.
  maxWorkers: "100%",
};
