/**
 * How a tax ID of a country looks. In a mask `0` stands for a digit, `A` for a digit or capital
 * letter and `L` for a capital letter; other letters stand for themselves, punctuation is not stored.
 */
export interface TaxIdForm {
  country: string;
  /** What kind of number it is: CNPJ, CPF, NIF, VAT … */
  kind: string;
  /** What it is called where it is used; a proper name, not translated. */
  label: string;
  masks: readonly string[];
  /** Letters that are written before the number but not stored, such as a VAT number's country. */
  prefix?: string;
}

// country kind label masks [prefix]; a country's most usual form comes first.
const TABLE = `
AD NRT NRT L-000000-L
AE TRN TRN 000-0000-0000000-0
AL NIPT NIPT L00000000L
AO NIF NIF 0000000000|000000000LL000
AR CUIT CUIT 00-00000000-0
AR DNI DNI 00.000.000|0.000.000
AT VAT UID U00000000 AT
AU ABN ABN 00_000_000_000
AU ACN ACN 000_000_000
BA PDV PDV-broj 000000000000
BE VAT BTW/TVA 0000.000.000 BE_
BG VAT ДДС_№ 000000000|0000000000 BG
BO NIT NIT 000000000|0000000000|000000000000|0000000|00000000
BR CNPJ CNPJ AA.AAA.AAA/AAAA-00
BR CPF CPF 000.000.000-00
BY UNP УНП 000000000|LL0000000
CA BN BN 00000_0000|000000000LL0000
CH UID UID CHE-000.000.000
CL RUT RUT 00.000.000-A|0.000.000-A
CN USCC 统一社会信用代码 AAAAAAAAAAAAAAAAAA
CO NIT NIT 000.000.000-0|00.000.000-0|0.000.000.000-0
CR CPJ Cédula_jurídica 0-000-000000
CR CPF Cédula_física 0-0000-0000
CV NIF NIF 000_000_000
CY VAT ΦΠΑ 00000000L CY
CZ VAT DIČ 00000000|000000000|0000000000 CZ
DE VAT USt-IdNr. 000000000 DE
DE STNR Steuernummer 00/000/00000|000/000/00000|0000000000000
DK VAT CVR 00_00_00_00 DK_
DO RNC RNC 0-00-00000-0
DO CEDULA Cédula 000-0000000-0
EC RUC RUC 0000000000000
EC CI Cédula 000000000-0
EG TN TN 000-000-000
EE VAT KMKR 000000000 EE
EE REG Registrikood 00000000
ES NIF NIF L0000000A|00000000L|L0000000L
FI VAT ALV-nro 00000000 FI
FR VAT N°_TVA AA_000_000_000 FR_
FR SIREN SIREN 000_000_000
FR SIRET SIRET 000_000_000_00000
GB VAT VAT_number 000_0000_00|000_0000_00_000 GB_
GR VAT ΑΦΜ 000000000 EL
GT NIT NIT 0000000-A|000000-A|00000000-A|00000-A|0000-A
HR VAT OIB 00000000000 HR
HU VAT Adószám 00000000 HU
HU ADOSZAM Adószám 00000000-0-00
ID NPWP NPWP 00.000.000.0-000.000|0000_0000_0000_0000
IE VAT VAT_number 0A00000L|0000000LL IE
IL HP ח.פ. 000000000
IN GSTIN GSTIN 00LLLLL0000LAAA
IN PAN PAN LLLLL0000L
IS VSK VSK-númer 00000|000000 IS
IS KENNITALA Kennitala 000000-0000
IT VAT Partita_IVA 00000000000 IT
IT CF Codice_fiscale LLLLLLAALAALAAAL
JP CN 法人番号 0-0000-0000-0000
KE PIN PIN L000000000L
KR BRN 사업자등록번호 000-00-00000
KZ BIN БИН 000000000000
LI UID UID CHE-000.000.000
LT VAT PVM_kodas 000000000|000000000000 LT
LU VAT N°_TVA 00000000 LU
LV VAT PVN 00000000000 LV
MA ICE ICE 000000000000000
MC VAT N°_TVA AA_000_000_000 FR_
MD IDNO IDNO 0000000000000
ME PIB PIB 00000000
MK EDB ЕДБ 0000000000000
MT VAT VAT_number 0000-0000 MT
MX RFC RFC LLL-000000-AAA|LLLL-000000-AAA
MY TIN TIN L00000000000|L0000000000|LL00000000000|LL0000000000
MZ NUIT NUIT 000_000_000
NL VAT Btw-id 000000000B00 NL
NO MVA Org.nr. 000_000_000
NZ IRD IRD 000-000-000|00-000-000
PE RUC RUC 00000000000
PE DNI DNI 00000000
PH TIN TIN 000-000-000-00000|000-000-000-000|000-000-000
PL VAT NIP 000-000-00-00 PL
PT NIF NIF/NIPC 000_000_000
PY RUC RUC 00000000-0|0000000-0|000000-0|00000-0|0000-0
RO VAT CUI 00|000|0000|00000|000000|0000000|00000000|000000000|0000000000 RO
RS PIB ПИБ 000000000
RU INN ИНН 0000000000|000000000000
SA VAT VAT_number 000000000000000
SE VAT Momsnr 000000-0000-00 SE
SE ORGNR Org.nr. 000000-0000
SG UEN UEN 00000000L|000000000L|L00LL0000L
SI VAT ID_za_DDV 00000000 SI
SK VAT IČ_DPH 0000000000 SK
SM COE COE 00000|0000|000
SV NIT NIT 0000-000000-000-0
TH TIN TIN 0-0000-00000-00-0
TN MF Matricule_fiscal 0000000/L/L/L/000|0000000/L
TR VKN VKN 0000000000
TR TCKN TCKN 00000000000
TW UBN 統一編號 00000000
UA EDRPOU ЄДРПОУ 00000000
UA RNTRC РНОКПП 0000000000
US EIN EIN 00-0000000
UY RUT RUT 00-000000-000-0
VE RIF RIF L-00000000-0
VN MST MST 0000000000|0000000000-000
ZA VAT VAT_number 0000000000
`;

/** What a normalised tax ID of a mask looks like; Mexico's names bring Ñ and & into it. */
function shapeOf(mask: string): RegExp {
  const classes: Record<string, string> = { "0": "\\d", A: "[0-9A-Z]", L: "[A-ZÑ&]" };
  const places = mask.replace(/[^0-9A-Z]/g, "");
  return new RegExp(`^${[...places].map((place) => classes[place] ?? place).join("")}$`);
}

const FORMS = new Map<string, TaxIdForm[]>();
const SHAPES = new Map<string, RegExp>();
for (const line of TABLE.trim().split("\n")) {
  const [country = "", kind = "", label = "", masks = "", prefix] = line.split(" ");
  const form: TaxIdForm = {
    country,
    kind,
    label: label.replaceAll("_", " "),
    masks: masks.replaceAll("_", " ").split("|"),
    ...(prefix ? { prefix: prefix.replaceAll("_", " ") } : {}),
  };
  for (const mask of form.masks) SHAPES.set(mask, shapeOf(mask));
  FORMS.set(country, [...(FORMS.get(country) ?? []), form]);
}

/** The forms of a country's tax IDs, the most usual first; none where we know none. */
export function taxIdForms(country: string): readonly TaxIdForm[] {
  return FORMS.get(country) ?? [];
}

function fitting(country: string, value: string): { form: TaxIdForm; mask: string } | null {
  for (const form of taxIdForms(country)) {
    const mask = form.masks.find((candidate) => SHAPES.get(candidate)?.test(value));
    if (mask !== undefined) return { form, mask };
  }
  return null;
}

/** The form that a normalised tax ID has in its country, or null where it has none that we know. */
export function taxIdFormOf(country: string, value: string): TaxIdForm | null {
  return fitting(country, value)?.form ?? null;
}

// Switzerland and Norway write after a company's number that it is registered for VAT.
const WORDS_AFTER = ["MWST", "MVA", "TVA", "IVA"];

const WORDS_BEFORE = new Map<string, string[]>();

function wordsBefore(country: string): string[] {
  const known = WORDS_BEFORE.get(country);
  if (known) return known;
  const before = taxIdForms(country).flatMap((form) => [
    form.prefix ?? "",
    ...form.label.toUpperCase().split("/"),
    form.kind,
  ]);
  const words = [...before.map((word) => word.replace(/[^0-9A-Z]/g, "")), country];
  const sorted = [...new Set(words)].filter(Boolean).sort((a, b) => b.length - a.length);
  if (FORMS.has(country)) WORDS_BEFORE.set(country, sorted);
  return sorted;
}

// A letter with an accent is its letter, and is not dropped; in Mexico Ñ is a letter of its own.
const withoutAccents = (text: string, country: string): string =>
  text.replace(country === "MX" ? /[^Ñ\p{ASCII}]/gu : /\P{ASCII}/gu, (letter) =>
    letter.normalize("NFD").replace(/\p{M}/gu, ""),
  );

/**
 * The one form in which a tax ID is stored and compared: capitals and digits only, without a VAT
 * number's country letters ("PT 501 442 600" and "501442600" are the same in PT) and without a label
 * before it ("CNPJ: …"). Says nothing about the check digit.
 */
export function normaliseTaxId(country: string, text: string): string {
  const value = withoutAccents(text.normalize("NFKC").toUpperCase(), country).replace(
    country === "MX" ? /[^0-9A-ZÑ&]/g : /[^0-9A-Z]/g,
    "",
  );
  if (fitting(country, value)) return value;
  const shortened = ["", ...wordsBefore(country)]
    .filter((word) => value.startsWith(word))
    .map((word) => value.slice(word.length))
    .flatMap((rest) => [
      rest,
      ...WORDS_AFTER.filter((word) => rest.endsWith(word)).map((word) =>
        rest.slice(0, -word.length),
      ),
    ]);
  return shortened.find((rest) => fitting(country, rest)) ?? value;
}

/**
 * A tax ID as it is typed where the country is known that most are of: one of another country has the letters of that
 * country before it ("ES B58378431" in Portugal).
 */
export function typedTaxId(country: string, text: string): { country: string; value: string } {
  const own = { country, value: normaliseTaxId(country, text) };
  const named = /^[^\p{L}\d]*([a-z]{2})/iu.exec(text)?.[1]?.toUpperCase() ?? country;
  if (named === country || fitting(country, own.value)) return own;
  const value = normaliseTaxId(named, text);
  return fitting(named, value) ? { country: named, value } : own;
}

/** A normalised tax ID as people of its country write it; as it is where it has no form that we know. */
export function formatTaxId(country: string, value: string): string {
  const found = fitting(country, value);
  if (!found) return value;
  let next = 0;
  const written = [...found.mask]
    .map((place) => (/[0-9A-Z]/.test(place) ? (value[next++] ?? "") : place))
    .join("");
  return `${found.form.prefix ?? ""}${written}`;
}

/** An example of the form's punctuation to show in an empty field: "00.000.000/0000-00". */
export function taxIdPlaceholder(form: TaxIdForm): string {
  return `${form.prefix ?? ""}${(form.masks[0] ?? "").replace(/A/g, "0").replace(/L/g, "A")}`;
}
