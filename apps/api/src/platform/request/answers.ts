import { AnswerMemory } from "./answerMemory.js";
import { AnswerMeter } from "./answerMeter.js";
import { ConcurrentCost } from "./concurrentCost.js";
import { Slices } from "./slices.js";

/** What answers may take. */
export interface AnswerLimits {
  /** The cost of one GraphQL operation, in records. */
  queryCost: number;
  /** The cost of the operations that a person or key has under way at the same time. */
  concurrentCost: number;
  /** Bytes of the text of one answer. */
  answerBytes: number;
  /** Bytes of memory that answers take while they are made and sent, all of one process together. */
  answerMemoryBytes: number;
}

/** What all answers of a process share: its memory and time, and what each caller may have under way. */
export class Answers {
  readonly concurrentCost: ConcurrentCost;
  readonly memory: AnswerMemory;
  readonly slices = new Slices();

  constructor(readonly limits: AnswerLimits) {
    this.memory = new AnswerMemory(limits.answerMemoryBytes);
    this.concurrentCost = new ConcurrentCost(limits.concurrentCost);
  }

  /** Meters a new answer. */
  open(): AnswerMeter {
    return new AnswerMeter(this);
  }
}
