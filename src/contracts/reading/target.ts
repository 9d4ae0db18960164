import type { Day } from '#platform/day.ts'
import { deadlineIn } from './day-words.ts'
import { numberOf, numberWords } from './sentences.ts'

/** A figure that a promise means to reach. */
export type PromisedTarget = {
  readonly value: number
  /** `%`, or what is counted: `likes`, `followers`, `surgeries`. */
  readonly unit: string
  /** Where it stood when the promise was made. */
  readonly baseline: number | null
  readonly by: Day | null
}

const N = `(${numberWords})`
const grows = String.raw`(?:increas|grow|rais|uplift|boost|improv|rise|rising|more\b|expand|widen|up\b|gain|add)`
const shrinks = String.raw`(?:reduc|decreas|cut|lower|fewer|fall|drop)`
/** What a community counts online or on a list: only these grow to a figure. */
const followings =
  /\b(likes?|liked|followers?|following|subscribers?|subscriptions?|members?|sign-?ups?|signed|registr\w+|registered|users|friends|views|people|residents|households|volunteers?|watches|schemes)\b/i

/**
 * The figure a text promises to reach, or null. `section` is all that the team says under the same heading,
 * where it often says where it stands today; `from` is the day the contract was completed.
 */
export function targetIn(text: string, section: string, from: Day | null): PromisedTarget | null {
  const by = deadlineIn(text, from)
  const around = ofSamePlatform(text, section)
  return (
    fromTo(text, by) ??
    percent(text, around, by) ??
    upTo(text, around, by) ??
    moreBy(text, around, by) ??
    howMany(text, by) ??
    times(text)
  )
}

const platforms = /\b(?:facebook|instagram|twitter|nextdoor|tiktok|youtube|whatsapp|threads|linkedin)\b/gi

/** What is said of Facebook tells nothing of where Instagram stands. */
function ofSamePlatform(text: string, section: string): string {
  const named = new Set((text.match(platforms) ?? []).map((word) => word.toLowerCase()))
  if (named.size === 0) return section
  return section
    .split(/(?<=[.!?])\s+/)
    .filter((sentence) => {
      const others = (sentence.match(platforms) ?? []).map((word) => word.toLowerCase())
      return others.length === 0 || others.some((word) => named.has(word))
    })
    .join(' ')
}

/** "We will grow this to 14,000": what *this* is was said just before. */
function meantBefore(text: string, around: string): string {
  const at = /\b(?:this|that|these|it|them)\b/i.test(text) ? around.indexOf(text.slice(0, 30)) : -1
  const said = at < 0 ? [] : [...around.slice(0, at).matchAll(new RegExp(followings, 'gi'))]
  return said.at(-1)?.[0].toLowerCase() ?? ''
}

function fromTo(text: string, by: Day | null): PromisedTarget | null {
  const found = new RegExp(
    `\\bfrom (?:the )?(?:current |a |its |our |about |around |some )*${N}(%| per ?cent)?( [a-z' -]{1,40}?)? to (?:at least |over |around |about |some |more than )*${N}(%| per ?cent)?(.{0,60})`,
    'i',
  ).exec(text)
  if (!found || /\d{1,2}(?:am|pm|:\d\d)/.test(found[0])) return null
  const [, low = '', , between = '', high = '', isPercent, rest = ''] = found
  if (/\b(?:months?|weeks?|days?|hours?)\b/.test(between + rest.slice(0, 8))) return null
  const noun = counted(rest) || counted(between) || followings.exec(text)?.[1]?.toLowerCase() || ''
  const unit = isPercent ? '%' : noun
  return unit === '' ? null : { value: numberOf(high), unit, baseline: numberOf(low), by }
}

function percent(text: string, around: string, by: Day | null): PromisedTarget | null {
  const found = new RegExp(`\\b${N} ?(?:%|per ?cent\\b)`, 'i').exec(text)
  if (!found) return null
  const value = numberOf(found[1] ?? '')
  const rising = new RegExp(grows, 'i').test(text)
  const falling = !rising && new RegExp(`\\b${shrinks}`, 'i').test(text)
  const units = rising || falling ? [...text.matchAll(new RegExp(followings, 'gi'))].map((word) => word[0]) : []
  const baseline =
    units.map((unit) => standsAt(`${text} ${around}`, unit, value)).find((stood) => stood !== null) ?? null
  return { value: falling ? -value : value, unit: '%', baseline, by }
}

function upTo(text: string, around: string, by: Day | null): PromisedTarget | null {
  const reach = String.raw`(?:reach|attain|achieve|attract|gain|recruit|exceed|get|register|sign up|grow(?:ing)?(?: .{0,60}?)? to|increas\w+(?: .{0,60}?)? to|rais\w+(?: .{0,60}?)? to|tak\w+(?: .{0,40}?)? to|up to)`
  const found = new RegExp(
    `\\b${reach}\\b(?: a total of| at least| over| more than| a minimum of| around| about| some| another)* ${N}\\b(.{0,60})`,
    'i',
  ).exec(text)
  if (!found) return null
  const unit = counted(found[2] ?? '') || followings.exec(text)?.[1]?.toLowerCase() || meantBefore(text, around)
  if (unit === '' || isTime(unit)) return null
  const value = numberOf(found[1] ?? '')
  return { value, unit, baseline: standsAt(`${text} ${around}`, unit, value), by }
}

/** "Increase our followers by 500": so many more than today. */
function moreBy(text: string, around: string, by: Day | null): PromisedTarget | null {
  const found = new RegExp(
    `\\b${grows}\\w*\\b.{0,60}?\\bby (?:at least |another |around |a further )*${N}\\b(?! ?%| per ?cent| [a-z]+ 20\\d\\d|[/.-])(.{0,60})`,
    'i',
  ).exec(text)
  const unit = counted(found?.[2] ?? '') || followings.exec(text)?.[1]?.toLowerCase() || ''
  const more = numberOf(found?.[1] ?? '')
  if (
    !found ||
    unit === '' ||
    isTime(unit) ||
    /^(?:january|february|march|april|may|june|july|august|september|october|november|december)/.test(unit)
  )
    return null
  const baseline = standsAt(`${text} ${around}`, unit, more)
  return baseline === null
    ? { value: more, unit: `more ${unit}`, baseline, by }
    : { value: baseline + more, unit, baseline, by }
}

/** "At least four events a year", "twelve street surgeries": a number of things to do. */
function howMany(text: string, by: Day | null): PromisedTarget | null {
  const paced = new RegExp(
    `\\b${N} ((?:[a-z-]+ ){1,5}?(?:per|each|every|a) (?:week|month|quarter|year|annum)\\b)`,
    'i',
  ).exec(text)
  const found =
    paced ??
    new RegExp(
      `(?:^|\\b(?:at least|minimum of|no fewer than|not less than|hold|host|run|deliver|attend|carry out|organise|provide|issue|publish|send|visit|complete|conduct|arrange|give|offer|post|undertake|with)\\b)(?: at least| a minimum of| no fewer than)* ?${N} (.{3,60})`,
      'i',
    ).exec(text)
  const value = numberOf(found?.[1] ?? '')
  const unit = counted(` ${found?.[2] ?? ''}`)
  if (!found || !(value > 1) || unit === '' || isTime(unit)) return null
  return { value, unit, baseline: null, by }
}

/** "Three times a week" parts no calendar evenly, so the number is what is promised. */
function times(text: string): PromisedTarget | null {
  const found = new RegExp(`\\b(?:${N} times|(twice)) (?:a|per|each|every) (?:week|month|quarter)\\b`, 'i').exec(text)
  const value = found?.[2] ? 2 : numberOf(found?.[1] ?? '')
  const isParted = /twice .*(?:month)$|(?:four|4) times .*month$|(?:three|3) times .*quarter$/i.test(found?.[0] ?? '')
  return found && value > 1 && !isParted ? { value, unit: 'times', baseline: null, by: null } : null
}

const isTime = (unit: string) =>
  /^(?:of|times?|hours?|minutes?|days?|weeks?|months?|years?|calendar|working)\b/.test(unit)

/** The noun that a number counts, from the words behind it. */
function counted(rest: string): string {
  const plain = rest.replace(/["']/g, '').trim().toLowerCase()
  if (/^(?:across|on|by|in|over|for|to|at|with|who|from|and|during|of|within|before|until|when|or)\b/.test(plain))
    return ''
  const noun =
    /^(.+?)(?=$|[.,;:()!]| (?:across|on|by|in|over|for|to|at|with|who|which|that|this|each|every|per|a|an|from|and|during|of|through|throughout|within|before|around|between|where|using|via|until|we|when|or)\b)/.exec(
      plain,
    )
  const words = (noun?.[1] ?? '').split(' ').filter((word) => word !== '')
  return words.length > 0 && words.length <= 5 ? words.join(' ') : ''
}

/** Where a count stands today: "we have 7,462 people who like our pages"; the figure aimed at is not where it stands. */
function standsAt(text: string, unit: string, aim: number): number | null {
  const noun = unit.split(' ').at(-1) ?? unit
  const stem = noun.replace(/(?:ing|ers?|ed|es|s)$/, '').slice(0, 8)
  const number = String.raw`(\d{1,3}(?:,\d{3})+|\d{2,})`
  const state = String.raw`\b(?:have|has|had|having|total(?:ling)? of|currently|now|stands? at|stood at|there (?:are|were)|today|at present|followed by|liked by|presently|from)\b`
  const pattern = new RegExp(
    `${state}[^.]{0,60}?${number}[^.]{0,40}?${stem}|${stem}[^.]{0,60}?${state}[^.\\d]{0,30}${number}`,
    'gi',
  )
  const values = [...text.matchAll(pattern)].map((found) => numberOf(found[1] ?? found[2] ?? ''))
  return values.find((value) => value !== aim) ?? null
}
