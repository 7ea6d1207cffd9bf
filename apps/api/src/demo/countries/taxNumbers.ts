import type { Random } from "../random.js";

const numbers = (digits: string) => [...digits].map(Number);
const weightedSum = (values: readonly number[], weights: readonly number[]) =>
  values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);

/** 0 where the remainder of 11 is 0 or 1, else what is missing to 11: the rule of CNPJ, CPF and NIF. */
function modulo11(values: readonly number[], weights: readonly number[]): number {
  const rest = weightedSum(values, weights) % 11;
  return rest < 2 ? 0 : 11 - rest;
}

const CNPJ_WEIGHTS = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];

function withCnpjDigits(body: string): string {
  // Letters count as their place in ASCII less 48 (Receita Federal, IN 2.229/2024), digits as themselves.
  const values = [...body].map((character) => character.charCodeAt(0) - 48);
  const first = modulo11(values, CNPJ_WEIGHTS.slice(1));
  return `${body}${first}${modulo11([...values, first], CNPJ_WEIGHTS)}`;
}

// Roots from 90 million up have not been given to anybody.
const cnpj = (random: Random) => withCnpjDigits(random.digits("9#######0001"));

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const alphanumericCnpj = (random: Random) =>
  withCnpjDigits(`${Array.from({ length: 8 }, () => random.pick([...LETTERS])).join("")}0001`);

function cpf(random: Random): string {
  const body = random.digits("#########");
  const first = modulo11(numbers(body), [10, 9, 8, 7, 6, 5, 4, 3, 2]);
  const second = modulo11([...numbers(body), first], [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  return `${body}${first}${second}`;
}

function nif(random: Random, start: string): string {
  const body = start + random.digits("#######");
  return `${body}${modulo11(numbers(body), [9, 8, 7, 6, 5, 4, 3, 2])}`;
}

/** The digit that makes a number divisible under Luhn's rule. */
function luhnDigit(body: string): number {
  const sum = numbers(body)
    .reverse()
    .map((digit, at) => (at % 2 === 0 ? digit * 2 : digit))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return (10 - (sum % 10)) % 10;
}

function spanishNif(random: Random): string {
  const body = random.digits("#######");
  return `${random.pick(["A", "B"])}${body}${luhnDigit(body)}`;
}

// ISO 7064, MOD 11,10.
function germanVat(random: Random): string {
  const body = `${random.int(1, 9)}${random.digits("#######")}`;
  const product = numbers(body).reduce((carry, digit) => {
    const sum = (digit + carry) % 10 || 10;
    return (sum * 2) % 11;
  }, 10);
  return `${body}${(11 - product) % 10}`;
}

function britishVat(random: Random): string {
  const body = `${random.int(1, 9)}${random.digits("######")}`;
  const check = 97 - (weightedSum(numbers(body), [8, 7, 6, 5, 4, 3, 2]) % 97);
  return `${body}${String(check).padStart(2, "0")}`;
}

function frenchVat(random: Random): string {
  const body = `${random.int(3, 8)}${random.digits("#######")}`;
  const siren = `${body}${luhnDigit(body)}`;
  return `${String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, "0")}${siren}`;
}

function italianVat(random: Random): string {
  const body = `${random.digits("#######")}${String(random.int(1, 95)).padStart(3, "0")}`;
  return `${body}${luhnDigit(body)}`;
}

function argentineCuit(random: Random): string {
  for (;;) {
    const body = random.digits("30########");
    const check = 11 - (weightedSum(numbers(body), [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
    if (check !== 10) return `${body}${check % 11}`;
  }
}

function chileanRut(random: Random): string {
  const body = random.digits("7#######");
  const check = 11 - (weightedSum(numbers(body), [3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return `${body}${check === 11 ? "0" : check === 10 ? "K" : check}`;
}

const EIN_PREFIXES = ["12", "20", "26", "27", "36", "45", "47", "52", "61", "81", "83", "94"];

/** Makes a tax number of a country, with right check digits; `person` where it is not a company's. */
export const taxNumberOf: Readonly<Record<string, (random: Random, person: boolean) => string>> = {
  BR: (random, person) =>
    person ? cpf(random) : random.chance(0.12) ? alphanumericCnpj(random) : cnpj(random),
  PT: (random, person) => nif(random, person ? "2" : "5"),
  ES: spanishNif,
  DE: germanVat,
  GB: britishVat,
  FR: frenchVat,
  IT: italianVat,
  AR: argentineCuit,
  CL: chileanRut,
  US: (random) => `${random.pick(EIN_PREFIXES)}${random.digits("#######")}`,
};
