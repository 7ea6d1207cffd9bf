import { ConcurrentCost } from "./concurrentCost.js";
import { EventTurns } from "./eventTurns.js";
import { ResponseMemory } from "./responseMemory.js";
import { type ResponseLimits, ResponseMeter, type SharedByMeters } from "./responseMeter.js";
import { Slices } from "./slices.js";

/** State that all responses of a process share: its memory and time, and each caller's operations in progress. */
export class ResponseMeters implements SharedByMeters {
  readonly concurrentCost: ConcurrentCost;
  readonly memory: ResponseMemory;
  readonly slices = new Slices();
  readonly eventTurns = new EventTurns(this.slices);

  constructor(readonly limits: ResponseLimits) {
    this.memory = new ResponseMemory(limits.responseMemoryBytes);
    this.concurrentCost = new ConcurrentCost(limits.concurrentCost);
  }

  /** Opens the meter of a response to this person or key. */
  open(caller: string): ResponseMeter {
    return new ResponseMeter(this, caller);
  }
}
