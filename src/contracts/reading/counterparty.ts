import { rhythmsIn } from './rhythm.ts'
import { anyCase } from './sentences.ts'

const name = String.raw`[A-Z][\w'\u00c0-\u024f-]*(?: (?:of the|of|on|in|&|the|upon|St\.?) [A-Z][\w'-]*| [A-Z][\w'-]*)*`
const nameList = `${name}(?:(?:, | and |, and | & )${name})*`
const office = String.raw`(?:(?:town|parish|city|borough|district|council|county)(?: and (?:town|parish))? )*(?:clerks?)|councillors?|town surveyors?|schools?|colleges?|councils?|forces|libraries|library|hospitals?|churches|(?:residents'? |tenants'? |community )associations?|head ?teachers|neighbourhood watch(?:es)?|watch schemes?|care homes?|youth (?:clubs?|centres?)|parishes`
const heads = new RegExp(
  anyCase(
    `\\b((?:local |elected |primary |secondary |first |middle |upper |police |neighbouring )*(?:${office}))(?:,| who are| based)? (?:at|of|in|for|from|serving|covering)(?: both| all of| each of)?:? (?:the (?:towns|villages|parishes|communities) of )?`,
  ) + `(${nameList})`,
  'g',
)
const placed = new RegExp(
  `\\b(?:the )?(${name}(?:, ${name})*,? (?:and|&) ${name}) ((?:town |parish |city |council |community |primary |secondary )*(?:clerks?|councils|schools|councillors|libraries|colleges|forces))\\b`,
  'g',
)
const examples =
  /\b(?:such as|including|includ(?:es?|ed)|e\.g\.|for example|namely|following(?: \w+){0,3}(?=:)|consisting of)\b[:,]?\s+(.+)/i
const gathering =
  /\b(?:groups?|communit(?:y|ies)|forces|schools|councils|schemes|clerks|organisations|partners|initiatives|agencies|charities|parishes|teams|bodies|watch(?:es)?|leaders|businesses|members)\b/i

const known = new RegExp(
  anyCase(
    '\\b(?:' +
      [
        String.raw`(?:our |the |local )*(?:(?!(?:Meet|Visit|Contact|Brief|Weekly|Each|Every|We|Parish|Town|Council)\b)[A-Z][\w']* ){0,3}(?:town|parish|council|city)(?: and (?:town|parish))?(?: council)? clerks?`,
        String.raw`clerks?(?= |$|[,.;)])`,
        String.raw`(?:${name} )(?:Town|Parish|City|Borough|County|District|Dorset|Community) Councils?`,
        String.raw`(?:local |town |parish |county |district |city )*(?:town and parish |parish and town )councils?`,
        String.raw`(?:county|district|local|unitary) councils?(?= |$|[,.;)])`,
        String.raw`(?:town |parish |city |each |every |all )*councils?(?= |$|[,.;)'])(?! (?:clerks?|tax|house))`,
        String.raw`councillor advocates?(?: (?:scheme|representatives?))?`,
        String.raw`(?:local |elected |parish |town |county |ward |district )*councillors?`,
        String.raw`town surveyors?`,
        String.raw`(?:school safeguarding|designated safeguarding|safeguarding) (?:officers?|leads?)`,
        String.raw`Safer Schools(?: (?:and|&) Communit(?:y|ies))?(?: Teams?)?|SSCTs?\b`,
        String.raw`head ?teachers?`,
        String.raw`(?:[A-Z][\w'-]* )*(?:primary |secondary |first |middle |upper |local |all |every |each )*(?:[Ss]chools?|[Aa]cadem(?:y|ies)|[Cc]olleges?|[Uu]niversit(?:y|ies))(?! (?:holiday|term|year|run|visit|gate))`,
        String.raw`youth (?:clubs?|groups?|centres?|councils?|workers?)|young(?:er)? (?:people|persons?|community)|students|pupils`,
        String.raw`(?:the )?Neighbourhood Engagement Officers?(?: \(NEOs?\))?|NEOs?\b`,
        String.raw`(?:(?:[A-Z][\w']*|shop|pub|hotel|farm|horse|boat|neighbourhood|community|speed|rural|country|park|business|street|home) ){1,3}watch(?:es|'s)?(?: (?:schemes?|groups?|members?|co-?ordinators?))?(?= |$|[,.;)])`,
        String.raw`(?:[A-Z]?[a-z]{3,}watch|watch) (?:schemes?|groups?|members?|co-?ordinators?)`,
        String.raw`(?:the )?Key Individual Networks?(?: \(KINs?\))?|key individuals?|KIN'?s?\b`,
        String.raw`(?:local )?(?:business(?:es)?(?: leaders| owners| community| forum)?|shopkeepers|shops|retailers|licensees|licensed premises|traders|landlords|publicans|hoteliers)`,
        String.raw`(?:[A-Z][\w'&-]* (?:and |of |& |for |the )*)+(?:Partnership|Partnership Group|Group|Forum|Panel|Board|Association|Committee|Alliance|Trust|Society|Club|Hub|Federation|Union|Chamber of (?:Trade|Commerce)|Centre|Service|Mosque|Church)(?: \([A-Z]{2,}\))?`,
        String.raw`[Cc]hambers? of (?:trade|commerce|Trade|Commerce)`,
        String.raw`(?:local |other )?(?:community|residents'?|tenants'?|faith|voluntary|support|diverse|disability|LGBTQ?\+?|elderly|older people's|traveller|refugee|farming|women's|carers'?) (?:groups?|associations?|organisations?|leaders?|communit(?:y|ies)|clubs?)`,
        String.raw`(?:the )?(?:rural |farming |Muslim |travelling |deaf |disabled |gypsy and traveller )+communit(?:y|ies)`,
        String.raw`farmers|landowners|gamekeepers|housing (?:associations?|providers?|officers?)|care homes?|charities|(?:3rd|third|voluntary) sector|hospitals?|GP surgeries|mosques?|churches|faith groups|food ?banks?`,
        String.raw`(?:our )?(?:neighbouring|adjoining) (?:police )?(?:forces|areas|sections|teams|NPTs)`,
        String.raw`(?:local )?(?:(?<!social |Social )media(?: channels)?(?! platform)|newspapers?|radio|press)(?! office)`,
        String.raw`(?:partner agencies|(?:key |local |other |our )*(?:partners|stakeholders)|partner organisations)`,
        String.raw`(?:residents'|community|public|youth) (?:panel|forum)|SMT\b|OPCC\b|Force boards|members of the harder-to-reach communities|hard(?:er)?[- ]to[- ]reach (?:communities|groups)(?: and diverse groups)?|vulnerable (?:people|residents|victims)|victims|residents|visitors|tourists|commuters|subscribers`,
        String.raw`(?<!police |NPT )staff(?! (?:time|can))|other NPTs|specials and volunteers`,
      ].join('|') +
      ')(?!\\w)',
  ),
  'g',
)

const channels =
  /^(?:facebook|twitter|instagram|nextdoor|x|tiktok|dorset alert|neighbourhood alert|social media|newsletter|website|web page|whatsapp|posters?)$/i

/** The other side of a promise: who is met, written to, visited or served, each once, in the order of the words. */
export function counterpartiesOf(text: string, who: string): string[] {
  const plain = withoutRhythm(text)
  const main = plain.split(purpose)[0] ?? ''
  const isParty = partyFor(who)
  for (const find of [
    placedOf,
    examplesOf,
    () => workedWith(main),
    () => forcesOf(main),
    () => namesMet(main),
    () => knownIn(main),
    () => objectOf(main),
    () => knownIn(plain),
    () => objectOf(plain),
  ]) {
    const parties = withoutParts(find(plain).map(tidied)).filter(isParty)
    if (parties.length > 0) return parties
  }
  return /\b(?:communit(?:y|ies)|the public|residents|people)\b/i.test(plain) ? ['community'] : []
}

/** What a promise is for names people too, but they are not its other side. */
const purpose =
  /,? (?:in order to|so that|so as to|to (?:ensure|provide|discuss|share|promote|reduce|prevent|develop|address|help|give|build|hear|explain|identify|maintain|improve|encourage|keep|make|swiftly|brief|inform|raise|gather|target|achieve|allow|offer|talk|listen|seek|agree|resolve|tackle|find|plan|review|update|support|reassure|protect|stop|deter|spread|get|learn|look|see|work|set)) /

/** Words that say how often would else be taken for part of a name: "monthly town council". */
function withoutRhythm(text: string): string {
  return rhythmsIn(text).reduceRight(
    (rest, r) => `${rest.slice(0, r.at)} \u2022 ${rest.slice(r.at + r.words.length)}`,
    text,
  )
}

/** "The clerks at A, B and C": one clerk each; "the A, B and C schools" likewise. */
function placedOf(text: string): string[] {
  const after = [...text.matchAll(heads)].flatMap((found) => placesWith(found[2] ?? '', found[1] ?? ''))
  const before = [...text.matchAll(placed)].flatMap((found) => placesWith(found[1] ?? '', found[2] ?? ''))
  return [...before, ...after]
}

function placesWith(places: string, head: string): string[] {
  if (!/^[A-Z]/.test(places)) return []
  const listed = partsOf(places)
  if (/forces$/i.test(head)) return listed
  if (listed.length === 1) return [`${head} in ${listed[0]}`]
  const singular = head
    .replace(/^(?:the|our|local) /i, '')
    .replace(/ies$/, 'y')
    .replace(/(watch|church)es$/, '$1')
    .replace(/s$/, '')
  return listed.map((place) => `${place} ${singular}`)
}

function forcesOf(text: string): string[] {
  const found = new RegExp(`\\bforces?\\b[^.]{0,30}?(?:in|from|of|:)? (${nameList})`).exec(text)
  return found && partsOf(found[1] ?? '').length > 1 ? partsOf(found[1] ?? '') : []
}

function examplesOf(text: string): string[] {
  const found = examples.exec(text)
  if (!found) return []
  const list =
    (found[1] ?? '').split(
      /[.;()\u2022]|,? (?:by|in order|so that|to (?!the)|where|who|which|concerning|within|at least|on a)\b/,
    )[0] ?? ''
  const lead = text.slice(Math.max(0, found.index - 60), found.index)
  const parts = partsOf(list).filter((part) => !/^(?:many )?others?$|^etc/i.test(part))
  if (parts.length === 0 || parts.some((part) => part.split(' ').length > 6)) return []
  return gathering.test(list) || (gathering.test(lead) && !/borders?|within/.test(lead)) ? parts : []
}

/** "In collaboration with councils, business leaders and many others to …". */
function workedWith(text: string): string[] {
  const found =
    /\b(?:collaborat\w+|partnership|liais\w+|work\w*(?: closely| together)?|consult\w*|engag\w+|meet\w*|links?|contact) with (.+)/i.exec(
      text,
    )
  const list =
    (found?.[1] ?? '').split(
      /[.;()\u2022]| (?:by|in order|so that|to|where|who|which|concerning|within|at|on|as|and (?:to|be|by|provide|share)|through|when|for|about)\b/,
    )[0] ?? ''
  const parts = /\b(?:any|how|what)\b/.test(list)
    ? []
    : partsOf(list).filter((part) => !/^(?:many )?others?$|^etc/i.test(part))
  return parts.length >= 3 && parts.every((part) => part.split(' ').length <= 5 && !/^[a-z]\w*ing\b/.test(part))
    ? parts
    : []
}

const met = new RegExp(
  `\\b(?:[Mm]eet|[Vv]isit|[Cc]ontact|[Bb]rief|[Cc]all)(?:s|ing)?(?: with)? ((?:[Tt]he )?${name}(?:(?:, and |, | and )(?:the )?${name})+)`,
)

/** "The Inspector will meet the Harbour Master and the Port Authority": names nobody knows, but names. */
function namesMet(text: string): string[] {
  const parts = partsOf(met.exec(text)?.[1] ?? '')
  return parts.length > 1 && parts.every((part) => !/^[a-z]/.test(part)) ? parts : []
}

const knownIn = (text: string): string[] => [...text.matchAll(known)].map((found) => found[0])

/** What comes after "meet with" or "attend" where no name we know stands there. */
function objectOf(text: string): string[] {
  const found =
    /\b(?:(?:meetings?|visits?|contact|walkabouts?|sessions?|talks?|links?|liaison|patrols?|briefings?|surgeries) with|meet(?:s|ing)?(?: up)?(?: with)?|attend(?:ing)?|visit(?:ing)?|contact(?:ing)?(?: with)?|liaise with|brief(?:ing)?|consult(?:ing)?(?: with)?|work(?:ing)?(?: closely)? with|talk(?:ing)? to|speak(?:ing)? (?:to|with)) ((?:the |our |each |every |all |a |an |local )*)([\w' &-]{3,60}?)(?=$|[.,;:()\u2022]| (?:to|in order|so|at|on|and|who|which|by|for|about|as|where|every|each|during|with)\b)/i.exec(
      text.replace(/ and (?=[A-Z])/g, ' & '),
    )
  const object = (found?.[2] ?? '').trim()
  if (
    object === '' ||
    object.split(' ').length > 7 ||
    /^(?:regularly|together|up|them|with|and|in|events?|meetings?|all|us|you|at|each|people)\b/i.test(object) ||
    /\b(?:events?|will|when)$/i.test(object)
  )
    return []
  return [object]
}

const kept = [
  [
    /\b(Devon|Avon|Fire|Safer Schools|Gypsy|Black|Town|Parish|parish|town|health|Health|Roma|Bath|Women|lesbian|Crime) and (?=[A-Z]|parish|town|traveller|social)/g,
    '$1 \u0001 ',
  ],
] as const

function partsOf(list: string): string[] {
  const joined = kept.reduce((text, [pattern, by]) => text.replace(pattern, by), list)
  return joined
    .split(/\s*,\s*(?:and |or )?|\s+(?:and|as well as|plus)\s+|\s*;\s*/)
    .map((part) => tidied(part.replaceAll('\u0001', 'and')))
    .filter((part) => part !== '')
}

const tidied = (party: string) =>
  party
    .replace(/\u2022/g, '')
    .replace(
      /^\s*(?:(?:with|the|our|each|every|all|an?|both|of|other|any|members of|attend|visit|meet|contact|offer|we|support|where|if|as|at|one|this|in|to|for|from|will|through|by)\s+)+/i,
      '',
    )
    .replace(/'s$/, '')
    .replace(/^council$/i, 'councils')
    .replace(/\s+/g, ' ')
    .trim()

/** A name that is part of a longer one, or has been said before, is not another party. */
function withoutParts(parties: readonly string[]): string[] {
  const distinct = parties.filter(
    (party, n) => parties.findIndex((other) => other.toLowerCase() === party.toLowerCase()) === n,
  )
  const named = distinct.some((party) => /[A-Z].* Council$/.test(party))
  return distinct
    .filter((party) => !(named && /^(?:town |city )?councils?$/i.test(party)))
    .filter((party) => !distinct.some((other) => other !== party && saysWithin(other, party)))
}

const saysWithin = (whole: string, part: string) => ` ${whole.toLowerCase()} `.includes(` ${part.toLowerCase()} `)

const partyFor = (who: string) => (party: string) =>
  party !== '' &&
  !who.toLowerCase().includes(party.toLowerCase()) &&
  !/^(?:community|team|NPT)$/i.test(party) &&
  !channels.test(party)
