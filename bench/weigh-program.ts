import { fileURLToPath } from 'node:url'
import { openDatabase } from '#platform/database/database.ts'
import { readAssets } from '#platform/http/assets.ts'
import { buildServer } from '#platform/http/server.ts'
import { ownLook } from '#platform/look.ts'
import { routesOf } from '../src/app.ts'
import { siteChromeOf } from '../src/site.ts'
import { tellWeight } from './tell-weight.ts'

// Every route and page of the program, on a database that is never asked.
const assets = readAssets(fileURLToPath(new URL('../build/assets', import.meta.url)))
const server = await buildServer({
  db: openDatabase('postgres://nobody@127.0.0.1:1/none'),
  routes: routesOf({ demonstration: true }),
  signedIn: async () => null,
  ready: async () => true,
  siteChrome: siteChromeOf({ demonstration: true, assetPath: assets.assetPath, lookOf: () => ownLook }),
  assets,
  secureCookies: false,
})
await server.listen({ port: 0, host: '127.0.0.1' })
await tellWeight()
