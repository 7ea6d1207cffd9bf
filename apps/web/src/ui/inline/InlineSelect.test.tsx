import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderApp } from "../../test/renderApp.js";
import { SelectField } from "../fields/SelectField.js";
import { InlineSelect } from "./InlineSelect.js";

const people = [
  { value: "beatriz", label: "Beatriz Sampaio" },
  { value: "marina", label: "Marina Duarte" },
  { value: "rafael", label: "Rafael Nogueira" },
];

it("takes by Enter the first of those that have what was typed, in place of the chosen one", async () => {
  const user = userEvent.setup();
  const save = jest.fn(async () => {});
  await renderApp(
    <InlineSelect
      label="Owner"
      value="rafael"
      shown="Rafael Nogueira"
      options={people}
      onSave={save}
    />,
  );
  screen.getByRole("button", { name: /^Owner: / }).focus();
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("combobox", { name: "Owner", expanded: true })).toHaveFocus();
  await user.keyboard("mar");
  expect(screen.getByRole("combobox", { name: "Owner" })).toHaveValue("mar");
  await user.keyboard("{Enter}");
  expect(save).toHaveBeenCalledWith("marina");
});

it("takes it by Tab as well, and goes on to the next field", async () => {
  const user = userEvent.setup();
  const save = jest.fn(async () => {});
  const select = (label: string) => (
    <InlineSelect
      label={label}
      value="rafael"
      shown="Rafael Nogueira"
      options={people}
      clearable
      onSave={save}
    />
  );
  await renderApp(
    <>
      {select("Owner")}
      {select("Seller")}
    </>,
  );
  await user.click(screen.getByRole("button", { name: /^Owner: / }));
  await user.tab();
  expect(save).not.toHaveBeenCalled();
  await user.click(screen.getByRole("button", { name: /^Owner: / }));
  await user.keyboard("mar");
  await user.tab();
  expect(save).toHaveBeenCalledWith("marina");
  expect(await screen.findByRole("button", { name: /^Owner: / })).not.toHaveFocus();
  expect(screen.getByRole("button", { name: /^Seller: / })).toHaveFocus();
});

it("does the same in a form, after a click", async () => {
  const user = userEvent.setup();
  const change = jest.fn();
  await renderApp(
    <SelectField label="Owner" data={people} defaultValue="rafael" onChange={change} />,
  );
  await user.click(screen.getByRole("combobox", { name: "Owner" }));
  await user.keyboard("bea{Enter}");
  expect(change).toHaveBeenCalledWith("beatriz", people[0]);
});
