import assert from 'node:assert/strict'
import test from 'node:test'
import { beginSession } from '#people/session.ts'
import { demonstrationDatabase } from '../../test/support/demonstration.ts'
import { deskOf, saturday } from '../../test/support/desk.ts'
import { panel, score } from '../../test/support/panel.ts'
import { wordRead } from '../../test/support/read-documents.ts'
import type { Document } from './document.ts'
import { documentRoutes } from './documents.routes.ts'

const year = '/dorset/west-dorset/contract/2019'

const wordsOf = ({ blocks }: Document): string[] =>
  blocks.flatMap((block) => (block.block === 'heading' ? [block.words.map(({ words }) => words).join('')] : []))

test('the self evaluation and the letter are given to programs as they are told to people', async (t) => {
  const { server } = await deskOf(t, documentRoutes, await demonstrationDatabase(t, saturday))
  for (const name of ['self-evaluation', 'rating']) {
    const { headers, body } = await server.inject(`${year}/${name}.json`)
    assert.match(String(headers['content-type']), /^application\/json/)
    const told: Document = JSON.parse(body)
    const word = await wordRead((await server.inject(`${year}/${name}.docx`)).rawPayload)
    assert.deepEqual(
      wordsOf(told),
      word.headings.map(([, words]) => words),
    )
    assert.deepEqual(
      [told.title, told.language, /^2020-\d\d-\d\d$/.test(told.asAt)],
      [word.headings[0]?.[1], 'en', true],
    )
  }
})

test('the pack of a panel as JSON is for its members without a conflict, and holds no score', async (t) => {
  const { db, chair, second, third, open, one, west, standard } = await panel(t)
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  await second.send(standard, score)
  await third.send(`${west}/conflict`, { why: 'My sister leads it' })
  const { server } = await deskOf(t, documentRoutes, db)
  const asMember = async (id: string) => {
    const cookie = `frankpledge=${await beginSession(db, id, saturday, null)}`
    return server.inject({ url: `${west}/pack.json`, headers: { cookie } })
  }
  const own = await asMember(second.id)
  assert.match(wordsOf(own.json()).join('\n'), /D-2 Face to face\nWhat the panel asks\nWhere it stands/)
  assert.doesNotMatch(own.body, /Zanzibar|Quagga/)
  assert.equal((await asMember(third.id)).statusCode, 403)
})
