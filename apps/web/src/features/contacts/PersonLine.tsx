import { ActionIcon, Tooltip } from "@mantine/core";
import { IconMail, IconPhone } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { usePhoneFormat } from "../../i18n/usePhoneFormat.js";
import { useT } from "../../i18n/useT.js";
import { Avatar } from "../../ui/values/Avatar.js";
import { Badge } from "../../ui/values/Badge.js";
import { PhoneLink, telOf } from "../../ui/values/PhoneLink.js";
import type { Contact } from "./contact.operations.js";
import classes from "./PersonLine.module.css";

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
        <div className={classes.ways}>
          {email && <a href={`mailto:${email}`}>{email}</a>}
          {phone && <PhoneLink phone={phone} />}
        </div>
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

function Way({ label, href, children }: { label: string; href: string; children: ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon component="a" href={href} size={28} aria-label={label}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
