import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { renderWithApi } from "../../../test/renderWithApi.js";
import { ViewAsBar } from "./ViewAsBar.js";

const role = (id: string, name: string, basedOn: string, changes: object = {}) => ({
  __typename: "AccessRole",
  id,
  name,
  basedOn,
  isPreset: true,
  recordAccess: "ALL",
  ...changes,
});

function Bar() {
  const [roleId, setRoleId] = useState<string | null>(null);
  return <ViewAsBar roleId={roleId} onChange={setRoleId} />;
}

it("offers presets and roles of one's own, and says whose customers a limited one shows", async () => {
  const user = userEvent.setup();
  await renderWithApi(<Bar />, {
    answers: [
      [
        "ViewableRoles",
        () => ({
          accessRoles: [
            role("p1", "admin", "admin"),
            role("p2", "sales", "sales"),
            role("o1", "Own customers", "sales", { isPreset: false, recordAccess: "OWN" }),
            role("o2", "Fewer rights", "admin", { isPreset: false }),
          ],
        }),
      ],
    ],
  });
  await screen.findByRole("option", { name: "View as Sales" });
  expect(screen.getAllByRole("option").map(({ textContent }) => textContent)).toEqual([
    "As yourself",
    "View as Sales",
    "View as Own customers",
    "View as Fewer rights",
  ]);
  const choice = screen.getByLabelText("View as");
  await user.selectOptions(choice, "View as Own customers");
  expect(screen.getByRole("status")).toHaveTextContent(
    "You see what the role Own customers would get. Access is read-only, and every request is logged. This role sees only the customers that each person owns: you see your own.",
  );
  await user.selectOptions(choice, "View as Sales");
  expect(screen.getByRole("status")).toHaveTextContent(/every request is logged\.$/);
});
