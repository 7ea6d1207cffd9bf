import { useFragment } from "@apollo/client/react";
import { UnstyledButton } from "@mantine/core";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { useOpenDrawer } from "../../ui/overlays/useDrawerParam.js";
import classes from "./ConversationCard.module.css";
import { conversationEntry } from "./conversationEntry.js";

/** A conversation on the timeline: how and when they spoke, what was said, and what came of it. */
export function ConversationCard({ id }: { id: string }) {
  const t = useT();
  const format = useFormat();
  const open = useOpenDrawer();
  const { data, complete } = useFragment({
    fragment: conversationEntry,
    from: { __typename: "Conversation", id },
  });
  if (!complete) return null;
  return (
    <UnstyledButton className={classes.card} onClick={() => open("conversation", id)}>
      <span className={classes.head}>
        {t(`conversations.kind.${data.kind}`)} · {format.dateTime(data.occurredAt)}
      </span>
      {data.said && <span className={classes.text}>{data.said}</span>}
      {data.outcome && (
        <span className={classes.outcome}>
          {t("conversations.outcome")}: {data.outcome}
        </span>
      )}
    </UnstyledButton>
  );
}
