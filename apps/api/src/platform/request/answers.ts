import { AnswerMemory } from "./answerMemory.js";
import { type AnswerLimits, AnswerMeter, type SharedByAnswers } from "./answerMeter.js";
import { ConcurrentCost } from "./concurrentCost.js";
import { Slices } from "./slices.js";

/** State that all responses of a process share: its memory and time, and each caller's operations in progress. */
export class Answers implements SharedByAnswers {
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
