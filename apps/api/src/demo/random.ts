import { v7 as uuidV7 } from "uuid";

// FNV-1a: spreads a name over 32 bits.
function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** Chance that comes out the same every time: a generator (mulberry32) with a name for its seed. */
export class Random {
  private state: number;

  constructor(private readonly name: string) {
    this.state = hashed(name);
  }

  /** A generator of its own for one part, so that a change of one part leaves the others as they are. */
  fork(part: string | number): Random {
    return new Random(`${this.name}/${part}`);
  }

  /** From 0 to just under 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const one = list[this.int(0, list.length - 1)];
    if (one === undefined) throw new RangeError("nothing to pick from");
    return one;
  }

  /** One of the keys, each as often as its weight says. */
  weighted<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>): Key {
    const entries = Object.entries(weights) as [Key, number][];
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    return this.pick(entries)[0];
  }

  /** A whole number from 0 that is often small and seldom large, with this mean. */
  around(mean: number): number {
    return Math.round(-Math.log(1 - this.next()) * mean);
  }

  /** A text with every `#` replaced by a digit. */
  digits(mask: string): string {
    return mask.replace(/#/g, () => String(this.int(0, 9)));
  }

  /** An id that was made at an instant. */
  id(instant: string): string {
    const random = new Uint8Array(
      Uint32Array.from({ length: 4 }, () => this.next() * 2 ** 32).buffer,
    );
    return uuidV7({ msecs: Date.parse(instant), random });
  }
}
