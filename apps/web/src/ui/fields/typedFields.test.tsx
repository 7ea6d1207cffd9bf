import { act, fireEvent, screen } from "@testing-library/react";
import { activateAll } from "../../locales/loadMessages.js";
import { renderWithApi } from "../../test/renderWithApi.js";
import { FormDrawer } from "../forms/FormDrawer.js";
import { useRecordForm } from "../forms/useRecordForm.js";
import { AmountField } from "./AmountField.js";
import { DateField } from "./DateField.js";
import { DurationField } from "./DurationField.js";

const sent = jest.fn(() => Promise.resolve());

function Form() {
  const form = useRecordForm({
    initial: { amount: "", time: "", paidOn: null as string | null },
    send: sent,
  });
  const field = form.form.getInputProps;
  return (
    <FormDrawer title="Pay" onClose={() => undefined} form={form} submitLabel="Save">
      <AmountField label="Amount" places={2} {...field("amount")} />
      <DurationField label="Time" {...field("time")} />
      {/* The viewer's day in tests is 2026-11-24. */}
      <DateField label="Payment date" optional maxDate="2026-11-24" {...field("paidOn")} />
    </FormDrawer>
  );
}

const input = (name: string) => screen.getByLabelText<HTMLInputElement>(new RegExp(`^${name}`));

function type(name: string, text: string) {
  fireEvent.focus(input(name));
  fireEvent.change(input(name), { target: { value: text } });
  fireEvent.blur(input(name));
}

const save = () => fireEvent.click(screen.getByRole("button", { name: "Save" }));

beforeEach(async () => {
  sent.mockClear();
  await renderWithApi(<Form />);
  await act(() => activateAll("pt-BR"));
});

it("shows what it understood where a field is left", () => {
  type("Amount", "10k");
  type("Time", "2h30");
  type("Payment date", "hoje");
  expect(input("Amount").value).toBe("10.000,00");
  expect(input("Time").value).toBe("2:30");
  expect(input("Payment date").value).toBe("24/11/2026");
  save();
  expect(sent).toHaveBeenCalledWith({ amount: "10.000,00", time: "2:30", paidOn: "2026-11-24" });
});

it.each([
  ["Amount", "1e5", /Informe um número/],
  ["Time", "soon", /Informe um tempo/],
  ["Payment date", "31/02/2026", /Informe uma data/],
  ["Payment date", "amanhã", /A data máxima é 24\/11\/2026/],
])("keeps %s as %j, says why, and sends nothing", (name, text, reason) => {
  type(name, text);
  expect(screen.getByText(reason)).toBeTruthy();
  save();
  expect(sent).not.toHaveBeenCalled();
  expect(input(name).value).toBe(text === "amanhã" ? "25/11/2026" : text);
  expect(document.activeElement).toBe(input(name));
});

it("says what is wrong when the form is sent from within the field", () => {
  fireEvent.change(input("Amount"), { target: { value: "10x" } });
  expect(screen.queryByText(/Informe um número/)).toBeNull();
  fireEvent.keyDown(input("Amount"), { key: "Enter", ctrlKey: true });
  expect(screen.getByText(/Informe um número/)).toBeTruthy();
  expect(sent).not.toHaveBeenCalled();
});

it("takes a date away where the field is emptied", () => {
  type("Payment date", "20/11");
  expect(input("Payment date").value).toBe("20/11/2026");
  type("Payment date", "");
  save();
  expect(sent).toHaveBeenCalledWith({ amount: "", time: "", paidOn: null });
});
