import { EventEmitter } from "node:events";

/** Something that happened to a record, in the past tense: `customer.updated`. */
export interface DomainEvent {
  name: string;
  id: string;
  customerId: string | null;
}

/** Carries events of this process from writers to subscribers. */
export class Events {
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  publish(event: DomainEvent): void {
    this.emitter.emit("event", event);
  }

  /** Hears every event until the answer is called. */
  listen(listener: (event: DomainEvent) => void): () => void {
    this.emitter.on("event", listener);
    return () => this.emitter.off("event", listener);
  }
}
