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

// The browser of the tests fetches nothing, and so has no answer to name; code may ask for one.
class ResponseStub {}

Object.assign(globalThis, {
  Response: ResponseStub,
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
