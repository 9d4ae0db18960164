import { rhythmsIn } from './rhythm.ts'
import { anyCase } from './sentences.ts'

/** Ranks, roles and units that do the work of a neighbourhood team. */
const role = String.raw`(?:Chief Inspectors?|Inspectors?|Insp\b|Sergeants?|Sgt'?s?\b|Superintendent|Constables?|PCs?\b|PCSOs?|Police Community Support Officers?|Special Constables?|Specials\b|Special Constabulary|Beat (?:Managers?|Officers?)|Engagement Officers?(?: \(NEOs?\))?|NEOs?\b|Liaison Officers?|Watch Officers?|Officers?|volunteers?|cadets?|supervisors?|supervision|Rural Crime Team|RCT|Crime Team|Roads Policing Team|Response Team|Press Office|Communications Team|Corporate Communications|coordinators?|co-ordinators?|managers?|analysts?|champions?|Safer Schools(?: (?:and|&) Communit(?:y|ies))?(?: Teams?)?|SSCT|SPOC|NPTs?\b|supervisory team|staff|leads?\b)`
const before = String.raw`(?:(?:the|a|A|an|our|each|every|all|both|one of the|local|neighbourhood|police|policing|community|NPT|NHPT|section|duty|named|dedicated|engagement|digital|trained|team|rural|school|schools|safer|single|beat|town|village|[A-Z][\w'-]+) )`
const within = String.raw`(?: \([A-Z]+s?\))?(?: [A-Z][a-z]+(?! Team| Crime| School))?(?: (?:within|in|of|from|on|across|for)(?: (?:the|our|each|across)){0,2}(?: (?:team|section|NPT|area|[A-Z]\w+(?: (?:and|&) [A-Z]\w+)?))+)?`
const one = `${before}{0,5}${role}${within}`
const several = `${one}(?:(?: and | or | & |/| with |, )${one}){0,3}`

const subject = new RegExp(
  anyCase(
    `^(${several})(?:,? (?:who|which)[^,]{0,60},)? (?:(?:also|and|are|is|generally|usually|regularly|together|\\w+ly) ){0,2}?(?:will|shall|is to|are to|to|aims?|intends?|undertakes?|commits?|has|have|meets?|attends?|holds?|visits?|calls?|works?|gives?|keeps?|provides?|runs?|sends?|writes?|makes?|contacts?|posts?|updates?|maintains?|completes?|ensures?|leads?|publish(?:es)?|issues?|reviews?|engages?|patrols?|produces?|encourages?|supports?|monitors?|recognises?|helps?|oversees?|uses?|takes?|checks?|shares?|listens?|are|is|can|may|walk|speak|talk|write|log|[a-z-]+s(?<!surgeries|meetings|briefings|visits|patrols|events|posts|updates|sessions|clinics|drop-ins|stalls|hours|attends|duties|walks|talks|records|reports)(?= [a-z]))\\b`,
  ),
)
const agent = new RegExp(anyCase(`\\b(?:by|from) (${several})(?=$|[\\s.,;)])`))
const attendance = new RegExp(anyCase(`\\b(?:through|via) (${several}) (?:attendance|attending|visits|presence)`))
const used = new RegExp(
  anyCase(
    `\\buse (?:of )?(?:our )?((?:police |community |neighbourhood )?(?:volunteers|cadets|Special Constables|PCSOs))\\b`,
  ),
)

/**
 * Who does what a promise says: the role or unit named as its doer, or the team. `team` is what to call the team that
 * speaks of itself as "we".
 */
export function doerOf(text: string, team: string): string {
  const plain = withoutOpening(text)
  const found = subject.exec(plain)?.[1]
  const through = attendance.exec(text)?.[1] ?? used.exec(text)?.[1]
  const passive = agentOf(text)
  const doers = [found, through, passive].flatMap((doer) => (doer ? [named(doer, team)] : []))
  const distinct = [...new Set(doers.filter((doer) => doer !== team))]
  if (distinct.length === 0) return team
  return distinct.filter((doer) => !distinct.some((other) => other !== doer && other.includes(doer))).join(' and ')
}

/** A sentence may say when before it says who: "Every quarter, the Sergeants meet". */
function withoutOpening(text: string): string {
  const rhythm = rhythmsIn(text)[0]
  const rest = rhythm && rhythm.at <= 12 ? text.slice(rhythm.at + rhythm.words.length).replace(/^[\s,:]+/, '') : text
  return rest.replace(
    /^(?:where(?:ver)? possible|when(?:ever)? (?:possible|needed)|in addition|also|to (?:do|support|achieve) this)\b[^,]{0,40},\s*/i,
    '',
  )
}

/** "Produced by a volunteer", "talks by the schools PCSO", "receive an update from the beat manager". */
function agentOf(text: string): string | undefined {
  const found = agent.exec(text)
  if (!found) return
  const isSender = /^from/i.test(found[0])
  return isSender && !/\breceiv/i.test(text.slice(0, found.index)) ? undefined : found[1]
}

/** Names of roles as the glossary has them, without article and place. */
function named(doer: string, team: string): string {
  const plain = doer
    .replace(/^(?:the|a|an|our|each|every|all|both) /i, '')
    .replace(/ (?:within|in|of|from|on|across|for) (?:the |our |each |across )*(?:team|section|area|NPT|[A-Z]).*$/, '')
    .replace(/\b(and|or|with) (?:the|our|an?) /gi, '$1 ')
    .replace(/\b(?:Sgt'?s|Sgts)\b/gi, 'Sergeants')
    .replace(/\bSgt\b/gi, 'Sergeant')
    .replace(/\bInsp\b/g, 'Inspector')
    .replace(/\bRCT\b/g, 'Rural Crime Team')
    .trim()
  if (/^(?:[\w',&\s-]* )?(?:NPTs?|NHPT)(?: \(NPTs?\))?$/i.test(plain)) return team
  if (
    /^(?:(?:neighbourhood|local|policing|whole|community|our|team|NPT|police) )*(?:officers|staff|team)$/i.test(
      plain,
    ) &&
    !/^(?:officers|staff)$/i.test(plain)
  )
    return team
  return /^(?:officers|staff|team|leads?|managers?)$/i.test(plain)
    ? /^officers$/i.test(plain)
      ? 'officers'
      : team
    : plain
}
