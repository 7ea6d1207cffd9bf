import { customersSheet } from "@clientela/shared/customers.sheet";
import { matchColumns } from "@clientela/shared/matchColumns";
import { importFields } from "../sheetFields.js";
import { templateText } from "./templateFile.js";

describe("the template", () => {
  it.each(["en", "pt"] as const)("in %s matches every field when it comes back", (language) => {
    const mark = language === "pt" ? ";" : ",";
    const [headers = "", examples = ""] = templateText(importFields, language)
      .slice(1)
      .split("\r\n");
    const cells = examples.match(new RegExp(`"[^"]*"|[^${mark}]+`, "g")) ?? [];
    const columns = headers
      .split(mark)
      .map((header, at) => ({ header, samples: [(cells[at] ?? "").replaceAll('"', "")] }));
    const matches = matchColumns(columns, customersSheet);
    expect(matches.map(({ field }) => field)).toEqual(importFields.map(({ key }) => key));
    expect(matches.every(({ confidence }) => confidence === "exact")).toBe(true);
  });
});
