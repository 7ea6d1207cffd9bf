import { forbidZodCode } from "./zodSettings.js";

test("zod makes no code from text, wherever it is loaded", async () => {
  forbidZodCode();
  const { globalConfig } = await import("zod/v4/core");
  expect(globalConfig.jitless).toBe(true);
});
