import assert from 'node:assert/strict'
import test from 'node:test'
import { html, nothing } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'

const site: SiteChrome = {
  name: 'Town & County',
  homeHref: '/',
  language: 'en',
  look: { colour: '#14315f', stylesheet: '/look/dorset/1.css', crest: null },
  navigation: [
    { words: 'Home', href: '/', current: true },
    { words: 'Help', href: '/help' },
  ],
  signedIn: null,
  notice: null,
  footer: null,
  assetPath: (name) => `/assets/${name}`,
}

test('a page is titled by what it is, then whose it is', () => {
  const markup = page({ title: 'Who <we> are', body: html`<h1>We</h1>`, site }).text
  assert.match(markup, /<title>Who &lt;we&gt; are – Town &amp; County<\/title>/)
  assert.match(markup, /<html lang="en" class="govuk-template">/)
  assert.match(markup, /<main class="govuk-main-wrapper" id="main-content">\s*<h1>We<\/h1>/)
})

test('no page carries a script or a style of its own', () => {
  const markup = page({ title: 'A', body: nothing, site, assets: ['map.js', 'map.css'] }).text
  assert.deepEqual(markup.match(/<script(?![^>]* src=)[^>]*>/g), null)
  assert.deepEqual(markup.match(/<style|\sstyle=|\son[a-z]+=/g), null)
  assert.match(markup, /<script type="module" src="\/assets\/map.js">/)
  assert.match(markup, /<link rel="stylesheet" href="\/assets\/map\.css" \/>/)
})

test('what is told to machines is data in which nobody’s words can end it, and pages that are not for everybody tell none', () => {
  const told = {
    title: '</script><script>alert(1)</script>',
    body: nothing,
    trail: [{ words: 'Home', href: '/' }],
    about: { '@type': 'Organization', name: '<!--<script>' },
  }
  const markup = page({ ...told, site: { ...site, address: 'https://example.org/a', baseUrl: 'https://example.org' } })
  const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(markup.text) ?? []
  assert.equal(markup.text.match(/<script/g)?.length, 2)
  assert.deepEqual(JSON.parse(data), {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'Organization', name: '<!--<script>' },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: 'Home', item: 'https://example.org/' },
          { '@type': 'ListItem', position: 2, name: told.title },
        ],
      },
    ],
  })
  assert.doesNotMatch(page({ ...told, site }).text, /ld\+json/)
})

test('a form with mistakes says so first, in the language of the page', () => {
  assert.match(page({ title: 'A', body: nothing, site, mistaken: true }).text, /<title>Error: A – /)
  const welsh = page({ title: 'A', body: nothing, site: { ...site, language: 'cy' }, mistaken: true }).text
  assert.match(welsh, /<html lang="cy"/)
  assert.match(welsh, /<title>Gwall: A – /)
})

test('who is signed in can sign out by a form', () => {
  const markup = page({
    title: 'A',
    body: nothing,
    site: { ...site, signedIn: { name: 'Alex <b>', signOutPath: '/sign-out' } },
  })
  assert.match(
    markup.text,
    /<form class="site-header__person" method="post" action="\/sign-out">\s*<span>Alex &lt;b&gt;<\/span>/,
  )
})

test('a page of eighty promises is written in less than a millisecond', () => {
  const promises = Array.from({ length: 80 }, (_, index) => ({
    words: `We will meet clerk ${index} & council`,
    standing: 'kept',
  }))
  const write = () =>
    page({
      title: 'A',
      site,
      body: html`<ol>
        ${promises.map(
          (one) =>
            html`<li>
              <p>${one.words}</p>
              <strong class="mark mark--${one.standing}">Kept</strong>
            </li>`,
        )}
      </ol>`,
    })
  const took = Array.from({ length: 500 }, () => {
    const began = performance.now()
    write()
    return performance.now() - began
  })
  assert.ok(Math.min(...took) < 1)
})
