import { useApolloClient } from "@apollo/client/react";
import { IconBellOff, IconMail, IconMailOpened } from "@tabler/icons-react";
import { Link } from "react-router";
import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import type { InboxLineFragment } from "../../gql/graphql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { RowMenu } from "../../ui/overlays/RowMenu.js";
import { showToast } from "../../ui/toasts/toasts.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";
import { DueDate } from "../../ui/values/DueDate.js";
import classes from "./Inbox.module.css";
import { aboutOf, inboxLineFragment, muteMutation } from "./notification.operations.js";

interface InboxLineProps {
  notification: FragmentType<typeof inboxLineFragment>;
  onMark: (ids: string[], read: boolean) => void;
}

/** One notification: who did what, the record as a link that marks it as read, and how to mute its customer. */
export function InboxLine({ notification, onMark }: InboxLineProps) {
  const t = useT();
  const format = useFormat();
  const client = useApolloClient();
  const attempt = useAttempt();
  const one = readFragment(inboxLineFragment, notification);
  const about = aboutOf(one);
  if (!about) return null;
  const { customer } = about;
  const read = one.readAt !== null && one.readAt !== undefined;

  async function mute(id: string, name: string, muted: boolean) {
    const input = { customerId: id, muted };
    const done = await attempt(() =>
      client.mutate({ mutation: muteMutation, variables: { input } }),
    );
    if (done && muted)
      showToast({ message: t("inbox.muted", { name }), onUndo: () => mute(id, name, false) });
  }

  return (
    <li className={classes.line} data-unread={!read || undefined}>
      <span className={classes.mark} aria-hidden="true" />
      <div className={classes.body}>
        <p className={classes.said}>
          {!read && <span className="visually-hidden">{t("inbox.unread")}</span>}
          {sentenceOf(t, one, about.failed)}
        </p>
        <Link
          to={about.to}
          className={classes.about}
          onClick={() => !read && onMark([one.id], true)}
        >
          {about.text}
        </Link>
        {about.due?.dueOn && (
          <DueDate date={about.due.dueOn} time={about.due.dueTime} open={false} />
        )}
      </div>
      <time
        className={classes.time}
        dateTime={one.createdAt}
        title={format.dateTime(one.createdAt)}
      >
        {format.relative(one.createdAt)}
      </time>
      <RowMenu
        label={t("ui.moreFor", { name: about.text })}
        actions={[
          {
            label: t(read ? "inbox.markUnread" : "inbox.markRead"),
            icon: read ? <IconMail size={15} /> : <IconMailOpened size={15} />,
            onClick: () => onMark([one.id], !read),
          },
          ...(customer
            ? [
                {
                  label: t("inbox.mute", { name: customer.name }),
                  icon: <IconBellOff size={15} />,
                  onClick: () => void mute(customer.id, customer.name, true),
                },
              ]
            : []),
        ]}
      />
    </li>
  );
}

function sentenceOf(
  t: ReturnType<typeof useT>,
  { kind, actor }: InboxLineFragment,
  failed: boolean,
): string {
  const name = actor?.name ?? t("inbox.program");
  if (kind === "ASSIGNED") return t("inbox.assigned", { name });
  if (kind === "MENTIONED") return t("inbox.mentioned", { name });
  if (kind === "IMPORT_FINISHED") return t(failed ? "inbox.importFailed" : "inbox.importDone");
  return t(failed ? "inbox.exportFailed" : "inbox.exportDone");
}
