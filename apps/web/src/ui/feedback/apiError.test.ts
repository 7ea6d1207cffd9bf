import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { activateAll } from "../../locales/loadMessages.js";
import { apiErrorOf, sayFailure } from "./apiError.js";

const failure = (extensions?: Record<string, unknown>) =>
  new CombinedGraphQLErrors({ data: null, errors: [{ message: "No.", extensions }] });

describe("an error of the API", () => {
  it("is read with what belongs to its code", () => {
    const existing = { id: "c1", number: "C-000001", legalName: "Aurora" };
    expect(apiErrorOf(failure({ code: "DUPLICATE", existing }))).toEqual({
      code: "DUPLICATE",
      message: "No.",
      issues: [],
      changedBy: null,
      changedAt: null,
      existing,
    });
  });

  it("keeps the issues that have all their parts", () => {
    const issue = { path: "legalName", code: "required", message: "is needed" };
    const read = apiErrorOf(
      failure({ code: "VALIDATION_FAILED", issues: [issue, { path: "city" }, "?"] }),
    );
    expect(read?.issues).toEqual([issue]);
    expect(sayFailure(failure({ code: "VALIDATION_FAILED", issues: [issue] }))).toBe("Is needed.");
  });

  it("says nothing of types and ids where a record was not found", async () => {
    await activateAll("pt-BR");
    const message = "Customer 0197c0de-0000-7000-8000-00000000a0a1 não existe.";
    const extensions = { code: "NOT_FOUND" };
    const error = new CombinedGraphQLErrors({ data: null, errors: [{ message, extensions }] });
    expect(sayFailure(error)).toBe("Este registro não existe mais.");
  });

  it("is nothing where the failure is of another kind", () => {
    expect(apiErrorOf(new Error("no connection"))).toBeUndefined();
    expect(apiErrorOf(failure())).toBeUndefined();
    expect(apiErrorOf(failure({ code: 7, existing: "c1" }))).toBeUndefined();
    expect(sayFailure(new Error("no connection"))).toBe("no connection");
  });
});
