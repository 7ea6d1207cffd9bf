import type { Format, MoneyValue } from "../../../i18n/format.js";

/** How firm a reminder is: the first one, the second one, the last one before further steps. */
export const LEVELS = [1, 2, 3] as const;

/** One of them. */
export type Level = (typeof LEVELS)[number];

/** The languages that a reminder can be written in, whichever one the app is in. */
export const REMINDER_LANGUAGES = ["pt", "en"] as const;

/** One of them. */
export type ReminderLanguage = (typeof REMINDER_LANGUAGES)[number];

/** An invoice that is past its due date. */
export interface LateInvoice {
  number: string;
  dueOn: string;
  balance: MoneyValue;
}

interface Words {
  subject: Record<Level, string>;
  greeting: (name: string) => string;
  opening: Record<Level, string>;
  line: (number: string, due: string, amount: string) => string;
  total: (amount: string) => string;
  closing: Record<Level, string>;
  regards: string;
}

const WORDS: Record<ReminderLanguage, Words> = {
  en: {
    subject: {
      1: "Payment reminder",
      2: "Second payment reminder",
      3: "Final payment reminder",
    },
    greeting: (name) => `Dear ${name},`,
    opening: {
      1: "Our records show that the following invoices are past their due date. You may simply have overlooked them.",
      2: "In spite of our reminder, the following invoices have not been paid yet.",
      3: "The following invoices are still unpaid after several reminders.",
    },
    line: (number, due, amount) => `Invoice ${number}, due ${due}: ${amount}`,
    total: (amount) => `Total: ${amount}`,
    closing: {
      1: "Please arrange the payment in the next few days. If you have already paid, please disregard this message.",
      2: "Please pay within seven days, or tell us when we can expect the payment.",
      3: "Please pay within five days. Otherwise we will have to take further steps.",
    },
    regards: "Kind regards",
  },
  pt: {
    subject: {
      1: "Lembrete de pagamento",
      2: "Segundo lembrete de pagamento",
      3: "Último aviso de pagamento",
    },
    greeting: (name) => `Prezados senhores de ${name},`,
    opening: {
      1: "Consta em nosso sistema que as faturas abaixo já venceram. Talvez tenham passado despercebidas.",
      2: "Apesar do nosso lembrete, as faturas abaixo ainda não foram pagas.",
      3: "As faturas abaixo continuam em aberto, mesmo após vários lembretes.",
    },
    line: (number, due, amount) => `Fatura ${number}, vencida em ${due}: ${amount}`,
    total: (amount) => `Total: ${amount}`,
    closing: {
      1: "Pedimos que o pagamento seja feito nos próximos dias. Se já foi feito, desconsiderem esta mensagem.",
      2: "Pedimos o pagamento em até sete dias, ou que nos informem quando ele será feito.",
      3: "Pedimos o pagamento em até cinco dias. Caso contrário, teremos de tomar outras medidas.",
    },
    regards: "Atenciosamente",
  },
};

interface Reminder {
  subject: string;
  body: string;
}

/** Writes a reminder of late invoices; `total` is what they come to. */
export function reminderText(
  { language, level }: { language: ReminderLanguage; level: Level },
  name: string,
  invoices: readonly LateInvoice[],
  total: MoneyValue,
  format: Format,
): Reminder {
  const words = WORDS[language];
  const lines = invoices.map(({ number, dueOn, balance }) =>
    words.line(number, format.date(dueOn), format.money(balance)),
  );
  return {
    subject: words.subject[level],
    body: [
      words.greeting(name),
      "",
      words.opening[level],
      "",
      ...lines,
      words.total(format.money(total)),
      "",
      words.closing[level],
      "",
      words.regards,
    ].join("\n"),
  };
}

/** How firm a reminder is suggested to be, by the days since the oldest due date. */
export function suggestedLevel(daysLate: number): Level {
  if (daysLate <= 30) return 1;
  return daysLate <= 60 ? 2 : 3;
}
