import assert from 'node:assert/strict'
import test from 'node:test'
import { openDatabase } from '#platform/database/database.ts'
import { demonstrationSite } from './support/site.ts'

test('when evidence arrives a job has the standings ready before anybody asks', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  const database = openDatabase(databaseUrl, { connections: 1 })
  t.after(() => database.end())
  const signedIn = await fetch(`${url}/sign-in/demonstration`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ person: 'pcso' }),
  })
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  const told = { title: 'Market', method: 'community event', place: 'Bridport', heldOn: yesterday, footfall: 'none' }
  const recorded = await fetch(`${url}/desk/dorset/west-dorset/engagements/new`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie },
    body: new URLSearchParams(told),
  })
  assert.equal(recorded.status, 303)
  const behind = async (): Promise<number> => {
    const [row] = await database<{ behind: number }[]>`
      select count(*)::int as behind from chain c join contract k on k.team_id = c.id and current_date between k.starts_on and k.ends_on
      left join standing_basis b on b.contract_id = k.id and b.team_length = c.length where c.id = 'dorset/west-dorset' and b.contract_id is null`
    return row?.behind ?? -1
  }
  for (let tries = 0; tries < 200 && (await behind()) > 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  assert.equal(await behind(), 0)
})
