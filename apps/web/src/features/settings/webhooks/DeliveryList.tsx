import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { graphql } from "../../../gql/gql.js";
import type { WebhookDeliveriesQuery } from "../../../gql/graphql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../../ui/feedback/SkeletonRows.js";
import { Badge, type Tone } from "../../../ui/values/Badge.js";
import classes from "./DeliveryList.module.css";

const query = graphql(`
  query WebhookDeliveries($id: ID!) {
    webhook(id: $id) {
      id
      deliveries(first: 25) {
        nodes {
          id
          event
          status
          attempts
          attemptedAt
          responseStatus
          problem
          createdAt
        }
      }
    }
  }
`);

type Delivery = NonNullable<WebhookDeliveriesQuery["webhook"]>["deliveries"]["nodes"][number];

const tones = { PENDING: "amber", DELIVERED: "green", FAILED: "red" } as const satisfies Record<
  string,
  Tone
>;

interface DeliveryListProps {
  webhookId: string;
  /** Sends one again; undefined for people who may not. */
  onSendAgain?: (deliveryId: string) => void;
}

/** The latest deliveries of a webhook, and their results. */
export function DeliveryList({ webhookId, onSendAgain }: DeliveryListProps) {
  const t = useT();
  const { data, error, refetch } = useQuery(query, {
    variables: { id: webhookId },
    fetchPolicy: "cache-and-network",
  });
  const deliveries = data?.webhook?.deliveries.nodes;
  return (
    <section>
      <h3 className={classes.title}>{t("webhooks.deliveries")}</h3>
      {!deliveries && error && (
        <ErrorNote error={error} onRetry={() => void refetch()}>
          {t("webhooks.failed")}
        </ErrorNote>
      )}
      {!deliveries && !error && (
        <SkeletonRows rows={3} height={52} label={t("webhooks.deliveries")} />
      )}
      {deliveries?.length === 0 && <p className={classes.detail}>{t("webhooks.noDeliveries")}</p>}
      {deliveries && deliveries.length > 0 && (
        <ul className={classes.list}>
          {deliveries.map((delivery) => (
            <DeliveryLine key={delivery.id} delivery={delivery} onSendAgain={onSendAgain} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface DeliveryLineProps extends Pick<DeliveryListProps, "onSendAgain"> {
  delivery: Delivery;
}

function DeliveryLine({ delivery, onSendAgain }: DeliveryLineProps) {
  const t = useT();
  const format = useFormat();
  const { id, event, status, attempts, attemptedAt, responseStatus, problem, createdAt } = delivery;
  const details = [
    format.dateTime(attemptedAt ?? createdAt),
    t("webhooks.attempts", { count: attempts }),
    responseStatus === null || responseStatus === undefined ? problem : `HTTP ${responseStatus}`,
  ];
  return (
    <li className={classes.item}>
      <div className={classes.what}>
        {event}
        <p className={classes.detail}>{details.filter(Boolean).join(" · ")}</p>
      </div>
      <Badge tone={tones[status]}>{t(`webhooks.status.${status}`)}</Badge>
      {onSendAgain && (
        <Button
          size="xs"
          variant="default"
          aria-label={t("webhooks.sendAgainOf", { event })}
          onClick={() => onSendAgain(id)}
        >
          {t("webhooks.sendAgain")}
        </Button>
      )}
    </li>
  );
}
