import { ConcurrentCost } from "./concurrentCost.js";
import { ResponseMemory } from "./responseMemory.js";
import { type ResponseLimits, ResponseMeter, type SharedByMeters } from "./responseMeter.js";
import { Slices } from "./slices.js";

/** State that all responses of a process share: its memory and time, and each caller's operations in progress. */
export class ResponseMeters implements SharedByMeters {
  readonly concurrentCost: ConcurrentCost;
  readonly memory: ResponseMemory;
  readonly slices = new Slices();

  constructor(readonly limits: ResponseLimits) {
    this.memory = new ResponseMemory(limits.responseMemoryBytes);
    this.concurrentCost = new ConcurrentCost(limits.concurrentCost);
  }

  /** Meters a new answer. */
  open(): ResponseMeter {
    return new ResponseMeter(this);
  }
}
