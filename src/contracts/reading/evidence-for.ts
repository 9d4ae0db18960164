import type { Kind } from '#measures/kinds.ts'

/** Which evidence a promise speaks of, and what else a measure of it reads. */
export type Evidence = {
  readonly kind: Kind
  readonly where?: Record<string, string | boolean | string[]>
  /** The figure a growth follows or a sum adds. */
  readonly quantity?: string
  /** What this answers, where the promise is to follow one thing with another. */
  readonly answers?: Kind
  /** What makes a row count, where the promise is about a share of them. */
  readonly satisfied?: { where?: Record<string, boolean>; having?: string }
  /** The subjects it is about where the promise names none. */
  readonly subject?: string
}

type Said = { readonly text: string; readonly with: readonly string[]; readonly measure: string | null }
type Rule = readonly [words: RegExp, evidence: Evidence, only?: readonly string[]]

/** What a promise's words point to, the particular before the general; `only` are the measures a line serves. */
const rules: readonly Rule[] = [
  [/\b(?:likes?|liked|follow\w*)\b/i, { kind: 'following counted', quantity: 'likes' }, ['growth']],
  [
    /regist|subscri|sign(?:ed|ing)?[- ]?up|members|alert/i,
    { kind: 'registrations counted', quantity: 'registered' },
    ['growth'],
  ],
  [/volunteers/i, { kind: 'volunteer state' }, ['growth']],
  [/\bposts?\b/i, { kind: 'post published' }, ['growth']],
  [/\bevents?|engagements?\b/i, { kind: 'engagement held' }, ['growth']],
  [/hotspot|street[- ]corner/i, { kind: 'hotspot answered', answers: 'hotspot identified' }, ['latency']],
  [
    /enquir|e-?mails?|correspondence|repl(?:y|ies)/i,
    { kind: 'enquiry answered', answers: 'enquiry received' },
    ['latency', 'share'],
  ],
  [/incident|tension|key messages?|timely/i, { kind: 'alert sent', answers: 'incident recorded' }, ['latency']],
  [/strand/i, { kind: 'engagement strand planned', answers: 'priority set' }, ['share']],
  [
    /foot-?fall|attendance figures|numbers? attending/i,
    { kind: 'engagement held', satisfied: { having: 'reached' } },
    ['share'],
  ],
  [/niche|\binput\b|entered/i, { kind: 'engagement held', satisfied: { where: { 'in Niche': true } } }, ['share']],
  [/advertis/i, { kind: 'engagement held', satisfied: { where: { advertised: true } } }, ['share']],
  [/concerns?/i, { kind: 'concern answered', answers: 'concern raised' }, ['latency', 'share']],
  [
    /(?:attend|attendance|meet\w*)\b.{0,120}\b(?:NEOs?|engagement officers?)\b|\b(?:sergeants|sgt['’]?s)\b.{0,60}\bmeet/i,
    { kind: 'meeting attended', where: { 'with NEO': true } },
    ['cadence', 'count'],
  ],
  [/\battend\w*\b.{0,80}\bmeetings?\b/i, { kind: 'meeting attended' }, ['cadence', 'count', 'coverage']],
  [/\bmeet\b.{0,60}\bclerks?\b/i, { kind: 'contact made' }, ['cadence', 'count']],
  [
    /point of contact|named|single contact/i,
    { kind: 'point of contact named', where: { named: true } },
    ['present', 'count'],
  ],
  [/volunteers?\b.{0,60}\bupdat/i, { kind: 'update made', where: { role: 'volunteer' } }, ['count']],
  [
    /volunteer\w*.{0,40}\b(?:page|web)|(?:page|web).{0,60}\bvolunteer/i,
    { kind: 'page keeper assigned', where: { assigned: true } },
    ['present'],
  ],
  [/toolkit|promot\w+ .{0,40}alert/i, { kind: 'alert promoted' }],
  [/newsletter|bulletin|leaflet|magazine|publication/i, { kind: 'publication issued', where: { type: 'newsletter' } }],
  [/local media|\bpress\b|newspaper|radio/i, { kind: 'publication issued', where: { type: 'local media' } }],
  [
    /you said|outcomes?\b|priorities\b.{0,40}\b(?:sections?|page)|(?:sections?|page)\b.{0,40}\bpriorities/i,
    { kind: 'outcome communicated' },
  ],
  [/social media content|content .{0,30}review/i, { kind: 'content reviewed' }],
  [/(?:explore|review|try).{0,30}platforms?/i, { kind: 'platforms explored' }],
  [/dip-?(?:check|sampl)\w*.{0,40}(?:page|web)/i, { kind: 'page dip-checked' }],
  [/web ?-?(?:site|page)|\bpages?\b(?!.*facebook)/i, { kind: 'page reviewed', subject: 'web section' }],
  [/\bposts?\b|posting|tweet|social media|facebook/i, { kind: 'post published' }],
  [/\balerts?\b|\bmessages?\b/i, { kind: 'alert sent' }],
  [/patrol observer|ride[- ]?along|join .{0,20}patrol/i, { kind: 'patrol place offered', subject: 'council' }],
  [/welfare|workload/i, { kind: 'welfare check held' }],
  [/team meetings?|brief\w* (?:with )?(?:all |the |our )?(?:staff|team)/i, { kind: 'team meeting held' }],
  [/learning|good work/i, { kind: 'learning identified', where: { shared: true } }],
  [/scrutiny|\bpanel\b/i, { kind: 'panel held' }],
  [
    /(?:KINs?\b|key individual).{0,40}database|database|(?:maintain|review|develop)\w* .{0,40}(?:KINs?\b|key individual)/i,
    { kind: 'network reviewed' },
  ],
  [/partners?\b.{0,30}informed|inform\w* .{0,30}partners/i, { kind: 'partners informed' }],
  [/\bpublish\w* .{0,20}plan|plan .{0,30}publish/i, { kind: 'plan published' }],
  [
    /\bplans?\b|report will be completed|self-?evaluation/i,
    { kind: 'plan completed' },
    ['cadence', 'count', 'present'],
  ],
  [/rural crime team|\bRCT\b/i, { kind: 'engagement held', where: { 'rural crime team': true } }],
  [/hours?\b.{0,30}volunteer|volunteer\w*.{0,40}hours/i, { kind: 'volunteering done', quantity: 'hours' }],
  [/\battend\w*\b(?!.{0,30}\bevents?)|meetings?\b/i, { kind: 'meeting attended' }, ['cadence', 'count', 'coverage']],
  [/surger(?:y|ies)/i, { kind: 'engagement held', where: { method: 'surgery' } }],
  [/drop-?ins?/i, { kind: 'engagement held', where: { method: 'drop-in' } }],
  [/street[- ]corner/i, { kind: 'engagement held', where: { method: 'street corner meeting' } }],
  [/advertised .{0,20}events?|events? .{0,20}advertised/i, { kind: 'engagement held', where: { advertised: true } }],
  [/volunteers|special constables/i, { kind: 'engagement held', where: { volunteers: true } }, ['count']],
  [/\bpatrol/i, { kind: 'engagement held', where: { method: ['foot patrol', 'patrol contact'] } }],
  [
    /clerk|council|school|advocate|watch|business|partner|key individual|KIN\b|\b(?:contact|meet|visit|ring|call|brief|telephone|e-?mail|consult|listen|write)\b/i,
    { kind: 'contact made' },
    ['cadence', 'count'],
  ],
  [/collaborat|partnership/i, { kind: 'contact made' }, ['coverage']],
  [
    /engag|events?\b|on foot|\bspeak|\btalk|face[- ]to[- ]face|stalls?\b|coffee|market|walkabout|occasion/i,
    { kind: 'engagement held' },
  ],
  [/./, { kind: 'contact made' }, ['coverage']],
]

/** The evidence that a promise's words point to, or null where they point to none we know. */
export function evidenceFor({ text, measure }: Said): Evidence | null {
  const found = rules.find(
    ([words, , only]) => words.test(text) && (!only || (measure !== null && only.includes(measure))),
  )
  return found?.[1] ?? null
}

const communities: readonly (readonly [value: string, words: RegExp])[] = [
  ['disability', /disab|deaf|blind/i],
  ['Roma Gypsy Traveller', /gypsy|roma\b|travell?er/i],
  ['farming', /farm/i],
  ['rural', /rural/i],
  ['elderly', /elder|older|pension/i],
  ['schools', /school/i],
  ['Muslim', /muslim|mosque|islam/i],
  ['LGBT', /lgbt/i],
  ['young people', /young|youth/i],
]

/** The communities of the dictionary that counterparties are, each once. */
export const communitiesIn = (parties: readonly string[]): string[] => [
  ...new Set(parties.flatMap((party) => communities.find(([, words]) => words.test(party))?.[0] ?? [])),
]
