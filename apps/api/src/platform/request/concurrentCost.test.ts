import { RateLimited } from "../errors.js";
import { ConcurrentCost } from "./concurrentCost.js";

const LIMIT = 100;

describe("the concurrent cost of a caller", () => {
  it("may pass the limit with a single operation only, and is free again once that was given back", () => {
    const cost = new ConcurrentCost(LIMIT);
    cost.take("ana", LIMIT * 2);
    expect(() => cost.take("ana", 1)).toThrow(RateLimited);
    cost.take("rui", LIMIT);
    cost.giveBack("ana", LIMIT * 2);
    cost.take("ana", LIMIT);
  });

  it("is still known after thousands of others have come and gone", () => {
    const cost = new ConcurrentCost(LIMIT);
    cost.take("ana", LIMIT);
    for (let other = 0; other < 3_000; other += 1) {
      cost.take(`other ${other}`, 1);
      cost.giveBack(`other ${other}`, 1);
    }
    expect(() => cost.take("ana", 1)).toThrow(RateLimited);
    expect(cost.size).toBeLessThanOrEqual(1_001);
  });
});
