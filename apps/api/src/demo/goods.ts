import { lineNet } from "@clientela/shared/documents/documentTotals";
import { minorUnits } from "@clientela/shared/values/currencies";
import { add } from "@clientela/shared/values/money";
import type { Random } from "./random.js";
import type { Row, Story } from "./story.js";

// What is sold, the least and the most for one of it in reais, and how many at once.
const GOODS: readonly [description: string, least: number, most: number, many: number][] = [
  ["Hora de consultoria", 140, 380, 80],
  ["Licença anual por usuário", 290, 1200, 25],
  ['Notebook 14"', 3400, 7800, 6],
  ["Cadeira ergonômica", 620, 1850, 12],
  ["Instalação elétrica (ponto)", 85, 160, 40],
  ["Frete", 60, 900, 1],
  ["Café torrado em grãos (kg)", 38, 92, 60],
  ["Suporte mensal", 450, 2600, 3],
  ["Impressora fiscal", 900, 2400, 3],
  ["Treinamento presencial (dia)", 1600, 3200, 4],
  ["Embalagem personalizada (cento)", 45, 210, 30],
  ["Projeto arquitetônico (m²)", 35, 120, 180],
  ["Manutenção preventiva", 380, 1500, 2],
  ["Câmera de segurança", 240, 890, 16],
  ["Cimento CP II (saco 50 kg)", 32, 45, 200],
];

/** Roughly what a real buys, so that amounts look at home in their currency. */
export const PER_REAL: Readonly<Record<string, number>> = {
  BRL: 1,
  EUR: 0.18,
  USD: 0.19,
  GBP: 0.15,
  ARS: 210,
  CLP: 170,
};

/** The lines of a document and their exact sum. */
export interface PricedLines {
  lines: Row[];
  total: string;
}

/** Lines of goods at prices that fit the currency. */
export function linesIn(currency: string, random: Random): PricedLines {
  const places = minorUnits(currency);
  const lines = Array.from({ length: 1 + Math.min(7, random.around(1.6)) }, (_, index) => {
    const [description, least, most, many] = random.pick(GOODS);
    const price = (least + random.next() * (most - least)) * (PER_REAL[currency] ?? 1);
    const unitPrice = price.toFixed(places);
    const quantity =
      many > 20 && random.chance(0.15) ? `${random.int(1, many)}.5` : String(random.int(1, many));
    return {
      position: index + 1,
      description,
      quantity,
      unitPrice,
      total: lineNet({ quantity, unitPrice }, currency),
    };
  });
  return { lines, total: lines.reduce((sum, line) => add(sum, line.total), "0") };
}

/** Puts the lines of a document into the story. */
export function putLines(
  story: Story,
  document: string,
  row: Row,
  { lines }: PricedLines,
  random: Random,
): void {
  for (const line of lines) {
    const id = random.id(String(row.createdAt));
    story.put(`${document}_lines`, { id, [`${camelCased(document)}Id`]: row.id ?? null, ...line });
  }
}

const camelCased = (name: string): string =>
  name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The currency of a document: the customer's own, seldom dollars. */
export const currencyFor = (currency: string, random: Random): string =>
  currency === "BRL" && random.chance(0.06) ? "USD" : currency;
