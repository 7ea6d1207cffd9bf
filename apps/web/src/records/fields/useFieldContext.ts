import { useApolloClient } from "@apollo/client/react";
import { useMemo } from "react";
import { currentLanguage } from "../../i18n/i18n.js";
import { useFormat } from "../../i18n/useFormat.js";
import { usePhoneFormat } from "../../i18n/usePhoneFormat.js";
import { useT } from "../../i18n/useT.js";
import { personName } from "../../session/usePeople.js";
import type { FieldContext } from "./fields.js";

/** What fields need to format values in the language on screen. */
export function useFieldContext(): FieldContext {
  const client = useApolloClient();
  const t = useT();
  const format = useFormat();
  const formatPhone = usePhoneFormat();
  const language = currentLanguage();
  return useMemo(
    () => ({ t, format, language, formatPhone, personName: (id) => personName(client, id) ?? "" }),
    [client, t, format, language, formatPhone],
  );
}
