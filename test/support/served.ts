import type { TestContext } from 'node:test'
import { openDatabase } from '#platform/database/database.ts'
import { html } from '#platform/html.ts'
import { unbuiltAssetPath } from '#platform/http/assets.ts'
import type { Guard, Route } from '#platform/http/routes.ts'
import { buildServer, type Server, type ServerOptions } from '#platform/http/server.ts'
import type { Visitor } from '#platform/http/visit.ts'
import type { SiteChrome } from '#platform/page.ts'
import { ownLook } from '#platform/look.ts'

// Nothing here asks the database, so the one named here is never connected to.
const db = openDatabase('postgres://nobody@127.0.0.1:1/none')
export const token = 'a'.repeat(43)
const alex: Visitor = { id: '1', name: 'Alex', roles: ['clerk'], forceId: null, teamId: null }
export const signedInOnly: Guard = { name: 'signed in', allows: (visit) => visit.person !== null }
export const nobody: Guard = { name: 'nobody', allows: () => false }

export const site: Omit<SiteChrome, 'signedIn'> = {
  name: 'Site',
  homeHref: '/',
  language: 'en',
  look: ownLook,
  navigation: [],
  notice: null,
  footer: null,
  assetPath: unbuiltAssetPath,
}

/** A server of these routes that asks no database, until the test ends. */
export async function served(
  t: TestContext,
  routes: readonly Route[],
  change: Partial<ServerOptions> = {},
): Promise<Server> {
  const server = await buildServer({
    db,
    routes,
    signedIn: async (given) => (given === token ? alex : null),
    ready: async () => true,
    siteChrome: ({ person, language }) => ({
      ...site,
      language,
      signedIn: person && { name: person.name, signOutPath: '/sign-out' },
    }),
    assets: null,
    secureCookies: false,
    ...change,
  })
  t.after(() => server.stop())
  return server
}

export const hello = () => html`<h1>Hello</h1>`
export const cookie = `frankpledge=${token}`
