import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { half, signedInState } from "./e2e/support/places.js";

const systemChromium = "/usr/bin/chromium";
const ci = Boolean(process.env.CI);

// E2E_HALF=first and E2E_HALF=second take about as long as each other, and together run all journeys.
const firstHalf = /(accessibility|customers|import|life|money)\.spec\.ts$/;

/** The browser journeys: one server with a database of its own, one browser, one journey after the other. */
export default defineConfig({
  testDir: "./e2e",
  outputDir: path.join("test-results", half),
  globalSetup: fileURLToPath(new URL("./e2e/support/startServer.ts", import.meta.url)),
  workers: 1,
  // A guard against what hangs: the longest journey takes half a minute of a machine that does nothing else.
  timeout: 240_000,
  globalTimeout: 14 * 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: ci,
  reporter: [["list"]],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    timezoneId: "America/Sao_Paulo",
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    // A trace costs a fifth of the time; `E2E_TRACE=1` keeps those of journeys that fail.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: existsSync(systemChromium) ? systemChromium : undefined,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "first start", testMatch: "firstStart.spec.ts" },
    {
      name: "journeys",
      testMatch: half === "first" ? firstHalf : undefined,
      testIgnore: half === "second" ? ["firstStart.spec.ts", firstHalf] : "firstStart.spec.ts",
      dependencies: ["first start"],
      use: { storageState: signedInState },
    },
  ],
});
