import { startApp } from './field/app.ts'

if (document.getElementById('field-app')) void startApp()

if ('serviceWorker' in navigator) {
  const registered = await navigator.serviceWorker.register('/field/service-worker.js', { scope: '/field' })
  // An app that stays open for days still hears of a newer one.
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && void registered.update(),
  )
}
