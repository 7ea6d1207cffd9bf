import { ISSUE_CODES } from "@clientela/shared/values/issues";
import type { Locale } from "@clientela/shared/values/locales";
import { assertOpen, assertTransition } from "../src/features/documents/transition.rules.js";
import { refusedByStatus } from "../src/features/imports/importAccess.js";
import { issueText } from "../src/features/imports/review/problemText.js";
import { invoiceLifecycle } from "../src/features/invoices/invoice.rules.js";
import { orderLifecycle } from "../src/features/orders/order.rules.js";
import { fileMessages, foundMessages } from "../src/features/spreadsheets/messages/fileMessages.js";
import { issueMessages } from "../src/features/spreadsheets/messages/issueMessages.js";
import { registry } from "../src/features.js";
import type { Text } from "../src/platform/errors.js";
import { Invalid } from "../src/platform/errors.js";
import { composeMessages, textIn, translate } from "../src/platform/graph/messages.js";

const en = { locale: "en", messages: registry.messages } as const;
const pt = { locale: "pt-BR", messages: registry.messages } as const;

const codes = [
  ...new Set([
    ...ISSUE_CODES,
    ...registry.features.flatMap(({ messages = {} }) => Object.keys(messages)),
  ]),
];

test.each(codes)("%s is said in both languages", (code) => {
  expect(translate(en, code)).not.toBe(code);
  expect(translate(pt, code)).not.toBe(translate(en, code));
});

test("every text has the same placeholders in all languages", () => {
  const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const { messages = {} } of registry.features)
    for (const { en, pt, "pt-PT": ptPT = pt } of Object.values(messages)) {
      expect(placesOf(pt)).toEqual(placesOf(en));
      expect(placesOf(ptPT)).toEqual(placesOf(en));
    }
});

test("Portugal has its own texts, and what both countries share is stored once", () => {
  const ofBrazil =
    /arquivo|registr|usuári|planilha|contato|\bsenha|\bsalv|lixeira|exclu[ií]|banco de dados|requisiç|CNPJ|CPF|celular|\bem uma?\b|(?:est[áã]o?) \w+(?:ando|endo|indo)\b/i;
  const all = [
    ...[...registry.messages].map(([code, text]): [string, Text] => [code, text]),
    ...Object.entries<Text>(fileMessages),
    ...Object.entries<Text>(issueMessages),
    ...Object.entries<Text>(foundMessages),
  ];
  const wrong = all.filter(([, text]) => {
    const said = textIn(text, "pt-PT").replaceAll(/\{\w+\}/g, "");
    return ofBrazil.test(said) || text["pt-PT"] === text.pt;
  });
  expect(wrong).toEqual([]);
});

test("a caller gets the messages of their country", () => {
  const said = (locale: Locale) =>
    translate({ locale, messages: registry.messages }, "FILE_TOO_LARGE", { limitMb: 5 });
  expect(said("pt-PT")).toBe("O ficheiro é maior que 5 MB.");
  expect(said("pt-BR")).toBe("O arquivo é maior que 5 MB.");
});

test("statuses and amounts are named as people name them, and never by their codes", () => {
  const messageOf = (locale: Locale, refused: () => void) => {
    try {
      refused();
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      return error.issues.map(({ code, params }) =>
        translate({ locale, messages: registry.messages }, code, params),
      );
    }
    return [];
  };
  const closed = () => assertTransition(orderLifecycle, "FINALIZED", "OPEN");
  expect(messageOf("pt-BR", closed)).toEqual([
    "não pode passar de Finalizado para Aberto; possíveis a partir daí: nenhuma",
  ]);
  expect(messageOf("pt-PT", closed)).toEqual([
    "não pode passar de Finalizada para Aberta; possíveis a partir daí: nenhum",
  ]);
  const locked = () => assertOpen(invoiceLifecycle, ["DRAFT"], "AUTHORIZED", "AUTHORIZED", "lines");
  expect(messageOf("pt-BR", locked)).toEqual([
    "não pode mais mudar na situação Autorizada, só em Rascunho",
  ]);
  const running = () => {
    throw refusedByStatus({ status: "RUNNING" });
  };
  expect(messageOf("pt-PT", running)).toEqual([
    "não é possível no estado da importação, “A importar”",
  ]);
  const balance = { amount: "12345678901234.50", currency: "BRL" };
  expect(translate(pt, "exceeds_balance", { balance })).toBe(
    "é mais que o saldo em aberto de R$\u00a012.345.678.901.234,50",
  );
});

test("issues of a row show the values of its column as people write them", () => {
  const sheet = registry.importers.get("INVOICE")?.sheet;
  const said = (field: string, code: string, params: Record<string, string>) =>
    issueText({ field, code, severity: "error", params }, sheet, pt, undefined);
  expect(said("status", "payment_not_imported", { old: "PAID" })).toMatch(/^é Paga;/);
  expect(said("paid", "payment_not_imported", { old: "1234.5" })).toMatch(/^é 1\.234,50;/);
  expect(said("paidOn", "payment_not_imported", { old: "2026-03-04" })).toMatch(/^é 04\/03\/2026;/);
  const leap = { from: "DRAFT", to: "PAID", allowed: "PENDING, CANCELLED" };
  expect(said("status", "transition_not_allowed", leap)).toMatch(
    /^não pode passar de Rascunho para Paga; possíveis a partir daí: Pendente, Cancelada/,
  );
  expect(said("total", "line_with_mistake", { line: "12" })).toMatch(/linha 12;/);
});

test("a code that has a text gets no second one", () => {
  const messages = { required: { en: "is missing", pt: "falta" } };
  expect(() => composeMessages([messages])).toThrow("required has two texts");
});

test("a code without a text is shown as it is, even if objects have a property of that name", () => {
  expect(translate(en, "nowhere_said")).toBe("nowhere_said");
  expect(translate(en, "constructor")).toBe("constructor");
});
