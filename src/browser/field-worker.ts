import { clientsClaim } from 'workbox-core'
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { sendQueue } from './field/send-queue.ts'

type Worker = {
  readonly kept: { url: string; revision: string | null }[]
  readonly skipWaiting: () => Promise<void>
  readonly addEventListener: (name: 'sync', listen: (event: SyncEvent) => void) => void
}
type SyncEvent = { readonly tag: string; readonly waitUntil: (work: Promise<unknown>) => void }
declare const self: Worker

// The app keeps its queue in the phone's database and loads nothing late, so a newer worker may take over at once.
void self.skipWaiting()
clientsClaim()

precacheAndRoute(self.kept)
cleanupOutdatedCaches()
registerRoute(new NavigationRoute(createHandlerBoundToURL('/field'), { allowlist: [/^\/field\/?(\?|$)/] }))

/** Signal came back after the app was closed. */
self.addEventListener('sync', (event) => {
  if (event.tag === 'send') event.waitUntil(sendQueue())
})
