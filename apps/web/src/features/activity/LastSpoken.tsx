import type { To } from "react-router";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { customerPart } from "../../records/recordParts.js";
import { Headline } from "../../ui/cards/Headline.js";
import classes from "./LastSpoken.module.css";

// A single kind where the list of notes has a list of them: the cache keeps the two apart, and this one does not shorten
// the other.
const customerFragment = graphql(`
  fragment LastSpoken_customer on Customer {
    id
    lastNote: activity(first: 1, filter: { kind: NOTES }) {
      edges {
        node {
          id
          note
          createdAt
          actor {
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    lastConversation {
      id
      kind
      occurredAt
      subject
      said: text
      outcome
      createdBy {
        id
        name
      }
    }
    lastActivity: activity(first: 1, filter: {}) {
      edges {
        node {
          id
          createdAt
          actor {
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Who spoke with a customer last, or wrote about it, and what. */
export const lastSpoken = customerPart(customerFragment, ({ customerId, customer }) => {
  const t = useT();
  const format = useFormat();
  const [note] = customer.lastNote.edges;
  const [change] = customer.lastActivity.edges;
  const conversation = customer.lastConversation;
  if (conversation && !(note && isLater(note.node.createdAt, conversation.occurredAt))) {
    const kind = t(`conversations.kind.${conversation.kind}`);
    const about = conversation.subject ?? conversation.said ?? conversation.outcome;
    return (
      <SpokenHeadline
        who={conversation.createdBy?.name ?? kind}
        at={conversation.occurredAt}
        text={about ? `${kind}: ${about}` : kind}
        to={{ search: new URLSearchParams({ conversation: conversation.id }).toString() }}
      />
    );
  }
  if (note)
    return (
      <SpokenHeadline
        who={note.node.actor.name}
        at={note.node.createdAt}
        text={note.node.note ?? ""}
        to={`${paths.customer(customerId)}?history=notes`}
      />
    );
  return (
    <Headline
      title={t("activity.lastSpoken")}
      value="–"
      detail={
        change
          ? t("activity.lastChange", {
              who: change.node.actor.name,
              when: format.relative(change.node.createdAt),
            })
          : t("activity.noNotes")
      }
    />
  );
});

const isLater = (one: string, other: string) => Date.parse(one) > Date.parse(other);

interface SpokenHeadlineProps {
  who: string;
  /** RFC 3339. */
  at: string;
  /** What was said or written. */
  text: string;
  to: To;
}

/** The last word of somebody on a customer: a note, or a conversation. */
function SpokenHeadline({ who, at, text, to }: SpokenHeadlineProps) {
  const t = useT();
  const format = useFormat();
  return (
    <Headline
      title={t("activity.lastSpoken")}
      value={<span title={who}>{who}</span>}
      to={to}
      detail={
        <span className={classes.text} title={text}>
          <time dateTime={at} title={format.dateTime(at)}>
            {format.relative(at)}
          </time>
          {" · "}
          {text}
        </span>
      }
    />
  );
}
