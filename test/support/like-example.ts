/** Texts that look alike are of one kind; the first that fits names it. */
const kinds: readonly (readonly [kind: string, looks: RegExp])[] = [
  ['an instant without a zone', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/],
  ['a month', /^\d{4}-\d{2}$/],
  ['a reference', /^[0-9a-f]{64}$/],
  ['degrees', /^-?\d{1,3}\.\d+$/],
  ['digits', /^\d+$/],
  ['HTML', /^<p>[\s\S]*<\/p>$/],
  ['an address of the web', /^https?:\/\/\S+$/],
]

const kindOf = (text: string) => kinds.find(([, looks]) => looks.test(text))?.[0] ?? 'words'

/** What the national interface leaves empty for some, whichever way the example has it. */
const mayBeNull = new Set(['description', 'bio', 'action', 'action-date', 'person_id', 'outcome_status'])

/** What newer answers have beside the documented ones. */
const mayBeMore = new Set(['engagement_methods.type', 'locations.telephone'])

/** What tells how to reach somebody has whichever of these is known. */
const ways =
  'email telephone mobile fax web address facebook twitter youtube myspace bebo flickr google-plus forum e-messaging blog rss'
const knownWays = new Set(ways.split(' '))

/**
 * Where an answer is unlike a documented example: a key too many or too few, another type, or a text of another kind. Lists
 * are compared entry by entry with the example’s first; answers nothing where all is alike.
 */
export function unlike(example: unknown, answer: unknown, path = ''): string[] {
  const key = path.split('.').at(-1) ?? ''
  if (answer === null) return example === null || mayBeNull.has(key) ? [] : [`${path} is null`]
  if (example === null) return typeof answer === 'string' ? [] : [`${path} is a ${typeof answer}, not a text`]
  if (typeof example !== typeof answer || Array.isArray(example) !== Array.isArray(answer))
    return [`${path} is of another type: ${JSON.stringify(answer)}`]
  if (Array.isArray(example) && Array.isArray(answer))
    return answer.flatMap((each) => (example.length === 0 ? [] : unlike(example[0], each, path)))
  if (typeof example === 'object' && typeof answer === 'object')
    return unlikeObject({ ...example }, { ...answer }, path)
  return typeof example === 'string' && typeof answer === 'string' ? unlikeText(example, answer, path) : []
}

type Fields = Readonly<Record<string, unknown>>

function unlikeObject(example: Fields, answer: Fields, path: string): string[] {
  if (path.endsWith('contact_details'))
    return Object.entries(answer)
      .filter(([way, words]) => !knownWays.has(way) || typeof words !== 'string')
      .map(([way]) => `${path}.${way} is not known`)
  const under = (key: string) => (path === '' ? key : `${path}.${key}`)
  const lacking = Object.keys(example).filter((key) => !Object.hasOwn(answer, key))
  const more = Object.keys(answer).filter((key) => !Object.hasOwn(example, key) && !mayBeMore.has(under(key)))
  return [
    ...lacking.map((key) => `${under(key)} is lacking`),
    ...more.map((key) => `${under(key)} is not documented`),
    ...Object.keys(example)
      .filter((key) => Object.hasOwn(answer, key))
      .flatMap((key) => unlike(example[key], answer[key], under(key))),
  ]
}

function unlikeText(example: string, answer: string, path: string): string[] {
  const [expected, found] = [kindOf(example), kindOf(answer)]
  const isLike = expected === 'words' || found === expected || (answer === '' && !path.endsWith('date'))
  return isLike ? [] : [`${path} is ${found}, not ${expected}: ${answer}`]
}
