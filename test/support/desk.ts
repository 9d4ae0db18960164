import { randomUUID } from 'node:crypto'
import type { TestContext } from 'node:test'
import { insertPerson } from '#people/people.sql.ts'
import type { Role } from '#people/person.ts'
import { beginSession, personOfToken } from '#people/session.ts'
import type { Database } from '#platform/database/database.ts'
import { unbuiltAssetPath } from '#platform/http/assets.ts'
import type { Route } from '#platform/http/routes.ts'
import { buildServer } from '#platform/http/server.ts'
import { ownLook } from '#platform/look.ts'
import { testDatabase } from './database.ts'

/** A Saturday in November, in office hours. */
export const saturday = new Date('2026-11-21T14:00:00Z')

export type Sent = { readonly status: number; readonly to: string | undefined; readonly body: string }

/** A desk of one force with the teams West Dorset and Purbeck: its database, and somebody of each role to sit at it. */
export async function deskOf(t: TestContext, routes: readonly Route[], database?: Database) {
  const db = database ?? (await deskDatabase(t))
  const server = await buildServer({
    db,
    routes,
    signedIn: (token, now) => personOfToken(db, token, now),
    ready: async () => true,
    siteChrome: ({ person }) => ({
      name: 'Frankpledge',
      homeHref: '/',
      language: 'en',
      look: ownLook,
      navigation: [],
      signedIn: person && { name: person.name, signOutPath: '/sign-out' },
      notice: null,
      footer: null,
      assetPath: unbuiltAssetPath,
    }),
    assets: null,
    secureCookies: false,
    rateLimits: false,
    clock: () => saturday,
  })
  t.after(() => server.stop())
  return { db, server, as: (role: Role, teamId: string | null = ownTeam(role)) => sitDown(db, server, role, teamId) }
}

const ownTeam = (role: Role) => (['pcso', 'sergeant', 'volunteer'].includes(role) ? 'dorset/west-dorset' : null)

async function deskDatabase(t: TestContext): Promise<Database> {
  const db = await testDatabase(t)
  await db`insert into force (id, name) values ('dorset', 'Dorset Police')`
  await db`
    insert into team (id, force_id, slug, name) values
      ('dorset/west-dorset', 'dorset', 'west-dorset', 'West Dorset'), ('dorset/purbeck', 'dorset', 'purbeck', 'Purbeck')`
  return db
}

/** Somebody of a role at the desk: what they look at and what they send. */
async function sitDown(
  db: Database,
  server: Awaited<ReturnType<typeof buildServer>>,
  role: Role,
  teamId: string | null,
) {
  const forceId = role === 'administrator' ? null : 'dorset'
  const person = {
    name: `The ${role}`,
    role,
    forceId,
    teamId,
    email: `${randomUUID()}@example.org`,
    fictional: true,
    passwordHash: null,
  }
  const id = (await insertPerson(db, person, saturday)) ?? ''
  const cookie = `frankpledge=${await beginSession(db, id, saturday, null)}`
  const sent = async (url: string, type: string, payload: string | Buffer): Promise<Sent> => {
    const answer = await server.inject({ method: 'POST', url, headers: { cookie, 'content-type': type }, payload })
    return { status: answer.statusCode, to: answer.headers.location, body: answer.body }
  }
  return {
    id,
    async look(url: string): Promise<Sent> {
      const answer = await server.inject({ url, headers: { cookie } })
      return { status: answer.statusCode, to: answer.headers.location, body: answer.body }
    },
    send: (url: string, fields: Readonly<Record<string, string>> | URLSearchParams) =>
      sent(url, 'application/x-www-form-urlencoded', new URLSearchParams(fields).toString()),
    upload: (url: string, bytes: Buffer | string, filename: string, fields: Readonly<Record<string, string>> = {}) =>
      sent(url, 'multipart/form-data; boundary=sheaf', parts(bytes, filename, fields)),
  }
}

function parts(bytes: Buffer | string, filename: string, fields: Readonly<Record<string, string>>): Buffer {
  const named = Object.entries(fields).map(
    ([name, value]) => `--sheaf\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = `${named.join('')}--sheaf\r\ncontent-disposition: form-data; name="file"; filename="${filename}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from('\r\n--sheaf--\r\n')])
}

/** The words of a page without its markup. */
export const wordsOf = (body: string): string =>
  body
    .replace(/<script[^>]*>|<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** The value of a hidden field of a page's form. */
export const hidden = (body: string, name: string): string =>
  new RegExp(`type="hidden" name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''

/** All that a page's form would send if its button were pressed, as a browser would read it from the markup. */
export function formOf(body: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [tag] of body.matchAll(/<input\b[^>]*>/g)) {
    const kind = attribute(tag, 'type')
    const isChosen = !['checkbox', 'radio'].includes(kind) || / checked/.test(tag)
    if (isChosen && kind !== 'file') fields[attribute(tag, 'name')] = attribute(tag, 'value')
  }
  for (const [, tag = '', text = ''] of body.matchAll(/(<textarea\b[^>]*>)([^<]*)<\/textarea>/g))
    fields[attribute(tag, 'name')] = plain(text)
  for (const [, tag = '', options = ''] of body.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)) {
    const chosen = /<option\b[^>]* selected[^>]*>/.exec(options) ?? /<option\b[^>]*>/.exec(options)
    fields[attribute(tag, 'name')] = attribute(chosen?.[0] ?? '', 'value')
  }
  return fields
}

const attribute = (tag: string, name: string) => plain(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

const plain = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
