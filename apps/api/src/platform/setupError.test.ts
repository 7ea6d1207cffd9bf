import { SetupError, wordsFor } from "./setupError.js";

test("setup errors and lost connections are reported in one sentence, other errors with their stack", () => {
  expect(wordsFor(new SetupError("PORT is no number."))).toBe("PORT is no number.");
  expect(wordsFor(new Error("Connection terminated unexpectedly"))).toBe(
    "The database went away (Connection terminated unexpectedly). Check DATABASE_URL and that its server is running.",
  );
  expect(wordsFor(new TypeError("x is not a function"))).toMatch(/^TypeError: .*\n\s+at /);
});
