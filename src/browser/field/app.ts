import { html } from '#platform/html.ts'
import { contactScreen, type ContactDraft } from './contact.screen.ts'
import { freshenDue, keptDue, type Due } from './due.ts'
import {
  countOf,
  drop,
  forgetLongSent,
  isContact,
  lineOf,
  lines,
  onChange,
  record,
  sendAsOwn,
  type Line as Recording,
} from './queue.ts'
import { contactAgain, contactDraftFor, draftAgain, draftFor, keepLastUsed } from './draft.ts'
import { queueLine, type Line } from './queue-line.ts'
import { queueScreen } from './queue.screen.ts'
import { recordScreen, type Draft } from './record.screen.ts'
import { part, showScreen, type Screen } from './screen.ts'
import { sendQueue, type Sent } from './send-queue.ts'
import { keysOfPerson, rightNow, type Person } from './signed-in.ts'
import { todayScreen } from './today.screen.ts'
import { freshenWeek, keptWeek } from './week.ts'

const halfMinute = 30_000
const soon = 2_000

let lastSent: Sent | null = null

/** Starts the app in its places on the page: screens by the address's hash, and sending whenever there may be signal. */
export async function startApp(): Promise<void> {
  window.addEventListener('hashchange', () => void draw(true))
  onChange((change) => {
    // The worker may have sent while this tab still thought that there was no signal.
    if (change === 'sent') lastSent = 'all sent'
    void redraw()
  })
  window.addEventListener('online', () => void send())
  window.addEventListener('offline', () => {
    lastSent = 'no signal'
    void redraw()
  })
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void send())
  setInterval(() => void send(), halfMinute)
  await draw(true)
  await forgetLongSent()
  await send()
}

let isSending = false
let isAskedAgain = false

/** Sends what waits; asked while a round is under way, which may have begun without signal, it sends once more after it. */
async function send(): Promise<void> {
  isAskedAgain = true
  if (isSending) return
  isSending = true
  while (isAskedAgain) {
    isAskedAgain = false
    await sendOnce().catch(() => undefined)
  }
  isSending = false
}

/** Sends what waits and freshens the calendar; without anything waiting it only asks who is signed in. */
async function sendOnce(): Promise<void> {
  const sent = await sendQueue()
  // Another tab or the worker sends: how that ended is theirs to say, so we ask again when it should be over.
  if (sent === 'somebody else sends') setTimeout(() => void send(), soon)
  else lastSent = sent
  const own = await keysOfPerson()
  if (own !== null && sent === 'all sent') await freshen(own)
  await redraw()
}

/** The calendar and whom to call, of the person's team or of the one they chose. */
async function freshen(own: Own, team?: string): Promise<void> {
  await freshenWeek(own.person, team)
  await freshenDue(own, (await keptWeek(own.person))?.team?.id ?? '')
}

/** A form that somebody is filling in is never drawn again under their thumb. */
async function redraw(): Promise<void> {
  if (document.querySelector('#screen form')) await drawLine()
  else await draw(false)
}

type Own = NonNullable<Awaited<ReturnType<typeof keysOfPerson>>>

let drawing = 0

async function draw(isNew: boolean): Promise<void> {
  const mine = ++drawing
  const asked = location.hash
  const screen = await screenOf(asked)
  if (mine !== drawing || asked !== location.hash) return
  showScreen(part(document, '#screen'), screen, isNew)
  await drawLine()
}

async function drawLine(): Promise<void> {
  const line: Line = {
    person: (await keysOfPerson())?.person.name ?? null,
    waiting: await countOf('waiting'),
    needing: await countOf('needs you'),
    signedOut: lastSent === 'signed out',
    hasSignal: lastSent !== 'no signal',
  }
  part(document, '#queue-line').innerHTML = queueLine(line).text
}

async function screenOf(hash: string): Promise<Screen> {
  const own = await keysOfPerson()
  if (own === null) return nobodyYet()
  const [name = '', id = ''] = hash.slice(1).split('/')
  if (name === 'queue') return queueScreen({ ...(await lines()), drop: (one) => void drop(one), sendAsOwn: sendOwn })
  if (name === 'record') return formOf(own.person, await draftFor(own, id))
  if (name === 'contact') return contactOf(own, contactDraftFor(await keptDue(own), id))
  const line = name === 'again' ? await lineOf(id) : null
  if (line?.recorded && isContact(line.recorded))
    return contactOf(own, contactAgain(line.kept.id, line.recorded, line.said))
  if (line?.recorded) return formOf(own.person, draftAgain(line.kept.id, line.recorded, line.said))
  return today(own)
}

const sendOwn = (id: string): void => void sendAsOwn(id).then(send)

async function today(own: Own): Promise<Screen> {
  const { person } = own
  const recorded = (await lines()).own
  const due = await keptDue(own)
  return todayScreen({
    person,
    week: await keptWeek(person),
    now: await rightNow(),
    due,
    inTouch: inTouchSince(recorded, due),
    states: new Map(recorded.map(({ kept }) => [kept.id, kept.state])),
    chooseTeam: (team) => void freshen(own, team).then(redraw),
  })
}

/** Whoever was called drops from the list at once; what was turned down brings them back. */
function inTouchSince(recorded: readonly Recording[], due: Due | 'sealed' | null): ReadonlySet<string> {
  const askedAt = due === null || due === 'sealed' ? 0 : due.askedAt
  const since = recorded.filter(
    ({ kept }) => kept.state === 'waiting' || (kept.state === 'sent' && kept.madeAt >= askedAt),
  )
  return new Set(
    since.map((one) => String((one.recorded && isContact(one.recorded) && one.recorded.fields['with']) || '')),
  )
}

async function contactOf(own: Own, draft: ContactDraft): Promise<Screen> {
  return contactScreen({
    draft,
    due: await keptDue(own),
    async save({ id, team, fields, whom }) {
      await record(id, { team, fields, whom }, null)
      await askForBackgroundSending()
      location.hash = '#queue'
      void send()
    },
  })
}

async function formOf(person: Person, draft: Draft): Promise<Screen> {
  return recordScreen({
    draft,
    week: await keptWeek(person),
    notThisPlan: () => (location.hash = '#record/new'),
    async save({ id, team, fields, photo }) {
      await record(id, { team, fields }, photo)
      await keepLastUsed(fields)
      await askForBackgroundSending()
      location.hash = '#queue'
      void send()
    },
  })
}

/** Where the browser can, it sends the queue even after the app is closed. */
async function askForBackgroundSending(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration('/field')
  const sync: { register: (tag: string) => Promise<void> } | undefined =
    registration && Reflect.get(registration, 'sync')
  await sync?.register('send').catch(() => undefined)
}

/** A phone on which nobody ever signed in has no key to seal with, so it records nothing yet. */
function nobodyYet(): Screen {
  const body = html`<h1 class="govuk-heading-l">Sign in once</h1>
<p class="govuk-body">Sign in while you have signal. From then on this phone records engagements with or without it.</p>
<a class="govuk-button field-big" role="button" draggable="false" href="/sign-in?then=%2Ffield">Sign in</a>`
  return { title: 'Sign in once', body }
}
