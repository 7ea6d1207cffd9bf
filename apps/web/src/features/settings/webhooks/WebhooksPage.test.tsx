import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import {
  CreateWebhookDocument,
  DeleteWebhookDocument,
  RedeliverWebhookDocument,
  RotateWebhookSecretDocument,
  UpdateWebhookDocument,
  WebhookDeliveriesDocument,
  WebhookListDocument,
} from "../../../gql/graphql.js";
import { answer, refuse, renderSettings } from "../settings.factory.js";
import { Component as WebhooksPage } from "./WebhooksPage.js";

const webhook = (id: string, changes: object = {}) => ({
  __typename: "Webhook",
  id,
  version: 3,
  url: `https://${id}.example.com/hook`,
  description: null,
  events: ["customer.*", "invoice.paid"],
  enabled: true,
  disabledAt: null,
  failingSince: null,
  retryAt: null,
  createdAt: "2026-11-01T10:00:00Z",
  ...changes,
});

const list = (...webhooks: object[]) => answer(WebhookListDocument, () => ({ webhooks }));

const deliveries = (...nodes: object[]) =>
  answer(WebhookDeliveriesDocument, ({ id }) => ({
    webhook: {
      __typename: "Webhook",
      id,
      deliveries: {
        __typename: "WebhookDeliveryConnection",
        nodes: nodes.map((node) => ({
          __typename: "WebhookDelivery",
          attemptedAt: "2026-11-02T10:00:00Z",
          createdAt: "2026-11-02T10:00:00Z",
          ...node,
        })),
      },
    },
  }));

describe("webhooks", () => {
  it("shows the state of each", async () => {
    await renderSettings(<WebhooksPage />, [
      list(
        webhook("erp"),
        webhook("shop", { failingSince: "2026-11-02T10:00:00Z" }),
        webhook("old", { enabled: false, disabledAt: "2026-11-02T10:00:00Z" }),
      ),
    ]);
    await screen.findByText("https://erp.example.com/hook");
    const rows = screen.getAllByRole("row").slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/erp.*On.*customer\.\*, invoice\.paid/),
      expect.stringMatching(/shop.*Failing/),
      expect.stringMatching(/old.*Off/),
    ]);
  });

  it("creates one, shows the API's issues, and shows the secret once", async () => {
    const user = userEvent.setup();
    const create = answer(CreateWebhookDocument, ({ input }) =>
      input.events.includes("nobody.*")
        ? refuse("events.1", "is no event")
        : { createWebhook: { __typename: "WebhookSecretPayload", secret: "whsec_abc" } },
    );
    await renderSettings(<WebhooksPage />, [list(), create]);
    await user.click((await screen.findAllByRole("button", { name: "New webhook" }))[0] as Element);
    await user.click(await screen.findByRole("button", { name: "Create" }));
    expect(await screen.findByText("Enter the URL that receives the events.")).toBeInTheDocument();
    expect(create.calls).toEqual([]);
    await user.type(screen.getByLabelText("URL"), "https://erp.example.com/hook");
    const events = screen.getByRole("combobox", { name: "Events" });
    await user.type(events, "nobody.*{enter}");
    await user.click(screen.getByRole("button", { name: "Create" }));
    expect(await screen.findByText("Is no event.")).toBeInTheDocument();
    await user.type(events, "{Backspace}{Backspace}quote.acc");
    await user.click(await screen.findByRole("option", { name: "quote.accepted" }));
    await user.type(events, "customer.created,task.*");
    await user.click(screen.getByRole("button", { name: "Create" }));
    const dialog = await screen.findByRole("dialog", { name: "The secret is ready" });
    expect(within(dialog).getByRole("textbox", { name: "Secret" })).toHaveValue("whsec_abc");
    expect(create.calls.at(-1)?.input).toEqual({
      url: "https://erp.example.com/hook",
      description: null,
      events: ["quote.accepted", "customer.created", "task.*"],
    });
    await user.click(within(dialog).getByRole("button", { name: "Done" }));
    expect(screen.queryByDisplayValue("whsec_abc")).not.toBeInTheDocument();
  });

  it("shows what was sent, sends it again, switches off, renews the secret and deletes", async () => {
    const user = userEvent.setup();
    const sent = deliveries(
      {
        id: "d1",
        event: "customer.created",
        status: "FAILED",
        attempts: 12,
        responseStatus: 503,
        problem: null,
      },
      {
        id: "d2",
        event: "task.done",
        status: "PENDING",
        attempts: 1,
        responseStatus: null,
        problem: "TIMEOUT",
      },
    );
    const redeliver = answer(RedeliverWebhookDocument, () => ({
      redeliverWebhook: {
        __typename: "RedeliverWebhookPayload",
        delivery: { __typename: "WebhookDelivery", id: "d1" },
      },
    }));
    const update = answer(UpdateWebhookDocument, ({ input }) => ({
      updateWebhook: {
        __typename: "WebhookPayload",
        webhook: webhook("erp", { version: 4, enabled: input.enabled }),
      },
    }));
    const rotate = answer(RotateWebhookSecretDocument, () => ({
      rotateWebhookSecret: { __typename: "WebhookSecretPayload", secret: "whsec_new" },
    }));
    const remove = answer(DeleteWebhookDocument, () => ({
      deleteWebhook: {
        __typename: "WebhookPayload",
        webhook: { __typename: "Webhook", id: "erp" },
      },
    }));
    await renderSettings(
      <WebhooksPage />,
      [list(webhook("erp")), sent, redeliver, update, rotate, remove],
      { path: "/settings/webhooks?webhook=erp" },
    );
    const drawer = await screen.findByRole("dialog", { name: "erp.example.com" });
    expect(await within(drawer).findByText(/12 attempts · HTTP 503/)).toBeInTheDocument();
    expect(within(drawer).getByText(/1 attempt · TIMEOUT/)).toBeInTheDocument();
    await user.click(within(drawer).getByRole("button", { name: "Resend customer.created" }));
    expect(await screen.findByText("The event is being resent.")).toBeInTheDocument();
    expect(redeliver.calls).toEqual([{ deliveryId: "d1" }]);

    await user.click(within(drawer).getByRole("button", { name: "New secret" }));
    const question = await screen.findByRole("dialog", { name: "Create a new secret?" });
    await user.click(within(question).getByRole("button", { name: "New secret" }));
    const dialog = await screen.findByRole("dialog", { name: "The secret is ready" });
    expect(within(dialog).getByRole("textbox", { name: "Secret" })).toHaveValue("whsec_new");
    await user.click(within(dialog).getByRole("button", { name: "Done" }));

    await user.click(within(drawer).getByRole("button", { name: "Turn off" }));
    expect(await within(drawer).findByRole("button", { name: "Turn on" })).toBeInTheDocument();
    expect(update.calls).toEqual([{ input: { id: "erp", version: 3, enabled: false } }]);
    expect(within(drawer).queryByRole("button", { name: /Resend/ })).not.toBeInTheDocument();

    await user.click(within(drawer).getByRole("button", { name: "Delete" }));
    const sure = await screen.findByRole("dialog", { name: "Delete the webhook?" });
    await user.click(within(sure).getByRole("button", { name: "Delete" }));
    expect(remove.calls).toEqual([{ id: "erp" }]);
  });
});
