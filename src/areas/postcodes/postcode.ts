/** What somebody typed for a postcode: a whole one, its first half alone (the outcode), or what is wrong with it. */
export type TypedPostcode =
  | { readonly kind: 'whole'; readonly postcode: string; readonly outcode: string }
  | { readonly kind: 'outcode'; readonly outcode: string }
  | { readonly kind: 'no area'; readonly letters: string }
  | { readonly kind: 'mistyped' }

/** The letters with which postcodes of the United Kingdom and its islands begin. */
const areas = new Set(
  (
    'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU ' +
    'GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA ' +
    'PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS ' +
    'WV YO ZE'
  ).split(' '),
)

/**
 * What was typed as a postcode, whatever its capitals and spaces and with O and 0, I and 1 put right; null where it looks like
 * no postcode, but may be the name of a place.
 */
export function readPostcode(typed: string): TypedPostcode | null {
  const bare = typed.toUpperCase().replaceAll(/[\s.\-–]/g, '')
  const whole = bare.length < 5 ? null : wholeOf(bare)
  if (whole !== null) return whole
  const outcode = outcodeOf(bare)
  if (outcode !== null) return { kind: 'outcode', outcode }
  const letters = /^([A-Z]{1,2})\d[A-Z\d]?(\d[A-Z]{2})?$/.exec(bare)?.[1]
  if (letters !== undefined && !areas.has(letters)) return { kind: 'no area', letters }
  return looksLikeOne(bare) ? { kind: 'mistyped' } : null
}

/** The letters at the beginning of a postcode or outcode. */
export const areaOf = (postcode: string): string => /^[A-Z]+/.exec(postcode)?.[0] ?? ''

function wholeOf(bare: string): TypedPostcode | null {
  const outcode = outcodeOf(bare.slice(0, -3))
  const inward = alike(bare.slice(-3)).find((text) => /^\d[A-Z]{2}$/.test(text))
  return outcode === null || inward === undefined ? null : { kind: 'whole', outcode, postcode: `${outcode} ${inward}` }
}

const outcodeOf = (typed: string): string | null => (typed.length > 4 ? null : (alike(typed).find(isOutcode) ?? null))

/** No district has a nought before its figure or ends in I or O, so that `S01` can only mean SO1 and `BH1O` BH10. */
const isOutcode = (text: string): boolean =>
  /^[A-Z]{1,2}([1-9]\d?|0|\d[A-HJ-NP-Z])$/.test(text) && areas.has(areaOf(text))

const lookalikes: Readonly<Record<string, string>> = { O: 'O0', '0': '0O', I: 'I1', '1': '1I' }

/** The text as typed, then with each letter that looks like a figure, or figure like a letter, taken for the other. */
const alike = (typed: string): readonly string[] =>
  [...typed].reduce<string[]>(
    (texts, letter) => [...(lookalikes[letter] ?? letter)].flatMap((each) => texts.map((text) => text + each)),
    [''],
  )

/** Letters and figures mixed, as no place is called: somebody meant a postcode. */
const looksLikeOne = (bare: string): boolean => /^[A-Z]{1,2}\d/.test(bare) && bare.length <= 8
