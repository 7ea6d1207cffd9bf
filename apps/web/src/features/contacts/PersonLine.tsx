import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconMail, IconPhone } from "@tabler/icons-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { usePhoneFormat } from "../../i18n/usePhoneFormat.js";
import { useT } from "../../i18n/useT.js";
import { labelText } from "../../records/contact-points/points.js";
import { useMay } from "../../session/viewer.js";
import { Avatar } from "../../ui/values/Avatar.js";
import { Badge } from "../../ui/values/Badge.js";
import { PhoneLink, telOf } from "../../ui/values/PhoneLink.js";
import type { Contact } from "./contact.operations.js";
import classes from "./PersonLine.module.css";

const PersonPoints = lazy(async () => ({
  default: (await import("./PersonPoints.js")).PersonPoints,
}));

interface PersonLineProps {
  person: Contact;
  /** Spells out e-mail and phone as well. */
  whole?: boolean;
  /** At the end: a menu. */
  menu?: ReactNode;
}

/** A person at a customer: name, job, and ways to reach them. */
export function PersonLine({ person, whole, menu }: PersonLineProps) {
  const t = useT();
  const formatPhone = usePhoneFormat();
  const { name, jobTitle, email, phone, isPrimary } = person;
  return (
    <li className={classes.line}>
      <Avatar name={name} size={32} />
      <div className={classes.who}>
        <span className={classes.name}>
          {name}
          {whole && isPrimary && <Badge tone="blue">{t("contacts.primary")}</Badge>}
        </span>
        {jobTitle && <span className={classes.job}>{jobTitle}</span>}
        {whole && person.notes && <span className={classes.job}>{person.notes}</span>}
      </div>
      {whole ? (
        <Ways person={person} />
      ) : (
        <div className={classes.icons}>
          {email && (
            <Way label={t("profile.writeTo", { email })} href={`mailto:${email}`}>
              <IconMail size={15} />
            </Way>
          )}
          {phone && (
            <Way label={t("profile.call", { phone: formatPhone(phone) })} href={telOf(phone)}>
              <IconPhone size={15} />
            </Way>
          )}
        </div>
      )}
      {menu}
    </li>
  );
}

/** Every e-mail address and phone, to write and call; whoever may opens them to edit. */
function Ways({ person }: { person: Contact }) {
  const t = useT();
  const mayWrite = useMay("contacts:write");
  const [editing, setEditing] = useState(false);
  const { name, emails, phones } = person;
  const label = (one: string | null | undefined) =>
    one && <span className={classes.job}> {labelText(t, one)}</span>;
  return (
    <div className={classes.ways}>
      {editing ? (
        <Suspense fallback={null}>
          <PersonPoints person={person} />
        </Suspense>
      ) : (
        <>
          {emails.map((one) => (
            <span key={one.address}>
              <a href={`mailto:${one.address}`}>{one.address}</a>
              {label(one.label)}
            </span>
          ))}
          {phones.map((one) => (
            <span key={one.number}>
              <PhoneLink phone={one.number} />
              {label(one.label)}
            </span>
          ))}
        </>
      )}
      {mayWrite && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={editing}
          aria-label={editing ? undefined : t("record.editReachOf", { name })}
          onClick={() => setEditing(!editing)}
        >
          {editing ? t("ui.close") : t("record.editReach")}
        </Button>
      )}
    </div>
  );
}

function Way({ label, href, children }: { label: string; href: string; children: ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon component="a" href={href} size={28} aria-label={label}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
