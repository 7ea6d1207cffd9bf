import { readDuration, writeDuration } from "./duration.js";

describe("readDuration", () => {
  it.each([
    ["1:30", 90],
    ["1h30", 90],
    ["2h30", 150],
    ["2h30m", 150],
    ["2 h 15 min", 135],
    ["2 horas e 5 minutos", 125],
    ["1 hora", 60],
    ["1,5h", 90],
    ["8 hrs", 480],
    ["2h", 120],
    ["1,5", 90],
    ["1.5", 90],
    ["90 min", 90],
    ["0:05", 5],
  ])("reads %s", (text, minutes) => {
    expect(readDuration(text, "pt-BR")).toBe(minutes);
  });

  it.each(["", "soon", "1:75", "2h75", "10x", "1:2:3", "dez horas"])("refuses %j", (text) => {
    expect(readDuration(text, "pt-BR")).toBeNull();
  });
});

it("writes what it reads", () => {
  for (const minutes of [5, 60, 90, 605]) {
    expect(readDuration(writeDuration(minutes, "en"), "en")).toBe(minutes);
  }
});
