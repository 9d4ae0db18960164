/**
 * How far members agree: Krippendorff's alpha for ordinal values. Each unit holds the places on the scale that members
 * gave it; who gave none is left out. 1 is full agreement, 0 what chance would bring, below 0 is worse than chance. Null
 * where nothing was judged twice or all gave one grade, since nothing can be told then.
 */
export function agreementOf(units: readonly (readonly number[])[]): number | null {
  const judged = units.filter((unit) => unit.length > 1)
  const values = [...new Set(judged.flat())].toSorted((a, b) => a - b)
  const counts = values.map((value) => judged.flat().filter((each) => each === value).length)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const distance = distancesOf(counts)
  const expected = sumOver(values, (a, b) => (counts[a] ?? 0) * (counts[b] ?? 0) * distance(a, b))
  if (expected === 0) return null
  const observed = judged.reduce((sum, unit) => sum + disagreementOf(unit, values, distance), 0)
  return 1 - ((total - 1) * observed) / expected
}

/** Each pair of values in a unit counts once for each of its other values. */
function disagreementOf(unit: readonly number[], values: readonly number[], distance: Distance): number {
  const places = unit.map((value) => values.indexOf(value))
  const pairs = places.flatMap((a, one) => places.flatMap((b, other) => (one === other ? [] : [distance(a, b)])))
  return pairs.reduce((sum, each) => sum + each, 0) / (unit.length - 1)
}

type Distance = (a: number, b: number) => number

/** Two grades are as far apart as many values lie between them, each end counted half; squared. */
const distancesOf =
  (counts: readonly number[]): Distance =>
  (a, b) => {
    const between = counts.slice(Math.min(a, b), Math.max(a, b) + 1).reduce((sum, count) => sum + count, 0)
    return (between - ((counts[a] ?? 0) + (counts[b] ?? 0)) / 2) ** 2
  }

const sumOver = (values: readonly number[], of: Distance): number =>
  values.reduce((sum, _, a) => sum + values.reduce((inner, _each, b) => inner + of(a, b), 0), 0)

/** What an alpha is worth, in words; 0.8 and 0.667 are the lines that its author draws. */
export function agreementInWords(alpha: number | null): string {
  if (alpha === null) return 'Too little was scored, or all gave the same grade, so agreement cannot be told.'
  const worth =
    alpha >= 0.8 ? 'the members agree' : alpha >= 0.667 ? 'the members agree roughly' : 'the members do not agree'
  return `Agreement (Krippendorff’s alpha) ${alpha.toFixed(2)}: ${worth}.`
}
