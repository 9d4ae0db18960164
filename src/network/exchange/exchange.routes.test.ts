import assert from 'node:assert/strict'
import test from 'node:test'
import { transaction } from '#platform/database/database.ts'
import { deskOf, formOf, saturday, wordsOf, type Sent } from '../../../test/support/desk.ts'
import { individual, keeperOf } from '../../../test/support/network.ts'
import { rememberErased } from '../care/erased-identity.ts'
import { keepKeyIndividual } from '../keep-key-individual.ts'
import { exchangeRoutes } from './exchange.routes.ts'

const network = '/desk/dorset/west-dorset/network'
const otherwise = {
  speaksFor: 'residents of Bridport',
  organisationKind: 'council',
  lawfulBasis: 'public task',
  purpose: 'keeping in touch',
  'reviewOn-day': '21',
  'reviewOn-month': '11',
  'reviewOn-year': '2027',
}

type Sitting = Awaited<ReturnType<Awaited<ReturnType<typeof deskOf>>['as']>>

/** Brings a file as far as the list of what would come of it. */
async function checked(who: Sitting, text: string, filename = 'people.csv'): Promise<{ at: string; page: Sent }> {
  const at = (await who.upload(`${network}/import`, text, filename)).to ?? ''
  const asked = await who.look(at)
  await who.send(at, { ...formOf(asked.body), ...otherwise })
  return { at, page: await who.look(`${at}/check`) }
}

async function taken(who: Sitting, text: string, own: Readonly<Record<string, string>> = {}, filename?: string) {
  const { at } = await checked(who, text, filename)
  await who.send(`${at}/confirm`, own)
  return wordsOf((await who.look(`${at}/taken`)).body)
}

const file = `Name,Email,Phone,Organisation,Organisation type,Role,Speaks for
Morgan Fictional,morgan@example.org,01305 222222,Bridport Town Council,,Town Clerk,
Robin Fictional,,,,,,traders of Bridport
MORGAN FICTIONAL,,+44 1305 222222,Sherborne Town Council,,councillor,
Robyn Fictionel,robyn@example.org,,Bridport Town Council,,,
,,,Bridport Primary,school,,
Broken Fictional,nowhere@,,,,,
`

test('people and organisations of a file come in with their posts, and the same file again adds nothing', async (t) => {
  const { as, db } = await deskOf(t, exchangeRoutes)
  const sergeant = await as('sergeant')
  const { page } = await checked(sergeant, file)
  assert.match(
    wordsOf(page.body),
    /New people 3 rows Organisations alone 1 row Likely somebody known 0 rows In the network already 0 rows Twice in the file 1 row Erased before 0 rows To put right 1 row/,
  )
  assert.match(wordsOf(page.body), /7 email “nowhere@” is not an e-mail address/)
  assert.match(await taken(sergeant, file), /People 3 people Organisations 3 organisations Posts 3 posts/)
  const held = await db`
    select k.name, o.name as organisation, p.role, p.subject_id is not null as named from post_held h
      join key_individual k on k.id = h.key_individual_id join post p on p.id = h.post_id
      join organisation o on o.id = p.organisation_id order by o.name, p.role`
  assert.deepEqual([...held], [
    { name: 'Morgan Fictional', organisation: 'Bridport Town Council', role: 'clerk', named: true },
    { name: 'Robyn Fictionel', organisation: 'Bridport Town Council', role: 'contact', named: false },
    { name: 'Morgan Fictional', organisation: 'Sherborne Town Council', role: 'councillor', named: false },
  ]) // prettier-ignore
  const kept =
    await db`select s.kind, s.label from relationship r join subject s on s.id = r.subject_id order by s.kind, s.label`
  assert.deepEqual([...kept], [
    { kind: 'council', label: 'Bridport Town Council' },
    { kind: 'council', label: 'Sherborne Town Council' },
    { kind: 'council clerk', label: 'Clerk of Bridport Town Council' },
    { kind: 'key individual', label: 'Key individual: traders of Bridport' },
    { kind: 'school', label: 'Bridport Primary' },
  ]) // prettier-ignore
  const counts =
    () => db`select (select count(*) from key_individual) as people, (select count(*) from organisation) as organisations,
    (select count(*) from post_held) as held, (select count(*) from subject) as subjects, (select count(*) from relationship) as relationships`
  const before = await counts()
  assert.match(await taken(sergeant, file), /People 0 people Organisations 0 organisations Posts 0 posts/)
  assert.deepEqual([...(await counts())], [...before])
  const left = await db`
    select count(r.line)::int as rows, count(i.file)::int as files
    from network_import i left join network_import_row r on r.import_id = i.id where i.taken_at is not null`
  assert.deepEqual([...left], [{ rows: 0, files: 0 }])
  const [{ detail } = { detail: {} }] =
    await db`select detail from audit where verb = 'import network' order by at, id limit 1`
  assert.deepEqual(detail, { people: 3, organisations: 3, posts: 3, 'posts taken already': 0 })
})

test('whoever is likely known is asked about, whoever is certainly known is left, and whoever was erased stays away', async (t) => {
  const { as, db } = await deskOf(t, exchangeRoutes)
  const sergeant = await as('sergeant')
  const keeper = keeperOf(sergeant.id, saturday)
  await transaction(db, (sql) => keepKeyIndividual(sql, individual({ name: 'Zoë Fictional', telephone: '01305 222 222' }, saturday), keeper)) // prettier-ignore
  await transaction(db, (sql) => rememberErased(sql, 'dorset', [{ name: 'Gone Fictional', email: 'gone@example.org', telephone: null }])) // prettier-ignore
  const people = `name,email,telephone,organisation
zoe fictional,,+44 1305 222222,
Zoe Fictional,zoe@example.org,,
Gone Fictional,GONE@example.org,,
Sam Fictional,sam@example.org,,Watch
Samm Fictional,,,Watch
`
  const { at, page } = await checked(sergeant, people)
  assert.match(
    wordsOf(page.body),
    /New people 1 row .*Likely somebody known 2 rows In the network already 1 row Twice in the file 0 rows Erased before 1 row/,
  )
  assert.match(
    wordsOf(page.body),
    /Line 3: Zoe Fictional Like Zoë Fictional Line 6: Samm Fictional , Watch Like Sam Fictional, line 5/,
  )
  await sergeant.send(`${at}/confirm`, { own: '3' })
  const names = await db`select name from key_individual order by name collate "C"`
  assert.deepEqual(names.map(({ name }) => String(name)), ['Sam Fictional', 'Zoe Fictional', 'Zoë Fictional']) // prettier-ignore
})

test('nobody comes in without a lawful basis, a purpose and a day to look at them again', async (t) => {
  const { as } = await deskOf(t, exchangeRoutes)
  const sergeant = await as('sergeant')
  const at = (await sergeant.upload(`${network}/import`, file, 'people.csv')).to ?? ''
  const sent = await sergeant.send(at, formOf((await sergeant.look(at)).body))
  assert.equal(sent.status, 422)
  for (const words of [
    /Choose why the law lets us hold it/,
    /Enter what it is held for/,
    /Enter by when somebody must look/,
  ])
    assert.match(sent.body, words)
  assert.equal((await (await as('sergeant', 'dorset/purbeck')).look(at.replace('west-dorset', 'purbeck'))).status, 404)
  assert.equal((await (await as('pcso')).look(at)).status, 403)
})

test('what goes out can come in again as it was: right-to-left names, formulas and all, and who took it is written down', async (t) => {
  const { as, db } = await deskOf(t, exchangeRoutes)
  const sergeant = await as('sergeant')
  await taken(sergeant, 'name,tel,tags\nمحمد خيالي,+44 1305 222222,market\n"=HYPERLINK(""x"")",,\n')
  const out = await sergeant.send(`${network}/export`, { format: 'csv', kind: 'key individual' })
  assert.equal(
    out.body,
    '\ufeffname,email,telephone,address,languages,reach_by,speaks_for,tags,organisation,organisation_kind,role,ward,place,postcode,website\r\n' +
      '"\'=HYPERLINK(""x"")",,,,,,residents of Bridport,,,,,,,,\r\n' +
      "محمد خيالي,,'+44 1305 222222,,,,residents of Bridport,market,,,,,,,\r\n",
  )
  const again = await checked(sergeant, out.body)
  assert.match(wordsOf(again.page.body), /Nothing to bring in .*In the network already 2 rows/)
  const cards = await sergeant.send(`${network}/export`, { format: 'vcard', tag: 'market' })
  assert.match(
    cards.body,
    /^BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:[0-9a-f-]{36}\r\nFN:محمد خيالي\r\nTEL:\+44 1305 222222\r\nCATEGORIES:market\r\nX-SPEAKS-FOR:residents of Bridport\r\nEND:VCARD\r\n$/,
  )
  const asCards = await checked(sergeant, cards.body, 'people.vcf')
  assert.match(wordsOf(asCards.page.body), /Nothing to bring in .*In the network already 1 row/)
  const audits = await db`select detail from audit where verb = 'export network' order by id`
  assert.deepEqual(audits.map(({ detail }) => detail), [
    { format: 'csv', people: 2, rows: 2, kind: 'key individual', tagged: false },
    { format: 'vcard', people: 1, rows: 1, kind: null, tagged: true },
  ]) // prettier-ignore
})
