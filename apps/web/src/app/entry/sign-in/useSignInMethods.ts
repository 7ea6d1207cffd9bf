import { useEffect, useState } from "react";

interface SignInMethods {
  /** The name of the provider of single sign-on, where the server has one. */
  provider: string | null;
  /** Whether there is no account yet. */
  firstAdminDue: boolean;
}

/** How people get in here, once the server has said so: until then, by their password. */
export function useSignInMethods(): SignInMethods {
  const [provider, setProvider] = useState<string | null>(null);
  const [firstAdminDue, setFirstAdminDue] = useState(false);
  useEffect(() => {
    const ended = new AbortController();
    fetch("/api/auth/methods", { signal: ended.signal })
      .then((response) => response.json())
      .then((methods) => {
        setProvider(methods.singleSignOn?.name ?? null);
        setFirstAdminDue(methods.firstAdminDue === true);
      })
      .catch(() => undefined);
    return () => ended.abort();
  }, []);
  return { provider, firstAdminDue };
}
