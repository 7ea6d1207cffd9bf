import { lineRuling, type Ruling } from "./textRules.js";

const MAILBOX = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/;
const DOMAIN = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

const IPV4 = /^\d+(?:\.\d+){3}$/;

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** An address as HTML's e-mail field takes it (with a dot in its domain), the domain in lower case. */
export function emailRuling(text: string): Ruling<string> {
  const line = lineRuling(text.replace(/^\s*mailto:/i, ""), 254);
  if ("issue" in line) return line;
  const at = line.value.lastIndexOf("@");
  const mailbox = line.value.slice(0, Math.max(at, 0));
  const written = line.value.slice(at + 1);
  // A domain in other letters than ASCII is kept in the form that mail servers use.
  const domain = /^[\x21-\x7e]*$/.test(written)
    ? written.toLowerCase()
    : (urlOf(`https://${written}`)?.hostname ?? "");
  return MAILBOX.test(mailbox) && DOMAIN.test(domain)
    ? { value: `${mailbox}@${domain}` }
    : { issue: "invalid_email" };
}

/** A web address in its canonical form; a bare domain gets https://, other protocols are refused. */
export function websiteRuling(text: string): Ruling<string> {
  const line = lineRuling(text, 500);
  if ("issue" in line) return line;
  const url = urlOf(/^https?:\/\//i.test(line.value) ? line.value : `https://${line.value}`);
  const sound =
    url !== null &&
    !/\s/.test(line.value) &&
    url.username === "" &&
    url.password === "" &&
    /[^.]\.[^.]/.test(url.hostname) &&
    // A bare number is none, though URLs take it for an address: 11 would be 0.0.0.11.
    (!IPV4.test(url.hostname) || line.value.includes(url.hostname));
  return sound ? { value: url.href } : { issue: "invalid_url" };
}

/** A phone number as people write it, extension and all; E.164 is made of it where the country is known. */
export function phoneRuling(text: string): Ruling<string> {
  const line = lineRuling(text, 40);
  if ("issue" in line) return line;
  return line.value.replace(/\D/g, "").length >= 3 ? line : { issue: "invalid_phone" };
}
