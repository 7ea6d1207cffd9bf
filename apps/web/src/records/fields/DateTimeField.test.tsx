import { fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { renderWithApi } from "../../test/renderWithApi.js";
import { DateTimeField } from "./DateTimeField.js";
import { dateTime } from "./fieldKinds.js";
import { useFieldContext } from "./useFieldContext.js";

const field = dateTime("conversations.occurredAt");
const read = jest.fn();

function Form() {
  const context = useFieldContext();
  const [value, setValue] = useState("2026-11-20T14:05");
  read(field.fromDraft(value, context));
  return <DateTimeField label="When" value={value} onChange={setValue} />;
}

const input = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const isoOf = (local: string) => new Date(local).toISOString();

function type(name: string, text: string) {
  fireEvent.change(input(name), { target: { value: text } });
}

beforeEach(async () => {
  await renderWithApi(<Form />);
});

it("writes the date as the person's region does, and the time of 24 hours", () => {
  expect(input("When")).toHaveValue("11/20/2026");
  expect(input("Time")).toHaveValue("14:05");
});

it("reads date and time as they are typed, and shows what it understood", () => {
  type("When", "11/19/2026");
  type("Time", "9h30");
  expect(read).toHaveBeenLastCalledWith(isoOf("2026-11-19T09:30"));
  fireEvent.blur(input("Time"));
  expect(input("Time")).toHaveValue("09:30");
});

it.each([
  ["Time", "soon"],
  ["Time", ""],
  ["When", ""],
  ["When", "Tuesday the Tenth"],
])("reads no moment where %s is %j, and keeps what was typed", (name, text) => {
  type(name, text);
  expect(read).toHaveBeenLastCalledWith(undefined);
  expect(input(name)).toHaveValue(text);
  expect(input(name === "Time" ? "When" : "Time")).not.toHaveValue("");
});
