// Loaded before a server: its clock is ahead by as many milliseconds as a file says, or behind. As the clock of a machine
// that is set while processes run: time stamps jump, timers do not.
import { readFileSync } from "node:fs";

const file = process.env.SHIFTED_CLOCK_FILE;
const LOOK_MS = 200;
const RealDate = Date;
let shift = 0;

function look() {
  try {
    shift = Number(readFileSync(file, "utf8")) || 0;
  } catch {
    shift = 0;
  }
}

if (file) {
  look();
  setInterval(look, LOOK_MS).unref();
  globalThis.Date = class ShiftedDate extends RealDate {
    constructor(...parts) {
      super(...(parts.length === 0 ? [RealDate.now() + shift] : parts));
    }
    static now() {
      return RealDate.now() + shift;
    }
  };
}
