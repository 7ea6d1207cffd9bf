import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderWithApi } from "../../test/renderWithApi.js";
import { Inbox } from "./Inbox.js";

const ana = { __typename: "User", id: "u2", name: "Ana" };
const told = (id: string, kind: string, record: object, readAt: string | null = null) => ({
  ...{ __typename: "Notification", id, kind, createdAt: "2026-11-24T10:00:00Z", readAt },
  ...{ actor: kind.endsWith("FINISHED") ? null : ana, record },
});
const notifications = [
  told("n1", "ASSIGNED", {
    ...{ __typename: "Task", id: "t1", title: "Call the baker", dueOn: "2026-11-25" },
    ...{ dueTime: "10:00", customerId: "c1", customerName: "Padaria" },
  }),
  told("n2", "EXPORT_FINISHED", {
    ...{ __typename: "Export", id: "e1", fileName: "customers.csv", exportStatus: "FAILED" },
  }),
  told(
    "n3",
    "MENTIONED",
    {
      ...{ __typename: "Note", id: "o1", text: "Pays on Friday" },
      customer: { __typename: "Customer", id: "c1", displayName: "Padaria" },
    },
    "2026-11-24T11:00:00Z",
  ),
];

const open = () =>
  renderWithApi(<Inbox unread={false}>{null}</Inbox>, {
    answers: [
      [
        "Inbox",
        () => ({
          notifications: {
            __typename: "NotificationConnection",
            edges: notifications.map((node) => ({ __typename: "NotificationEdge", node })),
            pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
            totalCount: 3,
          },
        }),
      ],
      [
        "MarkNotifications",
        () => ({ markNotifications: { __typename: "NotificationsPayload", unread: 0 } }),
      ],
      [
        "MuteCustomer",
        () => ({
          muteCustomer: {
            __typename: "MutePayload",
            customer: { __typename: "Customer", id: "c1", viewerMuted: true },
          },
        }),
      ],
    ],
  });

test("says by customer who did what, and leads to the record", async () => {
  await open();
  const padaria = await screen.findByRole("region", { name: "Padaria" });
  expect(within(padaria).getAllByRole("listitem")).toHaveLength(2);
  expect(within(padaria).getByText(/Ana gave you a task/)).toBeVisible();
  expect(within(padaria).getByRole("link", { name: "Call the baker" })).toHaveAttribute(
    "href",
    "/customers/c1/overview?task=t1",
  );
  expect(within(padaria).getByRole("link", { name: "Pays on Friday" })).toBeVisible();
  const files = screen.getByRole("region", { name: "Imports and exports" });
  expect(within(files).getByText(/Your export failed/)).toBeVisible();
});

test("is marked at once or one by one, and mutes a customer", async () => {
  const user = userEvent.setup();
  const api = await open();
  const marked = () => api.of("MarkNotifications").map(({ variables }) => variables.input);
  await user.click(await screen.findByRole("button", { name: "Mark all as read" }));
  await waitFor(() => expect(marked()).toEqual([{ ids: null, read: true }]));
  await user.click(screen.getByRole("button", { name: /More.*Pays on Friday/ }));
  await user.click(await screen.findByRole("menuitem", { name: "Mark as unread" }));
  await waitFor(() => expect(marked()[1]).toEqual({ ids: ["n3"], read: false }));
  await user.click(screen.getByRole("button", { name: /More.*Pays on Friday/ }));
  await user.click(await screen.findByRole("menuitem", { name: "Mute Padaria" }));
  await waitFor(() =>
    expect(api.of("MuteCustomer").map(({ variables }) => variables.input)).toEqual([
      { customerId: "c1", muted: true },
    ]),
  );
});
