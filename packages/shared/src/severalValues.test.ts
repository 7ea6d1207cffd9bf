import { listIn, severalIn } from "./severalValues.js";

test.each<[Parameters<typeof severalIn>[0], string, string[]]>([
  ["email", "a@x.co; b@x.co", ["a@x.co", "b@x.co"]],
  ["email", "e@x.co / f@x.co", ["e@x.co", "f@x.co"]],
  ["email", "a@x.co ::: b@x.co", ["a@x.co", "b@x.co"]],
  ["email", "a@x.co\nb@x.co c@x.co", ["a@x.co", "b@x.co", "c@x.co"]],
  ["email", "Ana Lima <ana@x.co>", ["ana@x.co", "Ana Lima"]],
  ["email", "mailto:ana@x.co", ["ana@x.co"]],
  ["email", "ana@x.co", ["ana@x.co"]],
  ["email", "none", ["none"]],
  ["phone", "+55 11 98888-7777, +55 11 3333-2222", ["+55 11 98888-7777", "+55 11 3333-2222"]],
  ["phone", "(11) 3333-2222 / (11) 3333-2223", ["(11) 3333-2222", "(11) 3333-2223"]],
  ["phone", "(11) 3333-2222/23", ["(11) 3333-2222/23"]],
  ["phone", "(21) 11.444.777/0001-61", ["(21) 11.444.777/0001-61"]],
  ["phone", "11 3333-2222 ramal 12", ["11 3333-2222 ramal 12"]],
  ["phone", "210000000 ou 910000000", ["210000000", "910000000"]],
  ["taxId", "11.222.333/0001-81 / 111.444.777-35", ["11.222.333/0001-81", "111.444.777-35"]],
  ["taxId", "11.222.333/0001-81", ["11.222.333/0001-81"]],
  ["url", "a.com, www.b.com", ["a.com", "www.b.com"]],
  ["url", "a.com", ["a.com"]],
  ["text", "a; b", ["a; b"]],
])("the values of a cell of type %s: %j", (type, text, values) => {
  expect(severalIn(type, text)).toEqual(values);
});

test("lists of names and ids are parted by semicolons and line breaks alone", () => {
  expect(listIn("Padaria Modelo Ltda;Cafe Central SA")).toEqual([
    "Padaria Modelo Ltda",
    "Cafe Central SA",
  ]);
  expect(listIn("United Oil & Gas, UK")).toEqual(["United Oil & Gas, UK"]);
});
