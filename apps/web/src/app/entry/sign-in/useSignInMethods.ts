import { useEffect, useState } from "react";

interface SignInMethods {
  /** The name of the provider of single sign-on, where the server has one. */
  provider: string | null;
  /** Whether there is no account yet. */
  firstAdminDue: boolean;
}

/** How people get in here, once the server has said so: without its answer, by their password. */
export function useSignInMethods(): SignInMethods {
  const [provider, setProvider] = useState<string | null>(null);
  const [firstAdminDue, setFirstAdminDue] = useState(false);
  useEffect(() => {
    const ended = new AbortController();
    fetch("/api/auth/methods", { signal: ended.signal })
      .then((response) => response.json())
      .then((answer) => {
        setProvider(answer.singleSignOn?.name ?? null);
        setFirstAdminDue(answer.firstAdminDue === true);
      })
      .catch(() => undefined);
    return () => ended.abort();
  }, []);
  return { provider, firstAdminDue };
}
