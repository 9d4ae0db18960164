import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser, type BrowserContext } from 'playwright-core'

const own = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path))

/** Starts a real browser: the machine's own Chromium, or the one npm brought. */
export const launchChromium = async (): Promise<Browser> => chromium.launch(await settings())

/** Starts a real browser that keeps what it holds in a folder, as a phone does when it is switched off. */
export const launchKept = async (folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, { ...(await settings()), viewport: { width: 320, height: 640 } })

const settings = async () => ({
  executablePath: await chromiumPath(),
  headless: true,
  args: own ? ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'] : sparticuz.args,
})

/** Where the browser is. */
export const chromiumPath = async (): Promise<string> => own ?? sparticuz.executablePath()

/** Unpacks the browser that npm brought, where it is needed: two test files doing so at once would spoil it. */
export async function unpackChromium(): Promise<void> {
  if (!own) await sparticuz.executablePath()
}
