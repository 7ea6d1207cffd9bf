// What a browser keeps of a person: drafts, the playground's queries and the API keys in its headers.

const PERSON_KEY = "clientela.person";
const DRAFTS = /^clientela\.draft\./;
// Settings of the device, which say nothing of anyone. Whatever else is stored goes with the person.
const OF_DEVICE =
  /^(mantine-color-scheme-value|clientela\.(language|density|sidebar|singleKeys|lastCountry|grid\..+))$/;

// A browser without storage keeps nothing that could be forgotten.
function withStorage<T>(use: (local: Storage, tab: Storage) => T): T | null {
  try {
    return use(localStorage, sessionStorage);
  } catch {
    return null;
  }
}

function clear(storage: Storage, stays: (key: string) => boolean): void {
  for (const key of Object.keys(storage)) {
    if (!OF_DEVICE.test(key) && !stays(key)) storage.removeItem(key);
  }
}

/** Forgets all that the browser keeps of the person who signed out; other tabs hear of it. */
export function forgetPerson(): void {
  withStorage((local, tab) => {
    clear(local, () => false);
    clear(tab, () => false);
  });
}

/**
 * Forgets what the browser keeps for all tabs, where a session ended by itself. What was typed stays in its tab for
 * the same person, who signs in again and goes on; anyone else finds nothing of it.
 */
export function forgetEndedSession(): void {
  withStorage((local, tab) => {
    clear(local, (key) => key === PERSON_KEY);
    clear(tab, (key) => DRAFTS.test(key));
  });
}

/** Makes the browser this person's: what somebody else left in it is forgotten. */
export function claimBrowser(personId: string): void {
  withStorage((local) => {
    if (local.getItem(PERSON_KEY) === personId) return;
    forgetPerson();
    local.setItem(PERSON_KEY, personId);
  });
}

const isClaimed = () => withStorage((local) => local.getItem(PERSON_KEY) !== null) ?? true;

/** Forgets what a page that was being left still wrote: whoever sees the page to sign in is nobody yet. */
export function forgetAtEntry(): void {
  if (isClaimed()) forgetEndedSession();
  else forgetPerson();
}

/**
 * Calls `leave` where the person signs out in another tab, and where the browser brings back a page as it was
 * before they signed out. Returns the function that ends it.
 */
export function whenSignedOutElsewhere(leave: () => void): () => void {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key !== PERSON_KEY || newValue !== null) return;
    forgetPerson();
    leave();
  };
  const shown = ({ persisted }: PageTransitionEvent) => {
    if (persisted && !isClaimed()) leave();
  };
  window.addEventListener("storage", onStorage);
  window.addEventListener("pageshow", shown);
  return () => {
    window.removeEventListener("storage", onStorage);
    window.removeEventListener("pageshow", shown);
  };
}
