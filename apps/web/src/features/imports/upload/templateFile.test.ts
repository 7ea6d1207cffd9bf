import { profileOf } from "@clientela/shared/matching/columnProfile";
import { matchColumns } from "@clientela/shared/matching/matchColumns";
import { sheets } from "@clientela/shared/sheetRegister";
import { templateFields } from "../sheets.js";
import { templateText } from "./templateFile.js";

describe("the template", () => {
  const cases = Object.values(sheets).flatMap((sheet) =>
    (["en", "pt-BR", "pt-PT"] as const).map((language) => ({
      kind: sheet.recordType,
      sheet,
      language,
    })),
  );
  it.each(cases)("of $kind in $language matches every field when it comes back", (one) => {
    const fields = templateFields(one.sheet);
    const mark = one.language === "en" ? "," : ";";
    const [headers = "", examples = ""] = templateText(fields, one.language).slice(1).split("\r\n");
    const cells = examples.match(new RegExp(`"[^"]*"|[^${mark}]+`, "g")) ?? [];
    const columns = headers.split(mark).map((header, at) => ({
      header,
      profile: profileOf([(cells[at] ?? "").replaceAll('"', "")]),
    }));
    const matches = matchColumns(columns, one.sheet);
    expect(matches.map(({ field }) => field)).toEqual(fields.map(({ key }) => key));
    expect(matches.every(({ confidence }) => confidence === "exact")).toBe(true);
  });
});
