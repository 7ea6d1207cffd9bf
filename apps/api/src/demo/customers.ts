import type { Calendar } from "./calendar.js";
import { brazil } from "./countries/brazil.js";
import type { Country, Place } from "./countries/country.js";
import { otherCountries } from "./countries/others.js";
import { portugal } from "./countries/portugal.js";
import { taxNumberOf } from "./countries/taxNumbers.js";
import { PER_REAL } from "./goods.js";
import { usersOf } from "./people.js";
import type { Random } from "./random.js";
import type { Kind, Person, Row, Story } from "./story.js";

/** What the makers of other records need to know of a customer. */
export interface DemoCustomer {
  row: Row;
  id: string;
  currency: string;
  country: Country;
  place: Place;
  owner: Person;
  /** How much goes on with it, from almost 0 to 1 for the busiest. */
  busyness: number;
  /** Days since it was made. */
  age: number;
  random: Random;
}

/** Customers in the story and in the history. */
export const CUSTOMER: Kind = { table: "customers", type: "Customer" };
const CONTACT: Kind = { table: "contacts", type: "Contact" };
const ADDRESS: Kind = { table: "addresses", type: "Address" };

const countries = [brazil, portugal, ...otherCountries];
const TAGS = [
  "vip",
  "atacado",
  "varejo",
  "exportação",
  "parceiro",
  "recorrente",
  "sul",
  "nordeste",
  "indústria",
  "serviços",
];
const JOBS = [
  "Diretora comercial",
  "Gerente de compras",
  "Financeiro",
  "Sócio",
  "Recepção",
  "Coordenadora de projetos",
  "TI",
];
const NOTES = [
  "Prefere contato por telefone pela manhã.",
  "Entregas somente às terças e quintas.",
  "Exige nota fiscal com o número do pedido.",
  "Cliente desde a inauguração da loja matriz.",
  "Desconto de 5% acordado para pedidos acima de 10 mil.",
];
const OLDEST_DAYS = 1100;

const slugOf = (name: string) =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

function addressAt(country: Country, place: Place, random: Random): Row {
  return {
    street: random.pick(country.streets),
    streetNumber: String(random.int(1, 2400)),
    complement: random.chance(0.25) ? `Sala ${random.int(1, 1200)}` : null,
    district: random.pick(country.districts),
    city: place.city,
    region: place.region,
    postalCode: random.digits(place.postalCode),
    country: country.code,
  };
}

function phoneAt(place: Place, random: Random): string {
  // A number never begins with 0 after its area code.
  return random.digits(place.phone.replace("#", String(random.int(2, 9))));
}

interface Named {
  legalName: string;
  tradeName: string | null;
  person: boolean;
}

function nameIn(country: Country, random: Random): Named {
  if (random.chance(0.07)) {
    const legalName = `${random.pick(country.givenNames)} ${random.pick(country.familyNames)} ${random.pick(country.familyNames)}`;
    return { legalName, tradeName: null, person: ["BR", "PT"].includes(country.code) };
  }
  const name = `${random.pick(country.trades)} ${random.pick(country.names)}`;
  return {
    legalName: `${name} ${random.pick(country.forms)}`,
    tradeName: random.chance(0.6) ? name : null,
    person: false,
  };
}

function taxIdIn(country: Country, person: boolean, taken: Set<string>, random: Random): Row {
  const make = taxNumberOf[country.code];
  if (!make || random.chance(0.04))
    return { taxIdCountry: null, taxIdKind: null, taxIdValue: null };
  let value: string;
  do value = make(random, person);
  while (taken.has(country.code + value));
  taken.add(country.code + value);
  const kinds: Record<string, string> = { PT: "NIF", ES: "NIF", US: "EIN", AR: "CUIT", CL: "RUT" };
  const kind = country.code === "BR" ? (person ? "CPF" : "CNPJ") : (kinds[country.code] ?? "VAT");
  return { taxIdCountry: country.code, taxIdKind: kind, taxIdValue: value };
}

function statusOf(busyness: number, random: Random): string {
  if (busyness > 0.08) return "ACTIVE";
  return random.weighted({ ACTIVE: 62, LEAD: 24, INACTIVE: 14 });
}

function customerOf(
  country: Country,
  busyness: number,
  taken: Set<string>,
  story: Story,
  calendar: Calendar,
  random: Random,
): DemoCustomer {
  const { legalName, tradeName, person } = nameIn(country, random);
  const place = random.pick(country.places);
  const site = `${slugOf(tradeName ?? legalName).slice(0, 40)}.example`;
  const age = Math.max(
    3,
    Math.min(OLDEST_DAYS, random.around(300 + 400 * busyness) + Math.round(500 * busyness)),
  );
  const owner = random.pick(usersOf("sales"));
  const tags = TAGS.filter(() => random.chance(0.14));
  const created = { at: calendar.instant(-age, random), by: owner };
  const owned = random.chance(0.85);
  const row = story.create(CUSTOMER, created, {
    legalName,
    tradeName,
    ...taxIdIn(country, person, taken, random),
    status: statusOf(busyness, random),
    email: random.chance(0.9) ? `contato@${site}` : null,
    phone: random.chance(0.85) ? phoneAt(place, random) : null,
    website: !person && random.chance(0.5) ? `https://${site}/` : null,
    ...addressAt(country, place, random),
    ownerId: owned ? owner.id : null,
    tags,
    notes: random.chance(0.2) ? random.pick(NOTES) : null,
    currency: country.currency,
    paymentTermDays: random.chance(0.7) ? random.pick([7, 14, 28, 30, 30, 45, 60]) : null,
    creditLimit: limitIn(country.currency, random.fork("credit limit")),
  });
  const id = String(row.id);
  return { row, id, currency: country.currency, country, place, owner, busyness, age, random };
}

/** A round limit of some thousands; most customers have none. */
function limitIn(currency: string, random: Random): string | null {
  if (!random.chance(0.2)) return null;
  const reais = random.pick([5_000, 10_000, 20_000, 50_000]);
  return String(Math.max(100, Math.round((reais * (PER_REAL[currency] ?? 1)) / 100) * 100));
}

function addPeople(customer: DemoCustomer, story: Story, calendar: Calendar): void {
  const { id, country, place, age, owner } = customer;
  const random = customer.random.fork("contacts");
  const people = Math.min(12, 1 + random.around(1 + 6 * customer.busyness));
  for (let number = 0; number < people; number += 1) {
    const name = `${random.pick(country.givenNames)} ${random.pick(country.familyNames)}`;
    const at = calendar.instant(-random.int(1, age), random);
    story.create(
      CONTACT,
      { at, by: owner },
      {
        customerId: id,
        name,
        jobTitle: random.chance(0.8) ? random.pick(JOBS) : null,
        email: random.chance(0.8)
          ? `${slugOf(name)}@${slugOf(String(customer.row.legalName)).slice(0, 40)}.example`
          : null,
        phone: random.chance(0.7) ? phoneAt(place, random) : null,
        isPrimary: number === 0,
        notes: null,
      },
    );
  }
}

function addPlaces(customer: DemoCustomer, story: Story, calendar: Calendar): void {
  const { id, country, age, owner } = customer;
  const random = customer.random.fork("addresses");
  for (const [kind, probability] of [
    ["BILLING", 0.25],
    ["DELIVERY", 0.35],
  ] as const) {
    if (!random.chance(probability + customer.busyness)) continue;
    const at = calendar.instant(-random.int(1, age), random);
    const address = addressAt(country, random.pick(country.places), random);
    story.create(ADDRESS, { at, by: owner }, { customerId: id, kind, ...address });
  }
}

function addChanges(customer: DemoCustomer, story: Story, calendar: Calendar): void {
  const { id, row, age } = customer;
  const random = customer.random.fork("changes");
  if (random.chance(0.5)) {
    story.put("external_ids", {
      recordType: CUSTOMER.type,
      recordId: id,
      source: "erp",
      value: random.digits("ERP-######"),
    });
  }
  if (random.chance(0.4)) {
    const moment = {
      at: calendar.instant(-random.int(0, Math.min(age, 200)), random),
      by: random.pick(usersOf("sales")),
    };
    story.update(CUSTOMER, moment, row, {
      paymentTermDays: random.pick([21, 35, 90]),
      tags: [...new Set([...(row.tags as readonly string[]), "revisado"])],
    });
  }
}

/** The customers with their people, places and first history. */
export function makeCustomers(story: Story, calendar: Calendar, random: Random): DemoCustomer[] {
  const taken = new Set<string>();
  const all = countries.flatMap((country) =>
    Array.from({ length: country.customers }, () => country),
  );
  // A few are very busy, most are quiet; the busiest are in any country.
  const ranks = all.map((_, index) => ({ index, key: random.fork(`rank ${index}`).next() }));
  ranks.sort((a, b) => a.key - b.key);
  const busyness = new Map(ranks.map(({ index }, rank) => [index, (rank + 1) ** -0.6]));
  return all.map((country, index) => {
    const own = random.fork(`customer ${index}`);
    const customer = customerOf(country, busyness.get(index) ?? 0, taken, story, calendar, own);
    addPeople(customer, story, calendar);
    addPlaces(customer, story, calendar);
    addChanges(customer, story, calendar);
    return customer;
  });
}
