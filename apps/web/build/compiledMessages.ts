import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";

interface Property {
  type: string;
  key?: { type: string; value?: unknown };
  value?: { type: string; value?: unknown; start: number; end: number };
}

/**
 * Compiles the messages of the catalogues while building, so that no parser is sent to the browser.
 * A message with a mistake in its ICU syntax stops the build and is named.
 */
export function compiledMessages(folder: string): Plugin {
  return {
    name: "compiled-messages",
    apply: "build",
    transform: {
      order: "post",
      handler(code, id) {
        if (!id.startsWith(`${folder}/`)) return;
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
