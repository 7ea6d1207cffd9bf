import type { Locale } from "@clientela/shared/values/locales";
import type { Context } from "../context.js";
import type { MessageParam, Text } from "../errors.js";
import { platformMessages } from "./platformMessages.js";
import { amountIn } from "./valueTexts.js";

/** The messages of errors by their codes; `{name}` is filled from the error's parameters. */
export type Messages = Readonly<Record<string, Text>>;

/** All messages of a server, by code. */
export type Catalogue = ReadonlyMap<string, Text>;

/** The reader of a message: the language, and the messages of the server. */
export interface Reader {
  locale: Locale;
  messages: Catalogue;
}

/** The messages of the platform and of all features, by code. Throws where a code has two texts. */
export function composeMessages(all: readonly Messages[]): Catalogue {
  const texts = new Map(Object.entries(platformMessages));
  for (const messages of all) {
    for (const [code, text] of Object.entries(messages)) {
      if ((texts.get(code) ?? text) !== text) throw new Error(`${code} has two texts`);
      texts.set(code, text);
    }
  }
  return texts;
}

/** A text in a language. */
export function textIn(text: Text, locale: Locale): string {
  if (locale === "en") return text.en;
  return (locale === "pt-PT" && text["pt-PT"]) || text.pt;
}

function paramIn(param: MessageParam | undefined, locale: Locale): string {
  if (typeof param !== "object") return String(param ?? "");
  if ("amount" in param) return amountIn(param, locale);
  return "en" in param
    ? textIn(param, locale)
    : param.map((text) => textIn(text, locale)).join(", ");
}

/** The message for a code in the reader's language; the code itself if there is none. */
export function translate(
  { locale, messages }: Reader,
  code: string,
  params: Readonly<Record<string, MessageParam>> = {},
): string {
  const text = messages.get(code);
  if (!text) return code;
  return textIn(text, locale).replace(/\{(\w+)\}/g, (_, name: string) =>
    paramIn(params[name], locale),
  );
}

/** The caller of a request as the reader of its messages. */
export const readerOf = ({ app, locale }: Pick<Context, "app" | "locale">): Reader => ({
  locale,
  messages: app.registry.messages,
});
