import { FileButton, UnstyledButton } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import { type ComponentProps, useEffect, useEffectEvent, useState } from "react";
import { useT } from "../../i18n/useT.js";
import type { ConversationValues } from "./conversation.operations.js";
import classes from "./EmailSource.module.css";

type Contacts = Parameters<typeof import("./readEmail.js")["readEmail"]>[1];

interface EmailSourceProps {
  contacts: Contacts;
  onRead: (values: Partial<ConversationValues>) => void;
}

// What an e-mail in its source form begins with; other texts are pasted as they are.
const LOOKS_LIKE_EMAIL = /^(?:[\w-]+: .*(?:\r?\n[ \t].*)*\r?\n){3,}/;

/** Takes an e-mail as an .eml file, chosen or dropped anywhere, or pasted as its source, for the form to begin with. */
export function EmailSource({ contacts, onRead }: EmailSourceProps) {
  const t = useT();
  const [failed, setFailed] = useState(false);

  async function read(source: Blob | string) {
    const { readEmail } = await import("./readEmail.js");
    const values = await readEmail(source, contacts);
    setFailed(values === null);
    if (values) onRead(values);
  }
  const readNow = useEffectEvent(read);

  useEffect(() => {
    const dropped = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void readNow(file);
    };
    // A page that is not told to take files opens them in its place.
    const over = (event: DragEvent) => event.preventDefault();
    const pasted = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!LOOKS_LIKE_EMAIL.test(text)) return;
      event.preventDefault();
      void readNow(text);
    };
    document.addEventListener("drop", dropped);
    document.addEventListener("dragover", over);
    document.addEventListener("paste", pasted);
    return () => {
      document.removeEventListener("drop", dropped);
      document.removeEventListener("dragover", over);
      document.removeEventListener("paste", pasted);
    };
  }, []);

  return (
    <div className={classes.source}>
      <FileButton accept=".eml,message/rfc822" onChange={(file) => file && void read(file)}>
        {(props: ComponentProps<"button">) => (
          <UnstyledButton {...props} className={classes.button}>
            <IconMail size={16} aria-hidden="true" />
            {t("conversations.emailSource")}
          </UnstyledButton>
        )}
      </FileButton>
      {failed && (
        <p role="alert" className={classes.failed}>
          {t("conversations.noEmail")}
        </p>
      )}
    </div>
  );
}
