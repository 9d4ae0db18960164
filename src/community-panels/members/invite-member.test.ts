import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { communityPanel, linkIn } from '../../../test/support/community.ts'

test('somebody who reads Welsh is invited in Welsh where the force offers it, and their next link too leads to Welsh pages', async (t) => {
  const { db, convener, one } = await communityPanel(t)
  const english = (await convener.look(one)).body
  assert.doesNotMatch(english, /In which language do they read\?/)
  await db`insert into force_appearance (force_id, languages, changed_at) values ('dorset', '{en,cy}', now())`
  assert.match((await convener.look(one)).body, /In which language do they read\?[^]*<span lang="cy">Cymraeg<\/span>/)
  const member = { id: randomUUID(), linkId: randomUUID(), label: 'Ada', email: 'ada@example.org', language: 'cy' }
  assert.equal((await convener.send(`${one}/members`, { ...member, language: 'fr' })).status, 422)
  await convener.send(`${one}/members`, member)
  const [mail] = await db<{ subject: string; text: string }[]>`select subject, body_text as text from mail`
  assert.equal(mail?.subject, 'Eich lle ar y panel cymunedol, 21 Tachwedd 2026')
  assert.deepEqual(
    mail?.text.replace(/\S+\/panel\/[\w-]{43}/, (link) => link.replace(linkIn(link), '')).split('\n\n'),
    [
      'Fe’ch gwahoddir i hyn: panel cymunedol, 21 Tachwedd 2026, Bridport town hall.',
      'Mae’n dweud pa mor dda y mae timau plismona cymdogaeth yn cadw’r hyn a addawsant. Darllenwch yr hyn a addawsant, a phleidleisiwch, o 1 Tachwedd 2026 i 28 Tachwedd 2026:',
      'http://localhost:3000/cy',
      'I chi yn unig y mae’r ddolen, ac nid oes angen cyfrif. Peidiwch â’i rhannu: bydd pwy bynnag sydd â hi yn pleidleisio yn eich lle.',
      'Nid oes neb yn darllen atebion i’r e-bost hwn. Ffoniwch 999 mewn argyfwng, 101 fel arall.',
    ],
  )
  await db`update community_member set email = null`
  const renewed = await convener.send(`${one}/members/${member.id}/link`, { linkId: randomUUID() })
  assert.match(renewed.body, /\/cy\/panel\/[\w-]{43}/)
})
