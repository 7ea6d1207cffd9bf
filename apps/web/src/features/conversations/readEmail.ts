import PostalMime from "postal-mime";
import type { ConversationValues } from "./conversation.operations.js";

// The text of an e-mail stands in front of its attachments, which are not read.
const MAX_BYTES = 512 * 1024;
const MAX_TEXT = 10_000;
const MAX_SUBJECT = 500;
const MAX_NESTED = 10;

/** A person of the customer, with what e-mails are matched by. */
interface Reachable {
  id: string;
  emails: readonly { address: string }[];
}

/** Cuts a text to so many code points, so that no character is cut in two. */
const cut = (text: string, max: number) =>
  text.length <= max ? text : [...text].slice(0, max).join("");

/** What HTML says as text: it is parsed without being shown, so that nothing in it runs or is loaded. */
function textOfHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const hidden of body.querySelectorAll("script, style, template")) hidden.remove();
  for (const line of body.querySelectorAll("br, p, div, tr, li, h1, h2, h3")) line.append("\n");
  return (body.textContent ?? "").replace(/[^\S\n]+/g, " ").replace(/ ?\n[ \n]*\n/g, "\n\n");
}

/**
 * Reads an e-mail in its source form (RFC 5322: an .eml file, or pasted) as a conversation: date, subject, text, and the
 * people of the customer whose addresses are in it. Null where it is no e-mail.
 */
export async function readEmail(
  source: Blob | string,
  contacts: readonly Reachable[],
): Promise<Partial<ConversationValues> | null> {
  const email = await PostalMime.parse(source.slice(0, MAX_BYTES), {
    maxNestingDepth: MAX_NESTED,
    maxHeadersSize: MAX_BYTES,
  }).catch(() => null);
  if (!email || (!email.from && !email.date && !email.messageId)) return null;
  const people = [email.from, email.sender, ...(email.to ?? []), ...(email.cc ?? [])];
  const addresses = new Set(
    people
      .flatMap((one) => [one, ...(one?.group ?? [])])
      .flatMap((one) => one?.address?.toLowerCase() ?? []),
  );
  const date = new Date(email.date ?? "");
  const text = (email.text || textOfHtml(email.html ?? "")).trim();
  return {
    kind: "EMAIL",
    occurredAt: (Number.isNaN(date.getTime()) ? new Date() : date).toISOString(),
    subject: cut((email.subject ?? "").replace(/\s+/g, " ").trim(), MAX_SUBJECT) || null,
    text: cut(text, MAX_TEXT) || null,
    contactIds: contacts
      .filter(({ emails }) => emails.some(({ address }) => addresses.has(address.toLowerCase())))
      .map(({ id }) => id),
  };
}
