import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

const own = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path))

/** Starts a real browser: the machine's own Chromium, or the one npm brought. */
export const launchChromium = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: own ?? (await sparticuz.executablePath()),
    headless: true,
    args: own ? ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'] : sparticuz.args,
  })

/** Unpacks the browser that npm brought, where it is needed: two test files doing so at once would spoil it. */
export async function unpackChromium(): Promise<void> {
  if (!own) await sparticuz.executablePath()
}
