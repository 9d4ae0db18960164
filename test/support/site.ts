import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { readConfig } from '../../src/config.ts'
import { serveSite, type Running } from '../../src/serve.ts'
import { demonstrationUrl } from './demonstration.ts'

export const root = join(import.meta.dirname, '..', '..')

/** The whole site on the demonstration, served at an address of its own until the test ends. */
export async function demonstrationSite(
  t: TestContext,
  settings: Readonly<Record<string, string>> = {},
): Promise<Running & { url: string; databaseUrl: string }> {
  const databaseUrl = await demonstrationUrl()
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', RATE_LIMITS: 'off', ...settings }, root)
  const running = await serveSite(config, databaseUrl, root)
  t.after(running.stop)
  return { ...running, url: running.address, databaseUrl }
}
