/** A standard of the framework, as much of it as matching needs. */
export type StandardToMatch = {
  readonly id: string
  readonly title: string
  readonly keyElements: readonly string[]
}

type Idea = { readonly heading: RegExp; readonly text: RegExp }

/**
 * What a heading or promise may be about, the particular before the general: a standard on councillors also speaks of
 * community leaders. Each idea has the words of headings and titles, and the wider words of promises.
 */
const ideas: readonly Idea[] = [
  {
    heading:
      /councillor|elected (?:member|representative)|\bclerks?\b|\b(?:town|parish|local|ward|district|county) council|\bcouncils\b|democratic/i,
    text: /councillor|\bclerks?\b|\bcouncils?\b(?! (?:tax|house))|elected (?:member|representative)|town surveyor|\bmayor/i,
  },
  {
    heading: /\bschools?\b|\bSSCT\b|young(?:er)? (?:people|person)|\byouth|pupil|safeguarding officer|education/i,
    text: /\bschools?\b|\bSSCT\b|\byoung(?:er)?\b|\byouth|pupil|student|head ?teacher|academ|college|safeguarding (?:officer|lead)/i,
  },
  {
    heading: /engagement officers?\b|\bNEOs?\b/i,
    text: /engagement officers?\b|\bNEOs?\b|\bNiche\b|assessment criteria|shar(?:ed?|ing) (?:the )?(?:learning|good (?:work|practice))|shared learning|additional resources/i,
  },
  {
    heading: /publication|newsletter|bulletin|magazine|leaflet/i,
    text: /publication|newsletter|bulletin|magazine|leaflet|parish notice/i,
  },
  {
    heading:
      /\b(?:dorset|neighbourhood|community|devon|cornwall|wiltshire|local)? ?alerts?\b|messaging (?:system|service)/i,
    text: /\balerts?\b|messaging (?:system|service)|Victim First|key messages|sign(?:ed|ing)?[- ]?up|KINs?\)? database|register(?:ed)? (?:with|for|on)/i,
  },
  {
    heading: /web ?-?(?:site|page)s?|\bpages on\b|internet|\bonline pages?\b|\bweb\b/i,
    text: /web ?-?(?:site|page)s?|\binternet\b|these pages|\bour pages\b|team pages?/i,
  },
  {
    heading: /social media|facebook|twitter|instagram|\btweet|online (?:presence|platforms?)|digital/i,
    text: /social media|facebook|twitter|instagram|nextdoor|\btweet|followers|\blikes?\b|\bliked\b|\bposts?\b|platforms?|digital|online/i,
  },
  {
    heading:
      /outcomes?\b|you said|report(?:ing)? back|feed(?:ing)? ?back|what we (?:have done|did)|results?\b|priorit(?:y|ies)|progress/i,
    text: /outcomes?\b|you said|report(?:ing)? back|priorit(?:y|ies)|successes|local media|press\b|good news|what (?:was|has been|we have) (?:done|achieved)/i,
  },
  {
    heading: /volunteer|citizens in policing|special constables?|cadets/i,
    text: /volunteer|citizens in policing|special constables?|\bspecials\b|cadets/i,
  },
  {
    heading:
      /key (?:community |local )?(?:leaders|individuals|contacts|people|organisations|partners)|community leaders|relationships?|partner(?:s|ships?)?\b|stakeholders|organisations|networks?\b|\bKINs?\b/i,
    text: /key individual|\bKINs?\b|partner(?:s|ships?)?\b|stakeholder|community (?:groups|leaders)|business|\b(?:pub|shop|hotel|farm|neighbourhood|speed|park|horse|boat|street|rural) ?watch|\bwatch (?:schemes?|groups?|co-?ordinators?)|neighbouring|3rd sector|third sector|voluntary|charit|forces\b|associations?\b|faith|organisations|relationship/i,
  },
  {
    heading:
      /face[- ]?(?:to|2)[- ]?face|in person|meet(?:ing)? (?:people|the public|residents|the community|our communit|you)|visib(?:le|ility)|patrol|\bevents?\b|street corner|surger|out and about|engagements?\b.*\b(?:public|members|residents)|talking (?:to|with)|listening/i,
    text: /face[- ]?(?:to|2)[- ]?face|\bevents?\b|patrol|street[- ]corner|surger|drop[- ]?in|foot-?fall|hard(?:er)?[- ]to[- ]reach|diverse|visib|market|\bstalls?\b|fair\b|fete|f\u00eate|beat\b|coffee|engagements?\b|hotspots?|gazebo|pop-?up|\brural|\bstand\b|door[- ]to[- ]door/i,
  },
  {
    heading: /\bplans?\b|profile/i,
    text: /\bplans?\b(?! to\b)|\bcontract\b|self-?evaluation|this (?:initiative|report)|profile/i,
  },
]

/** The ideas of a title: its first is what it is about. */
const mainIdea = (title: string) => ideas.findIndex((idea) => idea.heading.test(title))

/**
 * The standards that a heading of a plan speaks of, best first: one, or several where the form puts them under one
 * heading; none where it speaks of something else.
 */
export function standardsOfHeading(heading: string, standards: readonly StandardToMatch[]): string[] {
  const named = /\b([A-Z]{1,2})-?(\d{1,2})\b/.exec(heading)
  const byId = named && standards.find((each) => each.id === `${named[1]}-${named[2]}`)
  if (byId) return [byId.id]
  const weights = weightsOf(standards)
  const scored = standards.map((each) => ({
    id: each.id,
    idea: mainIdea(each.title),
    score: likeness(heading, each.title, weights),
  }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { id: '', idea: -1, score: 0 })
  const said = ideas.flatMap((idea, index) => (idea.heading.test(heading) ? [index] : []))
  const sameIdea = scored
    .filter((each) => said.includes(each.idea))
    .sort((a, b) => said.indexOf(a.idea) - said.indexOf(b.idea))
  if (best.score >= 0.75) return [best.id, ...alsoNamed(best.idea, sameIdea, heading)]
  const first = sameIdea[0]
  if (first) return unique([first.id, ...alsoNamed(first.idea, sameIdea, heading)])
  return best.score >= 0.4 ? [best.id] : []
}

const unique = <T>(values: readonly T[]) => [...new Set(values)]

/** A heading that joins two subjects with "and" covers both standards; general subjects are named in passing. */
function alsoNamed(main: number, sameIdea: readonly { id: string; idea: number }[], heading: string): string[] {
  if (!/\band\b|&|\/|,/.test(heading)) return []
  const general = ideas.length - 4
  return sameIdea.filter((each) => each.idea !== main && each.idea < general && main < general).map((each) => each.id)
}

/**
 * The standard that a promise serves: among those its heading names (the first where the words do not tell), or among
 * all where no heading does; null where nothing speaks for any.
 */
export function standardOfPromise(
  text: string,
  named: readonly string[],
  standards: readonly StandardToMatch[],
): string | null {
  if (named.length === 1) return named[0] ?? null
  const among = named.length > 0 ? standards.filter((each) => named.includes(each.id)) : standards
  const weights = weightsOf(standards)
  const scored = among.map((each) => {
    const idea = ideas[mainIdea(each.title)]
    const hits = idea ? (text.match(new RegExp(idea.text, 'gi'))?.length ?? 0) : 0
    const early = 1 / (2 + mainIdea(each.title))
    const key = Math.max(0, ...each.keyElements.map((element) => likeness(text, element, weights)))
    return {
      id: each.id,
      score:
        (hits > 0 ? 0.5 + 0.1 * Math.min(3, hits) + early * 0.3 : 0) + likeness(text, each.title, weights) + key * 0.3,
    }
  })
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { id: '', score: 0 })
  const ownStaff = named.length === 0 && /\b(?:welfare|workload|wellbeing)\b/i.test(text)
  if (best.score >= 0.5 && !ownStaff) return best.id
  return named[0] ?? null
}

const idle = new Set(
  'a an and the of to in on for with our we your is are be as at by that this it their them from or have has will'.split(
    ' ',
  ),
)

const stem = (word: string) => word.replace(/(?:ies)$/, 'y').replace(/(?:ing|ments?|ed|es|s|ly)$/, '')

const tokens = (text: string) =>
  (text.toLowerCase().match(/[a-z]{2,}/g) ?? []).filter((word) => !idle.has(word)).map(stem)

type Weights = ReadonlyMap<string, number>

/** A word that few standards have says more than one that many have. */
function weightsOf(standards: readonly StandardToMatch[]): Weights {
  const counts = new Map<string, number>()
  for (const each of standards)
    for (const token of new Set(tokens(each.title))) counts.set(token, (counts.get(token) ?? 0) + 1)
  return new Map([...counts].map(([token, count]) => [token, Math.log((1 + standards.length) / count)]))
}

/** How alike two texts are, from 0 to 1, by the words they share. */
function likeness(a: string, b: string, weights: Weights): number {
  const left = new Set(tokens(a))
  const right = new Set(tokens(b))
  const weigh = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + (weights.get(word) ?? 1) ** 2, 0)
  const shared = weigh([...left].filter((word) => right.has(word)))
  const whole = Math.sqrt(weigh(left) * weigh(right))
  return whole === 0 ? 0 : shared / whole
}
