import assert from 'node:assert/strict'
import test from 'node:test'
import { answerMail, reportMail } from './answer-mail.ts'

const concernId = '00000000-0000-4000-8000-000000000001'
const to = {
  to: 'r@example.org',
  concernId,
  teamName: 'West Dorset',
  teamId: 'dorset/west-dorset',
  site: 'https://police.example',
}

test('whoever told us in Welsh what matters is answered in Welsh, in the words that the team wrote', () => {
  const answer = answerMail({ ...to, language: 'cy', words: 'Tell the council.' })
  assert.equal(answer.subject, 'Yr hyn y mae heddlu West Dorset yn ei ddweud am yr hyn a ddywedoch wrthym')
  assert.equal(
    answer.text,
    `Dywedoch wrthym beth sy’n bwysig i chi. Dyma ein hateb:

Tell the council.

Yr hyn rydym yn ei wneud am flaenoriaethau eich ardal: https://police.example/cy/dorset/west-dorset/you-said-we-did

Tîm plismona cymdogaeth West Dorset

Nid oes neb yn darllen atebion i’r e-bost hwn. Ffoniwch 999 mewn argyfwng, 101 fel arall.
Bydd eich cyfeiriad yn cael ei ddileu 30 diwrnod ar ôl yr e-bost hwn.`,
  )
})

test('a report in Welsh leads to pages in Welsh, and one in English to those in English', () => {
  const told = {
    ...to,
    title: 'Speeding',
    outcome: 'partly',
    words: 'Two signs.',
    priorityId: 'p',
    token: 'k',
  } as const
  const links = (language: 'en' | 'cy') => reportMail({ ...told, language }).text.match(/https:\S+/g)
  const under = (start: string) =>
    ['dorset/west-dorset/priorities/p', 'my-concern/k'].map((path) => `https://police.example${start}/${path}`)
  assert.deepEqual([links('en'), links('cy')], [under(''), under('/cy')])
  assert.match(reportMail({ ...told, language: 'cy' }).text, /\n\nMae wedi’i wneud yn rhannol\. Two signs\.\n/)
})
