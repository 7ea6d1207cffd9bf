import { SHEET_RECORD_TYPES, sheets } from "@clientela/shared/sheetRegister";
import { registry } from "../src/features.js";

const exported = SHEET_RECORD_TYPES.filter((one) => !("importOnly" in sheets[one]));

test("every sheet has an importer, and an exporter unless it is for imports only; no other kind has", () => {
  expect([...registry.importers.keys()].sort()).toEqual([...SHEET_RECORD_TYPES].sort());
  expect([...registry.exporters.keys()].sort()).toEqual([...exported].sort());
});

test.each(SHEET_RECORD_TYPES)(
  "%s: the sheet says what its importer and exporter do",
  (recordType) => {
    const importer = registry.importers.get(recordType);
    const { noun, matchKeys } = sheets[recordType];
    expect(importer?.sheet).toBe(sheets[recordType]);
    if (exported.includes(recordType))
      expect(registry.exporters.get(recordType)?.sheet).toBe(sheets[recordType]);
    expect(importer?.permission).toBe(`${noun}:write`);
    expect(importer?.readPermission).toBe(`${noun}:read`);
    const strategies = importer?.table.matchStrategies.flatMap(({ matchKey }) => matchKey ?? []);
    expect([...matchKeys]).toEqual(["AUTO", ...new Set(strategies)]);
  },
);
