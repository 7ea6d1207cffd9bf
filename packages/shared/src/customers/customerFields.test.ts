import fc from "fast-check";
import { z } from "zod";
import { issuesOf } from "../values/issues.js";
import { address, customerFields } from "./customerFields.js";

const customer = z.object(customerFields);

function verdict(rule: z.ZodType, input: unknown): unknown {
  const result = rule.safeParse(input);
  return result.success ? result.data : issuesOf(result.error).map((issue) => issue.code);
}

test.each([
  ["  Padaria São João Ltda ", "Padaria São João Ltda"],
  ["", ["required"]],
  ["   ", ["required"]],
  ["\u200b\u200e\u3164", ["required"]],
  [undefined, ["required"]],
  [null, ["required"]],
  [42, ["invalid_type"]],
  ["A\u0000B", ["invalid_characters"]],
  ["A\nB", ["invalid_characters"]],
  ["A\ud800B", ["invalid_characters"]],
  ["x".repeat(200), "x".repeat(200)],
  ["x".repeat(201), ["too_long"]],
  ["🍞".repeat(200), "🍞".repeat(200)],
  ["🍞".repeat(201), ["too_long"]],
  ["=SUM(A1)", "=SUM(A1)"],
  ["#REF!", "#REF!"],
])("the legal name %j gives %j", (input, expected) => {
  expect(verdict(customerFields.legalName, input)).toEqual(expected);
});

test.each([
  ["Ana@Padaria.COM.BR", "Ana@padaria.com.br"],
  [" mailto:ana@padaria.com ", "ana@padaria.com"],
  ["ana@müller.de", "ana@xn--mller-kva.de"],
  ["", null],
  [null, null],
  ["ana", ["invalid_email"]],
  ["@padaria.com", ["invalid_email"]],
  ["ana@", ["invalid_email"]],
  ["ana@localhost", ["invalid_email"]],
  ["ana@padaria..com", ["invalid_email"]],
  ["ana@a.com; rui@a.com", ["invalid_email"]],
  ["ana@a.com/b", ["invalid_email"]],
  ["joão@padaria.com", ["invalid_email"]],
  [`ana@${"a".repeat(250)}.com`, ["too_long"]],
])("the e-mail %j gives %j", (input, expected) => {
  expect(verdict(customerFields.email, input)).toEqual(expected);
});

test.each([
  ["padaria.com.br", "https://padaria.com.br/"],
  ["WWW.Padaria.com.br/Loja", "https://www.padaria.com.br/Loja"],
  ["http://padaria.com", "http://padaria.com/"],
  [new URL("https://padaria.com"), "https://padaria.com/"],
  ["ftp://padaria.com", ["invalid_url"]],
  ["javascript:alert(1)", ["invalid_url"]],
  ["https://ana:secret@padaria.com", ["invalid_url"]],
  ["11", ["invalid_url"]],
  ["1.5", ["invalid_url"]],
  ["192.0.2.7/loja", "https://192.0.2.7/loja"],
  ["n/a", ["invalid_url"]],
  ["pada ria.com", ["invalid_url"]],
  ["padaria", ["invalid_url"]],
  ["", null],
])("the website %p gives %j", (input, expected) => {
  expect(verdict(customerFields.website, input)).toEqual(expected);
});

test.each([
  ["1-365-756-9410 x4781", "1-365-756-9410 x4781"],
  ["867-5309", "867-5309"],
  ["none", ["invalid_phone"]],
  ["1".repeat(41), ["too_long"]],
])("the phone %j gives %j", (input, expected) => {
  expect(verdict(customerFields.phone, input)).toEqual(expected);
});

test.each([
  [0, 0],
  [3650, 3650],
  ["", null],
  [null, null],
  [-1, ["out_of_range"]],
  [3651, ["out_of_range"]],
  [1.5, ["not_an_integer"]],
  ["30", ["invalid_number"]],
  [Number.NaN, ["invalid_number"]],
])("the payment term %j gives %j", (input, expected) => {
  expect(verdict(customerFields.paymentTermDays, input)).toEqual(expected);
});

test("tags are trimmed, kept once and counted", () => {
  expect(verdict(customerFields.tags, [" vip ", "VIP", "", "novo"])).toEqual(["vip", "novo"]);
  expect(verdict(customerFields.tags, ["x".repeat(51)])).toEqual(["too_long"]);
  const many = Array.from({ length: 51 }, (_, i) => `tag ${i}`);
  expect(verdict(customerFields.tags, many)).toEqual(["too_many"]);
  expect(verdict(customerFields.tags, many.slice(1))).toHaveLength(50);
  expect(verdict(customerFields.tags, "vip")).toEqual(["invalid_type"]);
});

test("notes keep their lines, with one kind of line end", () => {
  expect(verdict(customerFields.notes, "a\r\n\tb\rc\n")).toBe("a\n\tb\nc");
  expect(verdict(customerFields.notes, "a\u0007b")).toEqual(["invalid_characters"]);
  expect(verdict(customerFields.notes, "x".repeat(10_001))).toEqual(["too_long"]);
});

test("codes of currencies, countries and states are read in any case of letters where they are codes", () => {
  expect(verdict(customerFields.currency, "brl")).toBe("BRL");
  expect(verdict(customerFields.currency, "reais")).toEqual(["invalid_currency"]);
  expect(verdict(customerFields.status, "ACTIVE")).toBe("ACTIVE");
  expect(verdict(customerFields.status, "active")).toEqual(["invalid_choice"]);
});

test("an address needs its country only, and its lines are joined", () => {
  expect(verdict(address, { country: "br" })).toEqual({ country: "BR" });
  expect(verdict(address, { street: "Rua A\r\n Fundos", city: " ", country: "BR" })).toEqual({
    street: "Rua A Fundos",
    city: null,
    country: "BR",
  });
  expect(verdict(address, { street: "Rua A" })).toEqual(["required"]);
  expect(verdict(address, { country: "Brasil" })).toEqual(["invalid_country"]);
  expect(verdict(address, undefined)).toEqual(["required"]);
});

test("what is left out stays left out, and issues name their place", () => {
  expect(customer.parse({ legalName: "Ana" })).toEqual({ legalName: "Ana" });
  const result = customer.safeParse({ legalName: "", email: "x", tags: ["a", "\u0000"] });
  expect(result.success ? [] : issuesOf(result.error)).toEqual([
    { path: ["legalName"], code: "required" },
    { path: ["email"], code: "invalid_email" },
    { path: ["tags", 1], code: "invalid_characters" },
  ]);
});

test("what a rule gives, it takes again unchanged", () => {
  const text = fc.string({ unit: "binary", maxLength: 60 });
  const domain = fc.domain();
  fc.assert(
    fc.property(text, domain, fc.array(text), (any, host, list) => {
      const inputs = {
        legalName: any,
        tradeName: any,
        notes: any,
        phone: any,
        email: `a.b@${host}`,
        website: `${host}/${any}`,
        tags: list,
      };
      for (const [key, input] of Object.entries(inputs)) {
        const rule = customer.shape[key as keyof typeof inputs];
        const once = rule.safeParse(input);
        if (once.success) expect(rule.parse(once.data)).toEqual(once.data);
      }
    }),
  );
});
