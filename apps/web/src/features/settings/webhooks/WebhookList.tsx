import { type ReactNode, useMemo } from "react";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { BoundedGrid } from "../../../ui/grid/BoundedGrid.js";
import type { GridColumn } from "../../../ui/grid/columns/column.js";
import { WebhookBadge } from "./WebhookBadge.js";
import type { Webhook } from "./webhookEdits.js";

interface WebhookListProps {
  webhooks: readonly Webhook[];
  loading: boolean;
  /** Stands where there is no webhook. */
  empty: ReactNode;
  onOpen: (webhook: Webhook) => void;
}

/** The webhooks, the newest first. */
export function WebhookList({ webhooks, loading, empty, onOpen }: WebhookListProps) {
  const t = useT();
  const format = useFormat();
  const columns = useMemo(
    (): GridColumn<Webhook>[] => [
      {
        id: "url",
        header: t("webhooks.url"),
        width: 320,
        hideable: false,
        narrow: "title",
        cell: ({ url }) => <span title={url}>{url}</span>,
      },
      {
        id: "state",
        header: t("settings.state"),
        width: 120,
        narrow: "end",
        cell: (webhook) => <WebhookBadge webhook={webhook} />,
      },
      {
        id: "events",
        header: t("webhooks.events"),
        width: 220,
        narrow: "detail",
        cell: ({ events }) => <span title={events.join("\n")}>{events.join(", ")}</span>,
      },
      {
        id: "description",
        header: t("webhooks.purpose"),
        width: 180,
        cell: ({ description }) => description,
      },
      {
        id: "created",
        header: t("settings.created"),
        width: 110,
        cell: ({ createdAt }) => format.date(createdAt),
      },
    ],
    [t, format],
  );
  return (
    <BoundedGrid
      label={t("settings.section.webhooks")}
      columns={columns}
      rows={webhooks}
      rowId={({ id }) => id}
      rowName={({ url }) => url}
      loading={loading}
      onOpen={onOpen}
      empty={empty}
    />
  );
}
