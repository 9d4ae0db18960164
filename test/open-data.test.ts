import assert from 'node:assert/strict'
import test from 'node:test'
import { z } from 'zod'
import { answerShapes } from '#open-data/openapi.ts'
import { demonstrationSite } from './support/site.ts'

const standing = '/api/v1/forces/dorset/teams/west-dorset/contracts/2019/standing'

test('anybody can take the same figures as JSON, each as the description says', async (t) => {
  const { url } = await demonstrationSite(t)
  const get = async (path: string, status = 200): Promise<unknown> => {
    const answer = await fetch(url + path)
    assert.deepEqual(
      [answer.status, answer.headers.get('content-type')],
      [status, `application/${status === 200 ? '' : 'problem+'}json; charset=utf-8`],
      path,
    )
    return answer.json()
  }
  const strictly = (shape: z.ZodType) => (shape instanceof z.ZodObject ? shape.strict() : shape)

  const forces = z.array(strictly(answerShapes.Force)).parse(await get('/api/v1/forces'))
  assert.deepEqual(forces, [
    { id: 'devon-and-cornwall', name: 'Devon & Cornwall Police', timeZone: 'Europe/London' },
    { id: 'dorset', name: 'Dorset Police', timeZone: 'Europe/London' },
  ])
  const teams = z.array(answerShapes.Team).parse(await get('/api/v1/forces/dorset/teams'))
  assert.equal(teams.flatMap(({ neighbourhoods }) => neighbourhoods).length, 21)
  const west = teams.find(({ id }) => id === 'west-dorset')
  assert.deepEqual(
    west?.neighbourhoods.map(({ id }) => id),
    ['55.DT3001', '55.DF3001', '55.DF3002'],
  )
  const contract = answerShapes.Contract.parse(await get('/api/v1/forces/dorset/teams/west-dorset/contracts/2019'))
  assert.equal(contract.commitments.length, 53)
  for (const id of ['dorset-2019', 'devon-and-cornwall-2017'])
    answerShapes.Framework.parse(await get(`/api/v1/frameworks/${id}`))

  const shown = answerShapes.Standing.parse(await get(`${standing}?as_at=2020-01-01`))
  const promised = shown.standards.flatMap(({ commitments }) => commitments)
  const t1 = promised.find(({ ref }) => ref === 'T1')
  assert.deepEqual([t1?.standing, t1?.value, t1?.target, t1?.denominator], ['kept', 8204, 8200, 7462])
  assert.equal(promised.find(({ ref }) => ref === 'T2')?.standing, 'missed')
  assert.equal(promised.find(({ ref }) => ref === 'R35')?.obligations.length, 4)
  assert.equal(promised.find(({ ref }) => ref === 'R20')?.obligations.length, 5)
  assert.equal(shown.asAt, '2020-01-01')

  for (const [path, status] of [
    ['/api/v1/forces/atlantis/teams', 404],
    ['/api/v1/forces/dorset/teams/atlantis/contracts/2019', 404],
    ['/api/v1/forces/dorset/teams/west-dorset/contracts/1066', 404],
    ['/api/v1/forces/dorset/teams/west-dorset/contracts/%00', 404],
    [`${standing}?as_at=2019-02-30`, 400],
    [`${standing}?as_at=yesterday`, 400],
    ['/api/v1/frameworks/none', 404],
  ] as const) {
    const { error } = answerShapes.Problem.parse(await get(path, status))
    assert.equal(error.status, status)
  }
})

test('the description is OpenAPI 3.1 and names every address there is', async (t) => {
  const { url, server } = await demonstrationSite(t)
  const described = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as { openapi: string; paths: object }
  assert.equal(described.openapi, '3.1.0')
  const served = server.routesTable.filter(({ path }) => path.startsWith('/api/v1/') && !path.endsWith('openapi.json'))
  const asDescribed = served.map(({ path }) => path.replace('/api/v1', '').replaceAll(/:(\w+)/g, '{$1}'))
  assert.deepEqual(Object.keys(described.paths).sort(), asDescribed.sort())
})
