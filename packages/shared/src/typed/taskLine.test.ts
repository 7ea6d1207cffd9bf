import fc from "fast-check";
import { type LineContext, readTaskLine, type TaskLine } from "./taskLine.js";

// A Sunday afternoon.
const portuguese: LineContext = { today: "2026-11-29", now: "14:05", order: "dmy" };
const american: LineContext = { ...portuguese, order: "mdy" };

type Said = [title: string, dueOn?: string | null, dueTime?: string, names?: Partial<TaskLine>];

const task = ([title, dueOn = null, dueTime, names = {}]: Said): TaskLine => ({
  ...{ title, dueOn, dueTime: dueTime ?? null, customer: null, person: null },
  ...names,
});

test.each<[string, ...Said]>([
  [
    "ligar para Ana amanhã 10h #Padaria",
    "ligar para Ana",
    "2026-11-30",
    "10:00",
    { customer: "Padaria" },
  ],
  ["enviar proposta até sexta", "enviar proposta", "2026-12-04"],
  ["enviar proposta na sexta-feira às 9", "enviar proposta", "2026-12-04", "09:00"],
  ["Hoje cobrar a fatura", "cobrar a fatura", "2026-11-29"],
  ["depois de amanhã visitar a loja", "visitar a loja", "2026-12-01"],
  ["revisar contrato em 10 dias", "revisar contrato", "2026-12-09"],
  ["revisar contrato daqui a 2 semanas", "revisar contrato", "2026-12-13"],
  ["revisar contrato +3", "revisar contrato", "2026-12-02"],
  ["reunião 15/12 14h30 @Bruno", "reunião", "2026-12-15", "14:30", { person: "Bruno" }],
  ["entregar dia 5", "entregar", "2026-12-05"],
  ["entregar no dia 29", "entregar", "2026-11-29"],
  ["renovar em 15 de janeiro", "renovar", "2027-01-15"],
  ["renovar 15 jan 2028", "renovar", "2028-01-15"],
  ["renovar 15/11", "renovar", "2027-11-15"],
  ["conferir 15/11/2026", "conferir", "2026-11-15"],
  ["fechar o mês fim do mês", "fechar o mês", "2026-11-30"],
  ["planejar semana que vem", "planejar", "2026-11-30"],
  ["planejar próxima quinta", "planejar", "2026-12-03"],
  ["almoço com o diretor ao meio-dia de amanhã", "almoço com o diretor de", "2026-11-30", "12:00"],
  ["ligar seg 10h", "ligar", "2026-11-30", "10:00"],
  ["ligar na qua", "ligar", "2026-12-02"],
  ["visita das 10h às 12h amanhã", "visita", "2026-11-30", "10:00"],
  // A time alone is the next time that it is so late.
  ["ligar 16h", "ligar", "2026-11-29", "16:00"],
  ["ligar 10h", "ligar", "2026-11-30", "10:00"],
  ["ligar às 15 horas", "ligar", "2026-11-29", "15:00"],
  // What looks like a day or a time, and is none.
  ["Emitir segunda via do boleto", "Emitir segunda via do boleto"],
  ["conferir a quinta parcela", "conferir a quinta parcela"],
  ["ter uma conversa", "ter uma conversa"],
  ["escrever para Dom Pedro", "escrever para Dom Pedro"],
  ["cobrar a fatura de ontem", "cobrar a fatura de ontem"],
  ["locação por 3 dias", "locação por 3 dias"],
  ["reunião de 2h", "reunião de 2h"],
  ["as 10 faturas", "as 10 faturas"],
  ["pedido 100126", "pedido 100126"],
  ["instalar a versão 10.12", "instalar a versão 10.12"],
  ["pagar 31/02", "pagar 31/02"],
  ["comprar 25h de suporte", "comprar 25h de suporte"],
])("%s", (line, ...said) => {
  expect(readTaskLine(line, portuguese)).toEqual(task(said));
});

test.each<[string, ...Said]>([
  ["call Ana tomorrow 10am #Bakery", "call Ana", "2026-11-30", "10:00", { customer: "Bakery" }],
  ["call Ana tomorrow at 10", "call Ana", "2026-11-30", "10:00"],
  ["send the quote by Friday 9:15 pm", "send the quote", "2026-12-04", "21:15"],
  ["send it on 12/15", "send it", "2026-12-15"],
  ["send it Dec 15", "send it", "2026-12-15"],
  ["send it by December 15th, 2027", "send it", "2027-12-15"],
  ["renew in 2 weeks", "renew", "2026-12-13"],
  ["renew next month", "renew", "2026-12-01"],
  ["renew on the 15th", "renew", "2026-12-15"],
  ["day after tomorrow: visit", "visit", "2026-12-01"],
  ["lunch at noon on Monday", "lunch", "2026-11-30", "12:00"],
  ["order 3 chairs", "order 3 chairs"],
  ["wait for 2h", "wait for 2h"],
  ["buy a sun shade", "buy a sun shade"],
  ["read chapter 10", "read chapter 10"],
])("%s", (line, ...said) => {
  expect(readTaskLine(line, american)).toEqual(task(said));
});

test.each<[string, Partial<TaskLine>]>([
  ["ligar #Padaria Aurora amanhã", { customer: "Padaria Aurora", title: "ligar" }],
  ["#Casa das Tintas ligar", { customer: "Casa das Tintas", title: "ligar" }],
  ["#padaria ligar", { customer: "padaria", title: "ligar" }],
  ['ligar #"casa das tintas" hoje', { customer: "casa das tintas", title: "ligar" }],
  ["ligar #Lima & Filhos, com calma", { customer: "Lima & Filhos", title: "ligar com calma" }],
  ["ligar @Bruno Lima #Padaria", { person: "Bruno Lima", customer: "Padaria", title: "ligar" }],
  ["ligar #Padaria 10h", { customer: "Padaria", dueTime: "10:00", title: "ligar" }],
  ["rever # e @", { customer: null, person: null, title: "rever # e @" }],
])("who: %s", (line, expected) => {
  expect(readTaskLine(line, portuguese)).toMatchObject(expected);
});

test("a part that is not wanted stays in the title", () => {
  const without = (...ignored: ("day" | "time" | "customer")[]) =>
    readTaskLine("ligar amanhã 10h #Padaria", { ...portuguese, ignored: new Set(ignored) });
  expect(without("day")).toMatchObject({ title: "ligar amanhã", dueTime: "10:00" });
  expect(without("time")).toMatchObject({ title: "ligar 10h", dueOn: "2026-11-30", dueTime: null });
  expect(without("customer")).toMatchObject({
    title: "ligar amanhã 10h #Padaria".replace("amanhã 10h ", ""),
  });
});

test("no word is lost, and none is made up", () => {
  const word = fc.constantFrom(
    ...[
      "ligar",
      "amanhã",
      "10h",
      "#Ana",
      "@Bruno",
      "até",
      "sexta",
      "às",
      "9",
      "dia",
      "31",
      "#",
      "próxima",
      "set",
      "3",
    ],
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, fc.string({ maxLength: 6 })), { maxLength: 9 }),
      (words) => {
        const line = words.join(" ");
        const read = readTaskLine(line, portuguese);
        for (const one of read.title.split(" ")) expect(line).toContain(one);
        if (read.dueTime !== null) expect(read.dueOn).not.toBeNull();
        if (read.dueOn === null && read.customer === null && read.person === null)
          expect(read.title.replace(/[\s,;.–-]/g, "")).toBe(line.replace(/[\s,;.–-]/g, ""));
      },
    ),
  );
});
