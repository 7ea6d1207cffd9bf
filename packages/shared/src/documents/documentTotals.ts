import { withoutZeros } from "../values/decimalRules.js";
import { add, compare, multiply, roundMoney, subtract } from "../values/money.js";

/** What the price of a line depends on. */
export interface PricedBy {
  quantity: string;
  /** Net, for one unit. */
  unitPrice: string;
  /** Percent off the unit price. */
  discount?: string;
  /** In percent of the net amount. */
  taxRate?: string;
}

/** The tax of all lines with one rate. */
export interface TaxTotal {
  /** The rate in percent, without trailing zeros. */
  rate: string;
  /** The net amount that the rate applies to. */
  net: string;
  tax: string;
}

/** The amounts of a document: `subtotal` + `tax` = `total`. */
export interface DocumentTotals {
  /** The net amounts of the lines, in their order. */
  lines: string[];
  /** Net. */
  subtotal: string;
  /** The tax of each rate above 0, the lowest rate first. */
  taxes: TaxTotal[];
  tax: string;
  /** Gross. */
  total: string;
}

const percentOf = (amount: string, percentage: string): string =>
  multiply(multiply(amount, percentage), "0.01");

/** The net amount of a line: quantity times unit price less the discount, rounded half-up to the currency's minor unit. */
export function lineNet({ quantity, unitPrice, discount }: PricedBy, currency: string): string {
  const full = multiply(quantity, unitPrice);
  const reduced = discount ? percentOf(full, subtract("100", discount)) : full;
  return roundMoney(reduced, currency);
}

/**
 * The totals of a document. Each line is rounded to the currency's minor unit; tax is computed for each rate on the sum
 * of its lines and rounded once, halves away from zero, so that the order of the lines does not matter.
 */
export function documentTotals(lines: readonly PricedBy[], currency: string): DocumentTotals {
  const zero = roundMoney("0", currency);
  const nets = lines.map((line) => lineNet(line, currency));
  const netByRate = new Map<string, string>();
  lines.forEach(({ taxRate }, index) => {
    const rate = withoutZeros(taxRate ?? "0");
    netByRate.set(rate, add(netByRate.get(rate) ?? zero, nets[index] ?? zero));
  });
  const taxes = [...netByRate]
    .filter(([rate]) => compare(rate, "0") > 0)
    .sort(([a], [b]) => compare(a, b))
    .map(([rate, net]) => ({ rate, net, tax: roundMoney(percentOf(net, rate), currency) }));
  const subtotal = nets.reduce(add, zero);
  const tax = taxes.map((one) => one.tax).reduce(add, zero);
  return { lines: nets, subtotal, taxes, tax, total: add(subtotal, tax) };
}
