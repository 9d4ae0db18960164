import assert from 'node:assert/strict'
import test from 'node:test'
import { openDatabase } from '#platform/database/database.ts'
import { testDatabaseUrl } from '../../test/support/database.ts'
import { startJobs, type Job } from './jobs.ts'

const job = (name: string, every: string): Job => ({ name, every, run: async () => {} })

test('a newer version of the program does its jobs at its own times, and those it adds', async (t) => {
  const url = await testDatabaseUrl()
  const db = openDatabase(url, { connections: 1 })
  t.after(() => db.end())
  const started = async (...jobs: Job[]) => (await startJobs(url, jobs, assert.ifError)).stop()
  await started(job('remind', '10 6 * * *'), job('forget', '40 3 * * *'))
  await started(job('remind', '20 7 * * *'), job('forget', '40 3 * * *'), job('tell', '* * * * *'))
  const times = await db<{ name: string; cron: string }[]>`select name, cron from job.schedule order by name`
  assert.deepEqual(
    times.map(({ name, cron }) => [name, cron]),
    [
      ['forget', '40 3 * * *'],
      ['remind', '20 7 * * *'],
      ['tell', '* * * * *'],
    ],
  )
})
