import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";

interface Property {
  type: string;
  key?: { type: string; value?: unknown };
  value?: { type: string; value?: unknown; start: number; end: number };
}

const CATALOGUE = /\/(locales\/.+|messages\.[\w-]+)\.ts$/;
const PLURAL_OR_SELECT = /\{\w+, ?(?:plural|select|selectordinal),/;

/**
 * Compiles the messages of the catalogues under `folder` while building, so that no parser is sent to the browser: those
 * of a noun stand in its `messages.<locale>.ts`, the common ones in `locales`. A message with a mistake in its ICU
 * syntax stops the build and is named, and so does one that is not compiled, which nobody could read.
 */
export function compiledMessages(folder: string): Plugin {
  return {
    name: "compiled-messages",
    apply: "build",
    transform: {
      order: "post",
      handler(code, id) {
        if (!id.startsWith(`${folder}/`) || !CATALOGUE.test(id)) return;
        let changed = code;
        // From the end, so that earlier positions stay right.
        for (const { key, value } of messages(this.parse(code)).reverse()) {
          if (typeof value?.value !== "string") continue;
          try {
            const tokens = JSON.stringify(compileMessageOrThrow(value.value));
            changed = changed.slice(0, value.start) + tokens + changed.slice(value.end);
          } catch (error) {
            this.error(`${id}: ${String(key?.value)}: ${String(error)}`);
          }
        }
        return { code: changed, map: null };
      },
    },
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        const message = PLURAL_OR_SELECT.exec(chunk.code)?.[0];
        if (message)
          this.error(`${chunk.fileName} holds a message that is not compiled: ${message} …`);
      }
    },
  };
}

function messages(node: unknown): Property[] {
  if (Array.isArray(node)) return node.flatMap(messages);
  if (typeof node !== "object" || node === null) return [];
  if (isMessage(node)) return [node];
  return Object.values(node).flatMap(messages);
}

function isMessage(node: object): node is Property {
  if (!("type" in node) || node.type !== "Property") return false;
  const { key, value }: Property = { ...node, type: "Property" };
  return key?.type === "Literal" && value?.type === "Literal" && String(key.value).includes(".");
}
