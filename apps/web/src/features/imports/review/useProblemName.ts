import type { MessageKey } from "../../../i18n/messageKey.js";
import { useT } from "../../../i18n/useT.js";
import { useSheet } from "../useSheet.js";

const names: Readonly<Record<string, MessageKey>> = {
  address_missing: "import.problem.addressMissing",
  address_not_split: "import.problem.addressNotSplit",
  address_repeated: "import.problem.addressRepeated",
  address_split: "import.problem.addressSplit",
  another_currency: "import.problem.anotherCurrency",
  ambiguous: "import.problem.ambiguous",
  ambiguous_customer: "import.problem.ambiguousCustomer",
  cellError: "import.problem.formulaError",
  cellOutsideHeaders: "import.problem.outsideHeaders",
  customer_required: "import.problem.customerRequired",
  email_of_another: "import.problem.emailOfAnother",
  html_removed: "import.problem.html",
  id_not_kept: "import.problem.idNotKept",
  id_of_another: "import.problem.idOfAnother",
  name_alone: "import.problem.nameAlone",
  namesake: "import.problem.namesake",
  duplicate_in_file: "import.problem.repeated",
  formulaWithoutValue: "import.problem.formulaError",
  line_repriced: "import.problem.lineRepriced",
  line_with_mistake: "import.problem.lineMistake",
  lines_not_total: "import.problem.linesNotTotal",
  key_in_use: "import.problem.keyInUse",
  key_of_another: "import.problem.keyOfAnother",
  keys_disagree: "import.problem.keysDisagree",
  looksLikeCellError: "import.problem.formulaError",
  looksLikeFooter: "import.problem.footer",
  mergedCell: "import.problem.mergedCell",
  number_repeated: "import.problem.repeated",
  number_of_another: "import.problem.numberOfAnother",
  payment_uncertain: "import.problem.paymentUncertain",
  payment_unmatched: "import.problem.paymentUnmatched",
  phone_code_unused: "import.problem.phoneCodeUnused",
  phone_not_full: "import.problem.phoneNotFull",
  placeholder: "import.problem.placeholder",
  precisionLost: "import.problem.precisionLost",
  precision_lost: "import.problem.precisionLost",
  record_with_mistake: "import.problem.recordMistake",
  replacementCharacter: "import.problem.lostCharacter",
  required: "import.problem.required",
  same_kind: "import.problem.sameKind",
  second_becomes_first: "import.problem.becomesFirst",
  taken_by: "import.problem.taken",
  taken_in_trash: "import.problem.taken",
  tax_id_in_file: "import.problem.taxIdInFile",
  tax_id_placeholder: "import.problem.placeholder",
  tax_id_padded: "import.problem.padded",
  tax_id_unverified: "import.problem.unverified",
  too_long: "import.problem.tooLong",
  tooFewCells: "import.problem.cellCount",
  tooManyCells: "import.problem.cellCount",
  total_missing: "import.problem.totalMissing",
  two_customers: "import.problem.twoCustomers",
  unknown_customer: "import.problem.unknownCustomer",
  unknown_owner: "import.problem.unknownOwner",
  unknown_value: "import.problem.unknownValue",
  value_not_kept: "import.problem.notKept",
};

/** Names a kind of problem in a few words: "Tax ID: not valid". */
export function useProblemName(): (code: string, field: string | null) => string {
  const t = useT();
  const { labelOf } = useSheet();
  return (code, field) => {
    const name = t(names[code] ?? "import.problem.notValid");
    return field === null
      ? name.charAt(0).toLocaleUpperCase() + name.slice(1)
      : `${labelOf(field)}: ${name}`;
  };
}
