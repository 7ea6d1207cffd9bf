import type { ResponseMeter } from "../request/responseMeter.js";

// Objects with fewer values than this are serialized at once.
const MAX_VALUES = 500;
// Responses that cannot be longer are serialized at once.
const SHORT_TEXT = 4 * 1024 * 1024;

/** Whether the response of a meter may be so long that `writeLargeAnswer` should serialize it. */
export const mayBeLong = (meter: ResponseMeter): boolean =>
  meter.isLarge || meter.longestText > SHORT_TEXT;

/** How many of `left` values remain after those in a value; below zero where it has more. */
function leftAfter(value: unknown, left: number): number {
  if (typeof value !== "object" || value === null) return left - 1;
  let rest = left - 1;
  for (const inner of Array.isArray(value) ? value : Object.values(value)) {
    if (rest < 0) break;
    rest = leftAfter(inner, rest);
  }
  return rest;
}

class Writer {
  private readonly parts: string[] = [];

  constructor(private readonly meter: ResponseMeter) {}

  get text(): string {
    return this.parts.join("");
  }

  async write(value: unknown): Promise<void> {
    if (this.meter.refusal) throw this.meter.refusal;
    if (typeof value !== "object" || value === null || leftAfter(value, MAX_VALUES) >= 0) {
      this.add(JSON.stringify(await this.meter.pace.inTurn(value)) ?? "null");
    } else if (Array.isArray(value)) await this.writeList(value);
    else await this.writeObject(value);
  }

  private async writeList(items: readonly unknown[]): Promise<void> {
    for (const [index, item] of items.entries()) {
      this.add(index === 0 ? "[" : ",");
      await this.write(item);
    }
    this.add("]");
  }

  private async writeObject(object: object): Promise<void> {
    let before = "{";
    for (const [key, value] of Object.entries(object)) {
      if (value === undefined) continue;
      this.add(`${before}${JSON.stringify(key)}:`);
      before = ",";
      await this.write(value);
    }
    this.add(before === "{" ? "{}" : "}");
  }

  private add(text: string): void {
    this.parts.push(text);
    this.meter.countText(text.length);
  }
}

/** The JSON of a value, serialized in several turns of the event loop; throws the meter's refusal where it gets too long. */
export async function writeInTurns(value: unknown, meter: ResponseMeter): Promise<string> {
  const writer = new Writer(meter);
  await writer.write(value);
  if (meter.refusal) throw meter.refusal;
  return writer.text;
}
