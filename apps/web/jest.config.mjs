/** @type {import("jest").Config} */
export default {
  testEnvironment: "jsdom",
  // Whole forms in a browser of JavaScript are slow where machines are busy.
  testTimeout: 20_000,
  testEnvironmentOptions: { customExportConditions: [""] },
  setupFiles: ["<rootDir>/src/test/environment.ts"],
  setupFilesAfterEnv: ["<rootDir>/src/test/matchers.ts"],
  moduleNameMapper: {
    "\\.module\\.css$": "<rootDir>/src/test/cssModule.ts",
    "\\.css$": "<rootDir>/src/test/emptyStyle.ts",
    "^@clientela/shared/(.*)$": "<rootDir>/../../packages/shared/src/$1.ts",
    "^(\\.{1,2}/.*)\\.js$": "$1",
  },
  transform: {
    "\\.tsx?$": [
      "@swc/jest",
      {
        module: { type: "commonjs" },
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
        },
      },
    ],
  },
  testMatch: ["<rootDir>/src/**/*.test.ts?(x)"],
  maxWorkers: "100%",
};
