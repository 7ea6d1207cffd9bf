import type { FormattedExecutionResult } from "graphql";
import { mayBeLong, writeInTurns } from "../graph/responseText.js";
import type { ResponseMeter } from "../request/responseMeter.js";

const written = new WeakMap<object, string>();

/** Serializes the data of a long response in several turns, for `bodyOf`; throws where it exceeds the maximum length. */
export async function writeLongData(
  { data }: FormattedExecutionResult,
  meter: ResponseMeter,
): Promise<void> {
  if (data && !meter.refusal && mayBeLong(meter))
    written.set(data, await writeInTurns(data, meter));
}

/** The body of a response. */
export function bodyOf(result: FormattedExecutionResult): string {
  const { errors, data, extensions } = result;
  const text = data && written.get(data);
  if (!data || text === undefined) return `${JSON.stringify(result)}\n`;
  written.delete(data);
  const member = (name: string, value: unknown) =>
    value === undefined ? "" : `,"${name}":${JSON.stringify(value)}`;
  return `{"data":${text}${member("errors", errors)}${member("extensions", extensions)}}\n`;
}
