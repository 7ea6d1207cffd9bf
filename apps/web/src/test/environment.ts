import { TextDecoder, TextEncoder } from "node:util";

class ResizeObserverStub {
  observe() {}
  unobserve() {}
  disconnect() {}
}

// The router makes one for each navigation; jsdom has none, and Node's refuses jsdom's signals.
class RequestStub {
  readonly method = "GET";
  readonly signal: AbortSignal | undefined;

  constructor(
    readonly url: string,
    init: { signal?: AbortSignal } = {},
  ) {
    this.signal = init.signal;
  }
}

Object.assign(globalThis, {
  TextDecoder,
  TextEncoder,
  ResizeObserver: ResizeObserverStub,
  Request: RequestStub,
});

Object.defineProperty(window, "matchMedia", {
  writable: true,
  value: (query: string): MediaQueryList => ({
    matches: false,
    media: query,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
    addEventListener: () => {},
    removeEventListener: () => {},
    dispatchEvent: () => false,
  }),
});

window.HTMLElement.prototype.scrollIntoView = () => {};
window.HTMLElement.prototype.scrollTo = () => {};
